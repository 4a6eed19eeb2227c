import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Context, inTransaction } from '#db'
import { Failure, type FailureCode } from '#words'
import { testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import { eventsOf } from '../audit/queries.ts'
import { verifyChain } from '../audit/verify.ts'
import type { Machine } from '../model.ts'
import { changeSetting } from '../settings/commands.ts'
import {
  accountStateOf,
  createAccount,
  createAccountWith,
  createAccountWithoutPassword,
  resetPassword,
  resetTotp,
  unlock,
} from './accounts.ts'
import type { Visitor } from './model.ts'
import { oneTimePassword, passwordFits, passwordObjection } from './passwords.ts'
import { endExpiredSessions, endSession, sessionsOf, signOut } from './sessions.ts'
import { actorOf, changePassword, confirmEnrolment, confirmTotp, enrolTotp, signIn, signInForDemo } from './sign-in.ts'
import { codeAt } from './totp.ts'

const address = '192.0.2.7'
const agent = 'Test/1.0'
const machine: Machine = { personId: null, origin: 'cli' }
const good = '青石桥边-七棵老银杏'

let ctx: Context
let office: SmallOffice
let close: () => Promise<void>
let clock = new Date('2026-01-20T02:00:00Z')
const wait = (minutes: number): void => void (clock = new Date(clock.getTime() + minutes * 60_000))

beforeAll(async () => {
  const database = await testDatabase()
  close = database.close
  ctx = { ...database.ctx, now: () => clock }
  office = await smallOffice(ctx)
})
afterAll(() => close())

let people = 0
/** A person with a chosen password. */
async function account(roles: Parameters<SmallOffice['person']>[2][] = ['drafter'], body = office.bureau) {
  const username = `person.${++people}`
  const personId = await office.person(`人${people}`, body, ...roles)
  await inTransaction(ctx, (tx) => createAccountWith(tx, ctx, { personId, username, password: good }))
  return { personId, username, enter: (password = good) => signIn(ctx, { username, password, address, agent }) }
}

async function code(work: Promise<unknown>): Promise<FailureCode | 'none'> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

const kinds = async (nounId: string) =>
  (await eventsOf(ctx, { nounId, limit: 100 })).items.map(({ kind, detail }) =>
    [kind, detail?.why ?? detail?.because ?? detail?.stage ?? ''].join(' ').trim(),
  )

describe('passwords', () => {
  test.each([
    ['Short-1', 'short'],
    ['x'.repeat(129), 'long'],
    ['tab\there-is-one', 'control'],
    ['onlysmallletters', 'one-class'],
    ['1029384756201', 'one-class'],
    ['xx-Chen.Yi-xx', 'username'],
    ['xx-iy.nehc-xx', 'username'],
    ['Password2026', 'common'],
    ['p@ssw0rd-2026', 'common'],
    ['!!gongkai2026', 'common'],
    ['1qaz2wsx3edc', 'common'],
    ['a123456789', 'common'],
    ['aaaaaaaaa1', 'common'],
    ['青石桥边-七棵老银杏', null],
    ['correct horse 7', null],
    ['k7mp-w3xq-9tra', null],
  ])('%s: %s', async (password, expected) => {
    expect(await passwordObjection(password, { username: 'chen.yi', earlier: [] })).toBe(expected)
  })

  test('one-time passwords can be read out, pass the rules, and differ', async () => {
    const made = Array.from({ length: 500 }, () => oneTimePassword(ctx))
    expect(new Set(made).size).toBe(500)
    for (const one of made) expect(one).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/)
    expect(await passwordObjection(made[0]!, { username: 'chen.yi', earlier: [] })).toBeNull()
  })

  test('are kept as argon2id, and the same text typed another way is the same', async () => {
    const one = await account()
    const { password_hash } = await ctx.db
      .selectFrom('account')
      .select('password_hash')
      .where('person_id', '=', one.personId)
      .executeTakeFirstOrThrow()
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwordFits(password_hash, good.normalize('NFD'))).toBe(true)
  })

  test('a username is taken in whatever case', async () => {
    const one = await account()
    const personId = await office.person('另一人', office.bureau, 'drafter')
    expect(await code(inTransaction(ctx, (tx) => createAccount(tx, ctx, { personId, username: one.username.toUpperCase() })))).toBe(
      'username-taken',
    )
    expect(await code(inTransaction(ctx, (tx) => createAccountWith(tx, ctx, { personId, username: 'another', password: 'short' })))).toBe(
      'weak-password',
    )
  })
})

