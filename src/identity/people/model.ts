/** People at work, as lists and pages show them. */
import type { Language } from '#report'
import type { Role } from '../model.ts'
import type { HeldPost, NewPost } from '../posts/model.ts'

export interface Person {
  readonly id: string
  readonly name: string
  /** Masked: 138****1234. */
  readonly phone: string
  /** Masked. */
  readonly email: string
  readonly language: Language
  /** The last day of work; null while here. */
  readonly leftOn: string | null
  readonly username: string | null
  /** Those that hold today or will. */
  readonly posts: readonly HeldPost[]
}

export interface PersonDetail extends Omit<Person, 'posts'> {
  /** All of them, former ones too. */
  readonly posts: readonly HeldPost[]
  readonly account: {
    readonly username: string
    readonly mustChangePassword: boolean
    /** Until when sign-in is refused after too many failures. */
    readonly lockedUntil: Date | null
    readonly totp: boolean
  } | null
}

export interface NewPerson {
  readonly name: string
  readonly username: string
  readonly phone?: string
  readonly email?: string
  readonly language?: Language
  readonly posts?: readonly NewPost[]
}

export interface PersonChange {
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly language?: Language
}

export interface PersonFilter {
  /** Part of the name or of the username. */
  readonly q?: string
  /** Slug of a body where they hold a post. */
  readonly body?: string
  readonly role?: Role
  /** `only` those who have left, or `all`; without it those who work here. */
  readonly left?: 'only' | 'all'
  /** Id of the last one of the page before. */
  readonly after?: string
  /** At most 500, 100 without it. */
  readonly limit?: number
}
