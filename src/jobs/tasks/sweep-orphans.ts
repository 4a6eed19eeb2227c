import { Type } from 'typebox'
import { type LocalContentStore, sweepOrphans as sweep } from '#db'
import { type Task, task } from '../task.ts'

/** A file lies there before the row that names it commits: only what is older than a day can have been forgotten. */
const young = 24 * 60 * 60 * 1000

/** Deletes files that no row of `content` names, and what was left of writes that never ended; fails where a row's file is gone. */
export const sweepOrphans = (files: LocalContentStore): Task =>
  task({
    name: 'sweep-orphans',
    size: 'large',
    payload: Type.Object({}),
    async run(ctx) {
      // Files carry the machine's time, also where the demo's clock stands still.
      const { missing } = await sweep(ctx.db, files, new Date(Date.now() - young))
      if (missing.length > 0)
        throw new Error(`${missing.length} files that rows of content name are not in the store: ${missing.slice(0, 5).join(', ')}`)
    },
  })
