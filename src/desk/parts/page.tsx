/** A page of the desk: one h1, the document's title, the focus on arrival. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../language.tsx'

/** The first page of a visit leaves the focus where the browser puts it. */
let hasArrived = false

interface PageProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly acts?: ReactNode
  /** The page above this one. */
  readonly trail?: readonly [to: string, name: string]
  readonly children?: ReactNode
}

export function Page({ title, lead, acts, trail, children }: PageProps) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (hasArrived) heading.current?.focus()
    hasArrived = true
  }, [])
  useEffect(() => {
    document.title = words.titleOf(title)
  }, [title, words])
  return (
    <>
      <div className="page-head">
        <div>
          {trail && (
            <nav className="trail no-print" aria-label={words.back}>
              <Link to={trail[0]}>{trail[1]}</Link>
            </nav>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p>{lead}</p>}
        </div>
        {acts && <div className="acts no-print">{acts}</div>}
      </div>
      {children}
    </>
  )
}
