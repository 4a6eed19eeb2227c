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
  /** Spans of rest, first and last day; weekends within them are written too, as the notice prints them. */
  readonly off: readonly (readonly [first: string, last: string])[]
  /** Saturdays and Sundays worked instead (调休上班). */
  readonly worked: readonly string[]
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

/**
 * Notices out of JSON: one, or a list. `off` takes days, spans as `2027-10-01/2027-10-07`, and spans as two days in a list. Tells the
 * first thing that is wrong instead of using a part of it.
 */
export function readNotices(value: unknown): { notices: readonly RestNotice[]; problem: null } | { notices: null; problem: NoticeProblem } {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value]
  const notices: RestNotice[] = []
  for (const [index, one] of given.entries()) {
    const read = readNotice(one)
    if ('code' in read) return { notices: null, problem: { notice: index, field: '', found: '', ...read } }
    notices.push(read)
  }
  return { notices, problem: null }
}

/** The day numbers of a span; null where it is none. */
export function spanOf([from, to]: readonly [string, string]): readonly [first: number, last: number] | null {
  const first = numberOf(from)
  const last = numberOf(to)
  return first === null || last === null || last < first ? null : [first, last]
}

/** Every day of rest of a notice, Monday to Friday only: what it takes from the working days. */
export function weekdaysOff({ off }: Pick<RestNotice, 'off'>): number[] {
  return off.flatMap((entry) => {
    const span = spanOf(entry)
    if (span === null) throw new RangeError(`“${entry.join('/')}” is no span of days`)
    return Array.from({ length: span[1] - span[0] + 1 }, (_, index) => span[0] + index).filter((number) => !isWeekend(number))
  })
}

type Objection = Pick<NoticeProblem, 'code'> & Partial<NoticeProblem>

function readNotice(value: unknown): RestNotice | Objection {
  if (typeof value !== 'object' || value === null) return { code: 'not-a-notice' }
  const { year, title, number, issuedOn, source, off, worked, isChange } = value as Readonly<Record<string, unknown>>
  if (typeof year !== 'number' || !Number.isInteger(year)) return { code: 'field-missing', field: 'year' }
  if (year < 2019 || year > 2100) return { code: 'year-out-of-range', field: 'year', found: String(year) }
  if (typeof title !== 'string') return { code: 'field-missing', field: 'title' }
  if (typeof number !== 'string') return { code: 'field-missing', field: 'number' }
  if (typeof issuedOn !== 'string') return { code: 'field-missing', field: 'issuedOn' }
  if (typeof source !== 'string') return { code: 'field-missing', field: 'source' }
  if (numberOf(issuedOn) === null) return { code: 'day-wrong', field: 'issuedOn', found: issuedOn }
  const spans = Array.isArray(off) ? off.map(readSpan) : null
  if (spans === null || spans.some((span) => span === null)) return { code: 'field-missing', field: 'off' }
  if (!isTexts(worked)) return { code: 'field-missing', field: 'worked' }
  if (spans.length === 0) return { code: 'nothing-off', field: 'off' }
  const notice = { year, title, number, issuedOn, source, off: spans as [string, string][], worked }
  return daysObjection(notice) ?? (isChange === true ? { ...notice, isChange } : notice)
}

function readSpan(entry: unknown): [string, string] | null {
  const days: unknown = typeof entry === 'string' ? entry.split('/') : entry
  return isTexts(days) && (days.length === 1 || days.length === 2) ? [days[0]!, days.at(-1)!] : null
}

function daysObjection({ year, off, worked }: RestNotice): Objection | null {
  const rest = new Set<number>()
  for (const entry of off) {
    const span = spanOf(entry)
    const found = entry[0] === entry[1] ? entry[0] : entry.join('/')
    if (span === null) return { code: 'day-wrong', field: 'off', found }
    if (!isNear(year, span[0]) || !isNear(year, span[1])) return { code: 'day-of-other-year', field: 'off', found }
    for (let number = span[0]; number <= span[1]; number++) rest.add(number)
  }
  for (const entry of worked) {
    const number = numberOf(entry)
    if (number === null) return { code: 'day-wrong', field: 'worked', found: entry }
    if (!isNear(year, number)) return { code: 'day-of-other-year', field: 'worked', found: entry }
    if (!isWeekend(number)) return { code: 'made-up-on-weekday', field: 'worked', found: entry }
    if (rest.has(number)) return { code: 'off-and-made-up', field: 'worked', found: entry }
  }
  return null
}

/** In the year, or in the December before it: the rest of 元旦 may begin there. */
const isNear = (year: number, number: number): boolean => number >= mustNumber(`${year - 1}-12-01`) && number <= mustNumber(`${year}-12-31`)

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')
