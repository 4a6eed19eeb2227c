import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letterKindIds } from '#casework'
import { bodyAt, changeSetting } from '#identity'
import { type ApiForTests, apiServer, type Client, type Json, rowsOf } from '../../../tests/api.ts'
import { machine } from '../../../tests/county.ts'

let api: ApiForTests
let clerk: Client
let officer: Client
let leader: Client
let request: string
let number: string
let letter: Json

const pdf = new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n')

beforeAll(async () => {
  api = await apiServer({ limits: { general: { most: 1_000_000, seconds: 60 } } })
  clerk = await api.as('经办甲', { body: 'education', role: 'drafter' })
  officer = await api.as('公开科长', { body: 'education', role: 'disclosure-officer' })
  leader = await api.as('局长', { body: 'education', role: 'leader' })
  const { id } = await bodyAt(api.ctx, 'education')
  await api.ctx.db
    .updateTable('body')
    .set({ reconsideration_organ: '青溪县人民政府', court: '青溪县人民法院', unit: '办公室', phone: '0990-7654321' })
    .where('id', '=', id)
    .execute()
  await changeSetting(api.ctx, machine, { key: 'letterWord', value: '青教公开', bodyId: id })
})
afterAll(() => api.close())

async function decided(ground: 'none' | 'internal'): Promise<{ id: string; number: string }> {
  const made = await clerk.post('/requests', {
    body: 'education',
    channel: 'in-person',
    facts: {},
    applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: 'E100', phone: '13900000017' },
    carrier: 'paper',
    delivery: 'in-person',
    requests: [{ title: '学区划分方案', wanted: '2025 年学区划分方案' }],
  })
  expect([made.status, made.text]).toEqual([201, made.text])
  const one = rowsOf(made.body.cases)[0]! as unknown as { id: string; number: string }
  const steps = [
    ...['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no'],
    `ground ${ground}`,
    ...(ground === 'internal' ? ['severable-internal no'] : []),
  ]
  const path = steps.map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' }))
  const acted = await clerk.post(`/requests/${one.id}/acts/decide`, { path })
  expect([acted.status, acted.text]).toEqual([200, acted.text])
  return one
}

/** Approves the round that is open of a letter. */
async function approve(id: string, ...hands: readonly Client[]): Promise<void> {
  const { body } = await clerk.get(`/letters/${id}`)
  for (const hand of hands) {
    const answer = await hand.post(`/sign-offs/${(body.signOff as Json).id}/decision`, {
      decision: 'approved',
      contentHash: body.contentHash,
    })
    expect([answer.status, answer.text]).toEqual([200, answer.text])
  }
}

describe('a letter over the API', () => {
  test('is drafted, edited, looked at and sent round by one, approved by two others, and sent', async () => {
    const one = await decided('none')
    request = one.id
    number = one.number
    const drafted = await clerk.post('/letters', { kind: 'granted', requests: [one.id], fields: { 公开内容: '方案一份。' } })
    expect([drafted.status, drafted.body.state, drafted.body.missing]).toEqual([201, 'draft', []])
    letter = drafted.body
    const edited = await clerk.send('PATCH', `/letters/${letter.id}`, { edition: 1, attachments: ['学区划分方案'] })
    expect([edited.status, edited.body.edition, (edited.body.content as Json).attachments]).toEqual([200, 2, ['学区划分方案']])
    expect((await clerk.send('PATCH', `/letters/${letter.id}`, { edition: 1 })).body.code).toBe('letter-changed')
    expect((await clerk.send('PATCH', `/letters/${letter.id}`, { paragraphs: [{ part: 'nonsense', text: 'x' }] })).status).toBe(400)
    const preview = await clerk.get(`/letters/${letter.id}/file?format=docx`)
    expect([preview.status, String(preview.headers['content-type'])]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ])
    expect((await clerk.post(`/letters/${letter.id}/send`, { method: 'in-person' })).body.code).toBe('letter-state')
    const reviewing = await clerk.post(`/letters/${letter.id}/review`)
    expect([reviewing.status, reviewing.body.state]).toEqual([200, 'reviewing'])
    await approve(String(letter.id), officer, leader)
    const sent = await clerk.post(`/letters/${letter.id}/send`, { method: 'in-person' })
    expect([sent.status, sent.body.state, sent.body.number]).toEqual([
      200,
      'sent',
      `青教公开〔${String(sent.body.datedOn).slice(0, 4)}〕1号`,
    ])
    const proved = await clerk.upload(`/letters/${letter.id}/proof`, { name: '签收.pdf', bytes: pdf })
    expect([proved.status, rowsOf(proved.body.files).map(({ what }) => what)]).toEqual([201, ['docx', 'pdf', 'proof']])
    const file = rowsOf(proved.body.files)[2]!
    expect((await clerk.get(`/letters/${letter.id}/files/${file.id}`)).status).toBe(200)
    const served = await clerk.post(`/letters/${letter.id}/serve`, { how: '本人签收' })
    expect([served.status, served.body.state]).toEqual([200, 'served'])
    expect(rowsOf((await leader.get(`/requests/${request}/letters`)).body.items).map(({ state }) => state)).toEqual(['served'])
    expect((await clerk.get('/letter-kinds')).body.items).toHaveLength(letterKindIds.length)
  })

  test('gives the archive as PDF and as JSON, and closes the file', async () => {
    const file = await clerk.get(`/requests/${request}/archive`)
    expect([file.status, file.headers['content-type'], file.text.startsWith('%PDF')]).toEqual([200, 'application/pdf', true])
    const json = await clerk.get(`/requests/${request}/archive?format=json`)
    expect([json.status, json.body.number, json.body.masked]).toEqual([200, number, true])
    expect((await leader.get(`/requests/${request}/archive?unmasked=true`)).status).toBe(403)
    const closed = await clerk.post(`/requests/${request}/archive`)
    expect([closed.status, String(closed.body.hash)]).toEqual([201, expect.stringMatching(/^[0-9a-f]{64}$/)])
  })

  test('changes the wording of the body, and takes it back', async () => {
    const path = '/letter-templates/receipt?body=education'
    const now = await clerk.get(path)
    expect([now.status, now.body.own, now.body.mayChange]).toEqual([200, false, false])
    expect((await clerk.send('PUT', path, { text: now.body.standard })).status).toBe(403)
    expect((await officer.send('PUT', path, { text: '# 只有标题' })).body.code).toBe('template-wrong')
    expect((await officer.send('PUT', path, { text: now.body.standard })).body.own).toBe(true)
    expect((await officer.send('DELETE', path)).body.own).toBe(false)
  })

  test('lists what was withheld, and lets it go', async () => {
    const { id } = await decided('internal')
    const drafted = await clerk.post('/letters', {
      kind: 'refused',
      requests: [id],
      fields: { 不公开内容: '方案的会议讨论稿。', 理由: '属于内部事务。' },
    })
    await clerk.post(`/letters/${drafted.body.id}/review`)
    await approve(String(drafted.body.id), officer, leader)
    expect((await clerk.post(`/letters/${drafted.body.id}/send`, { method: 'in-person' })).status).toBe(200)
    const [entry] = rowsOf((await clerk.get('/withheld?body=education')).body.items)
    expect(entry).toMatchObject({ row: 'refusedInternal', state: 'withheld', request: { id } })
    expect((await clerk.post(`/withheld/${entry!.id}/review`, { keeps: false, reason: '已经公布' })).status).toBe(403)
    const released = await officer.post(`/withheld/${entry!.id}/review`, { keeps: false, reason: '已经公布' })
    expect([released.status, released.body.state]).toEqual([200, 'released'])
    expect(rowsOf((await clerk.get('/publication-suggestions?body=education')).body.items)).toMatchObject([{ because: 'released' }])
  })
})

