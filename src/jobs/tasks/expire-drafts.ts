import { Type } from 'typebox'
import { expireDrafts } from '#casework'
import { task } from '../task.ts'

/** Forgets forms of the site that nobody finished, with their files, and visits to cases that are over. */
export const expireDraftsTask = task({
  name: 'expire-drafts',
  size: 'small',
  payload: Type.Object({}),
  run: async (ctx) => {
    await expireDrafts(ctx)
  },
})
