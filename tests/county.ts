/** A small made-up county that tests of identity stand on: 青溪县, its office, two departments, a town, a vertical organ, a party body, and who administers it. */
import type { Context } from '#db'
import { type Actor, addBody, addPerson, firstRun, type Machine, type NewPost, postsOf, today } from '#identity'

export const machine: Machine = { personId: null, origin: 'cli' }

export const firstRunInput = {
  region: { code: '990421', name: '青溪县', shortName: '青溪' },
  government: { name: '青溪县人民政府', slug: 'qingxi', level: 'county' },
  office: { name: '青溪县人民政府办公室', slug: 'qingxi-office' },
  administrator: { name: '孟系统', username: 'system', password: 'Qingxi-2026-ok' },
  securityAdmin: { name: '安全全', username: 'security' },
  auditAdmin: { name: '沈审计', username: 'audit' },
} as const

/** Sets the county up; gives its three administrators as they would sign in. */
export async function county(ctx: Context) {
  await firstRun(ctx, firstRunInput)
  const bodies = [
    {
      slug: 'education',
      kind: 'department',
      level: 'county',
      name: '青溪县教育局',
      shortName: '县教育局',
      aliases: ['教体局'],
      position: 1,
    },
    { slug: 'finance', kind: 'department', level: 'county', name: '青溪县财政局', position: 2 },
    { slug: 'baisha', kind: 'town', level: 'town', name: '白沙镇人民政府', position: 1 },
  ] as const
  for (const body of bodies) await addBody(ctx, machine, { ...body, filesTo: 'qingxi' })
  await addBody(ctx, machine, { slug: 'tax', kind: 'vertical', level: 'county', name: '国家税务总局青溪县税务局', region: '990421' })
  await addBody(ctx, machine, {
    slug: 'archives',
    kind: 'party',
    level: 'county',
    name: '中共青溪县委档案室',
    filesTo: 'qingxi',
    sharesOfficeWith: 'qingxi-office',
  })
  return { system: await actorNamed(ctx, 'system'), security: await actorNamed(ctx, 'security'), audit: await actorNamed(ctx, 'audit') }
}

/** A person as they would sign in today. */
export async function actorNamed(ctx: Context, username: string): Promise<Actor> {
  const { id, name } = await ctx.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person.id', 'person.name'])
    .where('account.username', '=', username)
    .executeTakeFirstOrThrow()
  return { personId: id, name, language: 'zh-CN', posts: await postsOf(ctx.db, id, today(ctx)), sessionId: null, origin: 'cli' }
}

/** Adds a person with posts and gives them as they would sign in today. */
export async function staff(ctx: Context, name: string, username: string, ...posts: NewPost[]): Promise<Actor> {
  await addPerson(ctx, machine, { name, username, posts })
  return actorNamed(ctx, username)
}

/** Kinds of the events so far, in order, without those of the ground. */
export async function kindsSince(ctx: Context, seq: number): Promise<string[]> {
  const rows = await ctx.db.selectFrom('event').select('kind').where('seq', '>', seq).orderBy('seq').execute()
  return rows.map(({ kind }) => kind)
}

export async function lastSeq(ctx: Context): Promise<number> {
  return (await ctx.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()).seq
}
