import { useWords } from '../../language.tsx'
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
  return (
    <ol className="case-timeline">
      {[...one.timeline].reverse().map(({ id, kind, on, person, data }) => (
        <li key={id}>
          <time dateTime={on}>{on.slice(5)}</time>
          <div>
            <b>{said.events[kind] ?? kind}</b>
            {wordsOf(data).map((text) => (
              <p key={text} className="as-written">
                {text}
              </p>
            ))}
            <span className="quiet small">{person?.name ?? (applicants.includes(kind) ? said.applicantBy : '')}</span>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Of an event's data what people wrote. */
function wordsOf(data: Readonly<Record<string, unknown>>): string[] {
  return ['name', 'what', 'question', 'where', 'terms', 'with', 'text', 'reason', 'because', 'note'].flatMap((key) => {
    const value = data[key]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
}
