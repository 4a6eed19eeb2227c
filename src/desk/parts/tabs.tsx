import { Link } from '@tanstack/react-router'
import { useAddress } from '../address.ts'

/** Pages within a page; which one is in the address as `?tab=`. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly (readonly [id: string, name: string])[] }) {
  const chosen = useTab(tabs.map(([id]) => id))
  return (
    <nav className="tabs no-print" aria-label={label}>
      {tabs.map(([id, name]) => (
        <Link key={id} to="." search={{ tab: id } as never} aria-current={id === chosen ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}

/** The tab in the address; the first where it names none of them. */
export function useTab(ids: readonly string[]): string {
  const given = useAddress().one('tab')
  return ids.includes(given) ? given : ids[0]!
}
