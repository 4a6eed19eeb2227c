/** Figures in prose: `{{posts.sum}}` follows the records; a figure written out by hand is free, and marked. Pure. */

/** A figure bound to the records, or its place in the text. */
export interface Bound {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Whatever stands between two braces is meant as a name, written as it may be; so is a brace without its fellow. */
const token = /[{｛]{2}\s*([^{}｛｝\n]{0,80}?)\s*[}｝]{2}|[{｛]{2}|[}｝]{2}/g
/** A figure of that name, not what every object has. */
const figureNamed = (figures: Readonly<Record<string, number>>, name: string): number | undefined =>
  Object.hasOwn(figures, name) ? figures[name] : undefined

/** The bound figures of a text, in order. */
export function boundIn(text: string): Bound[] {
  return [...text.matchAll(token)].map((match) => ({ name: match[1] ?? match[0], start: match.index, end: match.index + match[0].length }))
}

/** Names that stand in a text and that no record knows. */
export const unknownIn = (text: string, figures: Readonly<Record<string, number>>): string[] => [
  ...new Set(boundIn(text).flatMap(({ name }) => (figureNamed(figures, name) === undefined ? [name] : []))),
]

/** The text with its figures put in; a name nobody knows stays as it is written, so that it is seen and refused. */
export function writeOut(text: string, figures: Readonly<Record<string, number>>): string {
  return text.replaceAll(token, (whole, name: string = '') => {
    const figure = figureNamed(figures, name)
    return figure === undefined ? whole : figureOf(figure)
  })
}

/** At most six decimals, no thousands separator, as the form prints figures. */
const figureOf = (figure: number): string => (Number.isInteger(figure) ? String(figure) : String(Math.round(figure * 1e6) / 1e6))

export interface FreeNumber {
  readonly text: string
  readonly start: number
  readonly end: number
}

const number = /\d[\d,]*(?:\.\d+)?/g
/** Days, years, articles, document numbers, telephone numbers, ordinals: figures that no record counts. */
const apart = [
  /\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/g,
  /\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?/g,
  /〔\d{4}〕\s*第?\d+\s*号/g,
  /第\s*\d+\s*(?:号|条|款|项|次|届|期|章|号令)/g,
  /(?:电话|传真|邮编|网址|地址)[:：]?[^。；\n]*/g,
  /https?:\/\/\S+/g,
  /\d{3,4}[-－]\d{7,8}/g,
  /[（(]\d+[）)]|^\s*\d+[.、．]/gm,
]

/** Figures a text states that are bound to nothing: each may be right today and wrong tomorrow. */
export function freeNumbersIn(text: string): FreeNumber[] {
  const taken = [
    ...boundIn(text),
    ...apart.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))),
  ]
  return [...text.matchAll(number)]
    .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !taken.some((span) => start < span.end && end > span.start))
}
