import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext } from '#db'
import {
  type Actor,
  allBodies,
  type Body,
  bodyBySlug,
  checkCharacterOf,
  delegationsOf,
  findPeople,
  handoversOf,
  notificationsOf,
  postsOf,
  roles,
  sectionsOf,
  signOffsOf,
  tasksOf,
  verifyChain,
} from '#identity'
import { jobBoard } from '#jobs'
import { testDatabase } from '../../../tests/database.ts'
import { land } from './county.ts'
import { clockAt, openDemo, seedDemo } from './index.ts'
import { buttons, people } from './people.ts'
import { loadAccounts } from './store.ts'

const today = '2026-01-20'
const database = await testDatabase()
const clock = clockAt(today)
const key = randomBytes(32)
const contextAt = (now: () => Date) => createContext({ db: database.ctx.db, files: database.ctx.files, key, now })
const ctx = contextAt(clock.now)
beforeAll(() => seedDemo(today, contextAt))
afterAll(() => database.close())

/** Whoever is behind a button, as if signed in. */
async function actorOf(username: string): Promise<Actor> {
  const person = (await loadAccounts(ctx.db)).get(username)!
  const posts = await postsOf(ctx.db, person.id, clock.today())
  return { personId: person.id, name: person.name, language: 'zh-CN', posts, sessionId: null, origin: 'test' }
}

test('the county has 46 bodies: a government and its office, 28 departments with the tax office, 14 towns and streets, a zone, a party body', async () => {
  const bodies = await allBodies(ctx)
  expect(bodies.length).toBe(46)
  const of = (...kinds: Body['kind'][]) => bodies.filter(({ kind }) => kinds.includes(kind))
  expect(of('government').map(({ name }) => name)).toEqual(['云溪县人民政府'])
  expect(of('office').map(({ name }) => name)).toEqual(['云溪县人民政府办公室'])
  expect(of('department', 'vertical').length).toBe(28)
  expect(of('vertical')).toMatchObject([{ shortName: '税务局', isSummed: false, filesTo: null }])
  expect(of('town').length).toBe(14)
  expect(of('zone').map(({ shortName }) => shortName)).toEqual(['云溪经济开发区'])
  expect(of('party').map(({ sharesOfficeWith }) => sharesOfficeWith)).toEqual([bodies.find(({ slug }) => slug === 'agriculture-rural')!.id])
  expect(
    bodies.filter(({ uscc }) => uscc === null || checkCharacterOf(uscc.slice(0, 17)) !== uscc[17] || !uscc.startsWith('11999921')),
  ).toEqual([])
  expect(bodies.filter(({ unit, address, phone, hours }) => !unit || !address || !/^0000-8000 \d{3}$/.test(phone) || !hours)).toEqual([])
})

test('bodies have a past: renamed, merged, and found by what they were called', async () => {
  expect((await allBodies(ctx, { ended: 'all' })).length).toBe(49)
  expect(await bodyBySlug(ctx, 'tourism')).toMatchObject({
    endedOn: '2019-03-20',
    successors: [{ slug: 'culture-tourism', kind: 'merged' }],
  })
  expect((await bodyBySlug(ctx, land))!.predecessors).toMatchObject([{ slug: 'land-resources' }])
  const services = (await bodyBySlug(ctx, 'government-services'))!
  expect(services.name).toBe('云溪县政务服务和数据管理局')
  expect((await bodyBySlug(ctx, 'government-services', '2024-05-09'))!.name).toBe('云溪县行政审批服务局')
})

