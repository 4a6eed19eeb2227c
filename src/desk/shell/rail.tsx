import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useWords } from '../language.tsx'
import { Icon } from '../parts/icon.tsx'
import { tasksQuery } from '../scenes/home/tasks.ts'
import { countsQuery } from '../scenes/requests/queries.ts'
import { useSession } from '../session.tsx'
import { groupsFor, isWithin } from './navigation.ts'

/** The rail at the left; on a phone it folds into one line that says where one is. */
export function Rail() {
  const words = useWords()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const { may } = useSession()
  const isNarrow = useIsNarrow()
  const here = groupsFor(may)
    .flatMap(({ entries }) => entries)
    .find(({ to }) => isWithin(to, path))
  return (
    <nav className="rail" aria-label={words.nav.label}>
      {isNarrow ? (
        <details key={path}>
          <summary>
            {words.nav.menu}
            {here && words.colon + words.nav[here.name]}
          </summary>
          <Groups path={path} />
        </details>
      ) : (
        <>
          <Head />
          <Groups path={path} />
        </>
      )}
    </nav>
  )
}

function Head() {
  const words = useWords()
  const { posts } = useSession()
  return (
    <div className="rail-head">
      <b>{words.product}</b>
      <span>{posts[0]?.bodyName ?? words.desk}</span>
    </div>
  )
}

function Groups({ path }: { readonly path: string }) {
  const words = useWords()
  const { may } = useSession()
  const tasks = useQuery({ ...tasksQuery('mine'), enabled: may.includes('task.see') })
  const requests = useQuery({ ...countsQuery, enabled: may.includes('request.see') })
  const counts: Readonly<Record<string, number | undefined>> = { '/': tasks.data?.length, '/requests': requests.data?.open }
  return groupsFor(may).map(({ name, entries }) => (
    <div key={name ?? ''}>
      {name && <h2>{words.nav[name]}</h2>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to} aria-current={isWithin(entry.to, path) ? 'page' : undefined}>
              <Icon name={entry.icon} /> {words.nav[entry.name]}
              {(counts[entry.to] ?? 0) > 0 && <span className="count">{counts[entry.to]}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ))
}

const narrow = window.matchMedia('(max-width: 800px)')

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed)
      return () => narrow.removeEventListener('change', changed)
    },
    () => narrow.matches,
  )
}
