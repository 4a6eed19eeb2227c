import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import { describe, expect, test } from 'vitest'
import { cellKeys, draw, type Edition, type Finding, formOf, proactiveKey, type Report } from '#report'
import { compose } from '../compose.ts'
import { type Format, render } from '../index.ts'
import { numbered } from '../samples.ts'

const text = async (report: Report, format: Format) => new TextDecoder().decode(await render(report, format))

/** A table as an independent reader sees it, merged cells filled in at every place they cover. */
type Grid = readonly (readonly string[])[]

const independentReaders: Readonly<Record<string, (report: Report) => Promise<Grid[]>>> = {
  html: async (report) => gridsOf(parse(await text(report, 'html'))),
  fragment: async (report) => gridsOf(parseFragment(await text(report, 'fragment'))),
  docx: async (report) => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await render(report, 'docx')) })
    return gridsOf(parseFragment(value))
  },
  xlsx: async (report) => {
    const book = await open(await render(report, 'xlsx'))
    return ['表二', '表三', '表四'].map((name) => {
      const sheet = book.getWorksheet(name)!
      return Array.from({ length: sheet.rowCount }, (_, row) =>
        Array.from({ length: sheet.columnCount }, (_, column) => sheet.getRow(row + 1).getCell(column + 1).text),
      )
    })
  },
  md: async (report) => {
    const tables = (await text(report, 'md')).split('\n\n').filter((block) => block.startsWith('|'))
    return tables.map((table) => {
      const rows = table.split('\n').filter((_, index) => index !== 1)
      return rows.map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
    })
  },
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return book
}

type Node = DefaultTreeAdapterTypes.Node
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const all = (node: Node, name: string): DefaultTreeAdapterTypes.Element[] =>
  childrenOf(node).flatMap((child) => [...(child.nodeName === name ? [child as DefaultTreeAdapterTypes.Element] : []), ...all(child, name)])
const wordsOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(wordsOf).join(''))
const attribute = (element: DefaultTreeAdapterTypes.Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value

function gridsOf(root: Node): Grid[] {
  return all(root, 'table').map((table) => {
    const grid: string[][] = []
    all(table, 'tr').forEach((row, at) => {
      let column = 0
      for (const cell of row.childNodes.filter((node) => node.nodeName === 'td' || node.nodeName === 'th')) {
        const element = cell as DefaultTreeAdapterTypes.Element
        while (grid[at]?.[column] !== undefined) column++
        for (let r = at; r < at + Number(attribute(element, 'rowspan') ?? 1); r++)
          for (let c = column; c < column + Number(attribute(element, 'colspan') ?? 1); c++) (grid[r] ??= [])[c] = wordsOf(element).trim()
      }
    })
    return grid
  })
}

/** For every figure of `numbered`: the labels of the form that must stand in its row and above it in its column. */
function expectedLabels(edition: Edition): Map<string, { row: readonly string[]; column: readonly string[] }> {
  const form = formOf(edition)
  const labels = new Map<string, { row: readonly string[]; column: readonly string[] }>()
  for (const block of form.proactive)
    for (const row of block.rows)
      for (const field of row.fields) labels.set(proactiveKey(row, field), { row: [row.label], column: [field.label, block.caption] })
  for (const row of form.requests.rows)
    for (const column of form.requests.columns)
      labels.set(`requests.${row.key}.${column.key}`, {
        row: [row.label, ...(row.group === null ? [] : [row.group])],
        column: [column.label, ...(column.group === null ? [] : [column.group]), form.requests.over],
      })
  for (const group of form.challenges.groups)
    for (const column of form.challenges.columns)
      labels.set(`challenges.${group.key}.${column.key}`, {
        row: [],
        column: [column.label, group.label, ...(group.group === null ? [] : [group.group])],
      })
  return labels
}

/** Fills, in a grid whose merged cells are written once, the places they cover: Markdown has no merged cells. */
function spread(grid: Grid): Grid {
  const filled = grid.map((row) => [...row])
  const firstFigure = filled.findIndex((row) => row.some((cell) => /^\d+$/.test(cell)))
  filled.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell !== '') return
      const above = filled[at - 1]?.[column] ?? ''
      const beside = row[column - 1] ?? ''
      const header = at < firstFigure || /^第.*项$/.test(row[0]!)
      row[column] = header ? beside || above : above || beside
    })
  })
  return filled
}

