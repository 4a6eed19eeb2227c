import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { read } from '../index.ts'
import { readHtml } from './html.ts'

const folder = 'fixtures/readers'
const bytes = (html: string): Uint8Array => new TextEncoder().encode(html)
const linesOf = (html: string): string[] => readHtml(bytes(html)).blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []))
const tablesOf = (html: string) => readHtml(bytes(html)).blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
const textsOf = (html: string): string[][] => tablesOf(html)[0]!.rows.map((row) => row.map((cell) => cell.text))

describe('the same report in the dress of six sites', () => {
  const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html') && name !== 'nil.html')

  test.each(pages)('%s', async (name) => {
    const result = await read(new Uint8Array(readFileSync(`${folder}/${name}`)), name)
    if (!result.ok) throw new Error(result.error.code)
    expect(result.reports).toHaveLength(1)
    const { title, body, year, edition, figures, cells, chapters } = result.reports[0]!
    expect({ title, body, year, edition, figures }).toEqual(expected)
    expect(cells).toEqual({})
    expect(chapters.map(({ number, lines }) => [number, lines.length])).toEqual([
      [0, 1],
      [1, 5],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 2],
      [6, 1],
    ])
  })

  test('a hard space in a cell is an empty cell, never 0', async () => {
    const result = await read(new Uint8Array(readFileSync(`${folder}/nil.html`)), 'nil.html')
    if (!result.ok) throw new Error(result.error.code)
    const { figures, cells } = result.reports[0]!
    for (const [key, figure] of Object.entries(figures)) {
      if (figure === null) expect(cells[key]?.state).toBe('blank')
      else expect(figure).toBe(expected.figures[key])
    }
    expect(Object.values(figures).filter((figure) => figure === null).length).toBeGreaterThan(100)
  })
})

describe('lines', () => {
  test('blocks and breaks end lines, inline elements do not', () => {
    expect(linesOf('<div>甲<b>乙</b><span>丙</span><br>丁<p>戊</p>己</div>')).toEqual(['甲乙丙', '丁', '戊', '己'])
  })
  test('a line break of the source is no space between Chinese characters, and one between words', () => {
    expect(linesOf('<p>政府信息\n   公开</p><p>Open\n government</p><p>2024\n年</p>')).toEqual([
      '政府信息公开',
      'Open government',
      '2024 年',
    ])
  })
  test('hard and thin spaces are spaces, characters of no width are nothing', () => {
    expect(linesOf('<p>&nbsp;&nbsp;　第&ensp;一\u200b条\ufeff&nbsp;</p>')).toEqual(['第 一条'])
  })
  test('preformatted text keeps its lines and tabs', () => {
    expect(linesOf('<pre>甲\t1\n\n\t乙\t2</pre>')).toEqual(['甲\t1', '\t乙\t2'])
  })
  test('pinyin over characters is left out', () => {
    expect(linesOf('<p><ruby>数<rp>(</rp><rt>shù</rt><rp>)</rp></ruby>量</p>')).toEqual(['数量'])
  })
  test('each line knows where it begins in the source', () => {
    const { blocks } = readHtml(bytes('<html>\n<body>\n<p>\n  甲</p>\n<p\n class="x">乙\n丙</p></body>'))
    expect(blocks.map((block) => block.at.line)).toEqual([4, 6])
  })
})

describe('what is left out', () => {
  test('scripts, styles, hidden elements', () => {
    expect(
      linesOf(
        '<style>p{}</style><script>var a="甲"</script><p style="color:red;DISPLAY: none">乙</p><p hidden>丙</p><p style="visibility:hidden">丁</p><p>戊</p>',
      ),
    ).toEqual(['戊'])
  })
  test('hidden rows and cells of a table', () => {
    expect(textsOf('<table><tr style="display:none"><td>1<td>2</tr><tr><td>甲<td hidden>9<td>3</tr><tr><td>乙<td>4</tr></table>')).toEqual([
      ['甲', '3'],
      ['乙', '4'],
    ])
  })
  test('menus, page heads and feet that hold nothing else', () => {
    expect(
      linesOf(
        '<nav>首页</nav><div class="top-nav"><ul><li>概况</li></ul></div><div id="footer">备案</div><a href="1">要闻</a> | <a href="2">公开</a> | <a href="3">互动</a><p>正文</p>',
      ),
    ).toEqual(['正文'])
  })
  test('a box named like a menu that holds the report is no menu', () => {
    expect(linesOf(`<div class="nav content"><h1>年度报告</h1><p>正文</p></div>`)).toEqual(['年度报告', '正文'])
    expect(linesOf(`<div id="header"><p>${'全年公开信息。'.repeat(300)}</p></div>`)).toHaveLength(1)
  })
  test('anchors without an address are no links', () => {
    expect(linesOf('<p><a name="a">一、甲</a></p><p><a name="b">二、乙</a></p><p><a name="c">三、丙</a></p>')).toHaveLength(3)
  })
})

