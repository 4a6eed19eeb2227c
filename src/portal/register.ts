/** What the portal shows of the region and its bodies, as it stands on one day. */
import { type Body, type BodyKind, establishmentUnknown } from '#identity'
import type { PortalWords } from '#words'

export interface Register {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string
  /** Null until the first run. */
  readonly region: PortalRegion | null
  readonly marks: FooterMarks
  /** In the order of listing: by kind, then position. Bodies that ended are among them. */
  readonly bodies: readonly PortalBody[]
}

export interface PortalRegion {
  readonly code: string
  readonly name: string
  readonly shortName: string
}

export interface PortalBody extends Body {
  /** On how many years its annual report is published, and the latest; null where none is. */
  readonly reports: { readonly years: number; readonly latest: number } | null
  /** Takes requests on this site. */
  readonly appliesOnline: boolean
  /** Official names that no longer hold, newest first; days as `YYYY-MM-DD`, null where not known. */
  readonly formerNames: readonly { readonly name: string; readonly since: string | null; readonly until: string }[]
  readonly predecessors: readonly Tie[]
  readonly successors: readonly Tie[]
}

/** A body that came before or after another. */
export interface Tie {
  readonly slug: string
  readonly name: string
  readonly kind: 'merged' | 'split' | 'transferred'
  readonly on: string
}

/** What a government site's foot must name (国办发〔2017〕47号); empty where the operator has not set it. */
export interface FooterMarks {
  /** 主办 */
  readonly organiser: string
  /** 承办 */
  readonly undertaker: string
  /** Telephone and hours, as the operator wrote them. */
  readonly contact: string
  /** 网站标识码 */
  readonly siteCode: string
  /** ICP 备案 */
  readonly icpNumber: string
  /** 公安备案 */
  readonly policeNumber: string
}

export const noMarks: FooterMarks = { organiser: '', undertaker: '', contact: '', siteCode: '', icpNumber: '', policeNumber: '' }

/** A register of nothing: before the first run, and for the page that says the database is away. */
export const emptyRegister = (today: string): Register => ({ today, region: null, marks: noMarks, bodies: [] })

export const isEnded = (body: PortalBody, today: string): boolean => body.endedOn !== null && body.endedOn <= today

/** The bodies that exist today. */
export const livingBodies = (register: Register): readonly PortalBody[] => register.bodies.filter((body) => !isEnded(body, register.today))

export const bodyOf = (register: Register, slug: string): PortalBody | undefined => register.bodies.find((body) => body.slug === slug)

/** The government of the region: the first of its kind. */
export const governmentOf = (register: Register): PortalBody | undefined => livingBodies(register).find(({ kind }) => kind === 'government')

export type Group = keyof PortalWords['groups']

const groupOfKind: Record<BodyKind, Group> = {
  government: 'government',
  office: 'government',
  department: 'department',
  town: 'town',
  zone: 'zone',
  dispatched: 'dispatched',
  authorised: 'authorised',
  party: 'party',
  vertical: 'vertical',
}

/** Bodies by group, in the order of listing; groups without a body do not appear. */
export function grouped(bodies: readonly PortalBody[]): readonly { readonly group: Group; readonly bodies: readonly PortalBody[] }[] {
  const order = [...new Set(Object.values(groupOfKind))]
  return order
    .map((group) => ({ group, bodies: bodies.filter(({ kind }) => groupOfKind[kind] === group) }))
    .filter((one) => one.bodies.length > 0)
}

/** 县, 区, 市 … as the region's name ends; empty where it ends otherwise. */
export const levelOf = (region: PortalRegion | null): string =>
  /[县区市省旗盟州镇乡]$/.exec(region?.shortName || region?.name || '')?.[0] ?? ''

export interface Change {
  readonly day: string
  readonly kind: 'established' | 'renamed' | 'ended'
  readonly body: PortalBody
  /** Of a renaming: the name before and the one after. Of setting up: the first name. */
  readonly names?: readonly string[]
}

/** Bodies set up, renamed and ended up to today, newest first. */
export function changesOf({ bodies, today }: Register): readonly Change[] {
  const changes = bodies.flatMap((body): Change[] => {
    const official = [...body.formerNames].reverse()
    return [
      ...(body.establishedOn === establishmentUnknown
        ? []
        : [{ day: body.establishedOn, kind: 'established' as const, body, names: [official[0]?.name ?? body.name] }]),
      ...official.map(
        (former, at): Change => ({
          day: former.until,
          kind: 'renamed',
          body,
          names: [former.name, official[at + 1]?.name ?? body.name],
        }),
      ),
      ...(body.endedOn ? [{ day: body.endedOn, kind: 'ended' as const, body }] : []),
    ]
  })
  return changes
    .filter(({ day }) => day <= today)
    .sort((one, other) => other.day.localeCompare(one.day) || one.body.slug.localeCompare(other.body.slug))
}

export interface Hit {
  readonly body: PortalBody
  /** The alias or former name that was met, where it was not the name shown. */
  readonly alias?: string
  readonly former?: string
}

/** Bodies whose name, short name, alias or former name has every word of `q`, those that begin with it first, ended ones last. */
export function findBodies(register: Register, q: string): readonly Hit[] {
  const words = fold(q).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const has = (name: string) => words.every((word) => fold(name).includes(word))
  const rank = ({ body, alias, former }: Hit) =>
    (isEnded(body, register.today) ? 4 : 0) + (former ? 2 : alias ? 1 : 0) + (fold(body.name).startsWith(words[0]!) ? -0.5 : 0)
  return register.bodies
    .flatMap((body): Hit[] => {
      if (has(body.name) || has(body.shortName) || has(body.slug)) return [{ body }]
      const alias = body.aliases.find(has)
      if (alias) return [{ body, alias }]
      const former = body.formerNames.find(({ name }) => has(name))
      return former ? [{ body, former: former.name }] : []
    })
    .sort((one, other) => rank(one) - rank(other))
}

/** As people type it: widths, cases and runs of spaces made alike. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

export interface BodyFilter {
  readonly q: string
  readonly kind: BodyKind | null
  readonly ended: boolean
}

/** The list of bodies as filtered, in the order of listing. */
export function filterBodies(register: Register, { q, kind, ended }: BodyFilter): readonly PortalBody[] {
  const found = q ? new Set(findBodies(register, q).map(({ body }) => body)) : null
  return register.bodies.filter(
    (body) => (!found || found.has(body)) && (!kind || body.kind === kind) && (ended || !isEnded(body, register.today)),
  )
}
