/** Who may do what: one file a noun, and the two questions asked of them. docs/permissions.md shows them as a table. */
import { Failure } from '#words'
import type { Actor, Machine, Post, Role } from '../model.ts'
import { account } from './account.ts'
import { administrationPost } from './administration-post.ts'
import { annualReport } from './annual-report.ts'
import { attachment } from './attachment.ts'
import { body } from './body.ts'
import { challenge } from './challenge.ts'
import { deadline } from './deadline.ts'
import { delegation } from './delegation.ts'
import { event } from './event.ts'
import type { Grants, Scope } from './grants.ts'
import { handover } from './handover.ts'
import { job } from './job.ts'
import { letter } from './letter.ts'
import { letterTemplate } from './letter-template.ts'
import { localDay } from './local-day.ts'
import { message } from './message.ts'
import { notification } from './notification.ts'
import { person } from './person.ts'
import { post } from './post.ts'
import { redaction } from './redaction.ts'
import { region } from './region.ts'
import { register } from './register.ts'
import { request } from './request.ts'
import { restNotice } from './rest-notice.ts'
import { section } from './section.ts'
import { session } from './session.ts'
import { setting } from './setting.ts'
import { signOff } from './sign-off.ts'
import { task } from './task.ts'
import { withheld } from './withheld.ts'

export const policies = {
  region,
  body,
  section,
  person,
  post,
  'administration-post': administrationPost,
  account,
  session,
  delegation,
  handover,
  task,
  setting,
  'rest-notice': restNotice,
  'local-day': localDay,
  deadline,
  'sign-off': signOff,
  event,
  job,
  notification,
  attachment,
  request,
  letter,
  'letter-template': letterTemplate,
  redaction,
  challenge,
  withheld,
  message,
  register,
  'annual-report': annualReport,
} as const satisfies Record<string, Readonly<Record<string, Grants>>>

export type Noun = keyof typeof policies
export type Verb<N extends Noun> = keyof (typeof policies)[N] & string

/** What an act is about. What is left out cannot be matched: without `bodyId` nothing is in a body's scope, without `personId` nothing is one's own. */
export interface Target {
  /** The body the thing belongs to; for a new body, the one it will file to. */
  readonly bodyId?: string
  /** `filingLineOf` the body: it, those it files to at any depth, and their offices. */
  readonly filingLine?: readonly string[]
  /** Whose the thing is. */
  readonly personId?: string | null
}

/** Whether the actor may do this to the target; without a target, whether to anything at all. A machine may do what a person need not answer for. */
export function may<N extends Noun>(actor: Actor | Machine, verb: Verb<N>, noun: N, target?: Target): boolean {
  return groundOf(actor, grantsOf(noun, verb), target) !== null
}

/**
 * The same, or a refusal that names the roles that may: throws `not-allowed`.
 * Gives the post the permission rests on, one's own before one held for another (its `onBehalfOf` belongs in the event); null where none is needed.
 */
export function allow<N extends Noun>(actor: Actor | Machine, verb: Verb<N>, noun: N, target?: Target): Post | null {
  const ground = groundOf(actor, grantsOf(noun, verb), target)
  if (ground === null) throw new Failure('not-allowed', { needs: rolesFor(noun, verb).join(',') })
  return ground === 'everyone' ? null : ground
}

/** Every `noun.verb` the actor may do to something: what the desk shows in its navigation. The object may still be out of reach. */
export function whatMay(actor: Actor | Machine): string[] {
  return (Object.keys(policies) as Noun[]).flatMap((noun) =>
    Object.keys(policies[noun]).flatMap((verb) => (groundOf(actor, grantsOf(noun, verb)) === null ? [] : [`${noun}.${verb}`])),
  )
}

/** The roles that may do a verb at all, in the order of the policy. */
function rolesFor(noun: Noun, verb: string): Role[] {
  return Object.keys(grantsOf(noun, verb)).filter((key): key is Role => key !== 'everyone' && key !== 'machine')
}

/** The grants of a verb, whatever its noun. */
export function grantsOf(noun: Noun, verb: string): Grants {
  const grants = (policies[noun] as Readonly<Record<string, Grants>>)[verb]
  if (grants === undefined) throw new Error(`no verb ${verb} of ${noun}`)
  return grants
}

/** The post that allows it, `everyone` where none is needed, null where nothing does. */
function groundOf(actor: Actor | Machine, grants: Grants, target?: Target): Post | 'everyone' | null {
  if (actor.personId === null) return grants.machine === false ? null : 'everyone'
  if (grants.everyone !== undefined && everyoneReaches(grants.everyone, actor, target)) return 'everyone'
  const holding = actor.posts.filter((held) => {
    const scope = grants[held.role]
    return scope !== undefined && (target === undefined || reaches(scope, held, actor, target))
  })
  return holding.find((held) => held.onBehalfOf === null) ?? holding[0] ?? null
}

const everyoneReaches = (scope: Scope, actor: Actor, target: Target | undefined): boolean =>
  scope === 'region' || target === undefined || (scope === 'self' && target.personId === actor.personId)

function reaches(scope: Scope, held: Post, actor: Actor, target: Target): boolean {
  switch (scope) {
    case 'self':
      return target.personId === actor.personId
    case 'own-body':
      return target.bodyId === held.bodyId
    case 'filing-line':
      return target.bodyId === held.bodyId || (target.filingLine?.includes(held.bodyId) ?? false)
    case 'region':
      return true
  }
}
