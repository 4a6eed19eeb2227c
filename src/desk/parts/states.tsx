/** A page or a part of it before, without and instead of its content. */
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../language.tsx'
import { ProblemBox } from './problem-box.tsx'

/** What is so, what comes next, one link. */
export function Empty({ what, next, children }: { readonly what: string; readonly next?: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{what}</b>
      {next && <p>{next}</p>}
      {children && <div>{children}</div>}
    </div>
  )
}

/** Nothing for 300 ms, then grey bars in the place of the text. */
export function Skeleton() {
  const words = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className="skeleton" role="status">
      <p className="unseen">{words.reading}</p>
      <span />
      <span />
      <span />
    </div>
  )
}

/** The content of a query once it is there; till then its place, and where it failed why. */
export function Loaded<T>({ query, children }: { readonly query: UseQueryResult<T>; readonly children: (data: T) => ReactNode }) {
  if (query.data !== undefined)
    return (
      <>
        {query.isError && <ProblemBox error={query.error} again={() => void query.refetch()} />}
        {children(query.data)}
      </>
    )
  if (query.isError) return <ProblemBox error={query.error} again={() => void query.refetch()} />
  return <Skeleton />
}
