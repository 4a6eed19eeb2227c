import { expect, test } from 'vitest'
import { read } from '#ingest'
import { draw } from '#report'
import { quoteOf } from './source.ts'

const told = (quote: ReturnType<typeof quoteOf>) =>
  quote?.pieces.map(({ text, role }) => (role === 'self' ? `[${text}]` : role === 'other' ? text : role))

async function report(rows: string) {
  const text = `溪口乡人民政府2025年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n${rows}`
  const result = await read(new TextEncoder().encode(text), 'report.txt')
  if (!result.ok) throw new Error(result.error.code)
  return result.reports[0]!
}

test('a figure is quoted in its row, with the row’s label', async () => {
  const given = await report('一、本年新收政府信息公开申请数量 | 4 | 2 | 0 | 0 | 0 | 0 | 6')
  const quote = quoteOf(given, 'requests.received.enterprise')
  expect(quote?.label).toBe('一、本年新收政府信息公开申请数量')
  expect(quote?.at?.line).toBe(3)
  expect(told(quote)).toEqual(['4', '[2]', '0', '0', '0', '0', '6'])
})

test('a row whose columns cannot be told is quoted whole, the guess marked', async () => {
  const short = await report('一、本年新收政府信息公开申请数量 | 4 | 2 | 6\n四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0')
  const read = ['research', 'total'].map((column) => quoteOf(short, `requests.received.${column}`))
  expect(read.map((quote) => quote?.pieces.map(({ text }) => text).join(''))).toEqual(
    Array(2).fill('一、本年新收政府信息公开申请数量 | 4 | 2 | 6'),
  )
  expect(read.flatMap((quote) => quote?.pieces.filter(({ role }) => role === 'self'))).toHaveLength(2)
})

test('a row that is not in the source has no quote', async () => {
  const given = await report('一、本年新收政府信息公开申请数量 | 4 | 2 | 0 | 0 | 0 | 0 | 6')
  expect(quoteOf(given, 'requests.granted.total')).toBeNull()
})

test('an empty cell of a table shows where its number would stand', () => {
  const at = (cell: number) => ({ line: 0, table: 2, row: 13, cell })
  const table = draw({
    cells: { 'challenges.reconsideration.corrected': { state: 'blank', was: '', why: 'empty' } },
    printed: {
      sources: {
        'challenges.reconsideration.upheld': { text: '1', at: at(1) },
        'challenges.reconsideration.corrected': { text: '', at: at(2) },
        'challenges.reconsideration.total': { text: '1', at: at(5) },
        'challenges.directLitigation.total': { text: '9', at: { ...at(1), row: 14 } },
      },
    },
  })
  expect(told(quoteOf(table, 'challenges.reconsideration.corrected'))).toEqual(['1', 'empty', '1'])
  expect(told(quoteOf(table, 'challenges.reconsideration.other'))).toEqual(['1', 'empty', 'gap', '1'])
})
