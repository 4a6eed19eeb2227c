import { cellKeys, forms, hasOtherHandling, otherHandlingKeys, proactiveKey } from './forms/index.ts'
import { type CellKey, type CellNote, type CellState, type Edition, noPrint, type Report } from './model.ts'

/** A body that should be in the sum, with its report; null where it has not filed. */
export interface Part {
  readonly name: string
  readonly report: Pick<Report, 'body' | 'year' | 'edition' | 'figures' | 'cells'> | null
}

/** What a part gives to one cell of the sum. `value` is null where nobody knows it; it is then not counted as 0. */
export interface Summand {
  /** Index into `parts`. */
  readonly part: number
  readonly value: number | null
  /** Its state in the part's own report; null where it stands just as given. */
  readonly state: CellState | 'not-filed' | null
}

/** The sum of many reports, which still knows its parts: `summandsOf` opens any cell of it. */
export interface RollUp {
  /**
   * The sums in the shape of a report. A cell that some part does not give holds the sum of the others and is listed as
   * `doubtful`; one that no part gives is null and `missing`. Nothing unknown is ever counted as 0.
   */
  readonly report: Report
  readonly parts: readonly {
    readonly name: string
    readonly filed: boolean
    readonly year: number | null
    readonly edition: Edition | null
  }[]
  /** Years and editions among the parts, in ascending order. More than one of either wants a word to the reader. */
  readonly years: readonly number[]
  readonly editions: readonly Edition[]
  /** Cells that the parts do not share, because their forms differ; not summed. */
  readonly unshared: readonly CellKey[]
  /** Indexes of parts whose body and year occur before among the parts: they are counted twice. */
  readonly repeated: readonly number[]
  /** The parts' own figures, for `summandsOf`. */
  readonly blocks: readonly Block[]
}

/** Figures and states of some parts, one row a part; NaN is a figure nobody knows. */
interface Block {
  readonly values: Float64Array
  readonly states: Uint8Array
}

/** Rows of a block: small enough not to waste memory on ten parts, large enough for a hundred thousand. */
const blockRows = 256

const states = [null, 'blank', 'missing', 'repaired', 'doubtful', 'not-filed'] as const
const stateNumber = (state: (typeof states)[number]): number => states.indexOf(state)
const [missing, doubtful, notFiled] = [stateNumber('missing'), stateNumber('doubtful'), stateNumber('not-filed')]

/** Where each cell of either form stands in a row. */
const columns: ReadonlyMap<CellKey, number> = new Map(
  [...new Set([...cellKeys('2021'), ...otherHandlingKeys, ...cellKeys('2019')])].map((key, index) => [key, index]),
)
const width = columns.size
const columnOf = (key: CellKey): number => columns.get(key)!

/** Money is summed in these, so that decimals add up exactly. */
const millionths = 1e6
const money = new Set<CellKey>()
for (const { proactive } of Object.values(forms))
  for (const block of proactive)
    for (const row of block.rows) for (const field of row.fields) if (field.quantity === 'money') money.add(proactiveKey(row, field))

const layoutOf = (edition: Edition) => {
  const keys = cellKeys(edition)
  return { keys, at: keys.map(columnOf), isMoney: keys.map((key) => money.has(key)) }
}
const layouts = { '2021': layoutOf('2021'), '2019': layoutOf('2019') }

/** （六）其他处理 column by column: where its one row stands, and where the three rows it stands for. */
const handling = otherHandlingKeys.map((key) => ({
  key,
  one: columnOf(key),
  three: [
    columnOf(key.replace('otherHandling', 'otherNotCorrected')),
    columnOf(key.replace('otherHandling', 'otherUnpaid')),
    columnOf(key.replace('otherHandling', 'otherOther')),
  ] as const,
}))

/**
 * Sums reports cell by cell. Reads `parts` once and keeps only their figures, so a caller may hand in a hundred thousand
 * reports one at a time. An identity that holds in every whole part holds in the sum.
 */
export function rollUp(parts: Iterable<Part>): RollUp {
  const tally = count(parts)
  const filed = tally.parts.filter((part) => part.filed)
  const editions = (['2019', '2021'] as const).filter((edition) => filed.some((part) => part.edition === edition))
  const years = [...new Set(filed.flatMap((part) => part.year ?? []))].sort((a, b) => a - b)
  const mixed = editions.length > 1
  const edition = mixed ? '2021' : (editions[0] ?? null)
  // Where one part prints 其他处理 as one row, that row is what all share: the three rows of the others add up to it.
  const merged = edition === '2021' && (mixed || tally.merged)
  const keys = merged ? [...cellKeys('2021'), ...otherHandlingKeys] : cellKeys(edition)
  const old = new Set(cellKeys('2019'))
  const unshared = mixed ? [...columns.keys()].filter((key) => !(old.has(key) && keys.includes(key))) : []
  const apart = new Set(unshared)

  const figures: Record<CellKey, number | null> = {}
  const cells: Record<CellKey, CellNote> = {}
  const { totals, known, doubtful: doubts } = tally.sums
  for (const key of keys) {
    const column = columnOf(key)
    const given = apart.has(key) ? 0 : known[column]!
    const total = money.has(key) ? totals[column]! / millionths : totals[column]!
    figures[key] = given === 0 ? null : total
    const note = apart.has(key) ? differ : noteOf(tally.parts.length, given, doubts[column]!)
    if (note !== null) cells[key] = note
  }
  return {
    report: {
      title: null,
      body: null,
      year: years.length === 1 ? years[0]! : null,
      edition,
      figures,
      cells,
      chapters: [],
      printed: noPrint,
    },
    parts: tally.parts,
    years,
    editions,
    unshared,
    repeated: tally.repeated,
    blocks: tally.blocks,
  }
}

