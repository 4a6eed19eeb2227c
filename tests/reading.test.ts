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
  /** State of each listed cell; a `*` in a key stands for anything, `listed` for any state and any figure. */
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

/** The one report of a fixture, and what it must be. */
async function open(name: string) {
  const input = readdirSync(`${folder}/${name}`).find((file) => file.startsWith('input.'))!
  const expected = JSON.parse(readFileSync(`${folder}/${name}/expected.json`, 'utf8')) as Expected
  const answer = await read(new Uint8Array(readFileSync(`${folder}/${name}/${input}`)), input)
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`)
  expect(answer.reports.length).toBe(1)
  return { expected, report: answer.reports[0]! }
}

test.each(names)('reads %s', async (name) => {
  const { expected, report } = await open(name)
  const { title, body, year, edition } = expected
  expect({ title: report.title, body: report.body, year: report.year, edition: report.edition }).toEqual({ title, body, year, edition })

  const figures = flatten(expected.tables)
  const said: Record<CellKey, string> = {}
  const meant: Record<CellKey, string> = {}
  for (const key of new Set([...Object.keys(figures), ...Object.keys(report.figures)])) {
    const state = stateOf(expected.cells, key)
    const free = state === 'listed'
    const listed = report.cells[key]?.state
    said[key] = free ? (listed ? 'listed' : `${report.figures[key]}`) : `${report.figures[key]} ${listed ?? 'as given'}`
    meant[key] = free ? 'listed' : `${figures[key]} ${state ?? 'as given'}`
  }
  expect(said).toEqual(meant)
})

test.each(names)('checks %s', async (name) => {
  const { expected, report } = await open(name)
  const findings = verify(report)
  const left = [...findings]
  const unmet = expected.rules.filter(({ rule, atLeast }) => {
    const at = left.findIndex((finding) => finding.rule === rule && rank[finding.severity] >= rank[atLeast])
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  expect(unmet, `found are ${findings.map((finding) => `${finding.rule} (${finding.severity})`).join(', ')}`).toEqual([])
  expect(findings.filter((finding) => expected.silent?.includes(finding.rule))).toEqual([])
})

function stateOf(cells: Expected['cells'], key: CellKey): CellState | 'listed' | undefined {
  const name = Object.keys(cells).find((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(key))
  return name === undefined ? undefined : cells[name]
}
