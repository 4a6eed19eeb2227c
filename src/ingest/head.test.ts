import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { read } from '#ingest'
import type { Report } from '#report'
import { bodyIn, findPeriod, findSignature, yearIn } from './head.ts'
import { rowOfLine } from './rows.ts'

const rowsOfLines = (lines: readonly string[]) => lines.map((text, index) => rowOfLine(text, { line: index + 1 }))

const chapters = `本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。
一、总体情况
全年公开信息12条。
二、主动公开政府信息情况
规章 | 0 | 0 | 0
行政规范性文件 | 0 | 0 | 3
六、其他需要报告的事项
无。`

async function readOne(text: string, name = 'a.txt'): Promise<Report> {
  const answer = await read(strToU8(text), name)
  if (!answer.ok) throw new Error(answer.error.code)
  expect(answer.reports.length).toBe(1)
  return answer.reports[0]!
}

const bureau = '柳溪县农业农村局'
const topic = '政府信息公开工作年度报告'

describe('a title names a year and a body', () => {
  test.each<readonly [string, number | null, string | null]>([
    [`2025年${bureau}2024年${topic}`, 2024, bureau],
    [`${bureau}${topic}（2024年）`, 2024, bureau],
    [`${bureau}${topic}（2024年度）`, 2024, bureau],
    [`${topic}(2024)`, 2024, null],
    [`${bureau}政府信息公开2024年年度报告`, 2024, bureau],
    [`${bureau}２０２４年${topic}`, 2024, bureau],
    [`${bureau}二〇二四年${topic}`, 2024, bureau],
    [`${bureau}二0二四年${topic}`, 2024, bureau],
    [`${bureau}二○二四年${topic}`, 2024, bureau],
    [`${bureau}二零二四年度${topic}`, 2024, bureau],
    [`${bureau}20 24年${topic}`, 2024, bureau],
    [`${bureau} 2 0 2 4 年 ${topic}`, 2024, bureau],
    [`${bureau}2024${topic}`, 2024, bureau],
    [`${bureau}2024年${topic}（2025年1月20日）`, 2024, bureau],
    [`2024年度${bureau}${topic}`, 2024, bureau],
    [`2024年柳溪县人民政府信息公开工作年度报告`, 2024, '柳溪县人民政府'],
    [`柳溪县人民政府信息公开工作年度报告（2024年）`, 2024, '柳溪县人民政府'],
    [`柳溪县政务公开办公室2024年${topic}`, 2024, '柳溪县政务公开办公室'],
    [`${bureau}（林业局）2024年${topic}`, 2024, `${bureau}（林业局）`],
    [`2024年${topic}`, 2024, null],
    [topic, null, null],
    [`关于发布${bureau}2024年${topic}的公告`, 2024, bureau],
    [`关于印发《${bureau}2024年${topic}》的通知`, 2024, bureau],
    [`柳溪县人民政府办公室关于印发${bureau}2024年${topic}的通知`, 2024, bureau],
    [`${bureau}关于公布2024年${topic}的公告`, 2024, bureau],
    [`${bureau}关于2024年${topic}的函`, 2024, bureau],
    [`转发：${bureau}2024年${topic}`, 2024, bureau],
    [`${bureau}2024年${topic}.docx`, 2024, bureau],
    [`【年报】${bureau}2024年${topic}`, 2024, bureau],
  ])('%s', async (title, year, body) => {
    expect([yearIn(title), bodyIn(title)]).toEqual([year, body])
    const report = await readOne(`${title}\n${chapters}`)
    expect({ title: report.title, body: report.body, year: report.year }).toEqual({ title, body, year: year ?? 2024 })
  })

  test('a long run of spaces takes no time', () => {
    const title = `${bureau}2024年${' '.repeat(1_000_000)}${topic}`
    expect(yearIn(title)).toBe(2024)
    expect(bodyIn(title)).toBe(bureau)
    expect(findPeriod([{ text: `统计期限2024年1月1${' '.repeat(200_000)}`, at: { line: 1 } }])).toBeNull()
  })
})

