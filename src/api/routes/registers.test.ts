import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiForTests, apiServer, type Client, rowsOf } from '../../../tests/api.ts'
import { operations } from './index.ts'

let api: ApiForTests
let clerk: Client
let stranger: Client

beforeAll(async () => {
  api = await apiServer()
  clerk = await api.as('林经办', { body: 'education', role: 'drafter' }, { body: 'education', role: 'disclosure-officer' })
  stranger = await api.as('财政经办', { body: 'finance', role: 'drafter' }, { body: 'finance', role: 'disclosure-officer' })
})
afterAll(() => api.close())

const csv = (text: string) => ({ name: '台账.csv', bytes: new TextEncoder().encode(text) })
const training = { topic: '答复书怎样写条款', kind: 'training', heldOn: '2025-04-02', people: '30' }
const of = 'body=education'

test('an entry is written, changed, struck out and put back; a table is tried, taken in and taken back', async () => {
  const added = await clerk.post('/registers/training/entries', { body: 'education', values: training, unit: '办公室' })
  expect([added.status, added.body.edition]).toEqual([201, 1])
  const id = String(added.body.id)
  const values = { ...training, people: '31' }
  const changed = await clerk.send('PUT', `/register-entries/${id}`, { values, unit: '办公室', edition: 1, reason: '漏签一人' })
  expect([changed.status, changed.body.edition]).toEqual([200, 2])
  // Whoever read the edition before is told, and nothing is lost.
  expect((await clerk.send('PUT', `/register-entries/${id}`, { values: training, edition: 1 })).body.code).toBe('register-changed')
  expect((await clerk.post(`/register-entries/${id}/void`, { reason: '重复' })).status).toBe(200)
  expect((await clerk.get(`/registers/training/entries?${of}`)).body.items).toEqual([])
  expect((await clerk.post(`/register-entries/${id}/restore`, {})).status).toBe(200)
  expect(rowsOf((await clerk.get(`/registers/training/entries?${of}&year=2025&q=条款`)).body.items)).toMatchObject([
    { id, values: { people: 31 } },
  ])

  const table = csv('主题,类别,什么时候,参加人数\n开放日,政府开放日,2025-09-01,12\n')
  const tried = await clerk.upload(`/registers/training/file?${of}&dryRun=true`, table)
  expect(rowsOf(tried.body.columns)).toContainEqual({ header: '什么时候', field: null })
  expect(rowsOf(tried.body.errors).length).toBeGreaterThan(0)
  const taken = await clerk.upload(`/registers/training/file?${of}`, table, { mapping: JSON.stringify({ 什么时候: 'heldOn' }) })
  expect(taken.body).toMatchObject({ imported: true, adds: 1, errors: [] })
  expect((await clerk.post(`/register-imports/${taken.body.importId}/undo`, {})).body).toEqual({ entries: 1, kept: 0 })
  expect(rowsOf((await clerk.get(`/registers/training/entries?${of}`)).body.items).length).toBe(1)
})

test('whoever is of another body, or of none, gets nothing by any operation on its registers', async () => {
  const id = String((await clerk.post('/registers/training/entries', { body: 'education', values: training })).body.id)
  const evidence = await clerk.upload(`/register-entries/${id}/files`, {
    name: '签到表.pdf',
    bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF'),
  })
  const fileId = String(rowsOf(evidence.body.evidence)[0]!.id)
  const taken = await clerk.upload(`/registers/training/file?${of}`, csv('主题,类别,日期\n条例宣讲,培训,2025-05-06\n'))
  const table = csv('名称,文号\n甲,乙\n')
  const calls: Readonly<Record<string, (who: Client) => ReturnType<Client['get']>>> = {
    listRegisters: (who) => who.get(`/registers?${of}&year=2025`),
    listRegisterEntries: (who) => who.get(`/registers/training/entries?${of}`),
    addRegisterEntry: (who) => who.post('/registers/training/entries', { body: 'education', values: training }),
    readRegisterEntry: (who) => who.get(`/register-entries/${id}`),
    changeRegisterEntry: (who) => who.send('PUT', `/register-entries/${id}`, { values: training, edition: 1 }),
    voidRegisterEntry: (who) => who.post(`/register-entries/${id}/void`, { reason: '重复' }),
    restoreRegisterEntry: (who) => who.post(`/register-entries/${id}/restore`, {}),
    addRegisterEvidence: (who) =>
      who.upload(`/register-entries/${id}/files`, { name: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.4') }),
    readRegisterEvidence: (who) => who.get(`/register-entries/${id}/files/${fileId}`),
    exportRegister: (who) => who.get(`/registers/training/file?${of}`),
    importRegister: (who) => who.upload(`/registers/training/file?${of}`, table),
    undoRegisterImport: (who) => who.post(`/register-imports/${taken.body.importId}/undo`, {}),
    reconcileRegister: (who) => who.upload(`/registers/normative-documents/reconciliation?${of}&year=2025`, table),
    readReconciliation: (who) => who.get(`/registers/normative-documents/reconciliation?${of}&year=2025`),
  }
  const notices = ['receiveNotice']
  expect([...Object.keys(calls), ...notices].sort()).toEqual(
    operations
      .filter(({ tag }) => tag === 'registers')
      .map((one) => one.id)
      .sort(),
  )
  for (const [name, call] of Object.entries(calls)) {
    expect([name, (await call(stranger)).status]).toEqual([name, 403])
    expect([name, (await call(api.visitor)).status]).toEqual([name, 401])
  }
  expect((await clerk.get(`/register-entries/${id}`)).body).toMatchObject({ edition: 1, voidedAt: null, files: 1 })
})

test('a notice of the county is seen and signed for below, for one’s own body alone', async () => {
  const county = await api.as('县办', { body: 'qingxi-office', role: 'higher-office' })
  const values = { title: '关于编制2025年度报告的通知', number: '青府办函〔2025〕9号', on: '2025-12-20', year: '2025' }
  const notice = await county.post('/registers/notices/entries', { body: 'qingxi-office', values })
  expect(notice.status).toBe(201)
  const id = String(notice.body.id)
  expect((await clerk.get(`/register-entries/${id}`)).status).toBe(200)
  expect((await clerk.post(`/register-entries/${id}/receipt`, { body: 'education' })).status).toBe(204)
  expect((await clerk.post(`/register-entries/${id}/receipt`, { body: 'finance' })).status).toBe(403)
  expect((await api.visitor.post(`/register-entries/${id}/receipt`, { body: 'education' })).status).toBe(401)
  expect((await clerk.send('PUT', `/register-entries/${id}`, { values, edition: 1 })).status).toBe(403)
  const receipts = rowsOf((await county.get(`/register-entries/${id}`)).body.receipts)
  expect(receipts.filter(({ signedAt }) => signedAt !== null)).toMatchObject([{ body: { slug: 'education' }, by: '林经办' }])
})
