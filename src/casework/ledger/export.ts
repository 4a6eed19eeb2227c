/** The 依申请公开台账 of a year in the usual columns, as a file that `importLedger` takes back. */
import { dueDate, type WorkCalendar } from '#calendar'
import { type Context, inTransaction } from '#db'
import {
  type Actor,
  allow,
  bodyAt,
  maskText,
  record,
  type SheetFormat,
  settingOf,
  targetOf,
  today,
  workCalendar,
  writeSheet,
  wrong,
} from '#identity'
import type { Language } from '#report'
import { caseworkWords, type LedgerColumn, ledgerColumns, ledgerWords } from '#words'
import { maskApplicant, openApplicant } from '../applicant.ts'
import type { CaseEvent, CaseEventKind, CaseEvents } from '../events.ts'
import { clockOf, fold, roundOf } from '../fold.ts'
import type { Applicant, FoldedCase } from '../model.ts'
import { columns } from './columns.ts'
import { rowLabel } from './names.ts'
import {
  type ChallengeOfCase,
  type ExportedCase,
  loadChallengesOf,
  loadEventsOf,
  loadLetterNumbers,
  loadYear,
  mostExported,
} from './store.ts'

export interface LedgerWanted {
  /** Slug of the body. */
  readonly body: string
  readonly year: number
  readonly format: SheetFormat
  /** Names, numbers and contacts in full, which is a look of its own (`request.unmask`). */
  readonly full?: boolean
}

/** Cases read in one go. */
const batch = 500

/**
 * Every request of the body received in the year, carried into it, or sent in it and not yet confirmed; a row each, the round that counts
 * last where it was reopened. Recorded. Throws `not-found`, `not-allowed`, `wrong-field` of a year to come or with too many cases.
 */
export async function exportLedger(
  ctx: Context,
  actor: Actor,
  { body: slug, year, format, full = false }: LedgerWanted,
): Promise<Uint8Array> {
  const body = await bodyAt(ctx, slug)
  const target = await targetOf(ctx.db, body.id)
  const post = allow(actor, 'export', 'request', target)
  if (full) allow(actor, 'unmask', 'request', target)
  const running = Number(today(ctx).slice(0, 4))
  if (!Number.isInteger(year) || year < 2008 || year > running) throw wrong('year', 'between', `2008–${running}`)
  const { language } = actor
  const cases = await loadYear(ctx.db, body.id, year)
  if (cases.length > mostExported) throw wrong('file', 'too-many', mostExported)
  const calendar = await workCalendar(ctx.db, body.regionId)
  const reopenedCounts = await settingOf(ctx.db, 'reopenedCounts', body.id)
  const rows: string[][] = [columns.map((column) => ledgerColumns[column][language])]
  for (let start = 0; start < cases.length; start += batch) {
    const page = cases.slice(start, start + batch)
    const ids = page.map(({ id }) => id)
    const events = await loadEventsOf(ctx.db, ids)
    const challenges = await loadChallengesOf(ctx.db, ids)
    const letterIds = [...events.values()]
      .flat()
      .flatMap((event) => (event.kind === 'answer.sent' && event.data.letterId !== null ? [event.data.letterId] : []))
    const letters = await loadLetterNumbers(ctx.db, letterIds)
    for (const one of page) {
      const found = events.get(one.id)!
      const opened = openApplicant(ctx, one.applicant)
      const given: Given = {
        one,
        events: found,
        state: fold(found, { reopenedCounts }),
        applicant: full ? opened : maskApplicant(opened),
        letters,
        challenges: challenges.filter(({ requestId }) => requestId === one.id),
        calendar,
        language,
      }
      const texts = rowOf(given)
      const hide = full ? (text: string) => text : hiding(opened)
      rows.push(columns.map((column) => hide(texts[column])))
    }
  }
  await inTransaction(ctx, (tx) =>
    record(tx, ctx, actor, {
      kind: 'request.exported',
      noun: 'request',
      nounId: ctx.newId(),
      bodyId: body.id,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { year, format, rows: cases.length, full },
    }),
  )
  return writeSheet(rows, format, ledgerWords[language].sheet)
}

interface Given {
  readonly one: ExportedCase
  readonly events: readonly CaseEvent[]
  readonly state: FoldedCase
  readonly applicant: Applicant
  readonly letters: ReadonlyMap<string, string>
  readonly challenges: readonly ChallengeOfCase[]
  readonly calendar: WorkCalendar
  readonly language: Language
}

