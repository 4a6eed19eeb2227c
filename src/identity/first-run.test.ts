import { afterAll, beforeEach, expect, test } from 'vitest'
import { firstRunInput } from '../../tests/county.ts'
import { testDatabase } from '../../tests/database.ts'
import { firstRun, firstRunNeeded } from './first-run.ts'
import { findBodies, findPeople, ground, verifyChain } from './index.ts'

const databases: Awaited<ReturnType<typeof testDatabase>>[] = []
beforeEach(async () => {
  databases.push(await testDatabase())
})
afterAll(async () => {
  for (const database of databases) await database.close()
})
const fresh = () => databases.at(-1)!.ctx

test('an empty installation gets its region, two bodies and three administrators', async () => {
  const ctx = fresh()
  expect(await firstRunNeeded(ctx)).toBe(true)
  expect(await ground(ctx)).toBeNull()
  const { oneTime } = await firstRun(ctx, firstRunInput)
  expect(oneTime.map(({ username }) => username)).toEqual(['security', 'audit'])
  expect(new Set(oneTime.map(({ password }) => password)).size).toBe(2)
  expect(await firstRunNeeded(ctx)).toBe(false)
  expect(await ground(ctx)).toMatchObject({
    region: { code: '990421', name: '青溪县', shortName: '青溪', parentId: null },
    government: { slug: 'qingxi', level: 'county' },
    office: { slug: 'qingxi-office', name: '青溪县人民政府办公室' },
  })
  const { items } = await findPeople(ctx, { personId: null, origin: 'cli' })
  expect(items.map(({ username, posts }) => [username, posts.map(({ role }) => role)]).sort()).toEqual([
    ['audit', ['audit-admin']],
    ['security', ['security-admin']],
    ['system', ['system-admin']],
  ])
  const accounts = await ctx.db.selectFrom('account').select(['username', 'must_change_password']).orderBy('username').execute()
  expect(accounts.map((account) => account.must_change_password)).toEqual([true, true, false])
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})

test('it happens once, also when two try at the same time', async () => {
  const ctx = fresh()
  const tries = await Promise.allSettled([firstRun(ctx, firstRunInput), firstRun(ctx, firstRunInput)])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(firstRun(ctx, firstRunInput)).rejects.toMatchObject({ code: 'not-first-run' })
})

test.each([
  ['a weak password', { administrator: { ...firstRunInput.administrator, password: '123' } }, 'weak-password'],
  ['one name for two accounts', { auditAdmin: { name: '同名', username: 'SECURITY' } }, 'username-taken'],
  ['a region code that is none', { region: { ...firstRunInput.region, code: '99042' } }, 'wrong-field'],
  ['one slug for two bodies', { office: { ...firstRunInput.office, slug: 'qingxi' } }, 'taken'],
] as const)('%s is refused and leaves nothing behind', async (_, wrong, code) => {
  const ctx = fresh()
  await expect(firstRun(ctx, { ...firstRunInput, ...wrong })).rejects.toMatchObject({ code })
  expect(await firstRunNeeded(ctx)).toBe(true)
  expect((await findBodies(ctx)).items).toEqual([])
  expect(await ctx.db.selectFrom('event').select('seq').execute()).toEqual([])
})
