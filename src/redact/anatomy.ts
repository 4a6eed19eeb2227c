/** A PDF taken apart byte by byte, without PDFium: what the proof asks of a file that a reader may be lenient about. */
import { inflateSync } from 'node:zlib'

export interface Part {
  /** Dictionary and all else outside the stream. */
  readonly body: string
  readonly stream: Buffer | null
}

export interface Anatomy {
  readonly parts: readonly Part[]
  /** Everything outside streams, as Latin-1. */
  readonly structure: string
  /** What does not belong: empty where every byte is accounted for. */
  readonly faults: readonly string[]
  /** How often a revision ends. */
  readonly revisions: number
}

/** Reads the plain form our files have: objects one after another, one table, one trailer, nothing between and nothing behind. */
export function anatomyOf(bytes: Uint8Array): Anatomy {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = file.toString('latin1')
  const faults: string[] = []
  const parts: Part[] = []
  const offsets: number[] = []
  let at = /^%PDF-1\.\d\n%[\x80-\xff]{4}\n/.exec(text)?.[0].length ?? 0
  if (at === 0) faults.push('the head is not ours')
  const structure = [text.slice(0, at)]
  for (;;) {
    const head = `${offsets.length + 1} 0 obj\n`
    if (!text.startsWith(head, at)) break
    offsets.push(at)
    const start = at + head.length
    const end = text.indexOf('\nendobj\n', start)
    const streamAt = text.indexOf('\nstream\n', start)
    if (end === -1) break
    if (streamAt === -1 || streamAt > end) {
      parts.push({ body: text.slice(start, end), stream: null })
      structure.push(text.slice(at, end + 8))
      at = end + 8
      continue
    }
    const body = text.slice(start, streamAt)
    const length = Number(/\/Length (\d+) >>$/.exec(body)?.[1] ?? Number.NaN)
    const after = streamAt + 8 + length
    if (!Number.isFinite(length) || !text.startsWith('\nendstream\nendobj\n', after)) break
    parts.push({ body, stream: file.subarray(streamAt + 8, after) })
    structure.push(text.slice(at, streamAt + 8), text.slice(after, after + 18))
    at = after + 18
  }
  const tail = tailOf(offsets, at)
  const rest = text.slice(at)
  if (!tail.test(rest)) faults.push(`what stands from byte ${at} on is not objects, one table and one trailer`)
  structure.push(withoutStreams(rest))
  return {
    parts: [...parts, ...loosePartsOf(file, text, at)],
    structure: structure.join(''),
    faults,
    revisions: text.split('startxref').length - 1,
  }
}

/** The one way the end of such a file can read. */
function tailOf(offsets: readonly number[], start: number): RegExp {
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \\n`).join('')
  const size = offsets.length + 1
  return new RegExp(
    `^xref\\n0 ${size}\\n0000000000 65535 f \\n${entries}trailer\\n<< /Size ${size} /Root \\d+ 0 R /Info \\d+ 0 R >>\\nstartxref\\n${start}\\n%%EOF\\n$`,
  )
}

const streams = /stream\r?\n/g

/** Streams in what is not of our form, so that foreign files are searched too. */
function loosePartsOf(file: Buffer, text: string, from: number): Part[] {
  const parts: Part[] = []
  streams.lastIndex = from
  for (let match = streams.exec(text); match; match = streams.exec(text)) {
    if (text.slice(match.index - 3, match.index) === 'end') continue
    const end = text.indexOf('endstream', match.index + match[0].length)
    const start = text.lastIndexOf('obj', match.index)
    const stop = end === -1 ? text.length : end
    parts.push({ body: text.slice(start + 3, match.index), stream: file.subarray(match.index + match[0].length, stop) })
    streams.lastIndex = stop
  }
  return parts
}

const withoutStreams = (text: string): string => text.replaceAll(/(?<!end)stream\r?\n[\s\S]*?endstream/g, 'stream endstream')

export const isImage = ({ body }: Part): boolean => /\/Subtype\s*\/Image\b/.test(body)

/** What a stream holds once inflated; as it stands where it is not deflated. */
export function contentOf({ body, stream }: Part): Buffer {
  if (stream === null) return Buffer.alloc(0)
  if (!/\/FlateDecode\b/.test(body)) return stream
  try {
    return inflateSync(stream, { finishFlush: 2, maxOutputLength: 400_000_000 })
  } catch {
    return stream
  }
}

/** What is wrong with an image's stream: one that is longer than its dots, or does not end where its dots end, has room for something else. */
export function imageFault(part: Part): string | null {
  const value = (name: string) => Number(new RegExp(`/${name} (\\d+)`).exec(part.body)?.[1] ?? Number.NaN)
  const [width, height, bits] = [value('Width'), value('Height'), value('BitsPerComponent')]
  const row = Math.ceil((width * bits) / 8) + (part.body.includes('/Predictor 12') ? 1 : 0)
  try {
    // Node gives the engine beside the bytes where asked (`info`), which its types do not tell.
    const { buffer, engine } = inflateSync(part.stream!, { info: true, maxOutputLength: 400_000_000 }) as unknown as {
      readonly buffer: Buffer
      readonly engine: { readonly bytesWritten: number }
    }
    if (buffer.length !== row * height) return `an image holds ${buffer.length} bytes where its dots take ${row * height}`
    if (engine.bytesWritten !== part.stream!.length) return 'something stands behind the dots of an image'
    return null
  } catch {
    return 'an image cannot be inflated'
  }
}

/** Names as they are meant: `/J#53` is /JS. */
export const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The bytes of every string, hexadecimal and with escapes, one after another. */
export function stringsIn(text: string): Buffer {
  const found: Buffer[] = []
  for (const [, hex] of text.matchAll(/<([0-9a-fA-F\s]{2,100000})>/g)) found.push(Buffer.from(hex!.replaceAll(/\s/g, ''), 'hex'), gap)
  for (const [, literal] of text.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)/g)) found.push(unescaped(literal!), gap)
  // Letters set one by one, as in `[(张) 20 (三)] TJ`, read as one.
  return Buffer.concat([...found, ...found.filter((one) => one !== gap)])
}
const gap = Buffer.from([0x0a, 0x0a])

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescaped = (literal: string): Buffer =>
  Buffer.from(
    literal.replaceAll(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_, one: string) => {
      if (/^[0-7]/.test(one)) return String.fromCharCode(Number.parseInt(one, 8) & 255)
      return /^\r?\n$/.test(one) ? '' : (escapes[one] ?? one)
    }),
    'latin1',
  )
