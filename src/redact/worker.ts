/** The worker's side: one file open at a time, one job after another. */
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { type Character, charactersOf, wordsIn } from './characters.ts'
import {
  type Found,
  type Mark,
  type Opened,
  type Pattern,
  type Proof,
  type RedactOptions,
  type Refusal,
  Refused,
  type Word,
} from './model.ts'
import { findIn } from './patterns.ts'
import { type Document, draw, loadPdfium, openDocument, withPage } from './pdfium.ts'
import { pngOf } from './png.ts'
import { proofOf } from './prove.ts'
import { blackOut } from './redact.ts'

/** What may be asked, and what is answered. */
export interface Jobs {
  open: { readonly ask: { readonly bytes: Uint8Array }; readonly answer: Opened }
  render: { readonly ask: { readonly bytes: Uint8Array; readonly page: number; readonly width: number }; readonly answer: Uint8Array }
  words: { readonly ask: { readonly bytes: Uint8Array; readonly page: number }; readonly answer: readonly Word[] }
  find: { readonly ask: { readonly bytes: Uint8Array; readonly patterns: readonly Pattern[] }; readonly answer: readonly Found[] }
  redact: {
    readonly ask: { readonly bytes: Uint8Array; readonly marks: readonly Mark[]; readonly options: RedactOptions }
    readonly answer: Uint8Array
  }
  prove: {
    readonly ask: { readonly result: Uint8Array; readonly source: Uint8Array; readonly marks: readonly Mark[] }
    readonly answer: Proof
  }
}
export type JobName = keyof Jobs
export interface Question<N extends JobName = JobName> {
  readonly id: number
  readonly name: N
  readonly ask: Jobs[N]['ask']
}
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly refusal: Refusal }
  /** Asked for what there is not: the asker's mistake. */
  | { readonly id: number; readonly beyond: string }
  /** PDFium itself broke on the file. */
  | { readonly id: number; readonly broken: string }
  | { readonly id: number; readonly error: string }

/** Answers until it is ended. */
export async function serve(): Promise<void> {
  const pdfium = await loadPdfium()
  let open: { readonly hash: string; readonly document: Document; readonly characters: Map<number, Character[]> } | null = null

  const opened = (bytes: Uint8Array) => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (open?.hash === hash) return open
    open?.document.close()
    open = null
    open = { hash, document: openDocument(pdfium, bytes), characters: new Map() }
    return open
  }
  const charactersAt = (bytes: Uint8Array, page: number) => {
    const { document, characters } = opened(bytes)
    const known = characters.get(page)
    if (known) return known
    const read = charactersOf(document, page)
    characters.set(page, read)
    return read
  }

  const jobs: { [N in JobName]: (ask: Jobs[N]['ask']) => Jobs[N]['answer'] } = {
    open({ bytes }) {
      try {
        const { document, hash } = opened(bytes)
        return { ok: true, pages: document.pages, hash }
      } catch (error) {
        if (error instanceof Refused) return { ok: false, refusal: error.refusal }
        throw error
      }
    },
    render({ bytes, page, width }) {
      const { document } = opened(bytes)
      const size = pageAt(document, page)
      const height = Math.max(1, Math.round((width * size.height) / size.width))
      return pngOf(withPage(pdfium, document.handle, page, (handle) => draw(document, handle, width, height)))
    },
    words({ bytes, page }) {
      pageAt(opened(bytes).document, page)
      return wordsIn(charactersAt(bytes, page))
    },
    find({ bytes, patterns }) {
      const { document } = opened(bytes)
      return findIn(
        document.pages.map((_, page) => charactersAt(bytes, page)),
        patterns,
      )
    },
    redact: ({ bytes, marks, options }) => blackOut(opened(bytes).document, marks, options),
    prove({ result, source, marks }) {
      // Opened anew: nothing that the writer left in memory answers for the file.
      open?.document.close()
      open = null
      const before = openDocument(pdfium, source)
      let after: Document | null = null
      try {
        after = openOrNull(result)
        return proofOf(pdfium, before, after, { source, result }, marks)
      } finally {
        after?.close()
        before.close()
      }
    },
  }
  const openOrNull = (bytes: Uint8Array): Document | null => {
    try {
      return openDocument(pdfium, bytes)
    } catch (error) {
      if (error instanceof Refused) return null
      throw error
    }
  }

  const port = parentPort!
  port.on('message', ({ id, name, ask }: Question) => {
    try {
      port.postMessage({ id, answer: (jobs[name] as (ask: unknown) => unknown)(ask) } satisfies Reply)
    } catch (error) {
      port.postMessage({ id, ...faultOf(error) } satisfies Reply)
    }
  })
}

function faultOf(error: unknown) {
  if (error instanceof Refused) return { refusal: error.refusal }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (error instanceof WebAssembly.RuntimeError) return { broken: told }
  return error instanceof RangeError ? { beyond: error.message } : { error: told }
}

function pageAt(document: Document, page: number): Document['pages'][number] {
  const size = document.pages[page]
  if (!size) throw new RangeError(`there is no page ${page + 1}`)
  return size
}
