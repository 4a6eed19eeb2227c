import { Type } from 'typebox'
import { recomputeLimits } from '#casework'
import { recomputeDeadlines } from '#identity'
import { task } from '../task.ts'

/** Computes every open clock and limit anew, after rest days changed; by night without a cause, for years that a new version of the program announces. */
export const recomputation = task({
  name: 'recompute-deadlines',
  size: 'small',
  payload: Type.Object({ because: Type.Optional(Type.String()) }),
  run: async (ctx, { because }, as) => {
    await recomputeDeadlines(ctx, because ?? 'timetable', as)
    await recomputeLimits(ctx)
  },
})
