/**
 * Measures what the project promises, as ratios within one run: `npm run bench`. GONGKAI_REPORTS=folder adds published
 * reports to the first row: `*.txt`, and what stands in them in `expected/`. GONGKAI_ROUNDS=n sets how often each pair is timed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { read } from '#ingest'
import { render } from '#render'
import { type Part, type Report, rollUp, verify } from '#report'
import { expand } from '../src/cli/files.ts'
import { answers } from '../src/cli/pool.ts'
import { printCases } from './cases.ts'
import { damagedCells, fixtureCells, publishedCells, type Tally, wholeCells } from './cells.ts'
import { asPasted, asTyped, corpus, sizeOf } from './corpus.ts'
import { compare, median, time } from './measure.ts'
import { mammothAndParse, parseHtml, tokenise, unzipAndParse } from './peers.ts'
import { printRows, type Row } from './table.ts'

const rounds = Number(process.env.GONGKAI_ROUNDS ?? 7)
/** Fewer, for what takes a hundred times as long. */
const fewRounds = Math.min(rounds, 3)

console.log(
  `Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? process.arch}), ${rounds} rounds in turns, medians of processor time\n`,
)

await printCells()
const texts = await corpus('text', 2000)
const pages = await corpus('html', 100)
const files = await corpus('docx', 60)
printRows([
  await textRow(),
  await coresRow(),
  await versus('HTML, bare', pages, 'html', 'parse5.parse', parseHtml, { most: 2 }),
  await versus('HTML, pasted from Word', pages.map(asPasted), 'html', 'parse5.parse', parseHtml, { most: 2 }),
  ...(await wordRows('DOCX, bare', files)),
  ...(await wordRows('DOCX, as Word writes', files.map(asTyped))),
  await pdfRow(),
  await rollUpRow(),
])
await printCases()

async function printCells(): Promise<void> {
  const reports = process.env.GONGKAI_REPORTS
  const published = reports === undefined ? null : await publishedCells(reports)
  if (reports !== undefined && published === null) console.log(`No reports with expected/ in ${reports}\n`)
  const told = (work: string, tally: Tally, bar: boolean): Row => ({
    work,
    size: `${tally.reports.toLocaleString('en')} reports, ${tally.cells.toLocaleString('en')} cells`,
    ours: `${share(tally.right, tally.told)} right`,
    theirs: `${share(tally.listed, tally.cells)} listed`,
    ratio: `${tally.wrong} wrong`,
    bar: bar ? '≥ 99.9 %; 0' : '0',
    isMet: tally.wrong === 0 && (!bar || tally.right >= 0.999 * tally.told),
  })
  const fixtures = await fixtureCells('fixtures/reports')
  const whole = await wholeCells(400)
  const damaged = await damagedCells(2000)
  const rows = [
    told('cells of the fixtures', fixtures, true),
    ...(published ? [told('cells of published reports', published, true)] : []),
    told('cells printed whole', whole, true),
    told('cells damaged', damaged, false),
  ]
  printRows(rows, ['work', 'size', 'of those told', 'of all', 'silently', 'bar', 'met'])
  for (const breach of [fixtures, published, whole, damaged].flatMap((tally) => tally?.breaches ?? []).slice(0, 20))
    console.log(`  ${breach}`)
  console.log()
}

/** Reads and checks one file as a caller does; gives how much was found, so that nothing can be left out as unused. */
async function readAndCheck(bytes: Uint8Array, name: string): Promise<number> {
  const answer = await read(bytes, name)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
  return answer.reports.reduce((found, report) => found + verify(report).length, 0)
}

async function all(inputs: readonly Uint8Array[], work: (bytes: Uint8Array) => unknown): Promise<void> {
  for (const bytes of inputs) await work(bytes)
}

async function textRow(): Promise<Row> {
  // A round takes other files than the round before: what is cached of one does not speed up the next.
  const batch = Math.floor(texts.length / (rounds + 1))
  const turns = { ours: 0, theirs: 0 }
  const next = (who: keyof typeof turns) => texts.slice(batch * turns[who], batch * ++turns[who])
  const timing = await compare(
    () => all(next('ours'), (bytes) => readAndCheck(bytes, 'report.txt')),
    () => all(next('theirs'), tokenise),
    rounds,
  )
  const each = timing.ours / batch
  const lines = Math.round(
    texts.reduce((sum, bytes) => sum + bytes.reduce((ends, byte) => ends + (byte === 10 ? 1 : 0), 1), 0) / texts.length,
  )
  return {
    work: 'text, on one core',
    size: `${sizeOf(texts)}, ${lines} lines each`,
    ours: `${milliseconds(each)} (${perSecond(each)})`,
    theirs: `${milliseconds(timing.theirs / batch)} split into lines and cells`,
    ratio: times(timing.ratio),
    bar: '—',
    isMet: null,
  }
}

