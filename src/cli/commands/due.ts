/** `gongkai due`: the last day to answer a request, and how it is counted. */
import { readFile } from 'node:fs/promises'
import {
  calendarOf,
  checkedDueDate,
  type DeadlineEvent,
  noticeProblemSentence,
  problemSentence,
  type RestNotice,
  readEvent,
  readNotices,
  shippedNotices,
} from '#calendar'
import { deadlineWords } from '#words'
import { dueText } from '../answers/due.ts'
import { type Call, WrongCall } from '../call.ts'
import { plain } from '../width.ts'

export interface DueCall extends Pick<Call, 'terminal' | 'language'> {
  readonly received: string
  /** As written, `KIND@DATE`. */
  readonly events: readonly string[]
  /** File of notices beside those that come with the program. */
  readonly notices: string | null
  readonly style: 'text' | 'json'
}

/** Exit status 0; input that makes no sense ends the call with 2 and one sentence. */
export async function due({ terminal, language, received, events, notices, style }: DueCall): Promise<number> {
  const further = notices === null ? [] : await noticesOf(notices)
  const calendar = calendarOf({ notices: [...shippedNotices, ...further] })
  const { result, problem } = checkedDueDate(calendar, { received, events: events.map(eventOf) }, language)
  if (problem) throw new WrongCall((_, spoken) => plain(problemSentence(problem, spoken)))
  await terminal.out(style === 'json' ? `${JSON.stringify(result)}\n` : dueText(result, { language, colours: terminal.colours, calendar }))
  return 0
}

function eventOf(text: string, index: number): DeadlineEvent {
  const { event, problem } = readEvent(text, index)
  if (problem) throw new WrongCall((_, spoken) => plain(problemSentence(problem, spoken)))
  return event
}

async function noticesOf(file: string): Promise<readonly RestNotice[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new WrongCall((_, spoken) => deadlineWords[spoken].noticesUnread(plain(file)))
  })
  const { notices, problem } = readNotices(parse(text, file))
  if (problem)
    throw new WrongCall((_, spoken) => deadlineWords[spoken].noticesWrong(plain(file), plain(noticeProblemSentence(problem, spoken))))
  return notices
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new WrongCall((_, spoken) => deadlineWords[spoken].noticesNotJson(plain(file)))
  }
}
