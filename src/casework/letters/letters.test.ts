import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import {
  type Actor,
  canonicalJson,
  changeSetting,
  decide,
  eventsOf,
  type Machine,
  type SettingKey,
  signOffAt,
  signOffsOf,
  verifyChain,
  withdrawSignOff,
} from '#identity'
import { openPdf, wordsOf } from '#redact'
import { Failure } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import {
  addCaseFile,
  addProof,
  cancelLetter,
  changeTemplate,
  draftLetter,
  editLetter,
  type LetterDetail,
  type LetterKindId,
  letterAt,
  letterFile,
  letterForApplicant,
  lettersForApplicant,
  letterUndelivered,
  perform,
  registerForm,
  restoreTemplate,
  sendForReview,
  sendLetter,
  serveLetter,
  templateAt,
  templates,
} from '../index.ts'
import { checkLetterMachine, type LetterVerbName, letterStates, letterVerbs, stateAfter } from './machine.ts'

const machine: Machine = { personId: null, origin: 'cli' }
const origin = '192.0.2.9'

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let clerk: Actor
let officer: Actor
let leader: Actor
let stranger: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
  const actor = async (name: string, body: string, role: 'drafter' | 'disclosure-officer' | 'leader') =>
    office.actor(await office.person(name, body, role))
  clerk = await actor('林经办', office.bureau, 'drafter')
  officer = await actor('周负责', office.bureau, 'disclosure-officer')
  leader = await actor('吴局长', office.bureau, 'leader')
  stranger = await actor('别处人', office.station, 'drafter')
  const facts = {
    reconsideration_organ: '青石县人民政府',
    court: '青石县人民法院',
    unit: '办公室',
    phone: '0990-1234567',
    address: '青石县城关镇一号',
  }
  await ctx.db.updateTable('body').set(facts).where('id', '=', office.bureau).execute()
})
afterAll(() => database.close())
beforeEach(async () => {
  database.setNow('2026-01-20T09:00:00+08:00')
  await set('letterWord', '青水公开')
  await set('onlineReconsideration', '')
  await set('legalReview', false)
})

const set = (key: SettingKey, value: unknown) => changeSetting(ctx, machine, { key, value, bodyId: office.bureau })

let people = 0
interface Given {
  readonly delivery?: 'download' | 'e-mail' | 'post' | 'in-person'
  readonly titles?: readonly string[]
  readonly identityNumber?: string
}
async function cases({ delivery = 'post', titles = ['河桥水库除险加固批复'], identityNumber = `A${++people}0000` }: Given = {}) {
  const { cases: registered } = await registerForm(ctx, clerk, {
    bodyId: office.bureau,
    channel: 'in-person',
    facts: {},
    applicant: {
      kind: 'naturalPerson',
      name: '申小宁',
      identityType: 'other',
      identityNumber,
      phone: '13900000017',
      email: 'shen@example.cn',
      address: '青石县城关镇二号',
    },
    carrier: 'electronic',
    delivery,
    requests: titles.map((title) => ({ title, wanted: `${title}的全文` })),
  })
  return registered
}

const pathTo = {
  granted: ['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no', 'ground none'],
  refused: [
    ...['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no', 'ground internal'],
    'severable-internal no',
  ],
} as const
const decideCase = (id: string, outcome: keyof typeof pathTo) =>
  perform(ctx, clerk, id, 'decide', {
    path: pathTo[outcome].map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' })),
  })

const fields = {
  granted: { 公开内容: '批复一份，共 3 页。', 提供方式: '随本告知书提供' },
  refused: { 不公开内容: '该批复的附件是内部人事安排。', 理由: '属于内部事务信息。' },
} as const
const draftAnswer = (ids: readonly string[], kind: keyof typeof fields = 'granted') =>
  draftLetter(ctx, clerk, { kind, requestIds: ids, fields: fields[kind] })

/** A case decided and its answer drafted. */
async function answerDrafted(
  given: Given = {},
  kind: keyof typeof fields = 'granted',
): Promise<{ id: string; letter: LetterDetail; number: string; code: string }> {
  const [one] = await cases(given)
  await decideCase(one!.id, kind)
  return { ...one!, letter: await draftAnswer([one!.id], kind) }
}

async function approve(letter: LetterDetail, ...hands: readonly Actor[]): Promise<void> {
  const { signOff, contentHash } = await letterAt(ctx, clerk, letter.id)
  for (const hand of hands) await decide(ctx, hand, signOff!.id, { decision: 'approved', contentHash })
}
async function answerApproved(given: Given = {}, kind: keyof typeof fields = 'granted') {
  const drafted = await answerDrafted(given, kind)
  await sendForReview(ctx, clerk, drafted.letter.id)
  await approve(drafted.letter, officer, leader)
  return drafted
}