/** All cores through the command line's own pool, from the start of its workers to the last answer. */
async function coresRow(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  try {
    for (const [at, bytes] of texts.entries()) writeFileSync(join(folder, `${String(at).padStart(5, '0')}.txt`), bytes)
    const runs: number[] = []
    const processor: number[] = []
    for (let round = 0; round < fewRounds; round++) {
      const { sources } = await expand([folder])
      let reports = 0
      const start = performance.now()
      const spent = await time(async () => {
        const job = {
          verb: 'check',
          style: 'json',
          language: 'zh-CN',
          colours: false,
          level: undefined,
          lastYear: [],
          trusted: false,
        } as const
        for await (const answer of answers(sources, job, { seconds: null })) reports += answer.reports
      })
      if (reports !== texts.length) throw new Error(`${reports} of ${texts.length} reports were read`)
      runs.push((performance.now() - start) / texts.length)
      processor.push(spent / texts.length)
    }
    const each = median(runs)
    return {
      work: `text, on ${availableParallelism()} cores`,
      size: `${sizeOf(texts)}, by the clock`,
      ours: `${milliseconds(each)} (${perSecond(each)})`,
      theirs: `${milliseconds(median(processor))} of a core each`,
      ratio: '—',
      bar: '≥ 1,000/s',
      isMet: each <= 1,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The bar: at most so many times their time, or at least so many times faster. */
type Bar = { readonly most: number } | { readonly faster: number }

async function versus(
  work: string,
  inputs: readonly Uint8Array[],
  format: string,
  name: string,
  theirs: (bytes: Uint8Array) => unknown,
  bar: Bar,
): Promise<Row> {
  const timing = await compare(
    () => all(inputs, (bytes) => readAndCheck(bytes, `report.${format}`)),
    () => all(inputs, theirs),
    'faster' in bar ? fewRounds : rounds,
  )
  return {
    work,
    size: sizeOf(inputs),
    ours: milliseconds(timing.ours / inputs.length),
    theirs: `${milliseconds(timing.theirs / inputs.length)} ${name}`,
    ratio: 'most' in bar ? times(timing.ratio) : `${(1 / timing.ratio).toFixed(1)} × faster`,
    bar: 'most' in bar ? `≤ ${bar.most} ×` : `≥ ${bar.faster} × faster`,
    isMet: 'most' in bar ? timing.ratio <= bar.most : 1 / timing.ratio >= bar.faster,
  }
}

async function wordRows(work: string, inputs: readonly Uint8Array[]): Promise<Row[]> {
  return [
    await versus(work, inputs, 'docx', 'unzip + saxes', unzipAndParse, { most: 2 }),
    await versus(work, inputs, 'docx', 'mammoth + parse5', mammothAndParse, { faster: 8 }),
  ]
}

async function reportsOf(inputs: readonly Uint8Array[]): Promise<Report[]> {
  const reports: Report[] = []
  for (const bytes of inputs) {
    const answer = await read(bytes, 'report.txt')
    if (answer.ok) reports.push(...answer.reports)
  }
  return reports
}

async function pdfRow(): Promise<Row> {
  const reports = await reportsOf(texts.slice(0, 20))
  await render(reports[0]!, 'pdf')
  const spent: number[] = []
  for (const report of reports) spent.push(await time(() => render(report, 'pdf')))
  return {
    work: 'PDF of a report, warm',
    size: `${reports.length} reports`,
    ours: milliseconds(median(spent)),
    theirs: '—',
    ratio: '—',
    bar: '—',
    isMet: null,
  }
}

async function rollUpRow(): Promise<Row> {
  const reports = await reportsOf(texts.slice(0, 1000))
  const count = 100_000
  function* parts(): Generator<Part> {
    for (let at = 0; at < count; at++) yield { name: `${at}`, report: { ...reports[at % reports.length]!, body: `${at}` } }
  }
  const spent: number[] = []
  for (let round = 0; round < fewRounds; round++) spent.push(await time(() => rollUp(parts())))
  const whole = median(spent)
  return {
    work: 'roll-up',
    size: `${count.toLocaleString('en')} reports, figures of ${reports.length} in turn`,
    ours: `${whole.toFixed(0)} ms`,
    theirs: '—',
    ratio: '—',
    bar: '≤ 1,000 ms',
    isMet: whole <= 1000,
  }
}

function share(part: number, whole: number): string {
  // Never rounded up to what it is not.
  return `${(Math.floor((1e4 * part) / Math.max(whole, 1)) / 100).toFixed(2)} %`
}
function milliseconds(each: number): string {
  return `${each.toFixed(each < 0.1 ? 3 : 2)} ms`
}
function perSecond(each: number): string {
  return `${Math.round(1000 / each).toLocaleString('en')}/s`
}
function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`
}
