import { queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import type { Task } from '../../api-types.ts'

export type Scope = 'mine' | 'body'

export const tasksQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['tasks', scope],
    queryFn: async (): Promise<readonly Task[]> => (await answered(api.GET('/tasks', { params: { query: { scope } } }))).items,
  })

/** Where the thing is that a task is about; null where the desk has no page for it. */
export function pageOf({ about: { noun, id } }: Pick<Task, 'about'>): string | null {
  switch (noun) {
    case 'sign-off':
      return `/sign-offs/${id}`
    case 'deadline':
      return `/deadlines/${id}`
    case 'request':
      return `/requests/${id}`
    case 'challenge':
      return `/challenges/${id}`
    case 'letter':
      return `/letters/${id}`
    case 'annual-report':
      return '/reports'
    case 'withheld':
      return '/withheld'
    case 'person':
      return `/people/${id}`
    case 'local-day':
    case 'rest-notice':
      return '/holidays'
    case 'delegation':
    case 'handover':
      return '/handovers'
    default:
      return null
  }
}

export const filters = ['all', 'overdueOrToday', 'soon', 'stopped', 'provisional'] as const
export type Filter = (typeof filters)[number]

export const fits = (task: Task, filter: Filter): boolean =>
  filter === 'all' || (filter === 'overdueOrToday' ? task.lamp === 'overdue' || task.lamp === 'today' : task.lamp === filter)

export const groupNames = ['overdue', 'today', 'soon', 'later'] as const
export type GroupName = (typeof groupNames)[number]

export const groupOf = ({ lamp }: Task): GroupName => (lamp === 'overdue' || lamp === 'today' || lamp === 'soon' ? lamp : 'later')
