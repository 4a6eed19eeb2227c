import { useWords } from '../../language.tsx'
import type { CaseProps } from './case.tsx'

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
            <span className="quiet small">{person?.name ?? (kind === 'request.submitted' ? '' : said.applicantBy)}</span>
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
