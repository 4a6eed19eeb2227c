import type { Role } from '../model.ts'

/** A post as it stands in lists, with its days. */
export interface HeldPost {
  readonly id: string
  readonly personId: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly role: Role
  /** Of a reviewer, 1 to 9. */
  readonly step: number | null
  /** Of a liaison. */
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly since: string
  /** The first day on which it no longer holds; null is open. */
  readonly until: string | null
}

export interface NewPost {
  /** Slug. */
  readonly body: string
  readonly role: Role
  readonly step?: number | null
  /** Id or name of a section of the body. */
  readonly section?: string | null
  /** Today without it. */
  readonly since?: string
  /** The first day on which it no longer holds. */
  readonly until?: string | null
}

/** Who may act in a role today. */
export interface Holder {
  readonly personId: string
  readonly name: string
  /** For whom, under a delegation. */
  readonly onBehalfOf: string | null
}
