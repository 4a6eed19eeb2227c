/** 交接: what one person holds at a body goes to another in one act. */
import type { Role } from '../model.ts'

export interface NewHandover {
  /** Ids of persons. */
  readonly from: string
  readonly to: string
  /** Slug. */
  readonly body: string
  readonly note?: string
}

/** What moves, as it stood. */
export interface Moved {
  /** `already`: the receiver held it before, so it only ends with the giver. */
  readonly posts: readonly {
    readonly id: string
    readonly role: Role
    readonly step: number | null
    readonly section: string | null
    readonly already: boolean
  }[]
  readonly tasks: readonly { readonly id: string; readonly kind: string; readonly title: string; readonly dueOn: string | null }[]
  readonly deadlines: readonly { readonly id: string; readonly title: string; readonly dueOn: string | null }[]
  /** `gave`: the giver was acted for; else they acted. With `over`, giver and receiver were its two sides and it ends. */
  readonly delegations: readonly {
    readonly id: string
    readonly gave: boolean
    readonly other: string
    readonly until: string
    readonly over: boolean
  }[]
}

export interface Handover {
  readonly id: string
  readonly fromPerson: string
  readonly fromName: string
  readonly toPerson: string
  readonly toName: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly at: Date
  readonly byPerson: string
  readonly byName: string
  readonly note: string
  readonly moved: Moved
}
