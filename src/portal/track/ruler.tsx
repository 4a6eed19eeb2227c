/** The day ruler (时限尺) as the applicant sees it: hidden from those who hear the page, for the sentence above it says the same. */
import type { JSX } from 'preact'
import type { ApplicantView } from '#casework'
import type { PortalTrackWords } from '#words'

type Cells = ApplicantView['ruler']

export function Ruler({
  cells,
  overdue,
  today,
  words,
}: {
  readonly cells: Cells
  /** Working days since the last day; 0 where it lies ahead. */
  readonly overdue: number
  readonly today: string
  readonly words: PortalTrackWords
}): JSX.Element | null {
  if (cells.length === 0) return null
  const say = words.ruler
  const marks = marksOf(cells, today, words)
  const count = (...states: readonly Cells[number]['state'][]) => cells.filter(({ state }) => states.includes(state)).length
  const legend = (
    [
      ['used', count('used'), say.used],
      ['paused', count('paused'), say.pausedDays],
      ['left', count('left', 'provisional'), say.left],
      // A ruler that would grow without end is cut; the number is not.
      ['overdue', overdue, say.overdue],
    ] as const
  ).filter(([, days]) => days > 0)
  return (
    <div class="ruler" aria-hidden="true">
      <div class="cells">
        {cells.map(({ day, state, isLast }) => (
          <span key={day} class={`cell ${state}${isLast ? ' last' : ''}`}>
            {marks.has(day) && <span class={`mark ${marks.get(day)!.kind}`}>{marks.get(day)!.text}</span>}
          </span>
        ))}
      </div>
      <p class="legend">
        {legend.map(([state, days, text]) => (
          <span key={state}>
            <span class={`cell ${state}`} /> {text(days)}
          </span>
        ))}
        <span class="note">{say.note}</span>
      </p>
    </div>
  )
}

/** Cells a mark needs to its right, so that no two run into each other. */
const room = 5

/** Where something begins, in the order of weight; what finds no room is left out. */
function marksOf(
  cells: Cells,
  today: string,
  { ruler: say }: PortalTrackWords,
): ReadonlyMap<string, { readonly text: string; readonly kind: string }> {
  const short = (day: string) => day.slice(5)
  const now = cells.findLastIndex(({ day }) => day <= today)
  const wanted = [
    { at: now, text: `${say.today} ${short(today)}`, kind: 'today' },
    { at: 0, text: `${short(cells[0]!.day)} ${say.start}`, kind: 'start' },
    ...cells.flatMap(({ state, day }, at) =>
      at > 0 && (state === 'paused') !== (cells[at - 1]!.state === 'paused')
        ? [{ at, text: `${short(day)} ${state === 'paused' ? say.paused : say.goesOn}`, kind: 'minor' }]
        : [],
    ),
  ]
  const placed = new Map<string, { text: string; kind: string }>()
  const taken: number[] = []
  for (const { at, text, kind } of wanted) {
    if (at < 0 || taken.some((other) => Math.abs(other - at) < room)) continue
    taken.push(at)
    // Near the end there is no room to the right.
    placed.set(cells[at]!.day, { text, kind: cells.length - at < room ? `${kind} leftwards` : kind })
  }
  return placed
}
