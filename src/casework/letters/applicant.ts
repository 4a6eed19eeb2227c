/** What the applicant gets with number and code: the letters sent to them, and what goes with these. */
import { type Context, inTransaction } from '#db'
import { loadAttachment, loadAttachmentsOf, record, today } from '#identity'
import { Failure } from '#words'
import { caseByCode } from '../cases/applicant.ts'
import { awaitsService, serveIn } from './delivery.ts'
import { letterKinds } from './kinds.ts'
import { type File, printed } from './paper.ts'
import { bytesOf } from './queries.ts'
import * as store from './store.ts'

interface Fetching {
  readonly origin: string
  readonly fileId?: string
}

/** As `letterOfCase`, of the case with this number and code. Throws `wrong-query-code`, `not-found`. */
export const letterForApplicant = async (ctx: Context, number: string, code: string, letterId: string, fetching: Fetching): Promise<File> =>
  letterOfCase(ctx, await provedCase(ctx, number, code), letterId, fetching)

/**
 * A letter as PDF, or a file that goes with it, for an applicant who has proved to have the code; of this case, sent, and addressed to the
 * applicant, else it is as if it were not there. The first time an answer is fetched, it is served (method download). Throws `not-found`.
 */
export async function letterOfCase(ctx: Context, requestId: string, letterId: string, { origin, fileId }: Fetching): Promise<File> {
  const letter = await store.loadLetter(ctx.db, letterId)
  const belongs = letter && (await store.loadLetterCases(ctx.db, [letterId])).some((one) => one.requestId === requestId)
  if (!belongs || letter.sentOn === null || letter.recipientKind !== 'applicant') throw new Failure('not-found', { what: 'letter' })
  const kept = await keptFile(ctx, letter, fileId)
  if (!kept) throw new Failure('not-found', { what: 'attachment' })
  const file = await bytesOf(ctx, kept)
  if (letter.method === 'download' && awaitsService(letter)) await serve(ctx, letterId, origin)
  return file
}

/** A letter that the applicant may fetch, and the files given with it. */
export interface LetterToFetch {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly sentOn: string
  readonly enclosures: readonly { readonly id: string; readonly name: string }[]
}

/** Letters sent to the applicant of the case with this number and code, the oldest first. Throws `wrong-query-code`. */
export const lettersForApplicant = async (ctx: Context, number: string, code: string): Promise<LetterToFetch[]> =>
  lettersToFetch(ctx, await provedCase(ctx, number, code))

/** The same of a case whose applicant has proved to have the code. */
export async function lettersToFetch(ctx: Context, requestId: string): Promise<LetterToFetch[]> {
  const letters = await store.loadLettersOf(ctx.db, requestId)
  return letters.flatMap(({ id, kind, number: of, sentOn, recipientKind, enclosures }) =>
    sentOn === null || recipientKind !== 'applicant'
      ? []
      : [
          {
            id,
            title: letterKinds[kind].title,
            number: of,
            sentOn,
            enclosures: enclosures.map(({ id: file, name }) => ({ id: file, name })),
          },
        ],
  )
}

async function provedCase(ctx: Context, number: string, code: string): Promise<string> {
  const found = await caseByCode(ctx, number, code)
  if (found === null) throw new Failure('wrong-query-code')
  return found
}

async function keptFile(ctx: Context, letter: store.StoredLetter, fileId: string | undefined) {
  if (fileId === undefined) return (await loadAttachmentsOf(ctx.db, printed, letter.id)).find(({ type }) => type === 'application/pdf')
  return letter.enclosures.some(({ id }) => id === fileId) ? loadAttachment(ctx.db, fileId) : null
}

/** Once, whoever comes first. */
async function serve(ctx: Context, letterId: string, origin: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const letter = await store.lockLetter(tx, letterId)
    if (!letter || !awaitsService(letter)) return
    const who = { applicant: true, personId: null, origin } as const
    await serveIn(tx, ctx, who, letter, { on: today(ctx), how: 'download' })
    const { title } = letterKinds[letter.kind]
    await record(tx, ctx, who, {
      kind: 'letter.served',
      noun: 'letter',
      nounId: letterId,
      bodyId: letter.bodyId,
      detail: { title, number: letter.number ?? '', on: today(ctx), how: 'download' },
    })
  })
}
