/** Runs the scenarios of fixtures/cases through the commands and the database, day by day, and compares what lists, limits and tables show. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Channel } from '#calendar'
import {
  type ActInput,
  type ApplicantKind,
  type CaseType,
  type NewForm,
  performIn,
  recordsOf,
  registerForm,
  tablesOf,
  type VerbName,
} from '#casework'
import { type Context, inTransaction } from '#db'
import type { Actor } from '#identity'
import { Failure } from '#words'
import { loadEvents } from '../src/casework/cases/store.ts'
import { fold } from '../src/casework/fold.ts'
import { decisionOf, type Expectation, type Happening, type Scenario, scenarios } from './case-scenarios.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type SmallOffice, smallOffice } from './small-office.ts'

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let clerk: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  database.setNow('2024-01-02T09:00:00+08:00')
  office = await smallOffice(ctx)
  clerk = await office.actor(await office.person('周敏', office.bureau, 'drafter', 'disclosure-officer'))
})
afterAll(() => database.close())
beforeEach(async () => {
  // The tables of a scenario count its own cases.
  await database.pool.query('delete from counted')
  await database.pool.query(`delete from setting where scope = 'body:' || $1::text`, [office.bureau])
})

/** Notices come with the program, so what loads one late is for the pure runner. */
const all = scenarios().filter(({ given }) => given.holidays === undefined)

interface Run {
  readonly scenario: Scenario
  cases: readonly string[]
  /** Ids of consultations and inquiries by the names the scenario gives them. */
  readonly ids: Map<string, string>
}

test.each(all.map((scenario) => [scenario.name, scenario] as const))('%s', async (_, scenario) => {
  for (const [key, value] of Object.entries(scenario.given))
    await database.pool.query(`insert into setting (scope, key, value, changed_at) values ('body:' || $1::text, $2, $3, now())`, [
      office.bureau,
      key,
      JSON.stringify(value === 'true' ? true : value),
    ])
  const run: Run = { scenario, cases: [], ids: new Map() }
  for (const happening of scenario.happenings) {
    database.setNow(`${happening.on}T10:00:00+08:00`)
    await happen(run, happening)
    for (const one of happening.expected)
      if (shown.includes(one.key)) expect([one.line, one.key, await found(run, happening, one)]).toEqual([one.line, one.key, one.value])
  }
})

async function happen(run: Run, happening: Happening): Promise<void> {
  const { verb } = happening
  if (verb === 'notice') throw new Error('notices come with the program')
  if (verb === 'receive' || verb === 'submit') {
    const { cases } = await registerForm(ctx, clerk, formOf(happening))
    run.cases = cases.map(({ id }) => id)
    return
  }
  if (verb === 'decide' && happening.words[1] === 'partly-granted') await proveRedaction(run.cases[happening.part - 1]!)
  const done = act(run, happening, verb).then(
    () => null,
    (error: unknown) => (error instanceof Failure ? error : Promise.reject(error)),
  )
  const refused = await done
  const code = refused?.code === 'case-guard' ? refused.values.guard : (refused?.code ?? null)
  expect([happening.line, code, refused?.message]).toEqual([happening.line, happening.refusal, refused?.message])
}

function formOf({ on, words, options }: Happening): NewForm {
  const [channel, kind, ...marks] = words as [Channel, ApplicantKind, ...string[]]
  const { parts = '1', together, type, ...facts } = options
  return {
    bodyId: office.bureau,
    channel,
    oral: marks.includes('oral'),
    facts: channel === 'in-person' ? { submitted: on } : facts,
    applicant: {
      kind,
      name: kind === 'naturalPerson' ? '申小宁' : '青石合作社',
      identityType: 'other',
      identityNumber: 'A-17',
      phone: '13900000017',
      address: '青石县河桥村',
      email: 'shen@example.cn',
      together: together === undefined ? [] : [{ name: '同署人', kind: together as ApplicantKind }],
    },
    carrier: 'paper',
    delivery: 'post',
    requests: Array.from({ length: Number(parts) }, (_, index) => ({
      title: `青石水库除险加固工程验收报告 ${index + 1}`,
      wanted: '验收报告全文',
      ...(type !== undefined && { type: type as CaseType }),
    })),
  }
}