const tracking = 'XA12345678901'
const row = (id: string) => ctx.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const eventsIn = async (id: string) =>
  (await ctx.db.selectFrom('case_event').select(['kind', 'on_day', 'data']).where('request_id', '=', id).orderBy('seq').execute()) as {
    kind: string
    on_day: string
    data: Record<string, unknown>
  }[]
async function failure(work: Promise<unknown>): Promise<Failure | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}
const code = async (work: Promise<unknown>) => (await failure(work))?.code ?? 'none'
async function textOf(pdf: Uint8Array): Promise<string> {
  const opened = await openPdf(pdf)
  if (!opened.ok) throw new Error(opened.refusal)
  const pages = await Promise.all(opened.pages.map((_, page) => wordsOf(pdf, page)))
  return pages
    .flat()
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '')
}

describe('the machine', () => {
  test('stands, and every state × verb is as its table says', () => {
    expect(checkLetterMachine()).toEqual([])
    for (const state of letterStates)
      for (const [name, { from, to }] of Object.entries(letterVerbs)) {
        const verb = name as LetterVerbName
        if ((from as readonly string[]).includes(state)) expect(stateAfter(verb, state)).toBe(to === 'same' ? state : to)
        else expect(() => stateAfter(verb, state)).toThrow(Failure)
      }
  })

  test('says what is wrong with a bad table', () => {
    const bad = { edit: { from: [], to: 'same' }, send: { from: ['draft', 'draft'], to: 'gone' } } as unknown as typeof letterVerbs
    expect(checkLetterMachine(bad)).toEqual([
      'edit: starts from no state',
      'send: a state stands twice',
      'send: no state gone',
      ...['reviewing', 'approved', 'sent', 'served', 'cancelled'].map((state) => `${state}: cannot be reached`),
    ])
  })
})

describe('a draft', () => {
  test('is composed from the case, what was decided and the body', async () => {
    const { letter, number } = await answerDrafted()
    const text = letter.content.paragraphs.map((one) => one.text).join('\n')
    expect(letter).toMatchObject({
      state: 'draft',
      edition: 1,
      number: null,
      recipient: '申小宁',
      missing: [],
      steps: ['disclosure-officer', 'leader'],
    })
    expect(letter.content.title).toBe('青石县水务局政府信息公开告知书')
    for (const part of [
      number,
      '2026年1月20日',
      '河桥水库除险加固批复的全文',
      '《中华人民共和国政府信息公开条例》第三十六条第二项',
      '青石县人民政府',
      '青石县人民法院',
      '0990-1234567',
    ])
      expect(text).toContain(part)
  })

  test('is the answer that was decided, of this body, to one applicant, once', async () => {
    const [one] = await cases()
    expect(await code(draftAnswer([one!.id]))).toBe('case-guard')
    await decideCase(one!.id, 'granted')
    expect(await code(draftAnswer([one!.id], 'refused'))).toBe('letter-kind')
    const [other] = await cases()
    await decideCase(other!.id, 'granted')
    expect(await code(draftAnswer([one!.id, other!.id]))).toBe('letter-cases')
    expect(await code(draftLetter(ctx, stranger, { kind: 'granted', requestIds: [one!.id] }))).toBe('not-allowed')
    await draftAnswer([one!.id])
    expect(await code(draftAnswer([one!.id]))).toBe('letter-open')
    expect(await code(draftLetter(ctx, clerk, { kind: 'receipt', requestIds: [ctx.newId()] }))).toBe('not-found')
    expect(await code(draftLetter(ctx, clerk, { kind: 'receipt', requestIds: [other!.id], fields: { 没有: '这个' } }))).toBe('wrong-field')
  })

  test('is edited by edition; its hash follows', async () => {
    const { letter } = await answerDrafted()
    const paragraphs = letter.content.paragraphs.map((one) => (one.part === 'facts' ? { ...one, text: '经查，共有两份。' } : one))
    const after = await editLetter(ctx, clerk, letter.id, { edition: 1, paragraphs })
    expect([after.edition, after.contentHash === letter.contentHash]).toEqual([2, false])
    expect(after.content.paragraphs.some(({ text }) => text === '经查，共有两份。')).toBe(true)
    expect(await code(editLetter(ctx, clerk, letter.id, { edition: 1, title: '另一稿' }))).toBe('letter-changed')
    expect(await code(editLetter(ctx, leader, letter.id, { title: '另一稿' }))).toBe('not-allowed')
  })

  test('looks as it will, as Word and as PDF, and bears no number', async () => {
    const { letter } = await answerDrafted()
    const pdf = await letterFile(ctx, clerk, letter.id, 'pdf')
    expect(pdf.name).toContain('草稿')
    expect(await textOf(pdf.bytes)).toContain('河桥水库除险加固批复的全文')
    expect(new TextDecoder().decode((await letterFile(ctx, clerk, letter.id, 'docx')).bytes.subarray(0, 2))).toBe('PK')
  })
})

