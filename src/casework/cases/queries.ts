/** Cases as they are seen by those who work on them: lists, one whole, and what is like it. */
import { sql } from 'kysely'
import { addWorkingDays, checkedDueDate, rulerOf, type WorkCalendar } from '#calendar'
import type { Context, Reader } from '#db'
import {
  type Actor,
  allow,
  bodyAt,
  calendarsOf,
  type Lamp,
  lampOf,
  loadAttachmentsOf,
  type Machine,
  may,
  reachOf,
  targetOf,
  today,
  workCalendar,
} from '#identity'
import { Failure } from '#words'
import { applicantDigest, maskApplicant, maskName, openApplicant } from '../applicant.ts'
import type { CaseEvent } from '../events.ts'
import { clockOf, fold } from '../fold.ts'
import { loadLimits } from '../limits/store.ts'
import { type VerbName, verbs } from '../machine.ts'
import type { Applicant, ApplicantKind, CaseState, FoldedCase, OutcomeRow } from '../model.ts'
import { handsOf, refusalOf, settingsOf, type Who } from './commands.ts'
import { sectionsSeenBy } from './liaison.ts'
import type { CaseDetail, CaseFile, CaseLetter, CaseRow, LinkedCase, MayNot, ShownLimit, SimilarCase, TimelineEntry } from './model.ts'
import {
  countOpen,
  loadCases,
  loadEvents,
  loadForm,
  loadRequest,
  loadSimilar,
  type OpenCounts,
  type StoredForm,
  type StoredRequest,
} from './store.ts'

export interface CaseFilter {
  /** Slug; without it every body the actor may see cases of. */
  readonly body?: string
  readonly state?: readonly CaseState[]
  readonly lamp?: Lamp
  readonly kind?: ApplicantKind
  readonly row?: OutcomeRow
  /** Of receipt. */
  readonly year?: number
  readonly person?: string
  /** Part of the title, the number or the applicant's name. */
  readonly q?: string
  readonly unconfirmed?: boolean
  /** `due`: open ones by their last day, those without one last. `received`: all that were received, the latest first. */
  readonly order?: 'due' | 'received'
  readonly after?: string
  readonly limit?: number
}

