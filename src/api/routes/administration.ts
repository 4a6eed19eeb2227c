/** Settings, the audit log, jobs. */
import { type Static, Type } from 'typebox'
import { type Context, inTransaction } from '#db'
import { bodyAt, changeSetting, eventsOf, type ListedSetting, listSettings, record, verifyChain } from '#identity'
import type { Language } from '#report'
import { apiWords, identityWords, jobsWords, sayWhen, settingWords } from '#words'
import { eventFile, filterOf, presentEvent } from '../events.ts'
import { route } from '../operation.ts'
import type { JobEntry } from '../options.ts'
import { instant, seqOf } from '../present.ts'
import { bodyRefs } from '../refs.ts'
import {
  BodyRef,
  Day,
  Id,
  Instant,
  list,
  Nullable,
  NullableInstant,
  NullableText,
  PersonRef,
  page,
  paging,
  Shape,
  Slug,
} from '../schemas.ts'

const SettingValue = Type.Union(
  [Type.String({ maxLength: 2000 }), Type.Number(), Type.Boolean(), Type.Array(Type.String(), { maxItems: 50 }), Type.Null()],
  {
    title: 'SettingValue',
    description: 'A number, text, yes or no, or a list of choices',
  },
)

export const Setting = Shape(
  {
    key: Type.String({ examples: ['sessionIdleMinutes'] }),
    label: Type.String({ description: 'What it is called' }),
    note: Type.String({ description: 'What it does' }),
    group: Type.String({ description: 'Under which head it is listed' }),
    type: Type.Enum(['integer', 'text', 'boolean', 'choices', 'choice'] as const, { title: 'SettingType' }),
    value: SettingValue,
    default: SettingValue,
    min: Type.Unsafe<number | null>({ type: ['number', 'null'] }),
    zero: Type.Boolean({ description: '0 is taken below `min` too: it switches the rule off' }),
    source: NullableText('The provision it answers to'),
    max: Type.Unsafe<number | null>({ type: ['number', 'null'], description: 'Of a text: its length' }),
    unit: NullableText('Unit of the number'),
    choices: Type.Array(Shape({ value: Type.String(), label: Type.String() })),
    security: Type.Boolean({ description: 'Changed by the security administrator' }),
    mayChange: Type.Boolean({ description: 'Whether this session may' }),
    changedAt: NullableInstant('Last changed at'),
    changedBy: Nullable(PersonRef),
  },
  { title: 'Setting' },
)

export const Event = Shape(
  {
    seq: Type.Integer({ description: 'Position in the chain' }),
    at: Instant('At'),
    actor: Nullable(PersonRef),
    onBehalfOf: Nullable(PersonRef),
    body: Nullable(BodyRef),
    origin: Type.String({ description: 'Address, `cli`, or `job NAME`' }),
    kind: Type.String({ examples: ['body.renamed'] }),
    noun: Type.String(),
    nounId: Type.String(),
    detail: Type.Unknown({ description: 'What changed, masked; null once archived' }),
  },
  { title: 'Event' },
)

const eventFilter = {
  kind: Type.Optional(Type.String({ maxLength: 60, description: 'As `body.renamed`' })),
  noun: Type.Optional(Type.String({ maxLength: 60 })),
  nounId: Type.Optional(Type.String({ maxLength: 100 })),
  actor: Type.Optional(Id('Person')),
  from: Type.Optional(Day('First day')),
  to: Type.Optional(Day('Last day')),
}

export const JobState = Type.Enum(['waiting', 'running', 'failed'] as const, {
  title: 'JobState',
  description: 'Failed: the last attempt failed; tried again at `nextTryAt`, or not at all where that is null',
})
export const Job = Shape(
  {
    id: Type.String({ examples: ['42'] }),
    task: Type.String({ examples: ['recompute-deadlines'] }),
    label: Type.String({ description: 'What it does' }),
    queue: NullableText('Jobs of one queue run one after another'),
    state: JobState,
    attempts: Type.Integer(),
    maxAttempts: Type.Integer(),
    lastError: NullableText('Why the last attempt failed'),
    nextTryAt: NullableInstant('Not before'),
    addedAt: Instant('Asked for at'),
  },
  { title: 'Job' },
)
export const ScheduleEntry = Shape(
  {
    task: Type.String(),
    label: Type.String({ description: 'What it does' }),
    cron: Type.String({ examples: ['15 2 * * *'] }),
    when: Type.String({ description: 'The same in words' }),
    lastRunAt: NullableInstant('Last begun at'),
    nextRunAt: NullableInstant('Next at'),
  },
  { title: 'ScheduleEntry' },
)

