/** Requests over the API: what the desk does with them, and what each wrong person gets. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type ApiForTests, apiServer, type Client, type Json, rowsOf } from '../../tests/api.ts'

let api: ApiForTests
let clerk: Client & { readonly personId: string }
let officer: Client
let section: string

beforeAll(async () => {
  api = await apiServer()
  clerk = await api.as('钱经办', { body: 'education', role: 'drafter' })
  officer = await api.as('马主管', { body: 'education', role: 'disclosure-officer' })
  section = (await officer.post('/bodies/education/sections', { name: '基建科' })).body.id as unknown as string
})
afterAll(() => api.close())

const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const applicant = {
  kind: 'naturalPerson',
  name: '申小宁',
  identityType: 'passport',
  identityNumber: 'E12345678',
  phone: '13900000017',
  address: '青溪县白沙镇河沿街 17 号',
}
const form = (change: Record<string, unknown> = {}) => ({
  body: 'education',
  channel: 'registered-post',
  facts: { submitted: '2026-01-14', signedFor: '2026-01-16', reachedOffice: '2026-01-19' },
  applicant,
  carrier: 'paper',
  delivery: 'post',
  requests: [{ title: '白沙中心校扩建批复', wanted: '2025 年的批复原文' }],
  ...change,
})

async function registered(change: Record<string, unknown> = {}): Promise<{ id: string; number: string; code: string }> {
  const { status, body } = await clerk.post('/requests', form(change))
  expect(status).toBe(201)
  return rowsOf(body.cases)[0] as unknown as { id: string; number: string; code: string }
}

const fieldsOf = ({ body }: Answer): string[] => rowsOf(body.errors).map(({ where }) => where as unknown as string)

describe('registering', () => {
  test('starts the clock on the day the mail room signed, not the day the office had it', async () => {
    const { id, number, code } = await registered()
    expect(number).toMatch(/^2026-\d{4}$/)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    const { body } = await clerk.get(`/requests/${id}`)
    expect(body).toMatchObject({
      state: 'handling',
      receivedOn: '2026-01-16',
      submittedOn: '2026-01-14',
      dueOn: '2026-02-13',
      dueStatus: 'final',
      unconfirmedBy: null,
      form: { origin: 'desk', facts: { signedFor: '2026-01-16', reachedOffice: '2026-01-19' } },
    })
    expect(rowsOf(body.clock!.steps!).length).toBeGreaterThan(3)
    expect(rowsOf(body.ruler).filter(({ isLast }) => isLast as unknown as boolean)).toMatchObject([{ day: '2026-02-13' }])
  })

  test('waits for confirmation of what came by the site, and is red once the working day has passed', async () => {
    const { id } = await registered({ channel: 'internet', facts: { submitted: '2026-01-16' } })
    const { body } = await clerk.get(`/requests/${id}`)
    expect(body).toMatchObject({
      state: 'submitted',
      receivedOn: null,
      dueOn: null,
      clock: null,
      unconfirmedBy: '2026-01-19',
      lamp: 'overdue',
    })
    expect(rowsOf((await clerk.get('/requests?unconfirmed=true')).body.items).map((one) => one.id)).toContain(id)
    expect((await clerk.get('/requests/counts')).body.unconfirmed).toBeGreaterThan(0)
    const confirmed = await clerk.post(`/requests/${id}/acts/confirm`, { facts: { confirmed: '2026-01-19' } })
    expect(confirmed.body).toMatchObject({ state: 'handling', receivedOn: '2026-01-19', unconfirmedBy: null })
  })

  test('asks for what Art. 29 asks for, and names the field', async () => {
    const nameless = await clerk.post('/requests', form({ applicant: { ...applicant, name: '' } }))
    expect([nameless.status, fieldsOf(nameless)]).toEqual([400, ['applicant.name']])
    const nowhere = await clerk.post('/requests', form({ delivery: 'e-mail' }))
    expect([nowhere.status, nowhere.body.code]).toEqual([400, 'wrong-field'])
    const unsigned = await clerk.post('/requests', form({ facts: { submitted: '2026-01-14' } }))
    expect([unsigned.status, unsigned.body.code]).toEqual([400, 'wrong-field'])
    const tomorrow = await clerk.post('/requests', form({ facts: { signedFor: '2026-01-21' } }))
    expect(tomorrow.status).toBe(400)
  })

  test('one letter may hold several requests; each is a case with the form in common', async () => {
    const { body } = await clerk.post('/requests', form({ requests: ['甲', '乙'].map((title) => ({ title, wanted: title })) }))
    const [one, other] = rowsOf(body.cases)
    const detail = await clerk.get(`/requests/${one!.id}`)
    expect(detail.body.form!.others).toMatchObject([{ id: other!.id }])
  })
})

describe('the case', () => {
  test('shows the applicant masked, and in full only to who asks and is written down', async () => {
    const { id, number } = await registered()
    const { text, body } = await clerk.get(`/requests/${id}`)
    expect(body.applicant).toBe('申**')
    for (const secret of ['E12345678', '13900000017', '河沿街', '申小宁']) expect(text).not.toContain(secret)
    expect((await clerk.get(`/requests/${id}/applicant`)).body).toMatchObject({ name: '申小宁', identityNumber: 'E12345678' })
    const looks = await api.ctx.db
      .selectFrom('event')
      .select(['actor_id', 'detail'])
      .where('kind', '=', 'request.unmasked')
      .where('noun_id', '=', id)
      .execute()
    expect(looks).toMatchObject([{ actor_id: clerk.personId, detail: { number } }])
    const reviewer = await api.as('审核人', { body: 'education', role: 'reviewer', step: 1 })
    expect((await reviewer.get(`/requests/${id}`)).status).toBe(200)
    expect((await reviewer.get(`/requests/${id}/applicant`)).status).toBe(403)
  })

  test('says what may be done and why not the rest, and refuses just so', async () => {
    const { id } = await registered()
    const { body } = await clerk.get(`/requests/${id}`)
    expect(body.may).toContain('ask-correction')
    expect(rowsOf(body.mayNot)).toContainEqual({ verb: 'answer', code: 'case-guard', guard: 'decided' })
    expect(rowsOf(body.mayNot)).toContainEqual({ verb: 'void', code: 'case-hand', guard: null })
    expect((await officer.post(`/requests/${id}/acts/answer`, { method: 'post' })).body.code).toBe('case-guard')
    // By a letter that somebody approved, not by hand.
    expect((await clerk.post(`/requests/${id}/acts/answer`, { method: 'post' })).body.code).toBe('case-hand')
    expect((await clerk.post(`/requests/${id}/acts/void`, { reason: '误登' })).status).toBe(403)
  })

  test('an act takes the fields of its verb and no others', async () => {
    const { id } = await registered()
    const act = (verb: string, body: unknown) => clerk.post(`/requests/${id}/acts/${verb}`, body)
    expect(fieldsOf(await act('ask-correction', { by: '2026-02-09' }))).toEqual(['what'])
    expect(fieldsOf(await act('note', { text: '好', days: 3 }))).toEqual(['days'])
    expect(fieldsOf(await act('extend', { days: 21, approver: '马主管', reason: '多' }))).toEqual(['days'])
    expect(fieldsOf(await act('note', { text: '好', on: '2026-02-30' }))).toEqual(['on'])
    expect((await act('dance', {})).status).toBe(400)
    expect((await act('note', { text: '好', on: '2026-01-21' })).body.code).toBe('event-day')
    const asked = await act('ask-correction', { what: '写明文号', by: '2026-02-09' })
    expect(asked.body).toMatchObject({ state: 'correcting', dueOn: null, lamp: 'stopped', folded: { correction: { what: '写明文号' } } })
    expect(rowsOf(asked.body.limits)).toMatchObject([{ kind: 'correction', dueOn: '2026-02-09', lamp: 'fine' }])
    expect(rowsOf(asked.body.timeline).map(({ kind }) => kind)).toEqual(['request.submitted', 'correction.asked'])
  })

  test('files hang on the case or on the form, which shows who asks', async () => {
    const { id } = await registered()
    const onCase = await clerk.upload(`/requests/${id}/files`, { name: '批复.pdf', bytes: pdf }, { on: 'case' })
    const onForm = await clerk.upload(`/requests/${id}/files`, { name: '护照.pdf', bytes: pdf }, { on: 'form' })
    expect([onCase.status, onForm.status]).toEqual([201, 201])
    const leader = await api.as('局长', { body: 'education', role: 'leader' })
    expect((await leader.get(`/requests/${id}/files/${onCase.body.id}`)).status).toBe(200)
    expect((await leader.get(`/requests/${id}/files/${onForm.body.id}`)).status).toBe(403)
    expect((await clerk.get(`/requests/${id}/files/${onForm.body.id}`)).status).toBe(200)
    const other = await registered()
    expect((await clerk.get(`/requests/${other.id}/files/${onCase.body.id}`)).status).toBe(404)
    // The generic way to files knows nothing of them.
    expect((await clerk.get(`/attachments/${onForm.body.id}`)).status).toBe(404)
    const program = await clerk.upload(
      `/requests/${id}/files`,
      { name: 'a.html', bytes: new TextEncoder().encode('<script>') },
      { on: 'case' },
    )
    expect(program.status).toBe(415)
  })

  test('several requests in one are parted, with one day of receipt', async () => {
    const { id } = await registered()
    const parts = [
      { title: '扩建批复', wanted: '批复原文' },
      { title: '扩建预算', wanted: '预算表' },
    ]
    const { status, body } = await clerk.post(`/requests/${id}/split`, { parts })
    expect(status).toBe(201)
    const [made] = rowsOf(body.cases)
    expect((await clerk.get(`/requests/${made!.id}`)).body).toMatchObject({
      title: '扩建预算',
      receivedOn: '2026-01-16',
      links: [{ id, how: 'split' }],
    })
    expect((await clerk.get(`/requests/${id}`)).body).toMatchObject({ title: '扩建批复', links: [{ id: made!.id }] })
    await clerk.post(`/requests/${id}/acts/ask-correction`, { what: '写明年份', by: '2026-02-09' })
    expect((await clerk.post(`/requests/${id}/split`, { parts })).body.code).toBe('split-too-late')
  })

  test('earlier ones of the same applicant and of the same words are found', async () => {
    const one = await registered({ requests: [{ title: '高山草甸修复方案', wanted: '方案' }] })
    const again = await clerk.post('/requests/similar', {
      body: 'education',
      title: '高山草甸的修复方案',
      applicant: { ...applicant, name: '申小宁' },
    })
    expect(rowsOf(again.body.items).find((found) => (found.id as unknown) === one.id)).toMatchObject({ sameApplicant: true })
    const words = await clerk.post('/requests/similar', { body: 'education', title: '高山草甸修复方案', except: one.id })
    expect(rowsOf(words.body.items).every(({ id }) => (id as unknown) !== one.id)).toBe(true)
    const stranger = { ...applicant, name: '旁人', identityNumber: 'E87654321' }
    const duplicate = await clerk.post('/requests/similar', { body: 'education', title: '高山草甸修复方案', applicant: stranger })
    expect(rowsOf(duplicate.body.items)).toMatchObject([{ id: one.id, sameApplicant: false }])
  })
})

describe('the list', () => {
  test('pages by the last day without losing or repeating a case', async () => {
    for (let count = 0; count < 5; count++) await registered()
    const seen: Json[] = []
    let after: Json | null | undefined
    do {
      const { body } = await clerk.get(`/requests?limit=3${after ? `&after=${String(after)}` : ''}`)
      seen.push(...rowsOf(body.items))
      after = body.next
    } while (after)
    const ids = seen.map(({ id }) => String(id))
    expect(new Set(ids).size).toBe(ids.length)
    const open = (await clerk.get('/requests/counts')).body.open as unknown as number
    expect(ids.length).toBe(open)
    const days = seen.map(({ dueOn }) => String(dueOn ?? '9999-12-31'))
    expect(days).toEqual([...days].sort())
  })

  test('is narrowed by state, words, number, person and lamp', async () => {
    const { id, number } = await registered({ requests: [{ title: '独此一件的题目', wanted: '原文' }] })
    const ids = async (query: string) => rowsOf((await clerk.get(`/requests?limit=200&${query}`)).body.items).map((one) => String(one.id))
    expect(await ids(`q=${encodeURIComponent('独此一件')}`)).toEqual([id])
    expect(await ids(`q=${number}`)).toEqual([id])
    expect(await ids(`q=${encodeURIComponent('%')}`)).toEqual([])
    await officer.post(`/requests/${id}/acts/assign`, { personId: clerk.personId })
    expect(await ids(`person=${clerk.personId}`)).toEqual([id])
    expect(await ids('state=handling')).toContain(id)
    expect(await ids('state=paying')).not.toContain(id)
    expect(await ids('lamp=fine')).toContain(id)
    expect(await ids('lamp=overdue')).not.toContain(id)
    expect(await ids('order=received&year=2026')).toContain(id)
    expect(await ids('order=received&year=2025')).not.toContain(id)
    expect((await clerk.get('/requests?after=nonsense')).status).toBe(400)
  })
})

describe('each wrong person', () => {
  test('of another body, another role or none gets nothing of any route of a case', async () => {
    const { id } = await registered()
    const file = await clerk.upload(`/requests/${id}/files`, { name: '批复.pdf', bytes: pdf }, { on: 'case' })
    const wrong: Record<string, Client> = {
      visitor: api.visitor,
      'drafter elsewhere': await api.as('财政经办', { body: 'finance', role: 'drafter' }),
      'head elsewhere': await api.as('财政主管', { body: 'finance', role: 'disclosure-officer' }),
      'higher office': await api.as('县府办', { body: 'qingxi-office', role: 'higher-office' }),
      proofreader: await api.as('校对', { body: 'education', role: 'proofreader' }),
      'system administrator': await api.administrator('system'),
      'audit administrator': await api.administrator('audit'),
      'liaison of a section not asked': await api.as('联络', { body: 'education', role: 'liaison', section }),
    }
    for (const [who, client] of Object.entries(wrong)) {
      const answers = {
        read: await client.get(`/requests/${id}`),
        applicant: await client.get(`/requests/${id}/applicant`),
        similar: await client.get(`/requests/${id}/similar`),
        file: await client.get(`/requests/${id}/files/${file.body.id}`),
        add: await client.upload(`/requests/${id}/files`, { name: 'a.pdf', bytes: pdf }, { on: 'case' }),
        act: await client.post(`/requests/${id}/acts/note`, { text: '看看' }),
        split: await client.post(`/requests/${id}/split`, { parts: [1, 2].map((n) => ({ title: `${n}`, wanted: `${n}` })) }),
        register: await client.post('/requests', form()),
        compare: await client.post('/requests/similar', { body: 'education', title: '白沙中心校扩建批复' }),
        list: await client.get('/requests?body=education'),
        counts: await client.get('/requests/counts?body=education'),
      }
      for (const [what, { status, text }] of Object.entries(answers)) {
        expect([401, 403], `${who}: ${what} ${text}`).toContain(status)
        expect(text, `${who}: ${what}`).not.toMatch(/白沙|申小宁|E12345678/)
      }
      // A list of one's own bodies holds nothing of others'.
      expect((await client.get('/requests')).text, who).not.toContain(id)
    }
    expect((await clerk.get(`/requests/${id}`)).body.timeline).toHaveLength(1)
  })

  test('the higher office sees the clock by its number, and not what it is about', async () => {
    const { number } = await registered({ requests: [{ title: '某人某事的材料', wanted: '材料' }] })
    const above = await api.as('县府办', { body: 'qingxi-office', role: 'higher-office' })
    const { text } = await above.get('/deadlines?limit=200')
    expect(text).toContain(number)
    expect(text).not.toContain('某人某事')
    expect((await clerk.get('/tasks')).text).toContain('某人某事')
  })

  test('a liaison officer sees what is asked of the section, and not who asks', async () => {
    const { id } = await registered()
    const liaison = await api.as('联络', { body: 'education', role: 'liaison', section })
    await clerk.post(`/requests/${id}/acts/note`, { text: '内部的话' })
    const asked = await clerk.post(`/requests/${id}/acts/ask-inquiry`, {
      sectionId: section,
      name: '基建科',
      question: '请提供批复',
      dueOn: '2026-01-26',
    })
    const [inquiry] = rowsOf(asked.body.folded!.inquiries)
    const { status, body, text } = await liaison.get(`/requests/${id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ applicant: '', form: null, letters: [], files: [], may: expect.arrayContaining(['answer-inquiry']) })
    for (const hidden of ['申小宁', '申**', '内部的话', 'E12345678', 'E1*']) expect(text).not.toContain(hidden)
    const answered = await liaison.post(`/requests/${id}/acts/answer-inquiry`, { id: inquiry!.id, text: '见附件' })
    expect([answered.status, answered.body.form]).toEqual([200, null])
    expect((await liaison.post(`/requests/${id}/acts/decide`, { path: [] })).body.code).toBe('case-hand')
  })
})

test('the outcome tree is whole: every answer leads to a question or an outcome that is there', async () => {
  const { body } = await clerk.get('/outcome-tree')
  const questions = new Set(rowsOf(body.questions).map(({ id }) => String(id)))
  const outcomes = new Set(rowsOf(body.outcomes).map(({ id }) => String(id)))
  for (const { answers } of rowsOf(body.questions))
    for (const { next } of rowsOf(answers))
      expect(next!.question ? questions.has(String(next!.question)) : outcomes.has(String(next!.outcome))).toBe(true)
})
