import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#db'
import { sendMessageIn } from '#identity'
import { type ApiForTests, apiServer, type Client, rowsOf } from '../../../tests/api.ts'

let api: ApiForTests
let clerk: Client
let bodyId: string
const nounId = '019bd9d2-5c00-7a34-b1c0-3f6d2a915e07'

beforeAll(async () => {
  api = await apiServer()
  clerk = await api.as('林经办', { body: 'education', role: 'drafter' })
  bodyId = (await api.ctx.db.selectFrom('body').select('id').where('slug', '=', 'education').executeTakeFirstOrThrow()).id
})
afterAll(() => api.close())

const ask = (to: string) =>
  inTransaction(api.ctx, (tx) =>
    sendMessageIn(tx, api.ctx, {
      channel: 'sms',
      to,
      kind: 'correction.asked',
      values: { body: '青溪县教育局', number: '2026-0001', by: '2026-02-03' },
      noun: 'request',
      nounId,
      bodyId,
    }),
  )

test('notices of a case are listed with the recipient masked and the reason in words', async () => {
  await ask('13800001234')
  await ask('0535-1234567')
  const { status, body } = await clerk.get(`/messages?noun=request&nounId=${nounId}`)
  expect(status).toBe(200)
  expect(rowsOf(body.items).map(({ state, to, error }) => [state, to, error])).toEqual([
    ['failed', '0535-123****', '收件的邮箱或手机号不对'],
    ['not-set-up', '138****1234', ''],
  ])
  expect(JSON.stringify(body)).not.toContain('13800001234')
  expect(rowsOf((await clerk.get('/messages?body=education&state=failed')).body.items)).toHaveLength(1)
  const first = await clerk.get('/messages?limit=1')
  expect(rowsOf((await clerk.get(`/messages?limit=1&after=${first.body.next}`)).body.items)[0]!.state).toEqual('not-set-up')
})

test('half a question, a wrong cursor and a channel that is not set up are refused with what to do', async () => {
  expect((await clerk.get('/messages?noun=request')).status).toBe(400)
  expect((await clerk.get('/messages?after=2')).status).toBe(400)
  const id = rowsOf((await clerk.get('/messages?state=not-set-up')).body.items)[0]!.id
  const { status, body } = await clerk.post(`/messages/${id}/retry`)
  expect([status, body.code]).toEqual([409, 'post-not-set-up'])
  expect(body.detail).toContain('docs/operating.zh-CN.md')
})

test('another body, another role and nobody see nothing and send nothing', async () => {
  const id = rowsOf((await clerk.get('/messages?limit=1')).body.items)[0]!.id
  const wrong = [
    [await api.as('外局', { body: 'finance', role: 'drafter' }), 200, 403],
    [await api.as('本局领导', { body: 'education', role: 'leader' }), 403, 403],
    [await api.as('上级', { body: 'qingxi-office', role: 'higher-office' }), 403, 403],
    [api.visitor, 401, 401],
  ] as const
  for (const [client, listed, retried] of wrong) {
    const answer = await client.get(`/messages?noun=request&nounId=${nounId}`)
    expect(answer.status).toBe(listed)
    expect(rowsOf(answer.body.items ?? ([] as never))).toEqual([])
    expect((await client.post(`/messages/${id}/retry`)).status).toBe(retried)
  }
})
