import {
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
  VerticalMergeType,
  TableCell as WordCell,
  TableRow as WordRow,
  Table as WordTable,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { cellKeys, draw, formOf, type Report } from '#report'
import { read } from '../index.ts'
import { readDocx } from './docx.ts'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A Word file of hand-written XML: the body, and other parts by their names. */
function docxOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}<w:sectPr/></w:body></w:document>`
  const files: Record<string, Uint8Array> = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document) }
  for (const [name, xml] of Object.entries(parts)) files[name] = strToU8(xml)
  return zipSync(files)
}
const root = (name: string, inner: string): string => `<w:${name} xmlns:w="${w}">${inner}</w:${name}>`
const p = (inner: string, properties = ''): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const r = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const tc = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
const cell = (text: string, properties = ''): string => tc(p(r(text)), properties)

const linesOf = (body: string, parts = {}): string[] =>
  readDocx(docxOf(body, parts)).blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []))
const tableOf = (body: string) => {
  const found = readDocx(docxOf(body)).blocks.find((block) => block.kind === 'table')
  if (found?.kind !== 'table') throw new Error('no table')
  return found
}
const leftoversOf = (body: string, parts = {}) => readDocx(docxOf(body, parts)).leftovers

describe('text', () => {
  test('runs join to paragraphs; tabs, breaks and signs become characters; empty paragraphs do not count', () => {
    const { blocks } = readDocx(
      docxOf(
        p(r('年度') + r('报告')) +
          p('') +
          p(`${r('甲')}<w:r><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>`) +
          p(r('丁\u00a0戊\u200b')),
      ),
    )
    expect(blocks).toEqual([
      { kind: 'line', text: '年度报告', at: { line: 1 } },
      { kind: 'line', text: '甲\t乙', at: { line: 2 } },
      { kind: 'line', text: '丙-1', at: { line: 2 } },
      { kind: 'line', text: '丁 戊', at: { line: 3 } },
    ])
  })
  test('fields show their result, not their instruction; one that lost its end swallows nothing', () => {
    const field = (instruction: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(linesOf(p(r('第') + field('PAGE', '3') + r('页')))).toEqual(['第3页'])
    expect(linesOf(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('失')}`) + p(r('正文')))).toEqual(['正文'])
    expect(linesOf(p(`<w:fldSimple w:instr="DATE">${r('今日')}</w:fldSimple>`))).toEqual(['今日'])
  })
  test('a table of contents is left out, the text behind it is not', () => {
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    expect(linesOf(p(`${begin + r('一、总体情况')}<w:r><w:tab/></w:r>${r('1')}`) + p(r('全年发布3')) + p(r('正文')))).toEqual([
      '全年发布3',
      '正文',
    ])
  })
  test('links, content controls and custom XML are seen through', () => {
    expect(
      linesOf(
        `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p(`<w:hyperlink>${r('链接')}</w:hyperlink><w:smartTag>${r('处')}</w:smartTag>`)}</w:sdtContent></w:sdt>`,
      ),
    ).toEqual(['链接处'])
  })
  test('a text box stands once, whatever versions of it are offered', () => {
    const box = `<w:txbxContent>${p(r('框中标题'))}${p(r('第二行'))}</w:txbxContent>`
    expect(
      linesOf(
        p(
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('正文')}`,
        ),
      ),
    ).toEqual(['框中标题', '第二行', '正文'])
    expect(linesOf(p(`<w:r><w:pict>${box}</w:pict></w:r>`))).toEqual(['框中标题', '第二行'])
  })
  test('pinyin over characters is left out', () => {
    expect(linesOf(p(`<w:r><w:ruby><w:rt>${r('shù')}</w:rt><w:rubyBase>${r('数')}</w:rubyBase></w:ruby></w:r>${r('量')}`))).toEqual([
      '数量',
    ])
  })
  test('symbols: the digits of Symbol are digits, pictures are boxes', () => {
    expect(linesOf(p('<w:r><w:sym w:font="Symbol" w:char="F037"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'))).toEqual(['7□'])
  })
  test('another prefix for the same namespace', () => {
    const xml = `<d:document xmlns:d="${w}"><d:body><d:p><d:pPr><d:numPr><d:numId d:val="0"/></d:numPr></d:pPr><d:r><d:t>正文</d:t></d:r></d:p></d:body></d:document>`
    expect(readDocx(zipSync({ 'word/document.xml': strToU8(xml) })).blocks).toHaveLength(1)
  })
  test('a main part by another name is found through the package', () => {
    const bytes = zipSync({
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
      ),
      'word/document2.xml': strToU8(root('document', `<w:body>${p(r('正文'))}</w:body>`)),
    })
    expect(readDocx(bytes).blocks).toHaveLength(1)
  })
})

describe('automatic numbers', () => {
  const level = (ilvl: number, form: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
  const numbering = root(
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="Head"/>')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>
     <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}${level(1, 'decimal', '%2', '<w:suff w:val="space"/>')}</w:abstractNum>
     <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
     <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
     <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
  )
  const styles = root(
    'styles',
    '<w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Sub"><w:basedOn w:val="Head"/></w:style><w:style w:styleId="Plain"/>',
  )
  const parts = { 'word/numbering.xml': numbering, 'word/styles.xml': styles }
  const item = (text: string, numId: number, ilvl = 0): string =>
    p(r(text), `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`)

  test('levels count on and begin anew under the next item above', () => {
    expect(
      linesOf(
        item('甲', 1) + item('子', 1, 1) + item('丑', 1, 1) + item('小', 1, 2) + item('乙', 1) + item('寅', 1, 1) + item('微', 1, 2),
        parts,
      ),
    ).toEqual(['一、甲', '（一）子', '（二）丑', '1.小', '二、乙', '（一）寅', '1.微'])
  })
  test('through styles, inherited ones too; numId 0 takes the number away', () => {
    expect(
      linesOf(
        p(r('甲'), '<w:pStyle w:val="Head"/>') +
          p(r('乙'), '<w:pStyle w:val="Sub"/>') +
          p(r('丙'), '<w:pStyle w:val="Head"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
          p(r('丁'), '<w:pStyle w:val="Plain"/>') +
          p(r('戊'), '<w:pStyle w:val="Head"/>'),
        parts,
      ),
    ).toEqual(['一、甲', '二、乙', '丙', '丁', '三、戊'])
  })
  test('an instance may say where it starts; bullets are no numbers; a space may follow', () => {
    expect(linesOf(item('甲', 1) + item('戊', 3) + item('己', 3) + item('点', 2) + item('款', 2, 1), parts)).toEqual([
      '一、甲',
      '五、戊',
      '六、己',
      '点',
      '1 款',
    ])
  })
  test('labels in cells count as well', () => {
    const bytes = docxOf(tbl(tr(tc(item('属于国家秘密', 1, 2)), cell('0')), tr(tc(item('保护第三方', 1, 2)), cell('4'))), parts)
    const [table] = readDocx(bytes).blocks
    expect(table?.kind === 'table' && table.rows.map((row) => row[0]!.text)).toEqual(['1.属于国家秘密', '2.保护第三方'])
  })
})

describe('tables', () => {
  test('merged cells, across and down, with the columns of the grid', () => {
    const down = '<w:vMerge w:val="restart"/>'
    const { rows } = tableOf(
      tbl(
        tr(cell('角', `<w:gridSpan w:val="2"/>${down}`), cell('甲'), cell('乙')),
        tr(tc(p(''), '<w:gridSpan w:val="2"/><w:vMerge/>'), cell('1'), cell('2')),
        tr(cell('组', down), cell('行'), cell('3'), cell('4')),
        tr(tc(p(''), '<w:vMerge w:val="continue"/>'), cell('行'), cell('5'), cell('6')),
      ),
    )
    expect(rows.map((row) => row.map(({ text, column, colSpan, rowSpan }) => [text, column, colSpan, rowSpan]))).toEqual([
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
        ['组', 0, 1, 2],
        ['行', 1, 1, 1],
        ['3', 2, 1, 1],
        ['4', 3, 1, 1],
      ],
      [
        ['行', 1, 1, 1],
        ['5', 2, 1, 1],
        ['6', 3, 1, 1],
      ],
    ])
    expect(rows[3]![2]!.at).toEqual({ table: 1, row: 4, cell: 3 })
  })
  test('columns left out in front of a row, and cells merged the old way', () => {
    const { rows } = tableOf(
      tbl(
        tr(cell('甲'), cell('乙'), cell('丙')),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('1')}${cell('2')}</w:tr>`,
        tr(cell('并', '<w:hMerge w:val="restart"/>'), tc(p(''), '<w:hMerge/>'), cell('3')),
      ),
    )
    expect(rows[1]!.map((each) => each.column)).toEqual([1, 2])
    expect(rows[2]!.map(({ column, colSpan }) => [column, colSpan])).toEqual([
      [0, 2],
      [2, 1],
    ])
  })
  test('paragraphs of a cell are its lines; an empty cell is empty', () => {
    expect(tableOf(tbl(tr(tc(p(r('商业')) + p(r('企业'))), tc(p(''))))).rows[0]!.map((each) => each.text)).toEqual(['商业\n企业', ''])
  })
  test('a table split by a page break stays two tables, in order', () => {
    const { blocks } = readDocx(docxOf(tbl(tr(cell('a'), cell('1'))) + p(r('转下页')) + tbl(tr(cell('b'), cell('2')))))
    expect(blocks.map((block) => block.at)).toEqual([{ table: 1 }, { line: 3 }, { table: 2 }])
  })
  test('a table that holds a larger one only arranges the page', () => {
    const inner = tbl(tr(cell('规章'), cell('0')), tr(cell('规范性文件'), cell('2')))
    const { blocks } = readDocx(docxOf(tbl(tr(cell('左'), tc(p(r('上')) + inner + p(r('下')))))))
    expect(blocks.map((block) => (block.kind === 'line' ? block.text : block.rows.length))).toEqual(['左', '上', 2, '下'])
  })
})

