/** Staff: people, their posts, who acts for whom, and handing over. */
import { type Static, Type } from 'typebox'
import {
  addDelegation,
  addPerson,
  addPost,
  changePerson,
  type Delegation as DelegationFound,
  delegationsOf,
  endDelegation,
  endPost,
  exportPeople,
  findPeople,
  type Handover as HandoverFound,
  type HeldPost,
  handoversOf,
  importPeople,
  leave,
  type Moved as MovedFound,
  makeHandover,
  type PersonDetail as PersonDetailFound,
  type Person as PersonFound,
  personAt,
  resetPassword,
  resetTotp,
  today,
  unlock,
  unmaskPerson,
} from '#identity'
import { apiWords } from '#words'
import { listFile } from '../downloads.ts'
import { route } from '../operation.ts'
import { instant, pageOf, presentImport } from '../present.ts'
import { bodyRefs, type Refs } from '../refs.ts'
import {
  BodyRef,
  byId,
  Day,
  dryRun,
  ExportFormat,
  Id,
  ImportResult,
  Instant,
  LanguageName,
  Line,
  Nullable,
  NullableDay,
  NullableInstant,
  NullableText,
  OneTimePassword,
  PersonRef,
  page,
  paging,
  RoleName,
  Shape,
  Slug,
  Text,
} from '../schemas.ts'
import { lists, requireType } from '../uploads.ts'
import { Username } from './region.ts'

const Step = Type.Integer({ minimum: 1, maximum: 9, description: 'Of a reviewer: which step of review' })
const NullableStep = Type.Unsafe<number | null>({ type: ['integer', 'null'], description: 'Of a reviewer: which step of review' })

export const PostEntry = Shape(
  {
    id: Id('Post'),
    body: BodyRef,
    role: RoleName,
    step: NullableStep,
    section: Nullable(Shape({ id: Id('Section'), name: Type.String() })),
    since: Day('From'),
    until: NullableDay('The first day on which it no longer holds'),
  },
  { title: 'Post' },
)

const personal = {
  id: Id('Person'),
  name: Type.String({ examples: ['沈知遥'] }),
  phone: Type.String({ description: 'Masked, unless asked for unmasked', examples: ['138****5601'] }),
  email: Type.String({ description: 'Masked, unless asked for unmasked' }),
  language: LanguageName,
  username: NullableText('How the person signs in; null where there is no account'),
  leftOn: NullableDay('Last day of work here'),
}
export const Person = Shape(
  { ...personal, posts: Type.Array(PostEntry, { description: 'Those that hold today or will' }) },
  { title: 'Person' },
)
export const PersonDetail = Shape(
  {
    ...personal,
    posts: Type.Array(PostEntry, { description: 'All, former ones too' }),
    account: Nullable(
      Shape(
        {
          username: Type.String(),
          mustChangePassword: Type.Boolean(),
          lockedUntil: NullableInstant('Cannot sign in before'),
          totp: Type.Boolean({ description: 'An authenticator is set up' }),
        },
        { title: 'PersonAccount' },
      ),
    ),
  },
  { title: 'PersonDetail' },
)

export const PostDraft = Shape(
  {
    body: Slug(),
    role: RoleName,
    step: Type.Optional(Step),
    section: Type.Optional(Line('Of a liaison: the section, by its id or its name', 100)),
    since: Type.Optional(Day('From; absent: today')),
    until: Type.Optional(Day('The first day on which it no longer holds')),
  },
  { title: 'PostDraft' },
)

export const PersonDraft = Shape(
  {
    name: Line('Name', 60, ['沈知遥']),
    username: Username,
    phone: Type.Optional(Text('Telephone', 30)),
    email: Type.Optional(Text('Email', 100)),
    language: Type.Optional(LanguageName),
    posts: Type.Array(PostDraft, { maxItems: 20 }),
  },
  { title: 'PersonDraft' },
)

export const Delegation = Shape(
  {
    id: Id('Delegation'),
    from: PersonRef,
    to: PersonRef,
    body: BodyRef,
    since: Day('First day'),
    until: Day('Last day'),
    reason: Type.String(),
    endedAt: NullableInstant('Ended early at'),
    active: Type.Boolean({ description: 'Holds today' }),
  },
  { title: 'Delegation' },
)

