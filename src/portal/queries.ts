/** Reads the register from the database. */
import type { Context } from '#db'
import { allBodies, ground, settingsOf, today } from '#identity'
import type { PortalBody, Register, Tie } from './register.ts'

/** The register as it stands today: the region, the marks of the foot, and every body there is or was, with its names and what became of it. */
export async function readRegister(ctx: Context): Promise<Register> {
  const on = today(ctx)
  const [here, marks, bodies, names, ties] = await Promise.all([
    ground(ctx),
    settingsOf(ctx.db, ['organiser', 'undertaker', 'contact', 'siteCode', 'icpNumber', 'policeNumber']),
    allBodies(ctx, { ended: 'all' }),
    formerNames(ctx, on),
    allTies(ctx),
  ])
  const known = new Map(bodies.map((body) => [body.id, body]))
  const tieTo = (id: string, { kind, on_day }: TieRow): readonly Tie[] => {
    const body = known.get(id)
    return body ? [{ slug: body.slug, name: body.name, kind: kind as Tie['kind'], on: on_day }] : []
  }
  return {
    today: on,
    region: here && { code: here.region.code, name: here.region.name, shortName: here.region.shortName },
    marks,
    bodies: bodies
      .filter(({ establishedOn }) => establishedOn <= on)
      .map(
        (body): PortalBody => ({
          ...body,
          formerNames: names
            .filter(({ body_id, name }) => body_id === body.id && name !== body.name)
            .map(({ name, since, until }) => ({ name, since, until: until! })),
          predecessors: ties.filter((tie) => tie.successor_id === body.id).flatMap((tie) => tieTo(tie.predecessor_id, tie)),
          successors: ties.filter((tie) => tie.predecessor_id === body.id).flatMap((tie) => tieTo(tie.successor_id, tie)),
        }),
      ),
  }
}

/** Official names that no longer hold on the day, newest first. */
const formerNames = (ctx: Context, on: string) =>
  ctx.db
    .selectFrom('body_name')
    .select(['body_id', 'name', 'since', 'until'])
    .where('kind', '=', 'official')
    .where('until', '<=', on)
    .orderBy('until', 'desc')
    .execute()

type TieRow = Awaited<ReturnType<typeof allTies>>[number]

const allTies = (ctx: Context) =>
  ctx.db
    .selectFrom('succession')
    .select(['predecessor_id', 'successor_id', 'kind', 'on_day'])
    .orderBy('on_day')
    .orderBy('successor_id')
    .execute()

/** The number of the last event: while it stands, nothing has changed. */
export async function lastEvent(ctx: Context): Promise<number> {
  return (await ctx.db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()).seq
}
