import {
  type CellKey,
  type CellNote,
  type CellState,
  type Chapter,
  cellKeys,
  type Edition,
  flatten,
  formOf,
  hasOtherHandling,
  type Line,
  noPrint,
  otherHandlingKeys,
  type Place,
  proactiveKey,
  type Report,
  type WhyCode,
} from '#report'
import { decode } from '../encoding.ts'
import { Failure } from '../failure.ts'

/**
 * The reports of a JSON file as `gongkai read --json` writes it: one object, an array, or one object a line. Keys that
 * the contract or the edition does not have are passed over, and so are the lines of files that failed.
 * Throws `damaged` with {part, at}: which report (from 1) and which key is not as the contract has it.
 */
export function readJson(bytes: Uint8Array): Report[] {
  const values = parse(decode(bytes))
  if (values === null) throw new Failure('damaged')
  const reports = values.filter((value) => !isFailedFile(value))
  return reports.map((value, index) => readReport(value, (at) => new Failure('damaged', { part: index + 1, at })))
}

/**
 * Whether a text is JSON that claims to be the contract (some object of it has tables, cells and chapters, or names a failed
 * file), JSON of something else, or none.
 */
export function kindOfJson(bytes: Uint8Array): 'contract' | 'other' | null {
  const values = parse(decode(bytes))
  if (values === null) return null
  return values.some((value) => isFailedFile(value) || claimed.every((key) => isObject(value) && key in value)) ? 'contract' : 'other'
}

const claimed = ['tables', 'cells', 'chapters']

type Fail = (at: string) => Failure
type Fields = Readonly<Record<string, unknown>>

function parse(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    return parseLines(text)
  }
}

function parseLines(text: string): unknown[] | null {
  const values: unknown[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    try {
      values.push(JSON.parse(line))
    } catch {
      return null
    }
  }
  return values.length > 0 ? values : null
}

const isObject = (value: unknown): value is Fields => value !== null && typeof value === 'object' && !Array.isArray(value)

const isFailedFile = (value: unknown): boolean =>
  isObject(value) && typeof value.file === 'string' && isObject(value.error) && !('tables' in value)

function readReport(value: unknown, fail: Fail): Report {
  if (!isObject(value)) throw fail('')
  const edition = readEdition(value.edition, fail)
  const title = readText(value.title, 'title', fail)
  const figures = readFigures(value.tables, edition, fail)
  const chapters = readChapters(value.chapters, fail)
  const cells = readCells(value.cells, figures, edition, fail)
  const year = value.year ?? null
  if (year !== null && !(typeof year === 'number' && Number.isInteger(year) && year > 0)) throw fail('year')
  return {
    title,
    body: readText(value.body, 'body', fail),
    year,
    edition,
    figures,
    cells: cells.notes,
    chapters,
    printed: {
      ...noPrint,
      titles: title === null ? [] : [{ text: title, at: {} }],
      headings: chapters.flatMap(({ number, title: words }) =>
        number === 0 ? [] : [{ number, text: `${'〇一二三四五六'[number]}、${words}`, at: {} }],
      ),
      sources: cells.sources,
    },
  }
}

function readEdition(value: unknown, fail: Fail): Edition | null {
  if (value === null || value === '2021' || value === '2019') return value
  throw fail('edition')
}

function readText(value: unknown, at: string, fail: Fail): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  throw fail(at)
}

/** Every cell of the edition; one that the file lacks is null. */
function readFigures(tables: unknown, edition: Edition | null, fail: Fail): Record<CellKey, number | null> {
  if (!isObject(tables)) throw fail('tables')
  const given = flatten(onlyTables(tables, fail))
  const figures: Record<CellKey, number | null> = {}
  const keys = hasOtherHandling({ figures: given }) && edition !== '2019' ? [...cellKeys(edition), ...otherHandlingKeys] : cellKeys(edition)
  for (const key of keys) figures[key] = given[key] ?? null
  if (edition === null && keys.some((key) => figures[key] !== null)) throw fail('edition')
  return figures
}

/** The three tables, checked to hold nothing but finite numbers, null and objects of them, three deep. */
function onlyTables(tables: Fields, fail: Fail): Fields {
  const checked: Record<string, unknown> = {}
  for (const name of ['proactive', 'requests', 'challenges']) {
    const table = tables[name]
    if (table === undefined) continue
    checked[name] = checkFigures(table, `tables.${name}`, 2, fail)
  }
  return checked
}