describe('review', () => {
  test('takes two people beside the drafter, then the letter is numbered, dated and kept as it was approved', async () => {
    const { letter } = await answerDrafted()
    const sent = await sendForReview(ctx, clerk, letter.id)
    expect([sent.state, sent.may]).toEqual(['reviewing', []])
    const round = await signOffAt(ctx, officer, sent.signOff!.id)
    expect(round.contentHash).toBe(letter.contentHash)
    expect(canonicalJson(round.summary) + round.title).not.toContain('申小宁')
    const decision = { decision: 'approved', contentHash: letter.contentHash } as const
    expect(await code(decide(ctx, clerk, round.id, decision))).toBe('not-allowed')
    expect(await code(decide(ctx, { ...clerk, posts: [...clerk.posts, ...officer.posts] }, round.id, decision))).toBe('own-text')
    await decide(ctx, officer, round.id, decision)
    expect((await letterAt(ctx, clerk, letter.id)).state).toBe('reviewing')
    expect(await code(decide(ctx, { ...officer, posts: [...officer.posts, ...leader.posts] }, round.id, decision))).toBe('second-approval')
    await decide(ctx, leader, round.id, decision)
    const approved = await letterAt(ctx, clerk, letter.id)
    expect(approved).toMatchObject({ state: 'approved', datedOn: '2026-01-20', contentHash: letter.contentHash })
    expect(approved.number).toMatch(/^青水公开〔2026〕\d+号$/)
    expect(approved.files.map(({ what }) => what)).toEqual(['docx', 'pdf'])
    const { bytes, name } = await letterFile(ctx, clerk, letter.id, 'pdf')
    expect(name).toContain(approved.number!)
    const text = await textOf(bytes)
    for (const part of [approved.number!, '2026年1月20日', '申小宁']) expect(text).toContain(part.replaceAll(/\s/g, ''))
    expect(await code(editLetter(ctx, clerk, letter.id, { title: '改' }))).toBe('letter-state')
  })

  test('returned, it is a draft again, and goes round anew', async () => {
    const { letter } = await answerDrafted()
    const { signOff } = await sendForReview(ctx, clerk, letter.id)
    expect(await code(editLetter(ctx, clerk, letter.id, { title: '偷改' }))).toBe('letter-state')
    await decide(ctx, officer, signOff!.id, { decision: 'returned', contentHash: letter.contentHash, opinion: '写明页数' })
    const back = await letterAt(ctx, clerk, letter.id)
    expect([back.state, back.signOff!.state]).toEqual(['draft', 'returned'])
    const edited = await editLetter(ctx, clerk, letter.id, { attachments: ['批复（3 页）'] })
    await sendForReview(ctx, clerk, letter.id)
    const round = (await letterAt(ctx, clerk, letter.id)).signOff!
    expect(await code(decide(ctx, officer, round.id, { decision: 'approved', contentHash: letter.contentHash }))).toBe('content-changed')
    await approve(edited, officer, leader)
    expect((await letterAt(ctx, clerk, letter.id)).state).toBe('approved')
    const other = await answerDrafted()
    const open = await sendForReview(ctx, clerk, other.letter.id)
    await withdrawSignOff(ctx, clerk, open.signOff!.id)
    expect((await letterAt(ctx, clerk, other.letter.id)).state).toBe('draft')
  })

  test('an incomplete letter is not even sent round', async () => {
    const [one] = await cases()
    await decideCase(one!.id, 'refused')
    const letter = await draftLetter(ctx, clerk, { kind: 'refused', requestIds: [one!.id] })
    expect(letter.missing).toEqual(['facts', 'reasons'])
    expect(await failure(sendForReview(ctx, clerk, letter.id))).toMatchObject({
      code: 'letter-incomplete',
      values: { parts: 'facts reasons' },
    })
    await ctx.db.updateTable('body').set({ court: '' }).where('id', '=', office.bureau).execute()
    const { letter: without } = await answerDrafted()
    await ctx.db.updateTable('body').set({ court: '青石县人民法院' }).where('id', '=', office.bureau).execute()
    expect(without.missing).toEqual(['remedy'])
  })

  test('without the word of the body nothing is numbered', async () => {
    await set('letterWord', '')
    const { letter } = await answerDrafted()
    expect(await code(sendForReview(ctx, clerk, letter.id))).toBe('letter-word-missing')
  })

  test('a refusal waits for the legal opinion, where the body wants one', async () => {
    const { id, letter } = await answerDrafted({}, 'refused')
    await set('legalReview', true)
    expect(await failure(sendForReview(ctx, clerk, letter.id))).toMatchObject({ code: 'outcome-needs', values: { need: 'legal-review' } })
    const state = await perform(ctx, clerk, id, 'refer', { to: 'legal', question: '不予公开是否合法' })
    const answer = { id: state.referrals[0]!.id, text: '合法' }
    expect(await code(perform(ctx, clerk, id, 'answer-referral', answer))).toBe('own-question')
    await perform(ctx, officer, id, 'answer-referral', answer)
    expect((await sendForReview(ctx, clerk, letter.id)).state).toBe('reviewing')
  })

  test('an answer never leaves on one word, whatever is set; a notice may', async () => {
    await set('answerReview', [])
    await set('noticeReview', [])
    const { letter } = await answerDrafted()
    expect(letter.steps).toEqual(['disclosure-officer'])
    expect((await sendForReview(ctx, clerk, letter.id)).state).toBe('reviewing')
    const [one] = await cases()
    const notice = await draftLetter(ctx, clerk, {
      kind: 'correction-notice',
      requestIds: [one!.id],
      data: { what: '写明文号', by: '2026-02-10' },
      fields: { 补正内容: '写明文号' },
    })
    const approved = await sendForReview(ctx, clerk, notice.id)
    expect([approved.state, approved.signOff]).toEqual(['approved', null])
    await set('answerReview', ['disclosure-officer', 'leader'])
    await set('noticeReview', ['disclosure-officer'])
  })

  test('numbers follow one another without gaps, also when many are approved at once and some fail', async () => {
    await set('noticeReview', [])
    const drafts: LetterDetail[] = []
    for (let index = 0; index < 6; index++) {
      const [one] = await cases()
      drafts.push(
        await draftLetter(ctx, clerk, {
          kind: 'correction-notice',
          requestIds: [one!.id],
          data: { what: '文号', by: '2026-02-10' },
          fields: { 补正内容: '文号' },
        }),
      )
    }
    await Promise.all([...drafts, ...drafts].map((letter) => failure(sendForReview(ctx, clerk, letter.id))))
    await set('noticeReview', ['disclosure-officer'])
    const rows = await ctx.db
      .selectFrom('letter')
      .select('serial')
      .where('body_id', '=', office.bureau)
      .where('serial', 'is not', null)
      .orderBy('serial')
      .execute()
    expect(rows.length).toBeGreaterThanOrEqual(6)
    expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, index) => index + 1))
  })

  test('cancelled, a number that was taken stays taken', async () => {
    const { letter } = await answerApproved()
    const { number } = await letterAt(ctx, clerk, letter.id)
    const cancelled = await cancelLetter(ctx, clerk, letter.id, { reason: '另行起草' })
    expect(cancelled).toMatchObject({ state: 'cancelled', number, voided: true, may: [] })
    expect(await code(sendLetter(ctx, clerk, letter.id, { method: 'in-person' }))).toBe('letter-state')
  })
})

