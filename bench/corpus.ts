/** Reports of made-up bodies in the shapes and sizes in which real ones are published; the same seed draws the same ones. */
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { damagedCase, print } from '../tests/damage/case.ts'
import { withProse } from './prose.ts'

export const seed = 20_240_115

/** Layouts that stand a cell or a word on a line of its own, as texts taken from web pages do: about 700 lines. */
const longTexts = ['5 one cell a line, blank lines between', '4 lone pipe after each cell']

/** `count` different reports as text, HTML or Word. */
export async function corpus(kind: 'text' | 'html' | 'docx', count: number): Promise<Uint8Array[]> {
  const layouts = { text: longTexts, html: ['8 HTML'], docx: ['Word'] }[kind]
  const drawn = fc.sample(damagedCase({ layouts, kinds: [], most: 0 }), { numRuns: count, seed })
  const files: Uint8Array[] = []
  for (const [at, made] of drawn.entries()) files.push((await print({ ...made, report: withProse(made.report, seed + at) })).bytes)
  return files
}

const utf8 = new TextDecoder()

/** The page as a site's editor leaves it after a paste from Word: a style on every element, the site's own frame around. */
export function asPasted(page: Uint8Array): Uint8Array {
  const links = Array.from(
    { length: 120 },
    (_, at) => `<li class="item"><a href="/col/col${at}/index.html" target="_blank">栏目${at}</a></li>`,
  )
  const text = utf8
    .decode(page)
    .replaceAll('<td', '<td valign="center" style="width:48.2pt;padding:0pt 5.4pt;border:1pt solid windowtext;background:rgb(255,255,255)"')
    .replaceAll('<tr>', '<tr style="height:25.5pt;page-break-inside:avoid">')
    .replaceAll(
      '<p>',
      '<p class="MsoNormal" style="text-indent:32pt;line-height:28pt"><span style="font-family:仿宋_GB2312;font-size:16pt;mso-font-kerning:0">',
    )
    .replaceAll('</p>', '</span></p>')
    .replace('<body>', `<body><ul class="menu">${links.join('\n')}</ul>`)
  return strToU8(text)
}

/** The file as Word itself writes it: identities of editing sessions, fonts and sizes on every run, borders on every cell. */
export function asTyped(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file)
  const fonts = '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="宋体" w:eastAsia="仿宋_GB2312" w:cs="宋体"/>'
  const run = `<w:rPr>${fonts}<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>`
  const paragraph = '<w:pPr><w:widowControl/><w:spacing w:line="560" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>'
  const sides = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="single" w:color="auto" w:sz="4" w:space="0"/>`)
  const text = strFromU8(parts['word/document.xml']!)
    .replaceAll('<w:r>', `<w:r w:rsidR="00A42C17" w:rsidRPr="00D35B10">${run}`)
    .replaceAll('<w:p>', `<w:p w:rsidR="00A42C17" w:rsidRDefault="00E01F66">${paragraph}`)
    .replaceAll('</w:tcPr>', `<w:tcBorders>${sides.join('')}</w:tcBorders><w:vAlign w:val="center"/></w:tcPr>`)
  return zipSync({ ...parts, 'word/document.xml': strToU8(text) })
}

export const sizeOf = (files: readonly Uint8Array[]): string => {
  const bytes = files.reduce((sum, file) => sum + file.length, 0)
  return `${files.length.toLocaleString('en')} files, ${(bytes / 2 ** 20).toFixed(1)} MB, ${(bytes / files.length / 1024).toFixed(0)} KB each`
}
