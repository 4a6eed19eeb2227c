import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openZip, unpack } from './zip.ts'

const codeOf = (run: () => unknown): string => {
  try {
    run()
    return 'read'
  } catch (error) {
    return (error as { code: string }).code
  }
}
const readPart = (bytes: Uint8Array, name = 'a.xml') => codeOf(() => unpack(bytes, openZip(bytes).get(name)!))

/** A zip of one part, with the claims of its directory changed. */
function withClaims(
  bytes: Uint8Array,
  claims: { readonly packed?: number; readonly unpacked?: number; readonly offset?: number },
): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const directory = view.getUint32(copy.length - 22 + 16, true)
  if (claims.packed !== undefined) view.setUint32(directory + 20, claims.packed, true)
  if (claims.unpacked !== undefined) view.setUint32(directory + 24, claims.unpacked, true)
  if (claims.offset !== undefined) view.setUint32(directory + 42, claims.offset, true)
  return copy
}

const words = strToU8('政府信息公开'.repeat(5_000))
const zip = zipSync({ 'a.xml': words })

describe('parts', () => {
  test('come back as they went in, packed or not, small or large', () => {
    const large = new Uint8Array(400_000).map((_, index) => (index * 7919) >> 5)
    const bytes = zipSync({ 'a.xml': words, 'b/c.bin': [large, { level: 0 }], 'd.bin': [large, { level: 1 }] })
    const parts = openZip(bytes)
    expect([...parts.keys()]).toEqual(['a.xml', 'b/c.bin', 'd.bin'])
    expect(Buffer.compare(unpack(bytes, parts.get('a.xml')!), words)).toBe(0)
    expect(Buffer.compare(unpack(bytes, parts.get('b/c.bin')!), large)).toBe(0)
    expect(Buffer.compare(unpack(bytes, parts.get('d.bin')!), large)).toBe(0)
  })
  test('a zip inside a larger buffer is read where it stands', () => {
    const buffer = new Uint8Array(zip.length + 50)
    buffer.set(zip, 25)
    const view = buffer.subarray(25, 25 + zip.length)
    expect(Buffer.compare(unpack(view, openZip(view).get('a.xml')!), words)).toBe(0)
  })
})

describe('damage', () => {
  test('no directory, a cut directory', () => {
    expect(codeOf(() => openZip(strToU8('PK')))).toBe('damaged')
    expect(codeOf(() => openZip(zip.subarray(0, zip.length - 30)))).toBe('damaged')
  })
  test('one changed byte anywhere in a part is noticed', () => {
    for (let at = 40; at < zip.length - 80; at += 3) {
      const copy = zip.slice()
      copy[at] = copy[at]! ^ 0x55
      expect(readPart(copy)).toBe('damaged')
    }
  })
  test('sizes and places that cannot be', () => {
    expect(readPart(withClaims(zip, { unpacked: words.length - 1 }))).toBe('damaged')
    expect(readPart(withClaims(zip, { unpacked: words.length + 1 }))).toBe('damaged')
    expect(readPart(withClaims(zip, { packed: zip.length * 2 }))).toBe('damaged')
    expect(readPart(withClaims(zip, { offset: zip.length - 4 }))).toBe('damaged')
    expect(readPart(withClaims(zip, { offset: 3 }))).toBe('damaged')
  })
})

describe('bombs', () => {
  test('parts that claim to unpack to more than the whole may', () => {
    const parts = zipSync(Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.xml`, words] as const)))
    const view = new DataView(parts.buffer)
    let at = view.getUint32(parts.length - 22 + 16, true)
    for (let index = 0; index < 9; index++) {
      view.setUint32(at + 24, 32 * 1024 * 1024, true)
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true)
    }
    expect(codeOf(() => openZip(parts))).toBe('too-large')
  })
  test('a part that claims more than a file may have', () => {
    expect(readPart(withClaims(zip, { unpacked: 65 * 1024 * 1024 }))).toBe('too-large')
  })
  test('a part that claims more than its bytes can hold takes no memory', () => {
    const before = process.memoryUsage().arrayBuffers
    expect(readPart(withClaims(zip, { unpacked: 60 * 1024 * 1024 }))).toBe('damaged')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024)
  })
  test('a part that unpacks to more than it claims takes no more memory, and stops', () => {
    const bomb = zipSync({ 'a.xml': [new Uint8Array(96 * 1024 * 1024), { level: 1 }] })
    expect(bomb.length).toBeLessThan(500_000)
    const lying = withClaims(bomb, { unpacked: 1_000 })
    const before = process.memoryUsage().arrayBuffers
    expect(readPart(lying)).toBe('damaged')
    // What the unpacker holds at once: the chunk of 64 MB that its input can give at most.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(300 * 1024 * 1024)
  })
})
