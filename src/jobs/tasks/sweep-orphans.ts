import { Type } from 'typebox'
import { type ContentStore, type LocalContentStore, sweepOrphans as sweep } from '#db'
import { task } from '../task.ts'

/** A file lies there before the row that names it commits: only what is older than a day can have been forgotten. */
const young = 24 * 60 * 60 * 1000

/** Deletes files that no row of `content` names, and what was left of writes that never ended. A store that is no folder here is not swept. */
export const sweepOrphans = task({
  name: 'sweep-orphans',
  size: 'large',
  payload: Type.Object({}),
  async run({ db, files }) {
    // Files carry the machine's time, also where the demo's clock stands still.
    if (isFolder(files)) await sweep(db, files, new Date(Date.now() - young))
  },
})

const isFolder = (files: ContentStore): files is LocalContentStore => 'list' in files && 'removeUntouched' in files
