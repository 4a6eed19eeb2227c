/** Row 1: cells read right, listed, and wrong without a word, over reports whose truth is known. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { read } from '#ingest'
import { type CellKey, flatten, type Report } from '#report'
import { damagedCase, layoutNames, print, textLayoutOf } from '../tests/damage/case.ts'
import { judge } from '../tests/damage/verdict.ts'
import { seed } from './corpus.ts'

export interface Tally {
  reports: number
  cells: number
  /** Cells whose source holds a figure, and of these how many are given as they stand, not listed. */
  told: number
  right: number
  listed: number
  /** Not listed, and not what the source says. */
  wrong: number
  /** What is wrong, in words. */
  readonly breaches: string[]
}

const noTally = (): Tally => ({ reports: 0, cells: 0, told: 0, right: 0, listed: 0, wrong: 0, breaches: [] })

interface Expected {
  readonly tables: unknown
  readonly cells?: Readonly<Record<string, string>>
  /** Cells that are blank in the source (null in `tables`) but follow from the sums. */
  readonly repairable?: Readonly<Record<CellKey, number>>
}

/** The fixtures: each folder holds a report and what a person says stands in it. */
export async function fixtureCells(folder: string): Promise<Tally> {
  const tally = noTally()
  for (const name of readdirSync(folder).sort()) {
    const input = readdirSync(`${folder}/${name}`).find((file) => file.startsWith('input.'))!
    const expected = JSON.parse(readFileSync(`${folder}/${name}/expected.json`, 'utf8')) as Expected
    await hold(tally, name, readFileSync(`${folder}/${name}/${input}`), input, expected)
  }
  return tally
}

/** Reports as published, `*.txt`, with what stands in the Nth of them in `expected/NNN.json`; null where there is no such folder. */
export async function publishedCells(folder: string): Promise<Tally | null> {
  if (!existsSync(`${folder}/expected`)) return null
  const tally = noTally()
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()) {
    const expected = JSON.parse(readFileSync(`${folder}/expected/${name.slice(0, 3)}.json`, 'utf8')) as Expected
    await hold(tally, name, readFileSync(`${folder}/${name}`), name, expected)
  }
  return tally
}

/** Reports made here, printed whole in every layout that keeps its numbers apart. */
export function wholeCells(runs: number): Promise<Tally> {
  const layouts = layoutNames.filter((name) => textLayoutOf(name)?.plain || name === '8 HTML' || name === 'Word')
  return drawnCells(damagedCase({ layouts, kinds: [], most: 0 }), runs)
}

/** Reports made here with up to three damages each, in every layout; one in four cut off. */
export async function damagedCells(runs: number): Promise<Tally> {
  const choice = {
    layouts: layoutNames.filter((name) => !name.startsWith('11')),
    kinds: ['cell', 'structure', 'label', 'mistake'] as const,
  }
  return drawnCells(
    fc.oneof({ weight: 3, arbitrary: damagedCase(choice) }, { weight: 1, arbitrary: damagedCase({ ...choice, cut: true }) }),
    runs,
  )
}

async function drawnCells(cases: ReturnType<typeof damagedCase>, runs: number): Promise<Tally> {
  const tally = noTally()
  for (const made of fc.sample(cases, { numRuns: runs, seed })) {
    const { bytes, name, sheet } = await print(made)
    const { wrong, told, right, listed, cells } = judge(await read(bytes, name), sheet, made.cut !== null)
    tally.reports++
    tally.cells += cells
    tally.told += told
    tally.right += right
    tally.listed += listed
    tally.wrong += wrong.length
    for (const breach of wrong) tally.breaches.push(`${made.layout}: ${breach}`)
  }
  return tally
}

async function hold(tally: Tally, where: string, bytes: Uint8Array, name: string, expected: Expected): Promise<void> {
  const answer = await read(new Uint8Array(bytes), name)
  const figures = flatten(expected.tables)
  tally.reports++
  const report = answer.ok ? answer.reports[0] : undefined
  for (const key of Object.keys({ ...figures, ...report?.figures })) {
    const figure = figures[key] ?? null
    const state = stateIn(expected.cells ?? {}, key)
    const isTold = figure !== null && state === null
    tally.cells++
    if (isTold) tally.told++
    const wrong = report ? wrongIn(report, key, expected.repairable?.[key] ?? figure, state) : 'refused'
    if (wrong === null && report!.cells[key]) tally.listed++
    else if (wrong === null && isTold) tally.right++
    else if (wrong !== null) {
      tally.wrong++
      tally.breaches.push(`${where}: ${key}: ${wrong}`)
    }
  }
}

/** Why the answer for a cell is wrong without a word; null where it is right or listed. */
function wrongIn(report: Report, key: CellKey, figure: number | null, state: string | null): string | null {
  const note = report.cells[key]
  const read = report.figures[key] ?? null
  if (!note) return read === null || read !== figure || state !== null ? `${read}, not listed; stands ${figure} ${state ?? ''}` : null
  return note.state === 'repaired' && read !== figure && state !== 'listed' ? `mended to ${read}; stands ${figure}` : null
}

/** The state a cell must have; `*` in a key stands for anything. */
function stateIn(states: Readonly<Record<string, string>>, key: CellKey): string | null {
  const found = Object.keys(states).find((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(key))
  return found === undefined ? null : states[found]!
}
