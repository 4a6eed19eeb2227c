/** The proof against bad redactions of the kinds that have been published: each must fail, and say why. */
import { deflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { plain, rawPdf, revised, song, typeset, ucs2 } from '../../tests/papers.ts'
import { type Area, type CheckId, findPatterns, type Mark, type Proof, prove, redact } from './index.ts'
import { pictureOf } from './picture.ts'
import { writePdf } from './write.ts'

const name = '欧阳小芳'
const content = `${song(`村民${name}住在河边`, 40, 200, { size: 16 })}\n${plain('ACCOUNT 6222021234567890128', 40, 150)}`
const source = rawPdf([{ content }])
let area: Area
let marks: Mark[]
let good: Uint8Array

beforeAll(async () => {
  const [found] = await findPatterns(source, [{ kind: 'text', text: name }])
  area = found!.areas[0]!
  marks = [{ area, ground: '第十五条 个人隐私' }]
  const { pdf, proof } = await redact(source, marks)
  expect(proof.passed).toBe(true)
  good = pdf
})

const failed = (proof: Proof): CheckId[] => proof.checks.filter(({ passed }) => !passed).map(({ id }) => id)
const check = async (result: Uint8Array) => failed(await prove(result, source, marks))

/** The area in points of a page of 420 × 300, from the bottom left. */
const rectangle = () => `0 g ${area.x * 420} ${(1 - area.y - area.height) * 300} ${area.width * 420} ${area.height * 300} re f`

/** Our own file with a change that keeps its length, so that its table still holds. */
const edited = (from: string, to: string) => {
  expect(to).toHaveLength(from.length)
  const text = Buffer.from(good).toString('latin1')
  expect(text).toContain(from)
  return Buffer.from(text.replace(from, to), 'latin1')
}

/** A page of white dots with some black, written as ours are. */
function pageOf(black: (x: number, y: number) => boolean, lines: Parameters<typeof writePdf>[0][0]['lines'] = []): Uint8Array {
  const [width, height] = [1167, 834]
  const pixels = new Uint8Array(width * height * 3).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (black((x + 0.5) / width, (y + 0.5) / height)) pixels.fill(0, (y * width + x) * 3, (y * width + x + 1) * 3)
  return writePdf([{ size: { width: 420, height: 300 }, picture: pictureOf({ width, height, pixels }), stamps: [], lines }])
}

test('a black rectangle drawn over live text', async () => {
  expect(await check(rawPdf([{ content: `${content}\n${rectangle()}` }]))).toEqual(
    expect.arrayContaining(['accounted', 'no-text-under-marks', 'no-words-left', 'pixels-black']),
  )
})

test('a picture left whole with a rectangle above it', async () => {
  const grey = new Uint8Array(420 * 300).fill(255)
  for (let at = 0; at < grey.length; at += 3) grey[at] = 0
  const result = rawPdf([{ content: `q 420 0 0 300 0 0 cm /I Do Q\n${rectangle()}`, images: { I: { width: 420, height: 300, grey } } }])
  const proof = await prove(result, source, marks)
  expect(failed(proof)).toEqual(expect.arrayContaining(['accounted', 'pixels-black']))
  expect(proof.checks.find(({ id }) => id === 'pixels-black')!.what).toContain('not black')
})

test('a picture in a form, turned and cut, is found as well', async () => {
  const grey = new Uint8Array(100).fill(120)
  const result = rawPdf([{ content: `q 0 420 -420 0 420 -60 cm /I Do Q\n${rectangle()}`, images: { I: { width: 10, height: 10, grey } } }])
  expect(await check(result)).toContain('pixels-black')
})

test('a mark that was never drawn', async () => {
  expect(await check(pageOf(() => false))).toEqual(expect.arrayContaining(['pixels-black', 'stamped']))
})

test('a mark drawn a little too small, or over the upper half of the letters alone', async () => {
  const within = (x: number, y: number, { left = 0, bottom = 0 }) =>
    x >= area.x + left && x <= area.x + area.width && y >= area.y && y <= area.y + area.height - bottom
  expect(await check(pageOf((x, y) => within(x, y, {})))).not.toContain('pixels-black')
  expect(await check(pageOf((x, y) => within(x, y, { left: 0.005 })))).toContain('pixels-black')
  expect(await check(pageOf((x, y) => within(x, y, { bottom: area.height / 2 })))).toContain('pixels-black')
  const half = { ...area, height: area.height * 0.5 }
  const proof = await prove(
    pageOf((x, y) => within(x, y, { bottom: area.height / 2 })),
    source,
    [{ area: half, ground: '第十五条' }],
  )
  expect(failed(proof)).toContain('pixels-black')
})

test('the words under the mark in the text layer of a page that is black', async () => {
  const box = { x: area.x * 420, y: area.y * 300, width: (area.width * 420) / 4, height: area.height * 300 }
  const line = [...name].map((text, index) => ({ text, box: { ...box, x: box.x + index * box.width } }))
  const failures = await check(
    pageOf((x, y) => x > area.x - 0.01 && x < area.x + area.width + 0.01 && y > area.y - 0.02 && y < area.y + area.height + 0.02, [line]),
  )
  expect(failures).toEqual(expect.arrayContaining(['no-text-under-marks', 'text-as-seen']))
  const elsewhere = line.map(({ text, box: at }) => ({ text, box: { ...at, y: 250 } }))
  expect(await check(pageOf((_, y) => y > 0.2, [elsewhere]))).toContain('text-as-seen')
})

test('a mark made after the result', async () => {
  const [account] = await findPatterns(source, [{ kind: 'bank-card' }])
  const more: Mark[] = [...marks, { area: account!.areas[0]!, ground: '第十五条 个人隐私' }]
  expect(failed(await prove(good, source, more))).toEqual(expect.arrayContaining(['pixels-black', 'stamped', 'no-text-under-marks']))
})

test('metadata left, whether the old or a new', async () => {
  expect(await check(edited('/Producer (Gongkai)', '/Author (some body)'))).toEqual(expect.arrayContaining(['accounted', 'no-metadata']))
  expect(await check(edited('/Lang (zh-CN)', '/Metadata 2 R'))).toEqual(expect.arrayContaining(['no-metadata']))
  const proof = await prove(rawPdf([{ content: '' }], { title: name, xmp: `<x>${name}</x>` }), source, marks)
  expect(failed(proof)).toEqual(expect.arrayContaining(['no-metadata', 'no-words-left']))
})

test('an earlier revision left in the file', async () => {
  // The page is emptied by a second revision; the first still has everything.
  const result = revised(source, 8, '<< /Length 0 >>\nstream\n\nendstream')
  expect(await check(result)).toEqual(expect.arrayContaining(['one-revision', 'accounted', 'no-words-left']))
  expect(await check(revised(good, 2, '<< /Type /Pages >>'))).toContain('one-revision')
})

test('attachment, script, annotation, layer, thumbnail', async () => {
  expect(await check(rawPdf([{ content: '' }], { attachment: { name: 'a.txt', text: name } }))).toEqual(
    expect.arrayContaining(['no-attachments', 'no-words-left']),
  )
  expect(await check(rawPdf([{ content: '' }], { script: 'x' }))).toContain('no-scripts')
  expect(await check(rawPdf([{ content: '' }], { hasLayer: true }))).toContain('no-layers')
  const noted = rawPdf([{ content: '', annotations: [`/Subtype /Text /Rect [0 0 9 9] /Contents <feff${ucs2(name)}>`] }])
  expect(await check(noted)).toEqual(expect.arrayContaining(['no-annotations', 'no-words-left']))
  expect(await check(edited('/Lang (zh-CN)', '/Thumb 9 0 R '))).toContain('no-thumbnails')
  expect(await check(edited('/Lang (zh-CN)', '/Th#75mb 9 R '))).toContain('no-thumbnails')
})

test('words hidden behind the end, in a comment, in a name, in the dots of a picture, in any encoding', async () => {
  const behind = (bytes: Buffer) => Buffer.concat([good, bytes])
  const gbk = Buffer.from([0xc5, 0xb7, 0xd1, 0xf4, 0xd0, 0xa1, 0xb7, 0xbc])
  for (const bytes of [Buffer.from(name), Buffer.from(name, 'utf16le'), Buffer.from(ucs2(name), 'hex'), Buffer.from(ucs2(name)), gbk])
    expect(await check(behind(bytes))).toEqual(expect.arrayContaining(['accounted', 'no-words-left']))
  expect(await check(behind(Buffer.from('% nothing much\n')))).toContain('accounted')
  const packed = deflateSync(Buffer.from(name))
  expect(
    await check(behind(Buffer.from(`\n9 0 obj << /Filter /FlateDecode >>\nstream\n${packed.toString('latin1')}\nendstream`, 'latin1'))),
  ).toEqual(expect.arrayContaining(['accounted', 'no-words-left']))
  // Behind the last row of dots, inside the picture's own stream.
  const [width, height] = [8, 8]
  const picture = { width, height, bitsPerComponent: 8 as const, colourSpace: '/DeviceGray' }
  const rows = Buffer.concat([Buffer.alloc(height * (width + 1)), Buffer.from(name)])
  const size = { width: 420, height: 300 }
  const fat = writePdf([{ size, picture: { ...picture, data: deflateSync(rows) }, stamps: [], lines: [] }])
  expect(await check(fat)).toEqual(expect.arrayContaining(['accounted', 'no-words-left']))
  const tailed = writePdf([
    { size, picture: { ...picture, data: Buffer.concat([deflateSync(rows.subarray(0, 72)), Buffer.from('tail')]) }, stamps: [], lines: [] },
  ])
  expect(await check(tailed)).toContain('accounted')
})

test('another number of pages, another size, or no PDF at all', async () => {
  expect(await check(rawPdf([{ content: '' }, { content: '' }]))).toContain('opens')
  expect(await check(rawPdf([{ content: '', mediaBox: [0, 0, 300, 300] }]))).toContain('opens')
  expect(await check(Buffer.from('no PDF'))).toEqual(['opens'])
})

test('what a typesetter would make of it is not in our form', async () => {
  const result = typeset('#set page(width: 420pt, height: 300pt, margin: 0pt)\n#rect(width: 100%, height: 100%, fill: black)')
  expect(await check(result)).toEqual(expect.arrayContaining(['accounted', 'no-metadata']))
})

test('the proof names both files by their hashes and says nothing of what lay under the marks', async () => {
  const proof = await prove(rawPdf([{ content }]), source, marks)
  expect(proof.source).toMatch(/^[0-9a-f]{64}$/)
  expect(proof.result).toBe(proof.source)
  expect(proof.passed).toBe(false)
  expect(JSON.stringify(proof)).not.toContain(name)
})
