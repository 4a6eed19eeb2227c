/** Registering cases, and every act on one: the same pipeline whoever acts. */
import { addWorkingDays } from '#calendar'
import { type Context, inTransaction, type Tx } from '#db'
import {
  type Actor,
  addTask,
  allow,
  bodyById,
  type Computed,
  canonicalJson,
  changeDeadlineIn,
  closeDeadlineIn,
  day,
  hasTask,
  keepDeadlineIn,
  loadClockOf,
  type Machine,
  markTasksDone,
  type Post,
  type Role,
  record,
  required,
  type StoredDeadline,
  settingOf,
  stillWorking,
  targetOf,
  today,
  updateTasks,
  workCalendar,
  wrong,
} from '#identity'
import { Failure } from '#words'
import { applicantDigest, applicantOf, columnOf, type NewApplicant, sealApplicant } from '../applicant.ts'
import type { CaseEvent } from '../events.ts'
import { clockOf, fold, roundOf } from '../fold.ts'
import { holds } from '../guards.ts'
import { letterKindIds, letterKinds } from '../letters/kinds.ts'
import { endOf, keepLimitsIn, openLimitIn } from '../limits/commands.ts'
import { limitsOf } from '../limits/model.ts'
import { loadLimits } from '../limits/store.ts'
import { type Guard, type Hand, type Verb, type VerbName, verbs } from '../machine.ts'
import { type CaseType, carriers, caseTypes, deliveries, type FoldedCase } from '../model.ts'
import { numberText, queryCode } from '../numbers.ts'
import { type ActInput, acts, type Ground, receiptOf } from './acts.ts'
import { afterwards } from './afterwards.ts'
import { sectionsSeenBy } from './liaison.ts'
import * as store from './store.ts'

/** The applicant, who came by number and code, or by the form on the site. */
export interface Applying {
  readonly applicant: true
  readonly personId: null
  readonly origin: string
}
export type Who = Actor | Machine | Applying

export const isApplying = (who: Who): who is Applying => 'applicant' in who
const isMachine = (who: Who): who is Machine => who.personId === null && !isApplying(who)

export interface NewForm {
  readonly bodyId: string
  readonly channel: store.StoredForm['channel']
  readonly oral?: boolean
  /** Days of the way in, as far as they are known. */
  readonly facts: store.StoredForm['facts']
  readonly applicant: NewApplicant
  readonly carrier: store.StoredForm['carrier']
  readonly delivery: store.StoredForm['delivery']
  readonly needsHelp?: string
  /** One or several asked for in the same letter; each becomes a case. */
  readonly requests: readonly { readonly title: string; readonly wanted: string; readonly type?: CaseType }[]
}

export interface Registered {
  readonly formId: string
  readonly cases: readonly {
    readonly id: string
    readonly number: string /** Told once; only its digest is kept. */
    readonly code: string
  }[]
}

/** Registers what came in by letter, visit, fax, e-mail or word of mouth. Throws `wrong-field`, `not-found`, `not-allowed`. */
export function registerForm(ctx: Context, actor: Actor | Machine, form: NewForm): Promise<Registered> {
  return inTransaction(ctx, async (tx) => {
    const post = allow(actor, 'register', 'request', await targetOf(tx, form.bodyId))
    return registerFormIn(tx, ctx, actor, form, post)
  })
}

