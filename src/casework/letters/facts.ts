/** What a letter is filled from: the body, the cases, what happened to them, what was decided. Nothing is guessed: what is not known stays empty. */
import { addWorkingDays, type DeadlineEvent, dueDate, problemOf, terms, type WorkCalendar } from '#calendar'
import type { Context, Tx } from '#db'
import { type Body, bodyById, loadHolders, required, settingOf, text, today, workCalendar, wrong } from '#identity'
import { caseworkWords } from '#words'
import { openApplicant } from '../applicant.ts'
import { settingsOf } from '../cases/commands.ts'
import { loadEvents, loadForm, loadRequest, type StoredForm, type StoredRequest } from '../cases/store.ts'
import { feeAmount, feeWorking } from '../fee.ts'
import { askedFor, clockOf, fold, roundOf } from '../fold.ts'
import type { FoldedCase } from '../model.ts'
import { outcomes } from '../outcomes.ts'
import type { LetterFacts } from './compose.ts'
import type { LetterKind } from './kinds.ts'
import { onlineRemedyText, remedyText } from './remedies.ts'
import { loadRepeatedNumbers } from './store.ts'
import { placeholders } from './templates.ts'

interface Asked {
  readonly kind: LetterKind
  readonly requestIds: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
  /** What the drafter fills in; it stands before what is known. */
  readonly fields: Readonly<Record<string, string>>
  readonly recipient?: string | undefined
  /** Names of the files that go with it. */
  readonly enclosures: readonly string[]
}

interface Case {
  readonly request: StoredRequest
  readonly form: StoredForm
  readonly state: FoldedCase
}

/** Whom the letter is to, and what fills its template. Throws `wrong-field` without a recipient that is needed, or for a field no template has. */
export async function factsOf(tx: Tx, ctx: Context, asked: Asked): Promise<{ recipient: string; facts: LetterFacts }> {
  const { kind, data, fields, enclosures } = asked
  for (const name of Object.keys(fields))
    if (!(placeholders as readonly string[]).includes(name)) throw wrong('placeholder', 'choice', name)
  const cases: Case[] = []
  for (const id of asked.requestIds) cases.push(await caseOf(tx, id))
  const first = cases[0]!
  const body = (await bodyById({ ...ctx, db: tx }, first.request.bodyId))!
  const applicant = namesOf(ctx, first.form)
  const recipient =
    kind.to === 'applicant' ? applicant : kind.to === 'file' ? text('recipient', asked.recipient) : required('recipient', asked.recipient)
  const calendar = await workCalendar(tx, body.regionId)
  const known: Partial<Record<(typeof placeholders)[number], string>> = {
    机关: body.name,
    申请人: applicant,
    收件人: recipient,
    申请编号: cases.map(({ request }) => request.number).join('、'),
    申请标题: listed(cases.map(({ request }) => request.title)),
    申请内容: listed(cases.map(({ state }) => askedFor(state))),
    收到日期: distinct(cases.map(({ state }) => (state.receivedOn === null ? '' : dayText(state.receivedOn)))),
    经过: distinct(cases.map(({ state }) => courseOf(state))),
    依据: citesOf(cases),
    救济: await remedyOf(ctx, kind, cases, body),
    网上复议: kind.remedy === 'none' ? '' : onlineRemedyText(await settingOf(tx, 'onlineReconsideration', body.id)),
    联系方式: contactOf(body),
    期限: limitOf(kind, data, first, calendar, today(ctx)),
    检索情况: distinct(cases.map(({ state }) => searchesOf(state))),
    原答复文号: distinct(await loadRepeatedNumbers(tx, asked.requestIds)),
    第三方: first.state.consultations.map(({ name }) => name).join('、'),
    ...feeFacts(kind, data),
    缴费方式: await settingOf(tx, 'feeAccount', body.id),
    延期天数: typeof data.days === 'number' ? String(data.days) : '',
    批准人: typeof data.approver === 'string' ? data.approver : '',
    提供方式: caseworkWords['zh-CN'].deliveries[first.form.delivery] ?? '',
    办结日期: distinct(cases.map(({ state }) => dayText(roundOf(state).conclusion?.on ?? ''))),
  }
  return { recipient, facts: { ...known, ...fields, attachments: enclosures.map(withoutEnding), ...spokenTo(ctx, kind, first.form) } }
}

/** Of an extension: the head of the disclosure unit, by whose name the letter tells who approved; the first of several. */
export async function headOf(tx: Tx, ctx: Context, bodyId: string): Promise<string> {
  const holders = await loadHolders(tx, bodyId, 'disclosure-officer', null, today(ctx))
  return holders[0]?.name ?? ''
}

async function caseOf(tx: Tx, id: string): Promise<Case> {
  const request = (await loadRequest(tx, id))!
  const form = (await loadForm(tx, request.formId))!
  return { request, form, state: fold(await loadEvents(tx, id), await settingsOf(tx, request.bodyId)) }
}

/** Everybody who signed, in full: letters are where names are not masked. */
function namesOf(ctx: Context, form: StoredForm): string {
  const { name, together } = openApplicant(ctx, form.applicant)
  return [name, ...together.map((one) => one.name)].join('、')
}

/** 你 to a person, 你单位 to an organisation; 你（单位） where several signed, or where nobody knows who the other is. */
function spokenTo(ctx: Context, kind: LetterKind, form: StoredForm): { isPerson?: boolean } {
  if (kind.to !== 'applicant' || openApplicant(ctx, form.applicant).together.length > 0) return {}
  return { isPerson: form.kind === 'naturalPerson' }
}

