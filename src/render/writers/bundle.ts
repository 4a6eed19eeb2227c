import { openTypesetter } from '#typst'
import { candidates, type TypesetterOptions } from '../typst/face.ts'

/** Many papers in one PDF: a cover, an index with page numbers, the papers. */
export interface Bundle {
  readonly title: string
  readonly subtitle: string
  /** Label and text, on the cover. */
  readonly facts: readonly (readonly [label: string, text: string])[]
  /** Name of the index, and the heads of its four columns: number, title, date and note, page. */
  readonly index: { readonly title: string; readonly head: readonly [string, string, string, string] }
  readonly papers: readonly BundlePaper[]
  /** At the foot of each page, before its number. */
  readonly foot: string
}

export interface BundlePaper {
  readonly title: string
  /** Date, number or what else tells it from others; stands in the index. */
  readonly note: string
  readonly body: readonly BundleBlock[]
}

export type BundleBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, text: string])[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  /** A page of a paper as it is: a picture, or a page of a PDF of our own making, whose words stay words. */
  | {
      readonly kind: 'page'
      readonly format: 'png' | 'jpg' | 'pdf'
      readonly bytes: Uint8Array
      readonly page?: number
      readonly alt: string
    }

/**
 * A tagged PDF of A4. Typst embeds PDF pages only where they are sound: give those of our own writers, and pictures of all others. Throws an
 * `Error` where the typesetter cannot be loaded or cannot read a picture.
 */
export async function writeBundle(bundle: Bundle, options: TypesetterOptions = {}): Promise<Uint8Array> {
  const typesetter = await openTypesetter(options)
  const files = new Map<string, Uint8Array>()
  return typesetter.compile(bundleSource(bundle, typesetter.families, files), files)
}

/** As in pdf.ts, every word stands in a string, never in markup. Puts what the source shows into `files`. */
function bundleSource(bundle: Bundle, families: ReadonlySet<string>, files: Map<string, Uint8Array>): string {
  const stack = (use: keyof typeof candidates) =>
    `(${[...candidates[use].filter((name) => families.has(name)), 'Noto Serif SC'].map(quote).join(', ')})`
  const { title, subtitle, facts, index, papers, foot } = bundle
  const [number, name, note, page] = index.head.map(quote)
  return `#set document(title: ${quote(title)}, date: none)
#set page(paper: "a4", margin: (x: 24mm, top: 24mm, bottom: 22mm), footer: context align(center, text(size: 9pt, ${quote(foot)} + "　" + str(counter(page).get().first()) + " / " + str(counter(page).final().first()))))
#set text(font: ${stack('text')}, size: 11pt, lang: "zh", region: "cn")
#set par(leading: 0.75em, justify: false)
#show title: set text(font: ${stack('title')}, size: 24pt, weight: "bold")
#show heading: set text(font: ${stack('heading')}, size: 13pt, weight: "bold")
#show heading: set block(below: 5mm)
#show table: set text(size: 10pt)
#let label(words) = text(font: ${stack('heading')}, weight: "bold", words)
#let lines(words) = par(words)
#let whole(path, alt, ..more) = block(width: 100%, height: 100%, align(center + horizon, image(path, alt: alt, width: 100%, height: 100%, fit: "contain", ..more)))
#let facts(..rows) = table(columns: (34mm, 1fr), stroke: 0.5pt, inset: (x: 3mm, y: 2.4mm), align: left + horizon, ..rows)
#v(36mm)
#align(center, title())
#align(center, text(size: 14pt, ${quote(subtitle)}))
#v(14mm)
${factsOf(facts)}
#pagebreak()
#heading(level: 1, ${quote(index.title)})
#table(columns: (14mm, 1fr, 46mm, 16mm), stroke: 0.5pt, inset: (x: 2mm, y: 2.2mm), align: (center + horizon, left + horizon, left + horizon, center + horizon),
  table.header(label(${number}), label(${name}), label(${note}), label(${page})),
  ${papers
    .map(
      (paper, at) =>
        `${quote(String(at + 1))}, lines(${quote(paper.title)}), lines(${quote(paper.note)}), context str(counter(page).at(<paper-${at + 1}>).first())`,
    )
    .join(',\n  ')})
${papers.map((paper, at) => paperOf(paper, at + 1, files)).join('\n')}
`
}

function paperOf({ title, body }: BundlePaper, number: number, files: Map<string, Uint8Array>): string {
  const head = `#pagebreak()\n#heading(level: 1, ${quote(`${number}　${title}`)}) <paper-${number}>`
  return [head, ...body.map((block, at) => blockOf(block, `p${number}-${at}`, files))].join('\n')
}

function blockOf(block: BundleBlock, name: string, files: Map<string, Uint8Array>): string {
  switch (block.kind) {
    case 'text':
      return block.text
        .split('\n')
        .map((line) => `#lines(${quote(line)})`)
        .join('\n')
    case 'facts':
      return factsOf(block.rows)
    case 'table': {
      const sum = block.widths.reduce((all, one) => all + one, 0)
      const widths = block.widths.map((one) => `${((one / sum) * 100).toFixed(2)}%`).join(', ')
      const row = (cells: readonly string[]) => cells.map((cell) => `lines(${quote(cell)})`).join(', ')
      return `#table(columns: (${widths}), stroke: 0.5pt, inset: (x: 2mm, y: 2mm), align: left + top,
  table.header(${block.head.map((cell) => `label(${quote(cell)})`).join(', ')}),
  ${block.rows.map(row).join(',\n  ')})`
    }
    case 'page': {
      const path = `${name}.${block.format}`
      files.set(path, block.bytes)
      // Each paper of pages begins on a page of its own, which its head shares with none of them.
      return `#pagebreak()\n#whole(${quote(path)}, ${quote(block.alt)}${block.format === 'pdf' ? `, page: ${block.page ?? 1}` : ''})`
    }
  }
}

const factsOf = (rows: readonly (readonly [string, string])[]): string =>
  rows.length === 0 ? '' : `#facts(${rows.map(([label, text]) => `label(${quote(label)}), lines(${quote(text)})`).join(', ')})`

/** A hash, or a long run of letters, may break anywhere. */
const breakable = (text: string): string => text.replaceAll(/[0-9A-Za-z_-]{24,}/g, (run) => [...run].join('\u200b'))

const quote = (text: string): string =>
  `"${breakable(text)
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')}"`
