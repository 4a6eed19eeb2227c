/** Blacks out parts of a PDF and proves that nothing is left under the marks. Bytes in, bytes out; it knows neither cases nor database. */
import { ask } from './hand.ts'
import {
  type Found,
  type Mark,
  type Opened,
  type Pattern,
  type Proof,
  type Redacted,
  type RedactOptions,
  Refused,
  type Word,
} from './model.ts'

export * from './model.ts'

/** Milliseconds: what an honest file never needs. */
const times = { look: 20_000, page: 20_000, perPage: 4_000 } as const

/** How many pages a file has and how large they are, or why it cannot be worked on. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  try {
    return await ask('open', { bytes }, times.look)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

/** A page as a PNG, `width` dots wide. Throws Refused; a RangeError for a page there is not. */
export const renderPage = (bytes: Uint8Array, page: number, width: number): Promise<Uint8Array> =>
  ask('render', { bytes, page, width }, times.page)

/** The words of a page with their boxes, from its text layer; none of a scan. Throws Refused. */
export const wordsOf = (bytes: Uint8Array, page: number): Promise<readonly Word[]> => ask('words', { bytes, page }, times.page)

/** Where patterns stand in the text layer. Throws Refused. */
export const findPatterns = (bytes: Uint8Array, patterns: readonly Pattern[]): Promise<readonly Found[]> =>
  ask('find', { bytes, patterns }, times.look * 3)

/** A new file with the marks burnt in, and its proof, which may have failed: then the file is not to be given. Throws Refused. */
export async function redact(bytes: Uint8Array, marks: readonly Mark[], options: RedactOptions = {}): Promise<Redacted> {
  const opened = await openPdf(bytes)
  if (!opened.ok) throw new Refused(opened.refusal)
  const pdf = await ask('redact', { bytes, marks, options }, times.page + opened.pages.length * times.perPage)
  return { pdf, proof: await prove(pdf, bytes, marks) }
}

/** Proves a result from whatever hand. Throws Refused where the source cannot be read. */
export const prove = (result: Uint8Array, source: Uint8Array, marks: readonly Mark[]): Promise<Proof> =>
  ask('prove', { result, source, marks }, times.page + times.perPage * 300)
