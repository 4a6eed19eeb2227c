import { queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'

/** The newest notifications and how many are unread in all; asked again each minute. */
export const notificationsQuery = (limit: number) =>
  queryOptions({
    queryKey: ['notifications', limit],
    refetchInterval: 60_000,
    queryFn: () => answered(api.GET('/notifications', { params: { query: { limit } } })),
  })
