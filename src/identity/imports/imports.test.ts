import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { findBodies, verifyChain } from '#identity'
import { csvLine, unguarded, utf8Mark } from '#kit'
import { actorNamed, county, kindsSince, lastSeq, machine, staff } from '../../../tests/county.ts'
import { testDatabase } from '../../../tests/database.ts'
import { bodyAt, bodyBySlug } from '../bodies/queries.ts'
import type { Actor } from '../model.ts'
import { findPeople } from '../people/queries.ts'
import { exportBodies, importBodies } from './bodies.ts'
import { parseCsv } from './csv.ts'
import { exportPeople, importPeople } from './people.ts'
import { readSheet, writeSheet } from './sheet.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let ctx: Context
let system: Actor
let officer: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  system = (await county(ctx)).system
  officer = await staff(ctx, '关教育', 'guan', { body: 'education', role: 'disclosure-officer' })
})
afterAll(() => database.close())

const bytes = (text: string) => new TextEncoder().encode(text)
const lines = (...rows: string[]) => bytes(rows.join('\n'))

describe('CSV', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '"a,1","say ""hi"""\n"two\nlines",',
      [
        ['a,1', 'say "hi"'],
        ['two\nlines', ''],
      ],
    ],
    ['a\tb,c\n', [['a\tb', 'c']]],
    ['a\tb\n', [['a', 'b']]],
    ['a\n\nb\n', [['a'], [''], ['b']]],
  ])('%j', (text, rows) => expect(parseCsv(text).rows.map(({ cells }) => cells)).toEqual(rows))

  test('rows are numbered by the line on which they begin', () => {
    expect(parseCsv('a\n"x\ny"\nb').rows.map(({ line }) => line)).toEqual([1, 2, 4])
  })

  test('a quote that never closes is told by its line', () => {
    expect(parseCsv('a\nb,"c\nd').unclosed).toBe(2)
  })

  test('any text comes back, and none begins like a formula', () => {
    const cellText = fc.string({
      unit: fc.oneof(
        fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\r', '\n', ' ', '甲', 'a', '0'),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
    })
    fc.assert(
      fc.property(fc.array(fc.array(cellText, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (drawn) => {
        const rows = [['甲', '乙'], ...drawn.filter((row) => row.some((text) => text !== ''))]
        const written = utf8Mark + rows.map(csvLine).join('')
        const read = parseCsv(written.slice(1)).rows.map(({ cells }) => cells)
        expect(read.map((row) => row.map(unguarded))).toEqual(rows)
        expect(read.flat().filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([])
      }),
    )
  })
})

describe('reading a file', () => {
  const rows = async (file: Uint8Array) => (await readSheet(file)).map(({ row, cells }) => [row, ...cells.map(({ text }) => text)])

  test('CSV in GB18030 and in UTF-8 with a byte order mark', async () => {
    // 代号,全称 / a,甲局 as Excel saves them in Chinese.
    const gb = new Uint8Array([0xb4, 0xfa, 0xba, 0xc5, 0x2c, 0xc8, 0xab, 0xb3, 0xc6, 0x0a, 0x61, 0x2c, 0xbc, 0xd7, 0xbe, 0xd6])
    const expected = [
      [1, '代号', '全称'],
      [2, 'a', '甲局'],
    ]
    expect(await rows(gb)).toEqual(expected)
    expect(await rows(bytes('\uFEFF代号,全称\r\na,甲局\r\n'))).toEqual(expected)
  })

  test('a workbook that another program wrote: dates as days, numbers as numbers', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('x')
    sheet.addRow(['代号', '设立日期', '排列顺序'])
    sheet.addRow(['a', new Date(Date.UTC(2019, 2, 20)), 7])
    sheet.addRow([])
    sheet.addRow(['b', { formula: '1+1', result: 2 }, ' 八 '])
    const read = await readSheet(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(read.map(({ row, cells }) => [row, ...cells.map(({ text }) => text)])).toEqual([
      [1, '代号', '设立日期', '排列顺序'],
      [2, 'a', '2019-03-20', '7'],
      [4, 'b', '2', '八'],
    ])
    expect(read[1]!.cells.map(({ isNumber }) => isNumber)).toEqual([false, false, true])
  })

  test.each([
    ['nothing', new Uint8Array(), 'no row'],
    ['a header alone', bytes('代号,全称\n'), 'no row'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'cannot be read'],
    ['half a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'cannot be read'],
    ['an open quote', bytes('代号,全称\na,"b\n'), 'not closed'],
    ['more rows than are taken', bytes(`代号,全称\n${'a,b\n'.repeat(5001)}`), 'at most 5000'],
  ])('%s is refused', async (_, file, says) => {
    await expect(readSheet(file)).rejects.toMatchObject({ code: 'wrong-field', message: expect.stringContaining(says) })
  })

  test('two sheets with content are refused rather than one passed over', async () => {
    const sheets = ['机关', '旧表'].map((name) => ({ name, rows: [['代号'], ['a']] }))
    await expect(readSheet(new Uint8Array(await writeXlsx({ sheets })))).rejects.toMatchObject({
      message: expect.stringContaining('机关、旧表'),
    })
    const oneEmpty = await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [] }, sheets[0]!] })
    expect(await rows(new Uint8Array(oneEmpty))).toEqual([
      [1, '代号'],
      [2, 'a'],
    ])
  })

  test('a small workbook that unfolds into a huge one is refused', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(120_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(readSheet(bomb)).rejects.toMatchObject({ code: 'wrong-field' })
  })

  test('a workbook of ours holds text alone, whatever it begins with', async () => {
    const texts = ['=1+1', '+86 990', '-3', '@x', '0123', '2026-01-20']
    const file = await writeSheet([['甲', '乙', '丙', '丁', '戊', '己'], texts], 'xlsx', '表')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(file.buffer as ArrayBuffer)
    const row = workbook.worksheets[0]!.getRow(2)
    expect(texts.map((_, index) => row.getCell(index + 1).value)).toEqual(texts)
    expect(texts.map((_, index) => row.getCell(index + 1).type)).toEqual(texts.map(() => ExcelJS.ValueType.String))
    expect((await readSheet(file))[1]!.cells.map(({ text }) => text)).toEqual(texts)
  })
})

