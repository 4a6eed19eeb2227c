import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { type Actor, eventsOf, readSheet, type SheetFormat, verifyChain } from '#identity'
import { csvLine } from '#kit'
import { Failure, ledgerColumns } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import { exportLedger, importLedger, type LedgerFile, perform, registerForm, tablesOf } from '../index.ts'
import { serialIn } from './import.ts'

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let clerk: Actor
let officer: Actor
let other: Actor

beforeAll(async () => {
  database = await testDatabase()
  database.setNow('2025-10-15T09:00:00+08:00')
  ctx = database.ctx
  office = await smallOffice(ctx)
  clerk = await office.actor(await office.person('经办', office.bureau, 'drafter'))
  officer = await office.actor(await office.person('负责人', office.bureau, 'disclosure-officer'))
  other = await office.actor(await office.person('邻站', office.station, 'drafter'))
})
afterAll(() => database.close())

const cellsIn = (line: string) => line.split('|').map((cell) => cell.trim())
const heads = cellsIn(
  '登记编号|收到时间|申请方式|申请人类型|申请人姓名|联系电话|申请内容|获取方式|补正告知日期|补正期限|补正日期|征求意见|办结日期|办理结果|文号|备注',
)
const rows = [
  '2025-0001|2024-12-20|当面|自然人|吴晓岚|13900000017|水库除险加固工程验收报告|邮寄|||||2025-01-08|予以公开|青水公开〔2025〕1号|',
  '2025-0007|2025-03-10|网站|商业企业|青石建材有限公司|0990-2000001|采砂许可审批表|网上下载|||||2025-04-01|商业秘密||',
  '2025-0031|2025-09-15|挂号信|自然人|欧阳静||河桥村土地征收补偿方案|邮寄|2025-09-17||2025-09-22|||||',
  '2025-0032|2025-09-22|当面|自然人|申小宁||水价调整听证笔录|当面领取||||2025-09-24||||',
  '2025-0033|2025-09-24|当面|法律服务机构|青石县正清律师事务所||行政处罚决定书|邮寄|2025-09-29|2025-10-24||||||电话催过',
].map(cellsIn)
const bytesOf = (lines: readonly (readonly string[])[]) => new TextEncoder().encode(lines.map(csvLine).join(''))
const file = (lines: readonly (readonly string[])[], more: Partial<LedgerFile> = {}): LedgerFile => ({
  body: 'water',
  name: '台账.csv',
  type: 'text/plain',
  bytes: bytesOf(lines),
  ...more,
})
const count = async (table: 'request' | 'case_event' | 'ledger_import' | 'intake_form') =>
  Number(
    (
      await ctx.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )

describe('a ledger of another system', () => {
  test('is tried without keeping anything', async () => {
    const found = await importLedger(ctx, clerk, file([heads, ...rows], { dryRun: true }))
    expect(found).toMatchObject({ rows: 5, adds: 5, known: 0, errors: [], doubts: [], ignored: [], imported: false })
    expect(found.outcomes.map(({ number, what, state, dueOn, outcome }) => [number, what, state, dueOn, outcome])).toEqual([
      ['2025-0001', 'new', 'answered', null, 'granted'],
      ['2025-0007', 'new', 'answered', null, 'refusedThirdParty'],
      ['2025-0031', 'new', 'handling', '2025-10-24', null],
      ['2025-0032', 'new', 'handling', '2025-11-14', null],
      ['2025-0033', 'new', 'correcting', null, null],
    ])
    expect(found.outcomes[0]!.says).toBe('2025-01-08 办结，计入“（一）予以公开”')
    expect([await count('request'), await count('intake_form'), await count('ledger_import')]).toEqual([0, 0, 0])
  })

  test('is not taken in where a row is wrong: none of it', async () => {
    const wrong = [...rows.slice(0, 4), cellsIn('2025-0099|2025-09-24|当面|自然人|丁一||验收报告|邮寄|||||2025-10-09|不予公开||')]
    const found = await importLedger(ctx, clerk, file([heads, ...wrong]))
    expect(found.imported).toBe(false)
    expect(found.errors.map(({ row, column }) => [row, column])).toEqual([[6, '办理结果']])
    expect(found.errors[0]!.what).toContain('6.属于四类过程性信息')
    expect(await count('request')).toBe(0)
  })

  test('what a command refuses is told with its row and column', async () => {
    const phone = rows[0]!.map((text, index) => (index === 5 ? '见附件' : text))
    const found = await importLedger(ctx, clerk, file([heads, phone]))
    expect(found.errors.map(({ row, column }) => [row, column])).toEqual([[2, '联系电话']])
    expect(await count('request')).toBe(0)
  })

  test('waits for whoever imports to take a doubtful reading', async () => {
    const doubtful = rows[1]!.map((text, index) => (index === 13 ? '不予公开，第三方不同意' : text))
    const asked = await importLedger(ctx, clerk, file([heads, doubtful]))
    expect([asked.imported, asked.doubts.length, asked.doubts[0]!.column, await count('request')]).toEqual([false, 1, '办理结果', 0])
  })

  test('becomes cases: those over with their row, those open with their clock, the file kept', async () => {
    const found = await importLedger(ctx, clerk, file([heads, ...rows]))
    expect([found.imported, found.adds]).toEqual([true, 5])
    const stored = await ctx.db
      .selectFrom('request')
      .select(['number', 'state', 'row', 'due_on', 'answered_late', 'events'])
      .orderBy('number')
      .execute()
    expect(stored).toEqual([
      { number: '2025-0001', state: 'answered', row: 'granted', due_on: null, answered_late: false, events: 3 },
      { number: '2025-0007', state: 'answered', row: 'refusedThirdParty', due_on: null, answered_late: false, events: 3 },
      { number: '2025-0031', state: 'handling', row: null, due_on: '2025-10-24', answered_late: false, events: 3 },
      { number: '2025-0032', state: 'handling', row: null, due_on: '2025-11-14', answered_late: false, events: 2 },
      { number: '2025-0033', state: 'correcting', row: null, due_on: null, answered_late: false, events: 3 },
    ])
    const limits = await ctx.db
      .selectFrom('time_limit')
      .select(['kind', 'due_on'])
      .where('closed_at', 'is', null)
      .orderBy('due_on')
      .execute()
    expect(limits).toContainEqual({ kind: 'answer', due_on: '2025-10-24' })
    expect(limits).toContainEqual({ kind: 'consultation', due_on: '2025-10-21' })
    const { cells } = await tablesOf(ctx, clerk, { body: 'water', year: 2025 })
    expect(cells).toMatchObject({
      'requests.carriedIn.naturalPerson': 1,
      'requests.received.total': 4,
      'requests.granted.naturalPerson': 1,
      'requests.refusedThirdParty.enterprise': 1,
      'requests.carriedOut.total': 3,
    })
    const { file_id } = await ctx.db.selectFrom('ledger_import').select('file_id').executeTakeFirstOrThrow()
    const { hash } = await ctx.db.selectFrom('attachment').select('hash').where('id', '=', file_id).executeTakeFirstOrThrow()
    expect(await ctx.files.get(hash)).toEqual(Buffer.from(bytesOf([heads, ...rows])))
    expect((await eventsOf(ctx, { noun: 'ledger-import' })).items.map(({ kind }) => kind)).toEqual(['request.imported'])
    expect((await verifyChain(ctx.db)).broken).toBeNull()
  })

  test('names nobody in the log, and keeps numbers sealed', async () => {
    const { rows: told } = await database.pool.query<{ text: string }>(
      "select detail::text as text from event where noun in ('request', 'ledger-import')",
    )
    for (const { text } of told) expect(text).not.toMatch(/13900000017|欧阳静/)
    const forms = await ctx.db.selectFrom('intake_form').select('applicant').execute()
    for (const { applicant } of forms) expect(applicant).not.toContain('13900000017')
  })

  test('imported again brings nothing twice, and what is new in it comes in', async () => {
    const again = await importLedger(ctx, clerk, file([heads, ...rows]))
    expect(again).toMatchObject({ rows: 5, adds: 0, known: 5, errors: [], doubts: [], imported: false })
    expect(again.outcomes.every(({ what }) => what === 'known')).toBe(true)
    const more = cellsIn('2025-0034|2025-10-09|当面|自然人|丁一||河道整治规划|邮寄||||||||')
    expect(await importLedger(ctx, clerk, file([heads, ...rows, more]))).toMatchObject({ adds: 1, known: 5, imported: true })
    expect(await count('request')).toBe(6)
  })

  test('does not let our own numbers fall on its numbers', async () => {
    const { cases } = await registerForm(ctx, clerk, {
      bodyId: office.bureau,
      channel: 'in-person',
      facts: {},
      applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: 'X1', phone: '13900000017' },
      carrier: 'paper',
      delivery: 'in-person',
      requests: [{ title: '河道图', wanted: '河道图' }],
    })
    expect(cases[0]!.number).toBe('2025-0035')
    await perform(ctx, officer, cases[0]!.id, 'void', { reason: '试登' })
  })

  test('goes on by the ordinary acts', async () => {
    const { id } = await ctx.db.selectFrom('request').select('id').where('number', '=', '2025-0033').executeTakeFirstOrThrow()
    await perform(ctx, clerk, id, 'receive-correction', { text: '写明了文号', on: '2025-10-14' })
    const stored = await ctx.db.selectFrom('request').select(['state', 'due_on']).where('id', '=', id).executeTakeFirstOrThrow()
    expect(stored).toEqual({ state: 'handling', due_on: '2025-11-11' })
  })

  test('is the business of the body that it is of', async () => {
    expect(await code(importLedger(ctx, other, file([heads, ...rows])))).toBe('not-allowed')
    expect(await code(exportLedger(ctx, other, { body: 'water', year: 2025, format: 'csv' }))).toBe('not-allowed')
    const leader = await office.actor(await office.person('局长', office.bureau, 'leader'))
    expect(await code(exportLedger(ctx, leader, { body: 'water', year: 2025, format: 'csv' }))).toBe('not-allowed')
  })
})

