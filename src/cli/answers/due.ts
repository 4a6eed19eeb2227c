/** What `gongkai due` prints for people: the days that count, then the steps that led to them. */
import picocolors from 'picocolors'
import { type DeadlineResult, numberOf, type WorkCalendar, weekdayOf, yearOf } from '#calendar'
import type { Language } from '#report'
import { deadlineWords } from '#words'
import { padEnd, padStart, plain, widthOf } from '../width.ts'

export function dueText(
  result: DeadlineResult,
  { language, colours, calendar }: { language: Language; colours: boolean; calendar: WorkCalendar },
): string {
  const words = deadlineWords[language]
  const colour = picocolors.createColors(colours)
  const date = (day: string) => words.date(day, weekdayOf(numberOf(day)!))
  const counted = (day: string) => `${date(day)}${calendar.announced.has(yearOf(numberOf(day)!)) ? '' : ` ${words.provisional}`}`
  const { due, extendedDue } = result
  const shown: Readonly<Record<keyof typeof words.days, string>> = {
    received: date(result.received),
    correctionBy: counted(result.correctionBy),
    consultationBy: counted(result.consultationBy),
    due: due === null ? words.waiting : `${colour.bold(date(due))}${result.status === 'provisional' ? ` ${words.provisional}` : ''}`,
    extendedDue: extendedDue === null ? words.none : counted(extendedDue),
  }
  const names = Object.keys(shown) as (keyof typeof shown)[]
  const width = Math.max(...names.map((name) => widthOf(words.days[name])))
  const days = names.map((name) => `${padEnd(words.days[name], width)}  ${shown[name]}`)
  const steps = result.steps.flatMap(({ text, source, rule }, index) => [
    `${padStart(String(index + 1), 3)}  ${plain(text)}`,
    colour.dim(`     ${words.from(plain(source), rule)}`),
  ])
  return `${[...days, '', colour.bold(words.steps), ...steps].join('\n')}\n`
}
