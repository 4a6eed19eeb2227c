/** A report on a terminal: its head, the figures of its three tables, and the cells that are not as given. */
import picocolors from 'picocolors'
import {
  type CellKey,
  type CellNote,
  cellName,
  formOf,
  hasOtherHandling,
  otherHandlingRow,
  type Report,
  reason,
  type Severity,
} from '#report'
import { cliWords } from '#words'
import type { Paint } from './print.ts'
import { clip, padEnd, padStart, plain } from './width.ts'

/** Ends without a line break. */
export function summary(
  file: string,
  part: number | undefined,
  report: Report,
  counts: Readonly<Record<Severity, number>>,
  paint: Paint,
): string {
  const words = cliWords[paint.language].read
  const colour = picocolors.createColors(paint.colours)
  const head = [
    [words.body, report.body ?? words.unknown],
    [words.year, String(report.year ?? words.unknown)],
    [words.edition, report.edition === null ? words.noTables : words.editionName(report.edition)],
    [words.file, part === undefined ? file : `${file} ${cliWords[paint.language].place.part(part)}`],
  ].map(([name, value]) => `${colour.dim(name!)} ${plain(value!)}`)
  const chapters = report.chapters.filter(({ number }) => number > 0).map(({ number }) => number)
  return [
    colour.bold(plain(report.title ?? words.untitled)),
    head.join('   '),
    `${colour.dim(words.chapters(chapters.length === 0 ? '—' : chapters.join(' ')))}`,
    ...(report.edition === null ? [] : tables(report, paint)),
    '',
    ...listing(report, paint),
    words.findings(counts.error, counts.warning, counts.info),
    '',
  ].join('\n')
}

/** The three tables with a sign at every cell that is not as given. */
export function tables(report: Report, paint: Paint): string[] {
  const words = cliWords[paint.language].read
  const colour = picocolors.createColors(paint.colours)
  const form = formOf(report.edition)
  const chinese = paint.language === 'zh-CN'
  const show = (key: CellKey, width: number) => figure(report, key, width, paint)

  const proactive = form.proactive.flatMap(({ rows }) =>
    rows.map((row) => {
      const label = padEnd(clip(chinese ? row.label : row.key, labelWidth), labelWidth)
      const fields = row.fields.map((field) => {
        const name = field.key === '' ? '' : `${chinese ? field.label : field.key} `
        const unit = chinese && field.quantity === 'money' && field.key === '' ? ' 万元' : ''
        return `${colour.dim(name)}${show(field.key === '' ? `proactive.${row.key}` : `proactive.${row.key}.${field.key}`, figureWidth)}${unit}`
      })
      return `${label}${fields.join('  ')}`
    }),
  )

  const rows = [...form.requests.rows]
  if (report.edition === '2021' && hasOtherHandling(report)) rows.splice(-2, 0, otherHandlingRow)
  const requests = rows.map((row) => {
    const label = padEnd(clip(chinese ? `${row.group?.slice(0, 3) ?? ''}${row.label}` : row.key, labelWidth), labelWidth)
    return `${label}${form.requests.columns.map(({ key }) => show(`requests.${row.key}.${key}`, figureWidth)).join('')}`
  })
  const applicants = form.requests.columns.map(({ key }) => padStart(words.applicants[key] ?? key, figureWidth)).join('')

  const challenges = form.challenges.groups.map((group) => {
    const label = padEnd(clip(chinese ? group.label : group.key, labelWidth), labelWidth)
    return `${label}${form.challenges.columns.map(({ key }) => show(`challenges.${group.key}.${key}`, figureWidth + 1)).join('')}`
  })
  const results = form.challenges.columns.map(({ key, label }) => padStart(chinese ? label : key, figureWidth + 1)).join('')

  return [
    '',
    colour.bold(words.tables.proactive),
    ...proactive,
    '',
    colour.bold(padEnd(words.tables.requests, labelWidth)) + colour.dim(applicants),
    ...requests,
    '',
    colour.bold(padEnd(words.tables.challenges, labelWidth)) + colour.dim(results),
    ...challenges,
  ]
}

const labelWidth = 34
const figureWidth = 9

/** A figure in its column, with a sign where it is not as given: null is never shown as 0. */
function figure(report: Report, key: CellKey, width: number, { language, colours }: Paint): string {
  const words = cliWords[language].read
  const colour = picocolors.createColors(colours)
  const value = report.figures[key] ?? null
  const state = report.cells[key]?.state
  if (value === null) {
    const sign = state === 'blank' ? words.blank : state === 'doubtful' ? words.doubtfulNull : words.missing
    return colour.yellow(padStart(sign, width))
  }
  if (state === 'repaired') return colour.cyan(padStart(`${value}*`, width))
  if (state === undefined) return padStart(String(value), width)
  return colour.yellow(padStart(`${value}?`, width))
}

/** The listed cells and why; a row, column or table that is listed as a whole for one reason takes one line. */
export function listing(report: Report, paint: Paint): string[] {
  const words = cliWords[paint.language].read
  const colour = picocolors.createColors(paint.colours)
  const notes = Object.entries(report.cells)
  if (notes.length === 0) return [words.allAsGiven]
  const lines = grouped(notes).map(({ keys, note }) => {
    const name = paint.language === 'zh-CN' ? cellName(keys[0]!) : keys[0]!
    const value = report.figures[keys[0]!] ?? null
    const shown = keys.length > 1 ? words.whole(stem(keys, paint), keys.length) : value === null ? name : `${name} = ${value}`
    return `  ${colour.yellow(words.states[note.state])}  ${plain(shown)}  ${colour.dim(plain(reason(note, paint.language)))}`
  })
  return [`${words.listedHead(notes.length)}   ${colour.dim(words.legend)}`, ...lines]
}

/** Cells of one row that follow each other with the same note, and whole tables, are told together. */
function grouped(notes: readonly (readonly [CellKey, CellNote])[]): { keys: CellKey[]; note: CellNote }[] {
  const groups: { keys: CellKey[]; note: CellNote; stem: string }[] = []
  for (const [key, note] of notes) {
    const last = groups.at(-1)
    const path = note.why === 'no-table' ? key.slice(0, key.indexOf('.')) : key.slice(0, key.lastIndexOf('.'))
    if (last && last.stem === path && last.note.why === note.why && last.note.was === note.was && note.state === last.note.state)
      last.keys.push(key)
    else groups.push({ keys: [key], note, stem: path })
  }
  return groups
}

/** The row's name, or the table's. */
function stem(keys: readonly CellKey[], { language }: Paint): string {
  const table = keys[0]!.slice(0, keys[0]!.indexOf('.')) as 'proactive' | 'requests' | 'challenges'
  const path = keys[0]!.slice(0, keys[0]!.lastIndexOf('.'))
  if (!keys.every((key) => key.startsWith(`${path}.`))) return cliWords[language].read.tables[table]
  return language === 'zh-CN' ? cellName(keys[0]!).split('，')[0]! : path
}