/** What every part gives to a cell of the sum, in the order of the parts. Empty for a cell that no form has. */
export function summandsOf(rolled: RollUp, key: CellKey): Summand[] {
  const column = columns.get(key)
  if (column === undefined) return []
  return rolled.parts.map((_, part) => {
    const { values, states: marks } = rolled.blocks[Math.floor(part / blockRows)]!
    const at = (part % blockRows) * width + column
    return { part, value: Number.isNaN(values[at]) ? null : values[at]!, state: states[marks[at]!]! }
  })
}

const differ: CellNote = { state: 'missing', was: null, why: 'forms-differ' }

function noteOf(parts: number, known: number, doubtfulParts: number): CellNote | null {
  const values = { parts, known, unknown: parts - known, doubtful: doubtfulParts }
  if (known === 0) return { state: 'missing', was: null, why: 'parts-unknown', values }
  if (known < parts) return { state: 'doubtful', was: null, why: 'parts-unknown', values }
  return doubtfulParts > 0 ? { state: 'doubtful', was: null, why: 'parts-doubtful', values } : null
}

interface Tally {
  readonly parts: RollUp['parts']
  readonly blocks: readonly Block[]
  readonly repeated: readonly number[]
  /** Some part in the form of 2021 prints 其他处理 as one row. */
  readonly merged: boolean
  readonly sums: Sums
}

/** By column: the sum (of money in millionths), how many parts give a figure, how many of those are doubtful. */
interface Sums {
  readonly totals: Float64Array
  readonly known: Uint32Array
  readonly doubtful: Uint32Array
}

function count(given: Iterable<Part>): Tally {
  const parts: RollUp['parts'][number][] = []
  const blocks: Block[] = []
  const repeated: number[] = []
  const seen = new Map<string, Set<number | null>>()
  const sums: Sums = { totals: new Float64Array(width), known: new Uint32Array(width), doubtful: new Uint32Array(width) }
  let merged = false
  for (const { name, report } of given) {
    const row = parts.length % blockRows
    if (row === 0) blocks.push(emptyBlock())
    const block = blocks.at(-1)!
    parts.push({ name, filed: report !== null, year: report?.year ?? null, edition: report?.edition ?? null })
    if (report === null) {
      block.states.fill(notFiled, row * width, (row + 1) * width)
      continue
    }
    addRow(report, block, row * width, sums)
    merged ||= report.edition !== '2019' && hasOtherHandling(report)
    const years = seen.get(report.body ?? name)
    if (years === undefined) seen.set(report.body ?? name, new Set([report.year]))
    else if (years.has(report.year)) repeated.push(parts.length - 1)
    else years.add(report.year)
  }
  return { parts, blocks, repeated, merged, sums }
}

const emptyBlock = (): Block => ({
  values: new Float64Array(blockRows * width).fill(Number.NaN),
  states: new Uint8Array(blockRows * width).fill(missing),
})

/** A hundred thousand reports of two hundred cells each pass here: plain loops, and nothing is allocated. */
function addRow(report: NonNullable<Part['report']>, block: Block, start: number, { totals, known, doubtful: doubts }: Sums): void {
  const { figures, cells } = report
  const { values, states: marks } = block
  const { keys, at, isMoney } = layouts[report.edition ?? '2021']
  for (let cell = 0; cell < keys.length; cell++) {
    const figure = figures[keys[cell]!]
    if (typeof figure !== 'number') continue
    const column = at[cell]!
    values[start + column] = figure
    marks[start + column] = 0
    totals[column]! += isMoney[cell] ? Math.round(figure * millionths) : figure
    known[column]!++
  }
  for (const key in cells) {
    const column = columns.get(key)
    if (column !== undefined) marks[start + column] = stateNumber(cells[key]!.state)
  }
  const merged = otherHandlingKeys[0]! in figures
  for (const { key, one, three } of handling) {
    if (report.edition === '2019') break
    const figure = merged ? figures[key] : values[start + three[0]]! + values[start + three[1]]! + values[start + three[2]]!
    if (!merged) marks[start + one] = worst(values, marks, start, three)
    if (typeof figure !== 'number' || Number.isNaN(figure)) continue
    values[start + one] = figure
    if (merged && cells[key] === undefined) marks[start + one] = 0
    totals[one]! += figure
    known[one]!++
    if (!merged && marks[start + one] === doubtful) doubts[one]!++
  }
  for (const key in cells) {
    const column = columns.get(key)
    if (column !== undefined && marks[start + column] === doubtful && !Number.isNaN(values[start + column])) doubts[column]!++
  }
}

/** The state of a sum of three: unknown as the first unknown term is, else as doubtful as the most doubtful. */
function worst(values: Float64Array, marks: Uint8Array, start: number, three: readonly number[]): number {
  let state = 0
  for (const column of three) {
    if (Number.isNaN(values[start + column])) return marks[start + column]!
    if (marks[start + column]! > state) state = marks[start + column]!
  }
  return state
}
