/** What the PDF writer asks of the typesetter, in Node (`node.ts`) and in the browser (`browser.ts`) alike. */

/** How much of a file is loaded, in bytes; `total` is null where the server does not say. */
export interface Progress {
  readonly file: string
  readonly loaded: number
  readonly total: number | null
}

/**
 * `font-substituted`: the face `wanted` by the standard is not there, `used` stands in for it.
 * `character-missing`: no font has the character; an empty box is printed.
 */
export type Notice =
  | { readonly code: 'font-substituted'; readonly wanted: string; readonly used: string }
  | { readonly code: 'character-missing'; readonly character: string }

export interface TypesetterOptions {
  readonly fontsFolder?: string
  readonly assetsUrl?: string
  readonly onProgress?: (progress: Progress) => void
}

/** A compiler kept warm: opening one costs a hundred times what a document does. */
export interface Typesetter {
  /** Which of `candidates` it can set. */
  readonly families: ReadonlySet<string>
  /** Makes ready what setting these words needs; returns the characters among them that no font has. */
  readonly cover: (words: string) => Promise<readonly string[]>
  /** A tagged PDF with its fonts embedded. Throws an `Error` with Typst's own words where the source is wrong. */
  readonly compile: (source: string, files?: TypesetFiles) => Uint8Array
}

/** Pictures and PDF a source shows, by the name it gives them: a letter, then letters, figures and hyphens. In Node alone. */
export type TypesetFiles = ReadonlyMap<string, Uint8Array>

/** Families that may set each use of `faces`, the best first; the last one is always there. */
export const candidates = {
  title: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', 'FZXiaoBiaoSong-B05', '方正小标宋_GBK', 'Noto Serif SC'],
  heading: ['SimHei', '黑体', 'Noto Sans SC'],
  lead: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'Noto Serif SC'],
  text: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'Noto Serif SC'],
  table: ['SimSun', '宋体', 'Noto Serif SC'],
  pageNumber: ['SimSun', '宋体', 'Noto Serif SC'],
} as const

/** Typst sets nothing, without a word, in a font it cannot use: a PDF without a font program is a blank page. */
export function assertFontsEmbedded(pdf: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(pdf)
  if (!/\/FontFile[23]?\b/.test(text)) throw new Error('the typesetter embedded no font: its fonts are missing or damaged')
}

const unprinted = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u

/** The characters of a text that leave a mark on paper and are not in `known`. */
export const charactersBeyond = (text: string, known: { has: (character: number) => boolean }): string[] =>
  [...new Set(text)].filter((character) => !known.has(character.codePointAt(0)!) && !unprinted.test(character))