describe('signing in', () => {
  test('with the right password opens a session, whose token the database does not know', async () => {
    const one = await account(['drafter', 'liaison'].slice(0, 1) as ['drafter'])
    const { token, actor, session } = await one.enter()
    expect(session.stage).toBe('full')
    expect(actor.posts.map(({ role }) => role)).toEqual(['drafter'])
    const row = await ctx.db.selectFrom('session').selectAll().where('id', '=', session.id).executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row.token_hash).toHaveLength(32)
    expect(await actorOf(ctx, token, '198.51.100.1')).toEqual({ session, actor: { ...actor, origin: '198.51.100.1' } })
    expect(await actorOf(ctx, `${token.slice(0, -1)}_`, address)).toBeNull()
    expect(await kinds(session.id)).toEqual(['session.started full'])
  })

  test('in upper case, with spaces around, is the same user', async () => {
    const one = await account()
    expect(await code(signIn(ctx, { username: ` ${one.username.toUpperCase()} `, password: good, address, agent }))).toBe('none')
  })

  test('an unknown user, a wrong password, a locked account and one who left are refused with one sentence', async () => {
    const [wrong, locked, left] = [await account(), await account(), await account()]
    for (let tries = 0; tries < 5; tries++) await code(locked.enter('wrong'))
    await ctx.db.updateTable('person').set({ left_on: '2026-01-20' }).where('id', '=', left.personId).execute()
    const sentences = new Set<string>()
    const doors = [
      () => signIn(ctx, { username: 'nobody', password: good, address, agent }),
      () => wrong.enter('wrong'),
      () => locked.enter(),
      () => left.enter(),
    ]
    for (const enter of doors) {
      const failure = await enter().then(
        () => null,
        (error: Failure) => error,
      )
      sentences.add(`${failure?.code} ${failure?.message}`)
    }
    expect([...sentences]).toHaveLength(1)
    expect([...sentences][0]).toMatch(/^sign-in-refused /)
    expect((await eventsOf(ctx, { kind: 'session.refused', limit: 4 })).items.map(({ detail }) => detail!.why)).toEqual([
      'left',
      'locked',
      'password',
      'unknown',
    ])
  })

  test('works as hard for an unknown user as for a known one', async () => {
    const one = await account()
    // Processor time, not time: what else the machine does must not decide.
    const workOf = async (username: string) => {
      const before = process.cpuUsage()
      for (let times = 0; times < 3; times++) await code(signIn(ctx, { username, password: 'wrong-password', address, agent }))
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await workOf(one.username)
    expect(await workOf('nobody')).toBeGreaterThan((await workOf((await account()).username)) / 3)
  })

  test('neither event nor refusal tells the password, nor all of an unknown username', async () => {
    const one = await account()
    await code(one.enter('a-Secret-Pass'))
    await code(signIn(ctx, { username: 'My-Secret-Typed-Wrong', password: 'x', address, agent }))
    const told = JSON.stringify((await eventsOf(ctx, { limit: 20 })).items)
    expect(told).not.toContain('a-Secret')
    expect(told).not.toContain('Secret-Typed')
    expect(told).toContain('My***')
  })

  test('five failures lock for fifteen minutes, and then the count begins anew', async () => {
    const one = await account()
    for (let tries = 0; tries < 5; tries++) expect(await code(one.enter('wrong'))).toBe('sign-in-refused')
    expect((await accountStateOf(ctx, one.personId))!.locked).toBe(true)
    expect(await code(one.enter())).toBe('sign-in-refused')
    wait(14)
    expect(await code(one.enter())).toBe('sign-in-refused')
    wait(1)
    for (let tries = 0; tries < 4; tries++) expect(await code(one.enter('wrong'))).toBe('sign-in-refused')
    expect(await code(one.enter())).toBe('none')
    for (let tries = 0; tries < 4; tries++) await code(one.enter('wrong'))
    expect(await code(one.enter())).toBe('none')
    expect((await kinds(one.personId)).filter((kind) => kind === 'account.locked')).toHaveLength(1)
  })

  test('many guesses at once are not more guesses', async () => {
    const one = await account()
    const guesses = await Promise.all(Array.from({ length: 25 }, (_, index) => code(one.enter(index === 24 ? good : 'wrong'))))
    const judged = (await kinds(one.personId)).filter((kind) => kind === 'session.refused password').length
    expect(judged).toBeLessThanOrEqual(5)
    expect(guesses.filter((guess) => guess === 'none').length).toBeLessThanOrEqual(1)
    expect((await verifyChain(ctx.db)).broken).toBeNull()
  })

  test('a one-time password has to be changed first, to one that was not used before; other sessions end', async () => {
    const personId = await office.person('新来的', office.bureau, 'drafter')
    const first = await inTransaction(ctx, (tx) => createAccount(tx, ctx, { personId, username: 'new.one' }))
    const enter = (password: string) => signIn(ctx, { username: 'new.one', password, address, agent })
    const other = await enter(first)
    const visitor = await enter(first)
    expect([visitor.session.stage, visitor.actor.posts]).toEqual(['password-change', []])
    expect(await code(changePassword(ctx, visitor, { current: 'wrong', next: good }))).toBe('wrong-password')
    expect(await code(changePassword(ctx, visitor, { current: first, next: first }))).toBe('weak-password')
    expect((await changePassword(ctx, visitor, { current: first, next: good })).stage).toBe('full')
    expect(await actorOf(ctx, other.token, address)).toBeNull()
    expect((await actorOf(ctx, visitor.token, address))!.actor.posts).toHaveLength(1)
    expect(await kinds(other.session.id)).toContain('session.ended password-changed')

    const again = await enter(good)
    let current = good
    for (const next of ['第二个密码-2222', '第三个密码-3333', '第四个密码-4444', '第五个密码-5555']) {
      await changePassword(ctx, again, { current, next })
      current = next
    }
    expect(await code(changePassword(ctx, again, { current, next: good }))).toBe('weak-password')
    await changePassword(ctx, again, { current, next: '第六个密码-6666' })
    expect(await code(changePassword(ctx, again, { current: '第六个密码-6666', next: good }))).toBe('none')
  })

  test('an old password has to be changed after the days set, or never', async () => {
    const one = await account()
    wait(90 * 24 * 60)
    expect((await one.enter()).session.stage).toBe('password-change')
    await changeSetting(ctx, machine, { key: 'passwordDays', value: 0 })
    expect((await one.enter()).session.stage).toBe('full')
    await changeSetting(ctx, machine, { key: 'passwordDays', value: 90 })
  })
})

