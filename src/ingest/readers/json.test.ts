import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CellNote,
  type CellState,
  cellKeys,
  contractOf,
  draw,
  type Edition,
  otherHandlingKeys,
  type Report,
  type WhyCode,
} from '#report'
import type { Failure } from '../failure.ts'
import { readJson } from './json.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const write = (report: Report): Record<string, unknown> => JSON.parse(JSON.stringify(contractOf(report, [])))
const readOne = (value: unknown): Report => readJson(bytes(JSON.stringify(value)))[0]!

const failure = (value: unknown): string => {
  try {
    readJson(bytes(typeof value === 'string' ? value : JSON.stringify(value)))
    return 'read'
  } catch (error) {
    const { code, values } = error as Failure
    return [code, values.part, values.at].filter((part) => part !== undefined).join(' ')
  }
}

/** What the contract carries of a report. */
const essence = ({ title, body, year, edition, figures, cells, chapters }: Report) => ({
  title,
  body,
  year,
  edition,
  figures,
  cells,
  chapters: chapters.map(({ number, title: words, text }) => ({ number, title: words, text })),
})

describe('what is written comes back', () => {
  const whys: Readonly<Record<CellState, readonly WhyCode[]>> = {
    blank: ['empty', 'nil-mark'],
    missing: ['no-cell', 'no-row', 'no-column', 'no-table', 'cut-off'],
    repaired: ['closes-identities'],
    doubtful: ['not-a-number', 'unit-contradicts', 'sign', 'decimal', 'column-unknown', 'row-unknown', 'glued', 'several-numbers', 'twice'],
  }
  const note = fc
    .constantFrom<CellState>('blank', 'missing', 'repaired', 'doubtful')
    .chain((state) =>
      fc.record({
        state: fc.constant(state),
        was: fc.option(fc.string({ maxLength: 5 })),
        why: fc.constantFrom(...whys[state]),
        values: fc.option(fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.integer(), fc.string())), { nil: undefined }),
      }),
    )
    .map(({ values, ...rest }): CellNote => (values === undefined ? rest : { ...rest, values }))
  const report = fc.constantFrom<Edition>('2021', '2019').chain((edition) => {
    const keys = [...cellKeys(edition), ...(edition === '2021' ? otherHandlingKeys : [])]
    return fc
      .record({
        title: fc.option(fc.string()),
        body: fc.option(fc.string()),
        year: fc.option(fc.integer({ min: 2008, max: 2030 })),
        figures: fc.array(fc.nat(99_999), { minLength: keys.length, maxLength: keys.length }),
        oneRow: fc.boolean(),
        notes: fc.array(fc.tuple(fc.nat(keys.length - 1), note), { maxLength: 12 }),
        chapters: fc.array(fc.string(), { minLength: 7, maxLength: 7 }),
      })
      .map(({ title, body, year, figures, oneRow, notes, chapters }): Report => {
        const used = oneRow ? keys : cellKeys(edition)
        const numbers: Record<string, number | null> = Object.fromEntries(used.map((key, index) => [key, figures[index]!]))
        const cells: Record<string, CellNote> = {}
        for (const [index, given] of notes) {
          const key = used[index % used.length]!
          cells[key] = given
          if (given.state === 'blank' || given.state === 'missing') numbers[key] = null
        }
        const drawn = draw({ title, body, year, edition, chapters: Object.fromEntries(chapters.map((text, index) => [index, text])) })
        return { ...drawn, figures: numbers, cells }
      })
  })

  test('any report, with every note', () => {
    fc.assert(
      fc.property(report, (given) => {
        expect(essence(readOne(write(given)))).toEqual(essence(given))
      }),
      { numRuns: 200 },
    )
  })
  test('one object, an array, one a line; the lines of failed files are passed over', () => {
    const [one, two] = [write(draw({ year: 2023 })), write(draw({ year: 2024 }))]
    expect(readJson(bytes(JSON.stringify(one, null, 2))).map(({ year }) => year)).toEqual([2023])
    expect(readJson(bytes(JSON.stringify([one, two]))).map(({ year }) => year)).toEqual([2023, 2024])
    const failed = { file: 'b.pdf', error: { code: 'unsupported-format', message: '…' } }
    expect(readJson(bytes(`${[one, failed, two].map((value) => JSON.stringify(value)).join('\n')}\n`)).map(({ year }) => year)).toEqual([
      2023, 2024,
    ])
  })
  test('places of listed cells', () => {
    const value = {
      ...write(draw()),
      cells: { 'proactive.fees': { state: 'doubtful', was: '3元', code: 'unit-contradicts', at: { line: 40, column: -1 } } },
    }
    const back = readOne(value)
    expect(back.cells['proactive.fees']).toEqual({ state: 'doubtful', was: '3元', why: 'unit-contradicts' })
    expect(back.printed.sources['proactive.fees']).toEqual({ text: '3元', at: { line: 40 } })
  })
})

