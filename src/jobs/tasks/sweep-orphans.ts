import { Type } from 'typebox'
import type { ContentStore, LocalContentStore } from '#db'
import { keptHashes } from '../queries.ts'
import { task } from '../task.ts'

/** A file lies there before the row that names it commits: only what is older than a day can have been forgotten. */
const young = 24 * 60 * 60 * 1000
const atOnce = 500

/** Deletes files that no row of `content` names, and what was left of writes that never ended. A store that is no folder here is not swept. */
export const sweepOrphans = task({
  name: 'sweep-orphans',
  size: 'large',
  payload: Type.Object({}),
  async run(ctx) {
    const { files } = ctx
    if (!isFolder(files)) return
    // Files carry the machine's time, also where the demo's clock stands still.
    const before = new Date(Date.now() - young)
    await files.sweepDrafts(before)
    let batch: string[] = []
    const sweep = async () => {
      const kept = await keptHashes(ctx.db, batch)
      for (const hash of batch) if (!kept.has(hash)) await files.removeUntouched(hash, before)
      batch = []
    }
    for await (const { hash, storedAt } of files.list()) {
      if (storedAt >= before) continue
      batch.push(hash)
      if (batch.length === atOnce) await sweep()
    }
    await sweep()
  },
})

const isFolder = (files: ContentStore): files is LocalContentStore => 'list' in files && 'removeUntouched' in files
