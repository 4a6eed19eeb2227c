import { mustNumber, weekdayOf } from '../day.ts'
import type { StepSentences } from './index.ts'

export const english: StepSentences = {
  receipt: ({ day, works }) =>
    `Received on ${date(day)}${works ? '' : ', a rest day'}. The day itself does not count; day one is the next working day.`,
  'correction-by': ({ day, count }) => `Correction may be asked for until ${date(day)}: once, within ${count} working days of receipt.`,
  'consultation-by': ({ day, count }) => `A third party asked on the day of receipt answers by ${date(day)}: ${count} working days.`,
  'correction-asked': ({ day }) =>
    `Correction asked for on ${date(day)}. The clock runs anew once it arrives; until then there is no due date.`,
  'correction-late': ({ day, by }) =>
    `Correction was asked for on ${date(day)}, after ${date(by)}. A reviewing authority or court will look at this.`,
  corrected: ({ day }) => `Correction received on ${date(day)}; the clock runs anew from the next day.`,
  'consultation-sent': ({ day, lapse }) =>
    `Opinion asked for on ${date(day)}. The clock stands from the next day until it arrives, at most until ${date(lapse)} (15 working days).`,
  'consultation-answered': ({ day, days }) =>
    `Opinion received on ${date(day)}; the clock stood for ${days} working days, which do not count.`,
  'consultation-lapsed': ({ day }) =>
    `The opinion came after its 15 working days; the clock stood until ${date(day)} only. A silent third party leaves the decision to the body; a silent co-maker consents.`,
  'fee-noticed': ({ day, by }) =>
    `The applicant received the fee notice on ${date(day)} and pays by ${date(by)}. Until then there is no due date; unpaid, the request lapses.`,
  'fee-paid': ({ day }) => `Paid on ${date(day)}; the clock runs anew from the next day.`,
  'fee-late': ({ day, by }) => `Paid on ${date(day)}, after ${date(by)}. The request might have lapsed; check it.`,
  extended: ({ day, days, approver }) =>
    `Extended by ${days} working days on ${date(day)}, approved by ${approver || 'the head of the disclosure unit'}, the applicant told.`,
  'extension-late': ({ day, by }) =>
    `Extended on ${date(day)}, when the term had ended on ${date(by)}. An extension is made before the end.`,
  'delay-agreed': ({ day }) =>
    `Requests beyond a reasonable number, with good reasons: the applicant was told to expect the answer by ${date(day)}.`,
  'delay-rest-day': ({ day }) => `${date(day)} is a rest day; better answer on the working day before.`,
  reply: ({ day, start, count, extension, off, madeUp, paused }) =>
    `${count} working days${Number(extension) > 0 ? ` (20 and an extension of ${extension})` : ''} from the day after ${date(start)}: answer by ${date(day)}.${met(off, madeUp, paused)}`,
  'extended-reply': ({ day, count, provisional, year }) =>
    `If extended by ${count} working days: by ${date(day)}.${provisional ? ` That day is provisional: the rest days of ${year} are not announced.` : ''}`,
  provisional: ({ year }) =>
    `Provisional: the rest days of ${year} are not announced. Once they are, the date is computed again and the change is logged.`,
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function date(day: string | number | boolean | undefined): string {
  const text = String(day)
  return `${weekdays[weekdayOf(mustNumber(text))]} ${text}`
}

function met(...[off, madeUp, paused]: readonly (string | number | boolean | undefined)[]): string {
  const parts = [
    Number(off) > 0 ? `${off} weekdays off left out` : '',
    Number(madeUp) > 0 ? `${madeUp} made-up days counted` : '',
    Number(paused) > 0 ? `${paused} working days for consultation left out` : '',
  ].filter(Boolean)
  return parts.length > 0 ? ` On the way: ${parts.join(', ')}.` : ''
}