describe('bodies', () => {
  const head = '机关代号,机关全称,类型,级别,报送至'
  const importing = (file: Uint8Array, options = {}, actor = system) => importBodies(ctx, actor, file, options)

  test('a dry run tries everything and keeps nothing; the import keeps it', async () => {
    const file = lines(
      '代号,单位名称,简称,别名,类型,级别,上级单位,统一社会信用代码,设立日期,计入汇总,邮编',
      'hongshi-park,红石园区,,,开发区、功能区,县级,hongshi,,2020-01-01,是,',
      'hongshi,红石镇人民政府,红石镇,红石乡、红石公社,town,乡级,青溪县人民政府,11990421000000001J,,yes,012345',
    )
    const before = await lastSeq(ctx)
    expect(await importing(file, { dryRun: true })).toEqual({ rows: 2, adds: 2, changes: 0, errors: [], imported: false })
    expect(await bodyBySlug(ctx, 'hongshi')).toBeNull()
    expect(await kindsSince(ctx, before)).toEqual([])
    expect(await importing(file)).toEqual({ rows: 2, adds: 2, changes: 0, errors: [], imported: true })
    expect(await bodyAt(ctx, 'hongshi')).toMatchObject({
      shortName: '红石镇',
      aliases: ['红石乡', '红石公社'],
      postcode: '012345',
      filesToBody: { slug: 'qingxi' },
    })
    expect(await bodyAt(ctx, 'hongshi-park')).toMatchObject({ kind: 'zone', filesToBody: { slug: 'hongshi' }, establishedOn: '2020-01-01' })
    expect(await kindsSince(ctx, before)).toEqual(['body.added', 'body.added', 'body.imported'])
    expect(await importing(file)).toEqual({ rows: 2, adds: 0, changes: 0, errors: [], imported: true })
  })

  test('what is wrong is told by row and column, all of it, and nothing is kept', async () => {
    const before = await lastSeq(ctx)
    const file = lines(
      head,
      'lake,青溪县湖泊管理局,部门,县级,qingxi',
      'Big,甲局,部门,县级,qingxi',
      'river,乙局,不存在,县级,qingxi',
      'lake,丙局,部门,县级,qingxi',
      'stream,丁局,部门,县级,nowhere',
      'education,青溪县教育体育局,部门,县级,qingxi',
      'loop-a,戊局,部门,县级,loop-b',
      'loop-b,己局,部门,县级,loop-a',
      'brook,,部门,县级,qingxi',
    )
    const { imported, adds, errors } = await importing(file)
    expect([imported, adds]).toEqual([false, 1])
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [3, '机关代号'],
      [4, '类型'],
      [5, '机关代号'],
      [6, '报送至'],
      [7, '机关全称'],
      [8, '报送至'],
      [9, '报送至'],
      [10, '机关全称'],
    ])
    expect(errors[4]!.what).toContain('青溪县教育局')
    expect(errors.every(({ what }) => /[\u4e00-\u9fff]/.test(what) && !what.includes('undefined'))).toBe(true)
    expect(await bodyBySlug(ctx, 'lake')).toBeNull()
    expect(await kindsSince(ctx, before)).toEqual([])
  })

  test.each([
    ['an unknown column', ['机关代号,机关全称,颜色', 'x,y,红'], [[1, '颜色']]],
    ['a column twice', ['机关代号,代号,机关全称', 'x,y,z'], [[1, '代号']]],
    ['no slug column', ['机关全称,类型', 'y,部门'], [[1, '网址代号']]],
  ])('%s is an error of the header', async (_, rows, expected) => {
    const { errors, imported } = await importing(lines(...rows))
    expect(imported).toBe(false)
    expect(errors.map(({ row, column }) => [row, column])).toEqual(expected)
  })

  test('a number of the spreadsheet that lost digits is refused', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: 'x',
          rows: [
            ['slug', 'official name', 'postcode', 'phone'],
            ['education', '青溪县教育局', 12345, 990123456789],
          ],
        },
      ],
    })
    const { errors } = await importing(new Uint8Array(file))
    expect(errors).toMatchObject([{ row: 2, column: 'phone' }])
    const postcode = await writeXlsx({
      sheets: [
        {
          name: 'x',
          rows: [
            ['slug', 'official name', 'postcode'],
            ['education', '青溪县教育局', 12345],
          ],
        },
      ],
    })
    expect((await importing(new Uint8Array(postcode))).errors).toMatchObject([{ row: 2, column: 'postcode' }])
  })

  test.each(['csv', 'xlsx'] as const)('what is exported as %s comes back without a change, in both languages', async (format) => {
    await importing(lines('slug,official name,hours,phone,address', 'education,青溪县教育局,"=9:00-17:00, ""工作日""",+86 990-123,-1 楼'))
    for (const language of ['zh-CN', 'en'] as const) {
      const actor = { ...system, language }
      const file = await exportBodies(ctx, actor, format)
      const all = (await findBodies(ctx)).items.length
      const before = await lastSeq(ctx)
      expect(await importing(file, {}, actor)).toEqual({ rows: all, adds: 0, changes: 0, errors: [], imported: true })
      expect(await kindsSince(ctx, before)).toEqual([])
    }
    expect(await bodyAt(ctx, 'education')).toMatchObject({ hours: '=9:00-17:00, "工作日"', phone: '+86 990-123', address: '-1 楼' })
  })

  test('an export holds what is in reach, and is not everybody’s', async () => {
    const higher = await staff(ctx, '镇上级', 'zhenshangji', { body: 'hongshi', role: 'higher-office' })
    const rows = (await readSheet(await exportBodies(ctx, higher, 'csv'))).slice(1)
    expect(rows.map(({ cells }) => cells[0]!.text).sort()).toEqual(['hongshi', 'hongshi-park'])
    await expect(exportBodies(ctx, officer, 'csv')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(importing(lines(head, 'x,y,部门,县级,qingxi'), {}, officer)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('people', () => {
  const head = '姓名,用户名,手机,邮箱,单位,岗位,步骤,科室,任职日期'
  const importing = (file: Uint8Array, options = {}, actor = system) => importPeople(ctx, actor, file, options)

  test('people come with their posts and one-time passwords, all or none', async () => {
    const file = lines(
      head,
      '田小苗,tian,139 0000 1111,tian@example.cn,education,经办人,,,2026-01-05',
      '田小苗,tian,139 0000 1111,tian@example.cn,青溪县财政局,审核人,2,,',
      '石头,shi,,,,,,,',
    )
    const dry = await importing(file, { dryRun: true })
    expect(dry).toEqual({ rows: 3, adds: 2, changes: 0, errors: [], imported: false, oneTime: [] })
    expect((await findPeople(ctx, machine, { q: 'tian' })).items).toEqual([])
    const before = await lastSeq(ctx)
    const done = await importing(file)
    expect(done).toMatchObject({ rows: 3, adds: 2, changes: 0, errors: [], imported: true })
    expect(done.oneTime.map(({ username, password }) => [username, password.length >= 10])).toEqual([
      ['tian', true],
      ['shi', true],
    ])
    expect((await actorNamed(ctx, 'tian')).posts.map(({ bodySlug, role, step }) => [bodySlug, role, step])).toEqual([
      ['education', 'drafter', null],
      ['finance', 'reviewer', 2],
    ])
    expect(await kindsSince(ctx, before)).toEqual(['person.added', 'post.added', 'post.added', 'person.added', 'person.imported'])
    expect(await importing(file)).toMatchObject({ adds: 0, changes: 0, errors: [], imported: true, oneTime: [] })
  })

  test('what is wrong is told by row and column, and nobody is added', async () => {
    const file = lines(
      head,
      '好人,hao,,,education,经办人,,,',
      '管理,guanli,,,qingxi,系统管理员,,,',
      '审核,shenhe,,,education,审核人,,,',
      '联络,lianluo,,,education,信息联络员,,没有的股,',
      '半行,banhang,,,education,,,,',
      '号码,haoma,990421199003070017,,,,,,',
      '好人,hao,12345678,,finance,经办人,,,',
      '日子,rizi,,,education,经办人,,,去年',
      '换名,tian,,,education,校对,,,',
    )
    const { imported, errors } = await importing(file)
    expect(imported).toBe(false)
    expect(errors.map(({ row, column }) => [row, column])).toEqual([
      [3, '岗位'],
      [4, '步骤'],
      [5, '科室'],
      [6, '岗位'],
      [7, '手机'],
      [8, '用户名'],
      [9, '任职日期'],
    ])
    expect((await findPeople(ctx, machine, { q: 'hao' })).items).toEqual([])
    expect((await actorNamed(ctx, 'tian')).name).toBe('田小苗')
  })

  test.each(['csv', 'xlsx'] as const)('what is exported as %s is masked, and comes back without a change', async (format) => {
    const file = await exportPeople(ctx, system, format)
    const text = JSON.stringify(await readSheet(file))
    expect(text).toContain('田小苗')
    expect(text).not.toContain('0000 1111')
    const { rows, ...rest } = await importing(file)
    expect(rest).toEqual({ adds: 0, changes: 0, errors: [], imported: true, oneTime: [] })
    expect(rows).toBeGreaterThan(5)
    const kept = await ctx.db.selectFrom('person').select('phone').where('name', '=', '田小苗').executeTakeFirst()
    expect(kept).toEqual({ phone: '139 0000 1111' })
  })

  test('the disclosure officer imports and exports at the own body alone', async () => {
    const refused = await importing(lines(head, '外人,wairen,,,finance,经办人,,,'), {}, officer)
    expect(refused).toMatchObject({ imported: false, errors: [{ row: 2 }] })
    expect(await importing(lines(head, '自己人,zijiren,,,education,校对,,,'), {}, officer)).toMatchObject({ adds: 1, imported: true })
    const exported = JSON.stringify(await readSheet(await exportPeople(ctx, officer, 'csv')))
    expect(exported).toContain('自己人')
    expect(exported).not.toMatch(/finance|石头/)
  })
})

test('all of it stands in one unbroken chain', async () => {
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})
