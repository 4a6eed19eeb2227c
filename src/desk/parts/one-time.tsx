/** One-time passwords, shown once, to be printed, copied and handed over in person. */
import { Button } from 'antd'
import { useState } from 'react'
import type { OneTimePassword } from '../api-types.ts'
import { useWords } from '../language.tsx'
import { Dialog } from './dialog.tsx'

export function OneTimeSlips({ slips }: { readonly slips: readonly OneTimePassword[] }) {
  const words = useWords()
  const [said, setSaid] = useState('')
  const copy = async () => {
    const text = slips.map(({ username, password }) => `${username}\t${password}`).join('\n')
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      setSaid(words.copyFailed)
    }
  }
  return (
    <>
      <table className="why">
        <thead>
          <tr>
            <th scope="col">{words.access.oneTime.username}</th>
            <th scope="col">{words.access.oneTime.password}</th>
          </tr>
        </thead>
        <tbody>
          {slips.map(({ username, password }) => (
            <tr key={username}>
              <td className="mono">{username}</td>
              <td className="mono secret">{password}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="acts no-print">
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button onClick={() => void copy()}>{words.copy}</Button>
        <span role="status">{said}</span>
      </div>
    </>
  )
}

export function OneTimeDialog({
  name,
  slips,
  onClose,
}: {
  readonly name: string
  readonly slips: readonly OneTimePassword[] | null
  readonly onClose: () => void
}) {
  const words = useWords().access.oneTime
  return (
    <Dialog title={words.title(name)} isOpen={slips !== null} onClose={onClose}>
      <div className="stack">
        <p>{words.why}</p>
        {slips && <OneTimeSlips slips={slips} />}
        <Button type="primary" onClick={onClose}>
          {words.done}
        </Button>
      </div>
    </Dialog>
  )
}
