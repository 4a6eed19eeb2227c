import { SaxesParser } from 'saxes'
import { decode } from '../encoding.ts'
import { Failure } from '../failure.ts'
import { deepestNesting, mostNodes } from '../limits.ts'
import { type Part, unpack } from '../zip.ts'

export type Attributes = Readonly<Record<string, string>>

export interface Listener {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/**
 * Tells a listener what stands in a part, in order; no tree is built. Entities of a document's own are refused.
 * Throws `damaged` where the XML is not well formed, `too-large` beyond a million elements or a nesting of 1000.
 */
export function listen(bytes: Uint8Array, part: Part, listener: Listener): void {
  let elements = 0
  let depth = 0
  const parser = new SaxesParser({ xmlns: false as const, position: false })
  parser.on('opentag', (tag) => {
    if (++elements > mostNodes || ++depth > deepestNesting) throw new Failure('too-large')
    listener.open(tag.name, tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    listener.close(tag.name)
  })
  parser.on('text', listener.text)
  parser.on('cdata', listener.text)
  try {
    parser.write(decode(unpack(bytes, part))).close()
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('damaged', { part: part.name })
  }
}
