/** Every address of a request, as each wrong person: no answer holds a word of it, and nothing of it changes. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { challengeVerbFields, challengeVerbNames, type VerbName, verbNames } from '#casework'
import { bodyAt, changeSetting, roles } from '#identity'
import { type Answer, type ApiForTests, apiServer, type Client, type Json, rowsOf } from '../../tests/api.ts'
import { machine } from '../../tests/county.ts'
import { typeset } from '../../tests/papers.ts'
import { operations } from './routes/index.ts'

let api: ApiForTests
let clerk: Client
/** Where the server's clock stands. */
let today = ''
let year = ''
/** Words that stand in the case and nowhere else. */
const secrets = ['申小宁', '采石场丙号井', 'E99887766', '13900000017', '丙号井涌水量', '中衡评估', '内部批注甲', '青教依申请', '不服丙号井']

const ids = {
  request: '',
  refused: '',
  file: '',
  redaction: '',
  letter: '',
  letterFile: '',
  challenge: '',
  challengeFile: '',
  withheld: '',
  message: '',
}
const path = (...steps: readonly string[]) =>
  steps.map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' }))
const refusal = path(
  ...['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no', 'ground internal'],
  'severable-internal no',
)
const paper = typeset('= 丙号井涌水量\n\n内容')

async function done(answer: Promise<Answer>): Promise<Json> {
  const { status, text, body } = await answer
  expect([status < 300, text]).toEqual([true, text])
  return body
}

/** A case with one of everything: files, a redaction, letters, a consultation, a challenge, a register entry, a message. */
beforeAll(async () => {
  api = await apiServer({ limits: { general: { most: 1_000_000, seconds: 60 } } })
  const { id: bodyId } = await bodyAt(api.ctx, 'education')
  await api.ctx.db
    .updateTable('body')
    .set({ reconsideration_organ: '青溪县人民政府', court: '青溪县人民法院', unit: '办公室', phone: '0990-7654321' })
    .where('id', '=', bodyId)
    .execute()
  await changeSetting(api.ctx, machine, { key: 'letterWord', value: '青教依申请', bodyId })
  clerk = await api.as('经办甲', { body: 'education', role: 'drafter' })
  const officer = await api.as('公开科长', { body: 'education', role: 'disclosure-officer' })
  const leader = await api.as('局长', { body: 'education', role: 'leader' })
  today = String((await api.visitor.get('/region')).body.today)
  year = today.slice(0, 4)
  const register = async (title: string) => {
    const made = await done(
      clerk.post('/requests', {
        body: 'education',
        channel: 'in-person',
        facts: {},
        applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: 'E99887766', phone: '13900000017' },
        carrier: 'paper',
        delivery: 'in-person',
        requests: [{ title, wanted: '丙号井涌水量' }],
      }),
    )
    return String(rowsOf(made.cases)[0]!.id)
  }
  const act = (id: string, verb: VerbName, input: object) => done(clerk.post(`/requests/${id}/acts/${verb}`, input))
  ids.request = await register('采石场丙号井')
  await act(ids.request, 'note', { text: '内部批注甲' })
  await act(ids.request, 'log-search', { where: '内部批注甲', terms: '丙号井涌水量', found: 1 })
  await act(ids.request, 'consult', { party: 'third-party', name: '中衡评估', on: today })
  ids.file = String(
    (await done(clerk.upload(`/requests/${ids.request}/files`, { name: '采石场丙号井.pdf', bytes: paper }, { on: 'case' }))).id,
  )
  ids.redaction = String((await done(clerk.post(`/requests/${ids.request}/redactions`, { file: ids.file }))).id)

  ids.refused = await register('采石场丙号井之二')
  await act(ids.refused, 'decide', { path: refusal })
  const fields = { 不公开内容: '丙号井涌水量', 理由: '内部批注甲' }
  const letter = await done(clerk.post('/letters', { kind: 'refused', requests: [ids.refused], fields }))
  ids.letter = String(letter.id)
  const reviewing = await done(clerk.post(`/letters/${ids.letter}/review`))
  for (const hand of [officer, leader])
    await done(
      hand.post(`/sign-offs/${(reviewing.signOff as Json).id}/decision`, { decision: 'approved', contentHash: reviewing.contentHash }),
    )
  const sent = await done(clerk.post(`/letters/${ids.letter}/send`, { on: today, method: 'in-person' }))
  ids.letterFile = String(rowsOf(sent.files)[0]!.id)
  await done(clerk.post(`/letters/${ids.letter}/serve`, { on: today, how: '本人签收' }))
  const challenge = { body: 'education', kind: 'reconsideration', requestIds: [ids.refused], filedOn: today, grounds: '不服丙号井' }
  ids.challenge = String((await done(clerk.post('/challenges', challenge))).id)
  ids.challengeFile = String(
    (await done(clerk.upload(`/challenges/${ids.challenge}/files`, { name: '采石场丙号井.pdf', bytes: paper }))).id,
  )
  ids.withheld = String(rowsOf((await done(clerk.get('/withheld'))).items)[0]!.id)
  ids.message = api.ctx.newId()
})
afterAll(() => api.close())

