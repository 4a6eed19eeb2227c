import { describe, expect, test } from 'vitest'
import { challengeLine, challengeWords, Failure } from '#words'
import { checkVerb } from './commands.ts'
import { verbFields } from './inputs.ts'
import { type ChallengeVerbRow, challengeGuards, challengeVerbNames, challengeVerbs, checkChallengeMachine } from './machine.ts'
import { type ChallengeState, challengeKinds, challengeStates, type FoldedChallenge, type Stage } from './model.ts'

const stage: Stage = {
  stage: 'first',
  organ: '',
  number: '',
  by: 'applicant',
  filedOn: '2026-03-02',
  acceptedOn: null,
  isDeemed: false,
  copyOn: null,
  procedure: 'ordinary',
  answeredOn: null,
  lateReason: '',
  decidedOn: null,
  outcome: null,
  decisionNumber: '',
  text: '',
}
const at = (kind: FoldedChallenge['kind'], state: ChallengeState, now: Partial<Stage>): FoldedChallenge => ({
  kind,
  part: 'respondent',
  isDirect: null,
  reconsiderationId: null,
  requestIds: [],
  personId: null,
  grounds: '',
  state,
  stages: [{ ...stage, ...now }],
  filedOn: '2026-03-02',
  decided: [],
  stands: null,
  counts: null,
  lastDay: '2026-03-02',
})
const refusal = (work: () => void): string => {
  try {
    work()
    return 'none'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

describe('the table', () => {
  test('is sound', () => expect(checkChallengeMachine()).toEqual([]))

  test('a bad one is told with every fault', () => {
    const bad = {
      ...challengeVerbs,
      answer: { ...challengeVerbs.answer, from: ['accepted', 'accepted'], by: [], needs: ['no-such-guard'] },
      decide: { ...challengeVerbs.decide, to: 'closed' },
      void: { ...challengeVerbs.void, event: 'challenge.noted' },
    } as unknown as Record<string, ChallengeVerbRow>
    const faults = checkChallengeMachine(bad)
    for (const fault of [
      'answer: a state stands twice',
      'answer: no hand',
      'answer: no guard no-such-guard',
      'decide: no state closed',
      "void: challenge.noted is another verb's event",
    ])
      expect(faults).toContain(fault)
  })

  test('a state that no verb leads to is told', () => {
    const { refuse: _, ...rest } = challengeVerbs
    expect(checkChallengeMachine(rest)).toEqual(['refused: a reconsideration cannot reach it', 'refused: a litigation cannot reach it'])
  })

  test('every verb, guard and state has its words in both languages, and every verb its fields', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      expect(Object.keys(challengeWords[language].verbs)).toEqual(challengeVerbNames)
      expect(Object.keys(challengeWords[language].guards)).toEqual(Object.keys(challengeGuards))
    }
    expect(Object.keys(verbFields)).toEqual(challengeVerbNames)
  })
})

describe('state × verb', () => {
  const situations: readonly (readonly [string, Partial<Stage>])[] = [
    ['nothing said', {}],
    ['accepted in words', { acceptedOn: '2026-03-04' }],
    ['taken to be accepted', { acceptedOn: '2026-03-09', isDeemed: true }],
    ['copy received', { acceptedOn: '2026-03-04', copyOn: '2026-03-04' }],
    ['on appeal, copy received', { stage: 'second', acceptedOn: '2026-03-04', copyOn: '2026-03-04' }],
  ]
  const cells = challengeKinds.flatMap((kind) =>
    challengeStates.flatMap((state) => challengeVerbNames.map((verb) => [kind, state, verb] as const)),
  )
  test.each(cells)('%s, %s: %s', (kind, state, verb) => {
    const { kinds, from, needs }: ChallengeVerbRow = challengeVerbs[verb]
    for (const [, now] of situations) {
      const challenge = at(kind, state, now)
      const expected = !kinds.includes(kind)
        ? 'challenge-kind'
        : !from.includes(state)
          ? 'challenge-state'
          : needs.every((guard) => challengeGuards[guard](challenge))
            ? 'none'
            : 'challenge-guard'
      expect(refusal(() => checkVerb(verb, challenge))).toBe(expected)
    }
  })

  // What the table must say, said once more in the office's words.
  test.each([
    ['reconsideration', 'filed', {}, 'accept receive-copy refuse withdraw amend assign note void'],
    ['reconsideration', 'accepted', { acceptedOn: '2026-03-04' }, 'receive-copy decide withdraw amend assign note void'],
    [
      'reconsideration',
      'accepted',
      { acceptedOn: '2026-03-09', isDeemed: true },
      'receive-copy refuse decide withdraw amend assign note void',
    ],
    [
      'litigation',
      'accepted',
      { acceptedOn: '2026-03-04', copyOn: '2026-03-04' },
      'receive-copy answer decide withdraw amend assign note void',
    ],
    [
      'litigation',
      'answered',
      { stage: 'second', acceptedOn: '2026-03-04', copyOn: '2026-03-04' },
      'decide withdraw remand amend assign note void',
    ],
    ['litigation', 'decided', {}, 'appeal amend note void'],
    ['reconsideration', 'decided', {}, 'amend note void'],
    ['litigation', 'refused', {}, 'appeal amend note void'],
    ['litigation', 'void', {}, ''],
  ] as const)('a %s that is %s %j may: %s', (kind, state, now, expected) => {
    const challenge = at(kind, state, now)
    const may = challengeVerbNames.filter((verb) => refusal(() => checkVerb(verb, challenge)) === 'none')
    expect(may.sort()).toEqual(expected.split(' ').filter(Boolean).sort())
  })
})

test('what happened, as a line in either language', () => {
  const copy = ['challenge.copy-received', { procedure: 'simple', number: '青政复〔2026〕3号' }] as const
  expect(challengeLine('zh-CN', ...copy)).toBe('收到副本，简易程序，青政复〔2026〕3号')
  expect(challengeLine('en', ...copy)).toBe('copy received, simple procedure, 青政复〔2026〕3号')
  for (const { event } of Object.values(challengeVerbs))
    if (event !== 'challenge.noted')
      for (const language of ['zh-CN', 'en'] as const) expect(challengeLine(language, event, { lateReason: '' })).not.toBe('')
})
