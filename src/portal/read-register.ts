/** Puts the register together from what identity knows. */
import type { Context } from '#db'
import { publishers } from '#filing'
import { allBodies, allTies, type BodyTie, bodiesWhere, formerNames, ground, settingsOf, today } from '#identity'
import type { PortalBody, Register, Tie } from './register.ts'

/** The register as it stands today: the region, the marks of the foot, and every body there is or was, with its names and what became of it. */
export async function readRegister(ctx: Context): Promise<Register> {
  const on = today(ctx)
  const [here, marks, offline, bodies, names, ties, published] = await Promise.all([
    ground(ctx),
    settingsOf(ctx.db, ['organiser', 'undertaker', 'contact', 'siteCode', 'icpNumber', 'policeNumber']),
    bodiesWhere(ctx.db, 'applyOnline', false),
    allBodies(ctx, { ended: 'all' }),
    formerNames(ctx, on),
    allTies(ctx),
    publishers(ctx),
  ])
  const known = new Map(bodies.map((body) => [body.id, body]))
  const tieTo = (id: string, { kind, on }: BodyTie): readonly Tie[] => {
    const body = known.get(id)
    return body ? [{ slug: body.slug, name: body.name, kind, on }] : []
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
          reports: published.get(body.id) ?? null,
          appliesOnline: body.endedOn === null && !offline.includes(body.id),
          formerNames: names
            .filter(({ bodyId, name }) => bodyId === body.id && name !== body.name)
            .map(({ name, since, until }) => ({ name, since, until })),
          predecessors: ties.filter((tie) => tie.successorId === body.id).flatMap((tie) => tieTo(tie.predecessorId, tie)),
          successors: ties.filter((tie) => tie.predecessorId === body.id).flatMap((tie) => tieTo(tie.successorId, tie)),
        }),
      ),
  }
}
