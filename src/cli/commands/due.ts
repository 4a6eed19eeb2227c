/** `gongkai due`: the last day to answer a request, and how it is counted. */
import { readFile } from 'node:fs/promises'
import {
  calendarOf,
  checkedDueDate,
  type DeadlineEvent,
  type DeadlineProblem,
  noticeProblemSentence,
  type RestNotice,
  readEvent,
  readNotices,
  shippedNotices,
} from '#calendar'
import { deadlineProblems } from '#words'
import { dueText } from '../answers/due.ts'
import { type Call, WrongCall } from '../call.ts'
import { plain } from '../width.ts'

export interface DueCall extends Pick<Call, 'terminal' | 'language'> {
  readonly received: string
  /** As written, `KIND@DATE`. */
  readonly events: readonly string[]
  /** File of notices beside those that come with the program. */
  readonly notices: string | undefined
  readonly style: 'text' | 'json'
}

/** Exit status 0; input that makes no sense ends the call with 2 and one sentence. */
export async function due({ terminal, language, received, events, notices, style }: DueCall): Promise<number> {
  const further = notices === undefined ? [] : await noticesOf(notices)
  const calendar = calendarOf({ notices: [...shippedNotices, ...further] })
  const { result, problem } = checkedDueDate(calendar, { received, events: events.map(eventOf) }, language)
  if (problem) throw refused(problem, problem.event === null ? '--received' : `--event ${events[problem.event]}`)
  await terminal.out(style === 'json' ? `${JSON.stringify(result)}\n` : dueText(result, { language, colours: terminal.colours, calendar }))
  return 0
}

function eventOf(text: string, index: number): DeadlineEvent {
  const { event, problem } = readEvent(text, index)
  if (problem) throw refused(problem, `--event ${text}`)
  return event
}

const refused = ({ code, date }: DeadlineProblem, where: string): WrongCall =>
  new WrongCall((words, spoken) => words.inOption(plain(where), plain(deadlineProblems[spoken][code](date))))

async function noticesOf(file: string): Promise<readonly RestNotice[]> {
  const { notices, problem } = readNotices(await jsonOf(file))
  if (problem) throw new WrongCall((words, spoken) => words.notNotices(plain(file), plain(noticeProblemSentence(problem, spoken))))
  return notices
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new WrongCall((words) => words.notNotices(plain(file), plain(error instanceof Error ? error.message : String(error))))
  }
}
