import { describe, expect, test } from 'vitest'
import { calendarOf } from '#calendar'
import { tallyChallenges } from '../tally/tally.ts'
import type { ChallengeEvent, ChallengeEventKind, ChallengeEvents } from './events.ts'
import { countedChallenge, foldChallenge } from './fold.ts'
import { limitOf } from './limits.ts'
import { type ChallengeOutcome, challengeOutcomes, outcomes } from './model.ts'

type Line = { [Kind in ChallengeEventKind]: readonly [on: string, kind: Kind, data: ChallengeEvents[Kind]] }[ChallengeEventKind]

const eventsOf = (lines: readonly Line[]): ChallengeEvent[] =>
  lines.map(
    ([on, kind, data], at) =>
      ({ id: `event-${at}`, kind, on, at: new Date(`${on}T09:00:00+08:00`), personId: 'p', data }) as ChallengeEvent,
  )
const fold = (...lines: readonly Line[]) => foldChallenge(eventsOf(lines))

const facts = { part: 'respondent', reconsiderationId: null, requestIds: ['r1'], number: '', personId: null, grounds: '' } as const
const reconsidered = (on: string): Line => [
  on,
  'challenge.filed',
  { ...facts, kind: 'reconsideration', isDirect: null, organ: '青石县人民政府' },
]
const sued = (on: string, isDirect = true, part: 'respondent' | 'co-defendant' = 'respondent'): Line => [
  on,
  'challenge.filed',
  { ...facts, part, kind: 'litigation', isDirect, organ: '青石县人民法院' },
]
const accepted = (on: string, isDeemed = false): Line => [on, 'challenge.accepted', { isDeemed, number: '' }]
const copied = (on: string, procedure: 'ordinary' | 'simple' = 'ordinary'): Line => [
  on,
  'challenge.copy-received',
  { procedure, number: '' },
]
const answered = (on: string): Line => [on, 'challenge.answered', { lateReason: '', text: '' }]
const refused = (on: string): Line => [on, 'challenge.refused', { number: '', text: '' }]
const withdrawn = (on: string): Line => [on, 'challenge.withdrawn', { text: '' }]
const decided = (on: string, outcome: ChallengeEvents['challenge.decided']['outcome']): Line => [
  on,
  'challenge.decided',
  { outcome, number: '', text: '', reopened: [] },
]
const appealed = (on: string, stage: 'second' | 'retrial' = 'second'): Line => [
  on,
  'challenge.appealed',
  { stage, by: 'applicant', organ: stage === 'second' ? '云州市中级人民法院' : '某省高级人民法院', number: '', text: '' },
]
const remanded = (on: string): Line => [on, 'challenge.remanded', { organ: '青石县人民法院', number: '', text: '' }]

/** Where a challenge counts from 2023 to 2028: `2025 upheld`, each cell but the totals. */
function countsOf(...lines: readonly Line[]): string[] {
  const row = countedChallenge('c', fold(...lines))
  return [2023, 2024, 2025, 2026, 2027, 2028].flatMap((year) =>
    Object.entries(tallyChallenges([row], year).cells).flatMap(([key, count]) =>
      count === 0 || key.endsWith('.total') ? [] : [`${year} ${key.split('.').slice(1).join(' ')}${count === 1 ? '' : ` ×${count}`}`],
    ),
  )
}