describe('the code of an authenticator', () => {
  async function enrolled() {
    const one = await account(['disclosure-officer'])
    const first = await one.enter()
    expect([first.session.stage, first.actor.posts]).toEqual(['totp-enrolment', []])
    const { secret, uri, qr } = await enrolTotp(ctx, first, { issuer: '公开' })
    expect(uri).toContain(`secret=${secret}`)
    expect(qr).toMatch(/^<svg/)
    expect(await code(confirmEnrolment(ctx, first, { code: codeAt(secret, new Date(clock.getTime() + 600_000)) }))).toBe('wrong-code')
    expect((await confirmEnrolment(ctx, first, { code: codeAt(secret, clock) })).stage).toBe('full')
    return { ...one, secret, first }
  }

  test('is asked for where a role needs it, and lies sealed in the database', async () => {
    const { personId, secret, enter, first } = await enrolled()
    const { totp_secret } = await ctx.db
      .selectFrom('account')
      .select('totp_secret')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    expect(totp_secret).not.toContain(secret)
    expect(await code(enrolTotp(ctx, first, { issuer: '公开' }))).toBe('totp-set-already')
    const visitor = await enter()
    expect(visitor.session.stage).toBe('totp')
    expect(await code(confirmTotp(ctx, visitor, { code: '000000' }))).toBe('wrong-code')
  })

  test('is good once, also in another session, and never after a later one', async () => {
    const { secret, enter } = await enrolled()
    wait(1)
    const [one, two] = [await enter(), await enter()]
    const now = codeAt(secret, clock)
    expect((await confirmTotp(ctx, one, { code: now })).stage).toBe('full')
    expect(await code(confirmTotp(ctx, one, { code: now }))).toBe('wrong-code')
    expect(await code(confirmTotp(ctx, two, { code: now }))).toBe('wrong-code')
    expect(await code(confirmTotp(ctx, two, { code: codeAt(secret, new Date(clock.getTime() - 30_000)) }))).toBe('wrong-code')
    expect((await confirmTotp(ctx, two, { code: codeAt(secret, new Date(clock.getTime() + 30_000)) })).stage).toBe('full')
    expect((await actorOf(ctx, two.token, address))!.session.stage).toBe('full')
  })

  test('of the step before is taken, of two before not', async () => {
    const { secret, enter } = await enrolled()
    wait(3)
    const visitor = await enter()
    expect(await code(confirmTotp(ctx, visitor, { code: codeAt(secret, new Date(clock.getTime() - 60_000)) }))).toBe('wrong-code')
    expect(await code(confirmTotp(ctx, visitor, { code: codeAt(secret, new Date(clock.getTime() - 30_000)) }))).toBe('none')
  })

  test('twice at once is good once', async () => {
    const { secret, enter } = await enrolled()
    wait(1)
    const [one, two] = [await enter(), await enter()]
    const now = codeAt(secret, clock)
    const answers = await Promise.all([code(confirmTotp(ctx, one, { code: now })), code(confirmTotp(ctx, two, { code: now }))])
    expect(answers.sort()).toEqual(['none', 'wrong-code'])
  })

  test('wrong ones lock the account; a right password in between does not start the count anew', async () => {
    const { personId, secret, enter } = await enrolled()
    wait(1)
    for (let tries = 0; tries < 5; tries++) await code(confirmTotp(ctx, await enter(), { code: '000000' }))
    expect((await accountStateOf(ctx, personId))!.locked).toBe(true)
    expect(await code(enter())).toBe('sign-in-refused')
    wait(15)
    expect((await confirmTotp(ctx, await enter(), { code: codeAt(secret, clock) })).stage).toBe('full')
  })

  test('is not asked where no role is chosen', async () => {
    await changeSetting(ctx, machine, { key: 'totpRoles', value: [] })
    expect((await (await account(['leader'])).enter()).session.stage).toBe('full')
    await changeSetting(ctx, machine, { key: 'totpRoles', value: ['leader'] })
    expect((await (await account(['leader'])).enter()).session.stage).toBe('totp-enrolment')
  })
})