describe('a title is put together from its lines', () => {
  const whole = `${bureau}2024年${topic}`
  test.each<readonly [string, string, string]>([
    ['four lines', `${bureau}\n2024年\n政府信息公开\n工作年度报告`, whole],
    ['four lines, blank ones between', `${bureau}\n\n2024年\n\n政府信息公开\n\n工作年度报告\n`, whole],
    ['body above', `${bureau}\n\n2024年${topic}`, whole],
    ['the year below', `${bureau}\n${topic}\n（2024年）`, `${bureau}${topic}（2024年）`],
    ['behind a path', `首页 > 政府信息公开 > 年报\n${whole}`, whole],
    ['behind a path of other arrows', `首页 » 政府信息公开 » 年报\n${whole}`, whole],
    ['behind a path in lines', `首页\n>\n政府信息公开\n>\n年报\n${whole}`, whole],
    ['below the name of a column', `政府信息公开\n2024年${topic}`, `2024年${topic}`],
    ['below a column of annual reports', `政府信息公开年报\n${whole}`, whole],
    ['twice', `${whole}\n${whole}`, whole],
    ['below its announcement', `关于发布${whole}的公告\n${whole}`, whole],
  ])('%s', async (_, head, title) => {
    const report = await readOne(`${head}\n${chapters}`)
    expect({ title: report.title, year: report.year, body: report.body }).toEqual({
      title,
      year: 2024,
      body: title.includes(bureau) ? bureau : null,
    })
  })

  test('in a page: a path, a heading and the title again', async () => {
    const lines = chapters.split('\n').map((line) => `<p>${line}</p>`)
    const page = `<html><body><div>首页 &gt; 政府信息公开 &gt; 年报</div><h1>${whole}</h1><p>${bureau}</p><p>2024年${topic}</p>${lines.join('')}</body></html>`
    const report = await readOne(page, 'a.html')
    expect({ title: report.title, year: report.year, body: report.body }).toEqual({ title: whole, year: 2024, body: bureau })
  })
})

describe('a signature', () => {
  test.each<readonly [string, readonly string[], string | null, string | null]>([
    ['name above date', ['无。', '柳溪镇人民政府', '', '2025年1月22日'], '柳溪镇人民政府', '2025-01-22'],
    ['on one line', ['无。', '柳溪镇人民政府  2025年1月22日'], '柳溪镇人民政府', '2025-01-22'],
    ['on one line without a space', ['柳溪镇人民政府2025年1月22日'], '柳溪镇人民政府', '2025-01-22'],
    ['sealed', ['柳溪镇人民政府（盖章）', '2025年1月22日'], '柳溪镇人民政府', '2025-01-22'],
    ['a name with brackets', [`${bureau}（林业局）`, '2025年1月22日'], `${bureau}（林业局）`, '2025-01-22'],
    ['a name with digits', ['柳溪县12345热线办公室', '2025-01-22'], '柳溪县12345热线办公室', '2025-01-22'],
    ['wide figures', ['柳溪镇人民政府', '２０２５年１月２２日'], '柳溪镇人民政府', '2025-01-22'],
    ['Chinese figures', ['柳溪镇人民政府', '二○二五年一月二十二日'], '柳溪镇人民政府', '2025-01-22'],
    ['date above name', ['无。', '2025年1月22日', '柳溪镇人民政府'], null, '2025-01-22'],
    ['an item above the date', ['1.本年收费的科室', '2025年1月22日'], null, '2025-01-22'],
    ['a sentence that ends with a day', ['统计期限自2024年1月1日至2024年12月31日'], null, null],
  ])('%s', (_, lines, name, date) => {
    const found = findSignature(rowsOfLines(lines), 0, lines.length)
    expect([found?.name ?? null, found?.date ?? null]).toEqual([name, date])
  })
})
