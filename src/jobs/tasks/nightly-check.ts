import { Type } from 'typebox'
import { verifyChain } from '#identity'
import { contentHashes } from '../queries.ts'
import { task } from '../task.ts'

/**
 * Proves by night that the chain of events holds and that every file a row names is there. What does not hold fails the job,
 * which then stands among the failed ones for the administrators to see.
 */
export const nightlyCheck = task({
  name: 'nightly-check',
  size: 'large',
  payload: Type.Object({}),
  async run(ctx) {
    const { events, broken } = await verifyChain(ctx.db)
    if (broken) throw new Error(`the chain of ${events} events does not hold at ${broken.seq}: ${broken.why}`)
    let gone = 0
    for await (const hash of contentHashes(ctx.db)) if (!(await ctx.files.has(hash))) gone++
    if (gone > 0) throw new Error(`${gone} files that rows of content name are not in the store`)
  },
})
