/** Registering a challenge, and everything that happens to it: events first, the row and its limit made from them. */
import { type Context, inTransaction, type Tx } from '#db'
import {
  type Actor,
  addTask,
  allow,
  type Body,
  bodyById,
  day,
  type Machine,
  markTasksDone,
  personAt,
  record,
  required,
  targetOf,
  text,
  today,
  updateTasks,
  workCalendar,
  wrong,
} from '#identity'
import { challengeWords, Failure } from '#words'
import { lockCases, performIn } from '../cases/commands.ts'
import { keepLimitsIn } from '../limits/commands.ts'
import type { WantedLimit } from '../limits/model.ts'
import type { ChallengeEvent } from './events.ts'
import { foldChallenge } from './fold.ts'
import { type ChallengeInput, checkPart, dataOf, verbFields } from './inputs.ts'
import { type ChallengeLimit, limitOf } from './limits.ts'
import { type ChallengeGuard, type ChallengeVerb, type ChallengeVerbRow, challengeGuards, challengeVerbs } from './machine.ts'
import { type ChallengeKind, type ChallengePart, challengeKinds, challengeParts, type FoldedChallenge } from './model.ts'
import { type ChallengeDetail, challengeDetail } from './queries.ts'
import * as store from './store.ts'

export interface NewChallenge {
  readonly bodyId: string
  readonly kind: ChallengeKind
  /** Respondent unless told. */
  readonly part?: ChallengePart
  /** Of a suit: without a reconsideration before it. Not needed where `reconsiderationId` says so. */
  readonly isDirect?: boolean
  readonly reconsiderationId?: string | null
  /** Cases of the body that it is about; none where they are older than the books. */
  readonly requestIds: readonly string[]
  /** The body's own reconsideration organ or court unless told. */
  readonly organ?: string
  readonly number?: string
  /** The day the organ or court received it. */
  readonly filedOn: string
  readonly personId?: string | null
  readonly grounds?: string
}

/** Registers a reconsideration or a suit. Throws `not-found`, `not-allowed`, `wrong-field`, `challenge-link`. */
export async function openChallenge(ctx: Context, who: Actor | Machine, input: NewChallenge): Promise<ChallengeDetail> {
  const body = await bodyById(ctx, input.bodyId)
  if (!body) throw new Failure('not-found', { what: 'body' })
  const id = ctx.newId()
  return inTransaction(ctx, async (tx) => {
    const post = allow(who, 'keep', 'challenge', await targetOf(tx, body.id))
    const event = await filing(tx, ctx, who, body, input)
    const challenge = foldChallenge([event])
    const calendar = await workCalendar(tx, body.regionId)
    const limit = limitOf(challenge, calendar)
    const title = titleOf(challenge)
    await store.insertChallenge(tx, { id, body_id: body.id, kind: challenge.kind, ...columnsOf(ctx, challenge) })
    await store.insertChallengeEvent(tx, id, 0, event)
    await store.linkRequests(tx, id, challenge.requestIds)
    await keepLimit(tx, ctx, { nounId: id, title, bodyId: body.id, regionId: body.regionId, personId: challenge.personId }, limit)
    await addTask(tx, ctx, {
      kind: 'case',
      noun: 'challenge',
      nounId: id,
      title,
      bodyId: body.id,
      personId: challenge.personId,
      role: challenge.personId === null ? 'drafter' : null,
      dueOn: limit?.dueOn ?? null,
      dueStatus: limit?.dueStatus ?? null,
    })
    await record(tx, ctx, who, {
      kind: event.kind,
      noun: 'challenge',
      nounId: id,
      bodyId: body.id,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { title, on: event.on, ...event.data },
    })
    return challengeDetail(tx, ctx, who, (await store.loadChallenge(tx, id))!)
  })
}