/** The same within a transaction of whoever has asked its own policy: the desk above, the site's form, an import. */
export async function registerFormIn(tx: Tx, ctx: Context, who: Who, given: NewForm, post: Post | null = null): Promise<Registered> {
  const body = await bodyById({ ...ctx, db: tx }, given.bodyId)
  if (!body || body.endedOn !== null) throw wrong('body', 'unknown')
  if (!carriers.includes(given.carrier)) throw wrong('carrier', 'choice', given.carrier)
  if (!deliveries.includes(given.delivery)) throw wrong('delivery', 'choice', given.delivery)
  if (given.requests.length === 0) throw wrong('wanted', 'required')
  const applicant = applicantOf(given.applicant, given.delivery, isApplying(who) ? 'online' : 'paper')
  const now = today(ctx)
  const facts = factsOf(given, now)
  const settings = await settingsOf(tx, body.id)
  const receivedOn = receivedOnOf(given, facts, settings.emailReceipt)
  const kind = columnOf(applicant, settings.mixedApplicants)
  const form: store.StoredForm = {
    id: ctx.newId(),
    bodyId: body.id,
    origin: isApplying(who) ? 'portal' : 'desk',
    channel: given.channel,
    oral: given.oral ?? false,
    facts,
    kind,
    applicantName: applicant.name,
    applicant: sealApplicant(ctx, applicant),
    applicantDigest: applicantDigest(ctx, applicant),
    carrier: given.carrier,
    delivery: given.delivery,
    needsHelp: given.needsHelp?.trim() ?? '',
    addedAt: ctx.now(),
    addedBy: who.personId,
  }
  await store.insertForm(tx, form)
  const cases: Registered['cases'][number][] = []
  for (const asked of given.requests) {
    const type = asked.type ?? 'request'
    if (!caseTypes.includes(type)) throw wrong('type', 'choice', type)
    const first: CaseEvent = {
      id: ctx.newId(),
      kind: 'request.submitted',
      on: submittedOf(facts, now),
      at: ctx.now(),
      personId: who.personId,
      data: {
        type,
        channel: given.channel,
        oral: form.oral,
        facts,
        receivedOn,
        kind,
        title: required('title', asked.title, 300),
        wanted: required('wanted', asked.wanted, 4000),
      },
    }
    cases.push(await registerCaseIn(tx, ctx, who, form, [first], post))
  }
  return { formId: form.id, cases }
}

/** Lays down a case with the events it begins with, numbers it, and starts its clock. */
export async function registerCaseIn(
  tx: Tx,
  ctx: Context,
  who: Who,
  form: store.StoredForm,
  events: readonly CaseEvent[],
  post: Post | null = null,
): Promise<Registered['cases'][number]> {
  const year = Number(events[0]!.on.slice(0, 4))
  const pattern = await settingOf(tx, 'requestNumber', form.bodyId)
  // Where the pattern names no year the count never begins again: last year's numbers would come back.
  const serial = await store.nextSerial(tx, form.bodyId, 'request', pattern.includes('{年}') ? year : 0)
  const word = await settingOf(tx, 'letterWord', form.bodyId)
  const number = numberText(pattern, { word, year, serial })
  const { request, state, code } = await layDownCaseIn(tx, ctx, who, form, events, { number, late: false }, post)
  for (const event of events) await tell(tx, ctx, who, request, event, post)
  for (const event of events) await afterwards(tx, ctx, who, { request, form, state, event })
  return { id: request.id, number, code }
}

/**
 * The same under a number that is known, and whatever its history: nothing is recorded or told to anybody, which whoever calls does after
 * all else, so that the log is held for a moment only.
 */
export async function layDownCaseIn(
  tx: Tx,
  ctx: Context,
  who: Who,
  form: store.StoredForm,
  events: readonly CaseEvent[],
  { number, late }: { readonly number: string; readonly late: boolean },
  post: Post | null,
): Promise<{ request: store.StoredRequest; state: FoldedCase; code: string }> {
  const id = ctx.newId()
  const code = queryCode(ctx.randomBytes)
  const settings = await settingsOf(tx, form.bodyId)
  const state = fold(events, settings)
  await store.insertRequest(
    tx,
    {
      id,
      formId: form.id,
      bodyId: form.bodyId,
      type: state.type,
      number,
      codeDigest: ctx.digest(`${number}:${code}`),
      applicantName: form.applicantName,
      channel: form.channel,
    },
    projectionOf(state, { events: events.length, unconfirmedBy: null, dueOn: null, dueStatus: null, late }),
    ctx.now(),
  )
  await store.insertEvents(
    tx,
    id,
    1,
    events.map((event) => ({ ...event, onBehalfOf: post?.onBehalfOf ?? null })),
  )
  const request = (await store.lockRequest(tx, id))!
  await project(tx, ctx, who, { request, form, state, count: events.length, post, late })
  return { request, state, code }
}

/**
 * Locks several cases before acting on them in one transaction, as a letter that answers them all does: two who do so at once take them in
 * one order, and nobody who has begun to record waits for a case that another holds.
 */
export const lockCases = (tx: Tx, requestIds: readonly string[]): Promise<void> => store.lockRequests(tx, requestIds)