describe.each(Object.entries(independentReaders))('%s', (format, read) => {
  test.each(['2021', '2019'] as const)('prints every figure of %s under the labels the form has for it', async (edition) => {
    const grids = await read(numbered(edition))
    expect(grids).toHaveLength(3)
    const labels = expectedLabels(edition)
    const wrong: string[] = []
    for (const [index, key] of cellKeys(edition).entries()) {
      const { row, column } = labels.get(key)!
      const place = find(grids, String(101 + index))
      if (!place) {
        wrong.push(`${key} is not there`)
        continue
      }
      const grid = format === 'md' ? spread(place.grid) : place.grid
      const beside = grid[place.row]!.slice(0, place.column)
      const above = grid.slice(0, place.row).map((cells) => cells[place.column])
      for (const label of row) if (!beside.includes(label)) wrong.push(`${key}: ${label} is not in its row: ${beside.join('|')}`)
      for (const label of column) if (!above.includes(label)) wrong.push(`${key}: ${label} is not above it: ${above.join('|')}`)
    }
    expect(wrong).toEqual([])
  })

  test('leaves a figure that nobody knows empty', async () => {
    const report = draw({ figures: { 'challenges.litigationAfterReconsideration.total': null } })
    expect((await read(report))[2]!.at(-1)).toEqual([...Array(14).fill('0'), ''])
  })
})

function find(grids: readonly Grid[], figure: string): { grid: Grid; row: number; column: number } | null {
  for (const grid of grids)
    for (const [row, cells] of grid.entries()) {
      const column = cells.indexOf(figure)
      if (column !== -1) return { grid, row, column }
    }
  return null
}

const nasty = draw({
  title: '柳溪<b>镇</b>&amp;"2025"年报告',
  chapters: { 1: '公开 <script>alert(1)</script> & "三" 件，其中*甲*、_乙_、`丙`、|丁|、[戊](己)。\n# 庚\n1. 辛\n- 壬\n=SUM(A1)' },
})

test.each(['html', 'fragment'] as const)('%s takes nothing of the report for markup', async (format) => {
  const written = await text(nasty, format)
  expect(written).not.toContain('<script>')
  const words = all(parse(written), 'p').map(wordsOf)
  for (const line of nasty.chapters[1]!.text.split('\n')) expect(words).toContain(line)
})