async function filing(
  tx: Tx,
  ctx: Context,
  who: Actor | Machine,
  body: Body,
  input: NewChallenge,
): Promise<Extract<ChallengeEvent, { kind: 'challenge.filed' }>> {
  const { kind, part = 'respondent', reconsiderationId = null, personId = null } = input
  if (!challengeKinds.includes(kind)) throw wrong('kind', 'choice', kind)
  if (!challengeParts.includes(part)) throw wrong('part', 'choice', part)
  checkPart(kind, { ...input, part })
  if (kind === 'litigation' && input.isDirect === undefined && reconsiderationId === null) throw wrong('isDirect', 'required')
  const requestIds = [...new Set(input.requestIds)]
  await checkLinks(tx, body.id, { requestIds, reconsiderationId })
  if (personId !== null) await personOf(ctx, who, personId)
  const filedOn = day('filedOn', input.filedOn)
  if (filedOn > today(ctx)) throw wrong('filedOn', 'not-after', today(ctx))
  const usual = kind === 'reconsideration' ? body.reconsiderationOrgan : body.court
  return {
    id: ctx.newId(),
    kind: 'challenge.filed',
    on: filedOn,
    at: ctx.now(),
    personId: who.personId,
    data: {
      kind,
      part,
      isDirect: kind === 'reconsideration' ? null : (input.isDirect ?? false),
      reconsiderationId,
      requestIds,
      organ: required('organ', input.organ ?? usual),
      number: text('number', input.number, 100),
      personId,
      grounds: text('text', input.grounds, 4000),
    },
  }
}

/**
 * Does what a verb says to a challenge. Throws `not-found`, `not-allowed`, `challenge-state`, `challenge-kind`, `challenge-guard`,
 * `event-day`, `wrong-field`, `challenge-outcome`, `challenge-link`, `late-reason-missing`, `reopen-uncorrected`, and what reopening a
 * case refuses: then nothing of the decision is written either.
 */
export async function performChallenge(
  ctx: Context,
  who: Actor | Machine,
  id: string,
  verb: ChallengeVerb,
  input: ChallengeInput = {},
): Promise<ChallengeDetail> {
  return inTransaction(ctx, async (tx) => {
    await performChallengeIn(tx, ctx, who, id, verb, input)
    return challengeDetail(tx, ctx, who, (await store.loadChallenge(tx, id))!)
  })
}

/** The same within another transaction. */
export async function performChallengeIn(
  tx: Tx,
  ctx: Context,
  who: Actor | Machine,
  id: string,
  verb: ChallengeVerb,
  input: ChallengeInput = {},
): Promise<FoldedChallenge> {
  const row = await store.lockChallenge(tx, id)
  if (!row) throw new Failure('not-found', { what: 'challenge' })
  const onBehalfOf = await allowVerb(tx, who, verb, row.bodyId)
  const events = await store.loadChallengeEvents(tx, id)
  const before = foldChallenge(events)
  checkVerb(verb, before)
  for (const field of Object.keys(input) as (keyof ChallengeInput)[])
    if (input[field] !== undefined && !verbFields[verb].includes(field)) throw wrong(field, 'choice', String(input[field]))

  const body = (await bodyById(ctx, row.bodyId))!
  const calendar = await workCalendar(tx, body.regionId)
  const on = dayFor(ctx, verb, before, input)
  const data = isDeemed(who, verb) ? { isDeemed: true, number: '' } : dataOf[verb](before, input)
  if (verb === 'amend' && input.filedOn !== undefined && input.filedOn > today(ctx)) throw wrong('filedOn', 'not-after', today(ctx))
  if (verb === 'amend') await checkLinks(tx, row.bodyId, input)
  if (verb === 'assign' && input.personId) await personOf(ctx, who, input.personId)
  if (verb === 'answer') checkLate(before, calendar, on, input)
  const reopen = verb === 'decide' ? (input.reopen ?? []) : []
  const strange = reopen.find(({ requestId }) => !before.requestIds.includes(requestId))
  if (strange) throw new Failure('challenge-link', { what: strange.requestId })

  const event = { id: ctx.newId(), kind: challengeVerbs[verb].event, on, at: ctx.now(), personId: who.personId, data } as ChallengeEvent
  const after = foldChallenge([...events, event])
  const title = titleOf(after)
  await store.insertChallengeEvent(tx, id, events.length, event)
  await store.updateChallenge(tx, id, columnsOf(ctx, after))
  if (verb === 'amend' && input.requestIds !== undefined) await store.linkRequests(tx, id, after.requestIds)
  const limit = limitOf(after, calendar)
  await keepLimit(tx, ctx, { nounId: id, title, bodyId: row.bodyId, regionId: body.regionId, personId: after.personId }, limit)
  await keepTask(tx, ctx, id, row.bodyId, before, after, { title, dueOn: limit?.dueOn ?? null, dueStatus: limit?.dueStatus ?? null })
  // The clock of a case that is set aside begins again on the day of the decision, or ends on the day it set.
  await lockCases(
    tx,
    reopen.map(({ requestId }) => requestId),
  )
  for (const { requestId, dueOn } of reopen)
    await performIn(tx, ctx, who, requestId, 'reopen', { on, because: becauseOf(title, input), challengeId: id, dueOn })
  await record(tx, ctx, who, {
    kind: event.kind,
    noun: 'challenge',
    nounId: id,
    bodyId: row.bodyId,
    onBehalfOf,
    detail: { title, on, ...event.data },
  })
  return after
}

