/** The table of verbs, walked whole against the database: what it allows is done, what it does not is refused with the code it says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plusDays } from '#calendar'
import { type Context, inTransaction } from '#db'
import { type Actor, changeSetting, type Machine } from '#identity'
import { Failure } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import {
  type ActInput,
  type Applying,
  type CaseState,
  caseStates,
  checkMachine,
  type Hand,
  hands,
  perform,
  performIn,
  registerForm,
  type Verb,
  type VerbName,
  verbNames,
  verbs,
} from '../index.ts'

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let section: string
const by = {} as Record<Hand, Actor | Machine | Applying>
/** A case in each state, and one linked to. */
const cases = {} as Record<CaseState | 'other', string>

const clerk = () => by.drafter as Actor
const head = () => by['disclosure-officer'] as Actor
const today = '2026-03-16'

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  database.setNow('2026-03-16T09:00:00+08:00')
  office = await smallOffice(ctx)
  section = ctx.newId()
  await ctx.db.insertInto('section').values({ id: section, body_id: office.bureau, name: '办公室', ended_on: null }).execute()
  for (const hand of hands) {
    if (hand === 'applicant') by[hand] = { applicant: true, personId: null, origin: '192.0.2.9' }
    else if (hand === 'job') by[hand] = { personId: null, origin: 'job test' }
    else if (hand === 'liaison') by[hand] = await liaisonOf(section)
    else
      by[hand] = await office.actor(
        await office.person(`岗位 ${hand}`, office.bureau, hand === 'reviewer' ? { role: hand, step: 1 } : hand),
      )
  }
  const system = await office.actor(await office.person('系统', office.government, 'system-admin'))
  await changeSetting(ctx, system, { key: 'chargesFees', value: true, bodyId: office.bureau })
  cases.other = await register()
  for (const state of caseStates) cases[state] = await inState(state)
})
afterAll(() => database.close())

async function liaisonOf(sectionId: string): Promise<Actor> {
  const id = await office.person('联络员', office.bureau)
  await ctx.db
    .insertInto('post')
    .values({
      id: ctx.newId(),
      person_id: id,
      body_id: office.bureau,
      section_id: sectionId,
      role: 'liaison',
      step: null,
      since: '2020-01-01',
      until: null,
    })
    .execute()
  return office.actor(id)
}

async function register(channel: 'in-person' | 'internet' = 'in-person'): Promise<string> {
  const { cases: made } = await registerForm(ctx, clerk(), {
    bodyId: office.bureau,
    channel,
    facts: { submitted: today },
    applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: 'A1234567', phone: '0990-5551234' },
    carrier: 'paper',
    delivery: 'in-person',
    requests: [{ title: '河桥水库除险加固批复', wanted: '2023 年的批复原文' }],
  })
  const { id } = made[0]!
  await perform(ctx, clerk(), id, 'assign', { sectionId: section })
  return id
}

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

/** Registers a case and brings it into a state by the verbs themselves. */
async function inState(state: CaseState): Promise<string> {
  const id = await register(state === 'submitted' ? 'internet' : 'in-person')
  const act = <V extends VerbName>(verb: V, input: ActInput<V>) => perform(ctx, head(), id, verb, input)
  if (state === 'correcting') await act('ask-correction', { what: '写明年份', by: plusDays(today, 14) })
  if (state === 'explaining') await act('ask-reasons', { by: plusDays(today, 14) })
  if (state === 'paying') await act('notice-fee', { mode: 'page', count: 60 })
  if (state === 'answered' || state === 'archived') {
    await act('decide', { path })
    await act('answer', { method: 'in-person' })
  }
  if (state === 'archived') await act('archive', { hash: 'a'.repeat(64) })
  if (state === 'void') await act('void', { reason: '重复登记' })
  return id
}

