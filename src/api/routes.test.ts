import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiForTests, apiServer, type Client, rowsOf } from '../../tests/api.ts'
import { firstRunInput } from '../../tests/county.ts'

let api: ApiForTests
let system: Client

beforeAll(async () => {
  api = await apiServer()
  system = await api.administrator('system')
})
afterAll(() => api.close())

const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

describe('the first run', () => {
  test('sets up an empty installation once', async () => {
    const bare = await apiServer({ bare: true })
    expect((await bare.visitor.get('/first-run')).body).toEqual({ needed: true })
    expect((await bare.visitor.get('/region')).body.government).toBeNull()
    const { status, body } = await bare.visitor.post('/first-run', firstRunInput)
    expect(status).toBe(201)
    expect(rowsOf(body.oneTime).map(({ username }) => username)).toEqual(['security', 'audit'])
    expect((await bare.visitor.get('/region')).body).toMatchObject({ name: '青溪县', government: { slug: 'qingxi' }, demo: null })
    const again = await bare.visitor.post('/first-run', firstRunInput)
    expect([again.status, again.body.code]).toEqual([409, 'not-first-run'])
    await bare.close()
  })
})

describe('signing in', () => {
  test('a wrong password and an unknown name get the same answer', async () => {
    const wrong = await api.visitor.post('/session', { username: 'audit', password: 'guessed it' })
    const unknown = await api.visitor.post('/session', { username: 'nobody', password: 'guessed it' })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'sign-in-refused'])
    expect(unknown.body).toEqual(wrong.body)
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  test('gives a cookie that scripts and other sites do not get, and the next step', async () => {
    const { body, headers } = await api.visitor.post('/session', { username: 'system', password: firstRunInput.administrator.password })
    expect(String(headers['set-cookie'])).toMatch(/^gongkai=[\w-]{20,}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(body).toMatchObject({ stage: 'totp-enrolment', may: [], posts: [], demo: false, today: '2026-01-20' })
  })

  test('behind https the cookie goes nowhere else', async () => {
    const secure = await apiServer({ secure: true })
    const { headers } = await secure.visitor.post('/session', { username: 'system', password: firstRunInput.administrator.password })
    expect(String(headers['set-cookie'])).toMatch(/; Secure(;|$)/)
    await secure.close()
  })

  test('the session says who one is and what one may', async () => {
    const { body } = await system.get('/session')
    expect(body).toMatchObject({ stage: 'full', person: { name: '孟系统' }, posts: [{ bodySlug: 'qingxi-office', role: 'system-admin' }] })
    expect(rowsOf(body.may)).toContain('body.add')
    expect(rowsOf(body.may)).not.toContain('event.see')
  })

  test('an own session can be ended, another’s only by who may', async () => {
    const drafter = await api.as('经办甲', { body: 'education', role: 'drafter' })
    const own = rowsOf((await drafter.get('/sessions')).body.items)
    expect(own.map(({ current }) => current)).toEqual([true])
    const other = rowsOf((await system.get('/sessions')).body.items)[0]!
    expect((await drafter.send('DELETE', `/sessions/${other.id}`)).status).toBe(403)
    expect((await drafter.send('DELETE', '/session')).status).toBe(204)
    expect((await drafter.get('/session')).status).toBe(401)
  })

  test('an authenticator is set up with a picture to scan', async () => {
    const person = await api.as('要验证器的人', { body: 'education', role: 'drafter' })
    const { status, body } = await person.post('/session/totp-enrolment')
    expect(status).toBe(200)
    expect(String(body.uri)).toMatch(/^otpauth:\/\/totp\//)
    expect(String(body.qr)).toMatch(/^<svg/)
    const refused = await person.post('/session/totp-enrolment/confirm', { code: '000000' })
    expect([refused.status, refused.body.code]).toEqual([422, 'wrong-code'])
  })

  test('a password is changed only by who knows it', async () => {
    const { status, body } = await system.post('/session/password', { current: 'not mine', next: 'Qingxi-2027-ok' })
    expect([status, body.code]).toEqual([422, 'wrong-password'])
  })
})

describe('bodies', () => {
  const water = { slug: 'water', name: '青溪县水务局', kind: 'department', level: 'county', filesTo: 'qingxi', establishedOn: '2001-01-01' }

  test('are added, changed, named anew and ended, each by who may', async () => {
    expect((await system.post('/bodies', water)).status).toBe(201)
    expect((await system.send('PATCH', '/bodies/water', { phone: '0990-8800011' })).body.phone).toBe('0990-8800011')
    const renamed = await system.post('/bodies/water/names', { name: '青溪县水利局', kind: 'official', since: '2026-01-20' })
    expect(renamed.body).toMatchObject({ name: '青溪县水利局', filesTo: { slug: 'qingxi', name: '青溪县人民政府' } })
    expect(rowsOf(renamed.body.names)).toHaveLength(2)
    const drafter = await api.as('经办乙', { body: 'education', role: 'drafter' })
    expect((await drafter.send('PATCH', '/bodies/water', { phone: '1' })).body.code).toBe('not-allowed')
    const ended = await system.post('/bodies/water/end', { on: '2026-01-20', kind: 'merged', successors: ['finance'], basis: '机构改革' })
    expect(ended.body).toMatchObject({ endedOn: '2026-01-20', successors: [{ slug: 'finance', kind: 'merged' }] })
    expect(rowsOf((await api.visitor.get('/bodies?q=水利')).body.items)).toEqual([])
    expect(rowsOf((await api.visitor.get('/bodies?q=水利&ended=true')).body.items)).toHaveLength(1)
  })

  test('a list goes on where it stopped, though bodies are added before and behind', async () => {
    const seen: string[] = []
    for (let path = '/bodies?limit=2', count = 0; ; count++) {
      const { body } = await api.visitor.get(path)
      seen.push(...rowsOf(body.items).map(({ slug }) => String(slug)))
      if (count === 1) for (const slug of ['aaa', 'zzz']) await system.post('/bodies', { ...water, slug, name: `青溪县${slug}局` })
      if (body.next === (null as unknown)) break
      path = `/bodies?limit=2&after=${encodeURIComponent(String(body.next))}`
    }
    expect(new Set(seen).size).toBe(seen.length)
    for (const slug of ['qingxi', 'qingxi-office', 'education', 'finance', 'baisha', 'tax', 'archives']) expect(seen).toContain(slug)
  })

  test('sections are kept by who may', async () => {
    const added = await system.post('/bodies/finance/sections', { name: '国库股' })
    expect([added.status, added.body.body!.slug]).toEqual([201, 'finance'])
    expect((await system.send('PATCH', `/sections/${added.body.id}`, { name: '国库科' })).body.name).toBe('国库科')
    expect((await system.post(`/sections/${added.body.id}/end`, { on: '2026-01-20' })).body.endedOn).toBe('2026-01-20')
    expect(rowsOf((await system.get('/bodies/finance/sections')).body.items)).toEqual([])
    expect(rowsOf((await system.get('/bodies/finance/sections?ended=true')).body.items)).toHaveLength(1)
  })

  test('an export has its Chinese name, and its import changes nothing', async () => {
    for (const format of ['csv', 'xlsx']) {
      const { rawPayload, headers, statusCode } = await exported('/bodies/export', format)
      expect(statusCode).toBe(200)
      expect(String(headers['content-disposition'])).toBe(
        `attachment; filename="____-2026-01-20.${format}"; filename*=UTF-8''${encodeURIComponent('机关名录-2026-01-20')}.${format}`,
      )
      const { status, body } = await system.upload('/bodies/import', { name: `机关.${format}`, bytes: rawPayload })
      expect([status, body.adds, body.changes, body.errors]).toEqual([200, 0, 0, []])
    }
  })

  test('an import tells what is wrong by row and column, and writes nothing', async () => {
    const csv = new TextEncoder().encode(
      '网址代号,全称,类型,级别,报送至\nforest,青溪县林业局,部门,县级,qingxi\nB AD,青溪县坏局,部门,县级,qingxi\n',
    )
    const { status, body } = await system.upload('/bodies/import?dryRun=true', { name: '机关.csv', bytes: csv })
    expect([status, body.dryRun, body.rows]).toEqual([200, true, 2])
    expect(rowsOf(body.errors)[0]).toMatchObject({ row: 3 })
    expect((await api.visitor.get('/bodies/forest')).status).toBe(404)
  })

  test.each([
    ['no file', null, 400, 'invalid-input'],
    [
      'a picture',
      { name: '机关.csv', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]) },
      415,
      'unsupported-media',
    ],
    ['more than 20 MB', { name: '机关.csv', bytes: new Uint8Array(21 * 1024 * 1024).fill(65) }, 413, 'too-large'],
  ])('an import of %s is refused', async (_, file, status, code) => {
    const answer = await system.upload('/bodies/import', file)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })
})

