/** The judge itself is held to account: it accepts an honest reader and catches each kind of lie. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Read } from '#ingest'
import { type CellKey, type CellNote, type CellState, draw } from '#report'
import { damagedCase, layoutNames, print } from './case.ts'
import type { Sheet } from './sheet.ts'
import { judge } from './verdict.ts'

const note = (state: CellState): CellNote => ({ state, was: null, why: 'empty' })
const cases = (kinds: Parameters<typeof damagedCase>[0]['kinds']) =>
  damagedCase({ layouts: layoutNames.filter((name) => name !== 'Word'), kinds })

/** What a reader that knows everything says: the truth, with a reason where there is none. */
function honest(sheet: Sheet) {
  const figures: Record<CellKey, number | null> = {}
  const cells: Record<CellKey, CellNote> = {}
  for (const [key, { value, must }] of Object.entries(sheet.truth)) {
    figures[key] = value
    if (value === null) cells[key] = note('blank')
    else if (must !== 'nothing') cells[key] = note('doubtful')
  }
  return { figures, cells }
}

const answer = ({ figures, cells }: ReturnType<typeof honest>): Read => ({ ok: true, reports: [{ ...draw(), figures, cells }] })

test('an honest reader is never blamed', async () => {
  await fc.assert(
    fc.asyncProperty(cases(['cell', 'structure', 'label', 'mistake']), async (made) => {
      const { sheet } = await print(made)
      expect(judge(answer(honest(sheet)), sheet).wrong).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('a cell that is one off and not listed is caught', async () => {
  await fc.assert(
    fc.asyncProperty(cases(['label']), fc.nat(), async (made, at) => {
      const { sheet } = await print(made)
      const said = honest(sheet)
      const keys = Object.keys(said.figures).filter((key) => !said.cells[key])
      fc.pre(keys.length > 0)
      const key = keys[at % keys.length]!
      said.figures[key] = said.figures[key]! + 1
      expect(judge(answer(said), sheet).wrong).toEqual([expect.stringContaining(key)])
    }),
    { numRuns: 200 },
  )
})

test('a blank read as nought and not listed is caught, and so is a repair of what is printed', async () => {
  await fc.assert(
    fc.asyncProperty(cases(['cell']), fc.nat(), async (made, at) => {
      const { sheet } = await print(made)
      const blank = honest(sheet)
      const empty = Object.keys(blank.cells).filter((key) => blank.figures[key] === null)
      if (empty.length > 0) {
        const key = empty[at % empty.length]!
        blank.figures[key] = 0
        delete blank.cells[key]
        expect(judge(answer(blank), sheet).wrong).toEqual([expect.stringContaining(key)])
      }
      const mended = honest(sheet)
      const printed = Object.keys(mended.figures).filter((key) => mended.figures[key] !== null)
      fc.pre(printed.length > 0)
      const key = printed[at % printed.length]!
      mended.cells[key] = note('repaired')
      expect(judge(answer(mended), sheet).wrong).toEqual([expect.stringContaining(key)])
    }),
    { numRuns: 200 },
  )
})
