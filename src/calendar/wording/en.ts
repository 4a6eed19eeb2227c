import { mustNumber, weekdayOf } from '../days.ts'
import { deadlineEventKinds } from '../model.ts'
import type { StepValues } from '../rules.ts'
import type { CalendarSentences } from './zh-CN.ts'

type Value = StepValues[string] | undefined

export const english: CalendarSentences = {
  steps: {
    receipt: ({ day, works }) =>
      `Received on ${date(day)}${works ? '' : ', a rest day'}. The day itself does not count; day one is the next working day.`,
    'before-regulation': ({ since }) =>
      `Received before ${date(since)}: the Regulation as it stood then had other terms. What follows is by the revised one, for comparison only.`,
    'correction-by': ({ day, count, year }) =>
      `Correction may be asked for until ${date(day)}: once, within ${count} working days.${provisional(year)}`,
    'consultation-by': ({ day, count, year }) =>
      `A third party asked on the day of receipt answers by ${date(day)}: ${count} working days.${provisional(year)}`,
    reply: ({ day, count, year }) => `${count} working days from the next day on end on ${date(day)}.${provisional(year)}`,
    'correction-asked': ({ day }) => `Correction asked for on ${date(day)}. The clock runs anew once it is received.`,
    'correction-late': ({ day, by }) =>
      `Note: correction was asked for on ${date(day)}, after the last day, ${date(by)}. A reconsideration or a court will look at this.`,
    corrected: ({ day, dropped }) => `Correction received on ${date(day)}; the clock runs anew from the next day.${restart(dropped)}`,
    'waits-for-correction': () => 'The correction has not been received; there is no last day to answer now.',
    'consultation-sent': ({ day, lapse, count }) =>
      `Opinion asked for on ${date(day)}. The clock stands from the next day until it is received, at most until ${date(lapse)} (${count} working days). Until then all of it is taken to lapse.`,
    'consultation-answered': ({ day, sent, days }) =>
      `Opinion received on ${date(day)}. The letter of ${date(sent)} stopped the clock for ${days} working days, which do not count.`,
    'consultation-lapsed': ({ day, lapse, days }) =>
      `Opinion received on ${date(day)}, after its 15 working days ended on ${date(lapse)}; the clock stood for ${days} working days only. Where a third party is silent the body decides; a silent co-making organ consents.`,
    'consultation-late': ({ day, by }) =>
      `Note: the opinion was asked for on ${date(day)}, when the term had ended on ${date(by)}. That does not stop the clock.`,
    'consultation-after-delay': ({ day, by }) => `Opinion asked for on ${date(day)}. The delayed date, ${date(by)}, stays as it was told.`,
    'fee-noticed': ({ day }) => `The applicant received the fee notice on ${date(day)}. The clock runs anew once it is paid.`,
    'fee-by': ({ day, count, year }) =>
      `The applicant pays by ${date(day)} (${count} working days); otherwise the request is abandoned and no longer processed.${provisional(year)}`,
    'fee-notice-late': ({ day, by }) => `Note: the fee notice was served on ${date(day)}, when the term had ended on ${date(by)}.`,
    'fee-paid': ({ day, dropped }) => `Paid on ${date(day)}; the clock runs anew from the next day.${restart(dropped)}`,
    'fee-late': ({ day, by }) => `Note: paid on ${date(day)}, after the last day, ${date(by)}; the request might have lapsed. Check it.`,
    'waits-for-payment': () => 'The fee has not been paid; there is no last day to answer now.',
    extended: ({ day, days, approver }) =>
      `Extended by ${days} working days on ${date(day)}, approved by the head of the disclosure unit${approver ? ` (${approver})` : ''}; the applicant is to be told.`,
    'extension-late': ({ day, by }) =>
      `Note: extended on ${date(day)}, when the term had ended on ${date(by)}. An extension is made and told before the end.`,
    'delay-agreed': ({ day }) =>
      `Good reasons, but no answer possible in time: the answer is put off to ${date(day)}; the applicant is to be told.`,
    'delay-unannounced': ({ day, year }) =>
      `That date is provisional: the rest days of ${year} are not announced, and ${date(day)} may be one. Look again once they are; if it is, answer on the working day before.`,
    'delay-rest-day': ({ day, before, year }) => `Note: ${date(day)} is a rest day; better answer by ${date(before)}.${provisional(year)}`,
    'delay-early': ({ day, by }) => `Note: ${date(day)} is before the last day there was, ${date(by)}. Check it.`,
    'rest-days': ({ off, madeUp }) =>
      `On the way: ${[off === '' ? '' : `${spans(off)} off, not counted`, madeUp === '' ? '' : `${spans(madeUp)} worked instead, counted`].filter(Boolean).join('; ')}.`,
    'local-day': ({ day, works, reason }) =>
      works ? `Worked in this region: ${date(day)} (${reason}), counted.` : `Off in this region: ${date(day)} (${reason}), not counted.`,
    due: ({ day, agreed, start, reply, extension, paused }) =>
      agreed
        ? `Answer by ${date(day)}, the date the applicant was told.`
        : `${sum(reply, extension, paused)} from the day after ${date(start)}: answer by ${date(day)}.`,
    provisional: ({ year }) =>
      `This date is provisional: the rest days of ${year} are not announced, so Monday to Friday are counted. It is computed again once they are, and the change is logged.`,
    'year-end': ({ day, year }) =>
      `The rest days of ${year} are not announced, and those of New Year may reach back to ${date(day)}. Look again once they are.`,
    'extended-reply': ({ day, count, isExtended, year }) =>
      `If extended by ${isExtended ? `the full ${count}` : count} working days: answer by ${date(day)}.${provisional(year)}`,
  },
  problems: {
    'not-a-day': ({ event, found }) =>
      `${event === null ? 'the day of receipt' : place(event)} “${found}” ${event === null ? 'is no day' : 'has no day'} of the calendar. Write it as 2025-09-15`,
    'year-out-of-range': ({ event, found }) =>
      `${event === null ? 'the day of receipt' : place(event)} “${found}” is not between 2000 and 2100. Check the year`,
    'not-an-event': ({ event, found }) => `${place(event)} “${found}” is not whole. Write KIND@DATE, as corrected@2025-09-20`,
    'unknown-kind': ({ event, found }) => `${place(event)} “${found}”: there is no such kind. It is one of ${kinds()}`,
    'days-not-wanted': ({ event, found }) => `${place(event)} “${found}”: only extended takes a number of days. Leave it out`,
    'extension-length': ({ event, found }) =>
      `${place(event)} “${found}”: an extension names 1 to 20 working days (Art. 33). Write it as extended:10@2025-09-30`,
    'before-receipt': ({ event, found, against }) => `${place(event)} “${found}” is before the day of receipt, ${against}. Check both days`,
    'out-of-order': ({ event, found, against }) =>
      `${place(event)} “${found}” is earlier than the event before it (${against}). Give events in the order they happened`,
    'correction-twice': ({ event, found }) =>
      `${place(event)} “${found}”: correction may be asked for only once (Art. 30). Leave one of them out`,
    'not-asked': ({ event, found }) => `${place(event)} “${found}”: no correction is open. Give correction-asked first, or leave this out`,
    'not-consulted': ({ event, found }) =>
      `${place(event)} “${found}”: no consultation is open. Give consultation-sent first, or leave this out`,
    'not-noticed': ({ event, found }) => `${place(event)} “${found}”: no fee is open. Give fee-noticed first, or leave this out`,
    waiting: ({ event, found }) =>
      `${place(event)} “${found}”: a correction or a fee is open, so the clock does not run. Give corrected or fee-paid first`,
    'extension-twice': ({ event, found }) => `${place(event)} “${found}”: there is only one extension (Art. 33). Leave one of them out`,
    'extension-after-delay': ({ event, found, against }) =>
      `${place(event)} “${found}”: the answer was put off to ${against} already. Leave one of the two out`,
    'delay-twice': ({ event, found, against }) => `${place(event)} “${found}”: the answer was put off to ${against} already. Keep one date`,
  },
  notices: {
    'not-a-notice': ({ notice }) =>
      `${ordinal(notice)} is no notice. Write an object with year, title, number, issuedOn, source, off and madeUp`,
    'field-missing': ({ notice, field }) => `${ordinal(notice)} lacks ${field}, or it is of the wrong type. See docs/deadlines.md`,
    'year-out-of-range': ({ notice, found }) => `${ordinal(notice)} has the year ${found}, which is not between 2019 and 2100. Check it`,
    'day-wrong': ({ notice, field, found }) =>
      `${ordinal(notice)} has “${found}” in ${field}, which is no day. Write 2027-01-01, or in off 2027-10-01/2027-10-07`,
    'day-of-other-year': ({ notice, field, found }) =>
      `${ordinal(notice)} has “${found}” in ${field}, which lies neither in its year nor in the December before. Check the year`,
    'made-up-on-weekday': ({ notice, found }) => `${ordinal(notice)} has ${found} in madeUp, which is worked anyway. Check it`,
    'off-and-made-up': ({ notice, found }) => `${ordinal(notice)} has ${found} both off and worked. Keep one`,
    'nothing-off': ({ notice }) => `${ordinal(notice)} has no day off. Write them in off`,
  },
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function date(day: Value): string {
  const text = String(day)
  return `${weekdays[weekdayOf(mustNumber(text))]} ${text}`
}

/** `2025-10-01/2025-10-08 2025-10-10` as 2025-10-01 to 2025-10-08, 2025-10-10. */
const spans = (text: Value): string => String(text).replaceAll(' ', ', ').replaceAll('/', ' to ')

/** 20 working days, or 34 working days (20 + 10 extended + 4 paused). */
function sum(reply: Value, extension: Value, paused: Value): string {
  const more = [Number(extension) > 0 ? `${extension} extended` : '', Number(paused) > 0 ? `${paused} paused` : ''].filter(Boolean)
  const working = more.length === 0 ? '' : ` (${[reply, ...more].join(' + ')})`
  return `${Number(reply) + Number(extension) + Number(paused)} working days${working}`
}

const provisional = (year: Value): string =>
  Number(year) > 0 ? ` This day is provisional: the rest days of ${year} are not announced.` : ''
const restart = (dropped: Value): string =>
  dropped === 'extension' ? ' The extension ended with it.' : dropped === 'delay' ? ' The delayed date ended with it.' : ''
const place = (event: number | null): string => `event ${(event ?? 0) + 1}`
const ordinal = (notice: number): string => `notice ${notice + 1}`
const kinds = (): string => deadlineEventKinds.map((kind) => (kind === 'extended' ? 'extended:N' : kind)).join(', ')
