/** The applicant's side of a case: found by number and query code, told legal events only, acted on without an account. */
import { timingSafeEqual } from 'node:crypto'
import { checkedDueDate, rulerOf, type StepLanguage } from '#calendar'
import { type Context, inTransaction } from '#db'
import { bodyById, insertAttachment, lampOf, record, today, workCalendar } from '#identity'
import { Failure } from '#words'
import { applicantSees, type CaseEvent } from '../events.ts'
import { clockOf, fold } from '../fold.ts'
import { plainName } from '../intake-drafts/commands.ts'
import { loadLimits } from '../limits/store.ts'
import { type VerbName, verbs } from '../machine.ts'
import type { FoldedCase } from '../model.ts'
import { tidyCode } from '../numbers.ts'
import type { ActInput } from './acts.ts'
import { type Applying, perform, performIn, refusalOf, settingsOf } from './commands.ts'
import type { ApplicantView } from './model.ts'
import { lettersOf } from './queries.ts'
import { loadByNumber, loadEvents, loadRequest } from './store.ts'

/**
 * Id of the case with this number and query code; null where there is none. Every number does the same work, one digest and one comparison
 * for each case that bears it and never fewer than one, so that how long it takes tells nothing.
 */
export async function caseByCode(ctx: Context, number: string, code: string): Promise<string | null> {
  // A pattern may have full-width brackets, and people type either.
  const written = [...new Set([number.trim(), number.normalize('NFKC').trim(), widened(number.trim())])].slice(0, 3)
  let match: string | null = null
  for (const tidy of written) {
    const given = Buffer.from(ctx.digest(`${tidy}:${tidyCode(code)}`), 'hex')
    const found = await loadByNumber(ctx.db, tidy)
    const candidates = found.length === 0 ? [{ id: null, codeDigest: '00'.repeat(given.length) }] : found
    for (const { id, codeDigest } of candidates) if (timingSafeEqual(Buffer.from(codeDigest, 'hex'), given)) match = id
  }
  return match
}

/** Brackets as Chinese papers print them. */
const widened = (number: string): string => number.normalize('NFKC').replaceAll('(', '（').replaceAll(')', '）')

/** What the applicant may know of their request; null where number and code do not fit each other. */
export async function applicantCase(
  ctx: Context,
  number: string,
  code: string,
  language: StepLanguage = 'zh-CN',
): Promise<ApplicantView | null> {
  const id = await caseByCode(ctx, number, code)
  return id === null ? null : applicantView(ctx, id, language)
}

/**
 * The applicant acts: corrects, withdraws, rates, suggests publishing, says that the answer came. Throws `wrong-query-code` where number and code
 * do not fit, and what `perform` throws.
 */
export async function actAsApplicant<V extends VerbName>(
  ctx: Context,
  { number, code, origin }: { readonly number: string; readonly code: string; readonly origin: string },
  verb: V,
  input: ActInput<V>,
): Promise<ApplicantView> {
  const id = await caseByCode(ctx, number, code)
  if (id === null) throw new Failure('wrong-query-code')
  await perform(ctx, { applicant: true, personId: null, origin }, id, verb, input)
  return applicantView(ctx, id, 'zh-CN')
}

/** The view of a case whose applicant has proved to have the code. Throws `not-found`. */
export async function applicantView(ctx: Context, id: string, language: StepLanguage): Promise<ApplicantView> {
  const row = await loadRequest(ctx.db, id)
  const body = row && (await bodyById(ctx, row.bodyId))
  if (!row || !body) throw new Failure('not-found', { what: 'request' })
  const events = await loadEvents(ctx.db, id)
  const state = fold(events, await settingsOf(ctx.db, row.bodyId))
  const calendar = await workCalendar(ctx.db, row.regionId)
  const clock = clockOf(state)
  const isOver = ['answered', 'archived', 'void'].includes(state.state)
  const payBy = (await loadLimits(ctx.db, 'request', id)).find(({ kind }) => kind === 'payment')?.dueOn ?? null
  return {
    id,
    number: row.number,
    body: { id: body.id, slug: body.slug, name: row.bodyName, phone: body.phone, address: body.address },
    type: state.type,
    title: state.title,
    wanted: state.wanted,
    state: state.state,
    submittedOn: state.submittedOn,
    receivedOn: state.receivedOn,
    dueOn: row.dueOn,
    dueStatus: row.dueStatus,
    daysLeft: isOver ? null : lampOf(calendar, today(ctx), { dueOn: row.dueOn, dueStatus: row.dueStatus, isClock: true }).daysLeft,
    ruler: clock === null || isOver ? [] : rulerOf(calendar, { received: clock.received, events: clock.events }, today(ctx)),
    steps: clock === null ? [] : (checkedDueDate(calendar, withoutApprovers(clock), language).result?.steps ?? []),
    timeline: events
      .filter(({ kind }) => applicantSees.includes(kind))
      .map((event) => ({ kind: event.kind, on: event.on, details: detailsOf(event) })),
    asked: askedOf(state, payBy),
    letters: (await lettersOf(ctx.db, id))
      .filter(({ recipientKind, state: at }) => recipientKind === 'applicant' && (at === 'sent' || at === 'served'))
      .map(({ id: letterId, kind, number, sentOn }) => ({ id: letterId, kind, number, sentOn })),
    rating: state.rating,
    may: (Object.keys(verbs) as VerbName[]).filter((verb) => refusalOf(state, verb, ['applicant']) === null),
  }
}

