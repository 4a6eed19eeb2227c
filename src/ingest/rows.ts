import type { Place } from '#report'
import type { Grid, Table } from './grid.ts'
import { isLookalike, isNil, numeralOf } from './numerals.ts'

/**
 * What a token of a table can be. `pad` is a bare separator: an empty cell, or what is left of a merged one.
 */
export type TokenKind = 'number' | 'nil' | 'odd' | 'blank' | 'pad' | 'label'

/** A piece of a row: a cell, or what stands for one in plain text. */
export interface Token {
  readonly text: string
  readonly kind: TokenKind
  readonly at: Place
  /** Column of the grid, from 0; in plain text the count of separators before it. */
  readonly column: number
}

/** A physical row: a row of a table, or a line of text. */
export interface Row {
  /** The whole text, for prose and headings. */
  readonly text: string
  readonly at: Place
  readonly tokens: readonly Token[]
  /** Which table it is a row of; -1 for a line of text. */
  readonly table: number
  /** How its cells are told apart. `spaces`: by guess. */
  readonly by: 'cells' | 'pipes' | 'tabs' | 'spaces' | 'line'
}

const kindOf = (text: string): TokenKind => (numeralOf(text) ? 'number' : isNil(text) ? 'nil' : isLookalike(text) ? 'odd' : 'label')

/** All rows of a grid in the order of the source. Lines of text are split where they may be rows of a table. */
export function rowsOf(grid: Grid): Row[] {
  const rows: Row[] = []
  let table = 0
  for (const block of grid.blocks) {
    if (block.kind === 'line') rows.push(rowOfLine(block.text, block.at))
    else for (const row of rowsOfTable(block, table++)) rows.push(row)
  }
  // Where tables stand a row a line, a number alone on its line is the page's, not a cell's.
  const rowALine =
    rows.filter((row) => row.by === 'spaces' && row.tokens.filter((token) => token.kind === 'number').length >= 5).length >= 5
  if (rowALine)
    for (const [index, row] of rows.entries()) if (isPageNumber(row, rows[index - 1], rows[index + 1])) rows[index] = { ...row, tokens: [] }
  return rows.map((row, index) => (beginsLabel(row, rows[index + 1]) ? { ...row, tokens: [{ ...row.tokens[0]!, kind: 'label' }] } : row))
}

/** A number alone on its line with an empty line beside it. One that follows a row at once may be the rest of its last number. */
export const isPageNumber = (row: Row, above: Row | undefined, below: Row | undefined): boolean =>
  row.by === 'line' &&
  row.tokens.length === 1 &&
  row.tokens[0]!.kind === 'number' &&
  (!above || !below || above.text.trim() === '' || below.text.trim() === '')

/** 无 on a line of its own is the beginning of 无法提供 where the rest follows, not a nil mark. */
function beginsLabel(row: Row, next: Row | undefined): boolean {
  if (next === undefined || row.tokens.length !== 1) return false
  return row.tokens[0]!.kind === 'nil' && row.text.endsWith('无') && next.text.trimStart().startsWith('法')
}

function rowsOfTable(table: Table, number: number): Row[] {
  return table.rows.map((cells, index) => ({
    text: cells.length === 1 ? cells[0]!.text : cells.map((cell) => cell.text).join('\t'),
    at: cells[0]?.at ?? { ...table.at, row: index + 1 },
    table: number,
    by: 'cells',
    tokens: cells.map((cell) => {
      const text = cell.text.trim()
      return { text, kind: text === '' ? 'blank' : kindOf(text), at: cell.at, column: cell.column }
    }),
  }))
}

const pageNumber = /^\s*(?:[-—–－]{1,2}\s*\d{1,3}\s*[-—–－]{1,2}|第?\s*\d{1,3}\s*页?\s*[/／共]\s*\d{1,3}\s*页?|第\s*\d{1,3}\s*页.{0,8})\s*$/
/** The line under a Markdown table's head: `---|---|`. */
const ruleCharacters = /^[\s|:-]+$/
const isMarkdownRule = (text: string): boolean => text.includes('---') && text.includes('|') && ruleCharacters.test(text)
const onlyPipes = /^[\s|]*\|[\s|]*$/
const oneFigure = String.raw`(?:[+\-＋－]?[\d０-９][\d０-９,，.．]*(?:万元|[条件项个次份元])?|[/／\\\\]|[—－–-]{1,3}|无|[OoＯ〇])`
const numberAtEnd = new RegExp(String.raw`(?:^|[\s\u3000]+)(${oneFigure}(?:[\s\u3000]+${oneFigure})*)[\s\u3000]*$`)
/** A row's own number behind a piece of the merged cell at its left: `（四）无 1.本机关…`. */
const ownNumber = /[ \u3000](?=\d{1,2}[.．、]\S|[(（][一二三四五六七][)）]\S)/
const pieces = /[ \u3000]+(?=\d{1,2}[.．、]\S|[(（][一二三四五六七][)）]\S)|[ \u3000]{2,}/

