import { Type } from 'typebox'
import { anchorLine } from '#identity'
import { task } from '../task.ts'

/** Writes the last event's number and hash where the database cannot reach: a chain rewritten as a whole no longer agrees with it. */
export const anchorAudit = task({
  name: 'anchor-audit',
  size: 'small',
  payload: Type.Object({}),
  async run(ctx) {
    await ctx.anchor(await anchorLine(ctx))
  },
})
