import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import type { CaseState, Lamp, OutcomeRow } from '../../api-types.ts'

export interface RequestFilter {
  readonly body?: string
  readonly state?: string
  readonly lamp?: string
  readonly kind?: string
  readonly row?: string
  readonly year?: string
  readonly person?: string
  readonly q?: string
  readonly unconfirmed?: string
  readonly order?: string
}

/** Cases, page by page. Filters come from the address and are the server's to judge. */
export const requestsQuery = (filter: RequestFilter) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/requests', {
          params: {
            query: {
              body: filter.body || undefined,
              state: (filter.state || undefined) as CaseState | undefined,
              lamp: (filter.lamp || undefined) as Lamp | undefined,
              kind: (filter.kind || undefined) as never,
              row: (filter.row || undefined) as OutcomeRow | undefined,
              year: filter.year ? Number(filter.year) : undefined,
              person: filter.person || undefined,
              q: filter.q || undefined,
              unconfirmed: filter.unconfirmed ? true : undefined,
              order: filter.order === 'received' ? 'received' : 'due',
              after: pageParam,
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })

/** How many are open, by what presses. */
export const countsQuery = queryOptions({
  queryKey: ['requests', 'counts'],
  queryFn: () => answered(api.GET('/requests/counts')),
})