export const Moved = Shape(
  {
    posts: Type.Array(
      Shape({
        id: Id('Post'),
        role: RoleName,
        step: NullableStep,
        section: NullableText('Of a liaison: the section'),
        already: Type.Boolean({ description: 'The receiver held it before: it only ends with the giver' }),
      }),
    ),
    tasks: Type.Array(Shape({ id: Id('Task'), kind: Type.String(), title: Type.String(), dueOn: NullableDay('Last day') })),
    deadlines: Type.Array(Shape({ id: Id('Deadline'), title: Type.String(), dueOn: NullableDay('Last day') })),
    delegations: Type.Array(
      Shape({
        id: Id('Delegation'),
        gave: Type.Boolean({ description: 'The giver was acted for; else they acted' }),
        other: Type.String({ description: 'The other side' }),
        until: Day('Last day'),
        over: Type.Boolean({ description: 'Giver and receiver were its two sides, and it ends' }),
      }),
    ),
  },
  { title: 'Moved', description: 'What moved, with its title as it stood' },
)

export const Handover = Shape(
  {
    id: Id('Handover'),
    from: PersonRef,
    to: PersonRef,
    body: BodyRef,
    at: Instant('At'),
    by: PersonRef,
    note: Type.String(),
    moved: Moved,
  },
  { title: 'Handover' },
)

const peopleFilter = {
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a name or username' })),
  body: Type.Optional(Slug('Slug of a body they hold a post at')),
  role: Type.Optional(RoleName),
  left: Type.Optional(Type.Boolean({ default: false, description: 'Those who left, too' })),
}

