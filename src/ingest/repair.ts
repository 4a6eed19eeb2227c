import { type CellKey, cellKeys, type Identity, identitiesOf, type Report } from '#report'
import { note, type Reading } from './reading.ts'

/**
 * Mends cells of table 三, which is a product code: a row check and two column checks. A cell is mended only where it is
 * alone in its row (the other six figures stand as given), its column has figures, and one value satisfies every identity
 * it stands in. What the body wrote is never changed.
 */
export function repair(reading: Reading, edition: Report['edition']): void {
  const identities = identitiesOf({ edition, figures: reading.figures })
  const given = (key: CellKey): boolean => reading.cells[key] === undefined && typeof reading.figures[key] === 'number'
  const rowSums = identities.filter((identity) => identity.rule === 'requests.row-sum')
  const others = identities.filter((identity) => identity.rule === 'requests.outcome-sum' || identity.rule === 'requests.balance')
  const columnsWithFigures = new Set(
    cellKeys(edition)
      .filter((key) => key.startsWith('requests.') && given(key))
      .map((key) => key.slice(key.lastIndexOf('.'))),
  )

  const proposed = new Map<CellKey, number>()
  for (const identity of rowSums) {
    const keys = [...identity.left, ...identity.right]
    const open = keys.filter((key) => !given(key))
    if (open.length !== 1) continue
    const key = open[0]!
    const state = reading.cells[key]?.state
    if ((state !== 'blank' && state !== 'missing') || !columnsWithFigures.has(key.slice(key.lastIndexOf('.')))) continue
    const value = solve(identity, key, (other) => reading.figures[other]!)
    if (value >= 0) proposed.set(key, value)
  }
  if (proposed.size === 0) return

  // A column that does not close with the proposed values proves nothing: none of its cells is mended, and so on until all hold.
  const value = (key: CellKey): number | null => (given(key) ? reading.figures[key]! : (proposed.get(key) ?? null))
  for (let changed = true; changed; ) {
    changed = false
    for (const identity of others) {
      const keys = [...identity.left, ...identity.right]
      if (!keys.some((key) => proposed.has(key)) || keys.some((key) => value(key) === null)) continue
      const total = (side: readonly CellKey[]): number => side.reduce((sum, key) => sum + value(key)!, 0)
      if (total(identity.left) === total(identity.right)) continue
      for (const key of keys) if (proposed.delete(key)) changed = true
    }
  }
  for (const [key, mended] of proposed) {
    const was = reading.cells[key]!.was
    note(reading, key, 'repaired', 'closes-identities', was, mended)
  }
}

function solve(identity: Identity, key: CellKey, figure: (key: CellKey) => number): number {
  const sum = (keys: readonly CellKey[]): number => keys.reduce((total, other) => (other === key ? total : total + figure(other)), 0)
  const difference = sum(identity.right) - sum(identity.left)
  return identity.left.includes(key) ? difference : 0 - difference
}