describe('text that is no part of the number beside it', () => {
  const textOf = (inner: string): string => tableOf(tbl(tr(cell('行政许可'), tc(inner)), tr(cell('行政处罚'), cell('2')))).rows[0]![1]!.text
  const raised = '<w:vertAlign w:val="superscript"/>'

  test.each([
    ['a note behind', p(r('318') + r('1', raised)), '318^1'],
    ['a note before', p(r('1', raised) + r('318')), '^1 318'],
    ['lowered', p(r('318') + r('2', '<w:vertAlign w:val="subscript"/>')), '318_2'],
    ['on the line after all', p(r('31') + r('8', '<w:vertAlign w:val="baseline"/>')), '318'],
    ['struck out', p(r('381', '<w:strike/>') + r('318')), '~381~318'],
    ['struck out twice', p(r('381', '<w:strike w:val="0"/><w:dstrike/>') + r('318')), '~381~318'],
    ['struck out, not twice', p(r('381', '<w:strike/><w:dstrike w:val="0"/>') + r('318')), '~381~318'],
    ['not struck out', p(r('31', '<w:strike w:val="0"/>') + r('8', '<w:dstrike w:val="false"/>')), '318'],
    ['a struck paragraph mark', p(r('318'), '<w:rPr><w:strike/></w:rPr>'), '318'],
    ['struck out as a whole', p(r('381', '<w:strike/>')), '~381~'],
    ['struck out over a break', p('<w:r><w:rPr><w:strike/></w:rPr><w:t>38</w:t><w:br/><w:t>1</w:t></w:r>'), '~38~\n~1~'],
    ['two paragraphs', p(r('318')) + p(r('20')), '318\n20'],
    ['a struck paragraph before', p(r('381', '<w:strike/>')) + p(r('318')), '~381~\n318'],
    ['joined paragraphs', p(r('381', '<w:strike/>'), '<w:rPr><w:del/></w:rPr>') + p(r('318')), '~381~318'],
  ])('%s', (_, inner, expected) => {
    expect(textOf(inner)).toBe(expected)
  })
  test('prose leaves out what is struck out, and lists it', () => {
    const body = p(r('公开') + r('381条', '<w:strike/>') + r('318') + r('1', raised) + r('条')) + p(r('删', '<w:dstrike/>')) + p(r('末段'))
    expect(linesOf(body)).toEqual(['公开318^1条', '末段'])
    expect(leftoversOf(body)).toEqual([
      { kind: 'tracked-deletion', text: '381条', at: { line: 1 } },
      { kind: 'tracked-deletion', text: '删', at: { line: 2 } },
    ])
  })
  test('struck out by a style, of the run or of the paragraph', () => {
    const styles = root(
      'styles',
      '<w:style w:styleId="D"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="E"><w:basedOn w:val="D"/></w:style><w:style w:styleId="K"><w:rPr><w:strike w:val="0"/></w:rPr></w:style>',
    )
    const body = p(r('381', '<w:rStyle w:val="E"/>') + r('318', '<w:rStyle w:val="K"/>')) + p(r('381'), '<w:pStyle w:val="D"/>')
    expect(linesOf(body, { 'word/styles.xml': styles })).toEqual(['318'])
  })
  test('in a cell it is listed with its place', () => {
    expect(leftoversOf(tbl(tr(cell('甲'), tc(p(r('381', '<w:strike/>') + r('318'))))))).toEqual([
      { kind: 'tracked-deletion', text: '381', at: { table: 1, row: 1, cell: 2 } },
    ])
  })
})

