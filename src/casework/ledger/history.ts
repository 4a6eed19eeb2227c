/** What a row of a ledger says was done to a case, and how it ended, as events on their days. */
import { addWorkingDays, checkedDueDate, type DeadlineEvent, problemSentence } from '#calendar'
import { type LedgerColumn, ledgerColumns, ledgerWords } from '#words'
import type { OutcomeRow } from '../model.ts'
import type { Cells } from './cells.ts'
import { deliveryOf, type Ending, endingOf, rowLabel } from './names.ts'
import type { HistoryEvent, ReadingOptions } from './reading.ts'

interface Life {
  readonly received: string | null
  readonly concluded: string | null
}

/** Correction, consultation, extension and fee, in the order they happened. */
export function handlingIn(cells: Cells, life: Life, options: ReadingOptions): HistoryEvent[] {
  const events = [
    ...corrections(cells, life, options),
    ...consultations(cells, life, options),
    ...extensions(cells, life),
    ...fees(cells, life),
  ]
  // Of one day: what was asked before what came of it, as listed above.
  return events
    .map((event, place) => ({ event, place }))
    .sort(byDay)
    .map(({ event }) => event)
}

const byDay = (one: { event: HistoryEvent; place: number }, other: { event: HistoryEvent; place: number }): number =>
  one.event.on === other.event.on ? one.place - other.place : one.event.on < other.event.on ? -1 : 1

/** Days of a column, each within the life of the case. */
function daysIn(cells: Cells, column: LedgerColumn, { received, concluded }: Life): readonly string[] {
  const days = cells.days(column, concluded === null)
  for (const given of days) {
    if (received !== null && given < received) cells.fault(column, 'before-receipt', { given, received })
    if (concluded !== null && given > concluded) cells.fault(column, 'after-conclusion', { given, concluded })
  }
  return days
}

/** That what follows has what it follows; else an error. */
function follows(cells: Cells, column: LedgerColumn, days: readonly string[], first: LedgerColumn, before: readonly string[]): boolean {
  if (days.length === 0 || before.length > 0) return true
  cells.fault(column, 'needs-first', { first: ledgerColumns[first][cells.language] })
  return false
}

function corrections(cells: Cells, life: Life, { calendar, correctionDays }: ReadingOptions): HistoryEvent[] {
  const asked = daysIn(cells, 'correctionAskedOn', life)
  const received = daysIn(cells, 'correctedOn', life)
  if (!follows(cells, 'correctedOn', received, 'correctionAskedOn', asked)) return []
  const text = ledgerWords['zh-CN'].importedNote
  const given = cells.some('correctionBy')
  const told = given === '' ? null : cells.dayToCome('correctionBy', given)
  const byOf = (on: string): string => {
    if (told !== null) return told
    const by = addWorkingDays(calendar, on, correctionDays).day
    // Of what is over the day no longer matters.
    if (given === '' && received.length === 0 && life.concluded === null) cells.doubt('correctionBy', 'empty-read', { taken: by })
    return by
  }
  return [
    ...asked.map((on): HistoryEvent => ({ kind: 'correction.asked', on, data: { what: text, by: byOf(on), letterId: null } })),
    ...received.map((on): HistoryEvent => ({ kind: 'correction.received', on, data: { text } })),
  ]
}

function consultations(cells: Cells, life: Life, { newId }: ReadingOptions): HistoryEvent[] {
  const words = ledgerWords['zh-CN']
  const sent = daysIn(cells, 'consultedOn', life)
  const names = listed(cells.some('consulted'))
  if (!follows(cells, 'opinionOn', listed(cells.some('opinionOn')), 'consultedOn', sent)) return []
  if (names.length > 1 && names.length !== sent.length)
    cells.fault('consulted', 'as-many', { given: names.length, other: ledgerColumns.consultedOn[cells.language] })
  // Those without an answer hold their place with a dash, so that each opinion stays with its letter.
  const answers =
    cells.some('opinionOn') === ''
      ? []
      : cells
          .text('opinionOn')
          .split(/[;；、\n]/)
          .map((part) => part.trim())
  const opinions = cells
    .text('opinion')
    .split(/[;；、\n]/)
    .map((part) => part.trim())
  if (answers.length > sent.length)
    cells.fault('opinionOn', 'as-many', { given: answers.length, other: ledgerColumns.consultedOn[cells.language] })
  return sent.flatMap((on, index): HistoryEvent[] => {
    const id = newId()
    const given = names[index] ?? names[0] ?? words.thirdParty
    const isCoMaker = given.startsWith(words.coMaker)
    const name = isCoMaker ? given.slice(words.coMaker.length) : given
    const opened: HistoryEvent = {
      kind: 'consultation.sent',
      on,
      data: { id, party: isCoMaker ? 'co-maker' : 'third-party', name, letterId: null },
    }
    const answered = answeredIn(cells, answers[index] ?? '', on, life)
    if (answered === null) return [opened]
    const opinion = opinionIn(cells, opinions[index] ?? opinions[0] ?? '')
    if (opinion === 'silent') return [opened, { kind: 'consultation.lapsed', on: answered, data: { id } }]
    return [opened, { kind: 'consultation.answered', on: answered, data: { id, opinion, text: words.importedNote } }]
  })
}