describe('what table 四 counts', () => {
  test.each<readonly [string, readonly Line[], readonly string[]]>([
    [
      'open until it is decided',
      [reconsidered('2023-12-20'), copied('2023-12-25')],
      [...[2023, 2024, 2025, 2026, 2027, 2028].map((year) => `${year} reconsideration pending`)],
    ],
    [
      'decided the year after: open first, its result then, once',
      [reconsidered('2024-12-20'), copied('2024-12-25'), answered('2025-01-06'), decided('2025-02-10', 'ordered-to-perform')],
      ['2024 reconsideration pending', '2025 reconsideration corrected'],
    ],
    [
      'filed and decided in one year',
      [reconsidered('2025-02-01'), copied('2025-02-10'), decided('2025-03-10', 'maintained')],
      ['2025 reconsideration upheld'],
    ],
    [
      'decided on the last day of the year',
      [sued('2025-03-01'), copied('2025-03-05'), decided('2025-12-31', 'claim-rejected')],
      ['2025 directLitigation upheld'],
    ],
    ['not accepted', [reconsidered('2025-03-01'), refused('2025-03-06')], ['2025 reconsideration other']],
    ['withdrawn before it was accepted', [sued('2025-03-01'), withdrawn('2025-03-06')], ['2025 directLitigation other']],
    [
      'one suit through three courts in one year is one',
      [
        sued('2025-01-10', false),
        copied('2025-01-15'),
        decided('2025-03-01', 'claim-rejected'),
        appealed('2025-03-10'),
        copied('2025-03-15'),
        decided('2025-06-01', 'revoked'),
        appealed('2025-08-01', 'retrial'),
        copied('2025-08-05'),
        decided('2025-11-01', 'judgment-stands'),
      ],
      ['2025 litigationAfterReconsideration corrected'],
    ],
    [
      'one suit through three courts in three years counts in the first year at whose end it stood decided',
      [
        sued('2024-11-10'),
        copied('2024-11-15'),
        decided('2025-03-01', 'claim-rejected'),
        appealed('2025-03-10'),
        copied('2025-03-15'),
        decided('2025-11-20', 'judgment-stands'),
        appealed('2026-02-01', 'retrial'),
        copied('2026-02-05'),
        decided('2027-03-01', 'revoked'),
      ],
      ['2024 directLitigation pending', '2025 directLitigation upheld'],
    ],
    [
      'under appeal over the end of the year it is open, and the judgment on appeal counts',
      [
        sued('2025-01-10'),
        copied('2025-01-15'),
        decided('2025-10-01', 'dismissed'),
        appealed('2025-10-12'),
        copied('2025-10-20'),
        decided('2026-02-01', 'judgment-stands'),
      ],
      ['2025 directLitigation pending', '2026 directLitigation other'],
    ],
    [
      'an appeal taken back leaves the judgment, from the day it is taken back',
      [sued('2025-01-10'), copied('2025-01-15'), decided('2025-10-01', 'revoked'), appealed('2025-12-12'), withdrawn('2026-01-10')],
      ['2025 directLitigation pending', '2026 directLitigation corrected'],
    ],
    [
      'sent back, it is open again, and what was sent back stands no more',
      [
        sued('2025-01-10'),
        copied('2025-01-15'),
        decided('2025-05-01', 'claim-rejected'),
        appealed('2025-05-12'),
        copied('2025-05-20'),
        remanded('2025-09-01'),
        withdrawn('2026-03-01'),
      ],
      ['2025 directLitigation pending', '2026 directLitigation other'],
    ],
    [
      'a suit that was refused goes on where the refusal is appealed against',
      [sued('2025-01-10'), refused('2025-01-16'), appealed('2025-01-25'), accepted('2025-02-01'), decided('2025-03-01', 'judgment-stands')],
      ['2025 directLitigation other'],
    ],
    [
      'a co-defendant is counted nowhere',
      [sued('2024-03-01', false, 'co-defendant'), copied('2024-03-05'), decided('2025-05-01', 'revoked')],
      [],
    ],
    [
      'what was written down by mistake is counted nowhere',
      [
        sued('2024-03-01'),
        copied('2024-03-05'),
        decided('2025-05-01', 'revoked'),
        ['2025-06-01', 'challenge.voided', { reason: '登记重复' }],
      ],
      [],
    ],
    [
      'a wrong day of filing, a wrong ground and a wrong part are corrected in what is counted',
      [
        sued('2025-01-03', true, 'co-defendant'),
        copied('2025-01-15'),
        ['2025-02-01', 'challenge.amended', { filedOn: '2024-12-30', isDirect: false, part: 'respondent', reason: '登记错了' }],
        decided('2025-05-01', 'changed'),
      ],
      ['2024 litigationAfterReconsideration pending', '2025 litigationAfterReconsideration corrected'],
    ],
  ])('%s', (_, lines, expected) => expect(countsOf(...lines)).toEqual(expected))

  test('every outcome is in one class of the form, but a judgment that stands, which is what it was', () => {
    expect(challengeOutcomes.filter((one) => outcomes[one] === null)).toEqual(['judgment-stands'])
    const classes = (wanted: string) => (challengeOutcomes as readonly ChallengeOutcome[]).filter((one) => outcomes[one] === wanted)
    expect(classes('upheld')).toEqual(['maintained', 'claim-rejected'])
    expect(classes('corrected')).toEqual(['revoked', 'changed', 'declared-illegal', 'declared-void', 'ordered-to-perform'])
    expect(classes('other')).toEqual(['dismissed', 'mediated', 'ended', 'withdrawn', 'not-accepted'])
  })
})

