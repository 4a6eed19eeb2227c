/** The bytes a redaction works on, and what the engine tells of them in the words of the house. */
import type { Context } from '#db'
import { type Opened, openPdf, Refused } from '#redact'
import { Failure } from '#words'
import type { Redaction } from './model.ts'

/** The source's bytes. Throws `not-found` where they are gone. */
export async function bytesOf(ctx: Context, { source }: Pick<Redaction, 'source'>): Promise<Uint8Array> {
  const bytes = await ctx.files.get(source.hash)
  if (!bytes) throw new Failure('not-found', { what: 'attachment' })
  return bytes
}

const opened = new Map<string, Extract<Opened, { ok: true }>>()
/** Files whose pages are known by heart. */
const mostKnown = 200

/** The pages of a file by its hash. Throws `redaction-refused`. */
export async function pagesOf(hash: string, bytes: () => Promise<Uint8Array>): Promise<Extract<Opened, { ok: true }>['pages']> {
  const known = opened.get(hash)
  if (known) return known.pages
  const found = await openPdf(await bytes())
  if (!found.ok) throw new Failure('redaction-refused', { why: found.refusal })
  if (opened.size >= mostKnown) opened.delete(opened.keys().next().value!)
  opened.set(hash, found)
  return found.pages
}

/** Runs the engine; what it refuses is told as `redaction-refused`. */
export async function engine<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const failure = new Failure('redaction-refused', { why: error.refusal })
    failure.cause = error
    throw failure
  }
}