describe('sending', () => {
  test('by post: the number of the postal enterprise, and the posting date is the date of the answer', async () => {
    const { id, letter } = await answerApproved()
    database.setNow('2026-01-23T09:00:00+08:00')
    const failed = await failure(sendLetter(ctx, clerk, letter.id, { method: 'post', tracking: 'SF1234567890123' }))
    expect(failed).toMatchObject({ code: 'letter-method', values: { why: 'tracking' } })
    expect(await code(sendLetter(ctx, clerk, letter.id, { method: 'post', tracking, on: '2026-01-19' }))).toBe('event-day')
    expect(await code(sendLetter(ctx, leader, letter.id, { method: 'post', tracking }))).toBe('not-allowed')
    const sent = await sendLetter(ctx, clerk, letter.id, { method: 'post', tracking: ' xa-1234 5678 901', on: '2026-01-22' })
    expect(sent).toMatchObject({ state: 'sent', sentOn: '2026-01-22', tracking })
    expect(await row(id)).toMatchObject({ state: 'answered', row: 'granted', concluded_on: '2026-01-22' })
    expect((await eventsIn(id)).at(-1)).toMatchObject({
      kind: 'answer.sent',
      on_day: '2026-01-22',
      data: { letterId: letter.id, method: 'post' },
    })
    expect(await code(sendLetter(ctx, clerk, letter.id, { method: 'post', tracking }))).toBe('letter-state')
    const proved = await addProof(ctx, clerk, letter.id, {
      name: '回单.pdf',
      type: 'application/pdf',
      bytes: new TextEncoder().encode('%PDF-1.7 slip'),
    })
    expect(proved.files.map(({ what }) => what)).toEqual(['docx', 'pdf', 'proof'])
    const back = await letterUndelivered(ctx, clerk, letter.id, { reason: '查无此人' })
    expect(back.state).toBe('sent')
    const served = await serveLetter(ctx, clerk, letter.id, { how: '本人签收', on: '2026-01-23' })
    expect([served.state, served.servedOn]).toEqual(['served', '2026-01-23'])
    expect((await eventsIn(id)).map(({ kind }) => kind).slice(-2)).toEqual(['answer.undelivered', 'answer.served'])
    expect((await eventsOf(ctx, { noun: 'letter', nounId: letter.id })).items.map(({ kind }) => kind)).toEqual([
      'letter.served',
      'letter.undelivered',
      'letter.proof-added',
      'letter.sent',
      'letter.approved',
      'letter.drafted',
    ])
    expect((await verifyChain(ctx.db)).broken).toBeNull()
  })

  test('late only with the reason', async () => {
    const { id, letter } = await answerApproved()
    database.setNow('2026-06-01T09:00:00+08:00')
    expect(await code(sendLetter(ctx, clerk, letter.id, { method: 'in-person' }))).toBe('late-reason-missing')
    expect((await row(id)).state).toBe('handling')
    expect((await letterAt(ctx, clerk, letter.id)).state).toBe('approved')
    await sendLetter(ctx, clerk, letter.id, { method: 'in-person', late: { reason: '材料移交晚', sectionId: null } })
    expect(await row(id)).toMatchObject({ state: 'answered', answered_late: true })
  })

  test('one letter answers three cases, all or none', async () => {
    const three = await cases({ titles: ['一号井批复', '二号井批复', '三号井批复'] })
    const ids = three.map(({ id }) => id)
    for (const id of ids) await decideCase(id, 'granted')
    const letter = await draftAnswer(ids)
    expect(letter.content.paragraphs.find(({ part }) => part === 'asked')!.text).toContain('（三）三号井批复的全文')
    await sendForReview(ctx, clerk, letter.id)
    await approve(letter, officer, leader)
    await perform(ctx, clerk, ids[2]!, 'withdraw', { text: '不要了' })
    expect(await code(sendLetter(ctx, clerk, letter.id, { method: 'in-person' }))).toBe('case-state')
    expect([(await row(ids[0]!)).state, (await letterAt(ctx, clerk, letter.id)).state]).toEqual(['handling', 'approved'])

    const again = (await cases({ titles: ['四号井批复', '五号井批复', '六号井批复'] })).map(({ id }) => id)
    for (const id of again) await decideCase(id, 'granted')
    const other = await draftAnswer(again)
    await sendForReview(ctx, clerk, other.id)
    await approve(other, officer, leader)
    await sendLetter(ctx, clerk, other.id, { method: 'in-person' })
    for (const id of again) expect(await row(id)).toMatchObject({ state: 'answered', row: 'granted' })
    const counted = await ctx.db.selectFrom('counted').select('row').where('request_id', 'in', again).execute()
    expect(counted.map((one) => one.row)).toEqual(['granted', 'granted', 'granted'])
  })

  test('electronically only as the applicant chose, and only with the address for reconsideration online', async () => {
    const posted = await answerApproved({ delivery: 'post' })
    expect((await letterAt(ctx, clerk, posted.letter.id)).methods).toEqual(['post', 'in-person', 'entrusted'])
    expect(await failure(sendLetter(ctx, clerk, posted.letter.id, { method: 'e-mail' }))).toMatchObject({
      code: 'letter-method',
      values: { why: 'not-chosen' },
    })

    const { id, letter } = await answerDrafted({ delivery: 'download' })
    expect(letter.missing).toEqual(['online-remedy'])
    await cancelLetter(ctx, clerk, letter.id, { reason: '没有网址' })
    await set('onlineReconsideration', 'https://fuyi.example.cn')
    const told = await draftAnswer([id])
    expect(told.missing).toEqual([])
    await sendForReview(ctx, clerk, told.id)
    await approve(told, officer, leader)
    expect(await textOf((await letterFile(ctx, clerk, told.id, 'pdf')).bytes)).toContain('https://fuyi.example.cn')
    await set('onlineReconsideration', '')
    expect(await failure(sendLetter(ctx, clerk, told.id, { method: 'download' }))).toMatchObject({
      code: 'letter-method',
      values: { why: 'online' },
    })
    await set('onlineReconsideration', 'https://fuyi.example.cn')
    expect((await sendLetter(ctx, clerk, told.id, { method: 'download' })).state).toBe('sent')
  })

  test('an extension names the head who approved it, and moves the day', async () => {
    const [one] = await cases()
    const before = (await row(one!.id)).due_on!
    const data = { days: 10, reason: '材料多' }
    const letter = await draftLetter(ctx, clerk, { kind: 'extension-notice', requestIds: [one!.id], data, fields: { 理由: '材料多' } })
    expect(letter.steps).toEqual(['disclosure-officer'])
    expect(letter.content.paragraphs.map(({ text }) => text).join('')).toContain('负责人周负责同意，延长答复期限10个工作日')
    await sendForReview(ctx, clerk, letter.id)
    await approve(letter, officer)
    await sendLetter(ctx, clerk, letter.id, { method: 'in-person' })
    const event = (await eventsIn(one!.id)).at(-1)!
    expect(event).toMatchObject({ kind: 'extension.told', data: { days: 10, approver: '周负责', letterId: letter.id } })
    const after = (await row(one!.id)).due_on!
    expect(after > before).toBe(true)
    const [year, month, date] = after.split('-').map(Number)
    expect(letter.content.paragraphs.map(({ text }) => text).join('')).toContain(`${year}年${month}月${date}日`)
  })

  test('an extension that names another than approved it does not pass', async () => {
    await set('noticeReview', [])
    const [one] = await cases()
    const data = { days: 5, reason: '材料多', approver: '吴局长' }
    const letter = await draftLetter(ctx, clerk, { kind: 'extension-notice', requestIds: [one!.id], data, fields: { 理由: '材料多' } })
    expect(letter.steps).toEqual(['disclosure-officer'])
    const { signOff } = await sendForReview(ctx, clerk, letter.id)
    expect(await code(decide(ctx, officer, signOff!.id, { decision: 'approved', contentHash: letter.contentHash }))).toBe('letter-approver')
    expect((await letterAt(ctx, clerk, letter.id)).state).toBe('reviewing')
    await set('noticeReview', ['disclosure-officer'])
  })

  test('a consultation pauses the clock when sent, and its term runs from the day it arrived', async () => {
    const [one] = await cases()
    const letter = await draftLetter(ctx, clerk, {
      kind: 'third-party-consultation',
      requestIds: [one!.id],
      recipient: '青石建筑有限公司',
      fields: { 征求事项: '投标报价表' },
    })
    await sendForReview(ctx, clerk, letter.id)
    await approve(letter, officer)
    await sendLetter(ctx, clerk, letter.id, { method: 'post', tracking })
    database.setNow('2026-01-26T09:00:00+08:00')
    await serveLetter(ctx, clerk, letter.id, { how: '签收', on: '2026-01-23' })
    const kinds = (await eventsIn(one!.id)).map(({ kind, on_day }) => `${kind} ${on_day}`)
    expect(kinds.slice(-2)).toEqual(['consultation.sent 2026-01-20', 'consultation.received 2026-01-23'])
    const limit = await ctx.db
      .selectFrom('time_limit')
      .select('since')
      .where('noun_id', '=', one!.id)
      .where('kind', '=', 'consultation')
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow()
    expect(limit.since).toBe('2026-01-23')
    expect(await code(draftLetter(ctx, clerk, { kind: 'third-party-consultation', requestIds: [one!.id] }))).toBe('wrong-field')
  })

  test('a posted fee notice begins on the day it was received, not on the day it was posted', async () => {
    await set('chargesFees', true)
    await set('feeAccount', '非税收入缴款码见附页')
    const [one] = await cases()
    const letter = await draftLetter(ctx, clerk, { kind: 'fee-notice', requestIds: [one!.id], data: { mode: 'page', count: 101 } })
    expect(letter.content.paragraphs.find(({ part }) => part === 'amount')!.text).toContain('应缴720元')
    await sendForReview(ctx, clerk, letter.id)
    await approve(letter, officer, leader)
    await sendLetter(ctx, clerk, letter.id, { method: 'post', tracking })
    expect((await row(one!.id)).state).toBe('handling')
    database.setNow('2026-01-23T09:00:00+08:00')
    await serveLetter(ctx, clerk, letter.id, { how: '本人签收' })
    expect(await row(one!.id)).toMatchObject({ state: 'paying', due_on: null })
    expect((await eventsIn(one!.id)).at(-1)).toMatchObject({ kind: 'fee.noticed', on_day: '2026-01-23', data: { amount: 72000 } })
    await set('chargesFees', false)
  })
})

