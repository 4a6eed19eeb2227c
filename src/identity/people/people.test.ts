import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { verifyChain } from '#identity'
import { actorNamed, county, kindsSince, lastSeq, machine, staff } from '../../../tests/county.ts'
import { testDatabase } from '../../../tests/database.ts'
import type { Actor } from '../model.ts'
import { whatMay } from '../policies/index.ts'
import { addPost, endPost } from '../posts/commands.ts'
import { holdersOf, postsOf } from '../posts/queries.ts'
import { addSection, changeSection, endSection } from '../sections/commands.ts'
import { sectionsOf } from '../sections/queries.ts'
import { addPerson, changePerson, chooseLanguage, leave, unmaskPerson } from './commands.ts'
import { findPeople, personAt } from './queries.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let ctx: Context
let system: Actor
let security: Actor
let audit: Actor
/** 教育局公开机构负责人. */
let officer: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  const administrators = await county(ctx)
  system = administrators.system
  security = administrators.security
  audit = administrators.audit
  officer = await staff(ctx, '关教育', 'guan', { body: 'education', role: 'disclosure-officer' })
})
afterAll(() => database.close())

const today = '2026-01-20'
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name)

describe('adding a person', () => {
  test('gives an account with a one-time password, posts, and events that show no number', async () => {
    const before = await lastSeq(ctx)
    const { person, oneTimePassword } = await addPerson(ctx, system, {
      name: '甘小雨',
      username: 'Gan.Xiaoyu',
      phone: '139 0000 1234',
      email: 'gan@example.cn',
      posts: [
        { body: 'education', role: 'drafter' },
        { body: 'education', role: 'reviewer', step: 1, since: '2026-02-01' },
      ],
    })
    expect(oneTimePassword.length).toBeGreaterThanOrEqual(10)
    expect(person).toMatchObject({
      name: '甘小雨',
      username: 'gan.xiaoyu',
      language: 'zh-CN',
      leftOn: null,
      account: { mustChangePassword: true, totp: false },
    })
    expect(person.phone).toMatch(/\*{4}/)
    expect(person.email).not.toContain('gan@')
    expect(person.posts.map(({ role, step, since, bodyName }) => [role, step, since, bodyName])).toEqual([
      ['drafter', null, today, '青溪县教育局'],
      ['reviewer', 1, '2026-02-01', '青溪县教育局'],
    ])
    expect(await kindsSince(ctx, before)).toEqual(['person.added', 'post.added', 'post.added'])
    const details = await ctx.db.selectFrom('event').select('detail').where('seq', '>', before).execute()
    expect(JSON.stringify(details)).not.toMatch(/0000 ?1234|gan@|Password/)
  })

  test.each([
    ['a username with a space', { username: 'two words' }, 'wrong-field'],
    ['a taken username, whatever its case', { username: 'GUAN' }, 'username-taken'],
    ['no name', { name: ' ' }, 'wrong-field'],
    ['an identity number in the name', { name: '99042119900307005X' }, 'wrong-field'],
    ['an identity number as username', { username: '99042119900307005x' }, 'wrong-field'],
    ['a masked e-mail address', { email: 'z***@example.cn' }, 'wrong-field'],
    ['a masked phone number', { phone: '138****1234' }, 'wrong-field'],
    ['an unknown body', { posts: [{ body: 'nowhere', role: 'drafter' }] }, 'wrong-field'],
    ['a reviewer without a step', { posts: [{ body: 'education', role: 'reviewer' }] }, 'wrong-field'],
    ['a drafter with a step', { posts: [{ body: 'education', role: 'drafter', step: 1 }] }, 'wrong-field'],
    ['a liaison without a section', { posts: [{ body: 'education', role: 'liaison' }] }, 'wrong-field'],
    [
      'the same post twice',
      {
        posts: [
          { body: 'education', role: 'drafter' },
          { body: 'education', role: 'drafter' },
        ],
      },
      'holds-already',
    ],
    ['an administration, by the system administrator', { posts: [{ body: 'qingxi', role: 'audit-admin' }] }, 'not-allowed'],
  ] as const)('%s is refused, and nobody is added', async (_, wrong, code) => {
    const before = await lastSeq(ctx)
    const adding = addPerson(ctx, system, { name: '某某', username: 'mou', ...wrong } as Parameters<typeof addPerson>[2])
    await expect(adding).rejects.toMatchObject({ code })
    expect((await findPeople(ctx, machine, { q: '某某' })).items).toEqual([])
    expect(await kindsSince(ctx, before)).toEqual([])
  })

  test('the disclosure officer adds at the own body alone', async () => {
    const adding = (username: string, ...bodies: string[]) =>
      addPerson(ctx, officer, { name: '新同事', username, posts: bodies.map((body) => ({ body, role: 'proofreader' })) })
    await expect(adding('xin1', 'finance')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(adding('xin1', 'education', 'finance')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(adding('xin1')).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await adding('xin1', 'education')).person.posts).toHaveLength(1)
  })
})