describe('sessions', () => {
  test('end after idling, and after their hours even in use', async () => {
    const one = await account()
    const idle = await one.enter()
    wait(29)
    expect(await actorOf(ctx, idle.token, address)).not.toBeNull()
    wait(30)
    expect(await actorOf(ctx, idle.token, address)).toBeNull()
    const busy = await one.enter()
    for (let half = 0; half < 12 * 4 - 1; half++) {
      wait(15)
      expect(await actorOf(ctx, busy.token, address)).not.toBeNull()
    }
    wait(15)
    expect(await actorOf(ctx, busy.token, address)).toBeNull()
    expect(await kinds(busy.session.id)).toEqual(['session.ended expired', 'session.started full'])
  })

  test('are swept when nobody comes back; those of the demo stay, wherever its clock is put', async () => {
    await ctx.db.updateTable('session').set({ ended_at: clock, ended_because: 'expired' }).where('ended_at', 'is', null).execute()
    const one = await account()
    const left = await one.enter()
    const demo = await signInForDemo(ctx, { personId: one.personId, address, agent })
    wait(31)
    expect(await endExpiredSessions(ctx)).toBe(1)
    expect(await actorOf(ctx, left.token, address)).toBeNull()
    wait(400 * 24 * 60)
    expect((await actorOf(ctx, demo.token, address))!.session.stage).toBe('full')
    expect((await actorOf({ ...ctx, now: () => new Date('2025-01-01T00:00:00Z') }, demo.token, address))!.session.stage).toBe('full')
  })

  test('end when the person leaves', async () => {
    const one = await account()
    const { token, session } = await one.enter()
    await ctx.db
      .updateTable('person')
      .set({ left_on: clock.toISOString().slice(0, 10) })
      .where('id', '=', one.personId)
      .execute()
    expect(await actorOf(ctx, token, address)).toBeNull()
    expect(await kinds(session.id)).toContain('session.ended left')
  })

  test('are seen and ended by their owner; signing out ends one', async () => {
    const one = await account()
    const [here, there] = [await one.enter(), await one.enter()]
    expect((await sessionsOf(ctx, here.actor)).map(({ id, current }) => [id, current])).toEqual([
      [there.session.id, false],
      [here.session.id, true],
    ])
    await endSession(ctx, here.actor, there.session.id)
    expect(await code(endSession(ctx, here.actor, there.session.id))).toBe('not-found')
    await signOut(ctx, here)
    expect(await actorOf(ctx, here.token, address)).toBeNull()
    expect([await kinds(there.session.id), await kinds(here.session.id)].map(([last]) => last)).toEqual([
      'session.ended ended-by-person',
      'session.ended signed-out',
    ])
  })
})

