/** A form with one file and fields beside it, read whole and held to its limits. */
import type { FastifyRequest } from 'fastify'
import { fileTypeFromBuffer } from 'file-type'
import type { Language } from '#report'
import { apiWords, Failure } from '#words'
import type { FileGiven } from './operation.ts'
import { InvalidInput } from './validate.ts'

/** Bytes; a scan of a sheet or a list of staff is far below. */
export const largestFile = 20 * 1024 * 1024

export const formLimits = { fileSize: largestFile, files: 1, fields: 20, fieldSize: 20_000, parts: 21, headerPairs: 50 }

/** The file and the fields. Throws `InvalidInput` without a file, and Fastify's own errors beyond the limits. */
export async function readForm(request: FastifyRequest): Promise<{ file: FileGiven; fields: Record<string, string> }> {
  const fields: Record<string, string> = {}
  let file: FileGiven | null = null
  for await (const part of request.parts({ limits: formLimits })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value)
    } else if (part.fieldname === 'file') {
      const bytes = await part.toBuffer()
      file = { name: baseName(part.filename), type: await typeOf(bytes), bytes }
    } else {
      throw new InvalidInput([{ path: [part.fieldname], what: 'unknown', values: {} }])
    }
  }
  if (!file) throw new InvalidInput([{ path: ['file'], what: 'no-file', values: {} }])
  return { file, fields }
}

/** Media type by what the bytes are; text where they are text. The name and what the browser says do not count. */
export async function typeOf(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return found.mime
  return bytes.subarray(0, 8192).includes(0) ? 'application/octet-stream' : 'text/plain'
}

/** What may hang on a thing: what offices scan and write. Nothing a browser would run. */
export const documents: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (.docx)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (.xlsx)',
}
/** What a signed sheet is scanned to. */
export const scans: Readonly<Record<string, string>> = { 'application/pdf': 'PDF', 'image/png': 'PNG', 'image/jpeg': 'JPEG' }
/** What lists are imported from; CSV is text. */
export const lists: Readonly<Record<string, string>> = {
  'text/plain': 'CSV',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (.xlsx)',
}

/** Throws `unsupported-media` for a file of none of the types, whatever its name says. */
export function requireType(file: FileGiven, types: Readonly<Record<string, string>>, language: Language): void {
  if (file.type in types) return
  const words = apiWords[language]
  throw new Failure('unsupported-media', { what: `“${file.name}”`, takes: Object.values(types).join(words.listComma) })
}

/** Old browsers send a whole path as the name. */
const baseName = (name: string | undefined): string => (name ?? '').split(/[\\/]/).at(-1)!.slice(-255) || 'file'