/** Cases of the bodies the actor may see; `after` is the `next` of the page before. Throws `not-found`, `not-allowed`, `invalid-input`. */
export async function casesOf(
  ctx: Context,
  actor: Actor | Machine,
  filter: CaseFilter = {},
): Promise<{ items: CaseRow[]; next: string | null }> {
  const { limit = 50, after, state, person, body } = filter
  const order = filter.order ?? 'due'
  const bodyIds = await bodiesSeen(ctx, actor, body)
  if (bodyIds.length === 0) return { items: [], next: null }
  const now = today(ctx)
  const rows = await loadCases(ctx.db, {
    bodyIds,
    ...(state !== undefined && { states: state }),
    ...(filter.lamp !== undefined && { lamp: filter.lamp }),
    ...(filter.kind !== undefined && { kind: filter.kind }),
    ...(filter.row !== undefined && { row: filter.row }),
    ...(filter.year !== undefined && { year: filter.year }),
    ...(person !== undefined && { personId: person }),
    ...(filter.q !== undefined && filter.q.trim() !== '' && { q: filter.q.trim() }),
    ...(filter.unconfirmed !== undefined && { unconfirmed: filter.unconfirmed }),
    today: now,
    soonUntil: await soonUntil(ctx, bodyIds, now),
    order,
    after: positionOf(after),
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const position = last && (order === 'due' ? (last.dueOn ?? '9999-12-31') : last.receivedOn!)
  return { items: await shownRows(ctx, page), next: rows.length > limit && last ? `${position}.${last.id}` : null }
}

/** How many open cases there are, by what presses. Throws `not-found`, `not-allowed`. */
export async function countsOf(ctx: Context, actor: Actor | Machine, { body }: { body?: string } = {}): Promise<OpenCounts> {
  const bodyIds = await bodiesSeen(ctx, actor, body)
  const now = today(ctx)
  return countOpen(ctx.db, bodyIds, now, bodyIds.length === 0 ? now : await soonUntil(ctx, bodyIds, now))
}

async function bodiesSeen(ctx: Context, actor: Actor | Machine, slug: string | undefined): Promise<string[]> {
  if (slug !== undefined) {
    const { id } = await bodyAt(ctx, slug)
    allow(actor, 'see', 'request', await targetOf(ctx.db, id))
    return [id]
  }
  const { bodyIds } = await reachOf(ctx.db, ctx, actor, 'see', 'request')
  return bodyIds === 'all' ? allBodyIds(ctx.db) : [...bodyIds]
}

async function allBodyIds(reader: Reader): Promise<string[]> {
  return (await reader.selectFrom('body').select('id').execute()).map(({ id }) => id)
}

/** The third working day from today, until which a lamp says soon; of several regions' calendars the first body's. */
async function soonUntil(ctx: Context, bodyIds: readonly string[], now: string): Promise<string> {
  const { region_id } = await ctx.db.selectFrom('body').select('region_id').where('id', '=', bodyIds[0]!).executeTakeFirstOrThrow()
  return addWorkingDays(await workCalendar(ctx.db, region_id), now, 3).day
}

function positionOf(after: string | undefined): { day: string; id: string } | null {
  if (after === undefined) return null
  const found = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(after)
  if (!found) throw new Failure('invalid-input', { where: 'after', what: after })
  return { day: found[1]!, id: found[2]! }
}

/** Rows with lamps and rulers; a ruler asks for the clock's events, read for the whole page at once. */
async function shownRows(ctx: Context, rows: readonly StoredRequest[]): Promise<CaseRow[]> {
  const calendars = await calendarsOf(
    ctx.db,
    rows.map(({ regionId }) => regionId),
  )
  const clocks = await loadClocks(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const letters = await loadLettersUnderWay(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const now = today(ctx)
  return rows.map((row) => rowOf(row, clocks.get(row.id) ?? null, letters.get(row.id) ?? null, calendars.get(row.regionId)!, now))
}

interface Clock {
  readonly receivedOn: string
  readonly events: Parameters<typeof rulerOf>[1]['events']
}

async function loadClocks(reader: Reader, ids: readonly string[]): Promise<Map<string, Clock>> {
  const { rows } = await sql<Clock & { nounId: string }>`
    select noun_id as "nounId", received_on as "receivedOn", events from deadline
    where noun = 'request' and noun_id = any(${[...ids]}::text[]) and closed_at is null`.execute(reader)
  return new Map(rows.map(({ nounId, ...clock }) => [nounId, clock]))
}

async function loadLettersUnderWay(reader: Reader, ids: readonly string[]): Promise<Map<string, CaseRow['letter']>> {
  const { rows } = await sql<{ requestId: string; kind: string; state: 'draft' | 'reviewing' | 'approved' }>`
    select distinct on (c.request_id) c.request_id as "requestId", l.kind, l.state
    from letter_case c join letter l on l.id = c.letter_id
    where c.request_id = any(${[...ids]}::uuid[]) and l.state in ('draft', 'reviewing', 'approved')
    order by c.request_id, l.id desc`.execute(reader)
  return new Map(rows.map(({ requestId, kind, state }) => [requestId, { kind, state }]))
}

const openStates: readonly CaseState[] = ['submitted', 'handling', 'correcting', 'explaining', 'paying']

function rowOf(row: StoredRequest, clock: Clock | null, letter: CaseRow['letter'], calendar: WorkCalendar, now: string): CaseRow {
  const { id, type, number, title, kind, state, channel, submittedOn, receivedOn, unconfirmedBy } = row
  // What nobody has confirmed in time is red like an answer overdue.
  const shown =
    state === 'submitted'
      ? lampOf(calendar, now, { dueOn: unconfirmedBy, dueStatus: 'final', isClock: false })
      : openStates.includes(state)
        ? lampOf(calendar, now, { dueOn: row.dueOn, dueStatus: row.dueStatus, isClock: true })
        : { lamp: 'none' as const, daysLeft: null }
  return {
    id,
    body: { id: row.bodyId, slug: row.bodySlug, name: row.bodyName },
    type,
    number,
    title,
    applicant: maskName(kind, row.applicantName),
    kind,
    state,
    channel,
    submittedOn,
    receivedOn,
    unconfirmedBy,
    dueOn: row.dueOn,
    dueStatus: row.dueStatus,
    ...shown,
    ruler: clock ? rulerOf(calendar, { received: clock.receivedOn, events: clock.events }, now) : [],
    person: row.personId === null ? null : { id: row.personId, name: row.personName ?? '' },
    outcome: row.outcome,
    row: row.row,
    concludedOn: row.concludedOn,
    late: row.answeredLate,
    reopened: row.reopened,
    letter,
  }
}

/**
 * One case whole: the applicant masked, the clock with its reasoning, limits, timeline, papers, and what the actor may do now. A liaison
 * officer sees a case of their section, or one their section is asked about, without the form. Throws `not-found`, `not-allowed`.
 */
export async function caseAt(ctx: Context, actor: Actor | Machine, id: string): Promise<CaseDetail> {
  const row = await loadRequest(ctx.db, id)
  if (!row) throw new Failure('not-found', { what: 'request' })
  const { state, stored } = await loadFolded(ctx.db, row)
  const target = await targetOf(ctx.db, row.bodyId)
  const isLiaison = !may(actor, 'see', 'request', target) && sectionsSeenBy(actor, row.bodyId, state) !== null
  if (!isLiaison) allow(actor, 'see', 'request', target)
  const detail = await detailOf(ctx, actor, row, state, stored)
  return isLiaison ? withoutApplicant(detail, actor) : detail
}

async function detailOf(
  ctx: Context,
  actor: Actor | Machine,
  row: StoredRequest,
  state: FoldedCase,
  stored: readonly StoredEntry[],
): Promise<CaseDetail> {
  const calendar = await workCalendar(ctx.db, row.regionId)
  const now = today(ctx)
  const form = (await loadForm(ctx.db, row.formId))!
  const clock = clockOf(state)
  const language = 'language' in actor ? actor.language : 'zh-CN'
  const refusals = refusalsOf(state, actor, row.bodyId)
  return {
    ...rowOf(
      row,
      clock && openStates.includes(row.state) ? { receivedOn: clock.received, events: clock.events } : null,
      (await loadLettersUnderWay(ctx.db, [row.id])).get(row.id) ?? null,
      calendar,
      now,
    ),
    wanted: row.wanted,
    section: row.sectionId === null ? null : { id: row.sectionId, name: await sectionName(ctx.db, row.sectionId) },
    folded: state,
    form: {
      id: form.id,
      origin: form.origin,
      facts: form.facts,
      carrier: form.carrier,
      delivery: form.delivery,
      needsHelp: form.needsHelp,
      applicant: maskApplicant(openApplicant(ctx, form.applicant)),
      others: await othersOfForm(ctx.db, form.id, row.id),
    },
    clock: clock === null ? null : checkedDueDate(calendar, clock, language).result,
    limits: await limitsShown(ctx.db, row.id, calendar, now),
    timeline: stored.map(
      ({ event, personName }): TimelineEntry => ({
        event,
        person: event.personId === null ? null : { id: event.personId, name: personName ?? '' },
      }),
    ),
    letters: await lettersOf(ctx.db, row.id),
    files: await filesOf(ctx.db, form.id, row.id),
    links: await linksOf(
      ctx.db,
      stored.map(({ event }) => event),
    ),
    may: (Object.keys(verbs) as VerbName[]).filter((verb) => !refusals.some((one) => one.verb === verb)),
    mayNot: refusals,
  }
}

/** Every verb that is refused now, and why. */
export function refusalsOf(state: FoldedCase, who: Who, bodyId: string): MayNot[] {
  const hands = handsOf(who, bodyId)
  return (Object.keys(verbs) as VerbName[]).flatMap((verb): MayNot[] => {
    const refusal = refusalOf(state, verb, hands)
    return refusal ? [{ verb, code: refusal.code as MayNot['code'], guard: (refusal.values.guard as string | undefined) ?? null }] : []
  })
}

/** What a liaison officer sees: what is asked of the section, and their own notes and searches. */
function withoutApplicant(detail: CaseDetail, actor: Actor | Machine): CaseDetail {
  const sections = sectionsSeenBy(actor, detail.body.id, detail.folded)
  const isTheirs = (sectionId: string | null) => sectionId !== null && (sections ?? []).includes(sectionId)
  const inquiries = detail.folded.inquiries.filter(({ sectionId }) => isTheirs(sectionId))
  const seen = new Set(inquiries.map(({ id }) => id))
  const mine = (event: CaseEvent): boolean => {
    if (event.kind === 'inquiry.sent' || event.kind === 'inquiry.chased' || event.kind === 'inquiry.answered')
      return seen.has(event.data.id)
    return (event.kind === 'note.added' || event.kind === 'search.logged') && event.personId === actor.personId
  }
  return {
    ...detail,
    applicant: '',
    form: null,
    // Whatever people wrote about the applicant stays with those who handle the case.
    wanted: '',
    folded: {
      ...detail.folded,
      inquiries,
      wanted: '',
      rounds: detail.folded.rounds.map((round) => ({ ...round, decision: null })),
      consultations: [],
      referrals: [],
      searches: [],
      correction: null,
      reasons: null,
      fee: null,
      rating: null,
    },
    timeline: detail.timeline.filter(({ event }) => mine(event)),
    limits: detail.limits.filter(({ kind, ref }) => kind === 'inquiry' && seen.has(ref)),
    letters: [],
    files: [],
    links: [],
  }
}

interface StoredEntry {
  readonly event: CaseEvent
  readonly personName: string | null
}

/** A case folded by its body's settings, with who wrote each event down. */
async function loadFolded(reader: Reader, row: StoredRequest): Promise<{ state: FoldedCase; stored: StoredEntry[] }> {
  const events = await loadEvents(reader, row.id)
  const ids = [...new Set(events.map(({ personId }) => personId))].filter((id) => id !== null)
  const people = ids.length === 0 ? [] : await reader.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const state = fold(events, await settingsOf(reader as Context['db'], row.bodyId))
  return {
    state,
    stored: events.map((event) => ({ event, personName: event.personId === null ? null : (names.get(event.personId) ?? null) })),
  }
}

async function limitsShown(reader: Reader, id: string, calendar: WorkCalendar, now: string): Promise<ShownLimit[]> {
  // Nobody was bound to ask for correction: once its time is over it says nothing more.
  const rows = (await loadLimits(reader, 'request', id)).filter(({ kind, dueOn }) => kind !== 'correction-notice' || dueOn >= now)
  return rows
    .filter(({ kind }) => kind !== 'answer')
    .map(({ id: limitId, kind, ref, since, days, dueOn, dueStatus }) => ({
      id: limitId,
      kind,
      ref,
      since,
      days,
      dueOn,
      dueStatus,
      ...lampOf(calendar, now, { dueOn, dueStatus, isClock: false }),
    }))
}

async function sectionName(reader: Reader, id: string): Promise<string> {
  return (await reader.selectFrom('section').select('name').where('id', '=', id).executeTakeFirst())?.name ?? ''
}

async function othersOfForm(reader: Reader, formId: string, except: string) {
  return reader
    .selectFrom('request')
    .select(['id', 'number', 'title'])
    .where('form_id', '=', formId)
    .where('id', '<>', except)
    .where('state', '<>', 'void')
    .orderBy('id')
    .execute()
}

/** Papers of a case, the oldest first. */
export async function lettersOf(reader: Reader, requestId: string): Promise<CaseLetter[]> {
  const { rows } = await sql<CaseLetter>`
    select l.id, l.kind, l.state, l.number, l.recipient, l.recipient_kind as "recipientKind", l.drafted_at as "draftedAt", l.sent_on as "sentOn",
      l.method, l.served_on as "servedOn"
    from letter_case c join letter l on l.id = c.letter_id where c.request_id = ${requestId} and l.state <> 'cancelled' order by l.id`.execute(
    reader,
  )
  return rows
}

async function filesOf(reader: Reader, formId: string, requestId: string): Promise<CaseFile[]> {
  const [ofForm, ofCase] = [await loadAttachmentsOf(reader, 'intake-form', formId), await loadAttachmentsOf(reader, 'request', requestId)]
  return [...ofForm.map((file) => ({ ...file, on: 'form' as const })), ...ofCase.map((file) => ({ ...file, on: 'case' as const }))]
}

async function linksOf(reader: Reader, events: readonly CaseEvent[]): Promise<LinkedCase[]> {
  const linked = events.flatMap((event) => (event.kind === 'request.linked' ? [event.data] : []))
  if (linked.length === 0) return []
  const rows = await reader
    .selectFrom('request')
    .select(['id', 'number', 'title', 'state'])
    .where('id', 'in', [...new Set(linked.map(({ requestId }) => requestId))])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return linked.flatMap(({ requestId, how }) => {
    const found = byId.get(requestId)
    return found ? [{ id: found.id, number: found.number, title: found.title, state: found.state as CaseState, how }] : []
  })
}

/** How a new request is given to look for earlier ones. */
export interface SimilarTo {
  /** Slug. */
  readonly body: string
  readonly title: string
  /** Whoever asks, as far as it is known; without it only the words are compared. */
  readonly applicant?: Pick<Applicant, 'identityType' | 'identityNumber' | 'name' | 'phone' | 'email' | 'address'>
  /** The case itself, where it is registered already. */
  readonly except?: string
}

/** Earlier cases of the same applicant, and those of nearly the same words; the nearest first. Throws `not-found`, `not-allowed`. */
export async function similarTo(ctx: Context, actor: Actor | Machine, wanted: SimilarTo): Promise<SimilarCase[]> {
  const { id } = await bodyAt(ctx, wanted.body)
  allow(actor, 'see', 'request', await targetOf(ctx.db, id))
  const digest = wanted.applicant ? applicantDigest(ctx, wanted.applicant as Applicant) : null
  return similarCases(ctx.db, { bodyId: id, digest, title: wanted.title, except: wanted.except ?? null })
}

/** The same for a case that is registered: its own applicant and words. */
export async function similarToCase(ctx: Context, actor: Actor | Machine, id: string): Promise<SimilarCase[]> {
  const { row, form } = await seenCase(ctx, actor, id)
  return similarCases(ctx.db, { bodyId: row.bodyId, digest: form.applicantDigest, title: row.title, except: id })
}

async function similarCases(
  reader: Reader,
  { bodyId, digest, title, except }: { bodyId: string; digest: string | null; title: string; except: string | null },
): Promise<SimilarCase[]> {
  const rows = await loadSimilar(reader, { bodyId, digest, title, except, limit: 20 })
  return rows.map(({ id, number, title: words, wanted, kind, applicantName, state, receivedOn, row, sameApplicant, likeness }) => ({
    id,
    number,
    title: words,
    wanted,
    applicant: maskName(kind, applicantName),
    state,
    receivedOn,
    row,
    sameApplicant,
    likeness,
  }))
}

/** A case the actor may see, with its form. Throws `not-found`, `not-allowed`. */
export async function seenCase(ctx: Context, actor: Actor | Machine, id: string): Promise<{ row: StoredRequest; form: StoredForm }> {
  const row = await loadRequest(ctx.db, id)
  if (!row) throw new Failure('not-found', { what: 'request' })
  allow(actor, 'see', 'request', await targetOf(ctx.db, row.bodyId))
  return { row, form: (await loadForm(ctx.db, row.formId))! }
}
