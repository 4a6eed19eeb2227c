/** `gongkai rollup`: many reports added up to one, each sum keeping its parts. */
import { csvLine } from '#kit'
import { type CellKey, cellName, nest, type RollUp, reason, rollUp, summandsOf } from '#report'
import { cliWords } from '#words'
import { type Gathered, unpack } from '../answers/rollup.ts'
import { type Call, WrongCall } from '../call.ts'
import { each } from '../each.ts'
import type { Source } from '../files.ts'
import { NotRead } from '../one.ts'
import { objection, write } from '../output.ts'
import { listing, tables } from '../summary.ts'
import { plain } from '../width.ts'

export interface RollUpCall extends Call {
  readonly style: 'text' | 'json' | 'csv' | 'xlsx'
  readonly output: string | null
  readonly force: boolean
  /** The one cell to open: its parts are listed. */
  readonly cell: CellKey | undefined
}

/** The sum and what it was made of, part by part. */
export interface Rolled {
  readonly sum: RollUp
  readonly parts: readonly Gathered[]
  /** Files that were not read and so are not in the sum. */
  readonly failed: readonly string[]
}

/** Exit status: 2 where a file failed, else 0. */
export async function rollup(call: RollUpCall): Promise<number> {
  const { terminal, language, style, output, cell } = call
  if (style === 'xlsx' && output === null && terminal.outIsScreen) throw new WrongCall((words) => words.terminal('xlsx'))
  if (cell !== undefined && cellName(cell) === cell) throw new WrongCall((words) => words.noCell(cell))

  const parts: Gathered[] = []
  const failed: string[] = []
  const total = await each(call, { verb: 'rollup' }, style === 'json' ? 'json' : 'text', async ({ file, gathered, faults }) => {
    for (const part of gathered) parts.push(part)
    if (faults.length > 0) failed.push(file)
  })
  if (parts.length === 0) {
    if (total.failed === 0) throw new WrongCall((words) => words.noReports)
    return 2
  }
  const rolled: Rolled = { sum: rollUp(named(parts)), parts, failed }
  for (const warning of warnings(rolled, call)) terminal.err(`${warning}\n`)

  if (style === 'xlsx') {
    const { workbookOf } = await import('../workbook.ts')
    await deliver(call, rolled, await workbookOf(rolled, language))
  } else if (output === null) for (const piece of pieces(rolled, call)) await terminal.out(piece)
  else await deliver(call, rolled, Buffer.from([...pieces(rolled, call)].join('')))
  return total.failed > 0 ? 2 : 0
}

function* named(parts: readonly Gathered[]) {
  for (const part of parts) yield { name: part.body ?? part.file, report: unpack(part) }
}

/** What the numbers alone would not tell: years mixed, forms mixed, a body counted twice, files left out. */
function warnings({ sum, parts, failed }: Rolled, { language }: Call): string[] {
  const words = cliWords[language].rollup
  return [
    ...(sum.years.length > 1 ? [words.years(sum.years.join(' '))] : []),
    ...(sum.editions.length > 1 ? [words.editions(sum.unshared.length)] : []),
    ...sum.repeated.map((index) => words.repeated(plain(parts[index]!.file), plain(parts[index]!.body ?? ''))),
    ...(failed.length > 0 ? [words.leftOut(failed.length)] : []),
  ]
}

async function deliver({ terminal, output, force }: RollUpCall, { parts, failed }: Rolled, bytes: Uint8Array): Promise<void> {
  if (output === null || output === '-') {
    await terminal.out(bytes)
    return
  }
  for (const file of new Set([...parts.map((part) => part.file), ...failed])) {
    const source: Source = { kind: 'path', file, path: file, folder: '' }
    const fault = objection(output, source, force)
    if (fault) throw new NotRead(output, fault)
  }
  const fault = await write(output, bytes, force)
  if (fault) throw new NotRead(output, fault)
}