function checkFigures(value: unknown, at: string, depth: number, fail: Fail): unknown {
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value
  if (!isObject(value) || depth === 0) throw fail(at)
  for (const [key, inner] of Object.entries(value)) checkFigures(inner, `${at}.${key}`, depth - 1, fail)
  return value
}

const states: readonly CellState[] = ['blank', 'missing', 'repaired', 'doubtful']

/** What a state means where a file that others wrote gives no code. */
const usualWhy: Readonly<Record<CellState, WhyCode>> = {
  blank: 'empty',
  missing: 'no-cell',
  repaired: 'closes-identities',
  doubtful: 'not-a-number',
}

const whyCodes: ReadonlySet<string> = new Set<WhyCode>([
  'empty',
  'nil-mark',
  'no-cell',
  'no-row',
  'no-column',
  'no-table',
  'cut-off',
  'closes-identities',
  'not-a-number',
  'unit-contradicts',
  'sign',
  'decimal',
  'column-unknown',
  'row-unknown',
  'glued',
  'several-numbers',
  'twice',
])
const isWhyCode = (value: unknown): value is WhyCode => typeof value === 'string' && whyCodes.has(value)

/** The notes as the file has them; and a note for every cell that needs one and has none: a null is never silent. */
function readCells(
  value: unknown,
  figures: Readonly<Record<CellKey, number | null>>,
  edition: Edition | null,
  fail: Fail,
): { notes: Record<CellKey, CellNote>; sources: Record<CellKey, Line> } {
  const notes: Record<CellKey, CellNote> = {}
  const sources: Record<CellKey, Line> = {}
  if (value !== undefined && !isObject(value)) throw fail('cells')
  const known = new Set(Object.keys(figures))
  for (const [key, given] of Object.entries(value ?? {})) {
    if (!known.has(key)) continue
    const at = `cells.${key}`
    if (!isObject(given)) throw fail(at)
    const state = states.find((known) => known === given.state)
    if (state === undefined) throw fail(`${at}.state`)
    const was = readText(given.was, `${at}.was`, fail)
    const values = readValues(given.values)
    notes[key] = { state, was, why: isWhyCode(given.code) ? given.code : usualWhy[state], ...(values ? { values } : {}) }
    const place = readPlace(given.at)
    if (place) sources[key] = { text: was ?? '', at: place }
  }
  const quantities = quantitiesOf(edition)
  for (const [key, figure] of Object.entries(figures)) {
    if (notes[key]) continue
    if (figure === null) notes[key] = { state: 'missing', was: null, why: edition === null ? 'no-table' : 'no-cell' }
    else if (figure < 0 && quantities.get(key) !== 'change') notes[key] = { state: 'doubtful', was: String(figure), why: 'sign' }
    else if (!Number.isInteger(figure) && quantities.get(key) !== 'money')
      notes[key] = { state: 'doubtful', was: String(figure), why: 'decimal' }
  }
  return { notes, sources }
}

/** Cells whose figures may be signed or fractions; every other one is a count. */
function quantitiesOf(edition: Edition | null): Map<CellKey, 'change' | 'money'> {
  const special = new Map<CellKey, 'change' | 'money'>()
  for (const block of formOf(edition).proactive)
    for (const row of block.rows)
      for (const field of row.fields) if (field.quantity !== 'count') special.set(proactiveKey(row, field), field.quantity)
  return special
}

function readValues(value: unknown): Record<string, string | number> | null {
  if (!isObject(value)) return null
  const values: Record<string, string | number> = {}
  for (const [key, inner] of Object.entries(value)) if (typeof inner === 'string' || typeof inner === 'number') values[key] = inner
  return values
}

function readPlace(value: unknown): Place | null {
  if (!isObject(value)) return null
  const place: { -readonly [Key in keyof Place]: Place[Key] } = {}
  for (const key of ['line', 'column', 'table', 'row', 'cell'] as const) {
    const number = value[key]
    if (typeof number === 'number' && Number.isInteger(number) && number > 0) place[key] = number
  }
  return place
}

function readChapters(value: unknown, fail: Fail): Chapter[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw fail('chapters')
  return value.map((given: unknown, index): Chapter => {
    const at = `chapters.${index}`
    if (!isObject(given)) throw fail(at)
    const { number } = given
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > 6) throw fail(`${at}.number`)
    const text = readText(given.text, `${at}.text`, fail) ?? ''
    return {
      number,
      title: readText(given.title, `${at}.title`, fail) ?? '',
      text,
      lines: text === '' ? [] : text.split('\n').map((words): Line => ({ text: words, at: {} })),
      at: number === 0 ? null : {},
    }
  })
}
