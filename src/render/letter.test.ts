import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import { type LetterDocument, type Notice, renderLetter } from './index.ts'
import { letterTitleLines, sealInsets } from './letter.ts'

const decision: LetterDocument = {
  body: '青石县水务局',
  title: '青石县水务局政府信息部分公开告知书',
  number: '青水公开〔2026〕12号',
  salutation: '王小田：',
  paragraphs: [
    '本机关于2026年3月2日收到你提出的政府信息公开申请，编号2026-0031。',
    '你申请公开的内容是：\n（一）白石水库除险加固批复；\n（二）施工合同。',
    '根据《中华人民共和国政府信息公开条例》第十五条、第三十七条，本机关作区分处理。',
  ],
  attachments: ['白石水库除险加固批复', '施工合同（经区分处理）'],
  date: '2026-03-27',
}
const slip: LetterDocument = {
  ...decision,
  title: '青石县水务局送达回证',
  number: null,
  salutation: '',
  attachments: [],
  paragraphs: ['邮寄的，邮政凭证附后。'],
  form: [
    { label: '受送达人', text: '王小田' },
    { label: '送达文书', text: '政府信息部分公开告知书\n青水公开〔2026〕12号' },
    { label: '收件人', text: '', room: 2, foot: '签名：　　　年　月　日' },
  ],
}

let pdfium: WrappedPdfiumModule
beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  pdfium = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer })
  pdfium.PDFiumExt_Init()
})

describe('as PDF', () => {
  test('A4; title, number, whom, words, enclosures, who signs and when, in this order, and nothing of a draft', async () => {
    const pages = readPdf(await renderLetter(decision, 'pdf'))
    for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
    const words = squeezed(pages.map((page) => page.words).join(''))
    inOrder(words, [
      '部分公开告知书',
      '青水公开〔2026〕12号',
      '王小田：',
      '编号2026-0031',
      '（一）白石水库',
      '（二）施工合同',
      '第三十七条',
      '附件：1.',
      '2.施工合同（经区分处理）',
      '青石县水务局2026年3月27日',
    ])
    expect(words).not.toContain('草稿')
  })

  test('a draft says so on every page, and leaves room for its date', async () => {
    const long = { ...decision, number: null, date: null, paragraphs: Array.from({ length: 40 }, () => decision.paragraphs[2]!) }
    const pages = readPdf(await renderLetter(long, 'pdf'))
    expect(pages.length).toBeGreaterThan(2)
    for (const { words } of pages) expect(squeezed(words)).toContain('草稿，未签发')
    expect(squeezed(pages.at(-1)!.words)).toMatch(/青石县水务局年月日/)
    // The seal's page carries text of the letter.
    expect(squeezed(pages.at(-1)!.words)).toContain('作区分处理')
  })

  test('one enclosure has no number; a form is a table that is signed inside', async () => {
    const one = squeezed(readPdf(await renderLetter({ ...decision, attachments: ['批复'] }, 'pdf'))[0]!.words)
    expect(one).toContain('附件：批复')
    const form = squeezed(readPdf(await renderLetter(slip, 'pdf'))[0]!.words)
    inOrder(form, ['送达回证', '受送达人', '王小田', '青水公开〔2026〕12号', '签名：年月日', '邮政凭证附后'])
    expect(form).not.toContain('2026年3月27日')
  })

  test('words are words, whatever they look like, and what no format carries goes', async () => {
    const text = '“#let x = 1”\\ *星* [括] $1$ "引" \u0007完'
    const words = squeezed(readPdf(await renderLetter({ ...decision, paragraphs: [text] }, 'pdf'))[0]!.words)
    expect(words).toContain('“#letx=1”\\*星*[括]$1$"引"完')
  })

  test('the same letter gives the same bytes, and stand-ins for official faces are told', async () => {
    const notices: Notice[] = []
    const twice = [await renderLetter(decision, 'pdf', { onNotice: (one) => notices.push(one) }), await renderLetter(decision, 'pdf')]
    expect(Buffer.compare(twice[0]!, twice[1]!)).toBe(0)
    expect(notices).toContainEqual({ code: 'font-substituted', wanted: '仿宋_GB2312', used: 'Noto Serif SC' })
  })
})