describe('seeing people', () => {
  test('each sees those within reach', async () => {
    const seen = async (actor: Actor) => names((await findPeople(ctx, actor)).items).sort()
    const drafter = await actorNamed(ctx, 'gan.xiaoyu')
    expect(await seen(drafter)).toEqual(['关教育', '新同事', '甘小雨'].sort())
    expect(await seen(audit)).toEqual(['沈审计'])
    expect(await seen(system)).toEqual(names((await findPeople(ctx, machine)).items).sort())
    const alone = await staff(ctx, '单独', 'dandu', { body: 'finance', role: 'leader' })
    expect(await seen(alone)).toEqual(['单独'])
    await expect(personAt(ctx, alone, drafter.personId)).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await personAt(ctx, alone, alone.personId)).name).toBe('单独')
  })

  test('by body, by role, by name or username, page by page', async () => {
    expect(names((await findPeople(ctx, system, { body: 'education', role: 'drafter' })).items)).toEqual(['甘小雨'])
    expect(names((await findPeople(ctx, system, { q: ' 小 雨' })).items)).toEqual(['甘小雨'])
    expect(names((await findPeople(ctx, system, { q: 'xiaoyu' })).items)).toEqual(['甘小雨'])
    const whole = names((await findPeople(ctx, system)).items)
    const paged: string[] = []
    let after: string | undefined
    do {
      const page: Awaited<ReturnType<typeof findPeople>> = await findPeople(ctx, system, { limit: 2, ...(after ? { after } : {}) })
      paged.push(...names(page.items))
      after = page.next ?? undefined
    } while (after)
    expect(paged).toEqual(whole)
  })

  test('the whole number is shown to few, and each look is recorded', async () => {
    const { personId } = await actorNamed(ctx, 'gan.xiaoyu')
    const before = await lastSeq(ctx)
    expect(await unmaskPerson(ctx, officer, personId)).toEqual({ phone: '139 0000 1234', email: 'gan@example.cn' })
    expect(await kindsSince(ctx, before)).toEqual(['person.unmasked'])
    for (const actor of [security, audit, await actorNamed(ctx, 'xin1')])
      await expect(unmaskPerson(ctx, actor, personId)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await kindsSince(ctx, before)).toEqual(['person.unmasked'])
  })

  test('a change names before and after; a language is one’s own choice', async () => {
    const drafter = await actorNamed(ctx, 'gan.xiaoyu')
    await expect(changePerson(ctx, drafter, drafter.personId, { name: '甘大雨' })).rejects.toMatchObject({ code: 'not-allowed' })
    const before = await lastSeq(ctx)
    expect((await changePerson(ctx, officer, drafter.personId, { name: '甘雨' })).name).toBe('甘雨')
    await changePerson(ctx, officer, drafter.personId, { name: '甘雨' })
    await chooseLanguage(ctx, drafter, 'en')
    await chooseLanguage(ctx, drafter, 'en')
    expect(await kindsSince(ctx, before)).toEqual(['person.changed', 'person.changed'])
    expect(await personAt(ctx, officer, drafter.personId)).toMatchObject({
      name: '甘雨',
      language: 'en',
      phone: expect.stringMatching(/\*/),
    })
  })
})

