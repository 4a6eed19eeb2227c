import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasProvedRedaction, registerForm } from '#casework'
import { inTransaction } from '#db'
import { bodyAt, eventsOf, insertAttachment, verifyChain } from '#identity'
import { type ApiForTests, apiServer, type Client, type Json, rowsOf } from '../../../tests/api.ts'
import { machine } from '../../../tests/county.ts'
import { rawPdf, song, typeset } from '../../../tests/papers.ts'

type Person = Client & { readonly personId: string }

let api: ApiForTests
let clerk: Person
let leader: Person
let elsewhere: Person
let higher: Person
let requestId: string
let fileId: string

const paper = () =>
  typeset(`= 关于安置房分配情况的报告
村民陈小芳（身份证号：990199198803124567，手机 13812345678）申请安置房一套。陈小芳的情况已经公示。

第二段说别的事，不涉及个人。`)

beforeAll(async () => {
  api = await apiServer()
  clerk = await api.as('邓清和', { body: 'education', role: 'drafter' })
  leader = await api.as('沈知遥', { body: 'education', role: 'leader' })
  higher = await api.as('白督查', { body: 'qingxi', role: 'higher-office' })
  elsewhere = await api.as('高临川', { body: 'finance', role: 'drafter' }, { body: 'finance', role: 'disclosure-officer' })
  const body = await bodyAt(api.ctx, 'education')
  const { cases } = await registerForm(api.ctx, machine, {
    bodyId: body.id,
    channel: 'in-person',
    facts: {},
    applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: '990199198001010013', phone: '13900000017' },
    carrier: 'paper',
    delivery: 'in-person',
    requests: [{ title: '安置房分配情况', wanted: '2025 年安置房分配情况的报告' }],
  })
  requestId = cases[0]!.id
  fileId = await attach('安置房报告.pdf', paper())
})
afterAll(() => api.close())

/** Hangs a file on the case, as the desk's upload does. */
async function attach(name: string, bytes: Uint8Array, noun = 'request'): Promise<string> {
  const { ctx } = api
  const hash = await ctx.files.put(bytes)
  const id = ctx.newId()
  const row = {
    id,
    hash,
    name,
    noun,
    nounId: requestId,
    addedAt: ctx.now(),
    addedBy: null,
    type: 'application/pdf',
    size: bytes.byteLength,
  }
  await inTransaction(ctx, (tx) => insertAttachment(tx, row))
  return id
}

const start = async (client: Client = clerk, file = fileId, more: Record<string, string> = {}) =>
  client.post(`/requests/${requestId}/redactions`, { file, ...more })
const find = async (id: unknown, patterns: string[], texts: string[] = []) =>
  rowsOf((await clerk.post(`/redactions/${id}/find`, { patterns, texts })).body.found)
const areasOf = (found: readonly Json[], ground = 'privacy') =>
  found.flatMap(({ areas }) => rowsOf(areas)).map((area) => ({ ...area, ground }))
const kinds = async (id: unknown) => {
  const { items } = await eventsOf(api.ctx, { noun: 'redaction', nounId: String(id) })
  return items.map(({ kind }) => kind).reverse()
}