function rowOf(given: Given): Record<LedgerColumn, string> {
  const { one, state, applicant, calendar, language } = given
  const words = ledgerWords[language]
  const names = caseworkWords[language]
  const round = sinceReopened(given.events)
  const days = (...kinds: CaseEventKind[]) => round.filter(({ kind }) => kinds.includes(kind)).map(({ on }) => on)
  const joined = (texts: readonly string[]) => texts.join('；')
  const consulted = state.consultations.filter(({ id }) =>
    round.some((event) => event.kind === 'consultation.sent' && event.data.id === id),
  )
  const extension = last(round, 'extension.told')
  const fee = last(round, 'fee.noticed')
  const answer = last(round, 'answer.sent')
  const { conclusion } = roundOf(state)
  const clock = clockOf(state)
  const due = clock === null ? null : dueDate(calendar, clock).due
  return {
    number: one.number,
    standing: one.receivedOn === null ? '' : words.standing[one.carriedIn ? 'carried-in' : 'received']!,
    submittedOn: one.submittedOn,
    receivedOn: one.receivedOn ?? '',
    channel: names.channels[one.channel]!,
    kind: words.kinds[one.kind]!,
    applicant: applicant.name,
    identityNumber: applicant.identityNumber,
    phone: applicant.phone,
    email: applicant.email,
    address: applicant.address,
    title: one.title,
    wanted: one.wanted,
    delivery: names.deliveries[one.delivery]!,
    correctionAskedOn: joined(days('correction.asked')),
    correctionBy: last(round, 'correction.asked')?.by ?? '',
    correctedOn: joined(days('correction.received')),
    consultedOn: joined(consulted.map(({ sentOn }) => sentOn)),
    consulted: joined(consulted.map(({ party, name }) => (party === 'co-maker' ? `${words.coMaker}${name}` : name))),
    opinionOn: consulted.some(({ answeredOn }) => answeredOn !== null) ? joined(consulted.map(({ answeredOn }) => answeredOn ?? '—')) : '',
    opinion: consulted.some(({ opinion }) => opinion !== null)
      ? joined(consulted.map(({ opinion }) => (opinion === null ? '—' : words.opinions[opinion]!)))
      : '',
    extendedOn: joined(days('extension.told')),
    extensionDays: extension ? String(extension.days) : '',
    feeNoticedOn: joined(days('fee.noticed')),
    feeAmount: fee ? (fee.amount / 100).toFixed(2) : '',
    feePaidOn: joined(days('fee.paid')),
    dueOn: due ?? '',
    concludedOn: conclusion?.on ?? '',
    letterNumber: answer ? (answer.number ?? given.letters.get(answer.letterId ?? '') ?? '') : '',
    result: resultOf(state, words.withdrawn),
    method: answer ? names.deliveries[answer.method]! : '',
    servedOn: state.served?.on ?? '',
    late: conclusion?.how === 'answered' ? (one.answeredLate ? words.yes : words.no) : '',
    lateReason: answer?.late?.reason ?? '',
    challenge: joined(given.challenges.map((challenge) => challengeText(challenge, words))),
    note: joined([...reopenings(given.events, words), ...delays(round, words)]),
  }
}

/** What happened in the round that runs, or ran last; the first has the registration. */
function sinceReopened(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const at = events.findLastIndex(({ kind }) => kind === 'request.reopened')
  return at < 0 ? events : events.slice(at)
}

function last<Kind extends CaseEventKind>(events: readonly CaseEvent[], kind: Kind): CaseEvents[Kind] | null {
  const found = events.findLast((event) => event.kind === kind)
  return found ? (found.data as CaseEvents[Kind]) : null
}

/** The label of the row of table 三, which is the same in any language; how it ended without an answer says more. */
function resultOf(state: FoldedCase, withdrawn: string): string {
  const { conclusion } = roundOf(state)
  if (!conclusion?.row) return ''
  return conclusion.how === 'withdrawn' ? withdrawn : rowLabel(conclusion.row)
}

type Words = (typeof ledgerWords)[Language]

const challengeText = ({ kind, organ, number, filedOn, result }: ChallengeOfCase, words: Words): string =>
  [words.challengeKinds[kind], number, organ, filedOn, result === null ? words.pending : words.results[result]].filter(Boolean).join(' ')

const reopenings = (events: readonly CaseEvent[], words: Words): string[] =>
  events.flatMap((event) => (event.kind === 'request.reopened' ? [words.reopened(event.on, event.data.because)] : []))

const delays = (events: readonly CaseEvent[], words: Words): string[] =>
  events.flatMap((event) => (event.kind === 'delay.fixed' ? [words.delayed(event.data.until)] : []))

/** Whoever asks may have written their own name or number into what they ask for: masked there as well. */
function hiding(applicant: Applicant): (text: string) => string {
  const masked = maskApplicant(applicant)
  const pairs = [
    [applicant.name, masked.name],
    [applicant.contactName, masked.contactName],
    ...applicant.together.map(({ name }, at) => [name, masked.together[at]!.name]),
    [applicant.address, masked.address],
  ].filter((pair): pair is [string, string] => pair[0] !== '' && pair[0] !== pair[1])
  return (text) => pairs.reduce((said, [whole, shown]) => said.replaceAll(whole, shown), maskText(text))
}
