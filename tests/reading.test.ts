/** Reads every report in fixtures/reports and holds it against what a person says stands there. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read } from '#ingest'
import { type CellKey, type CellState, flatten, type Severity, verify } from '#report'

interface Expected {
  readonly title: string | null
  readonly body: string | null
  readonly year: number | null
  readonly edition: '2021' | '2019' | null
  readonly tables: unknown
  /** State of each listed cell; `*` at the end of a key stands for every cell that begins so, `listed` for any state and any figure. */
  readonly cells: Readonly<Record<string, CellState | 'listed'>>
  /** The least that must be found. */
  readonly rules: readonly { readonly rule: string; readonly atLeast: Severity }[]
  /** Rules that must find nothing. */
  readonly silent?: readonly string[]
}

const folder = 'fixtures/reports'
const names = readdirSync(folder).sort()
const rank: Record<Severity, number> = { info: 0, warning: 1, error: 2 }

test('every layout and oddity has its report', () => {
  expect(names.length).toBeGreaterThanOrEqual(40)
})

test.each(names)('%s', async (name) => {
  const input = readdirSync(`${folder}/${name}`).find((file) => file.startsWith('input.'))!
  const expected = JSON.parse(readFileSync(`${folder}/${name}/expected.json`, 'utf8')) as Expected
  const answer = await read(new Uint8Array(readFileSync(`${folder}/${name}/${input}`)), input)
  expect(answer).toMatchObject({ ok: true })
  if (!answer.ok) return
  expect(answer.reports.length).toBe(1)
  const report = answer.reports[0]!

  expect({ title: report.title, body: report.body, year: report.year, edition: report.edition }).toEqual({
    title: expected.title,
    body: expected.body,
    year: expected.year,
    edition: expected.edition,
  })
  const figures = flatten(expected.tables)
  const said: Record<CellKey, string> = {}
  const meant: Record<CellKey, string> = {}
  for (const key of new Set([...Object.keys(figures), ...Object.keys(report.figures)])) {
    const state = stateOf(expected.cells, key)
    const open = state === 'listed' || (state === 'doubtful' && figures[key] === null)
    const listed = report.cells[key]?.state
    said[key] = `${open ? 'any' : report.figures[key]} ${state === 'listed' && listed ? 'listed' : (listed ?? '')}`
    meant[key] = `${open ? 'any' : figures[key]} ${state ?? ''}`
  }
  expect(said).toEqual(meant)

  const findings = verify(report)
  const open = [...findings]
  for (const { rule, atLeast } of expected.rules) {
    const at = open.findIndex((finding) => finding.rule === rule && rank[finding.severity] >= rank[atLeast])
    expect(at, `${rule} is not found; found are ${findings.map((finding) => finding.rule).join(' ')}`).toBeGreaterThanOrEqual(0)
    open.splice(at, 1)
  }
  for (const rule of expected.silent ?? []) expect(findings.filter((finding) => finding.rule === rule)).toEqual([])
})

function stateOf(cells: Expected['cells'], key: CellKey): CellState | 'listed' | undefined {
  if (cells[key]) return cells[key]
  const pattern = Object.keys(cells).find((name) => name.endsWith('*') && key.startsWith(name.slice(0, -1)))
  return pattern === undefined ? undefined : cells[pattern]
}
