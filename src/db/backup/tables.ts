/** Which tables a backup holds, in an order in which each comes after those it points to. */
import type pg from 'pg'

export interface Table {
  readonly schema: string
  readonly name: string
  /** Columns that are stored, in their order. */
  readonly columns: readonly string[]
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const qualified = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string => `${quoted(schema)}.${quoted(name)}`
export const idOf = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string => `${schema}.${name}`

/** Made by the migrations on either side, not carried over. */
const made = ['public.migration', 'graphile_worker.migrations']

/** The tables of the program and of its queue: a job that was asked for is not lost either. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { after: string[] }>(`
    select n.nspname as schema, c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(distinct fn.nspname || '.' || f.relname) from pg_constraint k
        join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as after
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')
    order by n.nspname desc, c.relname
  `)
  const left = rows.filter((table) => !made.includes(idOf(table)))
  const done = new Set<string>(made)
  const ordered: Table[] = []
  while (left.length > 0) {
    const next = left.findIndex(({ after }) => after.every((other) => done.has(other)))
    if (next === -1) throw new Error(`tables point to one another in a circle: ${left.map(idOf).join(' ')}`)
    const { schema, name, columns } = left.splice(next, 1)[0]!
    done.add(idOf({ schema, name }))
    ordered.push({ schema, name, columns })
  }
  return ordered
}

/** Rows of a table that a freshly migrated database already has. */
export const beginsWith: Readonly<Record<string, number>> = { 'public.event_head': 1 }