describe('the three administrations', () => {
  test('the security administrator alone names them, at the government or its office', async () => {
    const person = await staff(ctx, '接班', 'jieban')
    await expect(addPost(ctx, system, person.personId, { body: 'qingxi', role: 'audit-admin' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(addPost(ctx, security, person.personId, { body: 'finance', role: 'audit-admin' })).rejects.toMatchObject({
      code: 'administration-place',
    })
    await addPost(ctx, security, person.personId, { body: 'qingxi', role: 'audit-admin' })
    await expect(addPost(ctx, security, person.personId, { body: 'qingxi-office', role: 'system-admin' })).rejects.toMatchObject({
      code: 'administrations-apart',
    })
    await expect(addPost(ctx, security, person.personId, { body: 'education', role: 'drafter' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(whatMay(await actorNamed(ctx, 'jieban'))).toContain('event.export')
  })

  test('one after another is no two at once', async () => {
    const person = await staff(ctx, '轮换', 'lunhuan')
    const first = await addPost(ctx, security, person.personId, { body: 'qingxi', role: 'audit-admin' })
    await endPost(ctx, security, first.id, '2026-03-01')
    const next = await addPost(ctx, security, person.personId, { body: 'qingxi', role: 'system-admin', since: '2026-03-01' })
    expect((await postsOf(ctx.db, person.personId, '2026-02-28')).map(({ role }) => role)).toEqual(['audit-admin'])
    expect((await postsOf(ctx.db, person.personId, '2026-03-01')).map(({ role }) => role)).toEqual(['system-admin'])
    await endPost(ctx, security, next.id, '2026-03-01')
  })

  test('the last of each stays until the next is named', async () => {
    const own = (await personAt(ctx, security, security.personId)).posts[0]!
    await expect(endPost(ctx, security, own.id)).rejects.toMatchObject({ code: 'last-administrator' })
    await expect(leave(ctx, machine, security.personId, today)).rejects.toMatchObject({ code: 'last-administrator' })
    const next = await staff(ctx, '继任', 'jiren')
    await addPost(ctx, security, next.personId, { body: 'qingxi', role: 'security-admin' })
    await endPost(ctx, security, own.id)
    expect(await actorNamed(ctx, 'security')).toMatchObject({ posts: [] })
    security = await actorNamed(ctx, 'jiren')
  })

  test('the database refuses two in one hand by itself', async () => {
    const { personId } = await actorNamed(ctx, 'jieban')
    const [post] = await ctx.db.selectFrom('post').selectAll().where('person_id', '=', personId).execute()
    await expect(
      ctx.db
        .insertInto('post')
        .values({ ...post!, id: ctx.newId(), role: 'system-admin' })
        .execute(),
    ).rejects.toThrow('three administrations')
  })
})

describe('posts and sections', () => {
  test('a liaison belongs to a section, whose end ends the post', async () => {
    const section = await addSection(ctx, officer, 'education', { name: '基础教育股' })
    await expect(addSection(ctx, officer, 'education', { name: '基础教育股' })).rejects.toMatchObject({ code: 'taken' })
    await expect(addSection(ctx, officer, 'finance', { name: '预算股' })).rejects.toMatchObject({ code: 'not-allowed' })
    const liaison = await staff(ctx, '联络', 'lianluo', { body: 'education', role: 'liaison', section: '基础教育股' })
    expect(liaison.posts).toMatchObject([{ role: 'liaison', sectionId: section.id }])
    expect(await changeSection(ctx, officer, section.id, { name: '义务教育股' })).toMatchObject({ name: '义务教育股' })
    await endSection(ctx, officer, section.id)
    expect(await sectionsOf(ctx, 'education')).toEqual([])
    expect(await sectionsOf(ctx, 'education', { ended: true })).toHaveLength(1)
    expect((await actorNamed(ctx, 'lianluo')).posts).toEqual([])
    expect((await addSection(ctx, officer, 'education', { name: '义务教育股' })).id).toBe(section.id)
  })

  test('an ended post holds up to the day before, and is not ended again later', async () => {
    const person = await staff(ctx, '期满', 'qiman')
    const post = await addPost(ctx, system, person.personId, { body: 'finance', role: 'drafter', since: '2025-03-01' })
    expect((await endPost(ctx, system, post.id, '2026-01-15')).until).toBe('2026-01-15')
    expect(await postsOf(ctx.db, person.personId, '2026-01-14')).toHaveLength(1)
    expect(await postsOf(ctx.db, person.personId, '2026-01-15')).toEqual([])
    await expect(endPost(ctx, system, post.id, '2026-01-16')).rejects.toMatchObject({ code: 'wrong-field' })
    const again = await addPost(ctx, system, person.personId, { body: 'finance', role: 'drafter' })
    expect(again.since).toBe(today)
  })

  test('who holds a role today', async () => {
    const { bodyId } = officer.posts[0]!
    expect((await holdersOf(ctx, bodyId, 'disclosure-officer')).map(({ name }) => name)).toEqual(['关教育'])
    expect(await holdersOf(ctx, bodyId, 'reviewer', { step: 1 })).toEqual([])
    expect((await holdersOf(ctx, bodyId, 'reviewer', { step: 1, on: '2026-02-01' })).map(({ name }) => name)).toEqual(['甘雨'])
    expect(await holdersOf(ctx, bodyId, 'reviewer', { step: 2, on: '2026-02-01' })).toEqual([])
  })
})

describe('leaving', () => {
  test('waits until nothing is open, then ends posts and sessions', async () => {
    const drafter = await actorNamed(ctx, 'gan.xiaoyu')
    const task = ctx.newId()
    const bodyId = drafter.posts[0]!.bodyId
    const held = {
      kind: 'case',
      noun: 'request',
      noun_id: '1',
      title: '答复王某的申请',
      body_id: bodyId,
      person_id: drafter.personId,
      added_at: ctx.now(),
    }
    await ctx.db
      .insertInto('task')
      .values({ id: task, ...held })
      .execute()
    await expect(leave(ctx, officer, drafter.personId, today)).rejects.toMatchObject({
      code: 'open-tasks',
      message: expect.stringContaining('答复王某的申请'),
    })

    await ctx.db.updateTable('task').set({ done_at: ctx.now() }).where('id', '=', task).execute()
    const session = ctx.newId()
    await ctx.db
      .insertInto('session')
      .values({
        id: session,
        token_hash: Buffer.alloc(32, 1),
        csrf_token: 'c',
        person_id: drafter.personId,
        stage: 'full',
        started_at: ctx.now(),
        seen_at: ctx.now(),
        expires_at: new Date('2026-02-20T00:00:00Z'),
        address: '192.0.2.1',
      })
      .execute()
    const left = await leave(ctx, officer, drafter.personId, today)
    expect(left.leftOn).toBe(today)
    expect(left.posts.map(({ role, until }) => [role, until])).toEqual([
      ['drafter', '2026-01-21'],
      ['reviewer', '2026-02-01'],
    ])
    expect(await postsOf(ctx.db, drafter.personId, '2026-01-21')).toEqual([])
    const [ended] = await ctx.db.selectFrom('session').select('ended_because').where('id', '=', session).execute()
    expect(ended).toEqual({ ended_because: 'left' })
    await expect(leave(ctx, officer, drafter.personId, today)).rejects.toMatchObject({ code: 'left' })
    await expect(addPost(ctx, system, drafter.personId, { body: 'finance', role: 'drafter' })).rejects.toMatchObject({ code: 'left' })
  })

  test('who left is found where they worked', async () => {
    database.setNow('2026-01-21T02:00:00Z')
    expect(names((await findPeople(ctx, officer, { left: 'only', body: 'education' })).items)).toEqual(['甘雨'])
    expect(names((await findPeople(ctx, officer)).items)).not.toContain('甘雨')
    database.setNow('2026-01-20T02:00:00Z')
  })

  test('a disclosure officer cannot dismiss somebody who also works elsewhere', async () => {
    const both = await staff(ctx, '两处', 'liangchu', { body: 'education', role: 'leader' }, { body: 'finance', role: 'leader' })
    await expect(leave(ctx, officer, both.personId, today)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(changePerson(ctx, officer, both.personId, { name: '改名' })).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await personAt(ctx, officer, both.personId)).name).toBe('两处')
    expect((await leave(ctx, system, both.personId, '2026-02-27')).leftOn).toBe('2026-02-27')
    expect(await postsOf(ctx.db, both.personId, '2026-02-27')).toHaveLength(2)
  })
})

test('all of it stands in one unbroken chain', async () => {
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})
