/** What approval does to a letter: it takes its number without gaps, is dated and set in print; from then on nothing of it changes. */
import type { Context, Tx } from '#db'
import {
  type Approvable,
  insertAttachment,
  lastSignOffsOf,
  loadApprovals,
  loadSignOff,
  type Post,
  type Recorder,
  record,
  registerApprovable,
  type StoredApproval,
  settingOf,
  today,
} from '#identity'
import { Failure } from '#words'
import { nextSerial } from '../cases/store.ts'
import { numberText } from '../numbers.ts'
import type { LetterContent } from './compose.ts'
import { letterKinds } from './kinds.ts'
import { stateAfter } from './machine.ts'
import { printed, setInPrint } from './paper.ts'
import * as store from './store.ts'

/** Takes number and date, and keeps the letter as Word and PDF, in the transaction of the last approval. Throws `letter-state`, `letter-word-missing`. */
export async function approveIn(tx: Tx, ctx: Context, by: Recorder, letter: store.StoredLetter, post: Post | null = null): Promise<void> {
  stateAfter('approve', letter.state)
  await namedRightly(tx, letter)
  const datedOn = today(ctx)
  const number = letterKinds[letter.kind].numbered ? await nextLetterNumber(tx, letter.bodyId, Number(datedOn.slice(0, 4))) : null
  await store.setApproved(tx, letter.id, { number, at: ctx.now(), datedOn })
  const approved = (await store.loadLetter(tx, letter.id))!
  const hashes: Record<string, string> = {}
  for (const format of ['docx', 'pdf'] as const) {
    const { name, type, bytes } = await setInPrint(ctx, approved, format)
    // Safe on disk before the row that names it.
    const hash = await ctx.files.put(bytes)
    hashes[format] = hash
    const { id } = letter
    const row = {
      id: ctx.newId(),
      hash,
      name,
      type,
      size: bytes.byteLength,
      noun: printed,
      nounId: id,
      addedAt: ctx.now(),
      addedBy: by.personId,
    }
    await insertAttachment(tx, row)
  }
  await record(tx, ctx, by, {
    kind: 'letter.approved',
    noun: 'letter',
    nounId: letter.id,
    bodyId: letter.bodyId,
    onBehalfOf: post?.onBehalfOf ?? null,
    detail: {
      title: (letter.content as LetterContent).title,
      number: number?.text ?? '',
      datedOn,
      contentHash: letter.contentHash,
      files: hashes,
    },
  })
}

/** The next number of the body's letters: its row stays locked until the transaction ends, so that none is left out and none given twice. */
async function nextLetterNumber(tx: Tx, bodyId: string, year: number): Promise<{ text: string; year: number; serial: number }> {
  const pattern = await settingOf(tx, 'letterNumber', bodyId)
  const word = await settingOf(tx, 'letterWord', bodyId)
  if (pattern.includes('{字}') && word === '') throw new Failure('letter-word-missing')
  // Where the pattern names no year, the count never begins anew: else last year's numbers would come back.
  const serial = await nextSerial(tx, bodyId, 'letter', pattern.includes('{年}') ? year : 0)
  return { text: numberText(pattern, { word, year, serial }), year, serial }
}

/** Who approved as head of the disclosure unit, and for whom; null where nobody was asked. */
async function headThatApproved(tx: Tx, letterId: string): Promise<StoredApproval | null> {
  const round = (await lastSignOffsOf(tx, 'letter', [letterId])).get(letterId)
  if (round?.state !== 'approved') return null
  const approvals = await loadApprovals(tx, [round.id])
  const head = (await loadSignOff(tx, round.id))!.steps.findIndex(({ role }) => role === 'disclosure-officer')
  // One hand may have taken several steps at once; it is written at the last of them.
  return approvals.find(({ step, decision }) => head >= 0 && decision === 'approved' && step >= head) ?? null
}

/** The name that the event of an extension bears (Order 711 Art. 33). */
export async function approverOf(tx: Tx, letterId: string): Promise<string> {
  const head = await headThatApproved(tx, letterId)
  if (!head) return ''
  return head.onBehalfOfName === null ? head.personName : `${head.personName}（代${head.onBehalfOfName}）`
}

/** An extension says who approved it: a paper that names another than did is false. Throws `letter-approver`. */
async function namedRightly(tx: Tx, letter: store.StoredLetter): Promise<void> {
  if (letterKinds[letter.kind].verb !== 'extend') return
  const head = await headThatApproved(tx, letter.id)
  const [first] = await store.loadLetterCases(tx, [letter.id])
  const named = String(first?.eventData.approver ?? '')
  const saysSo = named !== '' && (letter.content as LetterContent).paragraphs.some(({ text }) => text.includes(named))
  if (!head || (saysSo && ![head.personName, head.onBehalfOfName].includes(named)))
    throw new Failure('letter-approver', { named, approver: head?.personName ?? '' })
}

const letter: Approvable = {
  contentHash: async (tx, id) => (await store.loadLetter(tx, id))?.contentHash ?? null,
  async onApproved(tx, ctx, actor, id) {
    await approveIn(tx, ctx, actor, (await store.lockLetter(tx, id))!)
  },
  async onReturned(tx, ctx, actor, id, how) {
    const found = (await store.lockLetter(tx, id))!
    await store.setLetterState(tx, id, stateAfter('return', found.state))
    await record(tx, ctx, actor, {
      kind: 'letter.returned',
      noun: 'letter',
      nounId: id,
      bodyId: found.bodyId,
      detail: { title: (found.content as LetterContent).title, how, edition: found.edition },
    })
  },
}

registerApprovable('letter', letter)
