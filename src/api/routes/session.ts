/** Signing in, the session, and what a person does with the own account. */
import { type Static, Type } from 'typebox'
import type { Context } from '#db'
import {
  actorOf,
  changePassword,
  chooseLanguage,
  confirmEnrolment,
  confirmTotp,
  delegationsOf,
  endSession,
  enrolTotp,
  ground,
  sessionsOf,
  signIn,
  signOut,
  today,
  whatMay,
} from '#identity'
import { Failure } from '#words'
import { type Call, type Operation, route } from '../operation.ts'
import { bodyRefs } from '../refs.ts'
import { byId, Day, Id, Instant, LanguageName, list, Nullable, PersonRef, RoleName, Shape, Slug } from '../schemas.ts'
import { Password } from './region.ts'

export const SessionStage = Type.Enum(['totp', 'totp-enrolment', 'password-change', 'full'] as const, {
  title: 'SessionStage',
  description: 'What is still to be done before the session is whole',
})

export const Post = Shape(
  {
    id: Id('Post'),
    bodyId: Id('Body'),
    bodySlug: Slug(),
    bodyName: Type.String({ examples: ['云岭县财政局'] }),
    role: RoleName,
    step: Type.Unsafe<number | null>({ type: ['integer', 'null'], description: 'Of a reviewer: which step' }),
    onBehalfOf: Nullable(PersonRef),
  },
  { title: 'SessionPost', description: 'A post held today; `onBehalfOf` where it is held by delegation (代理)' },
)

export const Session = Shape(
  {
    stage: SessionStage,
    csrf: Type.String({ description: 'Send it as `x-csrf-token` with every POST, PUT, PATCH and DELETE' }),
    person: Shape({ id: Id('Person'), name: Type.String(), language: LanguageName }),
    posts: Type.Array(Post),
    may: Type.Array(Type.String({ examples: ['body.change'] }), {
      description: 'What the person may do somewhere, as `noun.verb`; empty until the session is whole',
    }),
    today: Day('The day it is here'),
    demo: Type.Boolean({ description: 'Whether this is the demo' }),
  },
  { title: 'Session' },
)

export const Code = Type.String({ pattern: '^[0-9]{6}$', description: 'Six digits shown by the authenticator', examples: ['492039'] })

export const SessionEntry = Shape(
  {
    id: Id('Session'),
    person: PersonRef,
    stage: SessionStage,
    startedAt: Instant('Signed in at'),
    seenAt: Instant('Last used at'),
    expiresAt: Instant('Ends by itself at'),
    address: Type.String({ description: 'Address of the network' }),
    agent: Type.String({ description: 'Browser, as it names itself' }),
    current: Type.Boolean({ description: 'The session of this request' }),
  },
  { title: 'SessionEntry' },
)