/** What a person who hands over sees to goes to whoever takes it, within the handover. */
export async function challengesHandedOver(
  tx: Tx,
  ctx: Context,
  { from, to, bodyId }: { readonly from: string; readonly to: string; readonly bodyId: string },
): Promise<void> {
  const as: Machine = { personId: null, origin: 'system' }
  for (const id of await store.openChallengesHeldBy(tx, from, bodyId)) await performChallengeIn(tx, ctx, as, id, 'assign', { personId: to })
}

/** The days that are over, and nobody said no: reconsiderations taken to be accepted (行政复议法 Art. 30); how many. */
export async function acceptUnanswered(ctx: Context, as: Machine = { personId: null, origin: 'job remind' }): Promise<number> {
  let accepted = 0
  for (let after: string | null = null; ; ) {
    const rows: store.StoredChallenge[] = await store.loadFiledReconsiderations(ctx.db, after, 200)
    for (const { id } of rows) {
      const done = await inTransaction(ctx, async (tx) => {
        const row = await store.lockChallenge(tx, id)
        if (row?.state !== 'filed') return false
        const limit = limitOf(foldChallenge(await store.loadChallengeEvents(tx, id)), await workCalendar(tx, row.regionId))
        // A day that may still move is not yet over.
        if (limit === null || limit.dueStatus === 'provisional' || limit.dueOn >= today(ctx)) return false
        await performChallengeIn(tx, ctx, as, id, 'accept', { on: limit.dueOn })
        return true
      })
      if (done) accepted++
    }
    const last = rows.at(-1)
    if (!last) return accepted
    after = last.id
  }
}

/** Only a job takes silence for a yes. */
const isDeemed = (who: Actor | Machine, verb: ChallengeVerb): boolean => verb === 'accept' && who.personId === null

/** Whether state, kind and guards let the verb be; throws `challenge-state`, `challenge-kind`, `challenge-guard`. */
export function checkVerb(verb: ChallengeVerb, challenge: FoldedChallenge): void {
  const { kinds, from, needs }: ChallengeVerbRow = challengeVerbs[verb]
  if (!kinds.includes(challenge.kind)) throw new Failure('challenge-kind', { verb, kind: challenge.kind })
  if (!from.includes(challenge.state)) throw new Failure('challenge-state', { state: challenge.state })
  const unmet = needs.find((guard: ChallengeGuard) => !challengeGuards[guard](challenge))
  if (unmet) throw new Failure('challenge-guard', { verb, guard: unmet })
}

/** For whom it is done; throws `not-allowed`. */
async function allowVerb(tx: Tx, who: Actor | Machine, verb: ChallengeVerb, bodyId: string): Promise<string | null> {
  const post = allow(who, 'keep', 'challenge', await targetOf(tx, bodyId))
  const { by }: ChallengeVerbRow = challengeVerbs[verb]
  const people = by.filter((hand) => hand !== 'job')
  if (who.personId === null) {
    if (!by.includes('job')) throw new Failure('not-allowed', { needs: people.join(',') })
    return null
  }
  const held = who.posts.filter((one) => one.bodyId === bodyId && people.some((hand) => hand === one.role))
  if (held.length === 0) throw new Failure('not-allowed', { needs: people.join(',') })
  return (held.find(({ onBehalfOf }) => onBehalfOf === null) ?? post)?.onBehalfOf ?? null
}

/** From the day of what happened last to today; a refusal may lie before the day silence was taken for acceptance. */
function dayFor(ctx: Context, verb: ChallengeVerb, challenge: FoldedChallenge, { on }: ChallengeInput): string {
  const until = today(ctx)
  if (on === undefined) return until
  const from =
    verb === 'refuse' || verb === 'receive-copy'
      ? challenge.stages.at(-1)!.filedOn
      : verb === 'note'
        ? challenge.filedOn
        : challenge.lastDay
  if (day('day', on) < from || on > until) throw new Failure('event-day', { day: on, from, to: until })
  return on
}

