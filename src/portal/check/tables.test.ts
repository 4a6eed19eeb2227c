import { expect, test } from 'vitest'
import { cellKeys, draw } from '#report'
import { shownKeys } from './cells.ts'
import { neighbour } from './grid.tsx'
import { type Layout, layoutsOf, walkable } from './tables.ts'

const reports = {
  '2021': draw(),
  '2019': draw({ edition: '2019' }),
  'no table found': draw({ edition: null }),
  '（六）其他处理 as one row': draw({ figures: { 'requests.otherHandling.naturalPerson': 1, 'requests.otherHandling.total': 1 } }),
}

test.each(Object.entries(reports))('every cell of the form is drawn once: %s', (_, report) => {
  const drawn = layoutsOf(report).flatMap((layout) => walkable(layout).flat())
  expect([...drawn].sort()).toEqual([...new Set(shownKeys(report))].sort())
  expect(drawn.length).toBeGreaterThanOrEqual(cellKeys(report.edition).length)
})

test.each(Object.entries(reports))('merged headers leave no hole and no overlap: %s', (_, report) => {
  for (const layout of layoutsOf(report)) expect(holes(layout), layout.id).toEqual([])
})

test('arrows stop at the edges and keep their column', () => {
  const rows = walkable(layoutsOf(reports['2021']).find(({ id }) => id === 'requests')!)
  expect(neighbour(rows, 'requests.received.naturalPerson', 'ArrowUp')).toBeUndefined()
  expect(neighbour(rows, 'requests.received.naturalPerson', 'ArrowLeft')).toBeUndefined()
  expect(neighbour(rows, 'requests.received.research', 'ArrowDown')).toBe('requests.carriedIn.research')
  expect(neighbour(rows, 'requests.received.research', 'End')).toBe('requests.received.total')
  expect(neighbour(rows, 'requests.carriedOut.total', 'ArrowDown')).toBeUndefined()
  expect(neighbour(rows, 'requests.carriedOut.total', 'x')).toBeUndefined()
})

/** Places of a table's raster that no cell covers, or two do. */
function holes(layout: Layout): string[] {
  const covered = new Map<string, number>()
  for (const part of [layout.head, layout.body]) {
    const offset = part === layout.body ? layout.head.length : 0
    for (const [at, row] of part.entries()) {
      let column = 0
      for (const cell of row) {
        while (covered.has(`${at + offset},${column}`)) column++
        const rowSpan = cell.kind === 'heading' ? cell.rowSpan : 1
        for (let down = 0; down < rowSpan; down++)
          for (let right = 0; right < cell.colSpan; right++) {
            const place = `${at + offset + down},${column + right}`
            covered.set(place, (covered.get(place) ?? 0) + 1)
          }
        column += cell.colSpan
      }
    }
  }
  const height = layout.head.length + layout.body.length
  const width = Math.max(...[...covered.keys()].map((place) => Number(place.split(',')[1]))) + 1
  const wrong: string[] = []
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) if (covered.get(`${row},${column}`) !== 1) wrong.push(`${row},${column}`)
  if (covered.size !== height * width) wrong.push('outside')
  return wrong
}