describe('the limit that runs', () => {
  const calendar = calendarOf()
  const limit = (...lines: readonly Line[]) => {
    const found = limitOf(fold(...lines), calendar)
    return found && [found.kind, found.term.id, found.dueOn, found.dueStatus]
  }

  test.each<readonly [string, readonly Line[], readonly string[] | null]>([
    [
      'a reconsideration waits five working days to be accepted',
      [reconsidered('2026-03-02')],
      ['challenge-acceptance', 'reconsideration-acceptance', '2026-03-09', 'final'],
    ],
    [
      '… counted over New Year, with the Sunday that is worked',
      [reconsidered('2025-12-29')],
      ['challenge-acceptance', 'reconsideration-acceptance', '2026-01-06', 'final'],
    ],
    ['a court’s acceptance has no limit here', [sued('2026-03-02')], null],
    ['accepted without the copy nothing runs', [reconsidered('2026-03-02'), accepted('2026-03-04')], null],
    [
      'ten working days by the ordinary procedure',
      [reconsidered('2025-12-22'), copied('2025-12-29')],
      ['challenge-answer', 'reconsideration-answer', '2026-01-13', 'final'],
    ],
    [
      'five by the simple one',
      [reconsidered('2025-12-22'), copied('2025-12-29', 'simple')],
      ['challenge-answer', 'reconsideration-answer-simple', '2026-01-06', 'final'],
    ],
    [
      'the later word on the copy counts',
      [reconsidered('2026-03-02'), copied('2026-03-04'), copied('2026-03-05', 'simple')],
      ['challenge-answer', 'reconsideration-answer-simple', '2026-03-12', 'final'],
    ],
    [
      'fifteen days before a court, over a rest day to the next that is worked',
      [sued('2025-12-01'), copied('2025-12-18')],
      ['challenge-answer', 'court-answer', '2026-01-04', 'final'],
    ],
    [
      'the same on appeal',
      [sued('2025-12-01'), copied('2025-12-02'), decided('2026-02-01', 'revoked'), appealed('2026-02-10'), copied('2026-03-06')],
      ['challenge-answer', 'appeal-answer', '2026-03-23', 'final'],
    ],
    [
      'and for a retrial',
      [sued('2025-12-01'), copied('2025-12-02'), decided('2026-02-01', 'revoked'), appealed('2026-02-10', 'retrial'), copied('2026-03-02')],
      ['challenge-answer', 'retrial-answer', '2026-03-17', 'final'],
    ],
    ['none once answered', [sued('2025-12-01'), copied('2025-12-18'), answered('2025-12-28')], null],
    [
      'in a year not announced it may move',
      [reconsidered('2031-12-20'), copied('2031-12-25')],
      ['challenge-answer', 'reconsideration-answer', '2032-01-08', 'provisional'],
    ],
  ])('%s', (_, lines, expected) => expect(limit(...lines)).toEqual(expected))
})

describe('the fold', () => {
  test('keeps each instance with its court, and names the one it is before now', () => {
    const { stages, state, stands } = fold(
      sued('2025-01-10'),
      copied('2025-01-15'),
      answered('2025-01-20'),
      decided('2025-03-01', 'claim-rejected'),
      appealed('2025-03-10'),
    )
    expect(stages.map(({ stage, organ, decidedOn }) => [stage, organ, decidedOn])).toEqual([
      ['first', '青石县人民法院', '2025-03-01'],
      ['second', '云州市中级人民法院', null],
    ])
    expect([state, stands]).toEqual(['filed', null])
  })

  test('a copy that came before silence was taken for a yes was the yes; a refusal was a no', () => {
    const copy = fold(reconsidered('2026-03-02'), accepted('2026-03-09', true), copied('2026-03-05'))
    expect(copy.stages[0]).toMatchObject({ acceptedOn: '2026-03-05', isDeemed: false, copyOn: '2026-03-05' })
    const no = fold(reconsidered('2026-03-02'), accepted('2026-03-09', true), refused('2026-03-06'))
    expect([no.state, no.stages[0]!.acceptedOn, no.stages[0]!.outcome]).toEqual(['refused', null, 'not-accepted'])
  })

  test('begins with a filing, and has one', () => {
    expect(() => fold()).toThrow('begins with its filing')
    expect(() => fold(accepted('2026-03-02'))).toThrow('begins with its filing')
    expect(() => fold(sued('2026-03-02'), sued('2026-03-03'))).toThrow('filed once')
  })
})
