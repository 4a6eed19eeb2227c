/** What a policy is made of: who may do a verb, and how far it reaches. */
import { administrations, type Role, roles } from '../model.ts'

/** How far a permission reaches, nearest first. */
export const scopes = [
  /** What is one's own: the target's person is the one who acts. */
  'self',
  /** The body where the post is held. */
  'own-body',
  /** That body, and those that file to it at any depth; for a government's office, those of its government (Order 711 Art. 3). */
  'filing-line',
  /** Everything of the installation. */
  'region',
] as const
export type Scope = (typeof scopes)[number]

/** For one verb: each role that may, with its reach. `everyone` is whoever is signed in. `machine: false` where only a person can answer for the act. */
export type Grants = Readonly<Partial<Record<Role | 'everyone', Scope>>> & { readonly machine?: false }

export const ordinaryRoles = roles.filter((role) => !administrations.includes(role as (typeof administrations)[number]))

/** The same reach for each of the roles. */
export function each(of: readonly Role[], scope: Scope): Grants {
  return Object.fromEntries(of.map((role) => [role, scope]))
}