test('what may be published to everybody is handed over by a paper of the house', async () => {
  const { id, letter } = await answerApproved()
  await sendLetter(ctx, clerk, letter.id, { method: 'in-person' })
  const transfer = await draftLetter(ctx, clerk, { kind: 'publication-transfer', requestIds: [id], fields: { 公开内容: '批复全文' } })
  expect([transfer.methods, transfer.missing]).toEqual([['in-person'], []])
  await sendForReview(ctx, clerk, transfer.id)
  await approve(transfer, officer)
  const before = await row(id)
  expect((await sendLetter(ctx, clerk, transfer.id, { method: 'in-person' })).state).toBe('served')
  expect((await row(id)).events).toBe(before.events)
})

describe('what goes with a letter', () => {
  const pdf = (text: string) => ({
    on: 'case' as const,
    name: `${text}.pdf`,
    type: 'application/pdf',
    bytes: new TextEncoder().encode(`%PDF-1.7 ${text}`),
  })

  test('is of the case, never a file that is redacted elsewhere', async () => {
    const [one] = await cases({ delivery: 'in-person' })
    await decideCase(one!.id, 'granted')
    const plain = await addCaseFile(ctx, clerk, one!.id, pdf('批复'))
    const source = await addCaseFile(ctx, clerk, one!.id, pdf('有个人信息的附件'))
    await ctx.db
      .insertInto('redaction')
      .values({
        id: ctx.newId(),
        request_id: one!.id,
        source_id: source.id,
        marks: '[]',
        state: 'draft',
        result_id: null,
        proof: null,
        made_by: clerk.personId,
        made_at: ctx.now(),
      })
      .execute()
    const [other] = await cases()
    const foreign = await addCaseFile(ctx, clerk, other!.id, pdf('别的案子'))
    const draft = (enclosures: readonly string[]) =>
      draftLetter(ctx, clerk, { kind: 'granted', requestIds: [one!.id], fields: fields.granted, enclosures })
    expect(await code(draft([source.id]))).toBe('enclosure-redacted')
    expect(await code(draft([foreign.id]))).toBe('not-found')
    const letter = await draft([plain.id])
    expect(letter.content.attachments).toEqual(['批复'])
    expect(letter.files.map(({ what, name }) => `${what} ${name}`)).toEqual(['enclosure 批复.pdf'])
  })
})