/** One act on a case. Throws what `performIn` throws. */
export function perform<V extends VerbName>(ctx: Context, who: Who, requestId: string, verb: V, input: ActInput<V>): Promise<FoldedCase> {
  return inTransaction(ctx, (tx) => performIn(tx, ctx, who, requestId, verb, input))
}

/**
 * One act on a case, in a transaction: may they, does the state allow it, is what was given right, does the clock take it; then the event
 * is written and everything that is shown follows it. `on` is the legal day, today unless told, never before what happened last to the clock.
 *
 * Throws `not-found`, `not-allowed`, `case-hand`, `case-state`, `case-guard`, `event-day`, `wrong-field`, `wrong-deadline`, `outcome-path`,
 * `outcome-needs`, `late-reason-missing`, `too-early`, `fees-off`.
 */
export async function performIn<V extends VerbName>(
  tx: Tx,
  ctx: Context,
  who: Who,
  requestId: string,
  verb: V,
  { on: given, ...input }: ActInput<V>,
): Promise<FoldedCase> {
  const request = await store.lockRequest(tx, requestId)
  if (!request) throw new Failure('not-found', { what: 'request' })
  const post = isApplying(who) ? null : allow(who, 'work', 'request', await targetOf(tx, request.bodyId))
  const events = await store.loadEvents(tx, requestId)
  const settings = await settingsOf(tx, request.bodyId)
  const state = fold(events, settings)
  requireReach(who, request.bodyId, state)
  const byHand = (input as { letterId?: string | null }).letterId == null
  const refusal = refusalOf(state, verb, handsOf(who, request.bodyId), { byHand })
  if (refusal) throw refusal
  const on = dayOfAct(verb, given, state, today(ctx))
  const form = (await store.loadForm(tx, request.formId))!
  const ground = await groundOf(tx, ctx, who, { request, form, state, on, settings })
  await requireOthers(tx, request, on, input)
  const data = (acts[verb] as (ground: Ground, input: unknown) => unknown)(ground, input)
  const event = { id: ctx.newId(), kind: verbs[verb].event, on, at: ctx.now(), personId: who.personId, data } as CaseEvent
  const next = fold([...events, event], settings)
  await store.insertEvents(tx, requestId, events.length + 1, [{ ...event, onBehalfOf: post?.onBehalfOf ?? null }])
  if (event.kind === 'request.received') await store.updateFormFacts(tx, form.id, event.data.facts)
  const late = event.kind === 'answer.sent' ? event.data.late !== null : event.kind !== 'request.reopened' && request.answeredLate
  await project(tx, ctx, who, { request, form, state: next, count: events.length + 1, post, late })
  await tell(tx, ctx, who, request, event, post)
  await afterwards(tx, ctx, who, { request, form, state: next, event })
  return next
}

/** Why a verb may not be done by these hands on the case as it is, by a letter or by hand; null where it may. */
export function refusalOf(state: FoldedCase, verb: VerbName, by: readonly Hand[], { byHand = false } = {}): Failure | null {
  const { from, by: lettered, byHand: unlettered = lettered, needs }: Verb = verbs[verb]
  const hands = byHand ? unlettered : lettered
  if (!hands.some((hand) => by.includes(hand))) return new Failure('case-hand', { verb })
  if (!from.includes(state.state)) return new Failure('case-state', { verb, state: state.state })
  const missing = needs.find((guard: Guard) => !holds[guard](state))
  return missing === undefined ? null : new Failure('case-guard', { verb, guard: missing })
}

const deskHands: readonly Role[] = ['drafter', 'liaison', 'reviewer', 'secrecy-reviewer', 'disclosure-officer', 'leader']

/** As what somebody acts on a case of the body. */
export function handsOf(who: Who, bodyId: string): Hand[] {
  if (isApplying(who)) return ['applicant']
  if (isMachine(who)) return ['job', 'drafter', 'disclosure-officer']
  return who.posts.flatMap(({ role, bodyId: at }) => (at === bodyId && deskHands.includes(role) ? [role as Hand] : []))
}

/** A liaison officer reaches what has to do with their section. Throws `not-allowed`. */
function requireReach(who: Who, bodyId: string, state: FoldedCase): void {
  if (reachOf(who, bodyId, state)?.length === 0) throw new Failure('not-allowed', { needs: 'drafter,disclosure-officer' })
}

