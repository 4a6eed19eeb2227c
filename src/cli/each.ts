/** The loop every command shares: expand the names, do the job on each file, say which failed. */
import { cliWords } from '#words'
import { type Call, WrongCall } from './call.ts'
import { expand, type Fault, type Source } from './files.ts'
import { answers } from './pool.ts'
import { faultLine, faultObject } from './print.ts'
import { openProgress } from './progress.ts'
import { bytesOfStream } from './source.ts'
import type { Answer, Job } from './work.ts'

export interface Total {
  files: number
  reports: number
  readonly findings: { error: number; warning: number; info: number }
  listed: number
  /** Files with a fault. */
  failed: number
  readonly faults: { readonly file: string; readonly fault: Fault }[]
}

/**
 * Hands each file's answer to `take`, in the order of the files, and prints what failed: in its place as a JSON object, or as a
 * line on standard error; for SARIF the faults are left in the total. Stops when nobody reads any more.
 */
export async function each(
  call: Call,
  job: Job,
  style: 'text' | 'json' | 'sarif',
  take: (answer: Answer) => Promise<unknown>,
  prepare: (sources: readonly Source[]) => readonly Source[] = (sources) => sources,
): Promise<Total> {
  const { terminal, language } = call
  const words = cliWords[language]
  const total: Total = { files: 0, reports: 0, findings: { error: 0, warning: 0, info: 0 }, listed: 0, failed: 0, faults: [] }
  const { sources, skipped } = await sourcesOf(call)
  const said = new Set<string>()
  const progress = openProgress(terminal, sources.length)
  try {
    for await (const answer of answers(prepare(sources), job, { seconds: call.seconds })) {
      add(total, answer)
      await take(answer)
      for (const notice of answer.notices) {
        if (!said.has(notice)) terminal.err(`${notice}\n`)
        said.add(notice)
      }
      for (const fault of answer.faults) {
        if (style === 'json') await terminal.out(`${JSON.stringify(faultObject(answer.file, fault, language))}\n`)
        else if (style === 'text')
          terminal.err(`${faultLine(answer.file, fault, { language, colours: terminal.colours && terminal.errIsScreen })}\n`)
        else total.faults.push({ file: answer.file, fault })
      }
      progress.step()
      if (terminal.closed()) break
    }
  } finally {
    progress.stop()
  }
  if (skipped > 0) terminal.err(`${words.skipped(skipped)}\n`)
  return total
}

/** Standard input is read here, once: workers have none. */
async function sourcesOf({ files, process }: Call): Promise<{ sources: readonly Source[]; skipped: number }> {
  if (files.filter((file) => file === '-').length > 1) throw new WrongCall((words) => words.stdinTwice)
  const { sources, skipped } = await expand(files)
  const at = sources.findIndex(({ kind }) => kind === 'stdin')
  if (at !== -1) {
    const had = await bytesOfStream(process.stdin)
    process.stdin.destroy()
    sources[at] = had.ok ? { kind: 'bytes', file: '-', bytes: had.bytes } : { kind: 'fault', file: '-', fault: had.fault }
  }
  return { sources, skipped }
}

function add(total: Total, answer: Answer): void {
  total.files++
  total.reports += answer.reports
  total.listed += answer.listed
  for (const severity of ['error', 'warning', 'info'] as const) total.findings[severity] += answer.findings[severity]
  if (answer.faults.length > 0) total.failed++
}
