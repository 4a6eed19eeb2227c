/** From the words on the command line to the files they mean, in the order they will be answered. */
import { type Dirent, lstatSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FailureCode } from '#ingest'
import type { OutputCode } from '#words'

/** Why a file could not be read, or its copy not written, as data; `words` speaks it. */
export interface Fault {
  readonly code: FailureCode | OutputCode
  readonly values: Readonly<Record<string, string | number>>
}

/** A file to read. `file` is its name as given and shown; `folder` where it lies below the folder that was named, for `convert --out`. */
export type Source =
  | { readonly kind: 'path'; readonly file: string; readonly path: string | Uint8Array; readonly folder: string }
  | { readonly kind: 'stdin'; readonly file: '-' }
  | { readonly kind: 'bytes'; readonly file: string; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly file: string; readonly fault: Fault }

/** Every file the arguments mean: arguments in their order, a folder's files by path. `skipped` counts a folder's other files. */
export async function expand(args: readonly string[]): Promise<{ sources: Source[]; skipped: number }> {
  const sources: Source[] = []
  let skipped = 0
  for (const arg of args) {
    if (arg === '-') {
      sources.push({ kind: 'stdin', file: '-' })
      continue
    }
    const kind = kindOf(arg)
    if (kind === 'folder') {
      const found: Source[] = []
      skipped += await walk(Buffer.from(arg), arg.replace(/[/\\]+$/, '') || '/', '', found)
      if (found.length === 0) found.push(unreadable(arg, 'empty-folder'))
      for (const source of found) sources.push(source)
    } else if (kind === 'absent' && magic.test(arg)) {
      for (const source of await match(arg)) sources.push(source)
    } else sources.push({ kind: 'path', file: arg, path: arg, folder: '' })
  }
  return { sources, skipped }
}

/** Names that may be reports or that someone took for one: what cannot be read yet is answered with a reason, never passed over. */
const documents = new Set(
  '.txt .text .html .htm .xhtml .shtml .mht .md .markdown .docx .docm .doc .wps .wpt .rtf .odt .xlsx .xlsm .xls .et .ods .csv .json .jsonl .pdf .ofd'.split(
    ' ',
  ),
)

const magic = /[*?[\]{}()!]/

function kindOf(path: string): 'folder' | 'absent' | 'other' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'other'
  } catch {
    try {
      lstatSync(path)
      return 'other'
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'other'
    }
  }
}

/** Links to folders are not followed: they may lead back up. */
async function walk(path: Buffer, shown: string, folder: string, found: Source[]): Promise<number> {
  let entries: Dirent<Buffer>[]
  try {
    entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' })
  } catch (error) {
    found.push(unreadable(shown, ...reasonOf(error)))
    return 0
  }
  let skipped = 0
  const named = entries.map((entry) => ({ entry, name: decodeName(entry.name) }))
  // By whole path, as `sort` would order the lines: a folder's name counts with the slash after it.
  const key = ({ entry, name }: { entry: Dirent<Buffer>; name: string }) => (entry.isDirectory() ? `${name}/` : name)
  named.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  for (const { entry, name } of named) {
    // Word keeps a small ~$ file beside every open document.
    if (name.startsWith('.') || name.startsWith('~$')) continue
    const inside = Buffer.concat([path, Buffer.from('/'), entry.name])
    const file = shown === '/' ? `/${name}` : `${shown}/${name}`
    if (entry.isDirectory()) skipped += await walk(inside, file, folder === '' ? name : `${folder}/${name}`, found)
    else if (documents.has(extname(name).toLowerCase())) found.push({ kind: 'path', file, path: inside, folder })
    else skipped++
  }
  return skipped
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Archives made on Chinese Windows unpack to names in GBK; they are shown as meant and opened as they are. */
function decodeName(name: Buffer): string {
  try {
    return utf8.decode(name)
  } catch {
    return new TextDecoder('gb18030').decode(name)
  }
}

async function match(pattern: string): Promise<Source[]> {
  const { glob } = await import('tinyglobby')
  const posix = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const files = await glob(posix, { expandDirectories: false, absolute: posix.startsWith('/') })
  if (files.length === 0) return [unreadable(pattern, 'no-match')]
  return files.sort().map((file) => ({ kind: 'path', file, path: file, folder: '' }))
}

export function unreadable(file: string, reason: string, detail = ''): Source {
  return { kind: 'fault', file, fault: { code: 'unreadable', values: { reason, detail } } }
}

/** What the system's refusal means, as a reason of `words/errors.ts` and the system's own code. */
export function reasonOf(error: unknown): [reason: string, detail: string] {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  return [reasons[code] ?? 'io', code]
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no-such-file',
  ENOTDIR: 'no-such-file',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENAMETOOLONG: 'name-too-long',
  ELOOP: 'link-loop',
  EISDIR: 'folder',
}