/** Sections for which a liaison officer acts, none perhaps; null of who reaches the whole case. */
function reachOf(who: Who, bodyId: string, state: FoldedCase): readonly string[] | null {
  if (isApplying(who) || isMachine(who) || handsOf(who, bodyId).some((hand) => hand !== 'liaison')) return null
  return sectionsSeenBy(who, bodyId, state) ?? []
}

/** What moves neither clock nor state may be written down late. */
const free: ReadonlySet<CaseEvent['kind']> = new Set<CaseEvent['kind']>([
  'request.received',
  'request.amended',
  'request.assigned',
  'request.linked',
  'internal-deadline.set',
  'note.added',
  'call.logged',
  'search.logged',
  'inquiry.sent',
  'inquiry.chased',
  'inquiry.answered',
  'consultation.received',
  'referral.sent',
  'referral.answered',
])

/** The day of an act: not after today, not before what the clock and the state rest on; of what moves neither, not before it came in. */
function dayOfAct(verb: VerbName, given: string | undefined, state: FoldedCase, now: string): string {
  const on = given === undefined ? now : day('on', given)
  const { startedOn, clock, conclusion } = roundOf(state)
  // The date of a delay lies ahead.
  const moved = clock.filter(({ kind }) => kind !== 'delay-agreed').map(({ date }) => date)
  const last = [state.receivedOn === null ? state.submittedOn : startedOn, ...moved, ...(conclusion ? [conclusion.on] : [])].sort().at(-1)!
  const from = free.has(verbs[verb].event) ? state.submittedOn : last
  if (on < from || on > now) throw new Failure('event-day', { day: on, from, to: now })
  return on
}

/** Who and what an act names must be the body's own. Throws `not-found`. */
async function requireOthers(tx: Tx, { bodyId }: store.StoredRequest, on: string, input: object): Promise<void> {
  const { personId, sectionId, requestId } = input as { personId?: string | null; sectionId?: string | null; requestId?: string }
  if (personId && !(await store.worksAt(tx, personId, bodyId, on))) throw new Failure('not-found', { what: 'person' })
  if (sectionId && !(await store.isSectionOf(tx, sectionId, bodyId))) throw new Failure('not-found', { what: 'section' })
  if (requestId && (await store.loadRequest(tx, requestId))?.bodyId !== bodyId) throw new Failure('not-found', { what: 'request' })
}

interface Acting {
  readonly request: store.StoredRequest
  readonly form: store.StoredForm
  readonly state: FoldedCase
  readonly on: string
  readonly settings: Awaited<ReturnType<typeof settingsOf>>
}

/** Letters that answer: by them, and by nothing else, what was decided leaves the house. */
const answerKinds = letterKindIds.filter((kind) => letterKinds[kind].verb === 'answer')

/** What the verb's own check may look at. */
export async function groundOf(tx: Tx, ctx: Context, who: Who, { request, form, state, on, settings }: Acting): Promise<Ground> {
  const limits = await loadLimits(tx, 'request', request.id)
  const calendar = await workCalendar(tx, request.regionId)
  return {
    request,
    form,
    state,
    on,
    today: today(ctx),
    newId: ctx.newId,
    settings,
    personId: who.personId,
    sections: reachOf(who, request.bodyId, state),
    lapses(id) {
      const one = state.consultations.find((each) => each.id === id)!
      return endOf(calendar, one.receivedOn ?? one.sentOn, { days: 15, unit: 'working-day' }).dueOn
    },
    payBy: limits.find(({ kind }) => kind === 'payment')?.dueOn ?? null,
    due: request.dueOn,
    hasAnsweredRepeat: await store.hasAnsweredRepeat(tx, request.id),
    hasProvedRedaction: await store.hasProvedRedaction(tx, request.id),
    answerUnderWay: await store.answerUnderWay(tx, request.id, answerKinds),
    piecesBefore: await store.piecesBefore(tx, request.id, await settingOf(tx, 'feeMonth', request.bodyId)),
  }
}

