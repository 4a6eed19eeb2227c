import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { type Actor, eventsOf, verifyChain } from '#identity'
import { Failure } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import { perform, registerForm } from '../index.ts'

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let clerk: Actor
let officer: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
  clerk = await office.actor(await office.person('经办', office.bureau, 'drafter'))
  officer = await office.actor(await office.person('负责人', office.bureau, 'disclosure-officer'))
})
afterAll(() => database.close())

const applicant = { kind: 'naturalPerson', name: '申小宁', identityNumber: '990199198001010013', phone: '13900000017' } as const
const form = (bodyId: string) => ({
  bodyId,
  channel: 'in-person' as const,
  facts: {},
  applicant: { ...applicant, identityType: 'other' as const },
  carrier: 'paper' as const,
  delivery: 'in-person' as const,
  requests: [{ title: '河桥水库除险加固批复', wanted: '2023 年的批复原文' }],
})

const row = (id: string) => ctx.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )

describe('a case', () => {
  test('is registered with a number and a code, its clock and its limits', async () => {
    const { cases } = await registerForm(ctx, clerk, form(office.bureau))
    const [one] = cases
    expect(one!.number).toMatch(/^\d{4}-0001$/)
    expect(one!.code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    const stored = await row(one!.id)
    expect(stored).toMatchObject({ state: 'handling', title: '河桥水库除险加固批复', events: 1 })
    expect(stored.due_on).not.toBeNull()
    expect(stored.code_digest).toBe(ctx.digest(`${one!.number}:${one!.code}`))
    const limits = await ctx.db.selectFrom('time_limit').select('kind').where('noun_id', '=', one!.id).execute()
    expect(limits.map(({ kind }) => kind).sort()).toEqual(['answer', 'correction-notice', 'internal'])
    expect((await eventsOf(ctx, { noun: 'request', nounId: one!.id })).items.map(({ kind }) => kind)).toEqual(['request.submitted'])
  })

  test('goes its way by verbs, and each is refused where the table says so', async () => {
    const { cases } = await registerForm(ctx, clerk, form(office.bureau))
    const { id } = cases[0]!
    await perform(ctx, clerk, id, 'ask-correction', { what: '写明文号或者年份', by: '2030-01-01' })
    expect(await row(id)).toMatchObject({ state: 'correcting', due_on: null })
    expect(await codeOf(perform(ctx, clerk, id, 'ask-correction', { what: '再补', by: '2030-01-01' }))).toBe('case-state')
    await perform(ctx, clerk, id, 'receive-correction', { text: '2023 年' })
    expect(await codeOf(perform(ctx, clerk, id, 'ask-correction', { what: '再补', by: '2030-01-01' }))).toBe('case-guard')
    expect(await codeOf(perform(ctx, clerk, id, 'void', { reason: '重复登记' }))).toBe('case-hand')
    expect(await codeOf(perform(ctx, clerk, id, 'answer', { method: 'in-person' }))).toBe('case-hand')
    expect(await codeOf(perform(ctx, officer, id, 'answer', { method: 'in-person' }))).toBe('case-guard')
    const path = [
      ['clear', 'yes'],
      ['kind', 'information'],
      ['abuse', 'no'],
      ['repeat', 'no'],
      ['ours', 'yes'],
      ['regime', 'no'],
      ['held', 'yes'],
      ['public', 'no'],
      ['ground', 'none'],
    ].map(([question, answer]) => ({ question: question!, answer: answer!, note: '' }))
    await perform(ctx, clerk, id, 'decide', { path })
    await perform(ctx, officer, id, 'answer', { method: 'in-person' })
    expect(await row(id)).toMatchObject({ state: 'answered', row: 'granted', due_on: null })
    expect(await ctx.db.selectFrom('counted').select(['row', 'part']).where('request_id', '=', id).execute()).toEqual([
      { row: 'granted', part: 0 },
    ])
    await perform(ctx, officer, id, 'reopen', { because: '行政复议决定撤销原答复' })
    expect(await row(id)).toMatchObject({ state: 'handling', row: null, reopened: 1 })
    expect((await verifyChain(ctx.db)).broken).toBeNull()
  })

  test('is nothing to another body', async () => {
    const { cases } = await registerForm(ctx, clerk, form(office.bureau))
    const other = await office.actor(await office.person('别处', office.station, 'drafter'))
    expect(await codeOf(perform(ctx, other, cases[0]!.id, 'note', { text: '看看' }))).toBe('not-allowed')
  })

  test('two acts at once follow one another, and no event is lost', async () => {
    const { cases } = await registerForm(ctx, clerk, form(office.bureau))
    const { id } = cases[0]!
    await Promise.all(Array.from({ length: 8 }, (_, index) => perform(ctx, clerk, id, 'note', { text: `第 ${index} 条` })))
    const events = await ctx.db.selectFrom('case_event').select('seq').where('request_id', '=', id).orderBy('seq').execute()
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})
