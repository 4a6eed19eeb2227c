import { describe, expect, test } from 'vitest'
import { outcomeWords, paperWords } from '#words'
import { letterKindIds, letterKinds } from './letters/kinds.ts'
import { guards } from './machine.ts'
import { type CaseType, caseTypes, type OutcomeRow, outcomeRows } from './model.ts'
import { firstQuestion, type Outcome, outcomes, questions, rowOf, walk } from './outcomes.ts'

type Step = { readonly question: string; readonly answer: string }

/** Every way through the tree, to its end. Fails where one never ends. */
function* ways(at: string, before: readonly Step[] = []): Generator<{ path: readonly Step[]; outcome: string }> {
  expect(
    before.some(({ question }) => question === at),
    `${at} is asked twice`,
  ).toBe(false)
  const question = questions.find(({ id }) => id === at)
  expect(question, `there is a question ${at}`).toBeDefined()
  for (const { id, next } of question!.answers) {
    const path = [...before, { question: at, answer: id }]
    if ('outcome' in next) yield { path, outcome: next.outcome }
    else yield* ways(next.question, path)
  }
}
const all = (type: CaseType) => [...ways(firstQuestion[type])]

describe('the tree', () => {
  test('every way ends in an outcome that is known, and walking it gives that outcome', () => {
    for (const type of caseTypes)
      for (const { path, outcome } of all(type)) {
        expect(outcomes[outcome], outcome).toBeDefined()
        expect(walk(type, path).id).toBe(outcome)
      }
  })

  test('every question and every outcome is reached; ids are given once', () => {
    const found = caseTypes.flatMap(all)
    expect([...new Set(found.map(({ outcome }) => outcome))].sort()).toEqual(Object.keys(outcomes).sort())
    expect([...new Set(found.flatMap(({ path }) => path.map(({ question }) => question)))].sort()).toEqual(
      questions.map(({ id }) => id).sort(),
    )
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    for (const { answers } of questions) expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length)
  })

  test('its leaves are the rows of table 三: all but those a case ends in without an answer', () => {
    const leaves = new Set(all('request').map(({ outcome }) => outcomes[outcome]!.row))
    const withoutAnswer: OutcomeRow[] = ['otherNotCorrected', 'otherUnpaid', 'otherOther']
    expect(outcomeRows.filter((row) => !leaves.has(row))).toEqual(withoutAnswer)
    // What has no row goes where the setting says, by default （六）3.
    expect(leaves.has(null)).toBe(true)
    expect(rowOf(outcomes.consultancy!, 'otherOther')).toBe('otherOther')
    expect(rowOf(outcomes.consultancy!, 'rejectedPetition')).toBe('rejectedPetition')
    expect(rowOf(outcomes.granted!, 'rejectedPetition')).toBe('granted')
  })

  test('a correction of a record never has a row, and never shares an outcome with a request', () => {
    const own = new Set(all('record-correction').map(({ outcome }) => outcome))
    for (const id of own) expect([outcomes[id]!.row, outcomes[id]!.withholds]).toEqual([null, false])
    for (const { outcome } of all('request')) expect(own.has(outcome)).toBe(false)
  })

  test('a split answer counts only under 部分公开, whatever the ground, and wants the redaction', () => {
    for (const outcome of Object.values(outcomes)) {
      const isSplit = outcome.letter === 'partly-granted'
      expect(outcome.row === 'partlyGranted', outcome.id).toBe(isSplit)
      expect(outcome.needs.includes('redacted'), outcome.id).toBe(isSplit)
      expect(
        outcome.cites.some((cite) => cite.includes('第三十七条')),
        outcome.id,
      ).toBe(isSplit)
    }
  })

  test('what is withheld, and only that, is reconsidered first, cites its ground, and is looked at by the lawyers where a body wants it', () => {
    for (const { id, remedy, withholds, cites, needs } of Object.values(outcomes)) {
      const byGround = cites.some((cite) => /第十[四五六]条/.test(cite)) && cites.some((cite) => cite.includes('第三十六条第三项'))
      expect(byGround, id).toBe(withholds)
      expect(remedy === 'reconsider-first', id).toBe(withholds)
      if (withholds) expect(needs, id).toContain('legal-review')
    }
  })

  test.each<[string, Outcome['needs'][number]]>([
    ['not-existing', 'searched'],
    ['not-ready-made', 'searched'],
    ['still-unclear', 'corrected'],
    ['duplicate', 'repeat-linked'],
    ['excessive', 'reasons-unreasonable'],
    ['refused-third-party', 'third-party-heard'],
    ['partly-third-party', 'third-party-heard'],
    ['granted-override', 'third-party-heard'],
  ])('%s is not decided before: %s', (id, need) => expect(outcomes[id]!.needs).toContain(need))

  test('every outcome has a letter that answers, provisions in full, and needs that have words', () => {
    const known = [
      ...guards,
      'searched',
      'corrected',
      'repeat-linked',
      'reasons-unreasonable',
      'third-party-heard',
      'third-party-agreed',
      'redacted',
      'legal-review',
    ]
    for (const { id, letter, cites, needs } of Object.values(outcomes)) {
      expect(letterKinds[letter].verb, id).toBe('answer')
      expect(cites.length, id).toBeGreaterThan(0)
      for (const cite of cites)
        expect(cite, id).toMatch(/^《政府信息公开条例》第[一二三四五六七八九十]+条(第[一二三四五六七八九十]+[款项])?$/)
      for (const need of needs) expect(known, id).toContain(need)
    }
  })
})

