/** What entries count in a year. Pure: cells of the report and the measures prose speaks of are made by the same four ways of counting. */
import type { CellKey } from '#report'
import { registers } from './definitions/index.ts'
import type { Counting, EntryValues, Measure, RegisterDefinition } from './model.ts'

/** What counting looks at. */
export interface Countable {
  readonly id: string
  readonly values: EntryValues
}

export interface CountingOptions {
  /** A document that lapses by its own term counts as 废止 in the year it does (law.md: the form has no column for it). */
  readonly lapsedCounts: boolean
}

/** A figure with the entries behind it. `value` is their number, or the sum of their amounts: whole, or 万元 with up to six decimals. */
export interface Count<Row extends Countable> {
  readonly value: number
  readonly entries: readonly Row[]
}

/** Counts entries of a register for a year, one of the four ways. What is struck out is not handed in. */
export function countEntries<Row extends Countable>(
  definition: RegisterDefinition,
  counting: Counting,
  entries: readonly Row[],
  year: number,
  options: CountingOptions,
): Count<Row> {
  const mine = definition.own === undefined ? entries : entries.filter(({ values }) => values[definition.own!] !== false)
  const counted = mine.filter(({ values }) => counts[counting](definition, values, year, options))
  return { value: counting === 'sum' ? amountOf(definition, counted) : counted.length, entries: counted }
}

type Rule = (definition: RegisterDefinition, values: EntryValues, year: number, options: CountingOptions) => boolean

const counts: Readonly<Record<Counting, Rule>> = {
  begun: ({ begins }, values, year) => yearOf(values[begins]) === year,
  ended: ({ ends = [] }, values, year, options) => {
    const end = earliest(
      ends.map(({ field }) => field),
      values,
    )
    if (end === null || yearOf(end.day) !== year) return false
    const rule = ends.find(({ field }) => field === end.field)!
    return rule.countedIf === undefined || options[rule.countedIf]
  },
  standing: ({ begins, ends = [] }, values, year) => {
    const last = `${year}-12-31`
    const end = earliest(
      ends.map(({ field }) => field),
      values,
    )
    return String(values[begins]) <= last && (end === null || end.day > last)
  },
  sum: ({ begins }, values, year) => yearOf(values[begins]) === year,
}

/** The end that came first; of two on one day the one named first, which is the act of the organ. */
function earliest(fields: readonly string[], values: EntryValues): { field: string; day: string } | null {
  let found: { field: string; day: string } | null = null
  for (const field of fields) {
    const day = values[field]
    if (typeof day === 'string' && day !== '' && (found === null || day < found.day)) found = { field, day }
  }
  return found
}

const yearOf = (day: EntryValues[string] | undefined): number => Number(String(day ?? '').slice(0, 4))

/** What entries add up to. Money is added in 分 and given in 万元. */
export function amountOf({ amount, fields }: RegisterDefinition, entries: readonly Countable[]): number {
  const sum = entries.reduce((total, { values }) => total + Number(values[amount!] ?? 0), 0)
  return fields.find(({ key }) => key === amount)?.kind === 'money' ? sum / 1_000_000 : sum
}

/** Which register a cell of table 二 counts, and how. Null for a cell of tables 三 and 四. */
export function registerOfCell(key: CellKey): { readonly definition: RegisterDefinition; readonly counting: Counting } | null {
  for (const definition of registers) {
    const counting = definition.cells?.[key]
    if (counting !== undefined) return { definition, counting }
  }
  return null
}

/** A name for a figure that prose may be bound to: `posts.sum`, `accounts.standing.wechat`. */
export const measureKey = ({ id }: Pick<RegisterDefinition, 'id'>, { counting }: Pick<Measure, 'counting'>, part?: string): string =>
  [id, counting, ...(part === undefined ? [] : [part])].join('.')

/** Every figure the registers can give prose, by its name. */
export function measuresOf(
  definition: RegisterDefinition,
): { readonly key: string; readonly measure: Measure; readonly part: string | null }[] {
  return definition.measures.flatMap((measure): { key: string; measure: Measure; part: string | null }[] => {
    if (measure.by === undefined) return [{ key: measureKey(definition, measure), measure, part: null }]
    const options = Object.keys(definition.fields.find(({ key }) => key === measure.by)!.options!)
    return options.map((part) => ({ key: measureKey(definition, measure, part), measure, part }))
  })
}

/** The figure of a measure. */
export function measured<Row extends Countable>(
  definition: RegisterDefinition,
  measure: Measure,
  part: string | null,
  entries: readonly Row[],
  year: number,
  options: CountingOptions,
): Count<Row> {
  const rows = part === null ? entries : entries.filter(({ values }) => values[measure.by!] === part)
  return countEntries(definition, measure.counting, rows, year, options)
}