describe('as Word file', () => {
  test('A4 with the margins of the standard, official faces, and the words in order', async () => {
    const bytes = await renderLetter(decision, 'docx')
    const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']!)
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    inOrder(squeezed(value), [
      '部分公开告知书',
      '青水公开〔2026〕12号',
      '王小田：',
      '（二）施工合同',
      '附件：1.',
      '2.施工合同',
      '青石县水务局2026年3月27日',
    ])
    const styles = new TextDecoder().decode(unzipSync(bytes)['word/styles.xml']!)
    for (const face of ['仿宋_GB2312', '方正小标宋简体']) expect(styles).toContain(face)
    expect(Buffer.compare(bytes, await renderLetter(decision, 'docx'))).toBe(0)
  })

  test('a draft says so in its header; a dated letter has none', async () => {
    const headers = async (letter: LetterDocument) =>
      Object.entries(unzipSync(await renderLetter(letter, 'docx')))
        .filter(([name]) => /word\/header\d/.test(name))
        .map(([, part]) => new TextDecoder().decode(part))
    expect((await headers({ ...decision, date: null })).join('')).toContain('草稿，未签发')
    expect((await headers(decision)).join('')).not.toContain('草稿')
  })

  test('a form is one table, a row for each label', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await renderLetter(slip, 'docx')) })
    expect(value.match(/<table>/g)).toHaveLength(1)
    expect(value.match(/<tr>/g)).toHaveLength(3)
    inOrder(squeezed(value), ['受送达人', '王小田', '收件人', '签名：', '邮政凭证附后'])
  })
})

test('the seal’s place: the date four characters in, the name centred on it; a name too long reaches the edge', () => {
  expect(sealInsets('青石县水务局', '2026年3月27日')).toEqual({ name: 4.25, date: 4 })
  const long = sealInsets('某某省某某市某某区住房和城乡建设管理委员会办公室', '2026年3月27日')
  expect(long.name).toBe(0)
  expect(long.date).toBeGreaterThan(4)
})

test.each([
  ['县水务局', '县水务局送达回证', ['县水务局送达回证']],
  [
    '青石县住房和城乡建设局',
    '青石县住房和城乡建设局政府信息公开申请延期答复告知书',
    ['青石县住房和城乡建设局', '政府信息公开申请延期答复告知书'],
  ],
  ['青石县住房和城乡建设局', '青石县住房和城乡建设局无现成政府信息告知书', ['青石县住房和城乡建设局', '无现成政府信息告知书']],
])('%s: the title breaks after the name, never within a word', (body, title, lines) =>
  expect(letterTitleLines({ body, title })).toEqual(lines),
)

const squeezed = (text: string): string => text.replace(/\s/g, '')

function inOrder(text: string, pieces: readonly string[]): void {
  let at = -1
  for (const piece of pieces) {
    const next = text.indexOf(piece, at + 1)
    expect(next, `${piece} after ${at}`).toBeGreaterThan(at)
    at = next
  }
}

/** What an independent reader sees. */
function readPdf(pdf: Uint8Array): { words: string; width: number; height: number }[] {
  const { malloc, free } = pdfium.pdfium.wasmExports
  const heap = () => (pdfium.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8
  const memory = malloc(pdf.length)
  heap().set(pdf, memory)
  const document = pdfium.FPDF_LoadMemDocument(memory, pdf.length, '')
  const pages = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => {
    const page = pdfium.FPDF_LoadPage(document, index)
    const text = pdfium.FPDFText_LoadPage(page)
    const count = pdfium.FPDFText_CountChars(text)
    const buffer = malloc(count * 2 + 2)
    const length = (pdfium.FPDFText_GetText(text, 0, count, buffer) - 1) * 2
    const words = new TextDecoder('utf-16le').decode(heap().slice(buffer, buffer + length))
    free(buffer)
    const size = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) }
    pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return { words, ...size }
  })
  pdfium.FPDF_CloseDocument(document)
  free(memory)
  return pages
}
