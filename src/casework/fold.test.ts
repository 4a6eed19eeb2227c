/** What events make of a case; pure. */
import { describe, expect, test } from 'vitest'
import { calendarOf, dueDate } from '#calendar'
import type { CaseEvent, CaseEventKind, CaseEvents } from './events.ts'
import { clockOf, fold, roundOf } from './fold.ts'
import type { Counted, FoldedCase } from './model.ts'

type Told = { [Kind in CaseEventKind]: readonly [on: string, kind: Kind, data: CaseEvents[Kind]] }[CaseEventKind]

const eventsOf = (told: readonly Told[]): CaseEvent[] =>
  told.map(
    ([on, kind, data], index) => ({ id: `event-${index}`, kind, on, at: new Date(`${on}T01:00:00Z`), personId: null, data }) as CaseEvent,
  )

const submitted = (on: string, change: Partial<CaseEvents['request.submitted']> = {}): Told => [
  on,
  'request.submitted',
  {
    type: 'request',
    channel: 'in-person',
    oral: false,
    facts: { submitted: on },
    receivedOn: on,
    kind: 'naturalPerson',
    title: '河桥水库批复',
    wanted: '原文',
    ...change,
  },
]
const answered = (on: string, row: CaseEvents['answer.sent']['row']): Told[] => [
  [on, 'outcome.decided', { path: [], outcome: String(row), row }],
  [on, 'answer.sent', { letterId: null, row, method: 'post', late: null }],
]
const reopened = (on: string, dueOn: string | null = null): Told => [
  on,
  'request.reopened',
  { because: '复议撤销', challengeId: null, dueOn },
]
const caseOf = (told: readonly Told[], reopenedCounts: 'once' | 'anew' = 'once'): FoldedCase => fold(eventsOf(told), { reopenedCounts })
const dueOf = (told: readonly Told[]): string | null => dueDate(calendarOf(), clockOf(caseOf(told))!).due

describe('the state and the clock', () => {
  const begin = submitted('2026-03-02')
  const asked: Told = ['2026-03-04', 'correction.asked', { what: '写明年份', by: '2026-03-20', letterId: null }]
  const sent: Told = ['2026-03-05', 'consultation.sent', { id: 'c1', party: 'third-party', name: '甲厂', letterId: null }]
  const noticed: Told = ['2026-03-05', 'fee.noticed', { mode: 'page', count: 60, before: 0, amount: 300_00, letterId: null }]

  test.each<[string, readonly Told[], string, string | null]>([
    ['registered', [begin], 'handling', '2026-03-30'],
    ['correction asked: waits', [begin, asked], 'correcting', null],
    ['corrected: begins anew', [begin, asked, ['2026-03-10', 'correction.received', { text: '2023' }]], 'handling', '2026-04-08'],
    ['consulted: stands', [begin, sent], 'handling', '2026-04-21'],
    [
      'heard: goes on',
      [begin, sent, ['2026-03-10', 'consultation.answered', { id: 'c1', opinion: 'agrees', text: '' }]],
      'handling',
      '2026-04-02',
    ],
    [
      'extended',
      [begin, ['2026-03-20', 'extension.told', { days: 10, approver: '负责人', reason: '多', letterId: null }]],
      'handling',
      '2026-04-14',
    ],
    ['reasons asked: runs on', [begin, ['2026-03-04', 'reasons.asked', { by: '2026-03-18', letterId: null }]], 'explaining', '2026-03-30'],
    ['delay fixed', [begin, ['2026-03-20', 'delay.fixed', { until: '2026-05-15', letterId: null }]], 'handling', '2026-05-15'],
    ['fee noticed: waits', [begin, noticed], 'paying', null],
    ['paid: begins anew', [begin, noticed, ['2026-03-10', 'fee.paid', { amount: 300_00, receipt: '1' }]], 'handling', '2026-04-08'],
  ])('%s', (_, told, state, due) => {
    expect([caseOf(told).state, dueOf(told)]).toEqual([state, due])
  })

  test('a decision set aside begins the clock again, or ends on the day that was fixed', () => {
    const first = [begin, ...answered('2026-03-20', 'refusedProcess')]
    expect(dueOf([...first, reopened('2026-06-01')])).toBe('2026-06-30')
    expect(dueOf([...first, reopened('2026-06-01', '2026-06-11')])).toBe('2026-06-11')
  })

  test('an opinion that comes after the decision was set aside leaves the new clock alone', () => {
    const history: Told[] = [begin, sent, ['2026-03-10', 'request.withdrawn', { text: '' }], reopened('2026-06-01')]
    const late: Told = ['2026-06-02', 'consultation.answered', { id: 'c1', opinion: 'refuses', text: '' }]
    expect(dueOf([...history, late])).toBe(dueOf(history))
    expect(caseOf([...history, late]).consultations).toMatchObject([{ opinion: 'refuses', answeredOn: '2026-06-02' }])
  })

  test('silence is written down as silence', () => {
    expect(caseOf([begin, sent, ['2026-03-27', 'consultation.lapsed', { id: 'c1' }]]).consultations).toMatchObject([
      { opinion: 'silent', answeredOn: '2026-03-27' },
    ])
  })

  test('a day of receipt corrected moves the clock and the count', () => {
    const moved: Told = ['2026-03-06', 'request.received', { facts: {}, receivedOn: '2026-02-27', reason: '回执' }]
    expect(caseOf([begin, moved])).toMatchObject({ receivedOn: '2026-02-27', counted: [{ receivedOn: '2026-02-27' }] })
    // Saturday 28 February is worked.
    expect(dueOf([begin, moved])).toBe('2026-03-26')
  })

  test('events must begin with a registration, and hold one', () => {
    expect(() => caseOf([asked])).toThrow('begins with its registration')
    expect(() => caseOf([begin, begin])).toThrow('registered once')
  })
})

