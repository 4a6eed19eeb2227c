import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { type Actor, changeSetting, eventsOf, type Machine, notificationsOf } from '#identity'
import { Failure } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import {
  offerPublication,
  perform,
  publicationSuggestions,
  registerForm,
  remindLimits,
  reviewWithheld,
  settlePublication,
  withheldOf,
} from '../index.ts'
import { monthsAfter } from './commands.ts'
import { groupsOf } from './queries.ts'

const machine: Machine = { personId: null, origin: 'cli' }

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let clerk: Actor
let officer: Actor
let stranger: Actor
let higher: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
  clerk = await office.actor(await office.person('林经办', office.bureau, 'drafter'))
  officer = await office.actor(await office.person('周负责', office.bureau, 'disclosure-officer'))
  stranger = await office.actor(await office.person('别处人', office.station, 'disclosure-officer'))
  higher = await office.actor(await office.person('县办', office.office, 'higher-office'))
})
afterAll(() => database.close())

const code = async (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )

let people = 0
async function answered(
  title: string,
  ground: 'none' | 'internal',
  severable: 'yes' | 'no' | null = ground === 'none' ? null : 'no',
): Promise<string> {
  const { cases } = await registerForm(ctx, clerk, {
    bodyId: office.bureau,
    channel: 'in-person',
    facts: {},
    applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: `B${++people}00`, phone: '13900000017' },
    carrier: 'paper',
    delivery: 'in-person',
    requests: [{ title, wanted: `${title}全文` }],
  })
  const { id } = cases[0]!
  await decide(id, ground, severable)
  await perform(ctx, officer, id, 'answer', { method: 'in-person' })
  return id
}
async function decide(id: string, ground: 'none' | 'internal', severable: 'yes' | 'no' | null): Promise<void> {
  const steps = [
    ...['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no'],
    `ground ${ground}`,
    ...(severable === null ? [] : [`severable-internal ${severable}`]),
  ]
  const path = steps.map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' }))
  await perform(ctx, clerk, id, 'decide', { path })
}

const listed = async (state: 'withheld' | 'released' | 'ended' = 'withheld') =>
  (await withheldOf(ctx, clerk, { body: 'water', state })).items
const openLimits = async (id: string) =>
  ctx.db
    .selectFrom('time_limit')
    .select(['kind', 'due_on'])
    .where('noun', '=', 'withheld')
    .where('noun_id', '=', id)
    .where('closed_at', 'is', null)
    .execute()

test('so many months on is the same day, or the last there is', () => {
  expect([
    monthsAfter('2026-01-20', 12),
    monthsAfter('2026-01-31', 1),
    monthsAfter('2028-01-31', 1),
    monthsAfter('2026-11-30', 3),
    monthsAfter('2026-03-31', -1),
  ]).toEqual(['2027-01-20', '2026-02-28', '2028-02-29', '2027-02-28', '2026-02-28'])
})

test('cases that hang together by pairs are one group', () => {
  expect(groupsOf([])).toEqual([])
  expect(
    groupsOf([
      { one: 'a', other: 'b' },
      { one: 'd', other: 'e' },
      { one: 'b', other: 'c' },
    ]),
  ).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ])
})

