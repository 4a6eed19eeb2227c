/** Runs every scenario of fixtures/cases through the pure fold, the calendar and the tables. */
import { expect, test } from 'vitest'
import {
  addWorkingDays,
  type Channel,
  calendarOf,
  dueDate,
  informationFee,
  problemOf,
  type ReceiptFacts,
  receiptDay,
  shippedNotices,
  terms,
  type WorkCalendar,
} from '#calendar'
import {
  type ApplicantKind,
  applicantKinds,
  type CaseEvent,
  type CaseEventKind,
  type CaseEvents,
  type CaseType,
  type FoldedCase,
  outcomeRows,
  outcomes,
  tallyRequests,
  verbs,
} from '#casework'
import { clockOf, fold, roundOf } from '../src/casework/fold.ts'
import { holds } from '../src/casework/guards.ts'
import { letterKinds } from '../src/casework/letters/kinds.ts'
import { decisionOf, type Expectation, type Happening, type Scenario, scenarios } from './case-scenarios.ts'

const all = scenarios()

test('there are enough of them, with every row of table 三 and every verb that moves a clock', () => {
  expect(all.length).toBeGreaterThan(100)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  const ends = all.flatMap(({ happenings }) => happenings.flatMap(({ expected }) => expected.filter(({ key }) => key === 'row')))
  for (const row of outcomeRows) expect(ends.map(({ value }) => value)).toContain(row)
  const done = new Set(all.flatMap(({ happenings }) => happenings.map(({ verb }) => verb)))
  const few = Object.keys(verbs).filter((verb) => !['assign', 'note', 'log-call', 'set-internal-deadline'].includes(verb))
  for (const verb of few) expect([...done]).toContain(verb)
})

test.each(all.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
  const run: Run = { scenario, calendar: calendarUpTo(Number(scenario.given.holidays ?? 2026)), parts: [], fee: null, late: null }
  for (const happening of scenario.happenings) {
    happen(run, happening)
    for (const one of happening.expected) expect([one.line, one.key, found(run, happening, one)]).toEqual([one.line, one.key, one.value])
  }
})

interface Run {
  readonly scenario: Scenario
  calendar: WorkCalendar
  /** Events of each case of the form. */
  parts: CaseEvent[][]
  fee: number | null
  late: boolean | null
}

const calendarUpTo = (year: number): WorkCalendar => calendarOf({ notices: shippedNotices.filter((notice) => notice.year <= year) })

const caseOf = ({ scenario, parts }: Run, part: number): FoldedCase =>
  fold(parts[part - 1]!, { reopenedCounts: scenario.given.reopenedCounts === 'anew' ? 'anew' : 'once' })

function happen(run: Run, happening: Happening): void {
  const { on, verb, options, part } = happening
  if (verb === 'notice') run.calendar = calendarUpTo(Number(happening.words[0]))
  else if (verb === 'receive' || verb === 'submit') {
    const data = registration(run.scenario, happening)
    run.parts = Array.from({ length: Number(options.parts ?? 1) }, () => [written('request.submitted', data.on, data.data)])
  } else if (happening.refusal !== null) expect([happening.line, refusalOf(run, happening)]).toEqual([happening.line, happening.refusal])
  else {
    expect([happening.line, refusalOf(run, happening)]).toEqual([happening.line, null])
    const before = caseOf(run, part)
    if (verb === 'answer') run.late = isLate(run, before, on)
    run.parts[part - 1]!.push(eventOf(run, happening, before))
    const clock = clockOf(caseOf(run, part))
    if (clock) expect([happening.line, problemOf(run.calendar, clock)]).toEqual([happening.line, null])
  }
}

function registration({ given }: Scenario, { on, words, options }: Happening): { on: string; data: CaseEvents['request.submitted'] } {
  const [channel, kind, ...marks] = words as [Channel, ApplicantKind, ...string[]]
  const { parts: _parts, together, type, ...days } = options
  const facts: ReceiptFacts = channel === 'in-person' && days.submitted === undefined ? { ...days, submitted: on } : days
  const emailBy = given.emailReceipt === 'system' || given.emailReceipt === 'confirmation' ? given.emailReceipt : 'earlier'
  const column = columnOf([kind, ...(together === undefined ? [] : [together as ApplicantKind])], given.mixedApplicants ?? 'first')
  return {
    on: facts.submitted ?? on,
    data: {
      type: (type ?? 'request') as CaseType,
      channel,
      oral: marks.includes('oral'),
      facts,
      receivedOn: receiptDay(channel, facts, emailBy).day,
      kind: column,
      title: '青石水库除险加固工程验收报告',
      wanted: '验收报告全文',
    },
  }
}

