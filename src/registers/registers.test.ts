import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, verifyChain } from '#identity'
import { county, staff } from '../../tests/county.ts'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import {
  addEntry,
  addEvidence,
  changeEntry,
  countRegisters,
  entriesBehind,
  entriesOf,
  entryAt,
  exportEntries,
  importEntries,
  noticesFor,
  readEvidence,
  receiveNotice,
  reconcile,
  reconciliationOf,
  registersOf,
  restoreEntry,
  undoImport,
  voidEntry,
} from './index.ts'

let database: TestDatabase
let [clerk, officer, liaison, finance, higher] = [] as unknown as [Actor, Actor, Actor, Actor, Actor]
let education = ''

beforeAll(async () => {
  database = await testDatabase()
  await county(database.ctx)
  clerk = await staff(database.ctx, '经办甲', 'clerk', { body: 'education', role: 'drafter' })
  officer = await staff(database.ctx, '公开科长', 'officer', { body: 'education', role: 'disclosure-officer' })
  finance = await staff(database.ctx, '财政经办', 'finance', { body: 'finance', role: 'drafter' })
  higher = await staff(database.ctx, '县办', 'higher', { body: 'qingxi-office', role: 'higher-office' })
  liaison = officer
  education = clerk.posts[0]!.bodyId
})
afterAll(() => database.close())

const decision = (values: object, unit = '许可科') => ({
  register: 'licensing',
  body: 'education',
  values: values as Record<string, unknown>,
  unit,
})
const csv = (text: string) => ({ name: '台账.csv', type: 'text/csv', bytes: new TextEncoder().encode(text) })