describe('a path that is not one', () => {
  const failureOf = (path: readonly Step[], type: CaseType = 'request') => {
    try {
      walk(type, path)
    } catch (failure) {
      return failure as { code: string; values: Record<string, unknown> }
    }
    throw new Error('it is one')
  }
  const yes = (question: string): Step => ({ question, answer: 'yes' })

  test.each<[string, readonly Step[], string]>([
    ['begins nowhere', [], 'clear'],
    ['ends early', [yes('clear')], 'kind'],
    ['skips a question', [yes('clear'), yes('abuse')], 'kind'],
    ['gives an answer there is not', [{ question: 'clear', answer: 'perhaps' }], 'clear'],
    ['goes on after its end', [{ question: 'clear', answer: 'no' }, yes('kind')], 'kind'],
    ['begins with the other tree', [yes('own-record')], 'clear'],
  ])('it %s: the question to choose again from is told', (_, path, question) =>
    expect(failureOf(path)).toMatchObject({ code: 'outcome-path', values: { question } }),
  )
})

test.each(['zh-CN', 'en'] as const)(
  'every question, answer, hint and outcome has its words in %s, and no words are left over',
  (language) => {
    const words = outcomeWords[language]
    const ids = questions.map(({ id }) => id).sort()
    expect(Object.keys(words.questions).sort()).toEqual(ids)
    expect(Object.keys(words.hints).sort()).toEqual(ids)
    const answers = questions.flatMap(({ id, answers: given }) => given.map((answer) => `${id}.${answer.id}`)).sort()
    expect(Object.keys(words.answers).sort()).toEqual(answers)
    expect(Object.keys(words.outcomes).sort()).toEqual(Object.keys(outcomes).sort())
    for (const text of [...Object.values(words.questions), ...Object.values(words.hints), ...Object.values(words.outcomes)])
      expect(text.trim()).not.toBe('')
  },
)

test.each(['zh-CN', 'en'] as const)('every paper has its name in %s, and says in words whom it is to and who reviews it', (language) => {
  const words = paperWords[language]
  expect(Object.keys(words.kinds).sort()).toEqual([...letterKindIds].sort())
  for (const { to, review } of Object.values(letterKinds)) expect([words.to[to], words.reviews[review]]).not.toContain(undefined)
})