/** The column of a form that several signed, as the setting says. */
function columnOf(kinds: readonly ApplicantKind[], setting: string): ApplicantKind {
  if (setting === 'natural-person') return kinds.find((kind) => kind === 'naturalPerson') ?? kinds[0]!
  if (setting === 'organisation') return kinds.find((kind) => kind !== 'naturalPerson') ?? kinds[0]!
  return kinds[0]!
}

let ids = 0
const written = <Kind extends CaseEventKind>(kind: Kind, on: string, data: CaseEvents[Kind]): CaseEvent =>
  ({ id: `event-${++ids}`, kind, on, at: new Date(`${on}T01:00:00Z`), personId: null, data }) as CaseEvent

/** Why a verb may not happen now, as the machine, its guards, the calendar and the terms say; null where it may. */
function refusalOf(run: Run, happening: Happening): string | null {
  const { verb, on, part, words, options } = happening
  if (verb === 'receive' || verb === 'submit' || verb === 'notice') return null
  const state = caseOf(run, part)
  const { from, needs } = verbs[verb]
  if (!(from as readonly string[]).includes(state.state)) return 'case-state'
  const missing = needs.find((guard) => !holds[guard](state))
  if (missing) return missing
  if (verb === 'answer' && isLate(run, state, on) && options.late === undefined) return 'late-reason-missing'
  if (verb === 'notice-fee' && feeOf(words, options) === 0) return 'fee-nothing'
  const clock = clockOf(fold([...run.parts[part - 1]!, eventOf(run, happening, state)], { reopenedCounts: 'once' }))
  return clock && problemOf(run.calendar, clock) ? 'wrong-deadline' : null
}

/** The fee in 分: of pieces, what the month's count adds. */
function feeOf([mode, count]: readonly string[], options: Happening['options']): number {
  if (mode === 'page') return informationFee('page', Number(count)).amount
  const before = Number(options.before ?? 0)
  return informationFee('piece', before + Number(count)).amount - informationFee('piece', before).amount
}

function isLate({ calendar }: Run, state: FoldedCase, on: string): boolean {
  const clock = clockOf(state)
  const { due } = clock ? dueDate(calendar, clock) : { due: null }
  return due !== null && on > due
}

/** The event that a verb writes, from the words of its line. */
function eventOf(run: Run, { verb, on, words, options, part }: Happening, state: FoldedCase): CaseEvent {
  const [first = '', second = '', third = ''] = words
  const make = <Kind extends CaseEventKind>(kind: Kind, data: CaseEvents[Kind]) => written(kind, on, data)
  switch (verb) {
    case 'confirm':
      return make('request.received', { facts: { confirmed: on }, receivedOn: on, reason: '' })
    case 'correct-receipt': {
      const facts = { submitted: state.submittedOn, ...options }
      return make('request.received', { facts, receivedOn: receiptDay(state.channel, facts).day!, reason: '对照签收单' })
    }
    case 'amend':
      return make('request.amended', { kind: options.kind as ApplicantKind, reason: '登记有误' })
    case 'link':
      return make('request.linked', { requestId: 'another', how: 'repeat' })
    case 'withdraw':
      return make('request.withdrawn', { text: '不再需要' })
    case 'void':
      return make('request.voided', { reason: '重复登记' })
    case 'log-search':
      return make('search.logged', { where: '档案室', terms: '验收报告', found: Number(first), text: '' })
    case 'ask-inquiry':
      return make('inquiry.sent', { id: first, sectionId: null, name: '工程股', question: '请提供验收报告', dueOn: second })
    case 'chase-inquiry':
      return make('inquiry.chased', { id: first })
    case 'answer-inquiry':
      return make('inquiry.answered', { id: first, text: '已交' })
    case 'ask-correction':
      return make('correction.asked', { what: '请写明文件名称', by: first, letterId: null })
    case 'receive-correction':
      return make('correction.received', { text: '已写明' })
    case 'lapse-correction':
      return make('correction.lapsed', { letterId: null })
    case 'consult':
      return make('consultation.sent', {
        id: first,
        party: second === 'co-maker' ? 'co-maker' : 'third-party',
        name: third,
        letterId: null,
      })
    case 'record-consultation-received':
      return make('consultation.received', { id: first })
    case 'record-opinion':
      return make('consultation.answered', { id: first, opinion: second as 'agrees' | 'refuses' | 'partly', text: '' })
    case 'lapse-consultation':
      return make('consultation.lapsed', { id: first })
    case 'ask-reasons':
      return make('reasons.asked', { by: first, letterId: null })
    case 'record-reasons':
      return make('reasons.given', { text: '研究需要', reasonable: first === 'reasonable' })
    case 'fix-delay':
      return make('delay.fixed', { until: first, letterId: null })
    case 'extend':
      return make('extension.told', { days: Number(first), approver: '周主任', reason: '资料多', letterId: null })
    case 'notice-fee': {
      run.fee = feeOf(words, options)
      const mode = first === 'page' ? 'page' : 'piece'
      return make('fee.noticed', { mode, count: Number(second), before: Number(options.before ?? 0), amount: run.fee, letterId: null })
    }
    case 'record-payment':
      return make('fee.paid', { amount: state.fee?.amount ?? 0, receipt: '' })
    case 'lapse-fee':
      return make('fee.lapsed', { letterId: null })
    case 'refer':
      return make('referral.sent', { id: 'a', to: 'secrecy', question: '能否公开' })
    case 'answer-referral':
      return make('referral.answered', { id: 'a', text: '不能' })
    case 'decide':
      return make('outcome.decided', decisionOf(run.scenario, { row: first, letter: second, type: state.type }))
    case 'answer': {
      const method = first as CaseEvents['answer.sent']['method']
      const late = options.late === undefined ? null : { reason: options.late, sectionId: null }
      return make('answer.sent', { letterId: null, row: roundOf(caseOf(run, part)).decision?.row ?? null, method, late })
    }
    case 'record-service':
      return make('answer.served', { method: '签收', letterId: null })
    case 'record-undelivered':
      return make('answer.undelivered', { reason: '查无此人', letterId: null })
    case 'reopen':
      return make('request.reopened', { because: first === 'own' ? '自行纠正' : '复议撤销', challengeId: null, dueOn: options.due ?? null })
    case 'offer-publication':
      return make('publication.offered', { by: 'applicant' })
    case 'settle-publication':
      return make('publication.settled', { accepted: first === 'yes', reason: '' })
    case 'rate':
      return make('rating.given', { score: Number(first), text: '' })
    case 'archive':
      return make('request.archived', { hash: '0'.repeat(64) })
    default:
      throw new Error(`no scenario says how to ${verb}`)
  }
}

