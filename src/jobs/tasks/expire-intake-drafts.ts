import { Type } from 'typebox'
import { expireDrafts } from '#casework'
import { task } from '../task.ts'

/** Deletes forms on the site that nobody finished, with the files in them: no more is kept of a person than the purpose needs. */
export const expireIntakeDrafts = task({
  name: 'expire-intake-drafts',
  size: 'small',
  payload: Type.Object({}),
  async run(ctx) {
    // It takes a batch at a time.
    while ((await expireDrafts(ctx)) > 0);
  },
})