describe('the applicant', () => {
  test('fetches what was sent to them with number and code, and the first time it is served', async () => {
    await set('onlineReconsideration', 'https://fuyi.example.cn')
    const [one] = await cases({ delivery: 'download' })
    await decideCase(one!.id, 'granted')
    const enclosure = await addCaseFile(ctx, clerk, one!.id, {
      on: 'case',
      name: '批复.pdf',
      type: 'application/pdf',
      bytes: new TextEncoder().encode('%PDF-1.7 批复'),
    })
    const unsent = await addCaseFile(ctx, clerk, one!.id, {
      on: 'case',
      name: '内部意见.pdf',
      type: 'application/pdf',
      bytes: new TextEncoder().encode('%PDF-1.7 内部'),
    })
    const letter = await draftLetter(ctx, clerk, {
      kind: 'granted',
      requestIds: [one!.id],
      fields: fields.granted,
      enclosures: [enclosure.id],
    })
    const get = (given: Partial<{ number: string; code: string; letterId: string; fileId: string }> = {}) =>
      letterForApplicant(ctx, given.number ?? one!.number, given.code ?? one!.code, given.letterId ?? letter.id, {
        origin,
        ...(given.fileId !== undefined && { fileId: given.fileId }),
      })
    expect(await code(get())).toBe('not-found')
    expect(await lettersForApplicant(ctx, one!.number, one!.code)).toEqual([])
    await sendForReview(ctx, clerk, letter.id)
    await approve(letter, officer, leader)
    expect(await code(get())).toBe('not-found')
    await sendLetter(ctx, clerk, letter.id, { method: 'download' })

    const [other] = await cases({ delivery: 'download' })
    expect(await code(get({ code: other!.code }))).toBe('wrong-query-code')
    expect(await code(get({ number: '2026-9999' }))).toBe('wrong-query-code')
    expect(await code(get({ number: other!.number, code: other!.code }))).toBe('not-found')
    expect(await code(get({ fileId: unsent.id }))).toBe('not-found')
    expect((await letterAt(ctx, clerk, letter.id)).state).toBe('sent')

    expect(await lettersForApplicant(ctx, one!.number, one!.code)).toMatchObject([
      { id: letter.id, enclosures: [{ id: enclosure.id, name: '批复.pdf' }] },
    ])
    const files = await Promise.all([get(), get(), get()])
    expect(await textOf(files[0]!.bytes)).toContain('政府信息公开告知书')
    expect(new TextDecoder().decode((await get({ fileId: enclosure.id })).bytes)).toBe('%PDF-1.7 批复')
    expect(await letterAt(ctx, clerk, letter.id)).toMatchObject({ state: 'served', servedHow: 'download', servedOn: '2026-01-20' })
    const served = (await eventsIn(one!.id)).filter(({ kind }) => kind === 'answer.served')
    expect(served).toMatchObject([{ data: { method: 'download', letterId: letter.id } }])
  })

  test('never gets what was written to somebody else', async () => {
    const [one] = await cases()
    const letter = await draftLetter(ctx, clerk, {
      kind: 'third-party-consultation',
      requestIds: [one!.id],
      recipient: '青石建筑有限公司',
      fields: { 征求事项: '报价表' },
    })
    await sendForReview(ctx, clerk, letter.id)
    await approve(letter, officer)
    await sendLetter(ctx, clerk, letter.id, { method: 'in-person' })
    expect(await code(letterForApplicant(ctx, one!.number, one!.code, letter.id, { origin }))).toBe('not-found')
  })
})

