import type { Context, Reader } from '#db'
import { Failure } from '#words'
import { maskEmail, maskPhone } from '../audit/mask.ts'
import { today } from '../day.ts'
import { wrong } from '../fields.ts'
import type { Actor, Machine } from '../model.ts'
import { loadHeldPosts } from '../posts/store.ts'
import type { Person, PersonDetail, PersonFilter } from './model.ts'
import { allowForPerson, reachOf } from './reach.ts'
import { loadPeople, loadPerson, type StoredPerson } from './store.ts'

const pageSize = 100
const largestPage = 500

/** People whom the actor may see, by name, with their open posts; numbers masked. `next` is the id to ask the next page after. */
export async function findPeople(
  ctx: Context,
  actor: Actor | Machine,
  filter: PersonFilter = {},
): Promise<{ items: Person[]; next: string | null }> {
  const limit = filter.limit ?? pageSize
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) throw wrong('limit', 'between', `1–${largestPage}`)
  const on = today(ctx)
  const found = await loadPeople(ctx.db, {
    reach: await reachOf(ctx.db, ctx, actor, 'see', 'person'),
    q: filter.q,
    bodySlug: filter.body,
    role: filter.role,
    left: filter.left,
    on,
    after: filter.after,
    limit: limit + 1,
  })
  const page = found.slice(0, limit)
  const posts = await loadHeldPosts(
    ctx.db,
    page.map(({ id }) => id),
    on,
    'open',
  )
  const items = page.map((person) => ({ ...shown(person), posts: posts.filter(({ personId }) => personId === person.id) }))
  return { items, next: found.length > limit ? page.at(-1)!.id : null }
}

/** A person with all posts; numbers masked. Throws `not-found`, `not-allowed`. */
export async function personAt(ctx: Context, actor: Actor | Machine, id: string): Promise<PersonDetail> {
  const person = await loadPerson(ctx.db, id)
  if (person === null) throw new Failure('not-found', { what: 'person' })
  await allowForPerson(ctx.db, ctx, actor, 'see', id)
  return detailOfPerson(ctx.db, ctx, id)
}

export async function detailOfPerson(reader: Reader, ctx: Context, id: string): Promise<PersonDetail> {
  const person = (await loadPerson(reader, id))!
  return {
    ...shown(person),
    posts: await loadHeldPosts(reader, [id], today(ctx)),
    account:
      person.username === null
        ? null
        : {
            username: person.username,
            mustChangePassword: person.mustChangePassword!,
            lockedUntil: person.lockedUntil !== null && person.lockedUntil > ctx.now() ? person.lockedUntil : null,
            totp: person.totpConfirmedAt !== null,
          },
  }
}

const shown = ({ id, name, phone, email, language, leftOn, username }: StoredPerson): Omit<Person, 'posts'> => ({
  id,
  name,
  // Nothing stays nothing, so that a mask always stands for something.
  phone: phone && maskPhone(phone),
  email: email && maskEmail(email),
  language,
  leftOn,
  username,
})

/** The id, where the person works here today; else null: what they held has to find somebody else. */
export async function stillWorking(reader: Reader, ctx: Context, personId: string | null): Promise<string | null> {
  const person = personId === null ? null : await loadPerson(reader, personId)
  return person && (person.leftOn === null || person.leftOn > today(ctx)) ? person.id : null
}
