import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { read } from '#ingest'
import { partsOf } from './parts.ts'
import { rowOfLine } from './rows.ts'

const title = (body: string, year = 2024): string => `${body}${year}年政府信息公开工作年度报告`
const one = '柳溪县农业农村局'
const other = '柳溪县水利局'

const tableTwo = [
  '第二十条第（一）项',
  '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
  '规章 | 0 | 0 | 0',
  '行政规范性文件 | 1 | 0 | 7',
]
const tableTwoEnd = ['第二十条第（五）项', '信息内容 | 本年处理决定数量', '行政许可 | 5']
const tableThree = ['一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1', '（一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1']
const chapters: readonly (readonly string[])[] = [
  ['一、总体情况', '全年公开信息12条。', '申请都在期限内答复。', '专栏每月巡检一次。'],
  ['二、主动公开政府信息情况', ...tableTwo, ...tableTwoEnd],
  ['三、收到和处理政府信息公开申请情况', ...tableThree],
  ['四、政府信息公开行政复议、行政诉讼情况', '本年没有复议和诉讼。'],
  ['五、存在的主要问题及改进情况', '更新不够及时，已明确专人。'],
  ['六、其他需要报告的事项', '本年没有收费。'],
]
const whole = chapters.flat()
const renamed = ['一、工作开展情况', ...whole.slice(1)]
const bare = [...tableTwo, ...tableTwoEnd, ...tableThree]

/** The first line of every part. */
const beginnings = (lines: readonly string[]): string[] => {
  const rows = lines.map((text, index) => rowOfLine(text, { line: index + 1 }))
  return partsOf(rows).map(([from]) => lines[from]!)
}

describe('a second report begins at its title', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['both whole', whole, whole],
    ['the second without chapter one', whole, chapters.slice(1).flat()],
    ['the second with chapter one renamed', whole, renamed],
    ['both with chapter one renamed', renamed, renamed],
    ['neither with headings', bare, bare],
    ['the first without headings', bare, whole],
    ['the second without headings', whole, bare],
    ['the first cut short in table two', [...chapters[0]!, ...chapters[1]!.slice(0, 4)], whole],
    ['both cut short in table two', [...chapters[0]!, ...chapters[1]!.slice(0, 4)], [...chapters[0]!, ...chapters[1]!.slice(0, 4)]],
    ['the first cut short, the second without headings', [...chapters[0]!, ...chapters[1]!.slice(0, 5)], bare],
  ])('%s', async (_, first, second) => {
    for (const next of [title(other), title(one, 2023)]) {
      const lines = [title(one), ...first, '', next, ...second]
      expect(beginnings(lines)).toEqual([title(one), next])
      const answer = await read(strToU8(lines.join('\n')), 'a.txt')
      expect(answer.ok && answer.reports.map((report) => report.title)).toEqual([title(one), next])
    }
  })

  test('its title over several lines, and twice', () => {
    const second = [other, '2024年政府信息公开', '工作年度报告', title(other), ...whole.slice(4)]
    expect(beginnings([title(one), ...whole, ...second])).toEqual([title(one), other])
  })

  test('three bodies', () => {
    const lines = [one, other, '柳溪镇人民政府'].flatMap((body) => [title(body), ...chapters.slice(1).flat()])
    expect(beginnings(lines)).toEqual([title(one), title(other), title('柳溪镇人民政府')])
  })

  test('where the numbers of the chapters fall back behind the same title', () => {
    expect(beginnings([title(one), ...whole, title(one), ...chapters.slice(1).flat()])).toEqual([title(one), title(one)])
  })

  test('without a title, at chapter one', () => {
    expect(beginnings([...whole, ...whole])).toEqual(['一、总体情况', '一、总体情况'])
  })

  test('its table of contents is not one more', () => {
    const contents = chapters.map(([heading]) => heading!)
    const second = [title(other), '目录', ...contents, title(other), ...whole]
    expect(beginnings([title(one), ...whole, ...second])).toEqual([title(one), title(other)])
  })
})

describe('a title begins none', () => {
  test.each<readonly [string, readonly string[]]>([
    ['twice at the top', [title(one), title(one), ...whole]],
    ['twice, once without its body', [title(one), `2024年政府信息公开工作年度报告`, ...whole]],
    ['on top of every page', [title(one), ...chapters.flatMap((chapter) => [...chapter, title(one)])]],
    ['in prose', [title(one), ...whole.slice(0, 3), `《${title(one, 2023)}》已经在网站公布。`, ...whole.slice(3)]],
    ['named on a line of chapter one', [title(one), ...whole.slice(0, 3), title(one, 2023), ...whole.slice(3)]],
    [
      'named between a heading and its table',
      [title(one), ...chapters[0]!, chapters[1]![0]!, title(other), ...tableTwo, ...whole.slice(11)],
    ],
    ['linked below', [title(one), ...whole, title(one, 2023), title(other)]],
    ['last year linked above', [title(one), title(one, 2023), ...whole]],
  ])('%s', (_, lines) => {
    expect(beginnings(lines)).toEqual([title(one)])
  })
})

test('many headings and titles take time in proportion', () => {
  const lines = Array.from({ length: 30_000 }, () => ['一、总体情况', '三、收到和处理政府信息公开申请情况', title(one), '年报']).flat()
  const rows = lines.map((text, index) => rowOfLine(text, { line: index + 1 }))
  const begun = performance.now()
  partsOf(rows)
  expect(performance.now() - begun).toBeLessThan(5000)
})
