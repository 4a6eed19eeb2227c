/** Bodies as they are added, changed, named and ended. Slugs stand for bodies, codes for regions. */
import type { Body, BodyKind, BodyLevel } from '../model.ts'

export const nameKinds = ['official', 'short', 'alias'] as const
export type NameKind = (typeof nameKinds)[number]

export const endings = [
  /** 合并: into one */ 'merged',
  /** 拆分: into several */ 'split',
  /** 职能划转: to one or several */ 'transferred',
] as const
export type Ending = (typeof endings)[number]

/** Stands as the day of establishment where nobody has entered one. */
export const establishmentUnknown = '1949-10-01'

/** A name with its days; null is open. */
export interface BodyName {
  readonly id: string
  readonly name: string
  readonly kind: NameKind
  readonly since: string | null
  /** The first day on which the name no longer held. */
  readonly until: string | null
}

/** What became of a body, or what it came from. */
export interface Succession {
  readonly slug: string
  readonly name: string
  readonly kind: Ending
  readonly on: string
  readonly basis: string
}

/** A body by its slug and name. */
export interface BodyLink {
  readonly id: string
  readonly slug: string
  readonly name: string
}

export interface BodyDetail extends Body {
  readonly names: readonly BodyName[]
  readonly predecessors: readonly Succession[]
  readonly successors: readonly Succession[]
  readonly region: { readonly code: string; readonly name: string }
  readonly filesToBody: BodyLink | null
  readonly sharesOfficeWithBody: BodyLink | null
}

export interface BodyNode extends Body {
  readonly children: readonly BodyNode[]
}

export interface BodyBelow extends Body {
  /** 1 for those that file straight to it. */
  readonly depth: number
}

/** What may be corrected about a body without a new paper; names and endings have acts of their own. */
export interface BodyFacts extends Omit<Body, 'id' | 'slug' | 'name' | 'shortName' | 'aliases' | 'regionId' | 'endedOn'> {
  /** Code of the region; that of the body it files to where none is given. */
  readonly region: string
}

export interface NewBody extends Partial<BodyFacts> {
  readonly slug: string
  readonly name: string
  readonly shortName?: string
  readonly aliases?: readonly string[]
  readonly kind: BodyKind
  readonly level: BodyLevel
}

export interface NewName {
  readonly name: string
  readonly kind: NameKind
  /** The first day of it; open for a short name or an alias that was always used. */
  readonly since?: string | null
}

export interface BodyEnding {
  /** The first day on which it is no more. */
  readonly on: string
  readonly kind: Ending
  /** Slugs: one for a merger, two or more for a split. */
  readonly successors: readonly string[]
  /** The paper that says so. */
  readonly basis: string
  /** Slug of the body to which those that filed to it file from now on. */
  readonly moveFilersTo?: string
}

export interface BodyFilter {
  /** Part of any name it has or had, of its slug or its USCC; width and punctuation do not matter. */
  readonly q?: string
  readonly kind?: BodyKind
  /** Slug of the body filed to. */
  readonly filesTo?: string
  /** `only` those that have ended, or `all`; without it those that exist on the day. */
  readonly ended?: 'only' | 'all'
  /** The day asked for, today without it. Names are those that held on it. */
  readonly on?: string
  /** Slug of the last one of the page before. */
  readonly after?: string
  /** At most 500, 100 without it. */
  readonly limit?: number
}

export interface FormerName {
  readonly bodyId: string
  readonly name: string
  readonly since: string | null
  /** The first day on which it no longer held. */
  readonly until: string
}

/** One body's end at another. */
export interface BodyTie {
  readonly predecessorId: string
  readonly successorId: string
  readonly kind: Ending
  readonly on: string
}
