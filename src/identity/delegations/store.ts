import { sql } from 'kysely'
import type { Reader, Tx } from '#db'

/** 代理: one acts for another at a body, from the first day to the last. */
export interface Delegation {
  readonly id: string
  readonly fromPerson: string
  readonly fromName: string
  readonly toPerson: string
  readonly toName: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly since: string
  /** The last day of it. */
  readonly until: string
  readonly reason: string
  /** When it was ended early. */
  readonly endedAt: Date | null
}

export interface DelegationConditions {
  readonly id?: string
  readonly bodyIds?: readonly string[] | 'all'
  readonly self?: string | null
  readonly bodySlug?: string | undefined
  readonly personId?: string | undefined
  /** Those that hold on the day or will. */
  readonly openOn?: string | undefined
}

/** Delegations, newest first. */
export async function loadDelegations(reader: Reader, wanted: DelegationConditions): Promise<Delegation[]> {
  const conditions = [
    sql`true`,
    ...(wanted.id === undefined ? [] : [sql`d.id = ${wanted.id}`]),
    ...(wanted.bodyIds === undefined || wanted.bodyIds === 'all'
      ? []
      : [sql`(d.body_id = any(${[...wanted.bodyIds]}::uuid[]) or ${wanted.self ?? null}::uuid in (d.from_person, d.to_person))`]),
    ...(wanted.bodySlug === undefined ? [] : [sql`b.slug = ${wanted.bodySlug}`]),
    ...(wanted.personId === undefined ? [] : [sql`${wanted.personId}::uuid in (d.from_person, d.to_person)`]),
    ...(wanted.openOn === undefined ? [] : [sql`d.ended_at is null and d.until >= ${wanted.openOn}::date`]),
  ]
  const { rows } = await sql<Delegation>`
    select d.id, d.from_person as "fromPerson", f.name as "fromName", d.to_person as "toPerson", t.name as "toName",
      d.body_id as "bodyId", b.slug as "bodySlug", d.since, d.until, d.reason, d.ended_at as "endedAt"
    from delegation d
    join person f on f.id = d.from_person
    join person t on t.id = d.to_person
    join body b on b.id = d.body_id
    where ${sql.join(conditions, sql` and `)}
    order by d.since desc, d.id desc`.execute(reader)
  return rows
}

export async function insertDelegation(
  tx: Tx,
  row: { id: string; from_person: string; to_person: string; body_id: string; since: string; until: string; reason: string },
): Promise<void> {
  await tx
    .insertInto('delegation')
    .values({ ...row, ended_at: null })
    .execute()
}

export async function markDelegationEnded(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('delegation').set({ ended_at: at }).where('id', '=', id).execute()
}
