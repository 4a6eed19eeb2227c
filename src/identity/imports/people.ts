/** People from a file and to a file, under the same columns: a row a post. */
import type { Context, Tx } from '#db'
import { Failure, identityWords } from '#words'
import { noPassword } from '../access/accounts.ts'
import { hashPassword, oneTimePassword } from '../access/passwords.ts'
import { insertAccount } from '../access/store.ts'
import { maskEmail, maskPhone } from '../audit/mask.ts'
import { record } from '../audit/store.ts'
import { today } from '../day.ts'
import { day, required, username as usernameOf, wrong } from '../fields.ts'
import { type Actor, type Machine, type Role, roles } from '../model.ts'
import { addPersonIn, changePersonIn, type GiveAccount } from '../people/commands.ts'
import type { PersonChange } from '../people/model.ts'
import { reachOf } from '../people/reach.ts'
import { loadPeople, loadPersonNamed, type StoredPerson } from '../people/store.ts'
import { allow } from '../policies/index.ts'
import { addPostIn, nounOf } from '../posts/commands.ts'
import type { HeldPost, NewPost } from '../posts/model.ts'
import { loadHeldPosts, lockPersons } from '../posts/store.ts'
import { languageOf, slugNamed } from './bodies.ts'
import { cell, digits, errorOf, type FieldRow, type ImportResult, named, tableOf } from './columns.ts'
import { readSheet, type SheetFormat, writeSheet } from './sheet.ts'
import { tried } from './trial.ts'

/** In the order of the export. */
const fields = ['person', 'username', 'phone', 'email', 'language', 'body', 'role', 'step', 'section', 'since'] as const

export interface PeopleImportResult extends ImportResult {
  /** For those added, shown once. */
  readonly oneTime: readonly { readonly name: string; readonly username: string; readonly password: string }[]
}

/**
 * Adds people with their posts, and corrects those known by username. All rows or none; with `dryRun` none, but all is tried.
 * Posts in the file are added, others stay. A masked number that is the mask of the one kept leaves it. Administrators are not named by import.
 * Throws `wrong-field` of `file` where it cannot be read, `not-allowed`.
 */
export async function importPeople(
  ctx: Context,
  actor: Actor | Machine,
  bytes: Uint8Array,
  options: { readonly dryRun?: boolean } = {},
): Promise<PeopleImportResult> {
  const keep = options.dryRun !== true
  const onBehalfOf = allow(actor, 'import', 'person')?.onBehalfOf ?? null
  const language = languageOf(actor)
  const table = tableOf(await readSheet(bytes), fields, ['person', 'username'], language)
  const rows = table.rows.length
  if (table.errors.length > 0) return { rows, adds: 0, changes: 0, errors: table.errors, imported: false, oneTime: [] }

  // Hashing takes its time: it is done before the transaction, which holds up everybody who records something.
  const passwords = new Map<string, { password: string; hash: string }>()
  if (keep) for (const username of await newUsernames(ctx, table.rows)) passwords.set(username, await passwordFor(ctx))
  const giveAccount: GiveAccount = async (tx, same, { personId, username }) => {
    const { password, hash } = passwords.get(username) ?? { password: '', hash: noPassword }
    if (await insertAccount(tx, { personId, username, passwordHash: hash, mustChange: true, at: same.now() })) return password
    throw new Failure('username-taken', { username })
  }

  const added = new Map<string, string>()
  const changed = new Set<string>()
  const errors = await tried(
    ctx,
    keep,
    (failure, row) => errorOf(failure, row, table.headers, language),
    async (tx, { attempt }) => {
      await lockKnown(tx, table.rows)
      const seen = new Map<string, FieldRow>()
      for (const row of table.rows) {
        await attempt(row.row, async () => {
          const username = usernameOf(required('username', cell(row, 'username')))
          const first = seen.get(username)
          if (first && !samePerson(first, row)) throw wrong('username', 'other-person', cell(first, 'person'))
          seen.set(username, first ?? row)
          const post = await postIn(tx, row)
          const known = await loadPersonNamed(tx, username)
          if (known === null) {
            const { person } = await addPersonIn(tx, ctx, actor, { ...whoIn(row), username, posts: post ? [post] : [] }, giveAccount)
            added.set(username, person.name)
          } else if (await changeRow(tx, ctx, actor, known, row, post)) changed.add(username)
        })
      }
      for (const username of added.keys()) changed.delete(username)
      if (added.size + changed.size === 0) return
      const detail = { rows, adds: added.size, changes: changed.size }
      await record(tx, ctx, actor, { kind: 'person.imported', noun: 'person', nounId: ctx.newId(), onBehalfOf, detail })
    },
  )
  const imported = keep && errors.length === 0
  const oneTime = imported ? [...added].map(([username, name]) => ({ name, username, password: passwords.get(username)!.password })) : []
  return { rows, adds: added.size, changes: changed.size, errors, imported, oneTime }
}

/** Usernames of the file that no account has yet. */
async function newUsernames(ctx: Context, rows: readonly FieldRow[]): Promise<string[]> {
  const fresh: string[] = []
  for (const username of usernamesIn(rows)) if ((await loadPersonNamed(ctx.db, username)) === null) fresh.push(username)
  return fresh
}

