/** Settings, the audit log, jobs. */
import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { BodyRef, Day, Id, Instant, list, Nullable, NullableInstant, NullableText, PersonRef, page, paging, Shape } from '../schemas.ts'

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
    type: Type.Enum(['integer', 'text', 'boolean', 'choices'] as const, { title: 'SettingType' }),
    value: SettingValue,
    default: SettingValue,
    min: Type.Unsafe<number | null>({ type: ['number', 'null'] }),
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
    hash: Type.String({ description: 'SHA-256 in hex' }),
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
  description: 'Failed: no attempt is left. One that failed and will be tried again is waiting, with its error',
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
  operation({
    id: 'listSettings',
    method: 'GET',
    path: '/settings',
    tag: 'administration',
    summary: 'Settings with default, bounds and last change',
    access: 'signed-in',
    needs: 'setting.see',
    answers: { 200: list(Setting, 'SettingList') },
  }),
  operation({
    id: 'changeSetting',
    method: 'PUT',
    path: '/settings/:key',
    tag: 'administration',
    summary: 'Change a setting',
    access: 'signed-in',
    needs: 'setting.change',
    params: Shape({ key: Type.String({ maxLength: 60 }) }),
    body: Shape({ value: SettingValue }, { title: 'SettingChange' }),
    answers: { 200: Setting },
  }),
  operation({
    id: 'listEvents',
    method: 'GET',
    path: '/events',
    tag: 'administration',
    summary: 'The audit log, newest first',
    access: 'signed-in',
    needs: 'event.see',
    query: Shape({ ...eventFilter, ...paging }),
    answers: { 200: page(Event, 'EventPage') },
  }),
  operation({
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
  }),
  operation({
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
          head: Type.String({ description: 'Hash of the last, in hex' }),
          broken: Nullable(Shape({ seq: Type.Integer(), why: Type.String() })),
        },
        { title: 'ChainProof' },
      ),
    },
  }),
  operation({
    id: 'listJobs',
    method: 'GET',
    path: '/jobs',
    tag: 'administration',
    summary: 'Jobs that wait, run or failed',
    access: 'signed-in',
    needs: 'job.see',
    query: Shape({ state: Type.Optional(JobState), ...paging }),
    answers: { 200: page(Job, 'JobPage') },
  }),
  operation({
    id: 'readSchedule',
    method: 'GET',
    path: '/jobs/schedule',
    tag: 'administration',
    summary: 'What runs by the clock',
    access: 'signed-in',
    needs: 'job.see',
    answers: { 200: list(ScheduleEntry, 'Schedule') },
  }),
  operation({
    id: 'retryJob',
    method: 'POST',
    path: '/jobs/:id/retry',
    tag: 'administration',
    summary: 'Try a failed job again, now',
    access: 'signed-in',
    needs: 'job.retry',
    params: Shape({ id: Type.String({ pattern: '^[0-9]{1,18}$' }) }),
    answers: { 200: Job },
  }),
  operation({
    id: 'dropJob',
    method: 'POST',
    path: '/jobs/:id/drop',
    tag: 'administration',
    summary: 'Give up a failed or waiting job',
    access: 'signed-in',
    needs: 'job.drop',
    params: Shape({ id: Type.String({ pattern: '^[0-9]{1,18}$' }) }),
    answers: { 204: null },
  }),
]
