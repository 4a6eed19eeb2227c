import { sql } from 'kysely'
import type { Reader, Tx } from '#db'

/** 内设机构 of a body. */
export interface Section {
  readonly id: string
  readonly bodyId: string
  readonly name: string
  /** The first day on which it is no more. */
  readonly endedOn: string | null
}

const columns = ['id', 'body_id as bodyId', 'name', 'ended_on as endedOn'] as const

export function loadSections(reader: Reader, bodyId: string, which: 'open' | 'all'): Promise<Section[]> {
  return reader
    .selectFrom('section')
    .select(columns)
    .where('body_id', '=', bodyId)
    .$if(which === 'open', (query) => query.where('ended_on', 'is', null))
    .orderBy('id')
    .execute()
}

export async function loadSection(reader: Reader, id: string): Promise<Section | null> {
  return (await reader.selectFrom('section').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
}

/** A section that has not ended, by its id or its name. */
export async function openSection(reader: Reader, bodyId: string, idOrName: string): Promise<Section | null> {
  return (await loadSections(reader, bodyId, 'open')).find(({ id, name }) => id === idOrName || name === idOrName) ?? null
}

export async function insertSection(tx: Tx, { id, bodyId, name }: Section): Promise<void> {
  await tx.insertInto('section').values({ id, body_id: bodyId, name, ended_on: null }).execute()
}

export async function updateSection(tx: Tx, { id, name, endedOn }: Section): Promise<void> {
  await tx.updateTable('section').set({ name, ended_on: endedOn }).where('id', '=', id).execute()
}

/** Ends the posts of its liaisons; how many. */
export async function endLiaisons(tx: Tx, sectionId: string, on: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update post set until = greatest(since, ${on}::date) where section_id = ${sectionId} and (until is null or until > ${on}::date)`.execute(
    tx,
  )
  return Number(numAffectedRows)
}

export async function lockSection(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('section').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}