/** Whoever is changed is locked before the first event is recorded: later, somebody who changes one of them could wait for us as we for them. */
async function lockKnown(tx: Tx, rows: readonly FieldRow[]): Promise<void> {
  const ids: string[] = []
  for (const username of usernamesIn(rows)) {
    const person = await loadPersonNamed(tx, username)
    if (person !== null) ids.push(person.id)
  }
  if (ids.length > 0) await lockPersons(tx, ids)
}

const usernamesIn = (rows: readonly FieldRow[]): Set<string> =>
  new Set(rows.map((row) => (cell(row, 'username') ?? '').trim().toLowerCase()).filter((username) => username !== ''))

async function passwordFor(ctx: Context): Promise<{ password: string; hash: string }> {
  const password = oneTimePassword(ctx)
  return { password, hash: await hashPassword(password) }
}

const samePerson = (one: FieldRow, other: FieldRow): boolean =>
  ['person', 'phone', 'email', 'language'].every((field) => cell(one, field) === cell(other, field))

function whoIn(row: FieldRow): PersonChange & { name: string } {
  const phone = digits(row, 'phone')
  const email = cell(row, 'email')
  const language = cell(row, 'language')
  return {
    name: required('person', cell(row, 'person')),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(language ? { language: languageNamed(language) } : {}),
  }
}

function languageNamed(text: string): 'zh-CN' | 'en' {
  if (/^(zh|zh-cn|中文|汉语)$/i.test(text)) return 'zh-CN'
  if (/^(en|english|英文|英语)$/i.test(text)) return 'en'
  throw wrong('language', 'choice', text)
}

/** The post of a row; null where it has none. */
async function postIn(tx: Tx, row: FieldRow): Promise<NewPost | null> {
  const [body = '', role = ''] = [cell(row, 'body'), cell(row, 'role')]
  if (body === '' && role === '') return null
  if (body === '' || role === '') throw wrong(body === '' ? 'body' : 'role', 'role-without-body')
  const id: Role = named('role', role, roles, 'roles')
  if (nounOf(id) === 'administration-post') throw wrong('role', 'administration')
  const step = cell(row, 'step') ?? ''
  const since = cell(row, 'since')
  return {
    body: await slugNamed(tx, 'body', body),
    role: id,
    step: step === '' ? null : Number(step),
    section: cell(row, 'section') || null,
    ...(since ? { since: day('since', since) } : {}),
  }
}

/** Whether anything was other than it is. */
async function changeRow(
  tx: Tx,
  ctx: Context,
  actor: Actor | Machine,
  person: StoredPerson,
  row: FieldRow,
  post: NewPost | null,
): Promise<boolean> {
  const who = whoIn(row)
  const change: PersonChange = {
    name: who.name,
    ...(who.phone === undefined || who.phone === maskPhone(person.phone) ? {} : { phone: who.phone }),
    ...(who.email === undefined || who.email === maskEmail(person.email) ? {} : { email: who.email }),
    ...(who.language === undefined ? {} : { language: who.language }),
  }
  const differs = Object.entries(change).some(([key, value]) => person[key as keyof PersonChange] !== value)
  if (differs) await changePersonIn(tx, ctx, actor, person.id, change)
  const held = await loadHeldPosts(tx, [person.id], today(ctx), 'open')
  if (post === null || held.some((one) => isSame(one, post))) return differs
  await addPostIn(tx, ctx, actor, person.id, post)
  return true
}

const isSame = (held: HeldPost, post: NewPost): boolean =>
  held.bodySlug === post.body && held.role === post.role && held.step === (post.step ?? null) && held.sectionName === (post.section ?? null)

/** The people within the actor's reach as a file that `importPeople` takes back unchanged; numbers masked. Recorded. Throws `not-allowed`. */
export async function exportPeople(ctx: Context, actor: Actor | Machine, format: SheetFormat): Promise<Uint8Array> {
  const onBehalfOf = allow(actor, 'export', 'person')?.onBehalfOf ?? null
  const words = identityWords[languageOf(actor)]
  const reach = await reachOf(ctx.db, ctx, actor, 'export', 'person')
  const people = (
    await loadPeople(ctx.db, {
      reach,
      q: undefined,
      bodySlug: undefined,
      role: undefined,
      left: undefined,
      on: today(ctx),
      after: undefined,
      limit: 1_000_000,
    })
  ).filter(({ username }) => username !== null)
  const posts = await loadHeldPosts(
    ctx.db,
    people.map(({ id }) => id),
    today(ctx),
    'open',
  )
  const rows = people.flatMap((person) => {
    const who = [
      person.name,
      person.username!,
      person.phone && maskPhone(person.phone),
      person.email && maskEmail(person.email),
      person.language,
    ]
    const own = posts.filter((post) => post.personId === person.id && nounOf(post.role) === 'post' && within(reach.bodyIds, post))
    if (own.length === 0) return [[...who, '', '', '', '', '']]
    return own.map((post) => [...who, post.bodySlug, words.roles[post.role]!, String(post.step ?? ''), post.sectionName ?? '', post.since])
  })
  await ctx.db.transaction().execute((tx) =>
    record(tx, ctx, actor, {
      kind: 'person.exported',
      noun: 'person',
      nounId: ctx.newId(),
      onBehalfOf,
      detail: { people: people.length, format },
    }),
  )
  return writeSheet([fields.map((field) => words.fields[field]!), ...rows], format, words.peopleSheet)
}

const within = (bodyIds: readonly string[] | 'all', post: HeldPost): boolean => bodyIds === 'all' || bodyIds.includes(post.bodyId)