/** Who within the body approved an extension is no concern of the applicant's screen. */
const withoutApprovers = (clock: NonNullable<ReturnType<typeof clockOf>>) => ({
  received: clock.received,
  events: clock.events.map(({ approver: _, ...event }) => event),
})

function askedOf({ state, correction, reasons, fee }: FoldedCase, payBy: string | null): ApplicantView['asked'] {
  if (state === 'correcting' && correction) return { what: 'correction', text: correction.what, by: correction.by }
  if (state === 'explaining' && reasons) return { what: 'reasons', text: '', by: reasons.by }
  if (state === 'paying' && fee) return { what: 'payment', amount: fee.amount, by: payBy ?? '' }
  return null
}

/** What of an event is for the applicant: never a name, never what staff wrote for one another. */
function detailsOf(event: CaseEvent): Readonly<Record<string, string | number | null>> {
  switch (event.kind) {
    case 'request.received':
      return { receivedOn: event.data.receivedOn }
    case 'request.reopened':
      return { dueOn: event.data.dueOn }
    case 'correction.asked':
      return { what: event.data.what, by: event.data.by }
    case 'correction.received':
      return { text: event.data.text }
    case 'consultation.sent':
      return { party: event.data.party }
    case 'reasons.asked':
      return { by: event.data.by }
    case 'delay.fixed':
      return { until: event.data.until }
    case 'extension.told':
      return { days: event.data.days }
    case 'fee.noticed':
      return { amount: event.data.amount }
    case 'fee.paid':
      return { amount: event.data.amount }
    case 'answer.sent':
      return { method: event.data.method }
    case 'rating.given':
      return { score: event.data.score, text: event.data.text }
    default:
      return {}
  }
}

/** A paper that the applicant sends in with what they say. */
export interface OwnFile {
  readonly name: string
  /** Media type, told by the bytes. */
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * What the applicant of a case says, with papers: the correction that was asked for (Art. 30), or a word besides (reasons of Art. 35, a
 * question). Throws what `performIn` throws.
 */
export async function writeAsApplicant(
  ctx: Context,
  { requestId, origin }: { readonly requestId: string; readonly origin: string },
  verb: 'receive-correction' | 'note',
  said: string,
  files: readonly OwnFile[],
): Promise<void> {
  const who: Applying = { applicant: true, personId: null, origin }
  const stored = await Promise.all(files.map(async (file) => ({ ...file, hash: await ctx.files.put(file.bytes) })))
  await inTransaction(ctx, async (tx) => {
    await performIn(tx, ctx, who, requestId, verb, { text: said })
    const { bodyId, formId } = (await loadRequest(tx, requestId))!
    for (const { hash, name, type, bytes } of stored) {
      const file = { id: ctx.newId(), hash, name: `申请人-${plainName(name)}`, type, size: bytes.byteLength }
      // What applicants send is as a rule their papers: it hangs where looking is recorded and the masked file leaves it out.
      await insertAttachment(tx, { ...file, noun: 'intake-form', nounId: formId, addedAt: ctx.now(), addedBy: null })
      const { id, ...detail } = file
      await record(tx, ctx, who, {
        kind: 'attachment.added',
        noun: 'request',
        nounId: requestId,
        bodyId,
        detail: { on: 'intake-form', onId: formId, file: id, ...detail },
      })
    }
  })
}