export const administrationRoutes = [
  route(
    {
      id: 'listSettings',
      method: 'GET',
      path: '/settings',
      tag: 'administration',
      summary: 'Settings with default, bounds and last change',
      access: 'signed-in',
      needs: 'setting.see',
      query: Shape({ body: Type.Optional(Slug('Those of this body; absent: those of the installation')) }),
      answers: { 200: list(Setting, 'SettingList') },
    },
    async ({ ctx, actor, query, language }) => ({
      items: (await listSettings(ctx, actor, await bodyIdOf(ctx, query.body))).map((one) => presentSetting(one, language)),
    }),
  ),
  route(
    {
      id: 'changeSetting',
      method: 'PUT',
      path: '/settings/:key',
      tag: 'administration',
      summary: 'Change a setting',
      access: 'signed-in',
      needs: ['setting.change', 'setting.change-security'],
      params: Shape({ key: Type.String({ maxLength: 60 }) }),
      query: Shape({ body: Type.Optional(Slug('Of a setting of a body: whose')) }),
      body: Shape({ value: SettingValue }, { title: 'SettingChange' }),
      answers: { 200: Setting },
    },
    async ({ ctx, actor, params, query, body, language }) => {
      const bodyId = await bodyIdOf(ctx, query.body)
      await changeSetting(ctx, actor, { key: params.key, value: body.value, bodyId })
      const changed = (await listSettings(ctx, actor, bodyId)).find(({ key }) => key === params.key)
      return presentSetting(changed!, language)
    },
  ),
  route(
    {
      id: 'listEvents',
      method: 'GET',
      path: '/events',
      tag: 'administration',
      summary: 'The audit log, newest first',
      access: 'signed-in',
      needs: 'event.see',
      query: Shape({ ...eventFilter, ...paging }),
      answers: { 200: page(Event, 'EventPage') },
    },
    async ({ ctx, query }) => {
      const { items, next } = await eventsOf(ctx, { ...filterOf(query), after: seqOf(query.after), limit: query.limit ?? 50 })
      const refs = await bodyRefs(
        ctx,
        items.map(({ bodyId }) => bodyId),
      )
      return { items: items.map((event) => presentEvent(event, refs)), next: next === null ? null : String(next) }
    },
  ),
  route(
    {
      id: 'exportEvents',
      method: 'GET',
      path: '/events/export',
      tag: 'administration',
      summary: 'The audit log as a file; the export is itself recorded',
      access: 'signed-in',
      needs: 'event.export',
      query: Shape({
        ...eventFilter,
        format: Type.Optional(Type.Enum(['csv', 'jsonl'] as const, { default: 'csv', description: 'Format of the file' })),
      }),
      answers: { 200: { file: ['text/csv', 'application/jsonl'], description: 'The file' } },
    },
    async ({ ctx, actor, query, language }) => {
      const format = query.format ?? 'csv'
      await inTransaction(ctx, (tx) =>
        record(tx, ctx, actor, { kind: 'event.exported', noun: 'event', nounId: 'all', detail: { ...query, format } }),
      )
      return eventFile(ctx, filterOf(query), format, language)
    },
  ),
  route(
    {
      id: 'verifyEvents',
      method: 'POST',
      path: '/events/verify',
      tag: 'administration',
      summary: 'Prove the chain of events from its first to its last',
      access: 'signed-in',
      needs: 'event.verify',
      answers: {
        200: Shape(
          {
            events: Type.Integer({ description: 'How many' }),
            forgotten: Type.Integer({ description: 'Of them, those whose detail was archived or purged, as later events say' }),
            head: Type.String({ description: 'Hash of the last, in hex' }),
            broken: Nullable(
              Shape({
                seq: Type.Integer(),
                why: Type.String({ description: 'A code' }),
                text: Type.String({ description: 'What that means' }),
              }),
            ),
          },
          { title: 'ChainProof' },
        ),
      },
    },
    async ({ ctx, language }) => {
      const { events, forgotten, head, broken } = await verifyChain(ctx.db)
      return {
        events,
        forgotten,
        head: head.hash,
        broken: broken && { ...broken, text: apiWords[language].breaks[broken.why] ?? broken.why },
      }
    },
  ),
  route(
    {
      id: 'listJobs',
      method: 'GET',
      path: '/jobs',
      tag: 'administration',
      summary: 'Jobs that wait, run or failed',
      access: 'signed-in',
      needs: 'job.see',
      query: Shape({ state: Type.Optional(JobState), ...paging }),
      answers: { 200: page(Job, 'JobPage') },
    },
    async ({ options, query, language }) => {
      const { items, next } = await options.jobs.list({
        state: query.state,
        after: query.after && String(seqOf(query.after)),
        limit: query.limit ?? 50,
      })
      return { items: items.map((job) => presentJob(job, language)), next }
    },
  ),
  route(
    {
      id: 'readSchedule',
      method: 'GET',
      path: '/jobs/schedule',
      tag: 'administration',
      summary: 'What runs by the clock',
      access: 'signed-in',
      needs: 'job.see',
      answers: { 200: list(ScheduleEntry, 'Schedule') },
    },
    async ({ options, language }) => ({
      items: (await options.jobs.schedule()).map(({ task, cron, lastRunAt, nextRunAt }) => ({
        task,
        label: jobsWords[language].tasks[task] ?? task,
        cron,
        when: sayWhen(cron, language),
        lastRunAt: instant(lastRunAt),
        nextRunAt: instant(nextRunAt),
      })),
    }),
  ),
  route(
    {
      id: 'retryJob',
      method: 'POST',
      path: '/jobs/:id/retry',
      tag: 'administration',
      summary: 'Try a failed job again, now',
      access: 'signed-in',
      needs: 'job.retry',
      params: Shape({ id: Type.String({ pattern: '^[0-9]{1,18}$' }) }),
      answers: { 200: Job },
    },
    async ({ options, actor, params, language }) => presentJob(await options.jobs.retry(actor, params.id), language),
  ),
  route(
    {
      id: 'dropJob',
      method: 'POST',
      path: '/jobs/:id/drop',
      tag: 'administration',
      summary: 'Give up a failed or waiting job',
      access: 'signed-in',
      needs: 'job.drop',
      params: Shape({ id: Type.String({ pattern: '^[0-9]{1,18}$' }) }),
      answers: { 204: null },
    },
    async ({ options, actor, params }) => options.jobs.drop(actor, params.id),
  ),
]