describe('access', () => {
  test('another body, another role, get nothing', async () => {
    const { letter } = await answerApproved()
    const proofreader = await office.actor(await office.person('校对', office.bureau, 'proofreader'))
    const higher = await office.actor(await office.person('县办', office.office, 'higher-office'))
    for (const actor of [stranger, proofreader, higher]) {
      expect(await code(letterAt(ctx, actor, letter.id))).toBe('not-allowed')
      expect(await code(letterFile(ctx, actor, letter.id, 'pdf'))).toBe('not-allowed')
      expect(await code(editLetter(ctx, actor, letter.id, { title: '改' }))).toBe('not-allowed')
      expect(await code(sendForReview(ctx, actor, letter.id))).toBe('not-allowed')
      expect(await code(cancelLetter(ctx, actor, letter.id, { reason: '不要' }))).toBe('not-allowed')
      expect(await code(sendLetter(ctx, actor, letter.id, { method: 'in-person' }))).toBe('not-allowed')
      expect(await code(serveLetter(ctx, actor, letter.id, { how: '签收' }))).toBe('not-allowed')
    }
    expect(await code(letterAt(ctx, clerk, ctx.newId()))).toBe('not-found')
    const seen = (await signOffsOf(ctx, higher)).items.filter(({ noun }) => noun === 'letter')
    expect(JSON.stringify(seen)).not.toContain('申小宁')
  })
})

