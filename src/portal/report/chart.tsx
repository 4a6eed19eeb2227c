/** A figure over the years: bars from 0, the value on each, a year without a report a gap that says so. */
import type { JSX } from 'preact'
import { type CellKey, cellName } from '#report'
import type { Visit } from '../visit.ts'
import type { PublishedYear } from './page.tsx'

/** At most this many years are drawn. */
const most = 10
const [barWidth, gap, height, head, foot] = [44, 20, 96, 18, 20]

export const figureIn = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 })

/** Every year between the first and the last that is drawn, published or not. */
export function spanOf(years: readonly PublishedYear[]): number[] {
  const known = years.map(({ year }) => year)
  const last = Math.max(...known)
  const first = Math.max(Math.min(...known), last - most + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

export function Bars({
  cell,
  years,
  now,
  visit,
}: {
  readonly cell: CellKey
  readonly years: readonly PublishedYear[]
  readonly now: number
  readonly visit: Visit
}): JSX.Element {
  const { report: say } = visit.words
  const span = spanOf(years)
  const valueIn = (year: number) => years.find((one) => one.year === year)?.figures[cell] ?? null
  const top = Math.max(1, ...span.map((year) => valueIn(year) ?? 0))
  const width = span.length * (barWidth + gap)
  const told = span.map((year) => say.inYear(year, valueIn(year) === null ? null : figureIn(valueIn(year)!))).join(visit.words.listComma)
  return (
    <svg
      class="bars"
      viewBox={`0 0 ${width} ${head + height + foot}`}
      width={width}
      height={head + height + foot}
      role="img"
      aria-label={`${cellName(cell)}${visit.words.colon}${told}`}
    >
      <line x1={0} x2={width} y1={head + height} y2={head + height} class="axis" />
      {span.map((year, at) => {
        const value = valueIn(year)
        const tall = value === null ? 0 : (value / top) * height
        const x = at * (barWidth + gap) + gap / 2
        return (
          <g key={year}>
            {value === null ? (
              <text x={x + barWidth / 2} y={head + height - 6} class="none">
                {say.notPublished}
              </text>
            ) : (
              <>
                <rect x={x} y={head + height - tall} width={barWidth} height={tall} class={year === now ? 'now' : 'past'} />
                <text x={x + barWidth / 2} y={head + height - tall - 5}>
                  {figureIn(value)}
                </text>
              </>
            )}
            <text x={x + barWidth / 2} y={head + height + 15} class="year">
              {year}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