const bodyIdOf = async (ctx: Context, slug: string | undefined): Promise<string | undefined> =>
  slug === undefined ? undefined : (await bodyAt(ctx, slug)).id

function presentSetting(
  { key, setting, value, mayChange, changedAt, changedBy }: ListedSetting,
  language: Language,
): Static<typeof Setting> {
  const words = settingWords[language]
  return {
    key,
    label: words.settings[key]!.label,
    note: words.settings[key]!.note,
    group: words.groups[setting.group] ?? setting.group,
    type: setting.type,
    value: typeof value === 'object' ? [...value] : value,
    default: typeof setting.default === 'object' ? [...setting.default] : setting.default,
    min: setting.type === 'integer' ? setting.min : null,
    max: setting.type === 'integer' || setting.type === 'text' ? setting.max : null,
    zero: setting.type === 'integer' && setting.zero === true,
    source: setting.source ?? null,
    unit: setting.type === 'integer' ? (words.units[setting.unit] ?? setting.unit) : null,
    choices:
      setting.type === 'choices'
        ? setting.choices.map((role) => ({ value: role, label: identityWords[language].roles[role] ?? role }))
        : setting.type === 'choice'
          ? setting.choices.map((choice) => ({ value: choice, label: words.choices[key]?.[choice] ?? choice }))
          : [],
    security: setting.security,
    mayChange,
    changedAt: instant(changedAt),
    changedBy,
  }
}

function presentJob({ nextTryAt, addedAt, ...job }: JobEntry, language: Language): Static<typeof Job> {
  return { ...job, label: jobsWords[language].tasks[job.task] ?? job.task, nextTryAt: instant(nextTryAt), addedAt: addedAt.toISOString() }
}
