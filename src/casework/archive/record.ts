/** Everything of a case as data: what the JSON of the archive is, and what its PDF is printed from. */
import { type DeadlineStep, dueDate, problemOf } from '#calendar'
import type { Context } from '#db'
import { lastSignOffsOf, loadApprovals, maskText, workCalendar } from '#identity'
import { maskApplicant, openApplicant } from '../applicant.ts'
import { settingsOf } from '../cases/commands.ts'
import { loadEvents, loadForm, loadRequest, type StoredRequest } from '../cases/store.ts'
import type { CaseEvent } from '../events.ts'
import { askedFor, fold } from '../fold.ts'
import type { LetterContent } from '../letters/compose.ts'
import { loadLetterCases, loadLettersOf } from '../letters/store.ts'
import type { Applicant, FoldedCase } from '../model.ts'
import * as store from './store.ts'

/** The form of the JSON. */
export const recordFormat = 'gongkai-case/1'

export interface CaseRecord {
  readonly format: typeof recordFormat
  /** Whether numbers and ways of contact are masked. */
  readonly masked: boolean
  readonly body: { readonly slug: string; readonly name: string }
  readonly number: string
  readonly title: string
  readonly wanted: string
  readonly type: string
  readonly state: string
  readonly row: string | null
  readonly outcome: string | null
  readonly concludedOn: string | null
  readonly answeredLate: boolean
  readonly applicant: Applicant
  readonly form: {
    readonly origin: string
    readonly channel: string
    readonly oral: boolean
    readonly facts: Readonly<Record<string, string>>
    readonly carrier: string
    readonly delivery: string
    readonly needsHelp: string
  }
  readonly events: readonly (CaseEvent & { readonly person: string | null })[]
  /** As the events leave the case. */
  readonly folded: FoldedCase
  /** The reasoning of the clock, round by round. */
  readonly clocks: readonly { readonly due: string | null; readonly steps: readonly DeadlineStep[] }[]
  readonly letters: readonly LetterRecord[]
  readonly files: readonly FileRecord[]
  readonly challenges: readonly store.StoredChallengeOf[]
}

export interface LetterRecord {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly number: string | null
  readonly recipient: string
  readonly content: LetterContent
  readonly enclosures: readonly { readonly id: string; readonly name: string; readonly hash: string }[]
  readonly contentHash: string
  readonly draftedBy: string
  readonly datedOn: string | null
  readonly approvals: readonly {
    readonly person: string
    readonly onBehalfOf: string | null
    readonly decision: string
    readonly opinion: string
    readonly at: string
  }[]
  readonly sentOn: string | null
  readonly method: string | null
  readonly tracking: string
  readonly servedOn: string | null
  readonly servedHow: string
  /** Numbers of the cases it belongs to. */
  readonly cases: readonly string[]
}

export interface FileRecord {
  readonly id: string
  readonly on: string
  readonly onId: string
  readonly name: string
  readonly type: string
  readonly size: number
  /** SHA-256. */
  readonly hash: string
}