test('a fee shows its working, and what was counted before this month', async () => {
  const { status, body } = await clerk.post('/fees/working', { mode: 'piece', before: 30, count: 5 })
  expect([status, body.amount]).toEqual([200, 100_000])
  expect(body.working).toEqual([{ first: 31, last: 35, count: 5, each: 20_000, amount: 100_000 }])
  const pages = await clerk.post('/fees/working', { mode: 'page', count: 101 })
  expect(rowsOf(pages.body.working).map(({ amount }) => amount)).toEqual([0, 70_000, 2_000])
  expect((await clerk.post('/fees/working', { mode: 'page', before: 1, count: 0 })).status).toBe(400)
})

test('every route of letters, archive and register gives the wrong person nothing', async () => {
  const strangers = [
    await api.as('财政经办', { body: 'finance', role: 'drafter' }, { body: 'finance', role: 'disclosure-officer' }),
    await api.as('县办', { body: 'qingxi-office', role: 'higher-office' }),
    await api.as('校对', { body: 'education', role: 'proofreader' }),
  ]
  const entry = rowsOf((await clerk.get('/withheld?state=released')).body.items)[0]!
  const id = String(letter.id)
  const file = rowsOf((await clerk.get(`/letters/${id}`)).body.files)[0]!
  const asked: [string, (client: Client) => Promise<{ status: number; text: string }>][] = [
    ['list', (client) => client.get(`/requests/${request}/letters`)],
    ['draft', (client) => client.post('/letters', { kind: 'receipt', requests: [request] })],
    ['read', (client) => client.get(`/letters/${id}`)],
    ['edit', (client) => client.send('PATCH', `/letters/${id}`, { title: '改' })],
    ...['review', 'cancel', 'send', 'serve', 'undelivered'].map((act): (typeof asked)[number] => [
      act,
      (client) =>
        client.post(
          `/letters/${id}/${act}`,
          {
            review: undefined,
            cancel: { reason: '不要' },
            send: { method: 'in-person' },
            serve: { how: '签收' },
            undelivered: { reason: '退回' },
          }[act],
        ),
    ]),
    ['proof', (client) => client.upload(`/letters/${id}/proof`, { name: '签收.pdf', bytes: pdf })],
    ['file', (client) => client.get(`/letters/${id}/file`)],
    ['part', (client) => client.get(`/letters/${id}/files/${file.id}`)],
    ['archive', (client) => client.get(`/requests/${request}/archive`)],
    ['json', (client) => client.get(`/requests/${request}/archive?format=json&unmasked=true`)],
    ['close', (client) => client.post(`/requests/${request}/archive`)],
    ['register', (client) => client.get('/withheld?body=education')],
    ['review', (client) => client.post(`/withheld/${entry.id}/review`, { keeps: true, reason: '再看' })],
    ['suggestions', (client) => client.get('/publication-suggestions?body=education')],
    ['template', (client) => client.send('PUT', '/letter-templates/receipt?body=education', { text: '# 标题' })],
  ]
  for (const stranger of strangers)
    for (const [what, ask] of asked) {
      const { status, text } = await ask(stranger)
      expect([what, status]).toEqual([what, 403])
      expect(text).not.toContain('申小宁')
      expect(text).not.toContain('学区')
    }
  for (const [what, ask] of asked) expect([what, (await ask(api.visitor)).status]).toEqual([what, 401])
})
