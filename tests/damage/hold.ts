/** Runs cases against the reader: counts them, prints what it counted and the seed that draws the same again. */
import fc from 'fast-check'
import { read } from '#ingest'
import { seed } from '../seed.ts'
import { type Case, print } from './case.ts'
import { judge } from './verdict.ts'

/** `GONGKAI_CASES=n` multiplies the number of cases. */
const times = Number(process.env.GONGKAI_CASES ?? 1)

export interface Tally {
  cases: number
  told: number
  right: number
  listed: number
  cells: number
  refused: number
}

/** Draws `cases` cases and holds each against its truth. Fails with the smallest print that is silently wrong. */
export async function hold(name: string, cases: fc.Arbitrary<Case>, runs: number): Promise<Tally> {
  const tally: Tally = { cases: 0, told: 0, right: 0, listed: 0, cells: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(cases, async (made) => {
      const printed = await print(made)
      const answer = await read(printed.bytes, printed.name)
      const verdict = judge(answer, printed.sheet, made.cut !== null)
      tally.cases++
      if (!answer.ok) tally.refused++
      for (const count of ['told', 'right', 'listed', 'cells'] as const) tally[count] += verdict[count]
      if (verdict.wrong.length > 0)
        throw new Error(
          `${made.layout}; ${made.damages.map((damage) => damage.name).join(', ')}\n${verdict.wrong.slice(0, 12).join('\n')}\n\n${printed.text}`,
        )
    }),
    { seed, numRuns: runs * times, interruptAfterTimeLimit: 600_000, markInterruptAsFailure: true },
  )
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`
  console.log(
    `${name}: ${tally.cases} cases, ${tally.cells} cells; read right and unlisted ${share(tally.right, tally.told)}; listed ${share(tally.listed, tally.cells)}; refused ${tally.refused}; GONGKAI_SEED=${seed}`,
  )
  return tally
}
