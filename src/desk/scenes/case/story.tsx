/** What happened, newest first, and the way to add a note, a call or a search. */
import { useState } from 'react'
import type { DeskWords } from '#words'
import type { CaseDetail, CaseEvent } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { dayText } from '../../parts/moment.tsx'
import { useSession } from '../../session.tsx'
import { ActForm } from './act.tsx'

const records = ['note', 'log-call', 'log-search'] as const

export function Story({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case.story
  const { today } = useSession()
  const [isAdding, setIsAdding] = useState(false)
  const may = records.filter((verb) => one.may.includes(verb))
  const events = [...one.timeline].reverse()
  return (
    <section aria-labelledby="story">
      <header className="column-head">
        <h2 id="story">{said.title}</h2>
        {may.length > 0 && (
          <button type="button" className="link-button no-print" onClick={() => setIsAdding(true)}>
            {said.add}
          </button>
        )}
      </header>
      <ol className="timeline">
        {events.map((event) => (
          <li key={event.id}>
            <span className="day">{dayText(event.on, today)}</span>
            <Icon name={iconOf(event.kind)} />
            <span>
              {words.case.events[event.kind] ?? event.kind}
              <span className="sub">{detailOf(event, words, today).filter(Boolean).join(words.and)}</span>
              <span className="sub">{event.person ? said.by(event.person.name) : said.job}</span>
            </span>
          </li>
        ))}
      </ol>
      <Dialog title={said.addTitle} isOpen={isAdding} onClose={() => setIsAdding(false)}>
        <Add one={one} may={may} onDone={() => setIsAdding(false)} />
      </Dialog>
    </section>
  )
}

function Add({
  one,
  may,
  onDone,
}: {
  readonly one: CaseDetail
  readonly may: readonly (typeof records)[number][]
  readonly onDone: () => void
}) {
  const words = useWords()
  const [verb, setVerb] = useState(may[0]!)
  return (
    <div className="stack">
      <fieldset className="chips" style={{ marginBottom: 0 }}>
        <legend className="unseen">{words.case.story.addWhat}</legend>
        {may.map((each) => (
          <button key={each} type="button" aria-pressed={verb === each} onClick={() => setVerb(each)}>
            {words.casework.verbs[each]}
          </button>
        ))}
      </fieldset>
      <ActForm key={verb} one={one} verb={verb} onDone={onDone} />
    </div>
  )
}

function iconOf(kind: string): IconName {
  const noun = kind.split('.')[0]!
  if (/lapsed|voided|undelivered|withdrawn/.test(kind)) return 'cross'
  if (/asked|sent|noticed/.test(kind) && ['correction', 'consultation', 'fee', 'reasons'].includes(noun)) return 'pause'
  const icons: Readonly<Record<string, IconName>> = {
    call: 'bell',
    search: 'search',
    note: 'sign',
    inquiry: 'people',
    referral: 'people',
    outcome: 'check',
    answer: 'check',
    extension: 'clock',
    delay: 'clock',
    'internal-deadline': 'clock',
  }
  return icons[noun] ?? (kind === 'request.assigned' ? 'person' : kind === 'request.reopened' ? 'back' : 'note')
}

/** What the event says of itself, as far as it is worth a line. */
function detailOf({ kind, data }: CaseEvent, words: DeskWords, today: string): readonly (string | false | undefined)[] {
  const said = words.case.eventDetails
  const text = (name: string) => (typeof data[name] === 'string' ? (data[name] as string) : '')
  const day = (name: string) => text(name) !== '' && said.until(dayText(text(name), today))
  const number = (name: string) => (typeof data[name] === 'number' ? (data[name] as number) : 0)
  switch (kind) {
    case 'search.logged':
      return [said.found(text('where'), text('terms'), number('found')), text('text')]
    case 'request.submitted':
    case 'request.received':
      return [text('receivedOn') !== '' && said.receivedOn(dayText(text('receivedOn'), today)), text('reason')]
    case 'request.amended':
    case 'request.voided':
      return [text('reason')]
    case 'request.assigned':
      return [text('note')]
    case 'request.linked':
      return [words.case.links.how[text('how')]]
    case 'call.logged':
      return [words.case.choices.direction[text('direction')], text('with'), text('text')]
    case 'inquiry.sent':
      return [text('name'), text('question'), day('dueOn')]
    case 'correction.asked':
      return [text('what'), day('by')]
    case 'consultation.sent':
      return [text('name')]
    case 'consultation.answered':
      return [words.case.choices.opinion[text('opinion')], text('text')]
    case 'reasons.asked':
      return [day('by')]
    case 'reasons.given':
      return [data.reasonable === true ? said.reasonable : said.unreasonable, text('text')]
    case 'extension.told':
      return [said.days(number('days')), text('approver'), text('reason')]
    case 'delay.fixed':
      return [day('until')]
    case 'internal-deadline.set':
      return [day('dueOn')]
    case 'fee.noticed':
    case 'fee.paid':
      return [said.amount((number('amount') / 100).toLocaleString('en')), text('receipt')]
    case 'referral.sent':
      return [words.case.choices.to[text('to')], text('question')]
    case 'outcome.decided':
      return [words.outcome.outcomes[text('outcome')]]
    case 'answer.sent':
      return [words.casework.deliveries[text('method')]]
    case 'answer.served':
      return [text('method')]
    case 'publication.settled':
      return [data.accepted === true ? said.accepted : said.notAccepted, text('reason')]
    case 'rating.given':
      return [said.score(number('score')), text('text')]
    case 'request.reopened':
      return [text('because'), day('dueOn')]
    default:
      return [text('text'), text('reason')]
  }
}