export const peopleRoutes = [
  route(
    {
      id: 'listPeople',
      method: 'GET',
      path: '/people',
      tag: 'people',
      summary: 'People the session may see, by name',
      access: 'signed-in',
      needs: 'person.see',
      query: Shape({ ...peopleFilter, ...paging }),
      answers: { 200: page(Person, 'PersonPage') },
    },
    async ({ ctx, actor, query }) => {
      const { items, next } = await findPeople(ctx, actor, { ...query, left: query.left ? 'all' : undefined, limit: query.limit ?? 50 })
      return { items: items.map(presentPerson), next }
    },
  ),
  route(
    {
      id: 'exportPeople',
      method: 'GET',
      path: '/people/export',
      tag: 'people',
      summary: 'People as a file, masked',
      access: 'signed-in',
      needs: 'person.export',
      query: Shape({ format: Type.Optional(ExportFormat) }),
      answers: {
        200: { file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], description: 'The file' },
      },
    },
    async ({ ctx, actor, query, language }) =>
      listFile(apiWords[language].exports.people(today(ctx)), query.format, await exportPeople(ctx, actor, query.format ?? 'csv')),
  ),
  route(
    {
      id: 'importPeople',
      method: 'POST',
      path: '/people/import',
      tag: 'people',
      summary: 'Add people with their posts from a file',
      description: 'CSV (UTF-8 or GB 18030) or XLSX with the heads of the export. All rows or none. First passwords are shown once.',
      access: 'signed-in',
      needs: 'person.import',
      query: Shape({ dryRun }),
      form: Shape({}),
      answers: { 200: Shape({ ...ImportResult.properties, oneTime: Type.Array(OneTimePassword) }, { title: 'PeopleImportResult' }) },
      refusals: ['too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, query, file, language }) => {
      requireType(file, lists, language)
      const { oneTime, ...result } = await importPeople(ctx, actor, file.bytes, query)
      return { ...presentImport(result, query.dryRun), oneTime: oneTime.map(({ username, password }) => ({ username, password })) }
    },
  ),
  route(
    {
      id: 'readPerson',
      method: 'GET',
      path: '/people/:id',
      tag: 'people',
      summary: 'A person with posts',
      access: 'signed-in',
      needs: 'person.see',
      params: byId,
      query: Shape({
        unmask: Type.Optional(Type.Boolean({ default: false, description: 'Show telephone and email whole; this is recorded' })),
      }),
      answers: { 200: PersonDetail },
    },
    async ({ ctx, actor, params, query }) => {
      const person = await personAt(ctx, actor, params.id)
      return presentPersonDetail(query.unmask ? { ...person, ...(await unmaskPerson(ctx, actor, params.id)) } : person)
    },
  ),
  route(
    {
      id: 'addPerson',
      method: 'POST',
      path: '/people',
      tag: 'people',
      summary: 'Add a person with an account and posts',
      access: 'signed-in',
      needs: 'person.add',
      body: PersonDraft,
      answers: {
        201: Shape({ person: PersonDetail, oneTimePassword: Type.String({ description: 'Shown once' }) }, { title: 'PersonAdded' }),
      },
    },
    async ({ ctx, actor, body }) => {
      const { person, oneTimePassword } = await addPerson(ctx, actor, body)
      return { person: presentPersonDetail(person), oneTimePassword }
    },
  ),
  route(
    {
      id: 'changePerson',
      method: 'PATCH',
      path: '/people/:id',
      tag: 'people',
      summary: 'Change name, telephone, email or language',
      access: 'signed-in',
      needs: 'person.change',
      params: byId,
      body: Shape(
        {
          name: Type.Optional(Line('Name', 60)),
          phone: Type.Optional(Text('Telephone', 30)),
          email: Type.Optional(Text('Email', 100)),
          language: Type.Optional(LanguageName),
        },
        { title: 'PersonChange' },
      ),
      answers: { 200: PersonDetail },
    },
    async ({ ctx, actor, params, body }) => presentPersonDetail(await changePerson(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'leavePerson',
      method: 'POST',
      path: '/people/:id/leave',
      tag: 'people',
      summary: 'A person leaves: posts and sessions end',
      access: 'signed-in',
      needs: 'person.leave',
      params: byId,
      body: Shape({ on: Day('Last day of work here') }),
      answers: { 200: PersonDetail },
    },
    async ({ ctx, actor, params, body }) => presentPersonDetail(await leave(ctx, actor, params.id, body.on)),
  ),
  route(
    {
      id: 'addPost',
      method: 'POST',
      path: '/people/:id/posts',
      tag: 'people',
      summary: 'Give a person a post',
      description: 'The administrations (system, security, audit) are given by a security administrator, one of the three to a person.',
      access: 'signed-in',
      needs: ['post.add', 'administration-post.add'],
      params: byId,
      body: PostDraft,
      answers: { 201: PostEntry },
    },
    async ({ ctx, actor, params, body }) => presentPost(await addPost(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'endPost',
      method: 'POST',
      path: '/posts/:id/end',
      tag: 'people',
      summary: 'End a post',
      access: 'signed-in',
      needs: ['post.end', 'administration-post.end'],
      params: byId,
      body: Shape({ on: Day('The first day on which it no longer holds') }),
      answers: { 200: PostEntry },
    },
    async ({ ctx, actor, params, body }) => presentPost(await endPost(ctx, actor, params.id, body.on)),
  ),
  route(
    {
      id: 'resetPassword',
      method: 'POST',
      path: '/people/:id/reset',
      tag: 'people',
      summary: 'Give a new one-time password; the sessions of the person end',
      access: 'signed-in',
      needs: 'account.reset',
      params: byId,
      answers: { 200: Shape({ oneTimePassword: Type.String({ description: 'Shown once' }) }, { title: 'PasswordReset' }) },
    },
    async ({ ctx, actor, params }) => ({ oneTimePassword: await resetPassword(ctx, actor, params.id) }),
  ),
  route(
    {
      id: 'resetTotp',
      method: 'POST',
      path: '/people/:id/reset-totp',
      tag: 'people',
      summary: 'Take a lost authenticator off an account; the sessions of the person end',
      access: 'signed-in',
      needs: 'account.reset',
      params: byId,
      answers: { 204: null },
    },
    ({ ctx, actor, params }) => resetTotp(ctx, actor, params.id),
  ),
  route(
    {
      id: 'unlockAccount',
      method: 'POST',
      path: '/people/:id/unlock',
      tag: 'people',
      summary: 'Let a locked-out person try again',
      access: 'signed-in',
      needs: 'account.unlock',
      params: byId,
      answers: { 204: null },
    },
    ({ ctx, actor, params }) => unlock(ctx, actor, params.id),
  ),
  route(
    {
      id: 'listDelegations',
      method: 'GET',
      path: '/delegations',
      tag: 'people',
      summary: 'Delegations (代理) the session may see, newest first',
      access: 'signed-in',
      needs: 'delegation.see',
      query: Shape({
        body: Type.Optional(Slug()),
        ended: Type.Optional(Type.Boolean({ default: false, description: 'Those that ended, too' })),
        ...paging,
      }),
      answers: { 200: page(Delegation, 'DelegationPage') },
    },
    async ({ ctx, actor, query }) => {
      const { items, next } = pageOf(await delegationsOf(ctx, actor, { body: query.body, open: !query.ended }), query)
      const bodies = await bodyRefs(
        ctx,
        items.map(({ bodyId }) => bodyId),
      )
      return { items: items.map((one) => presentDelegation(one, bodies, today(ctx))), next }
    },
  ),
  route(
    {
      id: 'addDelegation',
      method: 'POST',
      path: '/delegations',
      tag: 'people',
      summary: 'Let one person act for another for a time',
      access: 'signed-in',
      needs: 'delegation.add',
      body: Shape(
        {
          from: Id('For whom'),
          to: Id('Who acts'),
          body: Slug(),
          since: Day('First day'),
          until: Day('Last day'),
          reason: Line('Why', 200, ['出差']),
        },
        { title: 'DelegationDraft' },
      ),
      answers: { 201: Delegation },
    },
    async ({ ctx, actor, body }) => {
      const added = await addDelegation(ctx, actor, body)
      return presentDelegation(added, await bodyRefs(ctx, [added.bodyId]), today(ctx))
    },
  ),
  route(
    {
      id: 'endDelegation',
      method: 'POST',
      path: '/delegations/:id/end',
      tag: 'people',
      summary: 'End a delegation early',
      access: 'signed-in',
      needs: 'delegation.end',
      params: byId,
      answers: { 200: Delegation },
    },
    async ({ ctx, actor, params }) => {
      const ended = await endDelegation(ctx, actor, params.id)
      return presentDelegation(ended, await bodyRefs(ctx, [ended.bodyId]), today(ctx))
    },
  ),
  route(
    {
      id: 'listHandovers',
      method: 'GET',
      path: '/handovers',
      tag: 'people',
      summary: 'Handovers (交接), newest first',
      access: 'signed-in',
      needs: 'handover.see',
      query: Shape({ body: Type.Optional(Slug()), ...paging }),
      answers: { 200: page(Handover, 'HandoverPage') },
    },
    async ({ ctx, actor, query }) => {
      const { items, next } = pageOf(await handoversOf(ctx, actor, { body: query.body }), query)
      const bodies = await bodyRefs(
        ctx,
        items.map(({ bodyId }) => bodyId),
      )
      return { items: items.map((one) => presentHandover(one, bodies)), next }
    },
  ),
  route(
    {
      id: 'makeHandover',
      method: 'POST',
      path: '/handovers',
      tag: 'people',
      summary: 'Move everything one person holds at a body to another, in one act',
      access: 'signed-in',
      needs: 'handover.make',
      query: Shape({ dryRun }),
      body: Shape({ from: Id('From whom'), to: Id('To whom'), body: Slug(), note: Text('Note', 500) }, { title: 'HandoverDraft' }),
      answers: {
        200: Shape(
          {
            id: Type.Unsafe<string | null>({
              type: ['string', 'null'],
              format: 'uuid',
              description: 'Of the handover; null where nothing was done',
            }),
            moved: Moved,
          },
          { title: 'HandoverResult' },
        ),
      },
    },
    async ({ ctx, actor, query, body }) => {
      const { id, moved } = await makeHandover(ctx, actor, body, { dryRun: query.dryRun })
      return { id, moved: presentMoved(moved) }
    },
  ),
]

function presentPost({
  id,
  bodyId,
  bodySlug,
  bodyName,
  role,
  step,
  sectionId,
  sectionName,
  since,
  until,
}: HeldPost): Static<typeof PostEntry> {
  const section = sectionId === null ? null : { id: sectionId, name: sectionName ?? '' }
  return { id, body: { id: bodyId, slug: bodySlug, name: bodyName }, role, step, section, since, until }
}

const presentPerson = (person: PersonFound): Static<typeof Person> => ({ ...person, posts: person.posts.map(presentPost) })

const presentPersonDetail = ({ account, ...person }: PersonDetailFound): Static<typeof PersonDetail> => ({
  ...person,
  posts: person.posts.map(presentPost),
  account: account && { ...account, lockedUntil: instant(account.lockedUntil) },
})

function presentDelegation(found: DelegationFound, bodies: Refs, on: string): Static<typeof Delegation> {
  const { id, since, until, reason, endedAt } = found
  return {
    id,
    from: { id: found.fromPerson, name: found.fromName },
    to: { id: found.toPerson, name: found.toName },
    body: bodies.get(found.bodyId)!,
    since,
    until,
    reason,
    endedAt: instant(endedAt),
    active: endedAt === null && since <= on && on <= until,
  }
}

const presentMoved = ({ posts, tasks, deadlines, delegations }: MovedFound): Static<typeof Moved> => ({
  posts: [...posts],
  tasks: [...tasks],
  deadlines: [...deadlines],
  delegations: [...delegations],
})

const presentHandover = (found: HandoverFound, bodies: Refs): Static<typeof Handover> => ({
  id: found.id,
  from: { id: found.fromPerson, name: found.fromName },
  to: { id: found.toPerson, name: found.toName },
  body: bodies.get(found.bodyId)!,
  at: found.at.toISOString(),
  by: { id: found.byPerson, name: found.byName },
  note: found.note,
  moved: presentMoved(found.moved),
})
