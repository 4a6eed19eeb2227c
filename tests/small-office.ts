/** A made-up county with a few bodies and people, put straight into the tables: ground for tests of what people do there. */
import type { Context } from '#db'
import type { Actor, Post, Role } from '#identity'

export interface SmallOffice {
  readonly regionId: string
  /** 县政府; the office and the bureau file to it, the station to the bureau. */
  readonly government: string
  readonly office: string
  readonly bureau: string
  readonly station: string
  /** Adds a person who holds these roles at the body since the beginning of 2020. */
  person(name: string, body: string, ...roles: (Role | { role: Role; step: number })[]): Promise<string>
  /** The person as an actor with the posts they hold at one body; those of `for` under a delegation. */
  actor(personId: string, options?: { for?: string }): Promise<Actor>
  /** A delegation of everything at the body. */
  delegate(from: string, to: string, body: string, days?: { since: string; until: string }): Promise<void>
}

export async function smallOffice(ctx: Context): Promise<SmallOffice> {
  const [regionId, government, office, bureau, station] = [ctx.newId(), ctx.newId(), ctx.newId(), ctx.newId(), ctx.newId()] as const
  await ctx.db.insertInto('region').values({ id: regionId, code: '990199', name: '青石县', short_name: '青石', parent_id: null }).execute()
  await addBody(government, 'qingshi', '青石县人民政府', 'government', null)
  await addBody(office, 'qingshi-office', '青石县人民政府办公室', 'office', government)
  await addBody(bureau, 'water', '青石县水务局', 'department', government)
  await addBody(station, 'water-station', '青石县水务局河桥站', 'dispatched', bureau)

  async function addBody(id: string, slug: string, name: string, kind: string, filesTo: string | null): Promise<void> {
    await ctx.db
      .insertInto('body')
      .values({
        id,
        slug,
        region_id: regionId,
        kind,
        level: 'county',
        files_to: filesTo,
        shares_office_with: null,
        uscc: null,
        established_on: '2000-01-01',
        ended_on: null,
      })
      .execute()
    await ctx.db
      .insertInto('body_name')
      .values({ id: ctx.newId(), body_id: id, name, kind: 'official', since: null, until: null })
      .execute()
  }

  return {
    regionId,
    government,
    office,
    bureau,
    station,
    async person(name, body, ...roles) {
      const id = ctx.newId()
      await ctx.db.insertInto('person').values({ id, name, added_at: ctx.now(), left_on: null }).execute()
      for (const one of roles) {
        const { role, step } = typeof one === 'string' ? { role: one, step: null } : one
        await ctx.db
          .insertInto('post')
          .values({ id: ctx.newId(), person_id: id, body_id: body, section_id: null, role, step, since: '2020-01-01', until: null })
          .execute()
      }
      return id
    },
    async actor(personId, options = {}) {
      const person = await ctx.db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
      const posts = [...(await postsHeld(personId, null)), ...(options.for ? await postsHeld(options.for, options.for) : [])]
      return { personId, name: person.name, language: 'zh-CN', posts, sessionId: null, origin: '192.0.2.7' }
    },
    async delegate(from, to, body, days = { since: '2020-01-01', until: '2099-12-31' }) {
      await ctx.db
        .insertInto('delegation')
        .values({ id: ctx.newId(), from_person: from, to_person: to, body_id: body, ...days, reason: '出差', ended_at: null })
        .execute()
    },
  }

  async function postsHeld(personId: string, onBehalfOf: string | null): Promise<Post[]> {
    const rows = await ctx.db
      .selectFrom('post')
      .innerJoin('body', 'body.id', 'post.body_id')
      .select(['post.id', 'post.body_id', 'body.slug', 'post.role', 'post.step', 'post.section_id'])
      .where('post.person_id', '=', personId)
      .orderBy('post.id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      bodyId: row.body_id,
      bodySlug: row.slug,
      role: row.role as Role,
      step: row.step,
      sectionId: row.section_id,
      onBehalfOf,
    }))
  }
}
