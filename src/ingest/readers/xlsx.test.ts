import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { type CellValue, type MergeRange, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { cellKeys, draw, formOf, type Report } from '#report'
import { reportsIn } from '../index.ts'
import { readXlsx } from './xlsx.ts'
import { shown } from './xlsx-numbers.ts'

interface SheetOf {
  readonly name?: string
  readonly rows: CellValue[][]
  readonly merges?: MergeRange[]
}
const workbook = async (...sheets: SheetOf[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map((sheet, index) => ({ name: sheet.name ?? `S${index}`, rows: sheet.rows, merges: sheet.merges ?? [] })) })

const outline = (bytes: Uint8Array) =>
  readXlsx(bytes).blocks.map((block) => (block.kind === 'line' ? block.text : block.rows.map((row) => row.map((cell) => cell.text))))

describe('text that is no part of the number beside it', () => {
  const strike = { font: { strike: true } }
  /** A row of a label and a figure, and a line below, as exceljs writes them. */
  const sheetOf = async (value: ExcelJS.CellValue, style: Partial<ExcelJS.Style> = {}, below: ExcelJS.CellValue = null) => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('S')
    sheet.addRows([
      ['信息内容', '数量'],
      ['行政许可', null],
      ['行政处罚', 2],
    ])
    const cell = sheet.getCell('B2')
    cell.value = value
    Object.assign(cell, style)
    sheet.getCell('A5').value = below
    return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer)
  }
  const rich = (...richText: ExcelJS.RichText[]): ExcelJS.CellRichTextValue => ({ richText })

  test.each<[string, ExcelJS.CellValue, Partial<ExcelJS.Style>, string]>([
    ['a note', rich({ text: '318' }, { text: '1', font: { vertAlign: 'superscript' } }), {}, '318^1'],
    ['lowered', rich({ text: '318' }, { text: '2', font: { vertAlign: 'subscript' } }), {}, '318_2'],
    ['struck out', rich({ text: '381', ...strike }, { text: '318' }), {}, '~381~318'],
    ['a number struck out by its cell', 381, strike, '~381~'],
    ['a text struck out by its cell', '381', strike, '~381~'],
    ['an empty cell struck out', null, strike, ''],
    ['two lines', '318\n20', {}, '318\n20'],
    ['runs that are set alike', rich({ text: '31' }, { text: '8', font: { bold: true } }), {}, '318'],
  ])('%s', async (_, value, style, expected) => {
    const [table] = readXlsx(await sheetOf(value, style)).blocks
    expect(table?.kind === 'table' && table.rows[1]![1]!.text).toBe(expected)
  })
  test('texts that stand in their cells', () => {
    const part = (name: string, inner: string) => ({ [name]: strToU8(inner) })
    const book = zipSync({
      ...part('xl/workbook.xml', '<workbook><sheets><sheet name="S" r:id="a"/></sheets></workbook>'),
      ...part('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>'),
      ...part(
        'xl/worksheets/s.xml',
        '<worksheet><sheetData><row><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><r><rPr><strike/></rPr><t>381</t></r><r><rPr><strike val="0"/></rPr><t>318</t></r></is></c></row></sheetData></worksheet>',
      ),
    })
    expect(outline(book)).toEqual([[['甲', '~381~318']]])
  })
  test('prose leaves out what is struck out; it stands among the leftovers', async () => {
    const bytes = await sheetOf(
      rich({ text: '381', ...strike }, { text: '318' }),
      {},
      rich({ text: '注：' }, { text: '不含', ...strike }, { text: '含转载。' }),
    )
    const { blocks, leftovers } = readXlsx(bytes)
    expect(blocks[1]).toMatchObject({ kind: 'line', text: '注：含转载。' })
    expect(leftovers).toEqual([
      { kind: 'tracked-deletion', text: '381', at: { line: 2 } },
      { kind: 'tracked-deletion', text: '不含', at: { line: 5 } },
    ])
  })
})

