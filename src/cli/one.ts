/** A file that a command needs beside the ones it works on: it fails the call when it cannot be read. */
import type { Report } from '#report'
import type { Call } from './call.ts'
import type { Fault, Source } from './files.ts'
import { bytesOfStream } from './source.ts'
import { reportsOf } from './work.ts'

/** A file that the call stands or falls with. */
export class NotRead extends Error {
  constructor(
    readonly file: string,
    readonly fault: Fault,
  ) {
    super(fault.code)
    this.name = 'NotRead'
  }
}

/** Every report of the file. Throws `NotRead`. */
export async function theReports({ process }: Pick<Call, 'process'>, file: string): Promise<readonly Report[]> {
  const had = await reportsOf(await sourceOf(file, process.stdin))
  if (!had.ok) throw new NotRead(file, had.fault)
  return had.reports
}

async function sourceOf(file: string, stdin: NodeJS.ReadStream): Promise<Source> {
  if (file !== '-') return { kind: 'path', file, path: file, folder: '' }
  const had = await bytesOfStream(stdin)
  stdin.destroy()
  return had.ok ? { kind: 'bytes', file, bytes: had.bytes } : { kind: 'fault', file, fault: had.fault }
}
