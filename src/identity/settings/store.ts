/** Settings in the database: only what differs from its default is there. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'

/** `system`, or `body:` and the body's id. */
export type SettingScope = 'system' | `body:${string}`

export async function loadSettings(reader: Reader, scope: SettingScope): Promise<Map<string, { value: unknown; changedAt: Date }>> {
  const rows = await reader.selectFrom('setting').selectAll().where('scope', '=', scope).execute()
  return new Map(rows.map(({ key, value, changed_at }) => [key, { value, changedAt: changed_at }]))
}

export async function loadSetting(reader: Reader, scope: SettingScope, key: string): Promise<{ value: unknown } | null> {
  return (await reader.selectFrom('setting').select('value').where('scope', '=', scope).where('key', '=', key).executeTakeFirst()) ?? null
}

export async function putSetting(tx: Tx, scope: SettingScope, key: string, value: unknown, at: Date): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ scope, key, value: JSON.stringify(value), changed_at: at })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doUpdateSet({ value: JSON.stringify(value), changed_at: at }))
    .execute()
}

/** Who last changed each setting of a scope, as the events tell. */
export async function lastChangers(reader: Reader, scope: SettingScope): Promise<Map<string, { id: string; name: string }>> {
  const prefix = scope === 'system' ? '' : `${scope}.`
  const rows = await reader
    .selectFrom('event')
    .innerJoin('person', 'person.id', 'event.actor_id')
    .select(['event.noun_id as nounId', 'person.id as id', 'person.name as name'])
    .distinctOn('event.noun_id')
    .where('event.noun', '=', 'setting')
    .where('event.kind', '=', 'setting.changed')
    .orderBy('event.noun_id')
    .orderBy('event.seq', 'desc')
    .execute()
  const mine = rows.filter(({ nounId }) => nounId.startsWith(prefix) && (prefix !== '' || !nounId.startsWith('body:')))
  return new Map(mine.map(({ nounId, id, name }) => [nounId.slice(prefix.length), { id, name }]))
}

/** Ids of the bodies where a setting stands at a value; those that keep the default are not among them. */
export async function loadBodiesWhere(reader: Reader, key: string, value: string | number | boolean): Promise<string[]> {
  const { rows } = await sql<{ scope: string }>`
    select scope from setting where key = ${key} and value = ${JSON.stringify(value)}::jsonb and scope like 'body:%'`.execute(reader)
  return rows.map(({ scope }) => scope.slice('body:'.length))
}