test('every role is held, administrators are three persons, and nobody drafts and approves', async () => {
  const usernames = people.map(({ username }) => username)
  expect(new Set(usernames).size).toBe(usernames.length)
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  const held = people.flatMap(({ posts }) => posts.map(({ role }) => role))
  expect(roles.filter((role) => !held.includes(role))).toEqual([])
  expect([...new Set(buttons.map(({ role }) => role))]).toEqual([...roles])
  for (const { username, posts } of people) {
    const mine = posts.map(({ role }) => role)
    expect(mine.includes('drafter') && mine.some((role) => ['reviewer', 'disclosure-officer', 'leader'].includes(role)), username).toBe(
      false,
    )
    expect(mine.filter((role) => role.endsWith('-admin')).length, username).toBeLessThan(2)
  }
  for (const body of await allBodies(ctx)) {
    const staffed = people.some(({ posts }) => posts.some((post) => post.body === body.slug))
    // The government's own affairs are its office's.
    expect(staffed, body.slug).toBe(body.kind !== 'government')
  }
  expect((await sectionsOf(ctx, land)).length).toBe(4)
  const steps = people.flatMap(({ posts }) => posts).filter(({ body, role }) => body === land && role === 'reviewer')
  expect(steps.map(({ step }) => step)).toEqual([1, 2])
  const all = await findPeople(ctx, await actorOf('gao.yu'), { limit: 500 })
  expect(all.items.length).toBe(people.length)
})

test('what is due shows every lamp, and time moves them', async () => {
  const lampsOf = async () => {
    const tasks = await tasksOf(ctx, await actorOf('zhou.min'), { scope: 'mine' })
    return Object.fromEntries(tasks.map(({ title, lamp, daysLeft }) => [title.replace(/^\d{4}-\d{4} /, ''), `${lamp} ${daysLeft}`]))
  }
  const before = await lampsOf()
  expect(before).toMatchObject({
    '石板桥村 2 组征地花名册': 'overdue -1',
    城南加油站用地规划许可: 'today 0',
    '2024 年耕地占补平衡台账': 'soon 1',
    白鹭镇采石场采矿权延续材料: 'soon 3',
    柳湾镇国土空间规划文本: expect.stringMatching(/^fine /),
    桐岭乡风电项目用地预审意见: expect.stringMatching(/^fine /),
    关于我家地的事: expect.stringMatching(/^stopped/),
    '2021—2025 年全部土地出让合同': expect.stringMatching(/^stopped/),
    '历年全县国土变更调查数据库（2009—2025 年）': expect.stringMatching(/^provisional /),
  })
  await openDemo(ctx, clock).setToday('2026-01-21')
  const after = await lampsOf()
  expect(after.城南加油站用地规划许可).toBe('overdue -1')
  expect(after['2024 年耕地占补平衡台账']).toBe('today 0')
  await openDemo(ctx, clock).setToday(today)
  expect(await lampsOf()).toEqual(before)
})

test('a day waits for the leader’s signature, work was handed over, a colleague acts for another, a job has failed', async () => {
  const leader = await actorOf('han.songnian')
  const waiting = await signOffsOf(ctx, leader, { state: 'open' })
  expect(waiting.items).toMatchObject([{ mayDecide: true }])
  expect((await notificationsOf(ctx, leader)).unread).toBeGreaterThan(0)
  expect((await handoversOf(ctx, await actorOf('ma.zhiyuan'), { body: land })).length).toBe(1)
  expect((await delegationsOf(ctx, await actorOf('ma.zhiyuan'))).length).toBe(1)
  expect((await actorOf('zhou.min')).posts.some(({ onBehalfOf }) => onBehalfOf !== null)).toBe(true)
  expect((await jobBoard(ctx).list({ state: 'failed', limit: 10 })).items).toMatchObject([{ lastError: expect.stringContaining('ENOSPC') }])
})

test('the chain of events holds, and what happened lies in the past', async () => {
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})

test('a button signs in, by no password, and stays signed in when the clock moves', async () => {
  const demo = openDemo(ctx, clock)
  expect((await demo.roles()).map(({ person }) => person.name)).toContain('周敏')
  expect(
    (await demo.signInAs({ role: 'higher-office', personId: null }, { address: '127.0.0.1', agent: 'test' })).token.length,
  ).toBeGreaterThan(40)
  await expect(demo.signInAs({ role: 'emperor', personId: null }, { address: '127.0.0.1', agent: 'test' })).rejects.toThrow()
  await expect(demo.setToday('2026-02-30')).rejects.toThrow()
})