/** What stands where a scenario expects something, written as the scenario writes it. */
function found(run: Run, happening: Happening, { key, value }: Expectation): string {
  const { part } = happening
  const state = caseOf(run, part)
  const clock = clockOf(state)
  const due = clock && dueDate(run.calendar, clock)
  switch (key) {
    case 'state':
      return state.state
    case 'received':
      return state.receivedOn ?? '-'
    case 'due':
      return due?.due ? `${due.due} ${due.status}` : '-'
    case 'extended':
      return due?.extendedDue ?? '-'
    case 'correction-by':
      return due?.correctionBy ?? '-'
    case 'pay-by':
      return due?.steps.find(({ rule }) => rule === 'fee-by')?.date ?? '-'
    case 'lapses': {
      const [id] = value.split(' ')
      const one = state.consultations.find((consultation) => consultation.id === id)!
      return `${id} ${addWorkingDays(run.calendar, one.receivedOn ?? one.sentOn, terms['third-party'].length).day}`
    }
    case 'unconfirmed-by':
      return addWorkingDays(run.calendar, state.submittedOn, 1).day
    case 'fee':
      return String((run.fee ?? 0) / 100)
    case 'rounds':
      return String(state.rounds.length)
    case 'column':
      return state.kind
    case 'row':
      return roundOf(state).conclusion?.row ?? '-'
    case 'letters':
      return lettersOf(happening, state)
    case 'withheld':
      return outcomes[roundOf(state).decision?.outcome ?? '']?.withholds ? 'yes' : 'no'
    case 'late':
      return run.late ? 'yes' : 'no'
    case 'table':
      return `${value.slice(0, 4)} ${tableIn(state, Number(value.slice(0, 4)))}`
    default:
      throw new Error(`no scenario can expect ${key}`)
  }
}

/** The paper that goes with what happened: of an answer by its outcome, else the kind that the verb is sent by. */
function lettersOf({ verb, words }: Happening, state: FoldedCase): string {
  if (verb === 'answer') return outcomes[roundOf(state).decision!.outcome]!.letter
  if (verb === 'withdraw') return letterKinds['withdrawn-notice'].id
  const kinds = Object.values(letterKinds).filter((kind) => kind.verb === verb)
  return kinds
    .filter(({ to }) => verb !== 'consult' || to === words[1])
    .map(({ id }) => id)
    .join(' ')
}

/** The rows of table 三 in which a case counts in a year, in the order printed. */
function tableIn(state: FoldedCase, year: number): string {
  const rows = state.counted.map((counted, part) => ({ ...counted, part, requestId: 'case', kind: state.kind }))
  const { cells } = tallyRequests(rows, year)
  for (const kind of applicantKinds) if (kind !== state.kind) expect(cells[`requests.received.${kind}`]).toBe(0)
  const shown = Object.entries(cells).flatMap(([key, count]) => {
    const [, row, column] = key.split('.')
    return column === state.kind && row !== 'concluded' && count > 0 ? [count > 1 ? `${row}×${count}` : row!] : []
  })
  return shown.join(' ') || '-'
}
