/** What a list, a table and the cases behind a cell cost among a million cases. */
import { recordsOf, tablesOf } from '#casework'
import { type SeededCases, seedCases } from './seed-cases.ts'
import { printRows, type Row } from './table.ts'

const asked = Number(process.env.GONGKAI_CASES ?? 1_000_000)
const turns = 15

/** Seeds the cases, prints a row for each piece of work, and takes the database away again. */
export async function printCases(): Promise<void> {
  const started = performance.now()
  const seeded = await seedCases(asked)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `\n${count(seeded.cases)} cases of ${seeded.bodies} bodies, ${count(seeded.ofBody)} of them of one body and year, seeded in ${seconds} s; by the clock, database and program on this machine\n`,
  )
  try {
    printRows([...(await tableRows(seeded))], ['work', 'size', 'p50', 'p95', 'found', 'bar', 'met'])
  } finally {
    await seeded.close()
  }
}

export async function tableRows({ ctx, drafter, slug, ofBody }: SeededCases): Promise<Row[]> {
  const ask = { body: slug, year: 2025 }
  const behind = (key: string) => async () => {
    const first = await recordsOf(ctx, drafter, { ...ask, key, limit: 200 })
    return first.requests.length
  }
  const size = `${count(ofBody)} of the year`
  return [
    await row('tables 三 and 四 of a year', size, 1000, async () => (await tablesOf(ctx, drafter, ask)).cells['requests.received.total']!),
    await row(
      'of the year before',
      'a few of the year',
      1000,
      async () => Object.keys((await tablesOf(ctx, drafter, { ...ask, year: 2024 })).cells).length,
    ),
    await row('cases behind received, total', size, 100, behind('requests.received.total')),
    await row('behind concluded, total', size, 100, behind('requests.concluded.total')),
    await row('behind one cell', size, 100, behind('requests.rejectedReconfirm.research')),
    await row('behind carried out, total', size, 100, behind('requests.carriedOut.total')),
    await row('the same, deep', size, 100, deepPage(ctx, drafter, ask)),
  ]
}

/** A page far into a list: what it costs must not depend on how far. */
function deepPage(ctx: SeededCases['ctx'], drafter: SeededCases['drafter'], ask: { body: string; year: number }) {
  const after = '2025-10-20.019bc000-0000-7000-8000-000000000001.0'
  return async () => (await recordsOf(ctx, drafter, { ...ask, key: 'requests.received.total', after, limit: 200 })).requests.length
}

/** Times work some turns after one to warm up; the 95th of a hundred is what a person waits who is out of luck. */
export async function row(work: string, size: string, bar: number, run: () => Promise<number>): Promise<Row> {
  let found = await run()
  const spent: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const start = performance.now()
    found = await run()
    spent.push(performance.now() - start)
  }
  spent.sort((one, other) => one - other)
  const p95 = spent[Math.ceil(0.95 * turns) - 1]!
  return {
    work,
    size,
    ours: `${spent[Math.floor(turns / 2)]!.toFixed(1)} ms`,
    theirs: `${p95.toFixed(1)} ms`,
    ratio: count(found),
    bar: `≤ ${count(bar)} ms`,
    isMet: p95 <= bar,
  }
}

const count = (number: number): string => number.toLocaleString('en')
