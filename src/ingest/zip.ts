import { Inflate, inflateSync } from 'fflate'
import { Failure } from './failure.ts'
import { largestExpansion, largestPart } from './limits.ts'

/** A part of a zip as its directory describes it. The sizes are claims until the part is unpacked. */
export interface Part {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly checksum: number
  /** Bytes in the file, and bytes it claims to unpack to. */
  readonly packed: number
  readonly unpacked: number
  /** Where its local header stands. */
  readonly offset: number
}

export type Zip = ReadonlyMap<string, Part>

/**
 * The directory of a zip. Nothing is unpacked.
 * Throws `damaged` where there is no whole directory, `too-large` where the parts claim to unpack to more than 256 MB.
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start } = directory(view)
  const parts = new Map<string, Part>()
  let at = start
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new Failure('damaged')
    const flags = view.getUint16(at + 8, true)
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > bytes.length) throw new Failure('damaged')
    const large = largeSizes(view, nameEnd, extraEnd, {
      unpacked: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    // Some writers of Windows put backslashes between folders.
    const name = names.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/')
    total += large.unpacked
    if (total > largestExpansion) throw new Failure('too-large')
    parts.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      checksum: view.getUint32(at + 16, true),
      ...large,
    })
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return parts
}

/**
 * A part's bytes. Memory stays within the claimed size, whatever the packed bytes do.
 * Throws `damaged` where the bytes do not unpack to the claimed size and checksum, `too-large` beyond 64 MB.
 */
export function unpack(bytes: Uint8Array, part: Part): Uint8Array {
  if (part.unpacked > largestPart) throw new Failure('too-large')
  if (part.encrypted) throw new Failure('unsupported-format', { format: 'encrypted' })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== 0x04034b50) throw damaged(part)
  const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true)
  if (start + part.packed > bytes.length) throw damaged(part)
  const packed = bytes.subarray(start, start + part.packed)
  const whole = part.method === 0 ? packed : part.method === 8 ? inflate(packed, part) : null
  if (whole === null || whole.length !== part.unpacked || crc32(whole) !== part.checksum) throw damaged(part)
  return whole
}

const names = new TextDecoder('utf-8')

const damaged = (part: Part): Failure => new Failure('damaged', { part: part.name })

/** Deflate packs no better than 1032 to 1. */
const bestRatio = 1032

/** Packed bytes that can be unpacked in one go: at worst they fill one part. */
const oneGo = Math.floor(largestPart / bestRatio)

function inflate(packed: Uint8Array, part: Part): Uint8Array {
  if (part.unpacked > packed.length * bestRatio + 64) throw damaged(part)
  const whole = new Uint8Array(part.unpacked)
  try {
    // The output array has the claimed size: what lies beyond is dropped by it, and the checksum tells.
    if (packed.length <= oneGo) return inflateSync(packed, { out: whole })
    let filled = 0
    const stream = new Inflate((chunk) => {
      if (filled + chunk.length > whole.length) throw damaged(part)
      whole.set(chunk, filled)
      filled += chunk.length
    })
    for (let at = 0; at < packed.length; at += oneGo) stream.push(packed.subarray(at, at + oneGo), at + oneGo >= packed.length)
    return whole.subarray(0, filled)
  } catch {
    throw damaged(part)
  }
}

/** Finds the end-of-directory record (its comment may be up to 65535 bytes) and what it says; zip64's record where there is one. */
function directory(view: DataView): { count: number; start: number } {
  const last = view.byteLength - 22
  const first = Math.max(0, last - 65535)
  for (let at = last; at >= first; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    let count = view.getUint16(at + 10, true)
    let start = view.getUint32(at + 16, true)
    if (at >= 20 && view.getUint32(at - 20, true) === 0x07064b50) {
      const record = Number(view.getBigUint64(at - 12, true))
      if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50) throw new Failure('damaged')
      count = Number(view.getBigUint64(record + 32, true))
      start = Number(view.getBigUint64(record + 48, true))
    }
    return { count, start }
  }
  throw new Failure('damaged')
}

/** Sizes of zip64 stand in an extra field, in this order, each only where the plain field is full of ones. */
function largeSizes<S extends { unpacked: number; packed: number; offset: number }>(view: DataView, from: number, to: number, sizes: S): S {
  const full = 0xffffffff
  if (sizes.unpacked !== full && sizes.packed !== full && sizes.offset !== full) return sizes
  for (let at = from; at + 4 <= to; ) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) {
      const large = { ...sizes }
      let next = at + 4
      for (const field of ['unpacked', 'packed', 'offset'] as const) {
        if (sizes[field] !== full) continue
        if (next + 8 > Math.min(end, to)) throw new Failure('damaged')
        large[field] = Number(view.getBigUint64(next, true))
        next += 8
      }
      return large
    }
    at = end
  }
  return sizes
}

/** Remainders for one byte (CRC-32, ISO 3309), then for a byte followed by one, two and three zero bytes: four bytes at a time. */
const remainders = [0, 1, 2, 3].map(() => new Int32Array(256))
for (let byte = 0; byte < 256; byte++) {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  remainders[0]![byte] = value
}
for (let table = 1; table < 4; table++)
  for (let byte = 0; byte < 256; byte++) {
    const shorter = remainders[table - 1]![byte]!
    remainders[table]![byte] = remainders[0]![shorter & 255]! ^ (shorter >>> 8)
  }

function crc32(bytes: Uint8Array): number {
  const [one, two, three, four] = remainders as [Int32Array, Int32Array, Int32Array, Int32Array]
  let value = -1
  let at = 0
  for (const end = bytes.length - 3; at < end; at += 4) {
    value ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    value = four[value & 255]! ^ three[(value >>> 8) & 255]! ^ two[(value >>> 16) & 255]! ^ one[value >>> 24]!
  }
  for (; at < bytes.length; at++) value = one[(value ^ bytes[at]!) & 255]! ^ (value >>> 8)
  return ~value >>> 0
}