describe('leftovers of writing', () => {
  test('insertions print, deletions do not; both are listed with their place', () => {
    const body = p(`${r('发布')}<w:ins w:id="1">${r('126')}</w:ins><w:del w:id="2"><w:r><w:delText>125</w:delText></w:r></w:del>${r('条')}`)
    expect(linesOf(body)).toEqual(['发布126条'])
    expect(leftoversOf(p(r('前')) + body)).toEqual([
      { kind: 'tracked-insertion', text: '126', at: { line: 2 } },
      { kind: 'tracked-deletion', text: '125', at: { line: 2 } },
    ])
  })
  test('in cells and rows of tables', () => {
    const body = tbl(
      tr(cell('甲'), tc(p(`<w:del>${'<w:r><w:delText>8</w:delText></w:r>'}</w:del><w:ins>${r('9')}</w:ins>`))),
      `<w:tr><w:trPr><w:del/></w:trPr>${cell('乙')}${cell('7')}</w:tr>`,
    )
    expect(tableOf(body).rows.map((row) => row.map((each) => each.text))).toEqual([['甲', '9']])
    expect(leftoversOf(body)).toEqual([
      { kind: 'tracked-deletion', text: '8', at: { table: 1, row: 1, cell: 2 } },
      { kind: 'tracked-insertion', text: '9', at: { table: 1, row: 1, cell: 2 } },
      { kind: 'tracked-deletion', text: '乙\n7', at: { line: 3 } },
    ])
  })
  test('a deleted paragraph end joins the paragraphs', () => {
    expect(linesOf(p(r('总体'), '<w:rPr><w:del/></w:rPr>') + p(r('情况')))).toEqual(['总体情况'])
    expect(linesOf(p(r('末段'), '<w:rPr><w:del/></w:rPr>'))).toEqual(['末段'])
  })
  test('moved text stands where it went', () => {
    expect(linesOf(p(`<w:moveFrom>${r('移')}</w:moveFrom>${r('原')}`) + p(`<w:moveTo>${r('移')}</w:moveTo>`))).toEqual(['原', '移'])
  })
  test('hidden text, by itself or by its style', () => {
    const styles = root('styles', '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>')
    const body =
      p(r('明') + r('暗', '<w:vanish/>') + r('显', '<w:vanish w:val="0"/>') + r('隐', '<w:rStyle w:val="H"/>')) +
      p(r('密'), '<w:pStyle w:val="H"/>')
    expect(linesOf(body, { 'word/styles.xml': styles })).toEqual(['明显'])
    expect(leftoversOf(body, { 'word/styles.xml': styles }).map(({ kind, text }) => [kind, text])).toEqual([
      ['hidden-text', '暗'],
      ['hidden-text', '隐'],
      ['hidden-text', '密'],
    ])
  })
  test('text under a merged cell', () => {
    const body = tbl(tr(cell('甲', '<w:vMerge w:val="restart"/>'), cell('1')), tr(cell('藏', '<w:vMerge/>'), cell('2')))
    expect(leftoversOf(body)).toEqual([{ kind: 'hidden-text', text: '藏', at: { table: 1, row: 1, cell: 1 } }])
  })
  test('comments, at what they speak of', () => {
    const comments = root('comments', `<w:comment w:id="4" w:author="x">${p(r('这个数'))}${p(r('再核'))}</w:comment>`)
    const body =
      p(r('前')) +
      tbl(
        tr(
          cell('甲'),
          tc(p(`<w:commentRangeStart w:id="4"/>${r('7')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`)),
        ),
      )
    expect(leftoversOf(body, { 'word/comments.xml': comments })).toEqual([
      { kind: 'comment', text: '这个数\n再核', at: { table: 1, row: 1, cell: 2 } },
    ])
  })
  test('the unit that the properties name, where the text never does', () => {
    const app = (company: string) => ({
      'docProps/app.xml': `<Properties><Template>Normal.dotm</Template><Company>${company}</Company></Properties>`,
    })
    const body = p(r('柳溪镇人民政府2025年报告'))
    expect(leftoversOf(body, app('青石县财政局'))).toEqual([{ kind: 'template', text: '青石县财政局', at: null }])
    expect(leftoversOf(body, app('柳溪镇人民政府'))).toEqual([])
    expect(leftoversOf(body, app('Microsoft'))).toEqual([])
  })
})