describe('the wording of a body', () => {
  const kind: LetterKindId = 'receipt'
  const own = templates[kind].replace('收到你', '收悉你')

  test('is checked, counts for the next draft, and goes back to the standard', async () => {
    expect(await templateAt(ctx, clerk, 'water', kind)).toMatchObject({ own: false, text: templates[kind], history: [], mayChange: false })
    expect(await code(changeTemplate(ctx, clerk, { body: 'water', kind, text: own }))).toBe('not-allowed')
    const wrong = await failure(changeTemplate(ctx, officer, { body: 'water', kind, text: `${own}\n[facts] {没有的}` }))
    expect(wrong).toMatchObject({ code: 'template-wrong' })
    expect(String(wrong!.values.what)).toContain('没有的')
    expect(await code(changeTemplate(ctx, officer, { body: 'water', kind, text: '# 标题\n> {申请人}：' }))).toBe('template-wrong')
    await changeTemplate(ctx, officer, { body: 'water', kind, text: own })
    const changed = await changeTemplate(ctx, officer, { body: 'water', kind, text: own.replace('收悉你', '已收你') })
    expect([changed.own, changed.history.length, changed.history[1]!.endedAt !== null]).toEqual([true, 2, true])
    const [one] = await cases()
    const letter = await draftLetter(ctx, clerk, { kind, requestIds: [one!.id] })
    expect(letter.content.paragraphs[0]!.text).toContain('已收你')
    const back = await restoreTemplate(ctx, officer, { body: 'water', kind })
    expect([back.own, back.text, back.history.length]).toEqual([false, templates[kind], 2])
    expect(await code(templateAt(ctx, clerk, 'nowhere', kind))).toBe('not-found')
  })
})
