import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiForTests, apiServer, type Client, rowsOf } from '../../../tests/api.ts'

let api: ApiForTests
let clerk: Client
let officer: Client

beforeAll(async () => {
  api = await apiServer()
  clerk = await api.as('林经办', { body: 'education', role: 'drafter' })
  officer = await api.as('苏主任', { body: 'education', role: 'disclosure-officer' })
})
afterAll(() => api.close())

const draft = { body: 'education', kind: 'reconsideration', requestIds: [], filedOn: '2026-01-06', organ: '青溪县人民政府' }
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

describe('a challenge over the API', () => {
  test('is registered, answered, decided and read with its instances and lines', async () => {
    const made = await clerk.post('/challenges', draft)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      title: '行政复议（青溪县人民政府）',
      state: 'filed',
      isDirect: null,
      counts: null,
      limit: { name: '行政复议受理审查（届满视为受理）', source: '《行政复议法》第三十条、第八十八条', dueOn: '2026-01-13' },
      may: ['accept', 'receive-copy', 'refuse', 'withdraw', 'amend', 'assign', 'note'],
    })
    const path = `/challenges/${made.body.id}`
    const copied = await clerk.post(`${path}/acts/receive-copy`, { on: '2026-01-12', procedure: 'simple', number: '青政复〔2026〕3号' })
    expect(copied.body.limit).toMatchObject({ kind: 'challenge-answer', dueOn: '2026-01-19', lamp: 'overdue', daysLeft: -1 })
    const late = await clerk.post(`${path}/acts/answer`, {})
    expect([late.status, late.body.code]).toEqual([400, 'late-reason-missing'])
    expect((await clerk.post(`${path}/acts/answer`, { on: '2026-01-19', text: '已提交答复书' })).body.state).toBe('answered')
    const decided = await clerk.post(`${path}/acts/decide`, { outcome: 'ordered-to-perform', number: '青政复决〔2026〕1号' })
    expect(decided.body).toMatchObject({
      state: 'decided',
      stands: { on: '2026-01-20', result: 'corrected' },
      counts: { result: 'corrected' },
    })
    const { body } = await clerk.get(path)
    expect(rowsOf(body.timeline).map(({ line, text }) => `${line}｜${text}`)).toEqual([
      '行政复议，青溪县人民政府｜',
      '收到副本，简易程序，青政复〔2026〕3号｜',
      '已答复｜已提交答复书',
      '责令履行、责令重新答复，青政复决〔2026〕1号｜',
    ])
    expect(rowsOf(body.stages)).toMatchObject([{ stage: 'reconsideration', procedure: 'simple', outcome: 'ordered-to-perform' }])
    expect(rowsOf((await clerk.get('/challenges?body=education&open=false')).body.items).map(({ id }) => id)).toEqual([made.body.id])
    expect(rowsOf((await clerk.get('/challenges?open=true')).body.items)).toEqual([])
  })

  test('a field of another verb, and a verb that there is not, are refused', async () => {
    const { body } = await clerk.post('/challenges', draft)
    const strange = await clerk.post(`/challenges/${body.id}/acts/note`, { text: '电话问过', outcome: 'maintained' })
    expect([strange.status, rowsOf(strange.body.errors)[0]]).toEqual([400, { where: 'outcome', what: '没有这个字段，请核对写法' }])
    expect((await clerk.post(`/challenges/${body.id}/acts/file`, {})).status).toBe(400)
    expect((await clerk.post(`/challenges/${body.id}/acts/appeal`, { organ: '法院' })).body.code).toBe('challenge-kind')
  })

  test('papers hang on it and come back', async () => {
    const { body } = await clerk.post('/challenges', draft)
    const added = await clerk.upload(`/challenges/${body.id}/files`, { name: '答复通知书.pdf', bytes: pdf })
    expect([added.status, added.body.type]).toEqual([201, 'application/pdf'])
    const wrong = await clerk.upload(`/challenges/${body.id}/files`, { name: 'x.exe', bytes: new Uint8Array([77, 90, 0, 1]) })
    expect(wrong.status).toBe(415)
    const read = await officer.get(`/challenges/${body.id}/files/${added.body.id}`)
    expect([read.status, read.headers['content-type'], read.text.startsWith('%PDF')]).toEqual([200, 'application/pdf', true])
    // The generic way to attachments does not know it.
    expect((await clerk.get(`/attachments/${added.body.id}`)).status).toBe(404)
  })
})

test('each wrong person gets nothing from any route', async () => {
  const { body } = await clerk.post('/challenges', draft)
  const file = await clerk.upload(`/challenges/${body.id}/files`, { name: 'a.pdf', bytes: pdf })
  const path = `/challenges/${body.id}`
  const outsider = await api.as('外局', { body: 'finance', role: 'drafter' })
  const proofreader = await api.as('校对', { body: 'education', role: 'proofreader' })
  const higher = await api.as('上级', { body: 'qingxi-office', role: 'higher-office' })
  const administrator = await api.administrator('system')
  for (const [client, status] of [
    [outsider, 403],
    [proofreader, 403],
    [higher, 403],
    [administrator, 403],
    [api.visitor, 401],
  ] as const) {
    expect((await client.get(path)).status).toBe(status)
    expect((await client.get(`${path}/files/${file.body.id}`)).status).toBe(status)
    expect((await client.post(`${path}/acts/accept`, {})).status).toBe(status)
    expect((await client.upload(`${path}/files`, { name: 'a.pdf', bytes: pdf })).status).toBe(status)
    expect((await client.post('/challenges', draft)).status).toBe(status)
    expect(rowsOf((await client.get('/challenges?body=education')).body.items ?? ([] as never))).toEqual([])
  }
  expect((await clerk.get(path)).body.state).toBe('filed')
})