describe('lines and tables', () => {
  test('texts alone in their row are lines, rows of several cells are tables, an empty row ends one', async () => {
    const rows = [['年度报告'], ['一、总体情况'], [], ['名称', '数量'], ['规章', 0], [], ['甲', 1], ['乙', 2], ['注：不含转载。']]
    expect(outline(await workbook({ rows }))).toEqual([
      '年度报告',
      '一、总体情况',
      [
        ['名称', '数量'],
        ['规章', '0'],
      ],
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
      '注：不含转载。',
    ])
  })
  test('a chapter heading between two tables parts them, a row without figures does not', async () => {
    const rows = [
      ['名称', '甲', '乙'],
      ['一、本年新收', null, null],
      ['二、上年结转', 1, 2],
      ['四、行政复议情况'],
      ['名称', '丙', '丁'],
      ['合计', 3, 4],
    ]
    const blocks = outline(await workbook({ rows }))
    expect(blocks).toHaveLength(3)
    expect(blocks[0]).toEqual([
      ['名称', '甲', '乙'],
      ['一、本年新收', '', ''],
      ['二、上年结转', '1', '2'],
    ])
    expect(blocks[1]).toBe('四、行政复议情况')
  })
  test('a caption across the table belongs to it, a title above it does not', async () => {
    const across = (row: number): MergeRange => ({ startRow: row, startCol: 0, endRow: row, endCol: 2 })
    const rows = [
      ['某镇年度报告', null, null],
      ['第二十条第（一）项', null, null],
      ['信息内容', '制发', '废止'],
      ['规章', 0, 0],
    ]
    const blocks = outline(await workbook({ rows, merges: [across(0), across(1)] }))
    expect(blocks[0]).toBe('某镇年度报告')
    expect(blocks[1]).toHaveLength(3)
  })
  test('merged cells keep their reach; places are rows of the sheet and cells of the table', async () => {
    const bytes = await workbook({
      rows: [[], [null, '角', null, '甲', '乙'], [null, null, null, 1, 2], [null, '组', '行', 3, null]],
      merges: [{ startRow: 1, startCol: 1, endRow: 2, endCol: 2 }],
    })
    const [table] = readXlsx(bytes).blocks
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.rows.map((row) => row.map(({ text, column, colSpan, rowSpan }) => [text, column, colSpan, rowSpan]))).toEqual([
      [
        ['角', 0, 2, 2],
        ['甲', 2, 1, 1],
        ['乙', 3, 1, 1],
      ],
      [
        ['1', 2, 1, 1],
        ['2', 3, 1, 1],
      ],
      [
        ['组', 0, 1, 1],
        ['行', 1, 1, 1],
        ['3', 2, 1, 1],
        ['', 3, 1, 1],
      ],
    ])
    expect(table.rows[2]![2]!.at).toEqual({ line: 4, table: 1, row: 3, cell: 3 })
  })
  test('hidden sheets, rows and columns are left out and listed', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('明')
    sheet.addRow(['甲', 1, 2])
    sheet.addRow(['密', 3, 4]).hidden = true
    sheet.addRow(['乙', 5, 6])
    sheet.getColumn(3).hidden = true
    book.addWorksheet('暗', { state: 'hidden' }).addRow(['丙', 7])
    const grid = readXlsx(new Uint8Array(await book.xlsx.writeBuffer()))
    expect(grid.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text)) : []))).toEqual([
      ['甲', '1'],
      ['乙', '5'],
    ])
    expect(grid.leftovers.map(({ text }) => text)).toEqual(['2', '密', '3', '4', '6', '暗'])
  })
  test('rich text joins, formulas give their last result, one never computed is no blank', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('S')
    sheet.addRow([{ richText: [{ text: '本年' }, { text: '新收' }] }, { formula: 'SUM(1,2)', result: 3 }, { formula: 'SUM(3,4)' }])
    const [table] = readXlsx(new Uint8Array(await book.xlsx.writeBuffer())).blocks
    expect(table?.kind === 'table' && table.rows[0]!.map((cell) => cell.text)).toEqual(['本年新收', '3', '=SUM(3,4)'])
  })
})

