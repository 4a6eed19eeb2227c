/** Where a converted report goes, and how it gets there: whole or not at all, and never over what was read. */
import { randomUUID } from 'node:crypto'
import { type Stats, statSync } from 'node:fs'
import { link, mkdir, open, rename, unlink } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Format } from '#render'
import type { Fault, Source } from './files.ts'

export interface Target {
  readonly to: Format
  /** Folder to write into; null to write beside the file that is read. */
  readonly out: string | null
  /** The one file to write; `-` is standard output. */
  readonly output: string | null
}

/** The name without its last ending and the ending, such as `a/report` and `.docx`. Null where standard output is meant. */
export function targetOf(source: Source, { to, out, output }: Target): { stem: string; ending: string } | null {
  if (output === '-' || (output === null && out === null && source.file === '-')) return null
  if (output !== null) {
    const ending = endings.find((known) => output.endsWith(known)) ?? extname(output)
    return { stem: output.slice(0, output.length - ending.length), ending }
  }
  const name = source.file === '-' ? 'stdin' : basename(source.file)
  const stem = name.slice(0, name.length - extname(name).length) || name
  const folder = out === null ? dirname(source.file) : join(out, source.kind === 'path' ? source.folder : '')
  return { stem: join(folder, stem), ending: endingOf(to) }
}

export const endingOf = (to: Format): string => (to === 'fragment' ? '.fragment.html' : `.${to}`)
const endings = ['.fragment.html']

/** Why nothing may be written at `path`; null where it may. */
export function objection(path: string, source: Source, force: boolean): Fault | null {
  const there = statOf(path)
  if (there === null) return null
  if (!there.isFile()) return { code: 'unwritable', values: { output: path, detail: there.isDirectory() ? 'EISDIR' : 'not a file' } }
  const read = source.kind === 'path' ? statOf(source.path) : null
  if (read && read.ino === there.ino && read.dev === there.dev) return { code: 'output-is-input', values: { output: path } }
  return force ? null : { code: 'output-exists', values: { output: path } }
}

/** Writes the file beside its place and moves it there, so that no half file ever stands under the name. */
export async function write(path: string, bytes: Uint8Array, force: boolean): Promise<Fault | null> {
  const draft = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    await makeFolder(dirname(path))
    const handle = await open(draft, 'wx')
    try {
      await handle.writeFile(bytes)
    } finally {
      await handle.close()
    }
    if (force) await rename(draft, path)
    else await place(draft, path)
    return null
  } catch (error) {
    await unlink(draft).catch(() => {})
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    if (code === 'EEXIST' && !force) return { code: 'output-exists', values: { output: path } }
    return { code: 'unwritable', values: { output: path, detail: code } }
  }
}

/** Folder by folder: `recursive` of Node 20 never returns where the system refuses with ENOENT, as below /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (statOf(path)?.isDirectory()) return
    if (code !== 'ENOENT' || dirname(path) === path || statOf(dirname(path)) !== null) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

/** A link, unlike a renaming, refuses to replace a file that has come in the meantime. Some file systems have no links. */
async function place(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || statOf(path) !== null) throw error
    await rename(draft, path)
    return
  }
  await unlink(draft)
}

function statOf(path: string | Uint8Array): Stats | null {
  try {
    return statSync(typeof path === 'string' ? path : Buffer.from(path))
  } catch {
    return null
  }
}