describe('what others write', () => {
  test('keys that nobody knows are passed over', () => {
    const value = write(draw())
    const back = readOne({
      ...value,
      extra: 1,
      tables: {
        ...(value.tables as object),
        fourth: { a: 'x' },
        proactive: { ...(value.tables as { proactive: object }).proactive, unheard: { of: 3 } },
      },
      cells: { 'proactive.unheard.of': { state: 'odd' } },
    })
    expect(back.figures).toEqual(draw().figures)
    expect(back.cells).toEqual({})
  })
  test('a null without a note gets one; so do a minus and a fraction where none can be', () => {
    const { cells, figures } = readOne(
      write(
        draw({
          figures: { 'proactive.licensing': null, 'proactive.penalties': -2, 'requests.granted.total': 1.5, 'proactive.fees': 0.25 },
        }),
      ),
    )
    expect(cells).toEqual({
      'proactive.licensing': { state: 'missing', was: null, why: 'no-cell' },
      'proactive.penalties': { state: 'doubtful', was: '-2', why: 'sign' },
      'requests.granted.total': { state: 'doubtful', was: '1.5', why: 'decimal' },
    })
    expect(figures['proactive.fees']).toBe(0.25)
  })
  test('a row of the edition that the file lacks is missing', () => {
    const value = write(draw())
    const tables = value.tables as { requests: Record<string, unknown> }
    delete tables.requests.granted
    expect(Object.keys(readOne(value).cells)).toHaveLength(7)
  })
  test('a note without a code gets the usual reason of its state', () => {
    const value = {
      ...write(draw({ figures: { 'proactive.licensing': null } })),
      cells: { 'proactive.licensing': { state: 'blank', was: null, why: '空着' } },
    }
    expect(readOne(value).cells['proactive.licensing']?.why).toBe('empty')
  })
  test('no table at all: every cell is missing', () => {
    const back = readOne({ title: '年报', edition: null, tables: {}, chapters: [] })
    expect(back.edition).toBeNull()
    expect(new Set(Object.values(back.cells).map(({ why }) => why))).toEqual(new Set(['no-table']))
    expect(Object.keys(back.figures)).toHaveLength(200)
  })
})

describe('damage is named', () => {
  const value = write(draw())
  test.each([
    ['no JSON', '{"title": ', 'damaged'],
    ['a number for a report', '[3]', 'damaged 1 '],
    ['no tables', { ...value, tables: undefined }, 'damaged 1 tables'],
    ['words for a figure', { ...value, tables: { proactive: { licensing: '3' } } }, 'damaged 1 tables.proactive.licensing'],
    ['a figure without end', JSON.stringify(value).replace('"licensing":0', '"licensing":1e999'), 'damaged 1 tables.proactive.licensing'],
    ['an edition nobody knows', { ...value, edition: '2020' }, 'damaged 1 edition'],
    ['figures without an edition', { ...value, edition: null }, 'damaged 1 edition'],
    ['half a year', { ...value, year: 2024.5 }, 'damaged 1 year'],
    ['a title that is a number', { ...value, title: 5 }, 'damaged 1 title'],
    ['a state nobody knows', { ...value, cells: { 'proactive.fees': { state: 'fine' } } }, 'damaged 1 cells.proactive.fees.state'],
    ['a seventh chapter', { ...value, chapters: [{ number: 7 }] }, 'damaged 1 chapters.0.number'],
    ['the second report', [value, { ...value, chapters: 3 }], 'damaged 2 chapters'],
  ])('%s', (_, given, expected) => {
    expect(failure(given)).toBe(expected)
  })
  test('keys that mean something to JavaScript mean nothing here', () => {
    const text = JSON.stringify(value).replace('"proactive":{', '"proactive":{"__proto__":{"polluted":1},"constructor":{"prototype":2},')
    expect(failure(text)).toBe('read')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
