import { describe, expect, test } from 'vitest'
import { draw, formOf, type Report } from '#report'
import { clean, compose, dateText, figureText } from './compose.ts'
import type { Cell, Document, Table } from './document.ts'
import { signatureInsets, sizeOf, titleLines } from './paper.ts'
import { numbered } from './samples.ts'

const tableOf = (document: Document, name: Table['name']): Table =>
  document.blocks.find((block): block is Table => block.kind === 'table' && block.name === name)!

/** Every place of a table covered exactly once, or the table would tear in Word and in browsers. */
function coverage(table: Table): string {
  const grid = table.rows.map(() => Array<number>(table.widths.length).fill(0))
  table.rows.forEach((row, at) => {
    for (const cell of row)
      for (let r = at; r < at + cell.rowSpan; r++) for (let c = cell.column; c < cell.column + cell.colSpan; c++) grid[r]![c]!++
  })
  return grid.flat().every((count) => count === 1) ? 'whole' : JSON.stringify(grid)
}

const figures = (table: Table): Cell[] => table.rows.flat().filter((cell) => cell.role === 'figure')

describe.each([
  ['2021', false],
  ['2021', true],
  ['2019', false],
] as const)('the form of %s, other handling as one row: %s', (edition, oneOtherRow) => {
  const report = numbered(edition, { oneOtherRow })
  const document = compose(report)

  test('has the six headings in order with the tables under two, three and four', () => {
    const [one, two, three, four, five, six] = formOf(edition).chapters.map((title, index) => `${'一二三四五六'[index]}、${title}`)
    const printed = document.blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text] : block.kind === 'table' ? [block.name] : [],
    )
    expect(printed).toEqual([one, two, 'proactive', three, 'requests', four, 'challenges', five, six])
  })

  test('covers every place of every table once, and the widths add up', () => {
    for (const name of ['proactive', 'requests', 'challenges'] as const) {
      const table = tableOf(document, name)
      expect(coverage(table)).toBe('whole')
      expect(table.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1)
    }
  })

  test('prints every figure that is known, once', () => {
    const printed = document.blocks.flatMap((block) => (block.kind === 'table' ? figures(block) : []))
    const known = Object.entries(report.figures).filter(([, figure]) => figure !== null)
    expect(Object.fromEntries(printed.map((cell) => [cell.key, cell.figure]))).toEqual(Object.fromEntries(known))
    expect(printed).toHaveLength(known.length)
  })
})

test('a cell nobody knows is empty, and zero is zero', () => {
  const document = compose(draw({ figures: { 'proactive.fees': null } }))
  const texts = Object.fromEntries(figures(tableOf(document, 'proactive')).map((cell) => [cell.key, cell.text]))
  expect(texts['proactive.fees']).toBe('')
  expect(texts['proactive.licensing']).toBe('0')
})

test('a row for other handling and figures for its kinds: both are printed', () => {
  const report = numbered('2021', { oneOtherRow: true })
  const both = { ...report, figures: { ...report.figures, 'requests.otherUnpaid.total': 5 } }
  const keys = figures(tableOf(compose(both), 'requests')).map((cell) => cell.key)
  expect(keys).toContain('requests.otherHandling.total')
  expect(keys).toContain('requests.otherUnpaid.total')
  expect(keys).not.toContain('requests.otherOther.total')
})

test('a report without chapters has six headings, three tables and nothing else', () => {
  const empty = draw({ title: null, chapters: { 0: null, 1: null, 2: null, 3: null, 4: null, 5: null, 6: null } })
  const kinds = compose(empty).blocks.map((block) => block.kind)
  expect(kinds).toEqual(['heading', 'heading', 'table', 'heading', 'table', 'heading', 'table', 'heading', 'heading'])
})

test('a chapter keeps the heading as its source prints it', () => {
  const report = draw()
  const chapters = report.chapters.map((chapter) => (chapter.number === 5 ? { ...chapter, title: '主要问题和改进' } : chapter))
  expect(compose({ ...report, chapters }).blocks).toContainEqual({ kind: 'heading', chapter: 5, text: '五、主要问题和改进' })
})

test('a heading of the second level is told from a sentence', () => {
  const lines = ['（一）依申请公开情况', '(二)平台建设。专栏每周更新。', `（三）${'这一句话很长，'.repeat(8)}说完为止。`, '公开信息三条。']
  const document = compose(draw({ chapters: { 1: lines.join('\n') } }))
  const leads = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.chapter === 1 ? [block.text.slice(0, block.lead)] : [],
  )
  expect(leads).toEqual(['（一）依申请公开情况', '(二)平台建设。', '', ''])
})

test('the last words before the signature stay on its page', () => {
  const signature = { name: '柳溪镇人民政府', date: '2026-01-20', at: { line: 9 } }
  const kept = (report: Report) =>
    compose(report).blocks.flatMap((block) => (block.kind === 'paragraph' && block.keepWithNext ? [block.text] : []))
  expect(kept(draw({ printed: { signature } }))).toEqual(['本年度没有收取信息处理费。'])
  expect(kept(draw())).toEqual([])
})

test('the signature stands at the end, once', () => {
  const signature = { name: '柳溪镇人民政府', date: '2026-01-20', at: { line: 9 } }
  expect(compose(draw({ printed: { signature } })).blocks.at(-1)).toEqual({
    kind: 'signature',
    name: '柳溪镇人民政府',
    date: '2026年1月20日',
  })
  const within = compose(draw({ chapters: { 6: '没有其他事项。\n柳溪镇人民政府\n2026年1月20日' }, printed: { signature } }))
  expect(within.blocks.filter((block) => block.kind === 'signature')).toEqual([])
})

test.each([
  [0, '0'],
  [1234567, '1234567'],
  [-8, '-8'],
  [96171.6, '96171.6'],
  [0.000001, '0.000001'],
  [0.0000001, '0.0000001'],
  [1e21, '1000000000000000000000'],
  [null, ''],
  [Number.NaN, ''],
])('the figure %s is printed as %s', (figure, text) => expect(figureText(figure)).toBe(text))

test('a date is written as papers write it, anything else stays', () => {
  expect(dateText('2026-01-05')).toBe('2026年1月5日')
  expect(dateText('二〇二六年一月')).toBe('二〇二六年一月')
})

test('characters that no file can carry are left out, all others stay', () =>
  expect(clean('a\u0000b\u0007\ud800c\t𠮷\ufffe（一）')).toBe('abc\t𠮷（一）'))

test('the date begins two characters right of the name, and neither comes nearer the edge than two', () => {
  expect(signatureInsets('柳溪镇人民政府办公室', '2026年1月20日')).toEqual({ name: 2, date: 3.5 })
  expect(signatureInsets('县医保局', '2026年1月20日')).toEqual({ name: 6.5, date: 2 })
})

test('a long title breaks before the words that every such title ends with', () => {
  expect(titleLines('柳溪镇2025年政府信息公开年度报告')).toHaveLength(1)
  expect(titleLines('柳溪镇人民政府2025年政府信息公开工作年度报告')).toEqual(['柳溪镇人民政府2025年', '政府信息公开工作年度报告'])
})

test('a figure too long for its column is set smaller, all others alike', () => {
  const table = tableOf(compose(draw({ figures: { 'requests.received.total': 123456789, 'requests.carriedIn.total': 1234 } })), 'requests')
  const sizes = Object.fromEntries(figures(table).map((cell) => [cell.key, sizeOf(cell, table)]))
  expect(sizes['requests.carriedIn.total']).toBe(9)
  expect(sizes['requests.received.total']).toBeLessThan(6)
})