async function act(run: Run, happening: Happening, verb: VerbName): Promise<void> {
  const id = run.cases[happening.part - 1]!
  const before = await stateOf(id)
  const input = await inputOf(run, happening, verb)
  const who = verb === 'rate' ? ({ applicant: true, personId: null, origin: '192.0.2.9' } as const) : clerk
  const state = await inTransaction(ctx, (tx) => performIn(tx, ctx, who, id, verb, input))
  const [name] = happening.words
  if (verb === 'consult') run.ids.set(name!, state.consultations.at(-1)!.id)
  if (verb === 'ask-inquiry') run.ids.set(name!, state.inquiries.at(-1)!.id)
  expect(state.rounds.length).toBeGreaterThanOrEqual(before.rounds.length)
}

const stateOf = async (id: string) => fold(await loadEvents(ctx.db, id), { reopenedCounts: 'once' })

/** What the verb is told, from the words of the line. */
async function inputOf(run: Run, { on, words, options, part }: Happening, verb: VerbName): Promise<ActInput<VerbName>> {
  const [first = '', second = '', third = ''] = words
  const ref = run.ids.get(first)
  const state = await stateOf(run.cases[part - 1]!)
  const inputs: Readonly<Partial<Record<VerbName, () => unknown>>> = {
    confirm: () => ({ facts: { confirmed: on } }),
    'correct-receipt': () => ({ facts: options, reason: '对照签收单' }),
    amend: () => ({ kind: options.kind, reason: '登记有误' }),
    withdraw: () => ({ text: '不再需要' }),
    void: () => ({ reason: '重复登记' }),
    'log-search': () => ({ where: '档案室', terms: '验收报告', found: Number(first) }),
    'ask-inquiry': () => ({ name: '工程股', question: '请提供验收报告', dueOn: second }),
    'chase-inquiry': () => ({ id: ref }),
    'answer-inquiry': () => ({ id: ref, text: '已交' }),
    'ask-correction': () => ({ what: '请写明文件名称', by: first }),
    'receive-correction': () => ({ text: '已写明' }),
    consult: () => ({ party: second, name: third }),
    'record-consultation-received': () => ({ id: ref }),
    'record-opinion': () => ({ id: ref, opinion: second }),
    'lapse-consultation': () => ({ id: ref }),
    'ask-reasons': () => ({ by: first }),
    'record-reasons': () => ({ text: '研究需要', reasonable: first === 'reasonable' }),
    'fix-delay': () => ({ until: first }),
    extend: () => ({ days: Number(first), approver: '周主任', reason: '资料多' }),
    'notice-fee': () => ({ mode: first, count: Number(second), before: Number(options.before ?? 0) }),
    'record-payment': () => ({ amount: state.fee?.amount, receipt: '青非税 0017' }),
    refer: () => ({ to: first, question: '能否公开' }),
    'answer-referral': () => ({ id: state.referrals.at(-1)?.id, text: '不能' }),
    decide: () => ({ path: decisionOf(run.scenario, { row: first, letter: second, type: state.type }).path }),
    answer: () => ({ method: first, late: options.late === undefined ? null : { reason: options.late, sectionId: null } }),
    'record-service': () => ({ method: '签收' }),
    'record-undelivered': () => ({ reason: '查无此人' }),
    reopen: () => ({ because: first === 'own' ? '自行纠正' : '复议决定撤销', dueOn: options.due ?? null }),
    'settle-publication': () => ({ accepted: first === 'yes', reason: '大家都关心' }),
    rate: () => ({ score: Number(first) }),
    archive: () => ({ hash: '0'.repeat(64) }),
  }
  if (verb === 'link') return { requestId: await answeredBefore(), how: 'repeat' }
  return (inputs[verb]?.() ?? {}) as ActInput<VerbName>
}

/** An earlier case of the same applicant, answered; it is taken out of the tables of the scenario. */
async function answeredBefore(): Promise<string> {
  const form = formOf({ on: '', words: ['in-person', 'naturalPerson'], options: {} } as unknown as Happening)
  const { cases } = await registerForm(ctx, clerk, { ...form, facts: {} })
  const { id } = cases[0]!
  const scenario: Scenario = { name: '', given: {}, happenings: [] }
  await inTransaction(ctx, async (tx) => {
    await performIn(tx, ctx, clerk, id, 'decide', {
      path: decisionOf(scenario, { row: 'granted', letter: 'granted', type: 'request' }).path,
    })
    await performIn(tx, ctx, clerk, id, 'answer', { method: 'post' })
  })
  await database.pool.query('delete from counted where request_id = $1', [id])
  return id
}

