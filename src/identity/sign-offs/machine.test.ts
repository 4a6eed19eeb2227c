import { describe, expect, test } from 'vitest'
import type { Post, Role } from '../model.ts'
import { currentStep, type Hand, handObjection, type Round, signOffStates, takeStep, transitions } from './machine.ts'

const [drafter, first, second, deputy] = ['drafter', 'first', 'second', 'deputy']
const post = (role: Role, { step = null, bodyId = 'body', onBehalfOf = null }: Partial<Post> = {}): Post => ({
  id: role,
  bodyId,
  bodySlug: bodyId,
  role,
  step,
  sectionId: null,
  onBehalfOf,
})
const hand = (personId: string, onBehalfOf: string | null = null): Hand => ({ personId, onBehalfOf })
const round = (change: Partial<Round> = {}): Round => ({
  bodyId: 'body',
  filingLine: ['body', 'above'],
  draftedBy: drafter,
  authors: [],
  steps: [
    { role: 'reviewer', step: 1 },
    { role: 'reviewer', step: 2 },
    { role: 'leader', step: null },
  ],
  approvals: [],
  merges: false,
  ...change,
})

describe('four eyes', () => {
  const approvals = [{ ...hand(first), step: 0 }]
  const delegated = [{ ...hand(deputy, first), step: 0 }]
  test.each<[string, Hand, readonly (Hand & { step: number })[], string | null]>([
    ['the drafter', hand(drafter), [], 'own-text'],
    ['who acts for the drafter', hand(deputy, drafter), [], 'own-text'],
    ['the drafter acting for another', hand(drafter, first), [], 'own-text'],
    ['another', hand(first), [], null],
    ['another acting for a third', hand(deputy, first), [], null],
    ['who approved before', hand(first), approvals, 'second-approval'],
    ['who approved before, acting for another', hand(first, second), approvals, 'second-approval'],
    ['who acts for whoever approved before', hand(deputy, first), approvals, 'second-approval'],
    ['whoever was acted for, in person', hand(first), delegated, 'second-approval'],
    ['who acted for another, in person', hand(deputy), delegated, 'second-approval'],
    ['who acted for one, acting for another', hand(deputy, second), delegated, 'second-approval'],
    ['another acting for whoever was acted for', hand(second, first), delegated, 'second-approval'],
    ['a second person after the first', hand(second), approvals, null],
    ['a second person after a deputy', hand(second), delegated, null],
  ])('%s', (_, candidate, taken, expected) => {
    expect(handObjection({ draftedBy: drafter, authors: [], approvals: taken }, candidate)).toBe(expected)
  })
})

describe('whose step it is', () => {
  test('the step after the last taken, by who holds its role and step at the body', () => {
    expect(currentStep(round())).toBe(0)
    expect(takeStep(round(), first, [post('reviewer', { step: 1 })])).toEqual({ hand: hand(first), upTo: 0 })
    expect(takeStep(round(), first, [post('reviewer', { step: 2 })])).toEqual({ why: 'not-your-step' })
    expect(takeStep(round(), first, [post('leader')])).toEqual({ why: 'not-your-step' })
    expect(takeStep(round(), first, [post('reviewer', { step: 1, bodyId: 'above' })])).toEqual({ why: 'not-your-step' })
    expect(
      takeStep(
        round({
          approvals: [
            { ...hand(first), step: 0 },
            { ...hand(second), step: 1 },
            { ...hand(deputy), step: 2 },
          ],
        }),
        'x',
        [post('leader')],
      ),
    ).toEqual({
      why: 'not-your-step',
    })
  })

  test('of the higher office, at any body above', () => {
    const above = round({ steps: [{ role: 'higher-office', step: null }] })
    expect(takeStep(above, first, [post('higher-office', { bodyId: 'above' })])).toEqual({ hand: hand(first), upTo: 0 })
    expect(takeStep(above, first, [post('higher-office', { bodyId: 'elsewhere' })])).toEqual({ why: 'not-your-step' })
  })

  test('one’s own post before one held for another, and the other where the first is barred', () => {
    const both = [post('reviewer', { step: 1, onBehalfOf: second }), post('reviewer', { step: 1 })]
    expect(takeStep(round(), first, both)).toEqual({ hand: hand(first), upTo: 0 })
    const forTwo = [post('reviewer', { step: 1, onBehalfOf: drafter }), post('reviewer', { step: 1, onBehalfOf: second })]
    expect(takeStep(round(), deputy, forTwo)).toEqual({ hand: hand(deputy, second), upTo: 0 })
    expect(takeStep(round(), deputy, forTwo.slice(0, 1))).toEqual({ why: 'own-text' })
  })

  test('in a small body one hand takes the steps it holds that follow, never all three eyes of the drafter', () => {
    const all = [post('reviewer', { step: 1 }), post('reviewer', { step: 2 }), post('leader')]
    expect(takeStep(round(), first, all)).toEqual({ hand: hand(first), upTo: 0 })
    expect(takeStep(round({ merges: true }), first, all)).toEqual({ hand: hand(first), upTo: 2 })
    expect(takeStep(round({ merges: true }), first, all.slice(0, 2))).toEqual({ hand: hand(first), upTo: 1 })
    expect(takeStep(round({ merges: true }), first, [all[0]!, all[2]!])).toEqual({ hand: hand(first), upTo: 0 })
    expect(takeStep(round({ merges: true }), drafter, all)).toEqual({ why: 'own-text' })
    const mixed = [all[0]!, post('reviewer', { step: 2, onBehalfOf: second })]
    expect(takeStep(round({ merges: true }), first, mixed)).toEqual({ hand: hand(first), upTo: 0 })
  })
})

test('only an open round goes on', () => {
  for (const state of signOffStates) expect(Object.keys(transitions[state]).length > 0).toBe(state === 'open')
})
