/** Redactions in the database. */
import type { Reader, Tx } from '#db'
import type { Proof } from '#redact'
import type { GroundedMark, Redaction, RedactionState } from './model.ts'

/** The body a request belongs to, with its number; null where there is none. */
export async function loadRequestOf(reader: Reader, id: string): Promise<{ readonly bodyId: string; readonly number: string } | null> {
  const row = await reader.selectFrom('request').select(['body_id', 'number']).where('id', '=', id).executeTakeFirst()
  return row ? { bodyId: row.body_id, number: row.number } : null
}

const rows = (reader: Reader) =>
  reader
    .selectFrom('redaction')
    .innerJoin('request', 'request.id', 'redaction.request_id')
    .innerJoin('person', 'person.id', 'redaction.made_by')
    .innerJoin('attachment as source', 'source.id', 'redaction.source_id')
    .leftJoin('attachment as result', 'result.id', 'redaction.result_id')
    .leftJoin('content', 'content.hash', 'result.hash')
    .select([
      'redaction.id as id',
      'redaction.request_id as requestId',
      'request.body_id as bodyId',
      'redaction.state as state',
      'redaction.edition as edition',
      'redaction.marks as marks',
      'redaction.proof as proof',
      'redaction.made_at as madeAt',
      'person.id as makerId',
      'person.name as makerName',
      'source.id as sourceId',
      'source.name as sourceName',
      'source.hash as sourceHash',
      'result.id as resultId',
      'result.name as resultName',
      'result.hash as resultHash',
      'content.size as resultSize',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const read = (row: Row): Redaction => ({
  id: row.id,
  requestId: row.requestId,
  bodyId: row.bodyId,
  state: row.state as RedactionState,
  edition: row.edition,
  marks: row.marks as unknown as readonly GroundedMark[],
  source: { id: row.sourceId, name: row.sourceName, hash: row.sourceHash },
  result:
    row.resultId === null ? null : { id: row.resultId, name: row.resultName!, hash: row.resultHash!, size: Number(row.resultSize ?? 0) },
  proof: row.proof as unknown as Proof | null,
  madeBy: { id: row.makerId, name: row.makerName },
  madeAt: row.madeAt,
})

export async function loadRedaction(reader: Reader, id: string): Promise<Redaction | null> {
  const row = await rows(reader).where('redaction.id', '=', id).executeTakeFirst()
  return row ? read(row) : null
}

/** Of a case, the newest first. */
export async function loadRedactionsOf(reader: Reader, requestId: string): Promise<Redaction[]> {
  const found = await rows(reader).where('redaction.request_id', '=', requestId).orderBy('redaction.id', 'desc').execute()
  return found.map(read)
}

/** The redaction, held until the transaction ends. */
export async function lockRedaction(tx: Tx, id: string): Promise<Redaction | null> {
  const held = await tx.selectFrom('redaction').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return held ? loadRedaction(tx, id) : null
}

export async function insertRedaction(
  tx: Tx,
  row: {
    readonly id: string
    readonly requestId: string
    readonly sourceId: string
    readonly marks: readonly GroundedMark[]
    readonly madeBy: string
    readonly madeAt: Date
  },
): Promise<void> {
  await tx
    .insertInto('redaction')
    .values({
      id: row.id,
      request_id: row.requestId,
      source_id: row.sourceId,
      marks: JSON.stringify(row.marks),
      state: 'draft',
      result_id: null,
      proof: null,
      made_by: row.madeBy,
      made_at: row.madeAt,
    })
    .execute()
}

export async function keepMarks(tx: Tx, id: string, marks: readonly GroundedMark[], edition: number): Promise<void> {
  await tx
    .updateTable('redaction')
    .set({ marks: JSON.stringify(marks), edition })
    .where('id', '=', id)
    .execute()
}

export async function keepResult(tx: Tx, id: string, resultId: string, proof: Proof): Promise<void> {
  await tx
    .updateTable('redaction')
    .set({ state: 'proved', result_id: resultId, proof: JSON.stringify(proof) })
    .where('id', '=', id)
    .execute()
}

export async function markDiscarded(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('redaction').set({ state: 'discarded' }).where('id', '=', id).execute()
}

/** Whether a case has a document redacted and proved: what a partial disclosure needs. */
export async function hasProvedRedaction(reader: Reader, requestId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('redaction')
    .select('id')
    .where('request_id', '=', requestId)
    .where('state', '=', 'proved')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
