/** What the demo keeps for itself, and what it looks up or lays down that nobody else does. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'

/** What a database was opened as at first; null where nobody has opened it yet. */
export async function loadSiteKind(reader: Reader): Promise<'demo' | 'own' | null> {
  const kind = await loadValue(reader, 'site.kind')
  if (kind === 'demo' || kind === 'own') return kind
  // Filled by hand, or by a restore of something older: whatever has a region is somebody's own.
  const region = await reader.selectFrom('region').select('id').limit(1).executeTakeFirst()
  return region ? 'own' : null
}

/** How many secrets the installation's key has sealed. */
export async function countSealed(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('account')
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('totp_secret', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

export const putSiteKind = (tx: Tx, kind: 'demo' | 'own', at: Date): Promise<void> => putSetting(tx, 'site.kind', kind, at)

/** The day the clock stands on; null before it was ever put. */
export async function loadDay(reader: Reader): Promise<string | null> {
  const day = await loadValue(reader, 'demo.today')
  return typeof day === 'string' ? day : null
}

/** Whether the demo was made to its end. */
export const loadFinished = async (reader: Reader): Promise<boolean> => (await loadValue(reader, 'demo.finished')) === true

export async function putSetting(tx: Tx, key: string, value: unknown, at: Date): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ scope: 'system', key, value: JSON.stringify(value), changed_at: at })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doUpdateSet({ value: JSON.stringify(value), changed_at: at }))
    .execute()
}

/** Takes everything out of a demo that was not finished, so that it can be made anew. */
export async function clearDemo(reader: Reader): Promise<void> {
  await sql`drop schema public cascade`.execute(reader)
  await sql`create schema public`.execute(reader)
  await sql`drop schema if exists graphile_worker cascade`.execute(reader)
}

/** Who is behind each username. */
export async function loadAccounts(
  reader: Reader,
): Promise<Map<string, { readonly id: string; readonly name: string; readonly language: string }>> {
  const rows = await reader
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.username', 'person.id', 'person.name', 'person.language'])
    .execute()
  return new Map(rows.map(({ username, ...person }) => [username, person]))
}

/** Lays a job in the queue that has failed as often as it may, for the page of jobs to show. */
export async function layFailedJob(tx: Tx, task: string, payload: object, error: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from graphile_worker.add_job(identifier => ${task}, payload => ${JSON.stringify(payload)}::json, run_at => now() + interval '1 day')
  `.execute(tx)
  await sql`select from graphile_worker.permanently_fail_jobs(array[${rows[0]!.id}::bigint], ${error})`.execute(tx)
}

/** How much there is: bodies that exist on the day, and people. */
export async function countDemo(reader: Reader, on: string): Promise<{ readonly bodies: number; readonly people: number }> {
  const { rows } = await sql<{ bodies: number; people: number }>`
    select (select count(*) from body where ended_on is null or ended_on > ${on}::date)::int as bodies, (select count(*) from person)::int as people
  `.execute(reader)
  return rows[0]!
}

async function loadValue(reader: Reader, key: string): Promise<unknown> {
  const row = await reader.selectFrom('setting').select('value').where('scope', '=', 'system').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}
