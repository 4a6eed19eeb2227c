import { expect, test } from 'vitest'
import { draw, type Finding } from '#report'
import { markProse, placesOf } from './marks.ts'

const report = draw({ chapters: { 1: '全年公开信息828条，其中网站312条。\n没有问题的一段。' } })
const line = report.chapters.find(({ number }) => number === 1)!.lines[0]!.at.line!
const finding = (over: Partial<Finding>): Finding => ({
  rule: 'prose.sum',
  severity: 'warning',
  cells: [],
  found: null,
  expected: null,
  say: '',
  values: {},
  at: { line, column: 1 },
  ...over,
})
const first = (findings: Finding[]) => markProse(report, findings).find(({ number }) => number === 1)!.lines[0]!

test('the quote is marked where it stands', () => {
  expect(first([finding({ quote: '828条', at: { line, column: 7 } })]).stretches).toEqual([
    { text: '全年公开信息', findings: [] },
    { text: '828条', findings: [0] },
    { text: '，其中网站312条。', findings: [] },
  ])
})

test('quotes that overlap are cut where they meet', () => {
  const { stretches, findings } = first([finding({ quote: '828条，其中' }), finding({ quote: '其中网站312条' })])
  expect(stretches.map((stretch) => [stretch.text, stretch.findings])).toEqual([
    ['全年公开信息', []],
    ['828条，', [0]],
    ['其中', [0, 1]],
    ['网站312条', [1]],
    ['。', []],
  ])
  expect(findings).toEqual([0, 1])
})

test('a finding without a quote in the line belongs to the whole line', () => {
  expect(first([finding({ quote: '不在这里' })])).toMatchObject({ stretches: [{ findings: [] }], findings: [0] })
})

test('a finding in the title shows the title', () => {
  const [title] = markProse(report, [finding({ rule: 'form.title', quote: '2025年', at: { line: 1, column: 1 } })])
  expect(title).toMatchObject({ number: -1, lines: [{ findings: [0] }] })
})

test('every marked finding has a place to go to', () => {
  const places = placesOf(markProse(report, [finding({ at: null }), finding({ quote: '312条' })]))
  expect([...places]).toEqual([[1, 'text-1-0']])
})