describe('a document of a case', () => {
  test('is marked by patterns, proved, and given out without what lay under the marks', async () => {
    const begun = await start()
    expect(begun.status).toBe(201)
    const { id } = begun.body
    expect(begun.body).toMatchObject({ state: 'draft', edition: 1, marks: [], proof: null, result: null, mayMake: true })
    expect(rowsOf(begun.body.pages)).toHaveLength(1)
    expect(rowsOf(begun.body.grounds).map((ground) => ground.stamp)).toContain('第十五条 个人隐私')

    const found = await find(id, ['identity-number', 'mobile-number'], ['陈小芳'])
    expect(found.map(({ kind }) => kind)).toEqual(['identity-number', 'mobile-number', 'text', 'text'])
    const saved = await clerk.send('PUT', `/redactions/${id}`, { marks: areasOf(found), edition: 1 })
    expect(saved.body).toMatchObject({ edition: 2, markCount: areasOf(found).length })

    const proved = await clerk.post(`/redactions/${id}/prove`, { edition: 2 })
    expect(proved.status).toBe(200)
    const redaction = proved.body.redaction!
    expect(redaction).toMatchObject({ state: 'proved', mayMake: false })
    expect(redaction.proof!.passed).toBe(true)
    expect(rowsOf(redaction.proof!.checks).map(({ text }) => text)).toContain('遮盖处的图像全是黑的，没有露出半个字')
    expect(proved.body.leftovers).toEqual([])
    expect(await hasProvedRedaction(api.ctx.db, requestId)).toBe(true)

    const file = await clerk.get(`/redactions/${id}/file`)
    expect(file.headers['content-type']).toContain('application/pdf')
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('安置房报告（遮盖）.pdf')
    expect(file.text).not.toContain('990199')
    const page = await clerk.get(`/redactions/${id}/pages/0?width=300&side=result`)
    expect(page.headers['content-type']).toContain('image/png')

    expect(await kinds(id)).toEqual(['redaction.started', 'redaction.marked', 'redaction.proved'])
    const { items } = await eventsOf(api.ctx, { noun: 'redaction', nounId: String(id) })
    expect(JSON.stringify(items)).not.toContain('陈小芳')
    expect((await verifyChain(api.ctx.db)).broken).toBeNull()

    // What is proved is never changed; another begins from its marks.
    expect((await clerk.send('PUT', `/redactions/${id}`, { marks: [], edition: 2 })).body.code).toBe('redaction-closed')
    expect((await clerk.send('DELETE', `/redactions/${id}`)).body.code).toBe('redaction-closed')
    expect((await clerk.post(`/redactions/${id}/prove`, { edition: 2 })).body.code).toBe('redaction-closed')
    const again = await start(clerk, fileId, { like: String(id) })
    expect(again.body).toMatchObject({ state: 'draft', markCount: areasOf(found).length })
    const { items: all } = (await leader.get(`/requests/${requestId}/redactions`)).body
    expect(rowsOf(all).map(({ state }) => state)).toEqual(['draft', 'proved'])
  })

  test('is held up while a marked name stands elsewhere unmarked, until somebody says that it may', async () => {
    const { id } = (await start()).body
    const [first] = await find(id, [], ['陈小芳'])
    await clerk.send('PUT', `/redactions/${id}`, { marks: areasOf([first!]), edition: 1 })
    const held = await clerk.post(`/redactions/${id}/prove`, { edition: 2 })
    expect(held.body.redaction).toMatchObject({ state: 'draft', result: null })
    expect(rowsOf(held.body.leftovers)).toHaveLength(1)
    expect(await kinds(id)).toEqual(['redaction.started', 'redaction.marked'])
    const agreed = await clerk.post(`/redactions/${id}/prove`, { edition: 2, leaveRest: true })
    expect(agreed.body.redaction).toMatchObject({ state: 'proved' })
    expect(rowsOf(agreed.body.redaction!.proof!.leftovers)).toHaveLength(1)
  })

  test('is not proved without a mark, nor with marks that somebody has changed since', async () => {
    const { id } = (await start()).body
    expect((await clerk.post(`/redactions/${id}/prove`, { edition: 1 })).body.code).toBe('redaction-unmarked')
    const mark = { page: 0, x: 0.1, y: 0.1, width: 0.2, height: 0.05, ground: 'internal' }
    expect((await clerk.send('PUT', `/redactions/${id}`, { marks: [mark], edition: 1 })).status).toBe(200)
    expect((await clerk.send('PUT', `/redactions/${id}`, { marks: [], edition: 1 })).body.code).toBe('redaction-changed')
    expect((await clerk.post(`/redactions/${id}/prove`, { edition: 1 })).body.code).toBe('redaction-changed')
    for (const wrong of [{ page: 1 }, { width: 0 }, { x: 1 }])
      expect((await clerk.send('PUT', `/redactions/${id}`, { marks: [{ ...mark, ...wrong }], edition: 2 })).body.code).toBe(
        'redaction-mark-wrong',
      )
    expect((await clerk.send('PUT', `/redactions/${id}`, { marks: [{ ...mark, ground: 'because' }], edition: 2 })).status).toBe(400)
    expect((await clerk.send('DELETE', `/redactions/${id}`)).status).toBe(204)
    expect((await clerk.get(`/redactions/${id}`)).body.state).toBe('discarded')
  })

  test('shows its pages and words, and keeps neither in a cache of the network', async () => {
    const { id } = (await start()).body
    const page = await leader.get(`/redactions/${id}/pages/0?width=400`)
    expect(page.headers['content-type']).toContain('image/png')
    expect(page.headers['cache-control']).toContain('no-store')
    expect((await leader.get(`/redactions/${id}/pages/1`)).status).toBe(404)
    const { words } = (await leader.get(`/redactions/${id}/text?page=0`)).body
    expect(
      rowsOf(words)
        .map(({ text }) => text)
        .join(''),
    ).toContain('村民陈小芳')
    expect((await leader.get(`/redactions/${id}/text?page=7`)).status).toBe(404)
  })

  test('that is no PDF, or cannot be read, is refused with what to do', async () => {
    const files: [name: string, bytes: Uint8Array, why: RegExp][] = [
      ['报告.docx', Buffer.from('PK not a pdf'), /打印成 PDF/],
      ['坏的.pdf', Buffer.from('%PDF-1.7\nnothing'), /打不开/],
      ['太大.pdf', rawPdf([{ content: '', mediaBox: [0, 0, 9000, 9000] }]), /A0/],
    ]
    for (const [name, bytes, why] of files) {
      const { status, body } = await start(clerk, await attach(name, bytes))
      expect(status).toBe(422)
      expect(body.detail).toMatch(why)
    }
  })
})

