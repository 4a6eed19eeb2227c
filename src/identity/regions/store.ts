import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { Region } from './model.ts'

const columns = ['id', 'parent_id as parentId', 'code', 'name', 'short_name as shortName'] as const

export async function loadRegion(reader: Reader, id: string): Promise<Region | null> {
  return (await reader.selectFrom('region').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function loadRegionByCode(reader: Reader, code: string): Promise<Region | null> {
  return (await reader.selectFrom('region').select(columns).where('code', '=', code).executeTakeFirst()) ?? null
}

/** All regions, the topmost first, then by code. */
export function loadRegions(reader: Reader): Promise<Region[]> {
  return reader.selectFrom('region').select(columns).orderBy(sql`parent_id is not null`).orderBy('code').execute()
}

export async function insertRegion(tx: Tx, { id, parentId, code, name, shortName }: Region): Promise<void> {
  await tx.insertInto('region').values({ id, parent_id: parentId, code, name, short_name: shortName }).execute()
}

export async function updateRegion(tx: Tx, { id, code, name, shortName }: Region): Promise<void> {
  await tx.updateTable('region').set({ code, name, short_name: shortName }).where('id', '=', id).execute()
}

export async function lockRegions(tx: Tx): Promise<void> {
  await sql`lock table region in share row exclusive mode`.execute(tx)
}
