/** Reads the register from the database. */
import type { Context } from '#db'
import type { Body, BodyKind, BodyLevel } from '#identity'
import { bodyKinds } from '#identity'
import { dayOf } from './days.ts'
import { noMarks, type PortalBody, type Register, type Tie } from './register.ts'

/** The register as it stands today: the region, the marks of the foot, and every body with its names and what became of it. */
export async function readRegister(ctx: Context): Promise<Register> {
  const today = dayOf(ctx.now())
  const [region, bodies, names, ties] = await Promise.all([
    ctx.db
      .selectFrom('region')
      .select(['code', 'name', 'short_name'])
      .orderBy('parent_id', (by) => by.nullsFirst())
      .orderBy('code')
      .limit(1)
      .executeTakeFirst(),
    ctx.db.selectFrom('body').selectAll().orderBy('position').orderBy('slug').execute(),
    ctx.db
      .selectFrom('body_name')
      .select(['body_id', 'name', 'kind', 'since', 'until'])
      .orderBy('since', (by) => by.nullsFirst())
      .execute(),
    ctx.db.selectFrom('succession').select(['predecessor_id', 'successor_id', 'kind', 'on_day']).execute(),
  ])
  const drafts = bodies.map((row): PortalBody => {
    const own = names.filter(({ body_id }) => body_id === row.id)
    const holds = ({ since, until }: { since: string | null; until: string | null }) =>
      (!since || since <= today) && (!until || until > today)
    const official = own.filter(({ kind }) => kind === 'official')
    const current = official.find(holds) ?? official.at(-1)
    const short = own.find((name) => name.kind === 'short' && holds(name))
    return {
      id: row.id,
      slug: row.slug,
      kind: row.kind as BodyKind,
      level: row.level as BodyLevel,
      regionId: row.region_id,
      name: current?.name ?? row.slug,
      shortName: short?.name ?? current?.name ?? row.slug,
      aliases: own.filter((name) => name.kind === 'alias' && holds(name)).map(({ name }) => name),
      filesTo: row.files_to,
      sharesOfficeWith: row.shares_office_with,
      uscc: row.uscc,
      makesRules: row.makes_rules,
      isSummed: row.is_summed,
      reconsiderationOrgan: row.reconsideration_organ,
      court: row.court,
      unit: row.unit,
      address: row.address,
      postcode: row.postcode,
      phone: row.phone,
      fax: row.fax,
      email: row.email,
      hours: row.hours,
      position: row.position,
      establishedOn: row.established_on,
      endedOn: row.ended_on,
      formerNames: official
        .filter((name) => name !== current && name.until !== null && name.until <= today)
        .map(({ name, since, until }) => ({ name, since, until: until! }))
        .reverse(),
      predecessors: [],
      successors: [],
    } satisfies Body & PortalBody
  })
  const byId = new Map(drafts.map((body) => [body.id, body]))
  const tie = (id: string, kind: string, on: string): Tie => ({
    slug: byId.get(id)!.slug,
    name: byId.get(id)!.name,
    kind: kind as Tie['kind'],
    on,
  })
  return {
    today,
    region: region ? { code: region.code, name: region.name, shortName: region.short_name } : null,
    marks: noMarks,
    bodies: drafts
      .map((body) => ({
        ...body,
        predecessors: ties.filter((one) => one.successor_id === body.id).map((one) => tie(one.predecessor_id, one.kind, one.on_day)),
        successors: ties.filter((one) => one.predecessor_id === body.id).map((one) => tie(one.successor_id, one.kind, one.on_day)),
      }))
      .sort((one, other) => bodyKinds.indexOf(one.kind) - bodyKinds.indexOf(other.kind)),
  }
}

/** The number of the last event: while it stands, nothing has changed. */
export async function lastEvent(ctx: Context): Promise<number> {
  return (await ctx.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()).seq
}