/** `2026年1月5日`; empty for none. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return day === '' ? '' : `${year}年${month}月${date}日`
}

const distinct = (texts: readonly string[]): string => [...new Set(texts.filter((one) => one !== ''))].join('、')

const numerals = '一二三四五六七八九十'
/** One as it stands; several as a list. */
const listed = (texts: readonly string[]): string =>
  texts.length === 1 ? texts[0]! : texts.map((one, index) => `（${numerals[index] ?? index + 1}）${one}`).join('\n')

const withoutEnding = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/, '')

/** 依据: provisions of the outcomes, each once, those of one law together. */
function citesOf(cases: readonly Case[]): string {
  const cites = new Set(cases.flatMap(({ state }) => outcomes[roundOf(state).decision?.outcome ?? '']?.cites ?? []))
  const byLaw = new Map<string, string[]>()
  for (const cite of cites) {
    const [, law = '', article = cite] = /^(《[^》]+》)(.*)$/.exec(cite) ?? []
    byLaw.set(law, [...(byLaw.get(law) ?? []), article])
  }
  return [...byLaw].map(([law, articles]) => law.replace('《政府', '《中华人民共和国政府') + articles.join('、')).join('和')
}

/** Empty where the body has not said to whom one turns: then the part is missing, and the letter stays. */
async function remedyOf(ctx: Context, kind: LetterKind, cases: readonly Case[], body: Body): Promise<string> {
  const decided = cases.map(({ state }) => outcomes[roundOf(state).decision?.outcome ?? '']?.remedy)
  const remedy = kind.verb === 'answer' && decided.includes('reconsider-first') ? 'reconsider-first' : kind.remedy
  if (remedy === 'none' || body.reconsiderationOrgan === '' || body.court === '') return ''
  return remedyText(remedy, {
    organ: body.reconsiderationOrgan,
    court: body.court,
    on: today(ctx),
    isPartial: kind.id === 'partly-granted',
  })
}

function contactOf({ unit, address, postcode, phone, email }: Body): string {
  if (phone === '' && address === '' && email === '') return ''
  const parts = [unit, address && `地址 ${address}`, postcode && `邮编 ${postcode}`, phone && `电话 ${phone}`, email && `电子邮箱 ${email}`]
  return parts.filter((part) => part !== '').join('，')
}

/** What happened on the way, as sentences: correction, consultation, extension, fee. */
function courseOf({ correction, consultations, extension, fee }: FoldedCase): string {
  const said: string[] = []
  if (correction)
    said.push(
      `本机关于${dayText(correction.askedOn)}要求补正${correction.receivedOn === null ? '' : `，于${dayText(correction.receivedOn)}收到补正`}。`,
    )
  for (const { party, sentOn, answeredOn, opinion } of consultations) {
    const whom = party === 'third-party' ? '第三方' : '共同制作机关'
    const end = answeredOn === null ? '' : opinion === 'silent' ? '，逾期没有收到意见' : `，于${dayText(answeredOn)}收到意见`
    said.push(`于${dayText(sentOn)}征求${whom}的意见${end}。`)
  }
  if (extension) said.push(`于${dayText(extension.toldOn)}告知延期答复。`)
  if (fee?.paidOn) said.push(`于${dayText(fee.paidOn)}收到缴纳的信息处理费。`)
  return said.join('')
}

const searchesOf = ({ searches }: FoldedCase): string =>
  searches.map(({ on, where, terms: words, found }) => `${dayText(on)}以“${words}”检索${where}，查到${found}件`).join('；')

/** The last day that the paper fixes or tells. */
function limitOf(kind: LetterKind, data: Asked['data'], { request, state }: Case, calendar: WorkCalendar, now: string): string {
  const given = [data.by, data.until, data.dueOn].find((one): one is string => typeof one === 'string')
  if (given !== undefined) return dayText(given)
  const clock = clockOf(state)
  if (clock === null) return ''
  const dueAfter = (events: readonly DeadlineEvent[]): string => {
    const input = { received: clock.received, events: [...clock.events, ...events] }
    return problemOf(calendar, input) === null ? dayText(dueDate(calendar, input).due ?? '') : ''
  }
  if (kind.verb === 'extend')
    return typeof data.days === 'number' ? dueAfter([{ kind: 'extended', date: now, days: data.days, approver: '公开机构负责人' }]) : ''
  if (kind.id === 'consultation-notice') {
    const open = state.consultations.filter(({ answeredOn }) => answeredOn === null)
    // Each heard on the last day it may be heard.
    return dueAfter(
      open.map(({ sentOn, receivedOn }) => ({
        kind: 'consultation-answered',
        date: addWorkingDays(calendar, receivedOn ?? sentOn, terms['third-party'].length).day,
      })),
    )
  }
  return request.dueOn === null ? '' : dayText(request.dueOn)
}

/** In 元, and how it comes about (国办函〔2020〕109号). */
function feeFacts(kind: LetterKind, { mode, count, before = 0 }: Asked['data']): { 金额?: string; 金额算法?: string } {
  if (kind.verb !== 'notice-fee' || (mode !== 'piece' && mode !== 'page') || typeof count !== 'number' || typeof before !== 'number')
    return {}
  const unit = mode === 'piece' ? '件' : '页'
  const lines = feeWorking(mode, before, count).map(
    ({ first, last, count: many, each, amount }) =>
      `第${first}${last === first ? '' : `至${last}`}${unit}共${many}${unit}，每${unit}${each / 100}元，计${amount / 100}元`,
  )
  return { 金额: String(feeAmount(mode, before, count) / 100), 金额算法: `${lines.join('；')}。` }
}
