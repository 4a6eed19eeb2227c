/** One file's answer to `gongkai convert`: each report written in the official form, in another format. */

import { type Language, type Report, verify } from '#report'
import { cliWords } from '#words'
import type { Fault, Source } from '../files.ts'
import { objection, type Target, targetOf, write } from '../output.ts'
import { plain } from '../width.ts'
import { type Answer, noAnswer } from '../work.ts'
import { from } from './read.ts'

export interface ConvertOptions extends Target {
  readonly force: boolean
  readonly dryRun: boolean
  readonly style: 'text' | 'json'
  readonly language: Language
  /** A folder of fonts to set a PDF in. */
  readonly fonts: string | undefined
}

export async function answer(source: Source, reports: readonly Report[], options: ConvertOptions): Promise<Answer> {
  const { file } = source
  const target = targetOf(source, options)
  if (target === null) return toStream(file, reports, options)

  const out: string[] = []
  const faults: Fault[] = []
  const notices: string[] = []
  for (const [index, report] of reports.entries()) {
    const part = reports.length > 1 ? index + 1 : undefined
    const output = `${target.stem}${part === undefined ? '' : `-${part}`}${target.ending}`
    const objected = objection(output, source, options.force)
    const fault = objected ?? (options.dryRun ? null : await writeReport(output, report, options, notices))
    if (fault) faults.push(fault)
    else out.push(line(file, part, output, options))
  }
  return { ...noAnswer, file, out, notices, faults, reports: reports.length }
}

/** Names that two files would both write: the second is refused before anything is read. */
export function partNames(sources: readonly Source[], target: Target): Source[] {
  const taken = new Map<string, string>()
  return sources.map((source): Source => {
    const name = source.kind === 'fault' ? null : targetOf(source, target)
    if (name === null) return source
    const output = `${name.stem}${name.ending}`
    const other = taken.get(output)
    if (other !== undefined) return { kind: 'fault', file: source.file, fault: { code: 'output-twice', values: { output, other } } }
    taken.set(output, source.file)
    return source
  })
}

async function toStream(file: string, reports: readonly Report[], options: ConvertOptions): Promise<Answer> {
  if (reports.length > 1) return { ...noAnswer, file, faults: [{ code: 'output-many', values: { reports: reports.length } }] }
  const notices: string[] = []
  const made = await make(reports[0]!, options, notices)
  return 'fault' in made
    ? { ...noAnswer, file, notices, faults: [made.fault] }
    : { ...noAnswer, file, notices, reports: 1, bytes: options.dryRun ? null : made.bytes }
}

async function writeReport(output: string, report: Report, options: ConvertOptions, notices: string[]): Promise<Fault | null> {
  const made = await make(report, options, notices)
  return 'fault' in made ? made.fault : write(output, made.bytes, options.force)
}

/** The writers are loaded only here: reading and checking must start without them. */
async function make(
  report: Report,
  { to, language, fonts }: ConvertOptions,
  notices: string[],
): Promise<{ bytes: Uint8Array } | { fault: Fault }> {
  const { render } = await import('#render')
  const words = cliWords[language].convert
  try {
    const bytes = await render(report, to, {
      language,
      findings: to === 'json' || to === 'xlsx' ? verify(report) : [],
      ...(fonts === undefined ? {} : { fontsFolder: fonts }),
      onNotice: (notice) =>
        notices.push(
          notice.code === 'font-substituted'
            ? words.font(notice.wanted, notice.used)
            : words.character(plain(report.title ?? ''), notice.character),
        ),
    })
    return { bytes }
  } catch (error) {
    return { fault: { code: 'not-rendered', values: { detail: error instanceof Error ? error.message : String(error) } } }
  }
}

function line(file: string, part: number | undefined, output: string, { style, dryRun, to, force, language }: ConvertOptions): string {
  if (style === 'json') return JSON.stringify({ ...from(file, part), to, output, written: !dryRun })
  const words = cliWords[language].convert
  const name = plain(part === undefined ? file : `${file} ${cliWords[language].place.part(part)}`)
  if (!dryRun) return words.done(name, plain(output))
  return force ? words.wouldForce(name, plain(output)) : words.would(name, plain(output))
}
