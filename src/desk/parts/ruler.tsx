/** The day ruler (时限尺): one cell is one working day. Hidden from those who hear the page; the sentence beside it says the same. */
import { useWords } from '../language.tsx'

export type RulerCell = 'used' | 'paused' | 'left' | 'provisional' | 'overdue' | 'last'

export function Ruler({ cells, wide }: { readonly cells: readonly RulerCell[]; readonly wide?: boolean }) {
  const placed = cells.map((cell, place) => ({ cell, key: `${place}${cell}` }))
  return (
    <span className={wide ? 'ruler wide' : 'ruler'} aria-hidden="true">
      {placed.map(({ cell, key }) => (
        <i key={key} className={cell} />
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
          <Ruler cells={[kind]} />
          {words[kind]}
        </span>
      ))}
    </p>
  )
}