/** The sum as text, JSON or CSV, piece by piece. */
function* pieces(rolled: Rolled, call: RollUpCall): Generator<string> {
  if (call.cell !== undefined && call.style === 'text') yield* opened(rolled, call.cell, call)
  else if (call.style === 'json') yield* json(rolled, call)
  else if (call.style === 'csv') yield* csv(rolled, call)
  else yield* text(rolled, call)
}

function* text({ sum, parts }: Rolled, { language, terminal }: RollUpCall): Generator<string> {
  const words = cliWords[language].rollup
  const paint = { language, colours: terminal.colours }
  yield `${words.head(parts.length)}\n${[...tables(sum.report, paint), '', ...listing(sum.report, paint)].join('\n')}\n`
  yield `\n${words.parts}\n`
  for (const part of parts) yield `  ${plain(part.body ?? cliWords[language].read.unknown)}  ${part.year ?? ''}  ${plain(nameOf(part))}\n`
}

/** One cell: the sum, and what each part gives to it. */
function* opened({ sum, parts }: Rolled, cell: CellKey, { language }: RollUpCall): Generator<string> {
  const words = cliWords[language].read
  const note = sum.report.cells[cell]
  yield `${language === 'en' ? cell : cellName(cell)} = ${sum.report.figures[cell] ?? words.missing}${note ? `  ${reason(note, language)}` : ''}\n`
  for (const { part, value, state } of summandsOf(sum, cell)) {
    const { body, file } = parts[part]!
    const shown = value ?? (state === 'blank' ? words.blank : words.missing)
    const told = state === null || state === 'not-filed' ? '' : `  ${words.states[state]}`
    yield `  ${shown}${told}  ${plain(body ?? words.unknown)}  ${plain(file)}\n`
  }
}

/** One object on one line. `summands` gives each cell's parts in their order, null where a part has no figure. */
function* json({ sum, parts, failed }: Rolled, { language, cell }: RollUpCall): Generator<string> {
  const { report, years, editions, unshared } = sum
  const head = { reports: parts.length, failed, years, editions, tables: nest(report.figures), cells: notes(sum, language), unshared }
  yield `${JSON.stringify(head).slice(0, -1)},"parts":[`
  for (const [index, part] of parts.entries()) {
    const listed = Object.fromEntries(Object.entries(part.cells).map(([key, { state }]) => [key, state]))
    const shown = { file: part.file, part: part.part, body: part.body, year: part.year, edition: part.edition, cells: listed }
    yield `${index === 0 ? '' : ','}${JSON.stringify(shown)}`
  }
  yield '],"summands":{'
  const keys = cell === undefined ? Object.keys(report.figures) : [cell]
  for (const [index, key] of keys.entries())
    yield `${index === 0 ? '' : ','}${JSON.stringify(key)}:${JSON.stringify(summandsOf(sum, key).map(({ value }) => value))}`
  yield '}}\n'
}

const notes = ({ report }: RollUp, language: Call['language']) =>
  Object.fromEntries(
    Object.entries(report.cells).map(([key, note]) => [key, { state: note.state, was: note.was, why: reason(note, language) }]),
  )

/** A row a report, a column a cell, the sum last. An unknown figure is an empty field; `listed` names the cells that are not as given. */
function* csv({ sum, parts }: Rolled, { language }: RollUpCall): Generator<string> {
  const keys = Object.keys(sum.report.figures)
  yield csvLine(['file', 'part', 'body', 'year', 'edition', ...keys, 'listed'])
  const listed = (cells: Gathered['cells']) =>
    Object.entries(cells)
      .map(([key, { state }]) => `${key}=${state}`)
      .join(' ')
  for (const part of parts) {
    const { figures } = unpack(part)
    yield csvLine([
      part.file,
      part.part ?? null,
      part.body,
      part.year,
      part.edition,
      ...keys.map((key) => figures[key] ?? null),
      listed(part.cells),
    ])
  }
  const { report } = sum
  yield csvLine([
    cliWords[language].rollup.total,
    null,
    null,
    report.year,
    report.edition,
    ...keys.map((key) => report.figures[key] ?? null),
    listed(report.cells),
  ])
}

const nameOf = ({ file, part }: Gathered): string => (part === undefined ? file : `${file} (${part})`)