/** A case, whole. Whoever asks has asked the policy. */
export async function recordOf(ctx: Context, request: StoredRequest, { unmasked }: { readonly unmasked: boolean }): Promise<CaseRecord> {
  const events = await loadEvents(ctx.db, request.id)
  const form = (await loadForm(ctx.db, request.formId))!
  const folded = fold(events, await settingsOf(ctx.db, request.bodyId))
  const names = await store.loadNames(ctx.db, [...new Set(events.flatMap(({ personId }) => (personId === null ? [] : [personId])))])
  const applicant = openApplicant(ctx, form.applicant)
  const calendar = await workCalendar(ctx.db, request.regionId)
  const record: CaseRecord = {
    format: recordFormat,
    masked: !unmasked,
    body: { slug: request.bodySlug, name: request.bodyName },
    number: request.number,
    title: request.title,
    wanted: askedFor(folded),
    type: request.type,
    state: folded.state,
    row: request.row,
    outcome: request.outcome,
    concludedOn: request.concludedOn,
    answeredLate: request.answeredLate,
    applicant,
    form: {
      origin: form.origin,
      channel: form.channel,
      oral: form.oral,
      facts: form.facts as Readonly<Record<string, string>>,
      carrier: form.carrier,
      delivery: form.delivery,
      needsHelp: form.needsHelp,
    },
    events: events.map((event) => ({ ...event, person: event.personId === null ? null : (names.get(event.personId) ?? '') })),
    folded,
    clocks: folded.rounds.map(({ startedOn, clock }) => {
      const input = { received: startedOn, events: clock }
      if (folded.receivedOn === null || problemOf(calendar, input) !== null) return { due: null, steps: [] }
      const { due, steps } = dueDate(calendar, input)
      return { due, steps }
    }),
    letters: await lettersOf(ctx, request.id),
    files: (await store.loadCaseFiles(ctx.db, request.id)).map(({ id, noun, nounId, name, type, size, hash }) => ({
      id,
      on: noun,
      onId: nounId,
      name,
      type,
      size,
      hash,
    })),
    challenges: await store.loadChallengesOf(ctx.db, request.id),
  }
  return unmasked ? record : hidden(record, applicant)
}

async function lettersOf(ctx: Context, requestId: string): Promise<LetterRecord[]> {
  const letters = await loadLettersOf(ctx.db, requestId)
  const ids = letters.map(({ id }) => id)
  const cases = await loadLetterCases(ctx.db, ids)
  const rounds = await lastSignOffsOf(ctx.db, 'letter', ids)
  const approvals = await loadApprovals(
    ctx.db,
    [...rounds.values()].map(({ id }) => id),
  )
  return letters.map((letter) => {
    return {
      id: letter.id,
      kind: letter.kind,
      state: letter.state,
      number: letter.number,
      recipient: letter.recipient,
      content: letter.content as LetterContent,
      enclosures: letter.enclosures,
      contentHash: letter.contentHash,
      draftedBy: letter.drafterName,
      datedOn: letter.datedOn,
      approvals: approvals
        .filter(({ signOffId }) => signOffId === rounds.get(letter.id)?.id)
        .map(({ personName, onBehalfOfName, decision, opinion, at }) => ({
          person: personName,
          onBehalfOf: onBehalfOfName,
          decision,
          opinion,
          at: at.toISOString(),
        })),
      sentOn: letter.sentOn,
      method: letter.method,
      tracking: letter.tracking,
      servedOn: letter.servedOn,
      servedHow: letter.servedHow,
      cases: cases.filter(({ letterId }) => letterId === letter.id).map(({ number }) => number),
    }
  })
}

/** The record without what tells who asked: names of the applicants wherever they are written, numbers and addresses by their look. */
function hidden(record: CaseRecord, applicant: Applicant): CaseRecord {
  const masked = maskApplicant(applicant)
  const names: [string, string][] = [
    [applicant.name, masked.name],
    [applicant.contactName, masked.contactName],
    [applicant.address, masked.address],
    ...applicant.together.map(({ name }, index): [string, string] => [name, masked.together[index]!.name]),
    [applicant.agent?.name ?? '', masked.agent?.name ?? ''],
  ]
  const known = names.filter(([full, hide]) => full !== '' && full !== hide).sort(([one], [other]) => other.length - one.length)
  const hide = (value: unknown): unknown => {
    if (typeof value === 'string') return known.reduce((text, [full, shown]) => text.replaceAll(full, shown), maskText(value))
    if (Array.isArray(value)) return value.map(hide)
    if (typeof value !== 'object' || value === null || value instanceof Date) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, hide(one)]))
  }
  return { ...(hide(record) as CaseRecord), applicant: masked }
}

/** The case, or null. */
export const requestAt = (ctx: Context, id: string): Promise<StoredRequest | null> => loadRequest(ctx.db, id)
