/** Pages for an address that leads nowhere, and for a fault of ours. */
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Problem } from '../../problem.ts'

export function NotFoundPage() {
  const words = useWords().problem
  return (
    <Page title={words.notFoundTitle} lead={words.notFound}>
      <Link to="/">{words.goHome}</Link>
    </Page>
  )
}

export function CrashPage({ error }: ErrorComponentProps) {
  const words = useWords().problem
  return (
    <Page title={words.crashTitle}>
      {error instanceof Problem ? (
        <ProblemBox error={error} />
      ) : (
        <div className="stack">
          <p>{words.crash}</p>
          <p className="mono small">{error instanceof Error ? error.message : String(error)}</p>
        </div>
      )}
      <p style={{ marginTop: 16 }}>
        <a href={window.location.href}>{words.reload}</a>
      </p>
    </Page>
  )
}