describe('what a security administrator may', () => {
  const admin = async (body: string) => office.actor(await office.person('安全员', body, 'security-admin'))

  test('reset, unlock and end sessions below; nobody else may, nor above, nor where the person also works elsewhere', async () => {
    const above = await admin(office.government)
    const below = await admin(office.bureau)
    const one = await account()
    const visitor = await one.enter()
    const clerk = visitor.actor
    const other = await account(['drafter'], office.office)
    const both = await account(['drafter'], office.station)
    await ctx.db
      .insertInto('post')
      .values({
        id: ctx.newId(),
        person_id: both.personId,
        body_id: office.office,
        section_id: null,
        role: 'drafter',
        step: null,
        since: '2020-01-01',
        until: null,
      })
      .execute()

    expect(await code(resetPassword(ctx, clerk, other.personId))).toBe('not-allowed')
    expect(await code(resetPassword(ctx, below, other.personId))).toBe('not-allowed')
    expect(await code(resetPassword(ctx, below, both.personId))).toBe('not-allowed')
    expect(await code(sessionsOf(ctx, clerk, other.personId))).toBe('not-allowed')
    expect(await code(resetPassword(ctx, above, both.personId))).toBe('none')
    expect(await sessionsOf(ctx, below, one.personId)).toHaveLength(1)

    const once = await resetPassword(ctx, below, one.personId)
    expect(await actorOf(ctx, visitor.token, address)).toBeNull()
    expect(await code(one.enter())).toBe('sign-in-refused')
    expect((await one.enter(once)).session.stage).toBe('password-change')
    for (let tries = 0; tries < 5; tries++) await code(one.enter('wrong'))
    expect(await code(one.enter(once))).toBe('sign-in-refused')
    await unlock(ctx, below, one.personId)
    const entered = await one.enter(once)
    expect(await code(endSession(ctx, await admin(office.station), entered.session.id))).toBe('not-allowed')
    await endSession(ctx, below, entered.session.id)
    expect(await kinds(entered.session.id)).toContain('session.ended ended-by-administrator')
    expect(await code(unlock(ctx, above, ctx.newId()))).toBe('not-found')
  })

  test('takes a lost authenticator off', async () => {
    await changeSetting(ctx, machine, { key: 'totpRoles', value: ['leader'] })
    const one = await account(['leader'])
    const visitor: Visitor = await one.enter()
    const { secret } = await enrolTotp(ctx, visitor, { issuer: '公开' })
    await confirmEnrolment(ctx, visitor, { code: codeAt(secret, clock) })
    expect((await one.enter()).session.stage).toBe('totp')
    await resetTotp(ctx, await admin(office.government), one.personId)
    expect((await one.enter()).session.stage).toBe('totp-enrolment')
  })

  test('an account without a password opens to no password', async () => {
    const personId = await office.person('演示', office.bureau, 'drafter')
    await inTransaction(ctx, (tx) => createAccountWithoutPassword(tx, ctx, { personId, username: 'demo.one' }))
    for (const password of ['-', '', good])
      expect(await code(signIn(ctx, { username: 'demo.one', password, address, agent }))).toBe('sign-in-refused')
  })
})

test('after all this the chain of events holds', async () => {
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})