const listed = (text: string): string[] =>
  text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function answeredIn(cells: Cells, given: string, sent: string, { concluded }: Life): string | null {
  if (/^[-—–/无]*$/.test(given)) return null
  const day = cells.dayOf('opinionOn', given)
  if (day === null) return null
  if (day < sent) return cells.fault('opinionOn', 'before-receipt', { given: day, received: sent })
  if (concluded !== null && day > concluded) return cells.fault('opinionOn', 'after-conclusion', { given: day, concluded })
  return day
}

function opinionIn(cells: Cells, given: string): 'agrees' | 'refuses' | 'partly' | 'silent' {
  const { opinions } = ledgerWords[cells.language]
  if (/^部分/.test(given)) return 'partly'
  if (/^(?:不同意|不予同意|反对|拒绝)/.test(given)) return 'refuses'
  if (/^同意|^无意见|^无异议/.test(given)) return 'agrees'
  if (/逾期|没有回复|未回复|未答复/.test(given)) return 'silent'
  if (given !== '') cells.fault('opinion', 'choice', { given, choices: Object.values(ledgerWords['zh-CN'].opinions).join('、') })
  else cells.doubt('opinion', 'empty-read', { taken: opinions.partly! })
  return 'partly'
}

function extensions(cells: Cells, life: Life): HistoryEvent[] {
  const told = daysIn(cells, 'extendedOn', life)
  const given = cells.some('extensionDays')
  if (told.length === 0) return []
  const days = given === '' ? 20 : Number(given.normalize('NFKC').replace(/(?:个?工作日|天|日)$/, ''))
  if (!Number.isInteger(days) || days < 1 || days > 20) {
    cells.fault('extensionDays', 'days-of-extension', { given })
    return []
  }
  if (given === '') cells.doubt('extensionDays', 'empty-read', { taken: '20' })
  const text = ledgerWords['zh-CN'].importedNote
  return told.map((on): HistoryEvent => ({ kind: 'extension.told', on, data: { days, approver: '', reason: text, letterId: null } }))
}

function fees(cells: Cells, life: Life): HistoryEvent[] {
  const noticed = daysIn(cells, 'feeNoticedOn', life)
  const paid = daysIn(cells, 'feePaidOn', life)
  if (!follows(cells, 'feePaidOn', paid, 'feeNoticedOn', noticed)) return []
  const amount = amountIn(cells)
  return [
    // The ledger does not say how the fee was counted: 0 stands for what is not known.
    ...noticed.map(
      (on): HistoryEvent => ({ kind: 'fee.noticed', on, data: { mode: 'piece', count: 0, before: 0, amount, letterId: null } }),
    ),
    ...paid.map((on): HistoryEvent => ({ kind: 'fee.paid', on, data: { amount, receipt: '' } })),
  ]
}

/** 元 as 分. */
function amountIn(cells: Cells): number {
  const given = cells.some('feeAmount').normalize('NFKC').replaceAll(',', '').replace(/元$/, '')
  if (given === '') return 0
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(given)
  if (!match) cells.fault('feeAmount', 'amount', { given })
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : 0
}

/** How the row says that the case ended; null while it is open, or where that is wrong. */
export function endingIn(cells: Cells, concluded: string | null, { outcomeWithoutRow }: ReadingOptions): Ending | null {
  const given = cells.some('result')
  const isOpen = /^(?:正在办理|办理中|在办|未办结|未答复|待答复|处理中|结转|结转下年度?(?:继续办理)?)$/.test(given)
  if (given === '' || (isOpen && concluded === null))
    return concluded === null || cells.some('concludedOn') === '' ? null : cells.fault('result', 'needs-result')
  if (concluded === null) return cells.some('concludedOn') === '' ? cells.fault('concludedOn', 'needs-concluded') : null
  const { found, sure } = endingOf(given)
  const [ending] = found
  if (ending === undefined) return cells.fault('result', 'result-unknown', { given })
  if (found.length > 1)
    return cells.fault('result', 'result-unclear', { given, choices: found.map((one) => labelOf(one, outcomeWithoutRow)).join('、') })
  const isOwn = ending !== 'without-row'
  if (!sure || !isOwn) cells.doubt('result', 'result-read', { given, taken: labelOf(ending, outcomeWithoutRow) })
  return ending
}

const rowOf = (ending: Ending, outcomeWithoutRow: OutcomeRow): OutcomeRow =>
  ending === 'withdrawn' ? 'otherOther' : ending === 'without-row' ? outcomeWithoutRow : ending

const labelOf = (ending: Ending, outcomeWithoutRow: OutcomeRow): string => {
  const label = rowLabel(rowOf(ending, outcomeWithoutRow))
  return ending === 'withdrawn' ? `${ledgerWords['zh-CN'].withdrawn}，${label}` : label
}

