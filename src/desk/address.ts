/** The part of the address after the question mark, as plain text: what a person may keep, send or type. */
import { useNavigate, useSearch } from '@tanstack/react-router'

export type Search = Readonly<Record<string, string | readonly string[] | undefined>>

/** `?a=1&a=2&b=3` as {a: ['1', '2'], b: '3'}. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const given = new URLSearchParams(text)
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, oneOrMany(given.getAll(name))]))
}

const oneOrMany = (values: string[]): string | string[] => (values.length === 1 ? values[0]! : values)

/** The reverse; names without a value are left out. Colons, commas and @ stay readable. */
export function writeSearch(search: Search): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== '') parameters.append(name, String(one))
  const text = parameters.toString().replaceAll('%3A', ':').replaceAll('%40', '@').replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

interface Address {
  /** The value of a name; the first where there are several; empty where there is none. */
  one(name: string): string
  all(name: string): readonly string[]
  /** Changes some names and leaves the rest; the page stays, and Back goes back to where one was before it. */
  change(patch: Search): void
}

export function useAddress(): Address {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const all = (name: string) => {
    const value = search[name]
    return value === undefined ? [] : typeof value === 'string' ? [value] : value
  }
  return {
    one: (name) => all(name)[0] ?? '',
    all,
    change: (patch) => void navigate({ to: '.', search: { ...search, ...patch } as never, replace: true, resetScroll: false }),
  }
}