/** Good input for each verb; ids of what must be open are filled in. */
const inputs: { readonly [V in VerbName]: (open: string) => ActInput<V> } = {
  confirm: () => ({ facts: { confirmed: today } }),
  'correct-receipt': () => ({ facts: { submitted: today }, reason: '核对回执' }),
  amend: () => ({ title: '河桥水库批复', reason: '补全标题' }),
  assign: () => ({ sectionId: section }),
  link: () => ({ requestId: cases.other, how: 'related' }),
  void: () => ({ reason: '重复登记' }),
  withdraw: () => ({ text: '不要了' }),
  'set-internal-deadline': () => ({ dueOn: '2026-03-27' }),
  note: () => ({ text: '已电话核对' }),
  'log-call': () => ({ direction: 'out', with: '申请人', text: '约时间' }),
  'log-search': () => ({ where: '档案室', terms: '河桥', found: 0 }),
  'ask-inquiry': () => ({ sectionId: section, name: '办公室', question: '请提供批复', dueOn: '2026-03-20' }),
  'chase-inquiry': (id) => ({ id }),
  'answer-inquiry': (id) => ({ id, text: '附上批复' }),
  'ask-correction': () => ({ what: '写明年份', by: '2026-03-30' }),
  'receive-correction': () => ({ text: '2023 年' }),
  'lapse-correction': () => ({ on: today }),
  consult: () => ({ party: 'third-party', name: '青石建材厂' }),
  'record-consultation-received': (id) => ({ id }),
  'record-opinion': (id) => ({ id, opinion: 'agrees' }),
  'lapse-consultation': (id) => ({ id }),
  'ask-reasons': () => ({ by: '2026-03-30' }),
  'record-reasons': () => ({ text: '研究需要', reasonable: true }),
  'fix-delay': () => ({ until: '2026-05-15' }),
  extend: () => ({ days: 10, approver: '负责人', reason: '材料多' }),
  'notice-fee': () => ({ mode: 'page', count: 60 }),
  'record-payment': () => ({ amount: 300_00, receipt: '0001' }),
  'lapse-fee': () => ({}),
  refer: () => ({ to: 'competent', question: '能否公开' }),
  'answer-referral': (id) => ({ id, text: '可以' }),
  decide: () => ({ path }),
  answer: () => ({ method: 'in-person' }),
  'record-service': () => ({ method: '当面签收' }),
  'record-undelivered': () => ({ reason: '查无此人' }),
  reopen: () => ({ because: '行政复议决定撤销' }),
  'offer-publication': () => ({}),
  'settle-publication': () => ({ accepted: true, reason: '多人申请' }),
  rate: () => ({ score: 5 }),
  archive: () => ({ hash: 'b'.repeat(64) }),
}

/** What must have happened in the state so that a guard of the verb is met, where it can be: told in the transaction that is rolled back. */
async function prepare(tx: Parameters<typeof performIn>[0], id: string, verb: VerbName): Promise<string> {
  const act = <V extends VerbName>(name: V, input: ActInput<V>) => performIn(tx, ctx, head(), id, name, input)
  const { needs }: Verb = verbs[verb]
  if (needs.includes('inquiry-open')) return (await act('ask-inquiry', inputs['ask-inquiry'](''))).inquiries.at(-1)!.id
  if (needs.includes('consultation-open')) {
    const { id: one } = (await act('consult', inputs.consult(''))).consultations.at(-1)!
    if (verb === 'lapse-consultation') await act('record-consultation-received', { id: one })
    return one
  }
  if (needs.includes('referral-open')) return (await act('refer', inputs.refer(''))).referrals.at(-1)!.id
  if (needs.includes('decided')) await act('decide', { path })
  if (needs.includes('reasons-good')) {
    await act('ask-reasons', inputs['ask-reasons'](''))
    await act('record-reasons', inputs['record-reasons'](''))
  }
  return ctx.newId()
}

class Undone extends Error {}

