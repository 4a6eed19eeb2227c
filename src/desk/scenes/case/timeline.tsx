import { outcomeWords } from '#words'
import { useSpoken, useWords } from '../../language.tsx'
import type { CaseProps } from './case.tsx'

/** What an applicant does by number and code; what else has no name was done by the program. */
const applicants = [
  'request.submitted',
  'request.withdrawn',
  'correction.received',
  'note.added',
  'publication.offered',
  'rating.given',
  'answer.served',
]

/** What happened, newest first; each with its legal day, who wrote it down and what was said. */
export function Timeline({ one }: CaseProps) {
  const said = useWords().case
  const { outcomes } = outcomeWords[useSpoken().language]
  return (
    <ol className="case-timeline">
      {[...one.timeline].reverse().map(({ id, kind, on, person, data }) => (
        <li key={id}>
          <time dateTime={on}>{on.slice(5)}</time>
          <div>
            <b>{said.events[kind] ?? kind}</b>
            {wordsOf(data, said, outcomes).map((text) => (
              <p key={text} className="as-written">
                {text}
              </p>
            ))}
            <span className="quiet small who">{person?.name ?? (applicants.includes(kind) ? said.applicantBy : '')}</span>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Of an event's data what people wrote, and the days and sums in it. */
function wordsOf(
  data: Readonly<Record<string, unknown>>,
  said: ReturnType<typeof useWords>['case'],
  outcomes: Readonly<Record<string, string>>,
): string[] {
  const written = [
    'name',
    'what',
    'question',
    'where',
    'terms',
    'with',
    'text',
    'reason',
    'because',
    'note',
    'approver',
    'receipt',
  ].flatMap((key) => {
    const value = data[key]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  const told = (key: string, type: 'string' | 'number') => (typeof data[key] === type ? (data[key] as never) : null)
  const by: string | null = told('by', 'string') ?? told('dueOn', 'string') ?? told('until', 'string')
  const [days, amount, found, outcome]: [number | null, number | null, number | null, string | null] = [
    told('days', 'number'),
    told('amount', 'number'),
    told('found', 'number'),
    told('outcome', 'string'),
  ]
  return [
    ...written,
    ...(outcome === null ? [] : [outcomes[outcome] ?? outcome]),
    ...(days === null ? [] : [said.told.days(days)]),
    ...(amount === null ? [] : [said.told.yuan((amount / 100).toFixed(2))]),
    ...(found === null ? [] : [said.told.found(found)]),
    ...(by !== null && /^\d{4}-\d\d-\d\d$/.test(by) ? [said.limitBy(by)] : []),
  ]
}
