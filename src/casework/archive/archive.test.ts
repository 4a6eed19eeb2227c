import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { type Actor, changeSetting, decide, eventsOf, loadAttachmentsOf, type Machine } from '#identity'
import { openPdf, renderPage, wordsOf } from '#redact'
import { renderSheet } from '#render'
import { Failure } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import {
  addCaseFile,
  addProof,
  archiveCase,
  archiveOf,
  type CaseRecord,
  draftLetter,
  exportCase,
  letterAt,
  perform,
  registerForm,
  sendForReview,
  sendLetter,
} from '../index.ts'

const machine: Machine = { personId: null, origin: 'cli' }
const identityNumber = 'D990421990'

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let clerk: Actor
let officer: Actor
let leader: Actor
/** A case answered by post, with material that can be shown and some that cannot. */
let id: string
let number: string
let notShown: string

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
  const actor = async (name: string, role: 'drafter' | 'disclosure-officer' | 'leader') =>
    office.actor(await office.person(name, office.bureau, role))
  clerk = await actor('林经办', 'drafter')
  officer = await actor('周负责', 'disclosure-officer')
  leader = await actor('吴局长', 'leader')
  await ctx.db
    .updateTable('body')
    .set({ reconsideration_organ: '青石县人民政府', court: '青石县人民法院', unit: '办公室', phone: '0990-1234567' })
    .where('id', '=', office.bureau)
    .execute()
  await changeSetting(ctx, machine, { key: 'letterWord', value: '青水公开', bodyId: office.bureau })
  await caseWithEverything()
})
afterAll(() => database.close())

async function caseWithEverything(): Promise<void> {
  const { cases } = await registerForm(ctx, clerk, {
    bodyId: office.bureau,
    channel: 'in-person',
    facts: {},
    applicant: {
      kind: 'naturalPerson',
      name: '申小宁',
      identityType: 'other',
      identityNumber,
      phone: '13900000017',
      address: '青石县城关镇二号',
    },
    carrier: 'paper',
    delivery: 'post',
    requests: [{ title: '河桥水库除险加固批复', wanted: '2023 年的批复原文' }],
  })
  id = cases[0]!.id
  number = cases[0]!.number
  const sheet = (title: string) => renderSheet({ title, facts: [['说明', title]], signatures: { head: ['签'], rows: [['']] }, notes: [] })
  const pdf = async (name: string) => ({ name: `${name}.pdf`, type: 'application/pdf', bytes: await sheet(name) })
  await addCaseFile(ctx, clerk, id, { on: 'form', ...(await pdf('身份证明复印件')) })
  await addCaseFile(ctx, clerk, id, { on: 'case', ...(await pdf('批复原件')) })
  await addCaseFile(ctx, clerk, id, {
    on: 'case',
    name: '现场.png',
    type: 'image/png',
    bytes: await renderPage(await sheet('照片'), 0, 200),
  })
  const broken = new TextEncoder().encode('%PDF-1.7 nothing that a reader could open')
  notShown = createHash('sha256').update(broken).digest('hex')
  await addCaseFile(ctx, clerk, id, { on: 'case', name: '坏文件.pdf', type: 'application/pdf', bytes: broken })
  await addCaseFile(ctx, clerk, id, {
    on: 'case',
    name: '表.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: new Uint8Array([80, 75, 3, 4]),
  })
  await perform(ctx, clerk, id, 'log-call', { direction: 'out', with: '申小宁', text: '电话 13900000017，说明要的是批复原文' })
  await perform(ctx, clerk, id, 'log-search', { where: '档案室', terms: '河桥水库', found: 1 })
  const path = ['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no', 'ground none']
  await perform(ctx, clerk, id, 'decide', {
    path: path.map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' })),
  })
  const letter = await draftLetter(ctx, clerk, { kind: 'granted', requestIds: [id], fields: { 公开内容: '批复一份。', 提供方式: '邮寄' } })
  const { signOff } = await sendForReview(ctx, clerk, letter.id)
  for (const hand of [officer, leader])
    await decide(ctx, hand, signOff!.id, { decision: 'approved', contentHash: letter.contentHash, opinion: '同意发出' })
  await sendLetter(ctx, clerk, letter.id, { method: 'post', tracking: 'XA12345678901' })
  await addProof(ctx, clerk, letter.id, await pdf('挂号信回单'))
}

const code = async (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const opened = await openPdf(pdf)
  if (!opened.ok) throw new Error(opened.refusal)
  const pages: string[] = []
  for (let page = 0; page < opened.pages.length; page++)
    pages.push(
      (await wordsOf(pdf, page))
        .map(({ text }) => text)
        .join('')
        .replaceAll(/[\s\u200b]/g, ''),
    )
  return pages
}
const jsonOf = (bytes: Uint8Array): CaseRecord => JSON.parse(new TextDecoder().decode(bytes)) as CaseRecord