/** The code with which the act is refused, or the state it leads to; nothing of it stays. */
async function outcomeOf(state: CaseState, hand: Hand, verb: VerbName, isAllowed: boolean): Promise<string> {
  let after = ''
  try {
    await inTransaction(ctx, async (tx) => {
      const open = isAllowed ? await prepare(tx, cases[state], verb) : ctx.newId()
      const done = await performIn(tx, ctx, by[hand], cases[state], verb, inputs[verb](open) as ActInput<typeof verb>)
      after = done.state
      throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone) return after
    if (error instanceof Failure) return error.code
    throw error
  }
  return after
}

/** Time runs out for nobody on the day it began. */
const lapses: readonly VerbName[] = ['lapse-correction', 'lapse-consultation', 'lapse-fee']

/** A job stands in for those who draft, on the command line and at night. */
const handsOf = (hand: Hand): readonly Hand[] => (hand === 'job' ? ['job', 'drafter', 'disclosure-officer'] : [hand])

describe('the matrix of state, role and verb', () => {
  for (const state of caseStates)
    test(`${state}: every verb by every hand is done or refused as the table says`, async () => {
      const found: string[] = []
      const expected: string[] = []
      for (const verb of verbNames) {
        const { from, to, by: lettered, byHand: allowed = lettered }: Verb = verbs[verb]
        for (const hand of hands) {
          const mayHand = handsOf(hand).some((one) => allowed.includes(one))
          const mayState = from.includes(state)
          const says = !mayHand ? 'case-hand' : !mayState ? 'case-state' : lapses.includes(verb) ? 'too-early' : to === 'same' ? state : to
          expected.push(`${verb} ${hand}: ${says}`)
          found.push(`${verb} ${hand}: ${await outcomeOf(state, hand, verb, mayHand && mayState)}`)
        }
      }
      expect(found).toEqual(expected)
    })

  test('each guard refuses where it does not hold', async () => {
    const refused = async (id: string, verb: VerbName, input: ActInput<VerbName>): Promise<string> => {
      try {
        await inTransaction(ctx, async (tx) => {
          await performIn(tx, ctx, head(), id, verb, input)
          throw new Undone()
        })
      } catch (error) {
        return error instanceof Failure ? `${error.code} ${error.values.guard}` : String(error)
      }
      return ''
    }
    const id = cases.handling
    expect(await refused(id, 'chase-inquiry', { id: ctx.newId() })).toBe('case-guard inquiry-open')
    expect(await refused(id, 'record-opinion', inputs['record-opinion'](ctx.newId()))).toBe('case-guard consultation-open')
    expect(await refused(id, 'answer-referral', inputs['answer-referral'](ctx.newId()))).toBe('case-guard referral-open')
    expect(await refused(id, 'answer', { method: 'post' })).toBe('case-guard decided')
    expect(await refused(id, 'fix-delay', { until: '2026-05-15' })).toBe('case-guard reasons-good')
    const again = await inState('answered')
    await perform(ctx, head(), again, 'reopen', { because: '自行纠正' })
    expect(await refused(again, 'void', { reason: '误登' })).toBe('case-guard not-reopened')
    expect(await refused(again, 'correct-receipt', inputs['correct-receipt'](''))).toBe('case-guard not-reopened')
    const corrected = await inState('correcting')
    await perform(ctx, clerk(), corrected, 'receive-correction', { text: '2023 年' })
    expect(await refused(corrected, 'ask-correction', inputs['ask-correction'](''))).toBe('case-guard correction-not-asked')
    const consulted = await register()
    await perform(ctx, clerk(), consulted, 'consult', inputs.consult(''))
    await perform(ctx, clerk(), consulted, 'decide', { path })
    expect(await refused(consulted, 'answer', { method: 'post' })).toBe('case-guard nothing-open-with-others')
    const extended = await register()
    await perform(ctx, head(), extended, 'extend', inputs.extend(''))
    expect(await refused(extended, 'extend', inputs.extend(''))).toBe('case-guard not-extended')
  })
})

describe('a bad table', () => {
  const good: Record<string, Verb> = { ...verbs }
  const note: Verb = verbs.note
  const faultsOf = (change: Record<string, unknown>) => checkMachine({ ...good, note: { ...note, ...change } as Verb })

  test('has each of its faults named', () => {
    expect(checkMachine()).toEqual([])
    expect(faultsOf({ from: ['open'] })).toEqual(['note: no state open'])
    expect(faultsOf({ by: ['clerk'] })).toEqual(['note: no hand clerk'])
    expect(faultsOf({ needs: ['sunshine'] })).toEqual(['note: no guard sunshine'])
    expect(faultsOf({ to: 'gone' })).toEqual(['note: no state gone'])
    expect(faultsOf({ from: [] })).toEqual(['note: starts from no state'])
    expect(faultsOf({ by: [] })).toEqual(["note: in nobody's hands"])
    expect(faultsOf({ by: ['drafter', 'drafter'] })).toEqual(['note: a hand stands twice'])
  })

  test('says which state cannot be reached', () => {
    const without = Object.fromEntries(Object.entries(good).filter(([name]) => name !== 'archive'))
    expect(checkMachine(without)).toEqual(['archived: cannot be reached'])
  })
})
