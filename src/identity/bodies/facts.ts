/** What must hold between the facts of one body, and between it and the bodies it names. */
import type { Context, Tx } from '#db'
import { Failure } from '#words'
import { today } from '../day.ts'
import { choice, day, email, phone, postcode as postcodeOf, text, uscc, wrong } from '../fields.ts'
import { type Body, bodyKinds, bodyLevels } from '../model.ts'
import { loadRegionByCode } from '../regions/store.ts'
import { type BodyDetail, type BodyFacts, establishmentUnknown } from './model.ts'
import { type BodyColumns, loadAncestors, loadBody } from './store.ts'

/** The columns for facts that hold; throws `wrong-field`, `ended` or `files-in-a-circle`. `body` is the one they are about, where it exists already. */
export async function columnsOf(tx: Tx, ctx: Context, facts: Partial<BodyFacts>, body?: Body): Promise<BodyColumns> {
  const kind = choice('kind', facts.kind ?? '', bodyKinds)
  const level = choice('level', facts.level ?? '', bodyLevels)
  const filesTo = await named(tx, ctx, 'filesTo', facts.filesTo, body?.filesTo ?? null)
  const host = await named(tx, ctx, 'sharesOfficeWith', facts.sharesOfficeWith, body?.sharesOfficeWith ?? null)
  if (filesTo !== null && filesTo.id === body?.id) throw wrong('filesTo', 'same')
  if (host !== null && host.id === body?.id) throw wrong('sharesOfficeWith', 'same')
  // A government may be the topmost here, and a vertical organ answers to its own line; everybody else files to someone.
  if (filesTo === null && kind !== 'government' && kind !== 'vertical') throw wrong('filesTo', 'required')
  if (kind === 'office' && filesTo?.kind !== 'government') throw wrong('filesTo', 'office-of-government')
  if (kind === 'party' && host === null) throw wrong('sharesOfficeWith', 'required')
  if (host?.sharesOfficeWith) throw wrong('sharesOfficeWith', 'host-shares', host.name)
  if (kind === 'vertical' && facts.isSummed === true) throw wrong('isSummed', 'vertical-not-summed')
  if (facts.position !== undefined && !Number.isInteger(facts.position)) throw wrong('position', 'whole', facts.position)

  const establishedOn = facts.establishedOn === undefined ? establishmentUnknown : day('establishedOn', facts.establishedOn)
  if (body?.endedOn && establishedOn >= body.endedOn) throw wrong('establishedOn', 'not-after', body.endedOn)
  return {
    kind,
    level,
    region_id: await regionOf(tx, facts.region, filesTo),
    files_to: filesTo?.id ?? null,
    shares_office_with: host?.id ?? null,
    uscc: uscc(facts.uscc),
    makes_rules: facts.makesRules ?? false,
    is_summed: kind === 'vertical' ? false : (facts.isSummed ?? true),
    reconsideration_organ: text('reconsiderationOrgan', facts.reconsiderationOrgan),
    court: text('court', facts.court),
    unit: text('unit', facts.unit),
    address: text('address', facts.address, 300),
    postcode: postcodeOf(facts.postcode),
    phone: phone('phone', facts.phone),
    fax: phone('fax', facts.fax),
    email: email(facts.email),
    hours: text('hours', facts.hours, 300),
    position: facts.position ?? 0,
    established_on: establishedOn,
  }
}

/** Throws `files-in-a-circle` where what the body should file to files, at some depth, to the body. */
export async function noCircle(tx: Tx, body: Body, filesTo: string | null): Promise<void> {
  if (filesTo === null) return
  if (!(await loadAncestors(tx, filesTo)).includes(body.id)) return
  const parent = (await loadBody(tx, { id: filesTo }, body.establishedOn))!
  throw new Failure('files-in-a-circle', { body: body.name, parent: parent.name })
}

/** The facts as `changeBody` takes them. */
export function factsOf(body: BodyDetail): BodyFacts {
  const {
    kind,
    level,
    uscc,
    makesRules,
    isSummed,
    reconsiderationOrgan,
    court,
    unit,
    address,
    postcode,
    phone,
    fax,
    email,
    hours,
    position,
  } = body
  return {
    kind,
    level,
    region: body.region.code,
    filesTo: body.filesToBody?.slug ?? null,
    sharesOfficeWith: body.sharesOfficeWithBody?.slug ?? null,
    uscc,
    makesRules,
    isSummed,
    reconsiderationOrgan,
    court,
    unit,
    address,
    postcode,
    phone,
    fax,
    email,
    hours,
    position,
    establishedOn: body.establishedOn,
  }
}

/** The body a slug names; one that has ended only where it was named before. */
async function named(tx: Tx, ctx: Context, field: string, slug: string | null | undefined, before: string | null): Promise<Body | null> {
  if (slug === null || slug === undefined || slug === '') return null
  const body = await loadBody(tx, { slug }, today(ctx))
  if (body === null) throw wrong(field, 'unknown', slug)
  if (body.endedOn !== null && body.id !== before) throw new Failure('ended', { name: body.name, on: body.endedOn })
  return body
}

async function regionOf(tx: Tx, code: string | undefined, filesTo: Body | null): Promise<string> {
  if (code === undefined || code === '') {
    if (filesTo === null) throw wrong('region', 'required')
    return filesTo.regionId
  }
  const region = await loadRegionByCode(tx, code)
  if (region === null) throw wrong('region', 'unknown', code)
  return region.id
}