const acts: Record<VerbName, object> = {
  confirm: { facts: {} },
  'correct-receipt': { facts: {}, reason: '改' },
  amend: { title: '改', reason: '改' },
  assign: { personId: null },
  link: { requestId: '019bd921-5900-7000-8000-000000000000', how: 'related' },
  void: { reason: '改' },
  withdraw: { text: '撤' },
  'set-internal-deadline': { dueOn: '2026-02-01' },
  note: { text: '改' },
  'log-call': { direction: 'in', with: '甲', text: '改' },
  'log-search': { where: '甲', terms: '乙', found: 0 },
  'ask-inquiry': { name: '甲', question: '乙', dueOn: '2026-02-01' },
  'chase-inquiry': { id: '019bd921-5900-7000-8000-000000000000' },
  'answer-inquiry': { id: '019bd921-5900-7000-8000-000000000000', text: '改' },
  'ask-correction': { what: '改', by: '2026-02-01' },
  'receive-correction': { text: '改' },
  'lapse-correction': {},
  consult: { party: 'third-party', name: '甲' },
  'record-consultation-received': { id: '019bd921-5900-7000-8000-000000000000' },
  'record-opinion': { id: '019bd921-5900-7000-8000-000000000000', opinion: 'agrees' },
  'lapse-consultation': { id: '019bd921-5900-7000-8000-000000000000' },
  'ask-reasons': { by: '2026-02-01' },
  'record-reasons': { text: '改', reasonable: true },
  'fix-delay': { until: '2026-02-01' },
  extend: { days: 5, approver: '甲', reason: '改' },
  'notice-fee': { mode: 'page', count: 40 },
  'record-payment': { amount: 100, receipt: '1' },
  'lapse-fee': {},
  refer: { to: 'legal', question: '改' },
  'answer-referral': { id: '019bd921-5900-7000-8000-000000000000', text: '改' },
  decide: { path: refusal },
  answer: { method: 'in-person' },
  'record-service': { method: '当面' },
  'record-undelivered': { reason: '改' },
  reopen: { because: '改' },
  'offer-publication': {},
  'settle-publication': { accepted: false, reason: '改' },
  rate: { score: 1 },
  archive: {},
}
const mark = { page: 0, x: 0.1, y: 0.1, width: 0.1, height: 0.1, ground: 'privacy' }
const file = { name: 'x.pdf', bytes: paper }

type Asked = readonly [string, (client: Client) => Promise<Answer>]

