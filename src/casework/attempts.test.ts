/** What somebody in a hurry, or in the wrong, might try with a case: each is refused, or leaves what was counted, masked and approved as it was. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { type Actor, changeSetting, decide as decideSignOff, type Machine, type Role, type SettingKey } from '#identity'
import { csvLine } from '#kit'
import { Failure } from '#words'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import { plain, rawPdf } from '../../tests/papers.ts'
import { type SmallOffice, smallOffice } from '../../tests/small-office.ts'
import {
  addCaseFile,
  applicantCase,
  casesOf,
  draftLetter,
  editLetter,
  exportLedger,
  importLedger,
  letterAt,
  openChallenge,
  perform,
  performChallenge,
  registerForm,
  sendForReview,
  sendLetter,
  serveLetter,
  startRedaction,
  withheldOf,
  writeAsApplicant,
} from './index.ts'

const machine: Machine = { personId: null, origin: 'cli' }
let database: TestDatabase
let ctx: Context
let office: SmallOffice
let clerk: Actor
let officer: Actor
let leader: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
  const person = async (name: string, role: Role) => office.actor(await office.person(name, office.bureau, role))
  clerk = await person('林经办', 'drafter')
  officer = await person('周负责', 'disclosure-officer')
  leader = await person('吴局长', 'leader')
  await ctx.db
    .updateTable('body')
    .set({
      reconsideration_organ: '青石县人民政府',
      court: '青石县人民法院',
      unit: '办公室',
      phone: '0990-5550199',
      address: '河桥街 1 号',
    })
    .where('id', '=', office.bureau)
    .execute()
})
afterAll(() => database.close())
beforeEach(async () => {
  database.setNow('2026-01-20T09:00:00+08:00')
  await set('letterWord', '青水公开')
  await set('requestNumber', '{年}-{号:4}')
  await set('reopenedCounts', 'once')
  await set('chargesFees', true)
})

const set = (key: SettingKey, value: unknown) => changeSetting(ctx, machine, { key, value, bodyId: office.bureau })
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )

let people = 0
async function registered({
  wanted = '全文',
  who = ++people,
  name = '申小宁',
  together = [] as { name: string; kind: 'enterprise' }[],
} = {}) {
  const { cases } = await registerForm(ctx, clerk, {
    bodyId: office.bureau,
    channel: 'in-person',
    facts: {},
    applicant: {
      kind: 'naturalPerson',
      name,
      identityType: 'other',
      identityNumber: `C${who}0000`,
      phone: '13900000027',
      address: '青石县城关镇二号',
      together,
    },
    carrier: 'paper',
    delivery: 'post',
    requests: [{ title: '城关水厂扩建批复', wanted }],
  })
  return cases[0]!
}

const toGround = ['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no']
const paths = {
  granted: [...toGround, 'ground none'],
  refused: [...toGround, 'ground internal', 'severable-internal no'],
  duplicate: ['clear yes', 'kind information', 'abuse no', 'repeat yes'],
  consents: [...toGround, 'ground third-party', 'public-interest consents'],
  overrides: [...toGround, 'ground third-party', 'public-interest overrides'],
}
const decided = (id: string, where: keyof typeof paths) =>
  perform(ctx, clerk, id, 'decide', {
    path: paths[where].map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' })),
  })
const fields = {
  granted: { 公开内容: '批复一份。', 提供方式: '随本告知书提供' },
  refused: { 不公开内容: '附件。', 理由: '属于内部事务信息。' },
}
const drafted = async (id: string, kind: keyof typeof fields, by: Actor = clerk, enclosures: string[] = []) =>
  (await draftLetter(ctx, by, { kind, requestIds: [id], fields: fields[kind], enclosures })).id
async function approved(letterId: string): Promise<void> {
  await sendForReview(ctx, clerk, letterId)
  const { signOff, contentHash } = await letterAt(ctx, clerk, letterId)
  for (const hand of [officer, leader]) await decideSignOff(ctx, hand, signOff!.id, { decision: 'approved', contentHash })
}
const posted = { method: 'post', tracking: '1234567890123' } as const
const row = (id: string) => ctx.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const counted = (id: string) => ctx.db.selectFrom('counted').select(['row', 'part']).where('request_id', '=', id).orderBy('part').execute()

describe('four eyes', () => {
  test('an outcome stays as approved: while its letter is under way it cannot be decided anew', async () => {
    const { id } = await registered()
    await decided(id, 'granted')
    const letter = await drafted(id, 'granted')
    expect(await code(decided(id, 'refused'))).toBe('answer-under-way')
    await approved(letter)
    expect(await code(decided(id, 'refused'))).toBe('answer-under-way')
    await sendLetter(ctx, clerk, letter, posted)
    expect(await counted(id)).toEqual([{ row: 'granted', part: 0 }])
  })

  test('nobody approves their own words, whoever sent them round', async () => {
    const { id } = await registered()
    await decided(id, 'refused')
    const letter = await drafted(id, 'refused', officer)
    await sendForReview(ctx, clerk, letter)
    const { signOff, contentHash } = await letterAt(ctx, clerk, letter)
    expect(await code(decideSignOff(ctx, officer, signOff!.id, { decision: 'approved', contentHash }))).toBe('own-text')
    const other = await registered()
    await decided(other.id, 'refused')
    const edited = await drafted(other.id, 'refused')
    await editLetter(ctx, officer, edited, { recipient: '申小宁' })
    await sendForReview(ctx, clerk, edited)
    const round = await letterAt(ctx, clerk, edited)
    expect(await code(decideSignOff(ctx, officer, round.signOff!.id, { decision: 'approved', contentHash: round.contentHash }))).toBe(
      'own-text',
    )
  })

  test('what no letter did, an answer or an extension, is recorded by the head of the unit alone', async () => {
    const { id } = await registered()
    await decided(id, 'granted')
    expect(await code(perform(ctx, clerk, id, 'extend', { days: 20, approver: '周负责', reason: '卷多' }))).toBe('case-hand')
    expect(await code(perform(ctx, clerk, id, 'answer', { method: 'post' }))).toBe('case-hand')
    await perform(ctx, officer, id, 'answer', { method: 'post' })
    expect((await row(id)).state).toBe('answered')
  })

  test('two drafts at once are one', async () => {
    const { id } = await registered()
    await decided(id, 'granted')
    const tried = await Promise.all([1, 2, 3].map(() => code(drafted(id, 'granted'))))
    expect(tried.sort()).toEqual(['letter-open', 'letter-open', 'none'])
  })
})

describe('the clock', () => {
  test('is not moved any more once the last day has passed', async () => {
    const { id } = await registered()
    const { due_on: due } = await row(id)
    database.setNow('2026-03-10T09:00:00+08:00')
    expect(await code(perform(ctx, officer, id, 'extend', { days: 20, approver: '周负责', reason: '卷多' }))).toBe('term-over')
    expect(await code(perform(ctx, clerk, id, 'ask-correction', { what: '年份', by: '2026-03-24' }))).toBe('term-over')
    expect(await code(perform(ctx, clerk, id, 'ask-reasons', { by: '2026-03-24' }))).toBe('term-over')
    expect(await code(perform(ctx, clerk, id, 'notice-fee', { mode: 'page', count: 90 }))).toBe('term-over')
    expect((await row(id)).due_on).toBe(due)
    await decided(id, 'granted')
    expect(await code(perform(ctx, officer, id, 'answer', { method: 'post' }))).toBe('late-reason-missing')
  })

  test('silence begins with the letter in their hands', async () => {
    const { id } = await registered()
    await perform(ctx, clerk, id, 'consult', { party: 'third-party', name: '青石建材厂' })
    database.setNow('2026-02-13T09:00:00+08:00')
    expect(await code(perform(ctx, clerk, id, 'lapse-consultation', {}))).toBe('consultation-unreceived')
  })

  test('an answer set aside starts a clock that the old slip does not touch', async () => {
    const { id } = await registered()
    await decided(id, 'granted')
    const letter = await drafted(id, 'granted')
    await approved(letter)
    await sendLetter(ctx, clerk, letter, posted)
    await perform(ctx, officer, id, 'reopen', { because: '自行纠正' })
    expect(await code(serveLetter(ctx, clerk, letter, { how: '本人签收' }))).toBe('none')
    expect((await row(id)).state).toBe('handling')
  })
})

describe('grounds', () => {
  test('a repeat is of the same applicant, and of what was answered', async () => {
    const withdrawn = await registered({ who: 9001 })
    await perform(ctx, clerk, withdrawn.id, 'withdraw', { text: '' })
    const answered = await registered({ who: 9001 })
    await decided(answered.id, 'granted')
    await perform(ctx, officer, answered.id, 'answer', { method: 'post' })
    const other = await registered({ who: 9002 })
    await perform(ctx, clerk, other.id, 'link', { requestId: answered.id, how: 'repeat' })
    expect(await code(decided(other.id, 'duplicate'))).toBe('outcome-needs')
    const again = await registered({ who: 9001 })
    await perform(ctx, clerk, again.id, 'link', { requestId: withdrawn.id, how: 'repeat' })
    expect(await code(decided(again.id, 'duplicate'))).toBe('outcome-needs')
    await perform(ctx, clerk, again.id, 'link', { requestId: answered.id, how: 'repeat' })
    expect(await code(decided(again.id, 'duplicate'))).toBe('none')
  })

  test('a third party that refused has not agreed; overridden, it is told before the applicant', async () => {
    const { id } = await registered()
    await perform(ctx, clerk, id, 'consult', { party: 'third-party', name: '青石建材厂' })
    await perform(ctx, clerk, id, 'record-opinion', { opinion: 'refuses', text: '商业秘密' })
    expect(await code(decided(id, 'consents'))).toBe('outcome-needs')
    await decided(id, 'overrides')
    const answer = await drafted(id, 'granted')
    await approved(answer)
    expect(await code(sendLetter(ctx, clerk, answer, posted))).toBe('outcome-needs')
    const notice = await draftLetter(ctx, clerk, {
      kind: 'override-notice',
      requestIds: [id],
      recipient: '青石建材厂',
      fields: { 理由: '不公开会损害公共安全。', 事实: '你单位表示不同意。', 公开内容: '城关水厂扩建批复。' },
    })
    await approved(notice.id)
    await sendLetter(ctx, clerk, notice.id, posted)
    expect(await code(sendLetter(ctx, clerk, answer, posted))).toBe('none')
  })

  test('the legal review is another person’s', async () => {
    const { id } = await registered()
    await perform(ctx, clerk, id, 'refer', { to: 'legal', question: '能否不公开' })
    expect(await code(perform(ctx, clerk, id, 'answer-referral', { text: '可以' }))).toBe('own-question')
    expect(await code(perform(ctx, officer, id, 'answer-referral', { text: '可以' }))).toBe('none')
  })

  test('a section answers what it was asked', async () => {
    const sections: string[] = []
    for (const name of ['工程科', '财务科']) {
      sections.push(ctx.newId())
      await ctx.db
        .insertInto('section')
        .values({ id: sections.at(-1)!, body_id: office.bureau, name, ended_on: null })
        .execute()
    }
    const personId = await office.person('工程联络', office.bureau)
    const post = { id: ctx.newId(), person_id: personId, body_id: office.bureau, section_id: sections[0]!, role: 'liaison', step: null }
    await ctx.db
      .insertInto('post')
      .values({ ...post, since: '2020-01-01', until: null })
      .execute()
    const liaison = await office.actor(personId)
    const { id } = await registered()
    await perform(ctx, clerk, id, 'assign', { sectionId: sections[0]! })
    await perform(ctx, clerk, id, 'ask-inquiry', { sectionId: sections[1]!, name: '财务科', question: '有无批复', dueOn: '2026-01-28' })
    expect(await code(perform(ctx, liaison, id, 'answer-inquiry', { text: '没有' }))).toBe('case-guard')
    await perform(ctx, clerk, id, 'ask-inquiry', { sectionId: sections[0]!, name: '工程科', question: '有无批复', dueOn: '2026-01-28' })
    expect((await perform(ctx, liaison, id, 'answer-inquiry', { text: '有' })).inquiries.map(({ text }) => text)).toEqual(['', '有'])
  })
})

describe('what leaves the house', () => {
  test('is not the file of which parts were blacked out since, under whatever name', async () => {
    const { id } = await registered()
    await decided(id, 'granted')
    const bytes = rawPdf([{ content: plain('Approval 12', 60, 700) }])
    const file = (name: string) => addCaseFile(ctx, clerk, id, { on: 'case', name, type: 'application/pdf', bytes })
    const [first, twin] = [await file('批复.pdf'), await file('又一份.pdf')]
    const letter = await drafted(id, 'granted', clerk, [first.id])
    await startRedaction(ctx, clerk, { requestId: id, fileId: twin.id })
    expect(await code(sendForReview(ctx, clerk, letter))).toBe('enclosure-redacted')
  })

  test('the masked ledger names nobody, in free words either', async () => {
    const { id } = await registered({ name: '申晓芸', wanted: '请公开申晓芸（电话 13900000027）的审批表' })
    const csv = new TextDecoder().decode(await exportLedger(ctx, clerk, { body: 'water', year: 2026, format: 'csv' }))
    expect(['申晓芸', '13900000027'].filter((secret) => csv.includes(secret))).toEqual([])
    expect(csv).toContain((await row(id)).number)
  })

  test('a person is masked in lists whatever column the request counts in', async () => {
    const { id } = await registered({ together: [{ name: '青石建材厂', kind: 'enterprise' }] })
    await perform(ctx, clerk, id, 'amend', { kind: 'enterprise', reason: '共同申请，按企业' })
    const { items } = await casesOf(ctx, leader, { body: 'water' })
    expect(items.find((one) => one.id === id)!.applicant).not.toContain('申小宁')
  })

  test('papers of the applicant hang where looking at them is written down', async () => {
    const { id } = await registered()
    await perform(ctx, clerk, id, 'ask-correction', { what: '身份证明', by: '2026-02-20' })
    const bytes = rawPdf([{ content: plain('Identity', 60, 700) }])
    await writeAsApplicant(ctx, { requestId: id, origin: '192.0.2.4' }, 'receive-correction', '附上', [
      { name: '证件.pdf', type: 'application/pdf', bytes },
    ])
    const nouns = await ctx.db.selectFrom('attachment').select('noun').where('name', '=', '申请人-证件.pdf').execute()
    expect(nouns).toEqual([{ noun: 'intake-form' }])
  })
})

describe('numbers and counts', () => {
  test('full-width brackets are found by either', async () => {
    await set('requestNumber', '（{年}）依申请第{号}号')
    const { number, code: secret } = await registered()
    expect(number).toMatch(/^（/)
    expect(await applicantCase(ctx, number, secret)).not.toBeNull()
    expect(await applicantCase(ctx, number.normalize('NFKC'), secret)).not.toBeNull()
  })

  test('a pattern without the year goes on after what was imported, and an imported refusal is in the register', async () => {
    await set('requestNumber', 'SQ-{号}')
    const cells = (line: string) => line.split('|')
    const lines = [
      cells('登记编号|收到时间|申请方式|申请人类型|申请人姓名|联系电话|申请内容|获取方式|办结日期|办理结果'),
      cells('SQ-41|2026-01-05|当面|自然人|吴晓岚|13900000037|报告|邮寄|2026-01-08|商业秘密'),
    ]
    const bytes = new TextEncoder().encode(lines.map(csvLine).join(''))
    const file = { body: 'water', name: '台账.csv', type: 'text/plain', bytes, acceptDoubts: true }
    expect((await importLedger(ctx, clerk, file)).errors).toEqual([])
    expect((await registered()).number).toBe('SQ-42')
    expect((await withheldOf(ctx, officer, { body: 'water' })).items[0]).toMatchObject({ row: 'refusedThirdParty', since: '2026-01-08' })
  })

  test('how a reopened case counts is as the setting stood that day', async () => {
    const { id } = await registered()
    const answered = async () => {
      await decided(id, 'granted')
      await perform(ctx, officer, id, 'answer', { method: 'post' })
    }
    await answered()
    await perform(ctx, officer, id, 'reopen', { because: '自行纠正' })
    await answered()
    await set('reopenedCounts', 'anew')
    await perform(ctx, clerk, id, 'note', { text: '归卷' })
    expect(await counted(id)).toHaveLength(1)
    await perform(ctx, officer, id, 'reopen', { because: '复议撤销' })
    await answered()
    expect(await counted(id)).toHaveLength(2)
  })

  test('pieces of the month are counted, not typed', async () => {
    for (let n = 0; n < 11; n++) await registered({ who: 7777 })
    const { id } = await registered({ who: 7777 })
    const { fee } = await perform(ctx, clerk, id, 'notice-fee', { mode: 'piece', count: 1 })
    expect(fee?.amount).toBe(100_00)
    const alone = await registered({ who: 7778 })
    expect(await code(perform(ctx, clerk, alone.id, 'notice-fee', { mode: 'piece', count: 1 }))).toBe('fee-nothing')
  })

  test('a challenge is not filed tomorrow', async () => {
    const { id } = await openChallenge(ctx, clerk, {
      bodyId: office.bureau,
      kind: 'reconsideration',
      requestIds: [],
      filedOn: '2026-01-10',
    })
    expect(await code(performChallenge(ctx, clerk, id, 'amend', { filedOn: '2030-01-01', reason: '误登' }))).toBe('wrong-field')
  })
})