describe('the export', () => {
  const exported = async (format: SheetFormat, full = false) => {
    const sheet = await readSheet(await exportLedger(ctx, clerk, { body: 'water', year: 2025, format, full }))
    const [head, ...below] = sheet.map(({ cells }) => cells.map(({ text }) => text))
    return below.map((texts) => Object.fromEntries(head!.map((name, index) => [name, texts[index] ?? ''])))
  }

  test('has the year in the usual columns, masked', async () => {
    const found = await exported('csv')
    expect(Object.keys(found[0]!)).toEqual(Object.values(ledgerColumns).map((names) => names['zh-CN']))
    expect(found.map((row) => [row.编号, row.新收或结转, row.申请人, row.联系电话])).toEqual([
      ['2025-0001', '上年结转', '吴**', '139****0017'],
      ['2025-0007', '新收', '青石建材有限公司', '0990-200****'],
      ['2025-0031', '新收', '欧**', ''],
      ['2025-0032', '新收', '申**', ''],
      ['2025-0033', '新收', '青石县正清律师事务所', ''],
      ['2025-0034', '新收', '丁*', ''],
    ])
    expect(found[1]).toMatchObject({
      申请方式: '网站',
      申请人类型: '商业企业',
      答复日期: '2025-04-01',
      答复结果: '（三）不予公开4.保护第三方合法权益',
      是否逾期: '否',
    })
    expect(found[2]).toMatchObject({ 补正告知日期: '2025-09-17', 补正日期: '2025-09-22', 答复期限: '2025-10-24', 答复结果: '' })
    expect(found[0]!.答复文号).toBe('青水公开〔2025〕1号')
  })

  test('names people in full to who may look, and says so in the log', async () => {
    const found = await exported('xlsx', true)
    expect(found.map((row) => row.申请人)).toEqual(['吴晓岚', '青石建材有限公司', '欧阳静', '申小宁', '青石县正清律师事务所', '丁一'])
    expect(found[0]!.联系电话).toBe('13900000017')
    const told = (await eventsOf(ctx, { noun: 'request' })).items.filter(({ kind }) => kind === 'request.exported')
    expect(told.map(({ detail }) => detail?.full).sort()).toEqual([false, true])
  })

  test.each<SheetFormat>(['csv', 'xlsx'])('as %s, taken in elsewhere gives the same tables', async (format) => {
    const bytes = await exportLedger(ctx, clerk, { body: 'water', year: 2025, format, full: true })
    const taken = await testDatabase()
    try {
      taken.setNow('2025-10-15T09:00:00+08:00')
      const there = await smallOffice(taken.ctx)
      const reader = await there.actor(await there.person('经办', there.bureau, 'drafter'))
      const found = await importLedger(taken.ctx, reader, { body: 'water', name: `台账.${format}`, type: 'text/plain', bytes })
      expect(found).toMatchObject({ errors: [], doubts: [], imported: true, adds: 6 })
      const ask = { body: 'water', year: 2025 }
      expect((await tablesOf(taken.ctx, reader, ask)).cells).toEqual((await tablesOf(ctx, clerk, ask)).cells)
      const dues = (reading: Context) =>
        reading.db
          .selectFrom('request')
          .select(['number', 'state', 'row', 'due_on'])
          .where('state', '<>', 'void')
          .orderBy('number')
          .execute()
      expect(await dues(taken.ctx)).toEqual(await dues(ctx))
    } finally {
      await taken.close()
    }
  })

  test('of a year to come is refused', async () => {
    expect(await code(exportLedger(ctx, clerk, { body: 'water', year: 2026, format: 'csv' }))).toBe('wrong-field')
  })
})

test.each([
  ['{年}-{号:4}', '2025-0031', { year: 2025, serial: 31 }],
  ['{年}-{号:4}', '2025-12345', { year: 2025, serial: 12345 }],
  ['依申请〔{年}〕{号}号', '依申请〔2025〕7号', { year: 2025, serial: 7 }],
  ['{号}', '12', { year: null, serial: 12 }],
  ['{年}-{号:4}', 'A-31', null],
  ['{年}.{号}', '2025x31', null],
])('by %s, “%s” has the serial %o', (pattern, number, found) => expect(serialIn(pattern, number)).toEqual(found))

test('a ledger of a thousand rows is taken in within a minute', async () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    cellsIn(`旧-${index}|2025-05-06|当面|自然人|甲${index}||文件 ${index}|邮寄|||||${index % 10 === 0 ? '|' : '2025-05-20|信息不存在'}||`),
  )
  const started = performance.now()
  const found = await importLedger(ctx, clerk, file([heads, ...many], { dryRun: true }))
  expect([found.errors.slice(0, 3), found.adds]).toEqual([[], 1000])
  expect(performance.now() - started).toBeLessThan(60_000)
})