describe('numbers as shown', () => {
  test.each([
    [12.5, 'General', '12.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [1234.5, '#,##0.00', '1234.50'],
    [2.345, '0.0', '2.3'],
    [3, '0"件"', '3件'],
    [-3, '0', '-3'],
    [-3, '0;(0)', '(3)'],
    [0, '0;-0;;@', ''],
    [0, '#', ''],
    [0.256, '0.0%', '25.6%'],
    [12.5, '0.##', '12.5'],
    [12, '0.##', '12'],
    [123456, '0!.0,', '12.3'],
    [123456, '0,', '123'],
    [7, '000', '007'],
    [8, '[红色]0_ ', '8'],
    [5, '@', '5'],
    [1e-7, 'General', '0.0000001'],
    [46030, 'yyyy"年"m"月"d"日"', '2026年1月8日'],
    [1, 'yyyy-m-d', '1900年1月1日'],
    [60.5, 'm/d/yy', '1900年2月28日'],
  ])('%d in the format %s is %s', (value, code, text) => {
    expect(shown(value, code, false)).toBe(text)
  })
  test('days count from 1904 where the workbook says so', () => {
    expect(shown(44568, 'yyyy-m-d', true)).toBe('2026年1月8日')
  })
})

describe('a whole report in sheets', () => {
  const report = draw({ figures: Object.fromEntries(cellKeys('2021').map((key, index) => [key, key === 'proactive.fees' ? 0.75 : index])) })

  test('one sheet a chapter, tables between the words', async () => {
    const sheets = report.chapters.map((chapter): SheetOf => {
      const words = [
        ...(chapter.number === 0 ? [report.title!] : [`${'〇一二三四五六'[chapter.number]}、${chapter.title}`]),
        ...chapter.text.split('\n'),
      ]
      const lines = words.filter((line) => line !== '').map((line) => [line])
      const table = tables(report)[chapter.number]
      if (!table) return { rows: lines }
      return {
        rows: [...lines, ...table.rows],
        merges: table.merges.map((merge) => ({ ...merge, startRow: merge.startRow + lines.length, endRow: merge.endRow + lines.length })),
      }
    })
    const [back] = reportsIn(readXlsx(await workbook(...sheets)))
    expect(back!.figures).toEqual(report.figures)
    expect(back!.cells).toEqual({})
    expect(back!.title).toBe(report.title)
    expect(back!.chapters.map(({ number, text }) => [number, text])).toEqual(report.chapters.map(({ number, text }) => [number, text]))
  })
})

describe('broken workbooks', () => {
  const rels = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
  const book = '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'
  const codeOf = (parts: Record<string, string>): string => {
    try {
      readXlsx(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))))
      return 'read'
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  test('missing parts and broken XML are damage', () => {
    expect(codeOf({ 'xl/workbook.xml': book })).toBe('damaged')
    expect(codeOf({ 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': rels })).toBe('damaged')
    expect(
      codeOf({ 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': rels, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }),
    ).toBe('damaged')
    expect(codeOf({ 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': rels, 'xl/worksheets/sheet1.xml': '<worksheet/>' })).toBe('read')
  })
  test('two cells at the far corners cost two cells', () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    expect(codeOf({ 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': rels, 'xl/worksheets/sheet1.xml': sheet })).toBe('read')
  })
})

/** The three tables in the official form, as rows and merges of a sheet. */
function tables(report: Report): Record<number, { rows: CellValue[][]; merges: MergeRange[] }> {
  const form = formOf(report.edition)
  const figure = (key: string): CellValue => report.figures[key] ?? null
  const build = () => {
    const rows: CellValue[][] = []
    const merges: MergeRange[] = []
    const put = (row: number, column: number, value: CellValue, down = 1, across = 1) => {
      rows[row] ??= []
      while (rows[row].length <= column) rows[row].push(null)
      rows[row][column] = value
      if (down > 1 || across > 1) merges.push({ startRow: row, startCol: column, endRow: row + down - 1, endCol: column + across - 1 })
    }
    return { rows, merges, put }
  }

  const proactive = build()
  for (const block of form.proactive) {
    const single = block.rows[0]!.fields.length === 1
    const top = proactive.rows.length
    proactive.put(top, 0, block.caption, 1, 4)
    proactive.put(top + 1, 0, '信息内容')
    block.rows[0]!.fields.forEach((field, index) => {
      proactive.put(top + 1, index + 1, field.label, 1, single ? 3 : 1)
    })
    block.rows.forEach((row, rowIndex) => {
      proactive.put(top + 2 + rowIndex, 0, row.label)
      row.fields.forEach((field, index) => {
        proactive.put(top + 2 + rowIndex, index + 1, figure(`proactive.${row.key}${field.key && `.${field.key}`}`), 1, single ? 3 : 1)
      })
    })
  }

  const requests = build()
  requests.put(0, 0, form.requests.corner, 3, 3)
  requests.put(0, 3, form.requests.over, 1, 7)
  requests.put(1, 3, '自然人', 2)
  requests.put(1, 4, '法人或其他组织', 1, 5)
  requests.put(1, 9, '总计', 2)
  form.requests.columns.slice(1, 6).forEach((column, index) => {
    requests.put(2, 4 + index, column.label)
  })
  const groupSizes = new Map<string, number>()
  for (const { group } of form.requests.rows) if (group !== null) groupSizes.set(group, (groupSizes.get(group) ?? 0) + 1)
  form.requests.rows.forEach((row, index) => {
    const at = index + 3
    if (index === 2) requests.put(at, 0, form.requests.results, 22)
    if (row.part === 'in' || row.part === 'out') requests.put(at, 0, row.label, 1, 3)
    else if (row.group === null) requests.put(at, 1, row.label, 1, 2)
    else {
      if (form.requests.rows[index - 1]!.group !== row.group) requests.put(at, 1, row.group, groupSizes.get(row.group)!)
      requests.put(at, 2, row.label)
    }
    form.requests.columns.forEach((column, columnIndex) => {
      requests.put(at, 3 + columnIndex, figure(`requests.${row.key}.${column.key}`))
    })
  })

  const challenges = build()
  const { groups, columns } = form.challenges
  challenges.put(0, 0, '行政复议', 1, 5)
  challenges.put(0, 5, '行政诉讼', 1, 10)
  groups.slice(1).forEach((group, index) => {
    challenges.put(1, 5 + index * 5, group.label, 1, 5)
  })
  groups.forEach((group, groupIndex) => {
    columns.forEach((column, index) => {
      challenges.put(groupIndex === 0 ? 1 : 2, groupIndex * 5 + index, column.label, groupIndex === 0 ? 2 : 1)
      challenges.put(3, groupIndex * 5 + index, figure(`challenges.${group.key}.${column.key}`))
    })
  })
  return { 2: proactive, 3: requests, 4: challenges }
}
