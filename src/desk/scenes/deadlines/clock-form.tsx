/** The day of receipt and the events since. Every change counts at once; there is nothing to send. */
import { Button } from 'antd'
import { useId } from 'react'
import type { DeadlineEvent, DeadlineEventKind } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { type Clock, eventKinds } from './clock.ts'

export function ClockForm({ clock, onChange }: { readonly clock: Clock; readonly onChange: (clock: Clock) => void }) {
  const words = useWords().deadline
  const id = useId()
  const setEvent = (place: number, event: DeadlineEvent | null) =>
    onChange({ ...clock, events: clock.events.flatMap((old, at) => (at === place ? (event ? [event] : []) : [old])) })
  const numbered = clock.events.map((event, place) => ({ event, place, key: `${place}` }))
  return (
    <div className="fields no-print">
      <div className="field">
        <label htmlFor={id}>{words.received}</label>
        <p className="hint" id={`${id}-hint`}>
          {words.receivedHint}
        </p>
        <input
          id={id}
          className="control"
          style={{ maxWidth: 200 }}
          type="date"
          aria-describedby={`${id}-hint`}
          value={clock.received}
          onChange={(event) => onChange({ ...clock, received: event.target.value })}
        />
      </div>
      <div>
        <h2>{words.events}</h2>
        {clock.events.length === 0 && <p className="quiet">{words.noEvents}</p>}
      </div>
      {numbered.map(({ event, place, key }) => (
        <EventFields key={key} place={place} event={event} onChange={(next) => setEvent(place, next)} />
      ))}
      <Button
        onClick={() =>
          onChange({
            ...clock,
            events: [
              ...clock.events,
              { kind: nextKind(clock.events), date: clock.events[clock.events.length - 1]?.date ?? clock.received },
            ],
          })
        }
      >
        <Icon name="plus" /> {words.add}
      </Button>
    </div>
  )
}

/** What usually comes next: the answer to what is open. */
function nextKind(events: readonly DeadlineEvent[]): DeadlineEventKind {
  const follows: Partial<Record<DeadlineEventKind, DeadlineEventKind>> = {
    'correction-asked': 'corrected',
    'consultation-sent': 'consultation-answered',
    'fee-noticed': 'fee-paid',
  }
  return follows[events[events.length - 1]?.kind ?? 'corrected'] ?? 'correction-asked'
}

function EventFields({
  place,
  event,
  onChange,
}: {
  readonly place: number
  readonly event: DeadlineEvent
  readonly onChange: (event: DeadlineEvent | null) => void
}) {
  const words = useWords()
  const said = words.deadline
  const id = useId()
  const change = (patch: Partial<DeadlineEvent>) => {
    const next = { ...event, ...patch }
    onChange(next.kind === 'extended' ? { days: 20, ...next } : { kind: next.kind, date: next.date })
  }
  return (
    <fieldset className="field">
      <legend>{said.eventOf(place + 1)}</legend>
      <div className="row-fields">
        <div className="field" style={{ flexBasis: 220 }}>
          <label htmlFor={`${id}k`}>{said.kind}</label>
          <select
            id={`${id}k`}
            className="control"
            value={event.kind}
            onChange={({ target }) => change({ kind: target.value as DeadlineEventKind })}
          >
            {eventKinds.map((kind) => (
              <option key={kind} value={kind}>
                {said.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}d`}>{event.kind === 'delay-agreed' ? said.agreedDate : said.date}</label>
          <input
            id={`${id}d`}
            className="control"
            type="date"
            value={event.date}
            onChange={({ target }) => change({ date: target.value })}
          />
        </div>
        {event.kind === 'extended' && (
          <>
            <div className="field">
              <label htmlFor={`${id}n`}>{said.days}</label>
              <input
                id={`${id}n`}
                className="control"
                type="number"
                min={1}
                max={20}
                value={event.days ?? ''}
                onChange={({ target }) => change({ days: target.value === '' ? undefined : Number(target.value) })}
              />
            </div>
            <div className="field">
              <label htmlFor={`${id}a`}>
                {said.approver}
                <span className="optional">{words.field.optional}</span>
              </label>
              <input
                id={`${id}a`}
                className="control"
                maxLength={60}
                value={event.approver ?? ''}
                onChange={({ target }) => change({ approver: target.value || undefined })}
              />
            </div>
          </>
        )}
        <Button onClick={() => onChange(null)} aria-label={said.removeEvent(said.kinds[event.kind])}>
          {words.remove}
        </Button>
      </div>
    </fieldset>
  )
}
