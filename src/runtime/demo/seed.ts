/** Makes the demo: a county that has worked with the system since spring 2025, as it stands on the day of the clock. */
import { type Context, inTransaction } from '#db'
import {
  type Actor,
  addBodyIn,
  addDelegation,
  addPersonIn,
  addRegionIn,
  addSectionIn,
  bodyBySlug,
  changeSetting,
  createAccountWithoutPassword,
  endBody,
  leave,
  type Machine,
  makeHandover,
  nameBodyIn,
  postsOf,
} from '#identity'
import { instantOf } from './clock.ts'
import { bodies, ended, land, marks, ofBodies, region } from './county.ts'
import { formerClerk, people, sections } from './people.ts'
import { loadAccounts, putSetting, putSiteKind } from './store.ts'
import { seedEarlierWork, seedWork } from './work.ts'
import { seedYear } from './year.ts'

/** Whoever set the site up. */
const machine: Machine = { personId: null, origin: 'system' }

/** When what happened: the record of the demo has a past. */
const days = { setUp: '2025-03-03', reformed: '2025-03-04', staffed: '2025-03-05', handedOver: '2025-12-31', delegated: '2026-01-16' }

/** The demo's context on a day, and whoever acts in it. */
export interface Stage {
  /** The clock stands at nine on the day, from the next act on. */
  on(day: string): void
  readonly ctx: Context
  /** A person of the demo with the posts held on the day, as if signed in. */
  actor(username: string): Promise<Actor>
  id(username: string): string
}

/**
 * Fills an empty, migrated database; `today` is where the demo's clock stands. `contextAt` gives a context that reads the clock it is handed.
 * What is laid down is the same every time but for ids and the secrets of sessions.
 */
export async function seedDemo(today: string, contextAt: (now: () => Date) => Context): Promise<void> {
  let now = instantOf(days.setUp)
  const ctx = contextAt(() => now)
  const on = (day: string) => {
    now = instantOf(day)
  }

  // One transaction: cut off within it, nothing was begun.
  await inTransaction(ctx, async (tx) => {
    await putSiteKind(tx, 'demo', instantOf(today))
    await putSetting(tx, 'demo.today', today, instantOf(today))
    await addRegionIn(tx, ctx, machine, region)
    for (const { body, renamed } of bodies) {
      await addBodyIn(tx, ctx, machine, body)
      if (renamed) await nameBodyIn(tx, ctx, machine, body.slug, { kind: 'official', ...renamed })
    }
    for (const { body } of ended) await addBodyIn(tx, ctx, machine, body)
    for (const [slug, names] of Object.entries(sections)) for (const name of names) await addSectionIn(tx, ctx, machine, slug, { name })
    on(days.staffed)
    const withoutPassword = async (...[inner, same, account]: Parameters<typeof createAccountWithoutPassword>) => {
      await createAccountWithoutPassword(inner, same, account)
      return null
    }
    for (const person of [formerClerk, ...people]) await addPersonIn(tx, ctx, machine, person, withoutPassword)
  })

  on(days.reformed)
  for (const { body, end } of ended) await endBody(ctx, machine, body.slug, end)
  for (const [key, value] of Object.entries(marks)) await changeSetting(ctx, machine, { key, value })
  for (const [slug, chosen] of Object.entries(ofBodies)) {
    const bodyId = (await bodyBySlug(ctx, slug))!.id
    for (const [key, value] of Object.entries(chosen)) await changeSetting(ctx, machine, { key, value, bodyId })
  }

  const accounts = await loadAccounts(ctx.db)
  const id = (username: string) => accounts.get(username)!.id
  const stage: Stage = {
    on,
    ctx,
    id,
    async actor(username) {
      const person = accounts.get(username)!
      const posts = await postsOf(ctx.db, person.id, ctx.now().toISOString().slice(0, 10))
      return { personId: person.id, name: person.name, language: 'zh-CN', posts, sessionId: null, origin: 'system' }
    },
  }
  await seedEarlierWork(stage, days.handedOver)
  await changeHands(stage)
  await seedWork(stage, days.handedOver, today)
  await seedYear(stage, today)
  on(today)
  await inTransaction(ctx, (tx) => putSetting(tx, 'demo.finished', true, ctx.now()))
}

/** People rotate: a clerk handed everything over and left, and a colleague is away for two weeks. */
async function changeHands({ on, ctx, actor, id }: Stage): Promise<void> {
  on(days.handedOver)
  const officer = await actor('ma.zhiyuan')
  const note = '调往澜州市工作，经办的事项全部移交'
  await makeHandover(ctx, officer, { from: id(formerClerk.username), to: id('zhou.min'), body: land, note })
  await leave(ctx, officer, id(formerClerk.username), days.handedOver)
  on(days.delegated)
  const reason = '参加省里的业务培训'
  await addDelegation(ctx, await actor('ma.zhiyuan'), {
    from: id('fang.qing'),
    to: id('zhou.min'),
    body: land,
    since: '2026-01-19',
    until: '2026-01-30',
    reason,
  })
}
