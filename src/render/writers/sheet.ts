import { openTypesetter } from '#typst'
import { candidates, type TypesetterOptions } from '../typst/face.ts'

/** A sheet to be signed on paper: what it is about, what is approved, and a line for each signature. */
export interface Sheet {
  readonly title: string
  /** Label and text, one under the other; an empty text leaves room to write. */
  readonly facts: readonly (readonly [label: string, text: string])[]
  /** A table under its heading; each row has as many cells as the head. Empty cells leave room to write. */
  readonly signatures: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** In small print at the foot. */
  readonly notes: readonly string[]
}

/** A tagged PDF of A4, in the faces of official paper where they are there. Throws an `Error` where the typesetter cannot be loaded. */
export async function writeSheet(sheet: Sheet, options: TypesetterOptions = {}): Promise<Uint8Array> {
  const typesetter = await openTypesetter(options)
  return typesetter.compile(sheetSource(sheet, typesetter.families))
}

/** As in pdf.ts, every word stands in a string, never in markup. */
function sheetSource({ title, facts, signatures, notes }: Sheet, families: ReadonlySet<string>): string {
  const stack = (use: keyof typeof candidates) =>
    `(${[...candidates[use].filter((name) => families.has(name)), 'Noto Serif SC'].map(quote).join(', ')})`
  const columns = signatures.head.map((_, index) => (index === 0 ? '15mm' : index === 2 ? '2fr' : '1fr')).join(', ')
  return `#set document(title: ${quote(title)}, date: none)
#set page(paper: "a4", margin: (x: 24mm, top: 26mm, bottom: 24mm), footer: context align(center, text(size: 9pt, str(counter(page).get().first()) + " / " + str(counter(page).final().first()))))
#set text(font: ${stack('text')}, size: 12pt, lang: "zh", region: "cn")
#set par(leading: 0.7em)
#let label(words) = text(font: ${stack('heading')}, weight: "bold", words)
#show title: set text(font: ${stack('title')}, size: 22pt, weight: "bold")
#align(center, block(below: 9mm, title()))
#table(columns: (32mm, 1fr), stroke: 0.6pt, inset: (x: 3mm, y: 2.6mm), align: left + horizon,
  ${facts.map(([name, text]) => `label(${quote(name)}), ${text === '' ? 'v(8mm)' : lines(text)}`).join(',\n  ')})
#v(4mm)
#table(columns: (${columns}), stroke: 0.6pt, inset: (x: 2mm, y: 2.6mm), align: center + horizon,
  table.header(${signatures.head.map((name) => `label(${quote(name)})`).join(', ')}),
  ${signatures.rows.map((row) => row.map((text) => (text === '' ? 'v(17mm)' : lines(text))).join(', ')).join(',\n  ')})
#set text(size: 9pt)
#v(4mm)
${notes.map((note) => `#par(${quote(note)})`).join('\n')}
`
}

/** A hash breaks anywhere, so that it stays in its cell. */
const lines = (text: string): string =>
  /^[0-9a-f]{64}$/.test(text)
    ? `text(size: 10pt, ${quote(text.replaceAll(/(.{32})(?=.)/g, '$1\n'))})`
    : `par(justify: false, ${quote(text)})`

const quote = (text: string): string =>
  `"${text
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')}"`