describe('text that is no part of the number beside it', () => {
  const cellOf = (inner: string): string => textsOf(`<table><tr><td>行政许可<td>${inner}</tr><tr><td>行政处罚<td>2</tr></table>`)[0]![1]!

  test.each([
    ['318<sup>1</sup>', '318^1'],
    ['318<sup>[<a href="#n">1</a>]</sup>', '318[^1]'],
    ['<sup>1</sup>318', '^1 318'],
    ['318<sub>2</sub>', '318_2'],
    ['318<span style="vertical-align: super;font-size:9px">1</span>', '318^1'],
    ['318<span style="vertical-align:sub">1</span>', '318_1'],
    ['<s>381</s>318', '~381~318'],
    ['<strike>38<b>1</b></strike>318', '~381~318'],
    ['<del>381</del><ins>318</ins>', '~381~318'],
    ['<span style="text-decoration: underline line-through">381</span> 318', '~381~ 318'],
    ['<s>381</s>', '~381~'],
    ['<p>318</p><p>20</p>', '318\n20'],
    ['318<br>20', '318\n20'],
    ['<s>381</s><br>318', '~381~\n318'],
    ['<u>318</u><span style="text-decoration:none">0</span>', '3180'],
    ['商业<br>企业', '商业\n企业'],
  ])('%s', (inner, expected) => {
    expect(cellOf(inner)).toBe(expected)
  })
  test('a cell or a row struck out as a whole, and nothing after it', () => {
    const struck = 'style="text-decoration:line-through"'
    expect(textsOf(`<table><tr><td ${struck}>1<td>2</tr><tr ${struck}><td>3<td>4</tr><tr><td>5<td>6</tr></table>`)).toEqual([
      ['~1~', '2'],
      ['~3~', '~4~'],
      ['5', '6'],
    ])
  })
  test('prose leaves out what is struck out; raised digits join words, not numbers', () => {
    const html = '<p>全年<s>公开381条</s>公开318<sup>1</sup>条，办公用房45m<sup>2</sup>。</p><p><del>全段</del></p><p>末段</p>'
    expect(linesOf(html)).toEqual(['全年公开318^1条，办公用房45m2。', '末段'])
    expect(linesOf('<table><tr><td><p>甲<s>乙</s>丙</p></td></tr></table>')).toEqual(['甲丙'])
  })
  test('what is struck out stands among the leftovers, with its place', () => {
    const html =
      '<p>甲<s>乙 <b>丙</b></s>丁</p>\n<table><tr><td>行政许可<td><del>381</del>318</tr><tr><td>行政处罚<td>2</tr></table><p><s>戊</s></p>'
    expect(readHtml(bytes(html)).leftovers).toEqual([
      { kind: 'tracked-deletion', text: '乙 丙', at: { line: 1 } },
      { kind: 'tracked-deletion', text: '381', at: { line: 2, table: 1, row: 1, cell: 2 } },
      { kind: 'tracked-deletion', text: '戊', at: { line: 2 } },
    ])
  })
  test('labels broken over paragraphs are read right', async () => {
    const page = readFileSync(`${folder}/fragment.html`, 'utf8')
    const broken = page.replaceAll('商业企业', '<p>商业</p><p>企业</p>').replaceAll('行政许可', '行政<br/>许可')
    expect(broken).not.toBe(page)
    const [whole, parted] = [await read(bytes(page), 'a.html'), await read(bytes(broken), 'a.html')]
    if (!whole.ok || !parted.ok) throw new Error('unread')
    expect(parted.reports[0]!.figures).toEqual(whole.reports[0]!.figures)
    expect(parted.reports[0]!.cells).toEqual({})
  })
  test('a figure with a note above it or a struck one beside it is never read as one number', async () => {
    const page = readFileSync(`${folder}/fragment.html`, 'utf8')
    for (const inner of ['318<sup>1</sup>', '318<sub>2</sub>', '<s>381</s>318', '<del>381</del><ins>318</ins>']) {
      const result = await read(bytes(page.replace('>318<', `>${inner}<`)), 'a.html')
      if (!result.ok) throw new Error(result.error.code)
      const { figures, cells } = result.reports[0]!
      expect([null, 318]).toContain(figures['proactive.licensing'])
      expect(cells['proactive.licensing']).toBeDefined()
    }
  })
})

