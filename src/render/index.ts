/** From a report to bytes: compose one neutral document, then one writer a format. Runs in the browser too. */
import type { Finding, Language, Report } from '#report'
import { compose } from './compose.ts'
import type { LetterDocument } from './letter.ts'
import type { Notice, Progress } from './typst/face.ts'
import type { Bundle } from './writers/bundle.ts'
import type { Matrix } from './writers/matrix.ts'
import type { Sheet } from './writers/sheet.ts'

export { compose, figureText } from './compose.ts'
export type { Block as PaperBlock, Cell as PaperCell, Document as Paper, Table as PaperTable } from './document.ts'
export type { LetterDocument, LetterFormRow } from './letter.ts'
export { assetBytes, assets, rareAssets } from './typst/assets.ts'
export type { Notice, Progress } from './typst/face.ts'
export type { Bundle, BundleBlock, BundlePaper } from './writers/bundle.ts'
export type { Matrix } from './writers/matrix.ts'
export type { Sheet } from './writers/sheet.ts'

export type Format = 'docx' | 'pdf' | 'xlsx' | 'html' | 'fragment' | 'json' | 'md'

export const formats: readonly Format[] = ['docx', 'pdf', 'xlsx', 'html', 'fragment', 'json', 'md']

/** Media type of each format, for downloads. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  fragment: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}

export interface Options {
  /** Language of the findings' sentences; the form itself is Chinese. */
  readonly language?: Language
  /** Written into XLSX (sheet 核对) and JSON. */
  readonly findings?: readonly Finding[]
  /** PDF in Node: a folder with the operator's own fonts (仿宋_GB2312, 方正小标宋 …), preferred where present. */
  readonly fontsFolder?: string
  /** PDF in the browser: the address below which the files named by `assets` are served; `/assets/` unless told. */
  readonly assetsUrl?: string
  /** PDF in the browser: how much of the typesetter and its fonts is loaded. */
  readonly onProgress?: (progress: Progress) => void
  /** PDF: what stands small at the foot of every page, such as which version of a report it is. */
  readonly mark?: string
  /** PDF: what the file does not have as the standard asks, such as a face that another stands in for. */
  readonly onNotice?: (notice: Notice) => void
}

/**
 * Writes a report in a format: the official form of its edition (2021 where none is known), a null figure as an empty cell.
 * The same report gives the same bytes. Throws only for `pdf`: an `Error` with the typesetter's words, or with the address of
 * a file that could not be loaded.
 */
export async function render(report: Report, format: Format, options: Options = {}): Promise<Uint8Array> {
  const { language = 'zh-CN', findings = [] } = options
  switch (format) {
    case 'json':
      return (await import('./writers/json.ts')).writeJson(report, findings, language)
    case 'xlsx':
      return (await import('./writers/xlsx.ts')).writeXlsx(report, compose(report), findings, language)
    case 'docx':
      return (await import('./writers/docx.ts')).writeDocx(compose(report))
    case 'pdf':
      return (await import('./writers/pdf.ts')).writePdf(compose(report), options)
    case 'html':
      return (await import('./writers/html.ts')).writeHtml(compose(report))
    case 'fragment':
      return (await import('./writers/html.ts')).writeFragment(compose(report))
    case 'md':
      return (await import('./writers/markdown.ts')).writeMarkdown(compose(report))
  }
}

/** A sheet to be signed on paper, as PDF. `fontsFolder` holds the operator's own fonts. Throws an `Error` where the typesetter cannot be loaded. */
export async function renderSheet(sheet: Sheet, options: Pick<Options, 'fontsFolder'> = {}): Promise<Uint8Array> {
  return (await import('./writers/sheet.ts')).writeSheet(sheet, options)
}

/** A wide table as an Excel workbook: 汇总表, a body a row. */
export async function renderMatrix(matrix: Matrix): Promise<Uint8Array> {
  return (await import('./writers/matrix.ts')).writeMatrix(matrix)
}

/** Many papers in one PDF, with a cover and an index. In Node alone. Throws an `Error` as `writeBundle` does. */
export async function renderBundle(bundle: Bundle, options: Pick<Options, 'fontsFolder'> = {}): Promise<Uint8Array> {
  return (await import('./writers/bundle.ts')).writeBundle(bundle, options)
}

/**
 * A letter of a case, laid out as GB/T 9704 asks. A letter without a date is a draft, and says so on every page. The same letter gives the
 * same bytes. Throws only for `pdf`, as `render` does.
 */
export async function renderLetter(
  letter: LetterDocument,
  format: 'docx' | 'pdf',
  options: Pick<Options, 'fontsFolder' | 'onNotice'> = {},
): Promise<Uint8Array> {
  if (format === 'docx') return (await import('./writers/letter-docx.ts')).writeLetterDocx(letter)
  return (await import('./writers/letter-pdf.ts')).writeLetterPdf(letter, options)
}