/** The labels in front of a row's figures. */
function labelsIn(text: string, at: Place): Token[] {
  const tokens: Token[] = []
  let offset = 0
  for (const piece of text.split(pieces)) {
    const label = piece.trim()
    if (label === '') continue
    offset = text.indexOf(label, offset)
    tokens.push({ text: label, kind: 'label', at: shift(at, offset), column: tokens.length })
    offset += label.length
  }
  return tokens
}

/** Words with single spaces between them; two spaces part columns. */
const words = /[^ \u3000]+(?:[ \u3000][^ \u3000]+)*/g
const wide = /[ \u3000]{2,}/

/** A line of text as a row: cells by pipes, by tabs, or by spaces. */
export function rowOfLine(text: string, at: Place): Row {
  if (text.length <= 3) {
    const bare = text.trim()
    if (bare !== '' && !text.includes('|') && !text.includes('\t'))
      return { text, at, table: -1, by: 'line', tokens: [token(bare, text.indexOf(bare), 0, at)] }
  }
  if (isMarkdownRule(text)) return { text, at, table: -1, by: 'line', tokens: [] }
  if (text.includes('|')) return { text, at, table: -1, by: 'pipes', tokens: splitBy(text, '|', at) }
  if (text.includes('\t')) {
    // One cell a line, each led by a tab: a tab alone is an empty cell.
    if (text.lastIndexOf('\t') > 0) return { text, at, table: -1, by: 'tabs', tokens: splitBy(text, '\t', at) }
    if (text.startsWith('\t')) {
      const words = text.trim()
      return {
        text,
        at,
        table: -1,
        by: 'line',
        tokens: [words === '' ? { text: '', kind: 'blank', at, column: 0 } : token(words, text.indexOf(words), 0, at)],
      }
    }
    return { text, at, table: -1, by: 'tabs', tokens: splitBy(text, '\t', at) }
  }
  const bare = text.trim()
  if (bare === '') return { text, at, table: -1, by: 'line', tokens: [] }
  if (text.length <= 60 && pageNumber.test(text)) return { text, at, table: -1, by: 'line', tokens: [] }
  if (text.length > 160)
    return { text, at, table: -1, by: 'line', tokens: [{ text: bare, kind: 'label', at: shift(at, text.indexOf(bare)), column: 0 }] }
  return splitBySpaces(text, at)
}

const shift = (at: Place, by: number): Place => (by === 0 ? at : { ...at, column: (at.column ?? 1) + by })
const token = (text: string, offset: number, column: number, at: Place): Token => ({
  text,
  kind: kindOf(text),
  at: shift(at, offset),
  column,
})

function splitBy(text: string, separator: string, at: Place): Token[] {
  if (separator === '|' && onlyPipes.test(text)) {
    const count = text.split('|').length - 1
    return Array.from({ length: count }, (_, column) => ({ text: '', kind: 'pad', at, column }))
  }
  const tokens: Token[] = []
  const pieces = text.split(separator)
  let offset = 0
  for (let column = 0; column < pieces.length; column++) {
    const piece = pieces[column]!
    const bare = piece.trim()
    const outside =
      bare === '' &&
      ((column === 0 && separator === '|') ||
        (column === pieces.length - 1 && (separator === '|' || (pieces.length > 1 && column > 0 && tokens.length > 0))))
    if (bare !== '') tokens.push(token(bare, offset + piece.indexOf(bare), column, at))
    else if (!outside) tokens.push({ text: '', kind: separator === '|' ? 'pad' : 'blank', at: shift(at, offset), column })
    offset += piece.length + 1
  }
  return tokens
}

function splitBySpaces(text: string, at: Place): Row {
  const numbers = numberAtEnd.exec(text)
  if (numbers) {
    const start = numbers.index + numbers[0].indexOf(numbers[1]!)
    const label = text.slice(0, start).trim()
    const many = /[\s\u3000]/.test(numbers[1]!)
    if (label !== '' || many) {
      const tokens: Token[] = []
      for (const match of text.slice(0, start).matchAll(words))
        tokens.push({ text: match[0], kind: 'label', at: shift(at, match.index), column: tokens.length })
      for (const match of numbers[1]!.matchAll(/[^\s\u3000]+/g)) tokens.push(token(match[0], start + match.index, tokens.length, at))
      return { text, at, table: -1, by: 'spaces', tokens }
    }
  }
  const bare = text.trim()
  if (!wide.test(bare) && bare.length <= 60 && ownNumber.test(bare))
    return { text, at, table: -1, by: 'spaces', tokens: labelsIn(text, at) }
  if (!wide.test(bare) || bare.length > 80) return { text, at, table: -1, by: 'line', tokens: [token(bare, text.indexOf(bare), 0, at)] }
  const tokens: Token[] = []
  for (const match of text.matchAll(words)) tokens.push(token(match[0], match.index, tokens.length, at))
  return { text, at, table: -1, by: 'spaces', tokens }
}