export const sessionRoutes = [
  route(
    {
      id: 'signIn',
      method: 'POST',
      path: '/session',
      tag: 'session',
      summary: 'Sign in with username and password',
      description: 'Sets the cookie `gongkai`. The answer says by `stage` what is to be done next.',
      access: 'public',
      limit: 'sign-in',
      body: Shape(
        { username: Type.String({ minLength: 1, maxLength: 100, examples: ['shen.zhiyao'] }), password: Password },
        { title: 'Credentials' },
      ),
      answers: { 200: Session },
      refusals: ['sign-in-refused'],
    },
    async (call) => {
      const { token } = await signIn(call.ctx, { ...call.body, address: call.address, agent: call.agent })
      call.setSession(token)
      return sessionOf(call.ctx, token, call)
    },
  ),
  route(
    {
      id: 'readSession',
      method: 'GET',
      path: '/session',
      tag: 'session',
      summary: 'The session of this browser',
      access: 'signing-in',
      answers: { 200: Session },
    },
    (call) => sessionOf(call.ctx, call.token!, call),
  ),
  route(
    {
      id: 'signOut',
      method: 'DELETE',
      path: '/session',
      tag: 'session',
      summary: 'Sign out',
      access: 'signing-in',
      answers: { 204: null },
    },
    async ({ ctx, visitor, setSession }) => {
      await signOut(ctx, visitor)
      setSession(null)
    },
  ),
  route(
    {
      id: 'confirmTotp',
      method: 'POST',
      path: '/session/totp',
      tag: 'session',
      summary: 'Second step of signing in: the code of the authenticator',
      access: 'signing-in',
      limit: 'sign-in',
      body: Shape({ code: Code }),
      answers: { 200: Session },
    },
    async (call) => {
      await confirmTotp(call.ctx, call.visitor, call.body)
      return sessionOf(call.ctx, call.token!, call)
    },
  ),
  route(
    {
      id: 'enrolTotp',
      method: 'POST',
      path: '/session/totp-enrolment',
      tag: 'session',
      summary: 'Begin to enrol an authenticator',
      description: 'Gives a new secret, shown once; it counts from its confirmation on.',
      access: 'signing-in',
      limit: 'sign-in',
      answers: {
        200: Shape(
          {
            uri: Type.String({ description: 'otpauth:// address' }),
            secret: Type.String({ description: 'The secret in base 32, to be typed' }),
            qr: Type.String({ description: 'The address as a QR code, SVG' }),
          },
          { title: 'TotpEnrolment' },
        ),
      },
    },
    async ({ ctx, visitor }) => enrolTotp(ctx, visitor, { issuer: (await ground(ctx))?.region.name ?? 'Gongkai' }),
  ),
  route(
    {
      id: 'confirmTotpEnrolment',
      method: 'POST',
      path: '/session/totp-enrolment/confirm',
      tag: 'session',
      summary: 'Confirm the new authenticator by its first code',
      access: 'signing-in',
      limit: 'sign-in',
      body: Shape({ code: Code }),
      answers: { 200: Session },
    },
    async (call) => {
      await confirmEnrolment(call.ctx, call.visitor, call.body)
      return sessionOf(call.ctx, call.token!, call)
    },
  ),
  route(
    {
      id: 'changePassword',
      method: 'POST',
      path: '/session/password',
      tag: 'session',
      summary: 'Change the own password',
      description: 'Ends the other sessions of the person.',
      access: 'signing-in',
      limit: 'sign-in',
      body: Shape({ current: Password, next: Password }),
      answers: { 200: Session },
    },
    async (call) => {
      await changePassword(call.ctx, call.visitor, call.body)
      return sessionOf(call.ctx, call.token!, call)
    },
  ),
  route(
    {
      id: 'changeLanguage',
      method: 'PATCH',
      path: '/session/person',
      tag: 'session',
      summary: 'Choose the language of the desk',
      access: 'signing-in',
      body: Shape({ language: LanguageName }),
      answers: { 200: Session },
    },
    async (call) => {
      await chooseLanguage(call.ctx, call.actor, call.body.language)
      return sessionOf(call.ctx, call.token!, call)
    },
  ),
  route(
    {
      id: 'listSessions',
      method: 'GET',
      path: '/sessions',
      tag: 'session',
      summary: 'Open sessions: the own, or those of a person',
      access: 'signed-in',
      needs: 'session.see-own',
      query: Shape({ person: Type.Optional(Id('Whose; absent: the own')) }),
      answers: { 200: list(SessionEntry, 'SessionList') },
    },
    async ({ ctx, actor, query }) => ({
      items: (await sessionsOf(ctx, actor, query.person)).map((one) => ({
        ...one,
        startedAt: one.startedAt.toISOString(),
        seenAt: one.seenAt.toISOString(),
        expiresAt: one.expiresAt.toISOString(),
      })),
    }),
  ),
  route(
    {
      id: 'endSession',
      method: 'DELETE',
      path: '/sessions/:id',
      tag: 'session',
      summary: 'End a session: an own one, or, for a security administrator, anyone’s',
      access: 'signed-in',
      needs: 'session.end-own',
      params: byId,
      answers: { 204: null },
    },
    ({ ctx, actor, params }) => endSession(ctx, actor, params.id),
  ),
]

/** The session of a token as the desk sees it; read anew, for a step may just have changed what the actor holds. */
export async function sessionOf(
  ctx: Context,
  token: string,
  { address, options }: Pick<Call<Operation>, 'address' | 'options'>,
): Promise<Static<typeof Session>> {
  const visitor = await actorOf(ctx, token, address)
  if (!visitor) throw new Failure('not-signed-in')
  const { actor, session } = visitor
  const bodies = await bodyRefs(
    ctx,
    actor.posts.map(({ bodyId }) => bodyId),
  )
  const delegations = actor.posts.some(({ onBehalfOf }) => onBehalfOf !== null)
    ? await delegationsOf(ctx, actor, { person: actor.personId, open: true })
    : []
  return {
    stage: session.stage,
    csrf: session.csrf,
    person: { id: actor.personId, name: actor.name, language: actor.language },
    posts: actor.posts.map(({ id, bodyId, bodySlug, role, step, onBehalfOf }) => ({
      id,
      bodyId,
      bodySlug,
      bodyName: bodies.get(bodyId)?.name ?? bodySlug,
      role,
      step,
      onBehalfOf:
        onBehalfOf === null
          ? null
          : { id: onBehalfOf, name: delegations.find(({ fromPerson }) => fromPerson === onBehalfOf)?.fromName ?? '' },
    })),
    may: session.stage === 'full' ? whatMay(actor) : [],
    today: today(ctx),
    demo: options.demo !== undefined,
  }
}
