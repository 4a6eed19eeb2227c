/** The day ruler (时限尺): one cell is one working day. Hidden from those who hear the page; the sentence beside it says the same. */
import type { RulerCell } from '../api-types.ts'
import { useWords } from '../language.tsx'

export function Ruler({ cells, wide }: { readonly cells: readonly RulerCell[]; readonly wide?: boolean }) {
  return (
    <span className={wide ? 'ruler wide' : 'ruler'} aria-hidden="true">
      {cells.map(({ day, state, isLast }) => (
        <i key={day} className={isLast && state !== 'overdue' ? `${state} last` : state} title={wide ? day : undefined} />
      ))}
    </span>
  )
}

const kinds = ['used', 'paused', 'left', 'provisional', 'overdue', 'last'] as const

/** What each kind of cell means. */
export function RulerLegend() {
  const words = useWords().home.ruler
  return (
    <p className="legend">
      {kinds.map((kind) => (
        <span key={kind}>
          <span className="ruler" aria-hidden="true">
            <i className={kind} />
          </span>
          {words[kind]}
        </span>
      ))}
    </p>
  )
}