const exported = async (path: string, format: string) => {
  const { cookie } = await cookieOf('system')
  return api.server.inject({ url: `/api/v1${path}?format=${format}`, headers: { cookie } })
}
async function cookieOf(username: string): Promise<{ cookie: string }> {
  const { signInForDemo } = await import('#identity')
  const { person_id } = await api.ctx.db
    .selectFrom('account')
    .select('person_id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  return { cookie: `gongkai=${(await signInForDemo(api.ctx, { personId: person_id, address: '127.0.0.1', agent: 'tests' })).token}` }
}

describe('people', () => {
  test('are added with a password shown once; numbers are masked, and a look at them is recorded', async () => {
    const added = await system.post('/people', {
      name: '沈知遥',
      username: 'shen.zhiyao',
      phone: '13800005601',
      posts: [{ body: 'finance', role: 'reviewer', step: 1 }],
    })
    expect(added.status).toBe(201)
    expect(String(added.body.oneTimePassword).length).toBeGreaterThan(8)
    const { id } = added.body.person!
    expect((await system.get(`/people/${id}`)).body.phone).toBe('138****5601')
    expect(rowsOf((await system.get('/people?q=沈知遥')).body.items)[0]).toMatchObject({ phone: '138****5601', username: 'shen.zhiyao' })
    const unmasking = await system.get(`/people/${id}?unmask=true`)
    const audit = await api.administrator('audit')
    const looks = rowsOf((await audit.get(`/events?kind=person.unmasked&nounId=${id}`)).body.items)
    expect(unmasking.status === 200 ? [unmasking.body.phone, looks.length] : [unmasking.body.code, looks.length]).toEqual(
      unmasking.status === 200 ? ['13800005601', 1] : ['not-allowed', 0],
    )

    const twice = await system.post('/people', { name: '又一人', username: 'shen.zhiyao', posts: [] })
    expect([twice.status, twice.body.code]).toEqual([409, 'username-taken'])
    expect((await system.send('PATCH', `/people/${id}`, { email: 'shen@qingxi.example' })).status).toBe(200)
    const post = await system.post(`/people/${id}/posts`, { body: 'finance', role: 'drafter' })
    expect(post.body).toMatchObject({ role: 'drafter', since: '2026-01-20' })
    expect((await system.post(`/posts/${post.body.id}/end`, { on: '2026-01-20' })).body.until).toBe('2026-01-20')
    const security = await api.administrator('security')
    expect((await system.post(`/people/${id}/reset`)).status).toBe(403)
    expect(String((await security.post(`/people/${id}/reset`)).body.oneTimePassword).length).toBeGreaterThan(8)
    expect((await security.post(`/people/${id}/unlock`)).status).toBe(204)
    expect((await security.post(`/people/${id}/reset-totp`)).status).toBe(204)
    expect((await system.post(`/people/${id}/leave`, { on: '2026-01-19' })).body.leftOn).toBe('2026-01-19')
  })

  test('hand over and act for one another, as the head of disclosure arranges', async () => {
    const head = await api.as('公开科长', { body: 'education', role: 'disclosure-officer' })
    const giver = await api.as('移交人', { body: 'education', role: 'drafter' })
    const taker = await api.as('接手人', { body: 'education', role: 'reviewer', step: 2 })
    const acting = await head.post('/delegations', {
      from: giver.personId,
      to: taker.personId,
      body: 'education',
      since: '2026-01-20',
      until: '2026-01-30',
      reason: '出差',
    })
    expect([acting.status, acting.body.active, acting.body.to!.name]).toEqual([201, true, '接手人'])
    expect(rowsOf((await taker.get('/session')).body.posts).find(({ onBehalfOf }) => onBehalfOf)!.onBehalfOf).toMatchObject({
      name: '移交人',
    })
    expect((await head.post(`/delegations/${acting.body.id}/end`)).body.active).toBe(false)
    expect(rowsOf((await head.get('/delegations')).body.items)).toEqual([])
    expect(rowsOf((await head.get('/delegations?ended=true')).body.items)).toHaveLength(1)

    const draft = { from: giver.personId, to: taker.personId, body: 'education', note: '轮岗' }
    const trial = await head.post('/handovers?dryRun=true', draft)
    expect([trial.status, rowsOf(trial.body.moved!.posts).length]).toEqual([200, 1])
    expect(rowsOf((await head.get('/handovers')).body.items)).toEqual([])
    expect((await head.post('/handovers', draft)).status).toBe(200)
    expect(rowsOf((await head.get('/handovers')).body.items)[0]).toMatchObject({
      note: '轮岗',
      from: { name: '移交人' },
      body: { slug: 'education' },
    })
    expect((await giver.post('/handovers', draft)).status).toBe(403)
  })
})

describe('clocks', () => {
  test('anyone may ask when an answer is due; what makes no sense is told at its place', async () => {
    const { body } = await api.visitor.post('/deadlines/compute', { received: '2025-09-15' })
    expect(body).toMatchObject({ received: '2025-09-15', due: '2025-10-17', status: 'final' })
    expect(rowsOf(body.steps).length).toBeGreaterThan(0)
    expect(
      rowsOf(body.ruler)
        .filter(({ isLast }) => isLast)
        .map(({ day }) => day),
    ).toEqual(['2025-10-17'])
    const wrong = await api.visitor.post('/deadlines/compute', {
      received: '2025-09-15',
      events: [{ kind: 'corrected', date: '2025-09-20' }],
    })
    expect([wrong.status, wrong.body.errors![0]!.where]).toEqual([400, 'events.0'])
  })

  test('are kept, changed and closed by the body, and move when rest days are loaded', async () => {
    const drafter = await api.as('经办丙', { body: 'finance', role: 'drafter' })
    const kept = await drafter.post('/deadlines', { title: '申请 2026-3 号', body: 'finance', receivedOn: '2026-01-12' })
    expect(kept.status).toBe(201)
    expect(kept.body).toMatchObject({ title: '申请 2026-3 号', body: { slug: 'finance' }, dueStatus: 'final' })
    expect((await drafter.send('PATCH', `/deadlines/${kept.body.id}`, { title: '申请 2026-4 号' })).body.title).toBe('申请 2026-4 号')
    expect(rowsOf((await drafter.get('/deadlines')).body.items).map(({ title }) => title)).toEqual(['申请 2026-4 号'])
    expect(rowsOf((await drafter.get('/tasks')).body.items).map(({ noun }) => noun)).toContain('deadline')
    const other = await api.as('别局的人', { body: 'education', role: 'drafter' })
    expect((await other.get(`/deadlines/${kept.body.id}`)).status).toBe(403)
    expect((await drafter.post(`/deadlines/${kept.body.id}/close`)).status).toBe(204)
    expect((await drafter.post(`/deadlines/${kept.body.id}/close`)).status).toBe(409)
  })

  test('the years of the calendar are public, and a notice is tried before it is loaded', async () => {
    const years = rowsOf((await api.visitor.get('/calendar/years')).body.items)
    expect(years.find(({ year }) => Number(year) === 2026)).toMatchObject({ announced: true, notice: { origin: 'shipped' } })
    expect(rowsOf((await api.visitor.get('/calendar/years/2026')).body.days)).toHaveLength(365)
    expect((await api.visitor.get('/calendar/years/1999')).status).toBe(400)
    const notice = {
      year: 2027,
      title: '2027 年放假安排（试）',
      number: '测试〔2026〕1号',
      issuedOn: '2026-11-01',
      source: 'https://gk.example/2027',
      off: ['2027-01-01'],
      madeUp: [],
    }
    const trial = await system.post('/calendar/notices?dryRun=true', notice)
    expect([trial.status, trial.body.dryRun, rowsOf(trial.body.differences).length]).toEqual([200, true, 1])
    expect((await system.post('/calendar/notices', { ...notice, off: ['2027-01-02'] })).status).toBe(422)
    expect((await system.post('/calendar/notices', notice)).status).toBe(200)
    expect((await api.visitor.get('/calendar/years/2027')).body).toMatchObject({ announced: true, notice: { origin: 'loaded' } })
    expect(rowsOf((await system.get('/jobs?state=waiting')).body.items).map(({ task }) => task)).toContain('recompute-deadlines')
  })
})

describe('approval', () => {
  test('of a local day: on paper, with the sheet printed and the scan kept', async () => {
    const proposer = await api.administrator('system')
    const leader = await api.as('签批领导', { body: 'qingxi-office', role: 'leader' })
    const clerk = await api.as('办公室经办', { body: 'qingxi-office', role: 'drafter' })
    const proposed = await proposer.post('/calendar/local-days', { day: '2026-02-05', works: false, reason: '台风停工' })
    expect([proposed.status, proposed.body.state]).toEqual([201, 'proposed'])
    const path = `/sign-offs/${proposed.body.signOffId}`

    const sheet = await clerk.get(`${path}/sheet`)
    expect([sheet.status, sheet.headers['content-type'], sheet.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
    expect(String(sheet.headers['content-disposition'])).toMatch(/^inline; .*filename\*=UTF-8''/)

    const { body: shown } = await leader.get(path)
    expect(shown).toMatchObject({ state: 'open', mayDecide: true, current: 0 })
    const stale = await leader.post(`${path}/decision`, { decision: 'approved', contentHash: '0'.repeat(64) })
    expect([stale.status, stale.body.code]).toEqual([409, 'content-changed'])
    expect((await proposer.post(`${path}/decision`, { decision: 'approved', contentHash: shown.contentHash })).status).toBe(403)

    const fields = { signer: leader.personId, step: '0', signedOn: '2026-01-20' }
    const asText = await clerk.upload(`${path}/paper`, { name: '签批单.pdf', bytes: new TextEncoder().encode('not a scan') }, fields)
    expect([asText.status, asText.body.code]).toEqual([415, 'unsupported-media'])
    const unfilled = await clerk.upload(`${path}/paper`, { name: '签批单.pdf', bytes: pdf }, { step: 'first' })
    expect(rowsOf(unfilled.body.errors).map(({ where }) => where)).toEqual(expect.arrayContaining(['signer', 'step', 'signedOn']))
    const signed = await clerk.upload(`${path}/paper`, { name: 'C:\\扫描\\签批单.pdf', bytes: pdf }, fields)
    expect(signed.status).toBe(200)
    expect(signed.body).toMatchObject({
      state: 'approved',
      approvals: [{ person: { name: '签批领导' }, recordedBy: { name: '办公室经办' }, signedOn: '2026-01-20' }],
    })

    const scan = await clerk.get(`/attachments/${rowsOf(signed.body.approvals)[0]!.scanId}`)
    expect([scan.status, scan.text.slice(0, 8)]).toEqual([200, '%PDF-1.7'])
    expect(String(scan.headers['content-disposition'])).toContain(encodeURIComponent('签批单.pdf'))
    expect(rowsOf((await clerk.get('/calendar/local-days')).body.items)[0]).toMatchObject({ state: 'in-force', day: '2026-02-05' })
    expect(rowsOf((await leader.get('/sign-offs?state=approved')).body.items)).toHaveLength(1)
  })

  test('a file is hung on a round by those who work on it', async () => {
    const leader = await api.as('签批领导')
    const [round] = rowsOf((await leader.get('/sign-offs')).body.items)
    const fields = { noun: 'sign-off', nounId: String(round!.id) }
    const added = await leader.upload('/attachments', { name: '说明.pdf', bytes: pdf }, fields)
    expect([added.status, added.body.type, Number(added.body.size)]).toEqual([201, 'application/pdf', pdf.length])
    const script = await leader.upload('/attachments', { name: '说明.pdf', bytes: new TextEncoder().encode('<script>') }, fields)
    expect(script.status).toBe(415)
    const stranger = await api.as('别局的人')
    expect((await stranger.get(`/attachments/${added.body.id}`)).status).toBe(403)
  })

  test('who proposed is told, and reads it', async () => {
    const { body } = await system.get('/notifications')
    expect(Number(body.unread)).toBeGreaterThan(0)
    expect(String(rowsOf(body.items)[0]!.text).length).toBeGreaterThan(4)
    expect((await system.post('/notifications/read', {})).body).toEqual({ unread: 0 })
  })
})

describe('administration', () => {
  test('a setting is changed within its bounds, by who may', async () => {
    const changed = await system.send('PUT', '/settings/organiser', { value: '青溪县人民政府办公室' })
    expect(changed.body).toMatchObject({ key: 'organiser', value: '青溪县人民政府办公室', changedBy: { name: '孟系统' } })
    expect((await api.visitor.get('/region')).body.footer!.organiser).toBe('青溪县人民政府办公室')
    expect((await system.send('PUT', '/settings/sessionHours', { value: 8 })).status).toBe(403)
    const security = await api.administrator('security')
    expect((await security.send('PUT', '/settings/sessionHours', { value: 800 })).body.code).toBe('wrong-setting')
    expect((await system.send('PUT', '/settings/nothing', { value: 1 })).body.code).toBe('no-such-setting')
  })

  test('the audit log is listed, exported and proved by the audit administrator alone', async () => {
    const audit = await api.administrator('audit')
    const first = (await audit.get('/events?limit=5')).body
    const second = (await audit.get(`/events?limit=5&after=${first.next}`)).body
    expect(rowsOf(second.items)[0]!.seq).toBe(Number(rowsOf(first.items)[4]!.seq) - 1)
    expect((await audit.get('/events?after=abc')).body.errors![0]!.where).toBe('after')
    const proof = (await audit.post('/events/verify')).body
    expect([Number(proof.events) > 20, proof.broken]).toEqual([true, null])
    const file = await audit.get('/events/export?kind=body.added')
    expect(file.text.split('\r\n')[0]).toBe('\ufeff序号,时间,人,代谁,来源,事件,对象,对象编号,机关编号,内容')
    expect(file.text).toContain('body.added')
    expect(file.text).not.toContain('setting.changed')
    expect(rowsOf((await audit.get('/events?kind=event.exported')).body.items)).toHaveLength(1)
    const lines = await audit.get('/events/export?format=jsonl&noun=setting')
    expect(
      lines.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).noun),
    ).toEqual(['setting'])
  })

  test('a job that waits is dropped or made due', async () => {
    const [job] = rowsOf((await system.get('/jobs')).body.items)
    expect(job).toMatchObject({ label: '重算期限：放假安排或地方调整有变', state: 'waiting' })
    expect((await system.post(`/jobs/${job!.id}/retry`)).body.id).toBe(job!.id)
    expect((await system.post(`/jobs/${job!.id}/drop`)).status).toBe(204)
    expect((await system.post(`/jobs/${job!.id}/drop`)).status).toBe(404)
    expect(rowsOf((await system.get('/jobs/schedule')).body.items).map(({ when }) => when)).toContain('每天 03:30')
  })
})

describe('the demo', () => {
  test('has no routes where the server does not run it', async () => {
    for (const [method, path] of [
      ['GET', '/demo'],
      ['POST', '/demo/session'],
      ['POST', '/demo/clock'],
    ] as const)
      expect((method === 'GET' ? await api.visitor.get(path) : await api.visitor.post(path, {})).status).toBe(404)
  })

  test('signs in by role and moves its clock', async () => {
    const { signInForDemo } = await import('#identity')
    const moved: string[] = []
    const personId = (await api.as('经办丁', { body: 'finance', role: 'drafter' })).personId
    const { default: fastify } = await import('fastify')
    const { registerApi } = await import('./index.ts')
    const { jobBoard } = await import('#jobs')
    const server = fastify()
    await registerApi(server, api.ctx, {
      jobs: jobBoard(api.ctx),
      report: () => {},
      demo: {
        roles: async () => [{ role: 'drafter', label: '经办人', person: { id: personId, name: '经办丁' }, body: '' }],
        signInAs: (_role, from) => signInForDemo(api.ctx, { personId, ...from }),
        setToday: async (day) => void moved.push(day),
      },
    })
    const headers = { origin: 'http://localhost', host: 'localhost' }
    expect((await server.inject({ url: '/api/v1/demo' })).json()).toMatchObject({ today: '2026-01-20', roles: [{ role: 'drafter' }] })
    const session = await server.inject({ method: 'POST', url: '/api/v1/demo/session', payload: { role: 'drafter' }, headers })
    expect(session.json()).toMatchObject({ stage: 'full', demo: true, person: { name: '经办丁' } })
    expect((await server.inject({ method: 'POST', url: '/api/v1/demo/clock', payload: { today: '2026-03-01' }, headers })).statusCode).toBe(
      200,
    )
    expect(moved).toEqual(['2026-03-01'])
    expect((await server.inject({ method: 'POST', url: '/api/v1/demo/clock', payload: { today: 'tomorrow' }, headers })).statusCode).toBe(
      400,
    )
    await server.close()
  })
})

test('over a socket: a page of ours is let in, and search finds a body', async () => {
  await api.server.listen({ port: 0, host: '127.0.0.1' })
  if (!api.server.server.listening) await once(api.server.server, 'listening')
  const at = `http://127.0.0.1:${(api.server.server.address() as AddressInfo).port}`
  const found = await fetch(`${at}/api/v1/search?q=${encodeURIComponent('教体局')}`)
  expect(await found.json()).toMatchObject({ items: [{ slug: 'education', url: '/b/education/' }] })
  const signIn = (origin: string) =>
    fetch(`${at}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ username: 'system', password: firstRunInput.administrator.password }),
    })
  expect((await signIn(at)).status).toBe(200)
  expect((await signIn('http://127.0.0.1:1')).status).toBe(403)
})
