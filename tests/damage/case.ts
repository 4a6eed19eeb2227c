/** One damaged print: a report, what was done to it, how it was laid out; the file that comes of it, and the truth. */
import fc from 'fast-check'
import { type Damage, damages } from './damages.ts'
import { type Dice, dice } from './dice.ts'
import { htmlPage, htmlTable, wordFile } from './markup-layouts.ts'
import { layOut, type Paper, type Piece, paperOf } from './paper.ts'
import { pdfText } from './pdf-layout.ts'
import { type MadeReport, madeReport } from './report.ts'
import { type Grids, gridsOf, type Sheet, sheetOf } from './sheet.ts'
import { type TextLayout, textLayouts } from './text-layouts.ts'

export interface Case {
  readonly report: MadeReport
  readonly layout: string
  /** Names and throws of the damages, in the order done. */
  readonly damages: readonly { readonly name: string; readonly seed: number }[]
  /** Cut the text off at this share of its length, in thousandths; null leaves it whole. */
  readonly cut: number | null
  readonly seed: number
}

export interface Print {
  readonly name: string
  readonly bytes: Uint8Array
  /** The text where there is one, to show when a case fails. */
  readonly text: string
  readonly sheet: Sheet
}

const markup = ['8 HTML', 'Word'] as const
const texts: readonly TextLayout[] = [...textLayouts, pdfText(true), pdfText(false)]

export const layoutNames: readonly string[] = [...texts.map((layout) => layout.name), ...markup, '11 no tables']
export const textLayoutOf = (name: string): TextLayout | undefined => texts.find((layout) => layout.name === name)
const damageOf = new Map(damages.map((damage) => [damage.name, damage]))

/** A body's mistake comes first, then what is lost, then rows and columns; a row is copied after all that, words change last. */
const rank = (damage: Damage): number =>
  damage.name === 'a row printed twice' ? 3 : { mistake: 0, cell: 1, structure: 2, label: 4 }[damage.kind]

/** Damages that leave a layout's own ambiguity one a reader can see. Digits run together hide a lost one for good. */
function suits(damage: Damage, layout: string): boolean {
  // Cells that stand in columns of their own (markup, tabs of a scan) keep their places.
  if (damage.name.startsWith('numbers first')) return !(markup as readonly string[]).includes(layout) && !layout.startsWith('6')
  if (layout.startsWith('9')) return (damage.kind === 'label' || damage.kind === 'mistake') && !damage.name.startsWith('instructions')
  // Where columns are one space wide, so is a space in a number.
  if (layout.startsWith('7')) return damage.name !== 'spaces around numbers'
  return true
}

export interface CaseChoice {
  readonly layouts: readonly string[]
  readonly kinds: readonly Damage['kind'][]
  readonly most?: number
  readonly cut?: boolean
}

/** Draws cases of the layouts and kinds of damage asked for. */
export function damagedCase({ layouts, kinds, most = 3, cut = false }: CaseChoice): fc.Arbitrary<Case> {
  return fc.constantFrom(...layouts).chain((layout) => {
    const names = damages.filter((damage) => kinds.includes(damage.kind) && suits(damage, layout)).map((damage) => damage.name)
    const drawn = fc.record({
      report: madeReport,
      layout: fc.constant(layout),
      damages:
        most === 0 || names.length === 0
          ? fc.constant([])
          : fc.array(fc.record({ name: fc.constantFrom(...names), seed: fc.nat() }), { minLength: cut ? 0 : 1, maxLength: most }),
      cut: cut ? fc.integer({ min: 150, max: 999 }) : fc.constant(null),
      seed: fc.nat(),
    })
    return drawn.map((made): Case => Object.assign(made, { [fc.toStringMethod]: () => told(made) }))
  })
}

/** What a failing case says of itself: 200 noughts say nothing. */
function told({ report, layout, damages, cut, seed }: Case): string {
  const figures = Object.entries(report.figures).filter(([, figure]) => figure !== 0)
  return JSON.stringify({ layout, damages, cut, seed, edition: report.edition, joint: report.joint, figures: Object.fromEntries(figures) })
}

/** Prints a case. The same case gives the same bytes, but for the Word file's dates. */
export async function print(made: Case): Promise<Print> {
  const sheet = sheetOf(made.report)
  const chosen = made.damages.map(({ name, seed }) => ({ damage: damageOf.get(name)!, seed }))
  chosen.sort((a, b) => rank(a.damage) - rank(b.damage))
  for (const { damage, seed } of chosen) damage.apply(sheet, dice(seed))

  const throws = dice(made.seed)
  const grids = gridsOf(sheet)
  if (made.layout === 'Word') return { ...(await word(sheet, grids, throws)), sheet }
  if (made.layout === '8 HTML') {
    const pieces = htmlPage(layOut(sheet, grids, htmlTable(throws), throws), made.report.title, throws)
    return file(paperOf(pieces), made.cut, sheet, 'report.html')
  }
  const layout = textLayoutOf(made.layout)
  if (!layout) {
    for (const truth of Object.values(sheet.truth)) Object.assign(truth, { value: null, must: 'list' })
    return file(paperOf(layOut(sheet, grids, null, throws)), made.cut, sheet, 'report.txt')
  }
  const pieces = layOut(sheet, grids, layout.printer(throws), throws)
  return file(layout.name.startsWith('10') ? withoutRepeats(pieces, sheet) : paperOf(pieces), made.cut, sheet, 'report.txt')
}

async function word(sheet: Sheet, grids: Grids, throws: Dice): Promise<Omit<Print, 'sheet'>> {
  const names = ['proactive', 'requests', 'challenges'] as const
  const asked: Piece[] = layOut(sheet, grids, (table) => [{ text: `\u0000${table}\n`, figure: null }], throws)
  const lines = asked
    .map((piece) => piece.text)
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('\u0000') ? names.find((name) => line === `\u0000${name}`)! : line))
  return { name: 'report.docx', bytes: await wordFile(sheet, grids, lines, throws), text: '' }
}

const utf8 = new TextEncoder()

/** The file as published, cut off where the case says so; what is gone with the rest is no longer true. */
function file(paper: Paper, cut: number | null, sheet: Sheet, name: string): Print {
  const end = cut === null ? paper.text.length : Math.floor((paper.text.length * cut) / 1000)
  for (const { figure, to } of paper.spans) if (figure.key !== null && to > end) sheet.truth[figure.key] = { value: null, must: 'list' }
  const text = paper.text.slice(0, end)
  return { name, bytes: utf8.encode(text), text, sheet }
}

/** Layout 10: a line that stood before is gone, and its numbers with it. */
function withoutRepeats(pieces: readonly Piece[], sheet: Sheet): Paper {
  const { text, spans } = paperOf(pieces)
  const seen = new Set<string>()
  const kept: string[] = []
  let at = 0
  let next = 0
  for (const line of text.split('\n')) {
    const end = at + line.length
    const again = line !== '' && seen.has(line)
    for (; next < spans.length && spans[next]!.to <= end; next++) {
      const { key } = spans[next]!.figure
      if (again && key !== null) sheet.truth[key] = { value: null, must: 'list' }
    }
    if (!again) kept.push(line)
    seen.add(line)
    at = end + 1
  }
  return { text: kept.join('\n'), spans: [] }
}
