/** Who is signed in, and what they may do. */
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { answered, api, keepCsrf } from './api.ts'
import type { Session } from './api-types.ts'
import { Problem } from './problem.ts'

/** The session of this browser; null where nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async (): Promise<Session | null> => {
    try {
      return kept(await answered(api.GET('/session')))
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 401) return null
      throw failure
    }
  },
})

export const useSessionQuery = () => useQuery(sessionQuery)

/** Takes in what POST /session and its followers answer. What was read as someone else is forgotten when the person changes. */
export function takeSession(client: QueryClient, session: Session | null): void {
  const before = client.getQueryData(sessionQuery.queryKey)
  if (before?.person.id !== session?.person.id || before?.stage !== session?.stage)
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'region' })
  client.setQueryData(sessionQuery.queryKey, session === null ? null : kept(session))
}

export function useTakeSession(): (session: Session | null) => void {
  const client = useQueryClient()
  return (session) => takeSession(client, session)
}

function kept(session: Session): Session {
  keepCsrf(session.csrf)
  return session
}

export const SignedIn = createContext<Session | null>(null)

/** The session of a screen that only a person signed in can see. */
export function useSession(): Session {
  const session = useContext(SignedIn)
  if (session === null) throw new Error('no session around this screen')
  return session
}

/** Whether the person may do it somewhere, as `body.add`; the server decides for the very thing. */
export function useMay(): (what: string) => boolean {
  const { may } = useSession()
  return (what) => may.includes(what)
}