function checkLate(
  challenge: FoldedChallenge,
  calendar: Parameters<typeof limitOf>[1],
  on: string,
  { lateReason = '' }: ChallengeInput,
): void {
  const limit = limitOf(challenge, calendar)
  if (limit !== null && on > limit.dueOn && lateReason.trim() === '') throw new Failure('late-reason-missing', { due: limit.dueOn, on })
}

/** The cases, and the reconsideration before a suit, are the body's own. */
async function checkLinks(
  tx: Tx,
  bodyId: string,
  { requestIds = [], reconsiderationId = null }: Pick<ChallengeInput, 'requestIds' | 'reconsiderationId'>,
): Promise<void> {
  const own = await store.requestsOfBody(tx, bodyId, requestIds)
  const strange = requestIds.find((one) => !own.includes(one))
  if (strange !== undefined) throw new Failure('challenge-link', { what: strange })
  if (reconsiderationId === null) return
  const before = await store.loadChallenge(tx, reconsiderationId)
  if (before?.bodyId !== bodyId || before.kind !== 'reconsideration' || before.state === 'void')
    throw new Failure('challenge-link', { what: reconsiderationId })
}

async function personOf(ctx: Context, who: Actor | Machine, personId: string): Promise<void> {
  if (who.personId === personId) return
  await personAt(ctx, who, personId)
}

async function keepTask(
  tx: Tx,
  ctx: Context,
  id: string,
  bodyId: string,
  before: FoldedChallenge,
  after: FoldedChallenge,
  { title, dueOn, dueStatus }: { title: string; dueOn: string | null; dueStatus: 'final' | 'provisional' | null },
): Promise<void> {
  const role = after.personId === null ? 'drafter' : null
  if (!isOpen(after)) return markTasksDone(tx, 'challenge', id, ctx.now())
  if (isOpen(before))
    return updateTasks(tx, 'challenge', id, { title, person_id: after.personId, role, due_on: dueOn, due_status: dueStatus })
  await addTask(tx, ctx, { kind: 'case', noun: 'challenge', nounId: id, title, bodyId, personId: after.personId, role, dueOn, dueStatus })
}

/** The body's own days to answer are reminded of; the organ's days to accept are only shown. */
async function keepLimit(
  tx: Tx,
  ctx: Context,
  owner: { nounId: string; title: string; bodyId: string; regionId: string; personId: string | null },
  limit: ChallengeLimit | null,
): Promise<void> {
  const { length: days, unit } = limit?.term ?? { length: 0, unit: 'day' }
  const wanted: readonly WantedLimit[] =
    limit?.kind === 'challenge-answer' && (unit === 'day' || unit === 'working-day')
      ? [{ kind: 'challenge', ref: 'answer', since: limit.since, length: { days, unit } }]
      : []
  await keepLimitsIn(tx, ctx, { noun: 'challenge', ...owner }, wanted)
}

/** Why a case is handled anew, in the words of its paper. */
const becauseOf = (title: string, { outcome, number = '' }: ChallengeInput): string =>
  [title, challengeWords['zh-CN'].outcomes[outcome!], number].filter(Boolean).join('，')

const isOpen = ({ state }: FoldedChallenge): boolean => state === 'filed' || state === 'accepted' || state === 'answered'

/** In Chinese, as papers are: the audit log and lists of tasks are the office's. */
const titleOf = ({ kind, stages }: FoldedChallenge): string =>
  challengeWords['zh-CN'].title(kind, stages.at(-1)!.organ, stages.at(-1)!.number)

function columnsOf(ctx: Context, challenge: FoldedChallenge): store.ChallengeColumns {
  const { stage, organ, number } = challenge.stages.at(-1)!
  return {
    part: challenge.part,
    direct: challenge.isDirect,
    reconsideration_id: challenge.reconsiderationId,
    stage,
    organ,
    number,
    state: challenge.state,
    filed_on: challenge.filedOn,
    result: challenge.counts?.result ?? null,
    concluded_on: challenge.counts?.on ?? null,
    person_id: challenge.personId,
    updated_at: ctx.now(),
  }
}