describe('tables', () => {
  test('columns are counted past cells that reach down and across', () => {
    const [table] = tablesOf(
      '<table><tr><td rowspan=3 colspan=2>角<td colspan=2>头<td rowspan=2>尾</tr><tr><td>甲<td>乙</tr><tr><td>1<td>2<td>3</tr></table>',
    )
    expect(table!.rows.map((row) => row.map(({ column, rowSpan, colSpan }) => [column, colSpan, rowSpan]))).toEqual([
      [
        [0, 2, 3],
        [2, 2, 1],
        [4, 1, 2],
      ],
      [
        [2, 1, 1],
        [3, 1, 1],
      ],
      [
        [2, 1, 1],
        [3, 1, 1],
        [4, 1, 1],
      ],
    ])
  })
  test('a cell reaches no further down than its group of rows; 0 means as far as that', () => {
    const [table] = tablesOf(
      '<table><thead><tr><td rowspan=0>头<td>1</tr><tr><td>2</tr></thead><tbody><tr><td rowspan=99>体<td>3</tr><tr><td>4</tr></tbody></table>',
    )
    expect(table!.rows.map((row) => row.map((cell) => cell.rowSpan))).toEqual([[2, 1], [1], [2, 1], [1]])
  })
  test('nested tables: the outer one arranges the page, the inner one is data', () => {
    const { blocks } = readHtml(
      bytes('<table><tr><td>左<td><p>上</p><table><tr><td>规章<td>0</tr><tr><td>规范性文件<td>2</tr></table><p>下</p></tr></table>'),
    )
    expect(blocks.map((block) => (block.kind === 'line' ? block.text : block.rows.length))).toEqual(['左', '上', 2, '下'])
    expect(blocks[2]!.at.table).toBe(1)
  })
  test('a small table pasted into a cell of data does not open up the table', () => {
    const rows = Array.from({ length: 8 }, (_, index) => `<tr><td>第${index}行<td>${index}<td>0</tr>`).join('')
    const texts = textsOf(`<table>${rows}<tr><td>末行<td><table><tr><td>7</tr></table><td>1</tr></table>`)
    expect(texts).toHaveLength(9)
    expect(texts[8]).toEqual(['末行', '7', '1'])
  })
  test('a table of one column is prose', () => {
    expect(linesOf('<table><tr><td>甲</tr><tr><td>乙<br>丙</tr></table>')).toEqual(['甲', '乙', '丙'])
  })
  test('line breaks in a cell stay, outer white space goes', () => {
    expect(textsOf('<table><tr><td> 商业<br>企业 <td>&nbsp;</tr></table>')).toEqual([['商业\n企业', '']])
  })
  test('cells know their table, row and cell, and their line', () => {
    const [, second] = tablesOf('<table><tr><td>1<td>2</table>\n<table><tr><td>3<td>4</tr>\n<tr><td>5<td>6</table>')
    expect(second!.rows[1]![1]!.at).toEqual({ line: 3, table: 2, row: 2, cell: 2 })
  })
})

describe('metadata', () => {
  test('meta elements and tables of particulars', () => {
    const grid = readHtml(
      bytes(
        '<meta name="ArticleTitle" content="年报"><meta name=ContentSource content="镇政府"><meta name=viewport content=x><table><tr><th>索 引 号：<td>A-1<th>发布机构<td>镇政府</tr><tr><td>文　号<td><td>发文日期：2025-01-08<td></tr></table><p>正文</p>',
      ),
    )
    expect(grid.metadata.map(({ name, value }) => [name, value])).toEqual([
      ['标题', '年报'],
      ['信息来源', '镇政府'],
      ['索引号', 'A-1'],
      ['发布机构', '镇政府'],
      ['发文日期', '2025-01-08'],
    ])
    expect(grid.blocks).toHaveLength(1)
  })
})

describe('pages made to break readers', () => {
  const code = (html: string): string => {
    try {
      readHtml(bytes(html))
      return 'read'
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  test('deep nesting and misnesting that multiplies are refused, in bounded time', () => {
    expect(code('<div>'.repeat(100_000))).toBe('too-large')
    const formatting = Array.from({ length: 900 }, (_, index) => `<b id=${index}>`).join('')
    expect(['read', 'too-large']).toContain(code(formatting + '<p>甲</p>'.repeat(20_000)))
    expect(code('<p>'.repeat(1_100_000))).toBe('too-large')
  })
  test('absurd spans cost nothing', () => {
    const table = `<table>${'<tr><td rowspan=65534 colspan=1000>甲<td>乙</tr>'.repeat(2_000)}</table>`
    expect(code(table)).toBe('read')
  })
})
