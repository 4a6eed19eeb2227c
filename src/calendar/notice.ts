import { isWeekend, mustNumber, numberOf } from './days.ts'

/** A notice of the State Council General Office (国务院办公厅) on the rest days of a year, or a change to one. */
export interface RestNotice {
  readonly year: number
  readonly title: string
  /** 文号, as 国办发明电〔2024〕12号; empty where it is not known for sure. */
  readonly number: string
  /** 成文日期, `YYYY-MM-DD`. */
  readonly issuedOn: string
  /** Where the text is published. */
  readonly source: string
  /** Days of rest as the notice prints them, weekends within a span too: a day, or its first and last as `2025-10-01/2025-10-08`. */
  readonly off: readonly string[]
  /** Saturdays and Sundays worked instead (调休上班). */
  readonly madeUp: readonly string[]
  /** A change is laid over what the year had; any other notice takes the place of the year's earlier one. */
  readonly isChange?: boolean
}

/** A day that differs in one place: a minority festival (全国年节及纪念日放假办法 Art. 4), a closure after a typhoon. */
export interface LocalDay {
  readonly day: string
  readonly works: boolean
  readonly reason: string
}

/** Why a notice cannot be used: which field, and the entry of it that is wrong. */
export interface NoticeProblem {
  readonly code:
    | 'not-a-notice'
    | 'field-missing'
    | 'year-out-of-range'
    | 'day-wrong'
    | 'day-of-other-year'
    | 'made-up-on-weekday'
    | 'off-and-made-up'
    | 'nothing-off'
  /** Index of the notice in what was given. */
  readonly notice: number
  readonly field: string
  readonly found: string
}

/** Notices out of JSON: one, or a list. Tells the first thing that is wrong instead of using a part of it. */
export function readNotices(value: unknown): { notices: readonly RestNotice[]; problem: null } | { notices: null; problem: NoticeProblem } {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value]
  for (const [index, one] of given.entries()) {
    const problem = objection(one)
    if (problem) return { notices: null, problem: { notice: index, field: '', found: '', ...problem } }
  }
  return { notices: given as readonly RestNotice[], problem: null }
}

/** The day numbers of an entry of `off`; null where it is neither a day nor a span. */
export function spanOf(entry: string): readonly [first: number, last: number] | null {
  const [from, to = from, ...more] = entry.split('/') as [string, string?]
  const first = numberOf(from)
  const last = numberOf(to)
  return first === null || last === null || last < first || more.length > 0 ? null : [first, last]
}

/** Every day of rest of a notice, Monday to Friday only: what it takes from the working days. */
export function weekdaysOff({ off }: Pick<RestNotice, 'off'>): number[] {
  return off.flatMap((entry) => {
    const [first, last] = spanOf(entry) ?? [mustNumber(entry), mustNumber(entry)]
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((number) => !isWeekend(number))
  })
}

type Objection = Pick<NoticeProblem, 'code'> & Partial<NoticeProblem>

function objection(value: unknown): Objection | null {
  if (typeof value !== 'object' || value === null) return { code: 'not-a-notice' }
  const fields = value as Readonly<Record<string, unknown>>
  const { year, issuedOn, off, madeUp } = fields
  if (!Number.isInteger(year)) return { code: 'field-missing', field: 'year' }
  if ((year as number) < 2019 || (year as number) > 2100) return { code: 'year-out-of-range', field: 'year', found: String(year) }
  for (const field of ['title', 'number', 'issuedOn', 'source'])
    if (typeof fields[field] !== 'string') return { code: 'field-missing', field }
  if (numberOf(issuedOn as string) === null) return { code: 'day-wrong', field: 'issuedOn', found: issuedOn as string }
  if (!isTexts(off)) return { code: 'field-missing', field: 'off' }
  if (!isTexts(madeUp)) return { code: 'field-missing', field: 'madeUp' }
  if (off.length + (fields.isChange ? madeUp.length : 0) === 0) return { code: 'nothing-off', field: 'off' }
  return daysObjection(year as number, off, madeUp)
}

function daysObjection(year: number, off: readonly string[], madeUp: readonly string[]): Objection | null {
  const rest = new Set<number>()
  for (const entry of off) {
    const span = spanOf(entry)
    if (span === null) return { code: 'day-wrong', field: 'off', found: entry }
    if (!isNear(year, span[0]) || !isNear(year, span[1])) return { code: 'day-of-other-year', field: 'off', found: entry }
    for (let number = span[0]; number <= span[1]; number++) rest.add(number)
  }
  for (const entry of madeUp) {
    const number = numberOf(entry)
    if (number === null) return { code: 'day-wrong', field: 'madeUp', found: entry }
    if (!isNear(year, number)) return { code: 'day-of-other-year', field: 'madeUp', found: entry }
    if (!isWeekend(number)) return { code: 'made-up-on-weekday', field: 'madeUp', found: entry }
    if (rest.has(number)) return { code: 'off-and-made-up', field: 'madeUp', found: entry }
  }
  return null
}

/** In the year, or in the December before it: the rest of 元旦 may begin there. */
const isNear = (year: number, number: number): boolean => number >= mustNumber(`${year - 1}-12-01`) && number <= mustNumber(`${year}-12-31`)

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')
