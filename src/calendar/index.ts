/** Working days of the State Council's notices, the statutory terms as data, and due dates with the steps that led to them. Pure. */
export { dayOf, isWeekend, numberOf, plusDays, weekdayOf, yearOf } from './days.ts'
export { checkedDueDate, dueDate, problemOf } from './due.ts'
export { eventText, parseEvent, readEvent, yearsTaken } from './events.ts'
export { type Fee, type FeeLine, type FeeMode, feeScales, informationFee } from './fees.ts'
export * from './model.ts'
export { type LocalDay, type NoticeProblem, type RestNotice, readNotices, weekdaysOff } from './notice.ts'
export { type Channel, channels, type EmailBy, type Receipt, type ReceiptFacts, receiptDay } from './receipt.ts'
export { daysLeft, type Ruler, type RulerCell, ruler, rulerOf } from './ruler.ts'
export { type DeadlineRule, type DeadlineRuleText, deadlineRules } from './rules.ts'
export { endOfTerm, type Term, type TermId, terms } from './terms.ts'
export { noticeProblemSentence, problemSentence, type StepLanguage } from './wording/index.ts'
export {
  addWorkingDays,
  type CountedDay,
  calendarOf,
  isWorkingDay,
  nextWorkingDay,
  type WorkCalendar,
  workingDaysBetween,
} from './working-days.ts'
export { shippedNotices } from './years/index.ts'
