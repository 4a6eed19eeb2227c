/** What holds of reading whatever comes: whole prints are read whole, and no bytes at all make it throw. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failureCodes, read } from '#ingest'
import { cellKeys } from '#report'
import { type Case, damagedCase, layoutNames, print, textLayoutOf } from './damage/case.ts'
import { hold } from './damage/hold.ts'
import { seed } from './seed.ts'

const plain = layoutNames.filter((name) => textLayoutOf(name)?.plain || name === '8 HTML')
const options = { seed, interruptAfterTimeLimit: 110_000, markInterruptAsFailure: true }

/** Holds head, edition and every cell of an undamaged print; nothing may be listed but the three rows printed as one. */
async function expectWhole(made: Case) {
  const { bytes, name, sheet, text } = await print(made)
  const answer = await read(bytes, name)
  expect(answer.ok, text).toBe(true)
  if (!answer.ok) return
  expect(answer.reports.length, text).toBe(1)
  const { title, body, year, edition, figures, cells } = answer.reports[0]!
  const { report } = made
  expect({ title, body, year, edition }, text).toEqual({
    title: report.title,
    body: report.body,
    year: report.year,
    edition: report.edition,
  })
  const absent = report.joint ? cellKeys('2021').filter((key) => /^requests\.(otherNotCorrected|otherUnpaid|otherOther)\./.test(key)) : []
  const expected = { ...report.figures, ...Object.fromEntries(absent.map((key) => [key, null])) }
  expect(figures, text).toEqual(expected)
  expect(Object.keys(cells).sort(), text).toEqual([...absent].sort())
  expect(Object.keys(sheet.truth).length).toBeGreaterThan(150)
}

test('a whole print in any layout is read whole, with no cell listed', async () => {
  await fc.assert(fc.asyncProperty(damagedCase({ layouts: plain, kinds: [], most: 0 }), expectWhole), { ...options, numRuns: 1500 })
})

test('so is a Word file, its long table split by a page break or not', async () => {
  await fc.assert(fc.asyncProperty(damagedCase({ layouts: ['Word'], kinds: [], most: 0 }), expectWhole), { ...options, numRuns: 150 })
})

test("the body's own mistakes are kept as published, with no cell listed for them", async () => {
  const layouts = [...plain]
  const tally = await hold('mistakes', damagedCase({ layouts, kinds: ['mistake'] }), 1000)
  expect(tally.right).toBe(tally.told)
})

const names = fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.md', 'a.json', 'a.xlsx', 'a.pdf', 'a', '', '报告.doc')

/** The reader answers with reports or with a coded refusal; anything thrown fails. */
async function expectAnswer(bytes: Uint8Array, name: string) {
  const answer = await read(bytes, name)
  if (!answer.ok) expect(failureCodes).toContain(answer.error.code)
  else
    for (const report of answer.reports)
      expect(Object.values(report.figures).every((figure) => figure === null || Number.isFinite(figure))).toBe(true)
}

test('any bytes at all get an answer', async () => {
  const magic = fc.constantFrom(
    [],
    [0x50, 0x4b, 3, 4],
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0x25, 0x50, 0x44, 0x46],
    [0xd0, 0xcf, 0x11, 0xe0],
    [0x3c, 0x68, 0x74, 0x6d, 0x6c],
  )
  const bytes = fc.tuple(magic, fc.uint8Array({ maxLength: 3000 })).map(([first, rest]) => Uint8Array.from([...first, ...rest]))
  await fc.assert(fc.asyncProperty(bytes, names, expectAnswer), { ...options, numRuns: 3000 })
})

test('a real print with bytes changed, dropped, doubled or put elsewhere gets an answer', async () => {
  const edits = fc.array(
    fc.record({ what: fc.constantFrom('set', 'drop', 'double', 'move'), at: fc.nat(), length: fc.nat(60), to: fc.nat() }),
    { minLength: 1, maxLength: 12 },
  )
  const cases = damagedCase({ layouts: layoutNames.filter((name) => name !== 'Word'), kinds: ['cell', 'structure', 'label'] })
  await fc.assert(
    fc.asyncProperty(cases, edits, names, async (made, changes, name) => {
      await expectAnswer(changed((await print(made)).bytes, changes), name)
    }),
    { ...options, numRuns: 2000 },
  )
  const words = damagedCase({ layouts: ['Word'], kinds: ['cell'] })
  await fc.assert(
    fc.asyncProperty(words, fc.array(edits, { minLength: 20, maxLength: 20 }), async (made, variants) => {
      const { bytes, name } = await print(made)
      for (const changes of variants) await expectAnswer(changed(bytes, changes), name)
    }),
    { ...options, numRuns: 20 },
  )
})

interface Edit {
  readonly what: string
  readonly at: number
  readonly length: number
  readonly to: number
}

function changed(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let all = [...bytes]
  for (const { what, at, length, to } of edits) {
    const place = at % Math.max(all.length, 1)
    if (what === 'set') all[place] = to % 256
    else if (what === 'drop') all.splice(place, length)
    else if (what === 'double') all = [...all.slice(0, place + length), ...all.slice(place)]
    else all.splice(to % Math.max(all.length, 1), 0, ...all.splice(place, length))
  }
  return Uint8Array.from(all)
}