test('the fragment needs nothing that editors drop: no class, id, script, style sheet or address', async () => {
  const elements = new Set<string>()
  const attributes = new Set<string>()
  const walk = (node: Node) => {
    if ('tagName' in node) {
      elements.add(node.tagName)
      for (const { name } of node.attrs) attributes.add(name)
    }
    childrenOf(node).forEach(walk)
  }
  walk(parseFragment(await text(numbered('2021'), 'fragment')))
  expect([...elements].sort()).toEqual(['col', 'colgroup', 'h2', 'h3', 'p', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr'])
  expect([...attributes].sort()).toEqual([
    ...['align', 'border', 'cellpadding', 'cellspacing', 'colspan', 'rowspan', 'scope', 'style', 'valign', 'width'],
  ])
})

test('the page says its language, has no script and names every table', async () => {
  const page = parse(await text(numbered('2021'), 'html'))
  expect(attribute(all(page, 'html')[0]!, 'lang')).toBe('zh-CN')
  expect(all(page, 'script')).toEqual([])
  expect(all(page, 'caption').map(wordsOf)).toEqual(formOf('2021').chapters.slice(1, 4))
  expect(all(page, 'th').filter((header) => attribute(header, 'scope') === undefined)).toEqual([])
})

test('Markdown escapes what it would read as marks, and nothing else', async () => {
  const written = await text(nasty, 'md')
  expect(written).toContain('公开 \\<script>alert(1)\\</script> & "三" 件，其中\\*甲\\*、\\_乙\\_、\\`丙\\`、|丁|、[戊]\\(己)。')
  expect(written).toContain('\n\\# 庚\n')
  expect(written).toContain('\n1\\. 辛\n')
  expect(written).toContain('\n\\- 壬\n')
  expect(written.match(/^#+ /gm)).toHaveLength(7)
  const plain = '依据国办发[2021]30号，详见http://www.example.gov.cn/a_b/?x=1&y=2，A|B，3-5天，1.公开目录'
  expect(await text(draw({ chapters: { 1: plain } }), 'md')).toContain(`\n${plain}\n`)
})

describe('the Word file', () => {
  const parts = async (report: Report) =>
    Object.fromEntries(
      Object.entries(unzipSync(await render(report, 'docx'))).map(([name, part]) => [name, new TextDecoder().decode(part)]),
    )

  test('is laid out as GB/T 9704 asks', async () => {
    const { 'word/document.xml': document = '', 'word/styles.xml': styles = '' } = await parts(numbered('2021'))
    expect(document.match(/<w:pgSz [^>]*>/)?.[0]).toContain('w:w="11906" w:h="16838"')
    expect(document.match(/<w:pgMar [^>]*>/)?.[0]).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
    for (const set of ['w:eastAsia="仿宋_GB2312"', 'w:eastAsia="方正小标宋简体"', 'w:val="zh-CN"', 'w:line="579" w:lineRule="exact"'])
      expect(styles.includes(set), set).toBe(true)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(6)
    expect(document.match(/w:firstLineChars="200"/g)).toHaveLength(9)
    // Rows as low as their own words: no empty paragraph in a table is as high as a line of the text.
    const cells = document.match(/<w:tc>.*?<\/w:tc>/g)!
    expect(cells.filter((cell) => !cell.includes('w:lineRule="atLeast"'))).toEqual([])
  })

  test('carries its title and its body, and no time', async () => {
    const { 'docProps/core.xml': core = '' } = await parts(numbered('2021'))
    expect(core).toContain('<dc:title>柳溪镇人民政府2025年政府信息公开工作年度报告</dc:title>')
    expect(core).toContain('<dc:creator>柳溪镇人民政府</dc:creator>')
    expect(core.match(/\d{4}-\d\d-\d\dT/g)).toEqual(['1980-01-01T', '1980-01-01T'])
  })

  test('has the headings as headings', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await render(numbered('2021'), 'docx')) })
    expect(all(parseFragment(value), 'h1').map(wordsOf).slice(-6)).toEqual(
      formOf('2021').chapters.map((title, index) => `${'一二三四五六'[index]}、${title}`),
    )
  })
})

describe('the workbook', () => {
  const finding: Finding = {
    rule: 'requests.row-sum',
    severity: 'error',
    cells: ['requests.received.total'],
    found: 4,
    expected: 3,
    say: 'requests.row-sum',
    values: {},
    at: null,
  }

  test('has its sheets, and the findings where there are some', async () => {
    const names = (book: ExcelJS.Workbook) => book.worksheets.map((sheet) => sheet.name)
    const sheets = ['概况', '表二', '表三', '表四', '正文']
    expect(names(await open(await render(numbered('2021'), 'xlsx')))).toEqual(sheets)
    const book = await open(await render(numbered('2021'), 'xlsx', { findings: [finding] }))
    expect(names(book)).toEqual([...sheets, '核对'])
    expect(book.getWorksheet('核对')!.getRow(2).values).toContain('requests.row-sum')
  })

  test('writes figures as numbers and words as words', async () => {
    const book = await open(await render(nasty, 'xlsx'))
    expect(book.getWorksheet('表四')!.getRow(4).getCell(1).value).toBe(0)
    const column = book.getWorksheet('正文')!.getColumn(3).values
    expect(column).toContain('=SUM(A1)')
  })

  test('says beside a listed cell what is the matter with it', async () => {
    const report = draw({
      figures: { 'proactive.fees': 3000 },
      cells: { 'proactive.fees': { state: 'doubtful', was: '3000元', why: 'unit-contradicts' } },
    })
    const cell = (await open(await render(report, 'xlsx'))).getWorksheet('表二')!.getCell('B14')
    expect(cell.value).toBe(3000)
    expect(JSON.stringify(cell.note)).toContain('3000元')
    expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFFBF0DA' } })
  })
})

test.each(['docx', 'xlsx', 'html', 'fragment', 'md', 'json'] as const)('%s: the same report gives the same bytes', async (format) => {
  expect(await render(numbered('2021'), format)).toEqual(await render(numbered('2021'), format))
})

test('a page without a title has no heading of the first level', () => expect(compose(draw({ title: null })).title).toBeNull())
