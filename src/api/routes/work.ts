/** What is due from me, and what I should know. */
import { type Static, Type } from 'typebox'
import { doTask, notificationsOf, readNotifications, type StoredNotification, tasksOf } from '#identity'
import type { Language } from '#report'
import { notificationText } from '#words'
import { route } from '../operation.ts'
import { instant } from '../present.ts'
import {
  BodyRef,
  byId,
  Day,
  Id,
  Instant,
  list,
  Nullable,
  NullableDay,
  NullableInstant,
  PersonRef,
  page,
  paging,
  RoleName,
  Shape,
} from '../schemas.ts'

export const DueStatus = Type.Enum(['final', 'provisional'] as const, {
  title: 'DueStatus',
  description: 'Provisional where the date runs into a year whose holidays are not announced',
})
export const Lamp = Type.Enum(['overdue', 'today', 'soon', 'fine', 'stopped', 'provisional', 'none'] as const, {
  title: 'Lamp',
  description: 'Soon: three working days or fewer. Stopped: the clock stands. None: nothing is due',
})
export const RulerCell = Shape(
  {
    day: Day('A working day, or a day on which the clock stood'),
    state: Type.Enum(['used', 'paused', 'left', 'provisional', 'overdue'] as const, { title: 'RulerState' }),
    isLast: Type.Boolean({ description: 'The last day' }),
  },
  { title: 'RulerCell', description: 'One cell of the day ruler (时限尺) is one working day' },
)
export const NullableDays = (description: string) => Type.Unsafe<number | null>({ type: ['integer', 'null'], description })

export const Task = Shape(
  {
    id: Id('Task'),
    kind: Type.Enum(['case', 'draft', 'duty', 'to-do', 'approval'] as const, { title: 'TaskKind' }),
    noun: Type.String({ description: 'What it is about', examples: ['sign-off'] }),
    nounId: Type.String(),
    about: Shape(
      { noun: Type.String(), id: Type.String() },
      { description: 'The thing the work is done on: of a clock, what it belongs to' },
    ),
    title: Type.String(),
    body: BodyRef,
    person: Nullable(PersonRef),
    role: Nullable(RoleName),
    step: NullableDays('Of a reviewer: which step of review'),
    dueOn: NullableDay('Last day'),
    dueStatus: Nullable(DueStatus),
    daysLeft: NullableDays('Working days left, today not counted; below 0 when overdue'),
    lamp: Lamp,
    ruler: Type.Array(RulerCell, { description: 'From the day it was given to its last day; empty where nothing is due' }),
    addedAt: Instant('Given at'),
  },
  { title: 'Task' },
)

export const Notification = Shape(
  {
    id: Id('Notification'),
    at: Instant('At'),
    kind: Type.String({ description: 'What it tells of', examples: ['handover.received'] }),
    values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
    text: Type.String({ description: 'The sentence, in the language of the person' }),
    link: Type.String({ description: 'Where it leads in the desk; may be empty' }),
    readAt: NullableInstant('Read at'),
  },
  { title: 'Notification' },
)

export const workRoutes = [
  route(
    {
      id: 'listTasks',
      method: 'GET',
      path: '/tasks',
      tag: 'work',
      summary: 'What is due, the most pressing first',
      access: 'signed-in',
      needs: 'task.see',
      query: Shape({
        scope: Type.Optional(
          Type.Enum(['mine', 'body'] as const, { default: 'mine', description: 'Mine and of my roles, or all of my bodies' }),
        ),
      }),
      answers: { 200: list(Task, 'TaskList') },
    },
    async ({ ctx, actor, query }) => ({
      items: (await tasksOf(ctx, actor, query)).map((task) => ({ ...task, ruler: [...task.ruler], addedAt: task.addedAt.toISOString() })),
    }),
  ),
  route(
    {
      id: 'doTask',
      method: 'POST',
      path: '/tasks/:id/done',
      tag: 'work',
      summary: 'Tick off a to-do',
      access: 'signed-in',
      needs: 'task.do',
      params: byId,
      answers: { 204: null },
    },
    ({ ctx, actor, params }) => doTask(ctx, actor, params.id),
  ),
  route(
    {
      id: 'listNotifications',
      method: 'GET',
      path: '/notifications',
      tag: 'work',
      summary: 'Notifications, newest first',
      access: 'signed-in',
      needs: 'notification.see',
      query: Shape({ ...paging }),
      answers: {
        200: Shape(
          { ...page(Notification, 'x').properties, unread: Type.Integer({ description: 'How many are unread in all' }) },
          { title: 'NotificationPage' },
        ),
      },
    },
    async ({ ctx, actor, query, language }) => {
      const { items, next, unread } = await notificationsOf(ctx, actor, query)
      return { items: items.map((one) => presentNotification(one, language)), next, unread }
    },
  ),
  route(
    {
      id: 'readNotifications',
      method: 'POST',
      path: '/notifications/read',
      tag: 'work',
      summary: 'Mark notifications as read',
      access: 'signed-in',
      needs: 'notification.read',
      body: Shape({ ids: Type.Optional(Type.Array(Id('Notification'), { maxItems: 200, description: 'Which; absent: all' })) }),
      answers: { 200: Shape({ unread: Type.Integer() }, { title: 'Unread' }) },
    },
    async ({ ctx, actor, body }) => ({ unread: await readNotifications(ctx, actor, body.ids ?? null) }),
  ),
]

const presentNotification = (
  { id, at, kind, values, link, readAt }: StoredNotification,
  language: Language,
): Static<typeof Notification> => ({
  id,
  at: at.toISOString(),
  kind,
  values: { ...values },
  text: notificationText(language, kind, values),
  link,
  readAt: instant(readAt),
})