/** The settings of the body that casework reads. */
export async function settingsOf(tx: Tx | Context['db'], bodyId: string) {
  const [emailReceipt, outcomeWithoutRow, legalReview, chargesFees, reopenedCounts, mixedApplicants, internalDays] = [
    await settingOf(tx, 'emailReceipt', bodyId),
    await settingOf(tx, 'outcomeWithoutRow', bodyId),
    await settingOf(tx, 'legalReview', bodyId),
    await settingOf(tx, 'chargesFees', bodyId),
    await settingOf(tx, 'reopenedCounts', bodyId),
    await settingOf(tx, 'mixedApplicants', bodyId),
    await settingOf(tx, 'internalDays', bodyId),
  ]
  return { emailReceipt, outcomeWithoutRow, legalReview, chargesFees, reopenedCounts, mixedApplicants, internalDays }
}

interface Projecting {
  readonly request: store.StoredRequest
  readonly form: store.StoredForm
  readonly state: FoldedCase
  readonly count: number
  readonly post: Post | null
  readonly late: boolean
}

/** Writes down everything that follows from the events: the clock, the limits, the row of lists, what tables count. */
async function project(tx: Tx, ctx: Context, who: Who, { request, state, count, post, late }: Projecting): Promise<void> {
  // A case can come back when whoever had it has left: then nobody has it, and it waits to be assigned.
  const personId = await stillWorking(tx, ctx, state.personId)
  const clock = await keepClock(tx, ctx, who, request, { ...state, personId }, post)
  const { internalDays } = await settingsOf(tx, request.bodyId)
  const wanted = limitsOf(state, { internalDays })
  const due = clock?.dueOn ?? null
  if (due !== null) wanted.push({ kind: 'answer', ref: '', since: roundOf(state).startedOn, length: { dueOn: due } })
  await keepLimitsIn(tx, ctx, { ...ownerOf(request), title: shortened(`${request.number} ${state.title}`), personId }, wanted)
  const calendar = await workCalendar(tx, request.regionId)
  const unconfirmedBy = state.state === 'submitted' ? addWorkingDays(calendar, state.submittedOn, 1).day : null
  await store.updateRequest(
    tx,
    request.id,
    projectionOf(
      { ...state, personId },
      { events: count, unconfirmedBy, dueOn: due, dueStatus: due === null ? null : clock!.dueStatus, late },
    ),
    ctx.now(),
  )
  await keepIntakeTask(tx, ctx, request, state, unconfirmedBy)
  await store.replaceCounted(tx, { id: request.id, bodyId: request.bodyId, kind: state.kind }, state.counted)
}

/** What came in online has no clock until somebody confirms it with the applicant (Art. 31): until then it is a task of its own. */
async function keepIntakeTask(tx: Tx, ctx: Context, request: store.StoredRequest, state: FoldedCase, unconfirmedBy: string | null) {
  if (unconfirmedBy === null) {
    await markTasksDone(tx, 'request', request.id, ctx.now())
    return
  }
  if (await hasTask(tx, 'request', request.id)) return
  await addTask(tx, ctx, {
    kind: 'case',
    noun: 'request',
    nounId: request.id,
    title: shortened(`${request.number} ${state.title}`),
    bodyId: request.bodyId,
    personId: null,
    role: 'drafter',
    dueOn: unconfirmedBy,
  })
}

export const ownerOf = ({ id, number, title, bodyId, regionId, personId }: store.StoredRequest) => ({
  noun: 'request',
  nounId: id,
  title: shortened(`${number} ${title}`),
  bodyId,
  regionId,
  personId,
})

/** 交接: the open cases of one person go to another, each by its own event. */
export async function handedOver(
  tx: Tx,
  ctx: Context,
  { from, to, bodyId, note }: { from: string; to: string; bodyId: string; note: string },
): Promise<void> {
  const as: Machine = { personId: null, origin: 'system' }
  const held = await store.openHeldBy(tx, from, bodyId)
  await store.lockRequests(tx, held)
  for (const id of held) {
    const request = (await store.lockRequest(tx, id))!
    await performIn(tx, ctx, as, id, 'assign', { personId: to, sectionId: request.sectionId, note: note || '交接' })
  }
}

/** A calendar moved the last day of a case: lists and reminders follow. */
export async function clockMoved(tx: Tx, ctx: Context, requestId: string, { dueOn, dueStatus }: Computed): Promise<void> {
  await store.moveDue(tx, requestId, dueOn, dueStatus)
  const request = await store.loadRequest(tx, requestId)
  if (!request || dueOn === null) return
  await openLimitIn(tx, ctx, ownerOf(request), { kind: 'answer', since: request.receivedOn ?? request.submittedOn, length: { dueOn } })
}