/** How each operation is asked for what belongs to the case. One that is not here fails the first test. */
const asks: Record<string, () => Asked[]> = {
  listRequests: () => ['?body=education', '', '?q=丙号井', '?body=education&order=received'].map((q) => [q, (c) => c.get(`/requests${q}`)]),
  countRequests: () => [['body', (c) => c.get('/requests/counts?body=education')]],
  registerRequests: () => [
    [
      'body',
      (c) =>
        c.post('/requests', {
          body: 'education',
          channel: 'in-person',
          facts: {},
          applicant: { kind: 'naturalPerson', name: '外人', identityType: 'other', identityNumber: 'X1', phone: '13900000000' },
          carrier: 'paper',
          delivery: 'in-person',
          requests: [{ title: '甲', wanted: '乙' }],
        }),
    ],
  ],
  findSimilarRequests: () => [['body', (c) => c.post('/requests/similar', { body: 'education', title: '采石场丙号井' })]],
  readRequest: () => both((id) => (c) => c.get(`/requests/${id}`)),
  actOnRequest: () =>
    verbNames.flatMap((verb) => both((id) => (c) => c.post(`/requests/${id}/acts/${verb}`, { ...acts[verb], on: today }), verb)),
  findSimilarToRequest: () => both((id) => (c) => c.get(`/requests/${id}/similar`)),
  splitRequest: () => both((id) => (c) => c.post(`/requests/${id}/split`, { parts: [part, part] })),
  unmaskRequest: () => both((id) => (c) => c.get(`/requests/${id}/applicant`)),
  addRequestFile: () => both((id) => (c) => c.upload(`/requests/${id}/files`, file, { on: 'case' })),
  readRequestFile: () => both((id) => (c) => c.get(`/requests/${id}/files/${ids.file}`)),
  readOutcomeTree: () => [],
  listChallenges: () => ['?body=education', '', `?request=${ids.refused}`].map((q) => [q, (c) => c.get(`/challenges${q}`)]),
  openChallenge: () => [
    [
      'body',
      (c) =>
        c.post('/challenges', {
          body: 'education',
          kind: 'reconsideration',
          requestIds: [ids.refused],
          filedOn: '2026-01-20',
          organ: '甲',
        }),
    ],
  ],
  readChallenge: () => [['one', (c) => c.get(`/challenges/${ids.challenge}`)]],
  performChallenge: () =>
    challengeVerbNames.map((verb) => [
      verb,
      (c) => c.post(`/challenges/${ids.challenge}/acts/${verb}`, challengeVerbFields[verb].includes('on') ? { on: today } : {}),
    ]),
  addChallengeFile: () => [['one', (c) => c.upload(`/challenges/${ids.challenge}/files`, file)]],
  readChallengeFile: () => [['one', (c) => c.get(`/challenges/${ids.challenge}/files/${ids.challengeFile}`)]],
  listMessages: () => ['?body=education', ''].map((q) => [q, (c) => c.get(`/messages${q}`)]),
  retryMessage: () => [['one', (c) => c.post(`/messages/${ids.message}/retry`)]],
  listRedactions: () => both((id) => (c) => c.get(`/requests/${id}/redactions`)),
  startRedaction: () => both((id) => (c) => c.post(`/requests/${id}/redactions`, { file: ids.file })),
  readRedaction: () => [['one', (c) => c.get(`/redactions/${ids.redaction}`)]],
  markRedaction: () => [['one', (c) => c.send('PUT', `/redactions/${ids.redaction}`, { marks: [mark], edition: 1 })]],
  discardRedaction: () => [['one', (c) => c.send('DELETE', `/redactions/${ids.redaction}?edition=1`)]],
  readRedactionPage: () => [['one', (c) => c.get(`/redactions/${ids.redaction}/pages/0`)]],
  readRedactionText: () => [['one', (c) => c.get(`/redactions/${ids.redaction}/text?page=0`)]],
  findToRedact: () => [['one', (c) => c.post(`/redactions/${ids.redaction}/find`, { patterns: [], texts: ['丙号井'] })]],
  proveRedaction: () => [['one', (c) => c.post(`/redactions/${ids.redaction}/prove`, { edition: 1 })]],
  downloadRedaction: () => [['one', (c) => c.get(`/redactions/${ids.redaction}/file`)]],
  readTables: () => [['body', (c) => c.get(`/tables/education/${year}`)]],
  listCellRecords: () => [['body', (c) => c.get(`/tables/education/${year}/cells/requests.received.naturalPerson`)]],
  exportLedger: () => ['', '&full=true'].map((q) => [q, (c) => c.get(`/ledger?body=education&year=${year}${q}`)]),
  importLedger: () => [
    ['body', (c) => c.upload('/ledger?body=education&dryRun=false', { name: 'x.csv', bytes: new TextEncoder().encode('编号\n1\n') })],
  ],
  listLetterKinds: () => [],
  listLetters: () => both((id) => (c) => c.get(`/requests/${id}/letters`)),
  draftLetter: () => both((id) => (c) => c.post('/letters', { kind: 'receipt', requests: [id] })),
  readLetter: () => [['one', (c) => c.get(`/letters/${ids.letter}`)]],
  editLetter: () => [['one', (c) => c.send('PATCH', `/letters/${ids.letter}`, { edition: 1, title: '改' })]],
  reviewLetter: () => [['one', (c) => c.post(`/letters/${ids.letter}/review`)]],
  cancelLetter: () => [['one', (c) => c.post(`/letters/${ids.letter}/cancel`, { reason: '改' })]],
  sendLetter: () => [['one', (c) => c.post(`/letters/${ids.letter}/send`, { on: today, method: 'in-person' })]],
  serveLetter: () => [['one', (c) => c.post(`/letters/${ids.letter}/serve`, { on: today, how: '甲' })]],
  recordLetterUndelivered: () => [['one', (c) => c.post(`/letters/${ids.letter}/undelivered`, { on: today, reason: '改' })]],
  addLetterProof: () => [['one', (c) => c.upload(`/letters/${ids.letter}/proof`, file)]],
  readLetterFile: () => ['pdf', 'docx'].map((format) => [format, (c) => c.get(`/letters/${ids.letter}/file?format=${format}`)]),
  readLetterEnclosure: () => [['one', (c) => c.get(`/letters/${ids.letter}/files/${ids.letterFile}`)]],
  readLetterTemplate: () => [['body', (c) => c.get('/letter-templates/receipt?body=education')]],
  changeLetterTemplate: () => [['body', (c) => c.send('PUT', '/letter-templates/receipt?body=education', { text: '# 标题' })]],
  restoreLetterTemplate: () => [['body', (c) => c.send('DELETE', '/letter-templates/receipt?body=education')]],
  workOutFee: () => [],
  readArchive: () => both((id) => (c) => c.get(`/requests/${id}/archive?format=json&unmasked=true`)),
  archiveCase: () => both((id) => (c) => c.post(`/requests/${id}/archive`)),
  listWithheld: () => ['?body=education', ''].map((q) => [q, (c) => c.get(`/withheld${q}`)]),
  reviewWithheld: () => [['one', (c) => c.post(`/withheld/${ids.withheld}/review`, { keeps: false, reason: '改' })]],
  listPublicationSuggestions: () => ['?body=education', ''].map((q) => [q, (c) => c.get(`/publication-suggestions${q}`)]),
}
const part = { title: '甲', wanted: '乙' }
const both = (of: (id: string) => (client: Client) => Promise<Answer>, what = ''): Asked[] => [
  [`${what} open`, of(ids.request)],
  [`${what} answered`, of(ids.refused)],
]

