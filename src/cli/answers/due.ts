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
  const days = [
    [words.received, date(result.received)],
    [words.due, due === null ? words.none : `${colour.bold(date(due))}${result.status === 'provisional' ? ` ${words.provisional}` : ''}`],
    [words.extendedDue, extendedDue === null ? (due === null ? words.none : words.notExtendable) : counted(extendedDue)],
    [words.correctionBy, counted(result.correctionBy)],
    [words.consultationBy, counted(result.consultationBy)],
  ] as const
  const width = Math.max(...days.map(([label]) => widthOf(label)))
  const table = days.map(([label, value]) => `${padEnd(label, width)}  ${value}`)
  const steps = result.steps.flatMap(({ text, source, rule }, index) => [
    `${padStart(String(index + 1), 3)}  ${plain(text)}`,
    colour.dim(`     ${words.from(plain(source), rule)}`),
  ])
  return `${[...table, '', colour.bold(words.why), ...steps].join('\n')}\n`
}
