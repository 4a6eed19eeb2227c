/** A draft and the year it counts, made into one report: what is checked, filed, printed and published. Pure. */
import { type CellKey, type Chapter, cellKeys, formOf, type Line, noPrint, type Report } from '#report'
import type { CountedYear, Declared, Draft } from './model.ts'
import { writeOut } from './prose.ts'

/** The figures a report states: the counted ones, but for those declared with their reason. */
export function figuresOf(
  counted: Pick<CountedYear, 'cells'>,
  declared: Readonly<Record<CellKey, Declared>>,
): Readonly<Record<CellKey, number | null>> {
  return Object.fromEntries(cellKeys('2021').map((key) => [key, declared[key]?.value ?? counted.cells[key] ?? null]))
}

/** Everything prose may name, with the declared figures in place of the counted ones. */
export function proseFigures(counted: CountedYear, declared: Readonly<Record<CellKey, Declared>>): Readonly<Record<string, number>> {
  return { ...counted.figures, ...Object.fromEntries(Object.entries(declared).map(([key, { value }]) => [key, value])) }
}

/** The name as the form has it: `云溪县水务局2025年政府信息公开工作年度报告`. */
export const titleOf = (body: string, year: number): string => `${body}${year}年政府信息公开工作年度报告`

/**
 * The report a draft makes today. Lines of prose are numbered through the report, so that a finding can be led back to its chapter.
 * `signedOn` stands under it where it is given.
 */
export function reportOf(
  counted: CountedYear,
  draft: Pick<Draft, 'chapters' | 'declared'>,
  { signedOn }: { readonly signedOn?: string } = {},
): Report {
  const figures = proseFigures(counted, draft.declared)
  const form = formOf('2021')
  let line = 1
  const headings: (Line & { number: number })[] = []
  const chapters = [0, 1, 2, 3, 4, 5, 6].flatMap((number): Chapter[] => {
    const text = writeOut(draft.chapters[number] ?? '', figures).trim()
    if (number === 0 && text === '') return []
    const title = number === 0 ? '' : form.chapters[number - 1]!
    const at = number === 0 ? null : { line: ++line }
    if (at) headings.push({ number, text: title, at })
    const lines = text === '' ? [] : text.split('\n').map((each) => ({ text: each, at: { line: ++line } }))
    return [{ number, title, text, lines, at }]
  })
  const title = titleOf(counted.body.name, counted.year)
  return {
    title,
    body: counted.body.name,
    year: counted.year,
    edition: '2021',
    figures: figuresOf(counted, draft.declared),
    cells: {},
    chapters,
    printed: {
      ...noPrint,
      titles: [{ text: title, at: { line: 1 } }],
      headings,
      signature: signedOn === undefined ? null : { name: counted.body.name, date: signedOn, at: { line: ++line } },
    },
  }
}
