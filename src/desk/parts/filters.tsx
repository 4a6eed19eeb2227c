/** Filters of a list: each is a name in the address, so that a list can be kept and sent. */
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useAddress } from '../address.ts'
import { useWords } from '../language.tsx'
import { PickBody, PickPerson } from './pickers.tsx'

export function Filters({ names, children }: { readonly names: readonly string[]; readonly children: ReactNode }) {
  const words = useWords()
  const address = useAddress()
  const isFiltered = names.some((name) => address.one(name) !== '')
  return (
    <search className="filters no-print">
      {children}
      {isFiltered && (
        <button
          type="button"
          className="link-button"
          style={{ minHeight: 32 }}
          onClick={() => address.change(Object.fromEntries(names.map((name) => [name, undefined])))}
        >
          {words.table.clear}
        </button>
      )}
    </search>
  )
}

interface FilterProps {
  readonly name: string
  readonly label: string
}

/** Text takes effect a moment after the last key. */
export function FilterText({ name, label }: FilterProps) {
  const id = useId()
  const address = useAddress()
  const given = address.one(name)
  const [written, setWritten] = useState(given)
  const { change } = address
  useEffect(() => setWritten(given), [given])
  useDelayed(written, given, (text) => change({ [name]: text || undefined }))
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="control" type="search" value={written} onChange={(event) => setWritten(event.target.value)} />
    </div>
  )
}

function useDelayed(written: string, given: string, then: (text: string) => void): void {
  useEffect(() => {
    if (written === given) return
    const timer = setTimeout(() => then(written), 300)
    return () => clearTimeout(timer)
  })
}

export function FilterChoice({
  name,
  label,
  any,
  options,
}: FilterProps & { readonly any: string; readonly options: readonly (readonly [string, string])[] }) {
  const id = useId()
  const address = useAddress()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="control"
        value={address.one(name)}
        onChange={(event) => address.change({ [name]: event.target.value || undefined })}
      >
        <option value="">{any}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

export function FilterDay({ name, label }: FilterProps) {
  const id = useId()
  const address = useAddress()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="control"
        type="date"
        value={address.one(name)}
        onChange={(event) => address.change({ [name]: event.target.value || undefined })}
      />
    </div>
  )
}

export function FilterTick({ name, label }: FilterProps) {
  const id = useId()
  const address = useAddress()
  return (
    <div className="tick" style={{ minHeight: 32, alignItems: 'center' }}>
      <input
        id={id}
        type="checkbox"
        checked={address.one(name) === '1'}
        onChange={(event) => address.change({ [name]: event.target.checked ? '1' : undefined })}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}

/** A body by its name, or a person; the address keeps the slug or the id. */
export function FilterPick({ name, label, of = 'body' }: FilterProps & { readonly of?: 'body' | 'person' }) {
  const id = useId()
  const address = useAddress()
  const Pick = of === 'body' ? PickBody : PickPerson
  return (
    <div className="field" style={{ width: 220 }}>
      <label htmlFor={id}>{label}</label>
      <Pick control={{ id }} value={address.one(name)} onChange={(value) => address.change({ [name]: value || undefined })} clearable />
    </div>
  )
}
