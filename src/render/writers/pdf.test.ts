import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { beforeAll, describe, expect, test } from 'vitest'
import { cellKeys, draw, formOf } from '#report'
import { compose } from '../compose.ts'
import { type Notice, render } from '../index.ts'
import { numbered } from '../samples.ts'
import { assetBytes, assets, fontFiles, rareAssets } from '../typst/assets.ts'
import { assemble } from '../typst/browser.ts'
import { assertFontsEmbedded, type Typesetter } from '../typst/face.ts'
import { openTypesetter } from '../typst/node.ts'
import { typstSource } from './pdf.ts'

const { resolve } = createRequire(import.meta.url)
let pdfium: WrappedPdfiumModule

beforeAll(async () => {
  const wasm = readFileSync(resolve('@embedpdf/pdfium/pdfium.wasm'))
  pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer })
  pdfium.PDFiumExt_Init()
})

/** The reader's memory; it moves when it grows. */
const heap = (): Uint8Array => (pdfium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8

/** What an independent reader sees in a PDF. */
function read(pdf: Uint8Array) {
  const { malloc, free } = pdfium.pdfium.wasmExports
  const memory = malloc(pdf.length)
  heap().set(pdf, memory)
  const document = pdfium.FPDF_LoadMemDocument(memory, pdf.length, '')
  const pages = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => {
    const page = pdfium.FPDF_LoadPage(document, index)
    const text = pdfium.FPDFText_LoadPage(page)
    const count = pdfium.FPDFText_CountChars(text)
    const words = utf16((buffer) => (pdfium.FPDFText_GetText(text, 0, count, buffer) - 1) * 2, count * 2 + 2)
    const tree = pdfium.FPDF_StructTree_GetForPage(page)
    const tags = Array.from({ length: pdfium.FPDF_StructTree_CountChildren(tree) }, (_, child) =>
      tagsOf(pdfium.FPDF_StructTree_GetChildAtIndex(tree, child)),
    ).flat()
    pdfium.FPDF_StructTree_Close(tree)
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return { words, tags }
  })
  const tagged = pdfium.FPDFCatalog_IsTagged(document)
  const title = utf16((buffer, size) => pdfium.FPDF_GetMetaText(document, 'Title', buffer, size) - 2, 1024)
  const language = utf16((buffer, size) => pdfium.FPDFCatalog_GetLanguage(document, buffer, size) - 2, 64)
  pdfium.FPDF_CloseDocument(document)
  free(memory)
  const raw = new TextDecoder('latin1').decode(pdf)
  return {
    pages,
    words: pages.map((page) => page.words).join('\n'),
    tagged,
    title,
    language,
    fonts: [...raw.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map((match) => match[1]).sort(),
  }
}

function utf16(fill: (buffer: number, size: number) => number, size: number): string {
  const buffer = pdfium.pdfium.wasmExports.malloc(size)
  const used = fill(buffer, size)
  const text = new TextDecoder('utf-16le').decode(heap().slice(buffer, buffer + used))
  pdfium.pdfium.wasmExports.free(buffer)
  return text
}

function tagsOf(element: number): string[] {
  const type = utf16((buffer, size) => pdfium.FPDF_StructElement_GetType(element, buffer, size) - 2, 64)
  const count = pdfium.FPDF_StructElement_CountChildren(element)
  const children = Array.from({ length: count }, (_, index) => pdfium.FPDF_StructElement_GetChildAtIndex(element, index))
  return [type, ...children.flatMap((child) => (child === 0 ? [] : tagsOf(child)))]
}

const bare = (text: string) => text.replace(/\s+/g, '')

describe.each(['2021', '2019'] as const)('the PDF of %s', (edition) => {
  let seen: ReturnType<typeof read>
  beforeAll(async () => {
    seen = read(await render(numbered(edition), 'pdf'))
  })

  test('has every heading, label and figure as text', () => {
    const words = bare(seen.words)
    const form = formOf(edition)
    const labels = [
      ...form.chapters,
      ...form.proactive.flatMap((block) => [block.caption, ...block.rows.map((row) => row.label)]),
      ...form.requests.rows.map((row) => row.label),
      ...form.challenges.groups.map((group) => group.label),
    ]
    expect(labels.filter((label) => !words.includes(bare(label)))).toEqual([])
    const numbers = new Set(seen.words.match(/\d+/g))
    expect(cellKeys(edition).filter((_, index) => !numbers.has(String(101 + index)))).toEqual([])
  })

  test('embeds its fonts', () => expect(seen.fonts).toEqual(['NotoSansSC-Bold', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular']))

  test('is tagged, with a title and a language', () => {
    expect(seen.tagged).toBe(true)
    expect(seen.title).toBe('柳溪镇人民政府2025年政府信息公开工作年度报告')
    expect(seen.language).toBe('zh-CN')
    const tags = seen.pages.flatMap((page) => page.tags)
    const count = (name: string) => tags.filter((tag) => tag === name).length
    expect(count('H1') + count('H2')).toBeGreaterThanOrEqual(6)
    expect(count('Table')).toBe(3)
    expect(count('TH')).toBeGreaterThan(20)
  })

  test('numbers its pages', () => {
    seen.pages.forEach((page, index) => {
      expect(bare(page.words)).toContain(`—${index + 1}—`)
    })
  })

  test('keeps table three on one page', () => {
    const [first, last] = ['一、本年新收政府信息公开申请数量', '四、结转下年度继续办理']
    expect(seen.pages.filter((page) => bare(page.words).includes(first!) && bare(page.words).includes(last!))).toHaveLength(1)
  })
})

test('nothing a report prints is taken as a command', async () => {
  const lines = [
    '#panic("x") $x$ *甲* _乙_ `丙` [丁] <戊> @己 \\庚',
    '= 辛',
    '- 壬',
    '"癸" // 子 /* 丑 */ #include "/etc/passwd"',
    '\\u{41}~--',
  ]
  const report = draw({ title: '#"柳溪镇" $年$ 报告\\', body: '柳溪"镇\\', chapters: { 1: lines.join('\n') } })
  const { words, title } = read(await render(report, 'pdf'))
  for (const line of lines) expect(bare(words)).toContain(bare(line))
  expect(title).toBe('#"柳溪镇" $年$ 报告\\')
})

test('a last paragraph of several pages is printed whole', async () => {
  const long = Array.from({ length: 400 }, (_, index) => `第${index + 1}村公开信息${index * 7}条。`).join('')
  const report = draw({ chapters: { 6: long }, printed: { signature: { name: '柳溪镇人民政府', date: '2026-01-20', at: { line: 40 } } } })
  const { pages } = read(await render(report, 'pdf'))
  const words = pages.map((page) => bare(page.words).replace(/—\d+—$|^—\d+—/g, '')).join('')
  expect(words).toContain(long)
})

test('a source that Typst refuses throws its words', async () => {
  const typesetter = await openTypesetter({})
  expect(() => typesetter.compile('#nonsense')).toThrow('typst: unknown variable: nonsense')
})

test('a PDF without fonts is refused', () =>
  expect(() => assertFontsEmbedded(new TextEncoder().encode('%PDF-1.7 blank'))).toThrow('no font'))

test('names each face of the standard that another stands in for', async () => {
  const notices: Notice[] = []
  await render(numbered('2021'), 'pdf', { onNotice: (notice) => notices.push(notice) })
  expect(notices.map((notice) => Object.values(notice).join(' '))).toEqual([
    'font-substituted 方正小标宋简体 Noto Serif SC',
    'font-substituted 黑体 Noto Sans SC',
    'font-substituted 楷体_GB2312 Noto Serif SC',
    'font-substituted 仿宋_GB2312 Noto Serif SC',
    'font-substituted 宋体 Noto Serif SC',
  ])
})

test('says which character no font has', async () => {
  const notices: Notice[] = []
  await render(draw({ chapters: { 1: '公开信息3条🦄，𬒔山村2条。' } }), 'pdf', { onNotice: (notice) => notices.push(notice) })
  expect(notices.filter(({ code }) => code === 'character-missing')).toEqual([{ code: 'character-missing', character: '🦄' }])
})

test("prefers the operator's own face to the one that stands in for it", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fonts-'))
  const font = new Uint8Array(readFileSync(resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')))
  writeFileSync(join(folder, 'kaiti.ttf'), rename(font, 'KaiTi_GB2312'))
  const notices: Notice[] = []
  const pdf = await render(numbered('2021'), 'pdf', { fontsFolder: folder, onNotice: (notice) => notices.push(notice) })
  rmSync(folder, { recursive: true })
  expect(notices.flatMap((notice) => (notice.code === 'font-substituted' ? [notice.wanted] : []))).toEqual([
    '方正小标宋简体',
    '黑体',
    '仿宋_GB2312',
    '宋体',
  ])
  expect(read(pdf).fonts).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular'])
})

/** The font under another family's name, no longer than its own. */
function rename(font: Uint8Array, family: string): Uint8Array {
  const renamed = font.slice()
  const view = new DataView(renamed.buffer)
  for (let table = 0; table < view.getUint16(4); table++) {
    if (new TextDecoder().decode(renamed.subarray(12 + table * 16, 16 + table * 16)) !== 'name') continue
    const start = view.getUint32(12 + table * 16 + 8)
    for (let index = 0; index < view.getUint16(start + 2); index++) {
      const record = start + 6 + index * 12
      if (view.getUint16(record) !== 3 || ![1, 16].includes(view.getUint16(record + 6))) continue
      view.setUint16(record + 8, family.length * 2)
      const at = start + view.getUint16(start + 4) + view.getUint16(record + 10)
      for (let letter = 0; letter < family.length; letter++) view.setUint16(at + letter * 2, family.charCodeAt(letter))
    }
  }
  return renamed
}

test('a folder without fonts is no hindrance', async () => {
  expect(read(await render(numbered('2021'), 'pdf', { fontsFolder: 'src/render' })).fonts).toHaveLength(3)
})

test('the same report gives the same bytes', async () => {
  expect(await render(numbered('2021'), 'pdf')).toEqual(await render(numbered('2021'), 'pdf'))
})

describe("the browser's typesetter", () => {
  let typesetter: Typesetter
  let wholeFontsLoaded = 0
  beforeAll(async () => {
    const bytes = (name: keyof typeof assets) => assetBytes(name, readFileSync(resolve(assets[name])))
    typesetter = await assemble(bytes('typst.wasm'), fontFiles.map(bytes), async () => {
      wholeFontsLoaded++
      return readFileSync(resolve(rareAssets['whole/NotoSerifSC-Regular.ttf']))
    })
  })

  test('sets the same pages as Node', async () => {
    const seen = read(typesetter.compile(typstSource(compose(numbered('2021')), typesetter.families)))
    const inNode = read(await render(numbered('2021'), 'pdf'))
    expect(seen).toEqual(inNode)
  })

  test('loads the whole font for a character that everyday fonts do not have, once', async () => {
    expect(await typesetter.cover('柳溪镇 2025 年，（一）“公开”')).toEqual([])
    expect(wholeFontsLoaded).toBe(0)
    const source = typstSource(compose(draw({ chapters: { 1: '㙟家村、𬒔山村发布信息3条。' } })), typesetter.families)
    expect(await typesetter.cover(source)).toEqual([])
    expect(await typesetter.cover(source)).toEqual([])
    expect(wholeFontsLoaded).toBe(1)
    expect(bare(read(typesetter.compile(source)).words)).toContain('㙟家村、𬒔山村发布信息3条。')
  })

  test('throws what Typst says', () => expect(() => typesetter.compile('#nonsense')).toThrow('typst: unknown variable: nonsense'))
})

test('every page says at its foot which version it is, where that is asked', async () => {
  const hash = 'a3f9'.repeat(16)
  const { pages } = read(await render(numbered('2021'), 'pdf', { mark: `第3版　${hash}` }))
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.map(({ words }) => bare(words).includes(`第3版${hash}`))).toEqual(pages.map(() => true))
  expect(pages.map(({ words }, at) => bare(words).includes(`—${at + 1}—`))).toEqual(pages.map(() => true))
})
