import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#db'
import { Failure, settingWords } from '#words'
import { settingsPage } from '../../../docs/pages/settings.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import { eventsOf } from '../audit/queries.ts'
import type { Machine } from '../model.ts'
import { changeSetting } from './commands.ts'
import { checkSetting, type Setting, type SettingKey, settingGroups, settings } from './model.ts'
import { listSettings, settingOf, settingsOf } from './queries.ts'

const machine: Machine = { personId: null, origin: 'cli' }
let database: TestDatabase
let ctx: Context
let office: SmallOffice
beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
})
afterAll(() => database.close())

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof Failure) return `${error.code} ${error.values.why ?? ''}`.trim()
    throw error
  }
}
const set = (key: string, value: unknown, bodyId?: string) =>
  refusal(changeSetting(ctx, machine, { key, value, ...(bodyId && { bodyId }) }))

test.each<[string, unknown, string]>([
  ['lockAfter', 3, 'none'],
  ['lockAfter', 2, 'wrong-setting out-of-bounds'],
  ['lockAfter', 0, 'wrong-setting out-of-bounds'],
  ['lockAfter', 3.5, 'wrong-setting not-whole'],
  ['lockAfter', '5', 'wrong-setting not-whole'],
  ['passwordDays', 0, 'none'],
  ['passwordDays', 29, 'wrong-setting out-of-bounds'],
  ['auditMonths', 5, 'wrong-setting out-of-bounds'],
  ['auditMonths', 6, 'none'],
  ['siteCode', '9901990001', 'none'],
  ['siteCode', 'bm99000001', 'none'],
  ['siteCode', '', 'none'],
  ['siteCode', '99019900', 'wrong-setting wrong-form'],
  ['organiser', 'x'.repeat(101), 'wrong-setting too-long'],
  ['organiser', 7, 'wrong-setting not-text'],
  ['totpRoles', ['leader', 'nobody'], 'wrong-setting not-a-choice'],
  ['totpRoles', 'leader', 'wrong-setting not-a-choice'],
  ['totpRoles', [], 'none'],
  ['toString', 1, 'no-such-setting'],
  ['nothing', 1, 'no-such-setting'],
])('%s = %j: %s', async (key, value, expected) => expect(await set(key, value)).toBe(expected))

test('a value is the default until it is changed, tidied, and told with who changed it', async () => {
  expect(await settingOf(ctx.db, 'lockMinutes')).toBe(settings.lockMinutes.default)
  const admin = await office.actor(await office.person('安全员', office.office, 'security-admin'))
  await changeSetting(ctx, admin, { key: 'lockMinutes', value: 30 })
  await changeSetting(ctx, admin, { key: 'lockMinutes', value: 30 })
  await changeSetting(ctx, machine, { key: 'organiser', value: '  青石县\u0000人民政府 ' })
  expect(await settingsOf(ctx.db, ['lockMinutes', 'organiser'])).toEqual({ lockMinutes: 30, organiser: '青石县 人民政府' })
  const listed = (await listSettings(ctx, admin)).find(({ key }) => key === 'lockMinutes')!
  expect(listed).toMatchObject({ value: 30, mayChange: true, changedBy: { id: admin.personId, name: '安全员' } })
  const events = (await eventsOf(ctx, { kind: 'setting.changed', nounId: 'lockMinutes' })).items
  expect(events.map(({ detail }) => detail)).toEqual([{ key: 'lockMinutes', from: 15, to: 30 }])
})

test('settings of security are the security administrator’s, the others the system administrator’s', async () => {
  const security = await office.actor(await office.person('安全员', office.office, 'security-admin'))
  const system = await office.actor(await office.person('系统员', office.office, 'system-admin'))
  const clerk = await office.actor(await office.person('经办', office.office, 'drafter'))
  for (const [actor, key, value, expected] of [
    [system, 'lockAfter', 4, 'not-allowed'],
    [security, 'lockAfter', 4, 'none'],
    [security, 'contact', 'a', 'not-allowed'],
    [system, 'contact', 'a', 'none'],
    [clerk, 'contact', 'b', 'not-allowed'],
  ] as const) {
    expect(await refusal(changeSetting(ctx, actor, { key, value }))).toBe(expected)
  }
  const mayChange = (await listSettings(ctx, system)).map(({ setting, mayChange }) => [setting.security, mayChange])
  expect(mayChange.every(([security, may]) => security !== may)).toBe(true)
})

test('a setting of a body is that body’s alone', async () => {
  expect(await set('smallBody', true, office.bureau)).toBe('none')
  expect([await settingOf(ctx.db, 'smallBody', office.bureau), await settingOf(ctx.db, 'smallBody', office.station)]).toEqual([true, false])
  const clerk = await office.actor(await office.person('经办', office.office, 'drafter'))
  expect(
    (await listSettings(ctx, clerk, office.bureau)).filter(({ key }) => key === 'smallBody').map(({ key, value }) => [key, value]),
  ).toEqual([['smallBody', true]])
})

test('what stands in the database beyond its bounds counts as the default', async () => {
  await ctx.db.updateTable('setting').set({ value: '999' }).where('key', '=', 'lockMinutes').execute()
  await ctx.db.insertInto('setting').values({ scope: 'system', key: 'sessionHours', value: '"x"', changed_at: ctx.now() }).execute()
  expect(await settingsOf(ctx.db, ['lockMinutes', 'sessionHours'])).toEqual({ lockMinutes: 999, sessionHours: 12 })
  await ctx.db.updateTable('setting').set({ value: '99999' }).where('key', '=', 'lockMinutes').execute()
  expect(await settingOf(ctx.db, 'lockMinutes')).toBe(15)
})

test('every setting has its words in both languages, a default that may stand, and a row on the page', () => {
  const keys = Object.keys(settings) as SettingKey[]
  for (const language of ['zh-CN', 'en'] as const) {
    const words = settingWords[language]
    expect(Object.keys(words.settings).sort()).toEqual([...keys].sort())
    expect(settingGroups.filter((group) => !words.groups[group])).toEqual([])
    const page = settingsPage(language)
    expect(keys.filter((key) => !page.includes(`| \`${key}\` |`))).toEqual([])
  }
  for (const key of keys) {
    const setting: Setting = settings[key]
    expect(checkSetting(setting, setting.default)).toEqual({ value: setting.default })
  }
  expect(readdirSync('docs')).toEqual(expect.arrayContaining(['settings.md', 'settings.zh-CN.md']))
})
