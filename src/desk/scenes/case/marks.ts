/** Where the ruler of a case is marked: the first day, each pause and its end, today. */
import type { RulerCell } from '../../api-types.ts'

export interface Mark {
  readonly kind: 'start' | 'pause' | 'resume' | 'today'
  readonly day: string
  /** The cell, from 0. */
  readonly at: number
  /** 1, or below it where it stands too near another. */
  readonly line: number
}

/** So many cells a mark's words take. */
const width = 4

export function marksOf(cells: readonly RulerCell[], today: string): readonly Mark[] {
  const found: Omit<Mark, 'line'>[] = []
  for (const [at, { day, state }] of cells.entries()) {
    const before = cells[at - 1]?.state
    if (day === today) found.push({ kind: 'today', day, at })
    else if (state === 'paused' && before !== 'paused') found.push({ kind: 'pause', day, at })
    else if (before === 'paused' && state !== 'paused') found.push({ kind: 'resume', day, at })
    else if (at === 0) found.push({ kind: 'start', day, at })
  }
  const ends: number[] = []
  return found.map((mark) => {
    let line = ends.findIndex((end) => mark.at >= end)
    if (line === -1) line = ends.length
    ends[line] = mark.at + width
    return { ...mark, line: line + 1 }
  })
}
