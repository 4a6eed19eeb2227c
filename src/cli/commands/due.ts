/** `gongkai due`: the last day to answer a request, and how it comes about. */
import { readFile } from 'node:fs/promises'
import {
  calendarOf,
  type DeadlineEvent,
  type DeadlineResult,
  dueDate,
  parseEvent,
  problemOf,
  type RestNotice,
  shippedNotices,
} from '#calendar'
import { deadlineProblems, deadlineWords } from '#words'
import { type Call, WrongCall } from '../call.ts'
import { padEnd, plain, widthOf } from '../width.ts'

export interface DueCall extends Omit<Call, 'files' | 'seconds'> {
  readonly received: string
  /** As `KIND@DATE`. */
  readonly events: readonly string[]
  /** A JSON file with notices of rest days that stand before those of the program. */
  readonly notices: string | undefined
  readonly style: 'text' | 'json'
}

/** Exit status 0; a call that makes no sense throws WrongCall. */
export async function due({ terminal, language, received, events, notices, style }: DueCall): Promise<number> {
  const input = { received, events: events.map(theEvent) }
  const calendar = notices === undefined ? calendarOf() : await theCalendar(notices)
  const problem = problemOf(calendar, input)
  if (problem) {
    const where = problem.event === null ? '--received' : `--event ${plain(events[problem.event]!)}`
    throw new WrongCall((words, language) => words.inOption(where, deadlineProblems[language][problem.code](plain(problem.date))))
  }
  const result = dueDate(calendar, input, language)
  await terminal.out(style === 'json' ? `${JSON.stringify(result)}\n` : text(result, language))
  return 0
}

function theEvent(given: string): DeadlineEvent {
  const event = parseEvent(given)
  if (event) return event
  throw new WrongCall((words) => words.notAnEvent(plain(given)))
}

async function theCalendar(file: string): Promise<ReturnType<typeof calendarOf>> {
  try {
    const given = JSON.parse(await readFile(file, 'utf8')) as RestNotice | RestNotice[]
    return calendarOf({ notices: [...shippedNotices, ...[given].flat()] })
  } catch (error) {
    throw new WrongCall((words) => words.notNotices(plain(file), error instanceof Error ? error.message : String(error)))
  }
}

function text(result: DeadlineResult, language: Call['language']): string {
  const words = deadlineWords[language]
  const mark = (day: string) => (result.status === 'provisional' ? `${day} ${words.provisional}` : day)
  const rows = [
    [words.due, result.due === null ? words.none : mark(result.due)],
    [words.extendedDue, result.extendedDue ?? (result.due === null ? words.none : words.notExtendable)],
    [words.correctionBy, result.correctionBy],
    [words.consultationBy, result.consultationBy],
  ] as const
  const width = Math.max(...rows.map(([label]) => widthOf(label)))
  const table = rows.map(([label, value]) => `${padEnd(label, width)}  ${value}`)
  const steps = result.steps.map(({ date, source, text }) => `  ${date}  ${text} ${source}`)
  return `${[...table, '', words.why, ...steps].join('\n')}\n`
}