describe('nobody else', () => {
  test('begins, sees, marks, proves or takes a redaction', async () => {
    const { id } = (await start()).body
    const mark = { page: 0, x: 0.1, y: 0.1, width: 0.2, height: 0.05, ground: 'internal' }
    for (const [client, status] of [
      [api.visitor, 401],
      [elsewhere, 403],
      [higher, 403],
    ] as const) {
      for (const path of ['', '/pages/0', '/text?page=0', '/file'])
        expect((await client.get(`/redactions/${id}${path}`)).status).toBe(status)
      expect((await client.get(`/requests/${requestId}/redactions`)).status).toBe(status)
      expect((await client.post(`/requests/${requestId}/redactions`, { file: fileId })).status).toBe(status)
      expect((await client.send('PUT', `/redactions/${id}`, { marks: [mark], edition: 1 })).status).toBe(status)
      expect((await client.post(`/redactions/${id}/find`, { patterns: [], texts: ['陈'] })).status).toBe(status)
      expect((await client.post(`/redactions/${id}/prove`, { edition: 1 })).status).toBe(status)
      expect((await client.send('DELETE', `/redactions/${id}`)).status).toBe(status)
    }
    // Leaders look, and do not make.
    expect((await leader.get(`/redactions/${id}`)).body.mayMake).toBe(false)
    expect((await leader.send('PUT', `/redactions/${id}`, { marks: [mark], edition: 1 })).status).toBe(403)
    expect((await clerk.get(`/redactions/${api.ctx.newId()}`)).status).toBe(404)
  })

  test('blacks out a file that hangs on something else', async () => {
    const other = await attach('身份证.pdf', rawPdf([{ content: song('证件', 40, 40) }]), 'intake-form')
    expect((await start(clerk, other)).status).toBe(404)
    expect((await start(clerk, api.ctx.newId())).status).toBe(404)
    expect((await start(clerk, fileId, { like: api.ctx.newId() })).status).toBe(404)
  })
})
