import { expect, test } from 'vitest'
import { draw, type Finding } from '#report'
import { findingsCsv } from './csv.ts'
import { fileName } from './downloads.tsx'
import type { Doc } from './state.ts'

const doc: Doc = { id: '1.1', file: 1, part: 1, parts: 1, took: 1, report: draw(), findings: [] }
const finding: Finding = {
  rule: 'prose.sum',
  severity: 'warning',
  cells: ['requests.received.total'],
  found: 828,
  expected: 818,
  say: '',
  values: {},
  at: { line: 9, column: 3 },
  quote: '=公开"828"条，其中',
}

test('Excel reads it as UTF-8, fields are quoted, no words become a formula', () => {
  const csv = findingsCsv(doc, [finding], 'zh-CN')
  expect(csv.startsWith('\uFEFF严重程度,规则,')).toBe(true)
  const [, row] = csv.split('\r\n')
  expect(row).toMatch(/^提醒,prose\.sum,/)
  expect(row).toContain(',828,818,第 9 行,')
  expect(row).toContain(`"'=公开""828""条，其中"`)
})

test('files are named by the report’s title', () => {
  expect(fileName(doc, 'fragment')).toBe('柳溪镇人民政府2025年政府信息公开工作年度报告.fragment.html')
  expect(fileName({ ...doc, report: draw({ title: '../a b:c' }) }, 'pdf')).toBe('..abc.pdf')
  expect(fileName({ ...doc, report: draw({ title: null }) }, 'csv')).toBe('report.findings.csv')
})