const tags = ['requests', 'letters', 'challenges', 'redactions', 'tables', 'messages']
const casework = operations.filter(({ tag }) => tags.includes(tag))

/** Everything the casework has written down, as one text. */
async function everything(): Promise<string> {
  const tables = ['intake_form', 'request', 'case_event', 'counted', 'time_limit', 'letter', 'letter_case', 'letter_template', 'redaction']
  const more = [
    'challenge',
    'challenge_event',
    'withheld',
    'withheld_review',
    'attachment',
    'sign_off',
    'deadline',
    'message',
    'ledger_import',
  ]
  const seen: string[] = []
  for (const table of [...tables, ...more]) {
    const { rows } = await sql<{ sum: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${sql.table(table)} t`.execute(
      api.ctx.db,
    )
    seen.push(`${table} ${rows[0]!.sum}`)
  }
  return seen.join('\n')
}

test('every operation of casework is asked here', () => {
  expect(casework.map(({ id }) => id).filter((id) => !(id in asks))).toEqual([])
  expect(Object.keys(asks).filter((id) => !casework.some((one) => one.id === id))).toEqual([])
})

test('whoever works on the case gets it by the same addresses', async () => {
  for (const id of ['readRequest', 'readLetter', 'readChallenge', 'exportLedger', 'listRequests'])
    for (const [what, ask] of asks[id]!()) {
      const { status, text } = await ask(await api.as('公开科长', { body: 'education', role: 'disclosure-officer' }))
      expect([id, what, status]).toEqual([id, what, 200])
      expect([id, what, secrets.some((secret) => text.includes(secret))]).toEqual([id, what, true])
    }
})

/** Asks everything as a person; nothing is given, nothing changes. `lists` says whether an own, empty list is a fair answer. */
async function getsNothing(client: Client, expected: readonly number[]): Promise<void> {
  const before = await everything()
  for (const { id } of casework)
    for (const [what, ask] of asks[id]!()) {
      const { status, text } = await ask(client)
      const isOwnList = status === 200 && (what === '' || what.startsWith('?q=') || what.startsWith('?request='))
      if (!isOwnList) expect([id, what, status, expected.includes(status)]).toEqual([id, what, status, true])
      expect([id, what, secrets.filter((secret) => text.includes(secret))]).toEqual([id, what, []])
    }
  expect(await everything()).toBe(before)
}

describe('gets nothing', () => {
  test('whoever has not signed in', () => getsNothing(api.visitor, [401]))

  // The whole staff of another body, and of the office that supervises it.
  test.each(roles.filter((role) => !role.endsWith('-admin')))('%s of another body', async (role) => {
    const post = {
      body: 'finance',
      role,
      ...(role === 'reviewer' && { step: 1 }),
      ...(role === 'liaison' && { section: await sectionOf('finance') }),
    }
    await getsNothing(await api.as(`财政 ${role}`, post), [403, 404])
  })
  test('the higher office: it sees how many and how late, and no case', async () => {
    const client = await api.as('县办', { body: 'qingxi-office', role: 'higher-office' })
    const counted = ['readTables']
    const before = await everything()
    for (const { id } of casework.filter((one) => !counted.includes(one.id)))
      for (const [what, ask] of asks[id]!()) {
        const { status, text } = await ask(client)
        expect([id, what, status < 300 && what !== '' && !what.startsWith('?')]).toEqual([id, what, false])
        expect([id, what, secrets.filter((secret) => text.includes(secret))]).toEqual([id, what, []])
      }
    expect(await everything()).toBe(before)
  })
  test.each(['system', 'security', 'audit'])('the %s administrator', async (username) =>
    getsNothing(await api.administrator(username), [403, 404]),
  )

  // At the body itself, but with no hand in requests.
  test('a proofreader of the body', async () => {
    const client = await api.as('校对', { body: 'education', role: 'proofreader' })
    await getsNothingOfCases(client)
  })
  test('the liaison of a section that is not asked', async () => {
    const client = await api.as('联络员', { body: 'education', role: 'liaison', section: await sectionOf('education') })
    await getsNothingOfCases(client)
  })
})

/** What is open to everyone of the body (its wordings, its figures) aside. */
async function getsNothingOfCases(client: Client): Promise<void> {
  const before = await everything()
  const open = ['readTables', 'listLetterKinds', 'readLetterTemplate']
  for (const { id } of casework.filter((one) => !open.includes(one.id)))
    for (const [what, ask] of asks[id]!()) {
      const { status, text } = await ask(client)
      const isOwnList = status === 200 && what.startsWith('?') === (what !== '')
      if (!isOwnList) expect([id, what, status, [403, 404].includes(status)]).toEqual([id, what, status, true])
      expect([id, what, secrets.filter((secret) => text.includes(secret))]).toEqual([id, what, []])
    }
  expect(await everything()).toBe(before)
}

async function sectionOf(slug: string): Promise<string> {
  const system = await api.administrator('system')
  return String((await done(system.post(`/bodies/${slug}/sections`, { name: `科室${api.ctx.newId().slice(-6)}` }))).id)
}
