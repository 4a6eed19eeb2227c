/** 期限计算: a clock counted from the address, which can be sent to someone else, and the clocks one keeps. */
import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { useWords } from '../../language.tsx'
import { momentText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { useMay, useSession } from '../../session.tsx'
import { ClockAnswer } from './answer.tsx'
import { type Clock, clockOf, isWhole, writeEvent } from './clock.ts'
import { ClockForm } from './clock-form.tsx'
import { KeepDialog } from './keep.tsx'
import { KeptList } from './kept-list.tsx'

export function Deadlines() {
  const words = useWords()
  const said = words.deadline
  const { today } = useSession()
  const may = useMay()
  const address = useAddress()
  const { clock: written, unread } = clockOf(address.one('received') || today, address.all('event'))
  // What is half written has no place in the address yet.
  const [draft, setDraft] = useState<Clock | null>(null)
  const clock = draft ?? written
  const [isKeeping, setIsKeeping] = useState(false)

  const change = (next: Clock) => {
    setDraft(next)
    if (isWhole(next)) address.change({ received: next.received, event: next.events.map(writeEvent) })
  }
  return (
    <Page
      title={said.title}
      lead={said.lead}
      acts={
        <>
          <ShareButton />
          <Button onClick={() => window.print()}>{words.print}</Button>
          {may('deadline.keep') && (
            <Button type="primary" aria-disabled={!isWhole(clock)} onClick={() => isWhole(clock) && setIsKeeping(true)}>
              {said.keep}
            </Button>
          )}
        </>
      }
    >
      {unread.length > 0 && (
        <div className="note-box warn" role="alert" style={{ marginBottom: 16 }}>
          {unread.map((text) => (
            <p key={text}>{said.badEvent(text)}</p>
          ))}
        </div>
      )}
      <div className="halves">
        <ClockForm clock={clock} onChange={change} />
        <div>
          <PrintedClock clock={clock} />
          <ClockAnswer clock={clock} />
        </div>
      </div>
      <p className="print-only small">{said.printed(momentText(new Date().toISOString()))}</p>
      {may('deadline.see') && (
        <div className="no-print" style={{ marginTop: 32 }}>
          <KeptList />
        </div>
      )}
      <KeepDialog clock={clock} isOpen={isKeeping} onClose={() => setIsKeeping(false)} />
    </Page>
  )
}

/** On paper the form is a list. */
export function PrintedClock({ clock }: { readonly clock: Clock }) {
  const said = useWords().deadline
  return (
    <dl className="print-only">
      <dt>{said.received}</dt>
      <dd>{clock.received}</dd>
      {clock.events.map((event) => (
        <div key={writeEvent(event)}>
          <dt>{said.kinds[event.kind]}</dt>
          <dd>{[event.date, event.days ? `${event.days}` : '', event.approver ?? ''].filter(Boolean).join(' ')}</dd>
        </div>
      ))}
    </dl>
  )
}

function ShareButton() {
  const words = useWords()
  const [done, setDone] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      setDone(words.copied)
    } catch {
      setDone(words.copyFailed)
    }
  }
  return (
    <>
      <span role="status" className="small">
        {done}
      </span>
      <Button onClick={() => void copy()} title={words.deadline.shareHint}>
        {words.deadline.share}
      </Button>
    </>
  )
}