describe('the archive of a case', () => {
  test('is one PDF whose index tells the page of every paper', async () => {
    const { pdf } = await exportCase(ctx, clerk, id)
    const pages = await pagesOf(pdf.bytes)
    expect(pages[0]).toContain('政府信息公开申请案卷')
    expect(pages[0]).toContain(number)
    const papers = [
      ['办理经过', ''],
      ['期限计算', ''],
      ['处理结果的判断', '2026-01-20'],
      ['政府信息公开告知书', '青水公开〔2026〕1号，2026-01-20'],
      ['申请材料：身份证明复印件.pdf', ''],
      ['办理材料：批复原件.pdf', ''],
      ['办理材料：现场.png', ''],
      ['办理材料：坏文件.pdf', ''],
      ['办理材料：表.xlsx', ''],
      ['电子文件清单', ''],
    ]
    const index = papers.map(([title, note], at) => {
      const page = pages.findIndex((text, before) => before > 1 && text.startsWith(`${at + 1}${title}`)) + 1
      expect([title, page > 2]).toEqual([title, true])
      return `${at + 1}${title}${note}${page}`
    })
    expect(pages[1]).toContain(index.join(''))
    const all = pages.join('\n')
    for (const part of [
      '记了检索',
      '查到了吗',
      '结果：予以公开',
      '河桥水库',
      '第三十六条',
      '周负责',
      '吴局长',
      '同意发出',
      'XA12345678901',
      notShown,
    ])
      expect(all).toContain(part)
    expect(all).toContain('打不开或者加了密码')
    expect(all).toContain('这种文件不能印在这里')
  })

  test('is masked, unless full numbers are asked for by who may, and then it is recorded', async () => {
    const masked = await exportCase(ctx, clerk, id)
    const said = `${(await pagesOf(masked.pdf.bytes)).join('\n')}\n${new TextDecoder().decode(masked.json.bytes)}`
    for (const secret of ['申小宁', identityNumber, '13900000017', '城关镇二号'])
      expect([secret, said.includes(secret)]).toEqual([secret, false])
    expect(said).toContain('申**')
    expect(await code(exportCase(ctx, leader, id, { unmasked: true }))).toBe('not-allowed')

    const whole = await exportCase(ctx, officer, id, { unmasked: true })
    const text = (await pagesOf(whole.pdf.bytes)).join('\n')
    for (const known of ['申小宁', identityNumber, '13900000017', '青水公开〔2026〕1号']) expect(text).toContain(known)
    expect(jsonOf(whole.json.bytes).applicant).toMatchObject({ name: '申小宁', identityNumber })
    expect((await openPages(whole.pdf.bytes)) > (await openPages(masked.pdf.bytes))).toBe(true)
    const kinds = (await eventsOf(ctx, { noun: 'request', nounId: id })).items.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'request.unmasked')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'request.filed').length).toBeGreaterThanOrEqual(2)
  })

  test('is data, too: events, reasoning, letters with who approved them, files with their hashes', async () => {
    const record = jsonOf((await archiveOf(ctx, clerk, id, { format: 'json' })).bytes)
    expect(record).toMatchObject({ format: 'gongkai-case/1', masked: true, number, state: 'answered', row: 'granted' })
    expect(record.events.map(({ kind }) => kind)).toEqual([
      'request.submitted',
      'call.logged',
      'search.logged',
      'outcome.decided',
      'answer.sent',
    ])
    expect(record.events[0]!.person).toBe('林经办')
    expect(record.clocks[0]!.steps.length).toBeGreaterThan(1)
    const letter = record.letters[0]!
    expect(letter).toMatchObject({ state: 'sent', method: 'post', number: '青水公开〔2026〕1号', cases: [number] })
    expect(letter.approvals.map(({ person, decision, opinion }) => [person, decision, opinion])).toEqual([
      ['周负责', 'approved', '同意发出'],
      ['吴局长', 'approved', '同意发出'],
    ])
    expect(record.files.map(({ on }) => on).sort()).toEqual([
      'intake-form',
      'letter',
      'letter',
      'letter-proof',
      'request',
      'request',
      'request',
      'request',
    ])
    for (const { hash } of record.files) expect(await ctx.files.has(hash)).toBe(true)
  })

  test('is nothing to another body, or to the higher office', async () => {
    const stranger = await office.actor(await office.person('别处人', office.station, 'disclosure-officer'))
    const higher = await office.actor(await office.person('县办', office.office, 'higher-office'))
    for (const actor of [stranger, higher]) {
      expect(await code(exportCase(ctx, actor, id))).toBe('not-allowed')
      expect(await code(archiveOf(ctx, actor, id, { format: 'json' }))).toBe('not-allowed')
      expect(await code(archiveCase(ctx, actor, id))).toBe('not-allowed')
    }
    expect(await code(exportCase(ctx, clerk, ctx.newId()))).toBe('not-found')
  })

  test('is kept when the file is closed, and its hash stands in the event', async () => {
    const { hash } = await archiveCase(ctx, clerk, id)
    const kept = await loadAttachmentsOf(ctx.db, 'archive', id)
    expect(kept.map(({ type }) => type)).toEqual(['application/pdf', 'application/json'])
    expect(kept[1]!.hash).toBe(hash)
    const json = (await ctx.files.get(hash))!
    expect(createHash('sha256').update(json).digest('hex')).toBe(hash)
    expect(jsonOf(json).number).toBe(number)
    const row = await ctx.db.selectFrom('request').select('state').where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.state).toBe('archived')
    const last = await ctx.db
      .selectFrom('case_event')
      .select(['kind', 'data'])
      .where('request_id', '=', id)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(last).toEqual({ kind: 'request.archived', data: { hash } })
    expect(await code(archiveCase(ctx, clerk, id))).toBe('case-state')
    expect((await letterAt(ctx, clerk, jsonOf(json).letters[0]!.id)).state).toBe('sent')
  })
})

async function openPages(pdf: Uint8Array): Promise<number> {
  const opened = await openPdf(pdf)
  return opened.ok ? opened.pages.length : 0
}