/** A redaction whose proof stands, as the editor leaves it. */
async function proveRedaction(requestId: string): Promise<void> {
  const hash = 'a'.repeat(64)
  const [source, result] = [ctx.newId(), ctx.newId()]
  await database.pool.query(
    `insert into content (hash, size, type, stored_at) values ($1, 1, 'application/pdf', now()) on conflict do nothing`,
    [hash],
  )
  for (const id of [source, result])
    await database.pool.query(
      `insert into attachment (id, hash, name, noun, noun_id, added_at, added_by) values ($1, $2, '验收报告.pdf', 'redaction', $3, now(), $4)`,
      [id, hash, requestId, clerk.personId],
    )
  await database.pool.query(
    `insert into redaction (id, request_id, source_id, marks, state, result_id, proof, made_by, made_at)
     values ($1, $2, $3, '[]', 'proved', $4, '{}', $5, now())`,
    [ctx.newId(), requestId, source, result, clerk.personId],
  )
}

/** What the database shows too; the rest is for the pure runner. */
const shown = [
  'state',
  'received',
  'due',
  'row',
  'late',
  'rounds',
  'column',
  'correction-by',
  'pay-by',
  'lapses',
  'unconfirmed-by',
  'withheld',
  'table',
]

async function found(run: Run, { part }: Happening, { key, value }: Expectation): Promise<string> {
  const id = run.cases[part - 1]!
  const row = await ctx.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  switch (key) {
    case 'state':
      return row.state
    case 'received':
      return row.received_on ?? '-'
    case 'due':
      return row.due_on === null ? '-' : `${row.due_on} ${row.due_status}`
    case 'row':
      return row.row ?? '-'
    case 'late':
      return row.answered_late ? 'yes' : 'no'
    case 'rounds':
      return String(row.reopened + 1)
    case 'column':
      return row.kind
    case 'unconfirmed-by':
      return row.unconfirmed_by ?? '-'
    case 'correction-by':
      return limit(id, 'correction-notice')
    case 'pay-by':
      return limit(id, 'payment')
    case 'lapses': {
      const [name] = value.split(' ')
      return `${name} ${await limit(id, 'consultation', run.ids.get(name!)!)}`
    }
    case 'withheld': {
      const { rows } = await database.pool.query(`select 1 from withheld where request_id = $1 and state = 'withheld'`, [id])
      return rows.length > 0 ? 'yes' : 'no'
    }
    default:
      return `${value.slice(0, 4)} ${await tableIn(run, id, row.kind, Number(value.slice(0, 4)))}`
  }
}

async function limit(id: string, kind: string, ref = ''): Promise<string> {
  const row = await ctx.db
    .selectFrom('time_limit')
    .select('due_on')
    .where('noun_id', '=', id)
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row?.due_on ?? '-'
}

/** The rows of table 三 in which the case counts, by the records behind the cells; a year to come is seen from its own end. */
async function tableIn(run: Run, id: string, kind: string, year: number): Promise<string> {
  const now = ctx.now()
  if (now.getUTCFullYear() < year) database.setNow(`${year}-12-31T10:00:00+08:00`)
  const { cells } = await tablesOf(ctx, clerk, { body: 'water', year })
  const counting = Object.keys(cells).filter((key) => key.endsWith(`.${kind}`) && !key.includes('.concluded.') && cells[key]! > 0)
  const rows: string[] = []
  for (const key of counting) {
    const { requests } = await recordsOf(ctx, clerk, { body: 'water', year, key })
    expect(requests.length).toBe(cells[key])
    const own = requests.filter((record) => record.id === id).length
    expect(requests.every((record) => run.cases.includes(record.id))).toBe(true)
    if (own > 0) rows.push(own > 1 ? `${key.split('.')[1]}×${own}` : key.split('.')[1]!)
  }
  database.setNow(now)
  return rows.join(' ') || '-'
}
