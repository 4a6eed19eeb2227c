/** The demo as the faces see it: one button a role, and a clock to move. */
import type { DemoFace } from '#api'
import type { Context } from '#db'
import { allBodies, signInForDemo } from '#identity'
import { Failure, identityWords } from '#words'
import { type MovableClock, moveClock } from './clock.ts'
import { buttons, people } from './people.ts'
import { loadAccounts } from './store.ts'

export { clockAt, type MovableClock, usualDay } from './clock.ts'
export { seedDemo } from './seed.ts'
export { clearDemo, countDemo, countSealed, loadDay, loadFinished, loadSiteKind, putSiteKind } from './store.ts'

/** `clock` is the one `ctx` reads. */
export function openDemo(ctx: Context, clock: MovableClock): DemoFace & { today(): string } {
  return {
    today: clock.today,
    async roles() {
      const accounts = await loadAccounts(ctx.db)
      const names = new Map((await allBodies(ctx)).map(({ slug, name, shortName }) => [slug, shortName || name]))
      return buttons.flatMap(({ role, username }) => {
        const person = accounts.get(username)
        if (!person) return []
        const { body } = people.find((one) => one.username === username)!.posts.find((post) => post.role === role)!
        const label = identityWords['zh-CN'].roles[role] ?? role
        return [{ role, label, person: { id: person.id, name: person.name }, body: names.get(body) ?? '' }]
      })
    },
    async signInAs({ role, personId }, { address, agent }) {
      const accounts = await loadAccounts(ctx.db)
      const button = buttons.find((one) => one.role === role && (personId === null || accounts.get(one.username)?.id === personId))
      const person = button && accounts.get(button.username)
      if (!person) throw new Failure('not-found', { what: 'role' })
      const { token } = await signInForDemo(ctx, { personId: person.id, address, agent })
      return { token }
    },
    setToday: (day) => moveClock(ctx, clock, day),
  }
}
