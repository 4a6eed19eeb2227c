import { Type } from 'typebox'
import { verifyChain } from '#identity'
import { task } from '../task.ts'

/** Proves by night what the doctor proves by hand. A chain that does not hold fails the job, and so stands among the failed ones for all administrators to see. */
export const nightlyCheck = task({
  name: 'nightly-check',
  size: 'large',
  payload: Type.Object({}),
  async run(ctx) {
    const { events, broken } = await verifyChain(ctx.db)
    if (broken) throw new Error(`the chain of ${events} events does not hold at ${broken.seq}: ${broken.why}`)
  },
})
