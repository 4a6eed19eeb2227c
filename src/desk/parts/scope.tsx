/** Which body and which year a page is about: in the address; without them the person's own body and the year of today. */
import { useId } from 'react'
import { useAddress } from '../address.ts'
import { useSession } from '../session.tsx'
import { PickBody } from './pickers.tsx'

interface Scope {
  /** Slug of the body; empty where the person holds no post and chose none. */
  readonly body: string
  readonly bodyName: string | undefined
  readonly year: number
}

export function useScope(): Scope {
  const address = useAddress()
  const { posts, today } = useSession()
  const body = address.one('body') || (posts[0]?.bodySlug ?? '')
  const year = /^20\d\d$/.test(address.one('year')) ? Number(address.one('year')) : Number(today.slice(0, 4))
  return { body, bodyName: posts.find(({ bodySlug }) => bodySlug === body)?.bodyName, year }
}

export function ScopeBody({ label, drops = {} }: { readonly label: string; readonly drops?: Readonly<Record<string, undefined>> }) {
  const id = useId()
  const address = useAddress()
  const { body, bodyName } = useScope()
  return (
    <div className="field" style={{ width: 260 }}>
      <label htmlFor={id}>{label}</label>
      <PickBody
        control={{ id }}
        value={body}
        called={bodyName}
        onChange={(value) => address.change({ ...drops, body: value || undefined })}
      />
    </div>
  )
}

/** The first year whose report has the present form is 2021. */
const firstYear = 2021

export function ScopeYear({
  label,
  name,
  shown,
}: {
  readonly label: string
  readonly name: (year: number) => string
  /** The year the page is about, where that is not today's without one in the address. */
  readonly shown?: number
}) {
  const id = useId()
  const address = useAddress()
  const { today } = useSession()
  const scope = useScope()
  const year = shown ?? scope.year
  const last = Number(today.slice(0, 4))
  const years = [...new Set([year, ...Array.from({ length: last - firstYear + 1 }, (_, back) => last - back)])].sort((a, b) => b - a)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="control" value={String(year)} onChange={(event) => address.change({ year: event.target.value })}>
        {years.map((one) => (
          <option key={one} value={String(one)}>
            {name(one)}
          </option>
        ))}
      </select>
    </div>
  )
}