/** The clock of identity follows the case's: begun, told what happened, closed. */
async function keepClock(tx: Tx, ctx: Context, who: Who, request: store.StoredRequest, state: FoldedCase, post: Post | null) {
  const running = await loadClockOf(tx, 'request', request.id)
  const clock = clockOf(state)
  const over = clock === null || ['answered', 'archived', 'void'].includes(state.state)
  if (over) {
    if (running) await closeDeadlineIn(tx, ctx, who, running.id, post)
    return null
  }
  // The higher office sees clocks and no case: the clock is called by the number, the task of those who work on it by what it is about.
  const given = { title: request.number, personId: state.personId, receivedOn: clock.received, events: clock.events }
  const about = { noun: 'request', nounId: request.id }
  if (!running) await keepDeadlineIn(tx, ctx, who, { ...given, bodyId: request.bodyId, about }, post)
  else if (isOther(running, given)) await changeDeadlineIn(tx, ctx, who, running.id, given, post)
  const kept = (await loadClockOf(tx, 'request', request.id))!
  await updateTasks(tx, 'deadline', kept.id, { title: shortened(`${request.number} ${state.title}`) })
  return kept
}

/** Titles of tasks are a line. */
const shortened = (title: string): string => ([...title].length > 200 ? `${[...title].slice(0, 199).join('')}…` : title)

type Told = Pick<StoredDeadline, 'title' | 'personId' | 'receivedOn' | 'events'>

/** By what the events say: the database gives their fields in an order of its own. */
const isOther = (before: Told, after: Told): boolean =>
  before.title !== after.title ||
  before.personId !== after.personId ||
  before.receivedOn !== after.receivedOn ||
  canonicalJson(before.events) !== canonicalJson(after.events)

function projectionOf(
  state: FoldedCase,
  {
    events,
    unconfirmedBy,
    dueOn,
    dueStatus,
    late,
  }: Pick<store.Projection, 'events' | 'unconfirmedBy' | 'dueOn' | 'dueStatus'> & { late: boolean },
): store.Projection {
  const { decision, conclusion } = roundOf(state)
  return {
    title: state.title,
    wanted: state.wanted,
    kind: state.kind,
    state: state.state,
    submittedOn: state.submittedOn,
    receivedOn: state.receivedOn,
    unconfirmedBy,
    dueOn,
    dueStatus,
    personId: state.personId,
    sectionId: state.sectionId,
    outcome: decision?.outcome ?? null,
    row: conclusion?.row ?? null,
    concludedOn: conclusion?.on ?? null,
    answeredLate: late,
    reopened: state.rounds.length - 1,
    events,
  }
}

/** The twin of a case's event in the audit log. */
async function tell(
  tx: Tx,
  ctx: Context,
  who: Who,
  { id, number, bodyId }: store.StoredRequest,
  event: CaseEvent,
  post: Post | null,
): Promise<void> {
  await record(tx, ctx, who, {
    kind: event.kind,
    noun: 'request',
    nounId: id,
    bodyId,
    onBehalfOf: post?.onBehalfOf ?? null,
    detail: { number, on: event.on, ...event.data },
  })
}

function factsOf({ facts, channel }: NewForm, now: string): store.StoredForm['facts'] {
  for (const [name, one] of Object.entries(facts)) if (one !== undefined && day(name, one) > now) throw wrong(name, 'future', one)
  // What comes by the site's own form is sent off the moment it is taken.
  return channel === 'internet' || channel === 'in-person' ? { submitted: now, ...facts } : facts
}

const submittedOf = (facts: store.StoredForm['facts'], now: string): string =>
  facts.submitted ?? facts.systemReceived ?? facts.signedFor ?? facts.reachedOffice ?? now

/** Null where it must first be confirmed: nobody is refused for a fact that comes later. */
function receivedOnOf({ channel }: NewForm, facts: store.StoredForm['facts'], emailBy: Ground['settings']['emailReceipt']): string | null {
  try {
    return receiptOf(channel, facts, emailBy)
  } catch (error) {
    const waits = channel === 'internet' || channel === 'fax' || channel === 'e-mail' || channel === 'ordinary-post'
    if (error instanceof Failure && error.code === 'wrong-field' && waits) return null
    throw error
  }
}
