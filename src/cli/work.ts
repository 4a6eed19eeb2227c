/** One file from its name to what is printed of it. Runs in the process itself or in a worker, alike. */

import { read } from '#ingest'
import type { BodyLevel, Language, Report } from '#report'
import type { ConvertOptions } from './answers/convert.ts'
import type { Gathered } from './answers/rollup.ts'
import type { Fault, Source } from './files.ts'
import { bytesOf } from './source.ts'

/** What to do with each file. Plain data: it is sent to workers. */
export type Job =
  | { readonly verb: 'read'; readonly style: 'text' | 'json'; readonly language: Language; readonly colours: boolean }
  | ({ readonly verb: 'check' } & CheckOptions)
  | ({ readonly verb: 'convert' } & ConvertOptions)
  | { readonly verb: 'rollup' }

export interface CheckOptions {
  readonly style: 'text' | 'json' | 'sarif'
  readonly language: Language
  readonly colours: boolean
  readonly level: BodyLevel | undefined
  /** Reports of the year before, to be matched by body and year; `trusted` where one report is checked against one file. */
  readonly lastYear: readonly Report[]
  readonly trusted: boolean
  /** Every report of the call, where they are few enough to be held against each other. */
  readonly others?: readonly Report[]
}

/** What came of a file. */
export interface Answer {
  readonly file: string
  /** Lines for standard output, or results of the SARIF log. */
  readonly out: readonly string[]
  /** Lines for standard error. */
  readonly notices: readonly string[]
  readonly faults: readonly Fault[]
  readonly reports: number
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number }
  /** Cells that are not as given. */
  readonly listed: number
  readonly gathered: readonly Gathered[]
  /** A file for standard output. */
  readonly bytes: Uint8Array | null
}

export const noAnswer: Omit<Answer, 'file'> = {
  out: [],
  notices: [],
  faults: [],
  reports: 0,
  findings: { error: 0, warning: 0, info: 0 },
  listed: 0,
  gathered: [],
  bytes: null,
}

/** What each verb needs, loaded when it is called. */
export const loaded = {
  read: () => import('./answers/read.ts'),
  check: () => import('./answers/check.ts'),
  convert: () => import('./answers/convert.ts'),
  rollup: () => import('./answers/rollup.ts'),
}

/** Does the job on one file. Never rejects: what goes wrong is in the answer. */
export const work = async (source: Source, job: Job): Promise<Answer> => answerTo(source, await reportsIn(source), job)

type Had = Awaited<ReturnType<typeof reportsOf>>

/** The reports of a file. Never rejects. */
export const reportsIn = (source: Source): Promise<Had> => reportsOf(source).catch((error) => ({ ok: false, fault: crash(error) }))

/** Does the job on a file that was read. Never rejects. */
export async function answerTo(source: Source, had: Had, job: Job): Promise<Answer> {
  if (!had.ok) return { ...noAnswer, file: source.file, faults: [had.fault] }
  try {
    switch (job.verb) {
      case 'read':
        return (await loaded.read()).answer(source.file, had.reports, job)
      case 'check':
        return (await loaded.check()).answer(source.file, had.reports, job)
      case 'convert':
        return await (await loaded.convert()).answer(source, had.reports, job)
      case 'rollup':
        return (await loaded.rollup()).answer(source.file, had.reports)
    }
  } catch (error) {
    return { ...noAnswer, file: source.file, faults: [crash(error)] }
  }
}

/** A defect of ours must not take the other files along. */
const crash = (error: unknown): Fault => ({ code: 'unreadable', values: { reason: 'crash', detail: String(error) } })

/** The reports of a file. */
export async function reportsOf(source: Source): Promise<{ ok: true; reports: readonly Report[] } | { ok: false; fault: Fault }> {
  if (source.kind === 'fault') return { ok: false, fault: source.fault }
  if (source.kind === 'stdin') throw new Error('standard input is read before the work begins')
  const had = source.kind === 'bytes' ? { ok: true as const, bytes: source.bytes } : await bytesOf(source.path)
  if (!had.ok) return had
  const result = await read(had.bytes, source.file)
  return result.ok ? result : { ok: false, fault: result.error }
}