describe('an entry', () => {
  test('is written, counted, changed with its history kept, struck out and put back', async () => {
    const { ctx } = database
    const made = await addEntry(ctx, clerk, decision({ month: '2025年3月', item: '民办学校办学许可', count: '12' }))
    expect(made).toMatchObject({
      values: { month: '2025-03', item: '民办学校办学许可', count: 12 },
      unit: '许可科',
      begins: '2025-03-01',
      edition: 1,
    })
    expect((await countRegisters(ctx, education, 2025)).cells['proactive.licensing']!.value).toBe(12)
    const changed = await changeEntry(ctx, clerk, made.id, { values: { ...made.values, count: 15 }, edition: 1, reason: '漏了三件' })
    expect(changed.history.map(({ kind, values, reason }) => [kind, values.count, reason])).toEqual([
      ['changed', 15, '漏了三件'],
      ['added', 12, ''],
    ])
    await expect(changeEntry(ctx, clerk, made.id, { values: made.values, edition: 1 })).rejects.toMatchObject({ code: 'register-changed' })
    await expect(voidEntry(ctx, clerk, made.id, ' ')).rejects.toMatchObject({ code: 'wrong-field' })
    await voidEntry(ctx, clerk, made.id, '重复登记')
    expect((await countRegisters(ctx, education, 2025)).cells['proactive.licensing']!.value).toBe(0)
    await expect(changeEntry(ctx, clerk, made.id, { values: made.values, edition: 3 })).rejects.toMatchObject({ code: 'register-voided' })
    expect((await entriesOf(ctx, clerk, { register: 'licensing', body: 'education', voided: true })).items).toHaveLength(1)
    await restoreEntry(ctx, clerk, made.id)
    const behind = await entriesBehind(ctx, clerk, { body: 'education', year: 2025, key: 'proactive.licensing' })
    expect([behind.value, behind.items.map(({ id }) => id)]).toEqual([15, [made.id]])
    expect((await verifyChain(ctx.db)).broken).toBeNull()
  })

  test.each([
    [{ month: '三月', item: '甲', count: 1 }, 'month', 'month'],
    [{ month: '2025-03', item: '甲', count: '12件' }, 'count', 'count'],
    [{ month: '2025-03', item: '甲', count: -1 }, 'count', 'count'],
    [{ month: '2025-03', count: 1 }, 'item', 'required'],
    [{ month: '2025-03', item: '甲', count: 1, other: 1 }, 'other', 'unknown'],
  ])('%j is refused by its field', async (values, field, rule) => {
    await expect(addEntry(database.ctx, clerk, decision(values))).rejects.toMatchObject({
      code: 'wrong-register-field',
      values: { field, rule },
    })
  })

  test('cannot end before it begins', async () => {
    const values = { name: '旧号', kind: 'wechat', openedOn: '2025-03-01', closedOn: '2025-02-01' }
    await expect(addEntry(database.ctx, clerk, { register: 'accounts', body: 'education', values })).rejects.toMatchObject({
      code: 'register-order',
    })
  })

  test('has evidence, seen by the body and those above and nobody else', async () => {
    const { ctx } = database
    const made = await addEntry(ctx, clerk, {
      register: 'meetings',
      body: 'education',
      values: { topic: '研究年报', heldOn: '2025-12-20' },
    })
    const bytes = new TextEncoder().encode('纪要')
    const { evidence } = await addEvidence(ctx, clerk, made.id, { name: '纪要.pdf', type: 'application/pdf', bytes })
    expect(Buffer.from((await readEvidence(ctx, higher, made.id, evidence[0]!.id)).bytes).toString()).toBe('纪要')
    for (const act of [
      () => entryAt(ctx, finance, made.id),
      () => readEvidence(ctx, finance, made.id, evidence[0]!.id),
      () => voidEntry(ctx, finance, made.id, '不要'),
      () => addEntry(ctx, finance, decision({ month: '2025-03', item: '甲', count: 1 })),
      () => changeEntry(ctx, higher, made.id, { values: made.values, edition: 1 }),
      () => entriesOf(ctx, finance, { register: 'meetings', body: 'education' }),
      () => registersOf(ctx, finance, { body: 'education', year: 2025 }),
      () => exportEntries(ctx, finance, { register: 'meetings', body: 'education', format: 'csv' }),
      () => importEntries(ctx, finance, { register: 'meetings', body: 'education', ...csv('议题,日期\n甲,2025-01-01\n') }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('a file', () => {
  const file =
    '2025 年行政处罚统计表,,,\n序号,所属月份,事项名称,件数,科室\n1,2025年1月,占道经营,3,城管股\n2,2025-02,噪声扰民,"1,200",环保股\n'
  test('is tried dry, taken in whole, not twice, and taken back', async () => {
    const { ctx } = database
    const given = { register: 'penalties', body: 'education', ...csv(file) }
    expect(await importEntries(ctx, clerk, { ...given, dryRun: true })).toMatchObject({ rows: 2, adds: 2, errors: [], imported: false })
    expect((await entriesOf(ctx, clerk, { register: 'penalties', body: 'education' })).items).toEqual([])
    const taken = await importEntries(ctx, clerk, given)
    expect(taken).toMatchObject({ adds: 2, known: 0, imported: true })
    expect((await countRegisters(ctx, education, 2025)).cells['proactive.penalties']!.value).toBe(1203)
    expect((await entriesOf(ctx, clerk, { register: 'penalties', body: 'education' })).items.map(({ unit }) => unit)).toEqual([
      '环保股',
      '城管股',
    ])
    expect(await importEntries(ctx, clerk, given)).toMatchObject({ adds: 0, known: 2, imported: false })
    const exported = await exportEntries(ctx, clerk, { register: 'penalties', body: 'education', year: 2025, format: 'xlsx' })
    expect(await importEntries(ctx, clerk, { ...given, bytes: exported })).toMatchObject({ adds: 0, known: 2, errors: [] })
    expect(await undoImport(ctx, clerk, taken.importId!)).toEqual({ entries: 2, kept: 0 })
    expect((await countRegisters(ctx, education, 2025)).cells['proactive.penalties']!.value).toBe(0)
    await expect(undoImport(ctx, clerk, taken.importId!)).rejects.toMatchObject({ code: 'register-voided' })
  })

  test('with one bad row leaves nothing, and says which and why', async () => {
    const { ctx } = database
    const result = await importEntries(ctx, clerk, {
      register: 'fees',
      body: 'education',
      ...csv('月份,收费项目,金额\n2025-01,考试费,300\n2025-02,考试费,三百\n'),
    })
    expect(result).toMatchObject({ imported: false, errors: [{ row: 3, column: '金额' }] })
    expect(result.errors[0]!.what).toContain('三百')
    expect((await entriesOf(ctx, clerk, { register: 'fees', body: 'education' })).items).toEqual([])
  })

  test('loses no row that is like another: of two units both count, of none which it is has to be said', async () => {
    const { ctx } = database
    const rows = (units: readonly string[]) => csv(`月份,事项,件数,科室\n${units.map((unit) => `2025-03,超限运输,5,${unit}\n`).join('')}`)
    const given = { register: 'penalties', body: 'education' }
    const twice = await importEntries(ctx, clerk, { ...given, ...rows(['', '']) })
    expect(twice).toMatchObject({ imported: false, errors: [{ row: 3 }] })
    expect(twice.errors[0]!.what).toContain('第 2 行')
    const taken = await importEntries(ctx, clerk, { ...given, ...rows(['一中队', '二中队']) })
    expect(taken).toMatchObject({ imported: true, adds: 2, known: 0 })
    expect((await countRegisters(ctx, education, 2025)).cells['proactive.penalties']!.value).toBe(10)
    // What somebody has mended since stays when the import is taken back.
    const [first] = (await entriesOf(ctx, clerk, { register: 'penalties', body: 'education' })).items
    await changeEntry(ctx, clerk, first!.id, { values: { ...first!.values, count: 7 }, unit: first!.unit, edition: 1 })
    expect(await undoImport(ctx, clerk, taken.importId!)).toEqual({ entries: 1, kept: 1 })
    expect((await countRegisters(ctx, education, 2025)).cells['proactive.penalties']!.value).toBe(7)
    await voidEntry(ctx, clerk, first!.id, '试验')
  })

  test('with amounts in 万元 is refused: they are kept in 元', async () => {
    const result = await importEntries(database.ctx, clerk, {
      register: 'fees',
      body: 'education',
      ...csv('月份,收费项目,收费金额（万元）\n2025-01,考试费,1.23\n'),
      mapping: { '收费金额（万元）': 'amount' },
    })
    expect(result).toMatchObject({ imported: false, errors: [{ column: '收费金额（万元）' }] })
  })

  test('with headers of its own asks once, and remembers', async () => {
    const { ctx } = database
    const given = { register: 'fees', body: 'education', ...csv('账期,款项,到账\n2025-01,考试费,300.50\n') }
    const asked = await importEntries(ctx, clerk, given)
    expect(asked).toMatchObject({
      imported: false,
      columns: [
        { header: '账期', field: null },
        { header: '款项', field: null },
        { header: '到账', field: null },
      ],
    })
    expect(asked.errors).toHaveLength(6)
    const mapping = { 账期: 'month', 款项: 'item', 到账: 'amount' }
    expect(await importEntries(ctx, clerk, { ...given, mapping })).toMatchObject({ adds: 1, imported: true })
    const next = csv('账期,款项,到账\n2025-02,考试费,99.50\n')
    expect(await importEntries(ctx, clerk, { ...given, ...next })).toMatchObject({ adds: 1, imported: true })
    expect((await countRegisters(ctx, education, 2025)).cells['proactive.fees']!.value).toBe(0.04)
  })
})

test('a register is held against another’s list, and the answer kept', async () => {
  const { ctx } = database
  const add = (values: object) =>
    addEntry(ctx, clerk, { register: 'normative-documents', body: 'education', values: values as Record<string, unknown> })
  await add({ title: '学区划分办法', number: '青教发〔2025〕1号', madeOn: '2025-02-01' })
  await add({ title: '民办幼儿园扶持办法', number: '青教发〔2025〕2号', madeOn: '2025-05-01' })
  await add({ title: '旧办法', number: '青教发〔2019〕9号', madeOn: '2019-05-01', repealedOn: '2024-01-01' })
  const theirs = csv(
    '文件名称,文号,印发日期,备注\n学区划分办法,青教发〔2025〕1号,2025-02-01,\n民办幼儿园扶持办法,青教发〔2025〕2号,2025-05-11,\n校车管理办法,青教发〔2025〕3号,2025-06-01,\n',
  )
  const found = await reconcile(ctx, officer, { register: 'normative-documents', body: 'education', year: 2025, ...theirs })
  expect(found).toMatchObject({
    rows: 3,
    same: 1,
    onlyHere: [],
    onlyThere: [{ row: 4, title: '校车管理办法' }],
    differing: [{ title: '民办幼儿园扶持办法', field: '制发日期', here: '2025-05-01', there: '2025-05-11' }],
  })
  expect(await reconciliationOf(ctx, higher, { register: 'normative-documents', body: 'education', year: 2025 })).toMatchObject({
    result: { same: 1 },
    byName: '公开科长',
  })
})

test('a notice from above is seen and signed for below, and found for the year’s report', async () => {
  const { ctx } = database
  const values = {
    title: '关于编制 2025 年度报告的通知',
    number: '青政办函〔2026〕1号',
    on: '2026-01-04',
    year: 2025,
    extras: '政务公开工作要点落实情况',
  }
  const notice = await addEntry(ctx, higher, { register: 'notices', body: 'qingxi-office', values })
  expect((await entriesOf(ctx, clerk, { register: 'notices', body: 'education' })).items.map(({ id }) => id)).toEqual([notice.id])
  await receiveNotice(ctx, liaison, notice.id, 'education')
  await receiveNotice(ctx, liaison, notice.id, 'education')
  const { receipts } = await entryAt(ctx, higher, notice.id)
  expect(receipts.filter(({ signedAt }) => signedAt !== null).map(({ slug, byName }) => [slug, byName])).toEqual([
    ['education', '公开科长'],
  ])
  expect(receipts.length).toBeGreaterThan(2)
  expect((await noticesFor(ctx, education, 2025)).map(({ number }) => number)).toEqual(['青政办函〔2026〕1号'])
  await expect(receiveNotice(ctx, liaison, notice.id, 'finance')).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(addEntry(ctx, higher, { register: 'notices', body: 'education', values })).rejects.toMatchObject({ code: 'not-allowed' })
})