describe('the register', () => {
  test('lists what an answer withheld, with the day to look again, and nothing else', async () => {
    await answered('给了的批复', 'none')
    const id = await answered('人事安排', 'internal')
    const [entry, ...others] = await listed()
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      requestId: id,
      title: '人事安排',
      row: 'refusedInternal',
      since: '2026-01-20',
      reviewOn: '2027-01-20',
      state: 'withheld',
      reviews: [],
    })
    expect(await openLimits(id)).toEqual([{ kind: 'withheld-review', due_on: '2027-01-20' }])
  })

  test('ends an entry when its decision is set aside, and begins another when it is refused again', async () => {
    const id = await answered('被复议的安排', 'internal')
    await perform(ctx, officer, id, 'reopen', { because: '行政复议撤销' })
    expect((await listed()).some(({ requestId }) => requestId === id)).toBe(false)
    expect((await listed('ended')).map(({ requestId }) => requestId)).toEqual([id])
    expect(await openLimits(id)).toEqual([])
    await decide(id, 'internal', 'no')
    await perform(ctx, officer, id, 'answer', { method: 'in-person' })
    expect((await listed()).filter(({ requestId }) => requestId === id)).toHaveLength(1)
  })

  test('is looked at again: kept with the reason and the next day, then let go', async () => {
    await changeSetting(ctx, machine, { key: 'withheldMonths', value: 6, bodyId: office.bureau })
    const id = await answered('半年一看的安排', 'internal')
    const entry = (await listed()).find(({ requestId }) => requestId === id)!
    expect(entry.reviewOn).toBe('2026-07-20')
    expect(await code(reviewWithheld(ctx, clerk, entry.id, { keeps: true, reason: '仍需保密' }))).toBe('not-allowed')
    expect(await code(reviewWithheld(ctx, stranger, entry.id, { keeps: true, reason: '仍需保密' }))).toBe('not-allowed')
    expect(await code(reviewWithheld(ctx, officer, entry.id, { keeps: true, reason: ' ' }))).toBe('wrong-field')
    expect(await code(reviewWithheld(ctx, officer, entry.id, { keeps: true, reason: '仍需保密', nextOn: '2026-01-20' }))).toBe('event-day')
    expect(await code(reviewWithheld(ctx, officer, entry.id, { keeps: true, reason: '仍需保密', nextOn: '2040-01-01' }))).toBe('event-day')
    const kept = await reviewWithheld(ctx, officer, entry.id, { keeps: true, reason: '人事安排还没有定', nextOn: '2026-03-02' })
    expect(kept).toMatchObject({ state: 'withheld', reviewOn: '2026-03-02' })
    expect(kept.reviews).toMatchObject([
      { on: '2026-01-20', keeps: true, reason: '人事安排还没有定', nextOn: '2026-03-02', byName: '周负责' },
    ])
    expect(await openLimits(id)).toEqual([{ kind: 'withheld-review', due_on: '2026-03-02' }])

    database.setNow('2026-02-27T09:00:00+08:00')
    await remindLimits(ctx)
    expect((await notificationsOf(ctx, clerk)).items.some(({ link }) => link === '/withheld')).toBe(true)
    database.setNow('2026-03-03T09:00:00+08:00')
    const due = (await withheldOf(ctx, clerk, { body: 'water', due: true })).items
    expect(due.map(({ requestId, lamp }) => [requestId, lamp])).toEqual([[id, 'overdue']])
    const released = await reviewWithheld(ctx, officer, entry.id, { keeps: false, reason: '安排已经公布' })
    expect(released).toMatchObject({ state: 'released', lamp: 'none' })
    expect(await openLimits(id)).toEqual([])
    expect(await code(reviewWithheld(ctx, officer, entry.id, { keeps: true, reason: '再看' }))).toBe('withheld-over')
    expect((await eventsOf(ctx, { noun: 'withheld', nounId: entry.id })).items.map(({ kind }) => kind)).toEqual([
      'withheld.released',
      'withheld.kept',
      'withheld.listed',
    ])
    expect(await publicationSuggestions(ctx, clerk, 'water')).toMatchObject([{ because: 'released', requests: [{ id }] }])
    await settlePublication(ctx, officer, id, { accepted: true, reason: '已移送' })
    expect(await publicationSuggestions(ctx, clerk, 'water')).toEqual([])
    database.setNow('2026-01-20T09:00:00+08:00')
  })

  test('is paged, and is nothing to another body or the higher office', async () => {
    const first = await withheldOf(ctx, clerk, { body: 'water', limit: 1 })
    const second = await withheldOf(ctx, clerk, { body: 'water', limit: 1, after: first.next! })
    expect([first.items.length, second.items.length, first.items[0]!.id === second.items[0]!.id]).toEqual([1, 1, false])
    expect(await code(withheldOf(ctx, clerk, { body: 'water', after: 'x' }))).toBe('invalid-input')
    for (const actor of [stranger, higher]) {
      expect(await code(withheldOf(ctx, actor, { body: 'water' }))).toBe('not-allowed')
      expect(await code(publicationSuggestions(ctx, actor, 'water'))).toBe('not-allowed')
    }
    expect((await withheldOf(ctx, stranger)).items).toEqual([])
  })
})

describe('publishing to everybody', () => {
  test('is suggested where several asked for the same and were given it, until somebody settles it', async () => {
    const one = await answered('城关镇供水管网改造实施方案', 'none')
    const other = await answered('城关镇供水管网改造实施方案（2025）', 'none')
    await answered('农村饮水水质监测报告', 'none')
    const suggested = await publicationSuggestions(ctx, clerk, 'water')
    expect(suggested).toMatchObject([{ because: 'asked-often', requests: [{ id: one }, { id: other }] }])
    await offerPublication(ctx, clerk, one)
    expect((await publicationSuggestions(ctx, clerk, 'water')).map(({ because }) => because)).toEqual(['offered', 'asked-often'])
    expect(await code(settlePublication(ctx, clerk, one, { accepted: true, reason: '公开' }))).toBe('case-hand')
    await settlePublication(ctx, officer, one, { accepted: true, reason: '多人申请' })
    expect(await publicationSuggestions(ctx, clerk, 'water')).toEqual([])
  })
})
