import { numberOf, yearOf } from './days.ts'
import { type DeadlineEvent, type DeadlineEventKind, type DeadlineInput, type DeadlineProblem, deadlineEventKinds } from './model.ts'
import { terms } from './terms.ts'

/** Years a clock may lie in; anything else is a slip of the pen. */
export const yearsTaken = { first: 2000, last: 2100 } as const

/** `KIND@DATE`, as `corrected@2025-09-20` or `extended:10@2025-09-30`; null where it is no event. Whether it fits the clock is `problemOf`'s to say. */
export const parseEvent = (text: string): DeadlineEvent | null => readEvent(text, 0).event

/** As `parseEvent`, saying what is wrong. `index` is the event's place in the list it comes from. */
export function readEvent(
  text: string,
  index: number,
): { event: DeadlineEvent; problem: null } | { event: null; problem: DeadlineProblem } {
  const problem = (code: DeadlineProblem['code']) => ({ event: null, problem: { code, event: index, found: text, against: '' } })
  const match = /^([^@:]*)(?::([^@]*))?@(.*)$/s.exec(text)
  if (match === null) return problem('not-an-event')
  const [, name, days, date] = match as unknown as [string, string, string | undefined, string]
  const kind = kindOf(name)
  if (kind === null) return problem('unknown-kind')
  if (kind !== 'extended') {
    if (days !== undefined) return problem('days-not-wanted')
    return numberOf(date) === null ? problem('not-a-day') : { event: { kind, date }, problem: null }
  }
  if (days === undefined || !/^[1-9]\d{0,2}$/.test(days) || Number(days) > terms.extension.length) return problem('extension-length')
  return numberOf(date) === null ? problem('not-a-day') : { event: { kind, date, days: Number(days) }, problem: null }
}

/** The event as `parseEvent` reads it. */
export const eventText = ({ kind, date, days }: DeadlineEvent): string => `${kind}${days === undefined ? '' : `:${days}`}@${date}`

/** What is wrong with days and kinds by themselves, before any clock runs; null where nothing is. */
export function givenProblem({ received, events }: DeadlineInput): DeadlineProblem | null {
  const wrong = dayProblem(received)
  if (wrong) return { code: wrong, event: null, found: received, against: '' }
  let before = received
  for (const [index, event] of events.entries()) {
    const problem = (code: DeadlineProblem['code'], against = '') => ({ code, event: index, found: eventText(event), against })
    if (kindOf(event.kind) === null) return problem('unknown-kind')
    const wrongDay = dayProblem(event.date)
    if (wrongDay) return problem(wrongDay)
    if (event.kind === 'extended' ? !isExtension(event.days) : event.days !== undefined)
      return problem(event.kind === 'extended' ? 'extension-length' : 'days-not-wanted')
    if (event.date < received) return problem('before-receipt', received)
    // The date of a delay lies ahead: it says nothing on the order of what happened.
    if (event.kind === 'delay-agreed') continue
    if (event.date < before) return problem('out-of-order', before)
    before = event.date
  }
  return null
}

const kindOf = (name: string): DeadlineEventKind | null => deadlineEventKinds.find((kind) => kind === name) ?? null

const isExtension = (days: number | undefined): boolean =>
  days !== undefined && Number.isInteger(days) && days >= 1 && days <= terms.extension.length

function dayProblem(day: string): 'not-a-day' | 'year-out-of-range' | null {
  const number = numberOf(day)
  if (number === null) return 'not-a-day'
  const year = yearOf(number)
  return year < yearsTaken.first || year > yearsTaken.last ? 'year-out-of-range' : null
}
