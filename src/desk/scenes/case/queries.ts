import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import type { CaseDetail } from '../../api-types.ts'

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['requests', 'one', id], queryFn: () => answered(api.GET('/requests/{id}', { params: { path: { id } } })) })

/** The questions and outcomes; they change only with the program. */
export const treeQuery = queryOptions({
  queryKey: ['outcome-tree'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => answered(api.GET('/outcome-tree')),
})

export const letterKindsQuery = queryOptions({
  queryKey: ['letter-kinds'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async () => (await answered(api.GET('/letter-kinds'))).items,
})

export const lettersQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'letters', id],
    queryFn: async () => (await answered(api.GET('/requests/{id}/letters', { params: { path: { id } } }))).items,
  })

export const redactionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['redactions', 'of', id],
    queryFn: async () => (await answered(api.GET('/requests/{id}/redactions', { params: { path: { id } } }))).items,
  })

export const sectionsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['sections', slug, 'open'],
    queryFn: async () => (await answered(api.GET('/bodies/{slug}/sections', { params: { path: { slug } } }))).items,
  })

/** Puts a case as it is now in its place, and has every list that shows it read again. */
export function useTakeCase(): (one: CaseDetail) => Promise<void> {
  const client = useQueryClient()
  return async (one) => {
    client.setQueryData(caseQuery(one.id).queryKey, one)
    await Promise.all([
      client.invalidateQueries({ queryKey: ['requests', 'list'] }),
      client.invalidateQueries({ queryKey: ['requests', 'counts'] }),
      client.invalidateQueries({ queryKey: ['requests', 'letters', one.id] }),
      client.invalidateQueries({ queryKey: ['tasks'] }),
      client.invalidateQueries({ queryKey: ['tables'] }),
    ])
  }
}
