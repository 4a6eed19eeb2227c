/** A file on its way out, with its name. */
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { FileBytes } from './operation.ts'

/** Sends a file. Without `inline` the browser saves it under its name. */
export function sendFile(reply: FastifyReply, file: FileBytes): FastifyReply {
  return reply
    .type(file.type)
    .header('content-disposition', dispositionOf(file))
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(file.bytes instanceof Uint8Array ? Buffer.from(file.bytes) : Readable.from(file.bytes, { objectMode: false }))
}

/** RFC 6266: the name in UTF-8, and in ASCII for who does not read that. */
export function dispositionOf({ name, inline }: Pick<FileBytes, 'name' | 'inline'>): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`
}

const listTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

/** An exported list under its name. */
export const listFile = (name: string, format: 'csv' | 'xlsx' = 'csv', bytes: Uint8Array): FileBytes => ({
  name: `${name}.${format}`,
  type: listTypes[format],
  bytes,
})