describe('what table 三 counts', () => {
  const begin = submitted('2024-11-04')
  const histories: Record<string, { told: readonly Told[]; once: Counted[]; anew: Counted[] }> = {
    'nobody has confirmed it': { told: [submitted('2024-11-04', { channel: 'internet', receivedOn: null })], once: [], anew: [] },
    'registered by mistake': { told: [begin, ['2024-11-05', 'request.voided', { reason: '误登' }]], once: [], anew: [] },
    'a record about oneself': { told: [submitted('2024-11-04', { type: 'record-correction' })], once: [], anew: [] },
    open: {
      told: [begin],
      once: [{ receivedOn: '2024-11-04', concludedOn: null, row: null }],
      anew: [{ receivedOn: '2024-11-04', concludedOn: null, row: null }],
    },
    'set aside within the year and not yet decided: carried out': {
      told: [begin, ...answered('2024-11-20', 'refusedProcess'), reopened('2024-12-02')],
      once: [{ receivedOn: '2024-11-04', concludedOn: null, row: null }],
      anew: [
        { receivedOn: '2024-11-04', concludedOn: '2024-11-20', row: 'refusedProcess' },
        { receivedOn: '2024-12-02', concludedOn: null, row: null },
      ],
    },
    'set aside within the year and decided again: the row that stood': {
      told: [begin, ...answered('2024-11-20', 'refusedProcess'), reopened('2024-12-02'), ...answered('2024-12-20', 'granted')],
      once: [{ receivedOn: '2024-11-04', concludedOn: '2024-12-20', row: 'granted' }],
      anew: [
        { receivedOn: '2024-11-04', concludedOn: '2024-11-20', row: 'refusedProcess' },
        { receivedOn: '2024-12-02', concludedOn: '2024-12-20', row: 'granted' },
      ],
    },
    'set aside in a later year: what was reported stays': {
      told: [begin, ...answered('2024-11-20', 'refusedProcess'), reopened('2025-02-10'), ...answered('2025-03-03', 'granted')],
      once: [{ receivedOn: '2024-11-04', concludedOn: '2024-11-20', row: 'refusedProcess' }],
      anew: [
        { receivedOn: '2024-11-04', concludedOn: '2024-11-20', row: 'refusedProcess' },
        { receivedOn: '2025-02-10', concludedOn: '2025-03-03', row: 'granted' },
      ],
    },
    'not paid for': {
      told: [
        begin,
        ['2024-11-08', 'fee.noticed', { mode: 'page', count: 60, before: 0, amount: 300_00, letterId: null }],
        ['2024-12-10', 'fee.lapsed', { letterId: null }],
      ],
      once: [{ receivedOn: '2024-11-04', concludedOn: '2024-12-10', row: 'otherUnpaid' }],
      anew: [{ receivedOn: '2024-11-04', concludedOn: '2024-12-10', row: 'otherUnpaid' }],
    },
    'withdrawn before anybody confirmed it': {
      told: [submitted('2024-11-04', { channel: 'internet', receivedOn: null }), ['2024-11-06', 'request.withdrawn', { text: '' }]],
      once: [{ receivedOn: '2024-11-06', concludedOn: '2024-11-06', row: 'otherOther' }],
      anew: [{ receivedOn: '2024-11-06', concludedOn: '2024-11-06', row: 'otherOther' }],
    },
  }
  for (const [name, { told, once, anew }] of Object.entries(histories))
    test(name, () => {
      expect(caseOf(told, 'once').counted).toEqual(once)
      expect(caseOf(told, 'anew').counted).toEqual(anew)
    })

  test('a correction of a record ends in no row, whatever its answer says', () => {
    const told = [submitted('2026-03-02', { type: 'record-correction' }), ...answered('2026-03-20', 'granted')]
    expect(roundOf(caseOf(told)).conclusion).toMatchObject({ how: 'answered', row: null })
  })
})