interface Ended extends Life {
  readonly received: string
  readonly handling: readonly HistoryEvent[]
  readonly ending: Ending | null
}

/** The events that end a case, and what is to be said of its clock. */
export function endingEvents(cells: Cells, { received, concluded, handling, ending }: Ended, options: ReadingOptions): HistoryEvent[] {
  if (concluded !== null && concluded < received) cells.fault('concludedOn', 'before-receipt', { given: concluded, received })
  const due = dueOf(cells, received, handling, options)
  if (concluded === null || ending === null) return []
  const late = lateIn(cells, due, concluded)
  const row = rowOf(ending, options.outcomeWithoutRow)
  const number = cells.some('letterNumber', 100)
  if (ending === 'withdrawn')
    return [{ kind: 'request.withdrawn', on: concluded, data: { text: ledgerWords['zh-CN'].importedNote } }, ...numbered(number, concluded)]
  if (ending === 'otherNotCorrected') {
    if (waits(handling, 'correction'))
      return [{ kind: 'correction.lapsed', on: concluded, data: { letterId: null } }, ...numbered(number, concluded)]
    cells.fault('result', 'correction-lapsed')
    return []
  }
  if (ending === 'otherUnpaid') {
    if (waits(handling, 'fee')) return [{ kind: 'fee.lapsed', on: concluded, data: { letterId: null } }, ...numbered(number, concluded)]
    cells.fault('result', 'fee-lapsed')
    return []
  }
  const method = deliveryOf(cells.some('method', 60)).found[0] ?? 'post'
  const served = cells.day('servedOn')
  return [
    { kind: 'outcome.decided', on: concluded, data: { path: [], outcome: 'imported', row } },
    { kind: 'answer.sent', on: concluded, data: { letterId: null, row, method, late, ...(number !== '' && { number }) } },
    ...(served === null
      ? []
      : [{ kind: 'answer.served', on: served, data: { method: cells.some('method', 60), letterId: null } } as const]),
  ]
}

/** The number of a paper that ended a case without an answer. */
const numbered = (number: string, on: string): HistoryEvent[] =>
  number === '' ? [] : [{ kind: 'note.added', on, data: { text: `${ledgerColumns.letterNumber['zh-CN']}：${number}` } }]

function waits(handling: readonly HistoryEvent[], what: 'correction' | 'fee'): boolean {
  const [asked, came] = what === 'correction' ? ['correction.asked', 'correction.received'] : ['fee.noticed', 'fee.paid']
  const last = handling.filter(({ kind }) => kind === asked || kind === came).at(-1)
  return last?.kind === asked
}

/** The last day to answer by the days of the row; what does not fit is an error, what the ledger says otherwise a doubt. */
function dueOf(cells: Cells, received: string, handling: readonly HistoryEvent[], { calendar }: ReadingOptions): string | null {
  const { result, problem } = checkedDueDate(calendar, { received, events: clockOf(handling) })
  if (problem) {
    // Where a day is wrong already, that it does not fit the others says nothing more.
    if (cells.errors.length === 0) cells.fault('receivedOn', 'clock', { sentence: problemSentence(problem, cells.language) })
    return null
  }
  const given = cells.some('dueOn')
  const said = given === '' ? null : cells.dayToCome('dueOn', given)
  if (said !== null && result.due !== null && said !== result.due) cells.doubt('dueOn', 'due-differs', { given: said, due: result.due })
  return result.due
}

/** The events as the calendar knows them. */
function clockOf(handling: readonly HistoryEvent[]): DeadlineEvent[] {
  return handling.flatMap(({ kind, on, data }): DeadlineEvent[] => {
    if (kind === 'extension.told') return [{ kind: 'extended', date: on, days: data.days }]
    if (kind === 'consultation.sent') return [{ kind: 'consultation-sent', date: on, of: data.id }]
    if (kind === 'consultation.answered' || kind === 'consultation.lapsed')
      return [{ kind: 'consultation-answered', date: on, of: data.id }]
    const known = clockKinds[kind]
    return known === undefined ? [] : [{ kind: known, date: on }]
  })
}

const clockKinds: Readonly<Partial<Record<HistoryEvent['kind'], DeadlineEvent['kind']>>> = {
  'correction.asked': 'correction-asked',
  'correction.received': 'corrected',
  'fee.noticed': 'fee-noticed',
  'fee.paid': 'fee-paid',
}

/** Whether the answer was late by the calendar, whatever the ledger says. */
function lateIn(cells: Cells, due: string | null, concluded: string): { reason: string; sectionId: null } | null {
  const isLate = due !== null && concluded > due
  const given = cells.some('late', 60)
  const saysLate = /^(?:是|逾期|超期|已逾期|未按期|未按时|yes|late)/i.test(given)
  if (cells.text('late') !== '' && due !== null && saysLate !== isLate)
    cells.doubt('late', 'late-differs', { given: cells.text('late'), due, concluded })
  return isLate ? { reason: cells.some('lateReason', 500) || ledgerWords['zh-CN'].lateReasonUnknown, sectionId: null } : null
}