describe('a whole report, as Word writes it', () => {
  const report = draw({
    figures: Object.fromEntries(cellKeys('2021').map((key, index) => [key, key === 'proactive.fees' ? 3.25 : index])),
    printed: { signature: { name: '柳溪镇人民政府', date: '2026-01-08', at: { line: 1 } } },
  })

  test('comes back with every figure in its cell, headings numbered by Word', async () => {
    const result = await read(await wordFile(report), 'report.docx')
    if (!result.ok) throw new Error(result.error.code)
    const [back] = result.reports
    expect(back!.figures).toEqual(report.figures)
    expect(back!.cells).toEqual({})
    expect(back!.chapters.map(({ number, title, text }) => [number, title, text])).toEqual(
      report.chapters.map(({ number, title, text }) => [number, title, text]),
    )
    expect(back!.printed.headings.map(({ text }) => text)).toEqual(report.printed.headings.map(({ text }) => text))
  })
})

/** The report in the official form, by the `docx` package: chapter numbers automatic, labels merged. */
async function wordFile(report: Report): Promise<Uint8Array> {
  const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] })
  const box = (
    text: string | number | null,
    options: { columnSpan?: number; rowSpan?: number; verticalMerge?: 'restart' | 'continue' } = {},
  ) => new WordCell({ ...options, children: [paragraph(String(text ?? ''))] })
  const row = (...children: WordCell[]) => new WordRow({ children })
  const form = formOf(report.edition)
  const figure = (key: string) => report.figures[key] ?? null

  const proactive = form.proactive.flatMap((block) => {
    const columnSpan = block.rows[0]!.fields.length === 1 ? 3 : 1
    return [
      row(box(block.caption, { columnSpan: 4 })),
      row(box('信息内容'), ...block.rows[0]!.fields.map((field) => box(field.label, { columnSpan }))),
      ...block.rows.map((each) =>
        row(
          box(each.label),
          ...each.fields.map((field) => box(figure(`proactive.${each.key}${field.key && `.${field.key}`}`), { columnSpan })),
        ),
      ),
    ]
  })
  const seen = new Set<string>()
  const merged = (text: string) => {
    const first = !seen.has(text)
    seen.add(text)
    return box(first ? text : '', { verticalMerge: first ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE })
  }
  const requests = [
    row(box(form.requests.corner, { columnSpan: 3, rowSpan: 3 }), box(form.requests.over, { columnSpan: 7 })),
    row(box('自然人', { rowSpan: 2 }), box('法人或其他组织', { columnSpan: 5 }), box('总计', { rowSpan: 2 })),
    row(...form.requests.columns.slice(1, 6).map((column) => box(column.label))),
    ...form.requests.rows.map((each) => {
      const figures = form.requests.columns.map((column) => box(figure(`requests.${each.key}.${column.key}`)))
      if (each.part === 'in' || each.part === 'out') return row(box(each.label, { columnSpan: 3 }), ...figures)
      if (each.group === null) return row(merged(form.requests.results), box(each.label, { columnSpan: 2 }), ...figures)
      return row(merged(form.requests.results), merged(each.group), box(each.label), ...figures)
    }),
  ]
  const { groups, columns } = form.challenges
  const challenges = [
    row(box('行政复议', { columnSpan: 5 }), box('行政诉讼', { columnSpan: 10 })),
    row(
      ...columns.map((column) => box(column.label, { rowSpan: 2 })),
      ...groups.slice(1).map((group) => box(group.label, { columnSpan: 5 })),
    ),
    row(...groups.slice(1).flatMap(() => columns.map((column) => box(column.label)))),
    row(...groups.flatMap((group) => columns.map((column) => box(figure(`challenges.${group.key}.${column.key}`))))),
  ]
  const tables: Readonly<Record<number, WordRow[]>> = { 2: proactive, 3: requests, 4: challenges }
  const children = [paragraph(report.title!)]
  const blocks: (Paragraph | WordTable)[] = children
  for (const chapter of report.chapters) {
    if (chapter.number > 0)
      blocks.push(new Paragraph({ numbering: { reference: 'chapters', level: 0 }, children: [new TextRun(chapter.title)] }))
    blocks.push(...chapter.lines.map((line) => paragraph(line.text)))
    const rows = tables[chapter.number]
    if (rows) blocks.push(new WordTable({ rows }))
  }
  blocks.push(paragraph(report.printed.signature!.name!), paragraph('2026年1月8日'))
  const numbering = { config: [{ reference: 'chapters', levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' }] }] }
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering, sections: [{ children: blocks }] })))
}
