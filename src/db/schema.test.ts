/** src/db/schema.ts, the migrated database and its comments agree; and the database itself refuses what may not be. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import { migrate, newestMigration } from './migrate.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Column types of schema.ts, and what they are in PostgreSQL. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  string: ['text', 'uuid'],
  number: ['int4', 'int8'],
  boolean: ['bool'],
  Date: ['timestamptz'],
  Day: ['date'],
  Buffer: ['bytea'],
  Json: ['jsonb'],
  'readonly Day[]': ['_date'],
  'readonly string[]': ['_uuid'],
}

interface Column {
  readonly types: readonly string[]
  readonly nullable: boolean
  readonly generated: boolean
}

/** The interfaces of schema.ts, by table. */
function declared(): Record<string, Record<string, Column>> {
  const source = readFileSync(new URL('./schema.ts', import.meta.url), 'utf8')
  const bodies = new Map([...source.matchAll(/export interface (\w+) \{\n([^}]*)\}/g)].map(([, name, body]) => [name!, body!]))
  const fields = (body: string) => [...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, name, type]) => [name!, type!] as const)
  return Object.fromEntries(
    fields(bodies.get('Database')!).map(([table, type]) => [
      table,
      Object.fromEntries(
        fields(bodies.get(type)!).map(([column, written]) => {
          const plain = written
            .replace('NullableJson', 'Json | null')
            .replace(/^Generated<(.+)>$/, '$1')
            .replace(' | null', '')
          const types = kinds[plain]
          if (types === undefined) throw new Error(`${table}.${column}: no type of PostgreSQL for ${written}`)
          return [column, { types, nullable: /null/i.test(written), generated: written.startsWith('Generated<') }]
        }),
      ),
    ]),
  )
}

test('schema.ts says what the migrations make', async () => {
  const { rows } = await database.pool.query(`
    select table_name, column_name, udt_name, is_nullable = 'YES' as nullable, column_default is not null as generated
    from information_schema.columns where table_schema = 'public' and table_name <> 'migration'`)
  const made: Record<string, Record<string, Column>> = {}
  for (const { table_name, column_name, udt_name, nullable, generated } of rows)
    (made[table_name] ??= {})[column_name] = { types: [udt_name], nullable, generated }
  const said = declared()
  expect(Object.keys(said).sort()).toEqual(Object.keys(made).sort())
  for (const [table, columns] of Object.entries(said)) {
    expect(Object.keys(columns).sort(), table).toEqual(Object.keys(made[table]!).sort())
    for (const [name, column] of Object.entries(columns)) {
      const { types, nullable, generated } = made[table]![name]!
      expect(column.types, `${table}.${name}`).toContain(types[0])
      expect({ nullable: column.nullable, generated: column.generated }, `${table}.${name}`).toEqual({ nullable, generated })
    }
  }
})

test('every table says what it is for', async () => {
  const { rows } = await database.pool.query(`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and coalesce(obj_description(c.oid, 'pg_class'), '') = ''`)
  expect(rows).toEqual([])
})

test('migrating again changes nothing; a newer or a changed schema is refused', async () => {
  expect(await migrate(database.url)).toEqual({ at: newestMigration, pending: [] })
  const own = await testDatabase()
  try {
    await own.pool.query('update migration set hash = $1 where number = 2', ['0'.repeat(64)])
    await expect(migrate(own.url)).rejects.toMatchObject({ code: 'migration-changed', values: { name: '0002-identity' } })
    await own.pool.query(`insert into migration (number, name, hash) values ($1, 'later', '')`, [newestMigration + 1])
    await expect(migrate(own.url)).rejects.toMatchObject({
      code: 'database-newer',
      values: { found: newestMigration + 1, known: newestMigration },
    })
    await expect(migrate(own.url, { dryRun: true })).rejects.toMatchObject({ code: 'database-newer' })
  } finally {
    await own.close()
  }
})

test('a database that holds tables of something else is left alone', async () => {
  const own = await testDatabase()
  try {
    await own.pool.query('drop schema public cascade; drop schema graphile_worker cascade; create schema public')
    await own.pool.query(`create table payroll (id integer); insert into payroll values (1)`)
    await expect(migrate(own.url)).rejects.toMatchObject({ code: 'database-not-ours', values: { table: 'payroll' } })
    await own.pool.query('alter table payroll rename to migration')
    await expect(migrate(own.url)).rejects.toMatchObject({ code: 'database-not-ours', values: { table: 'migration' } })
    expect((await own.pool.query(`select relname from pg_class where relnamespace = 'public'::regnamespace`)).rows).toEqual([
      { relname: 'migration' },
    ])
    await own.pool.query('drop table migration; create view payroll as select 1')
    await expect(migrate(own.url)).rejects.toMatchObject({ code: 'database-not-ours', values: { table: 'payroll' } })
    await own.pool.query('drop view payroll')
    expect((await migrate(own.url)).pending).toHaveLength(newestMigration)
    expect((await migrate(own.url)).pending).toEqual([])
  } finally {
    await own.close()
  }
})

test('days come as they are written, counts as numbers, and a number too large is an error', async () => {
  const { rows } = await database.pool.query(
    `select date '2026-01-20' as day, '{2026-01-01,2026-02-08}'::date[] as days, '{}'::date[] as none, 9007199254740991::int8 as count`,
  )
  expect(rows).toEqual([{ day: '2026-01-20', days: ['2026-01-01', '2026-02-08'], none: [], count: 9007199254740991 }])
  await expect(database.pool.query('select 9007199254740993::int8')).rejects.toThrow(/too large/)
})

describe('the database refuses', () => {
  const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
  const [region, body, other, ann, ben, cat, signOff, scan] = [1, 2, 3, 4, 5, 6, 7, 8].map(id) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const hash = 'a'.repeat(64)
  const newBody = () => 'insert into body (id, slug, region_id, kind, level, established_on)'
  const post = (number: number, person: string, role: string, days: string, more = 'null, null') =>
    `insert into post (id, person_id, body_id, role, since, until, step, section_id) values ('${id(number)}', '${person}', '${body}', '${role}', ${days}, ${more})`
  const approval = (number: number, step: number, person: string, behalf = 'null', rest = `'approved', '', null, null, null`) =>
    `insert into approval (id, sign_off_id, step, person_id, on_behalf_of, at, content_hash, decision, opinion, signed_on, scan_id, recorded_by)
     values ('${id(number)}', '${signOff}', ${step}, '${person}', ${behalf}, now(), '${hash}', ${rest})`
  const event = `insert into event (seq, at, origin, kind, noun, noun_id, detail, detail_hash, previous_hash, hash)
    values (1, now(), 'cli', 'body.added', 'body', 'x', '{}', sha256('a'), sha256('b'), sha256('c'))`

  beforeAll(async () => {
    const { pool } = database
    await pool.query(`insert into region (id, code, name, short_name) values ('${region}', '330100', '区', '区')`)
    for (const [one, slug] of [
      [body, 'one'],
      [other, 'other'],
    ])
      await pool.query(`${newBody()} values ('${one}', '${slug}', '${region}', 'department', 'county', '1949-10-01')`)
    for (const [person, name] of [
      [ann, '安'],
      [ben, '本'],
      [cat, '岑'],
    ])
      await pool.query(`insert into person (id, name, added_at) values ('${person}', '${name}', now())`)
    await pool.query(`insert into content (hash, size, type, stored_at) values ('${hash}', 1, 'application/pdf', now())`)
    await pool.query(
      `insert into attachment (id, hash, name, noun, noun_id, added_at) values ('${scan}', '${hash}', 'a.pdf', 'sign-off', 'x', now())`,
    )
    await pool.query(`insert into sign_off (id, noun, noun_id, title, summary, content_hash, body_id, drafted_by, steps, state, opened_at)
      values ('${signOff}', 'report', 'x', 't', '{}', '${hash}', '${body}', '${ann}', '[]', 'open', now())`)
    await pool.query(post(20, ann, 'system-admin', `'2025-01-01', '2025-07-01'`))
    await pool.query(approval(30, 1, ben))
    await pool.query(event)
  })

  /** [what, the statement, the constraint that refuses it; null where it is taken]. */
  const table: readonly (readonly [string, string, string | null])[] = [
    [
      'an administrator of the system who becomes one of audit meanwhile',
      post(21, ann, 'audit-admin', `'2025-06-30', null`),
      'post_administrators_apart',
    ],
    [
      'an administrator of the system who becomes one of security meanwhile',
      post(21, ann, 'security-admin', `'2024-01-01', null`),
      'post_administrators_apart',
    ],
    ['nothing where the one administration had ended', post(21, ann, 'audit-admin', `'2025-07-01', null`), null],
    ['nothing where it is somebody else', post(21, ben, 'audit-admin', `'2025-01-01', null`), null],
    ['a role there is not', post(21, ben, 'king', `'2025-01-01', null`), 'post_role'],
    ['a reviewer without a step', post(21, ben, 'reviewer', `'2025-01-01', null`), 'post_step'],
    ['a drafter with a step', post(21, ben, 'drafter', `'2025-01-01', null`, '1, null'), 'post_step'],
    ['a liaison without a section', post(21, ben, 'liaison', `'2025-01-01', null`), 'post_section'],
    ['a post that ends before it begins', post(21, ben, 'drafter', `'2025-01-02', '2025-01-01'`), 'post_span'],
    ['the drafter’s own approval', approval(31, 2, ann), 'approval_not_by_drafter'],
    ['approval on behalf of the drafter', approval(31, 2, cat, `'${ann}'`), 'approval_not_by_drafter'],
    ['one person’s second approval', approval(31, 2, ben), 'approval_person_once'],
    ['one person’s second approval by another’s hand', approval(31, 2, cat, `'${ben}'`), 'approval_person_once'],
    ['a step taken twice', approval(31, 1, cat), 'approval_step_once'],
    ['a return without a word', approval(31, 2, cat, 'null', `'returned', '', null, null, null`), 'approval_opinion'],
    ['a paper without a scan', approval(31, 2, cat, 'null', `'approved', '', '2026-01-20', null, null`), 'approval_paper'],
    ['nothing where another approves', approval(31, 2, cat), null],
    ['nothing where it is on paper', approval(31, 2, cat, 'null', `'approved', '', '2026-01-20', '${scan}', '${ben}'`), null],
    ['an event changed', `update event set noun_id = 'y'`, ''],
    ['a detail forgotten without leave', 'update event set detail = null', ''],
    ['an event deleted', 'delete from event', ''],
    ['events cut off', 'truncate event', ''],
    ['an event without a number in the chain', event.replace('values (1,', 'values (0,'), 'event_seq'],
    ['an event of a kind that is no deed', event.replace('values (1,', 'values (2,').replace('body.added', 'Body Added'), 'event_kind'],
    ['a second head', "insert into event_head (seq, hash) values (1, sha256('a'))", 'event_head_pkey'],
    ['a slug in Chinese', `${newBody()} values ('${id(40)}', '镇', '${region}', 'town', 'town', '1949-10-01')`, 'body_slug'],
    ['a slug taken', `${newBody()} values ('${id(40)}', 'one', '${region}', 'town', 'town', '1949-10-01')`, 'body_slug_key'],
    ['a kind of body there is not', `${newBody()} values ('${id(40)}', 'b', '${region}', 'club', 'town', '1949-10-01')`, 'body_kind'],
    [
      'a vertical organ that is summed',
      `${newBody()} values ('${id(40)}', 'b', '${region}', 'vertical', 'county', '1949-10-01')`,
      'body_vertical_not_summed',
    ],
    ['a body that files to itself', `update body set files_to = id where id = '${body}'`, 'body_files_elsewhere'],
    ['a body that ends before it begins', `update body set ended_on = '1949-09-30' where id = '${body}'`, 'body_life'],
    ['a code that is no USCC', `update body set uscc = '11330100MB1234567I' where id = '${body}'`, 'body_uscc'],
    ['a person taken away who has acted', `delete from person where id = '${ben}'`, 'approval_person_id_fkey'],
    ['an attachment of no content', `update attachment set hash = '${'b'.repeat(64)}'`, 'attachment_hash_fkey'],
    [
      'a delegation to oneself',
      `insert into delegation (id, from_person, to_person, body_id, since, until, reason) values ('${id(50)}', '${ann}', '${ann}', '${body}', '2026-01-01', '2026-01-02', 'x')`,
      'delegation_other',
    ],
    [
      'a task of nobody',
      `insert into task (id, kind, noun, noun_id, title, body_id, added_at) values ('${id(51)}', 'duty', 'x', 'x', 'x', '${body}', now())`,
      'task_held',
    ],
  ]

  test.each(table)('%s', async (_what, statement, constraint) => {
    const undo = new Error('undone')
    const attempt = database.ctx.db.transaction().execute(async (tx) => {
      await sql.raw(statement).execute(tx)
      throw undo
    })
    const refusal: unknown = await attempt.catch((error: unknown) => error)
    if (constraint === null) expect(refusal).toBe(undo)
    else if (constraint === '') expect(refusal).toMatchObject({ message: 'event is append-only' })
    else expect(refusal).toMatchObject({ constraint })
  })

  test('a detail may be forgotten with leave, and nothing else with it', async () => {
    const forget = (change: string) =>
      database.ctx.db.transaction().execute(async (tx) => {
        await sql`set local gongkai.may_forget = 'yes'`.execute(tx)
        await sql.raw(change).execute(tx)
      })
    await expect(forget(`update event set detail = null, noun_id = 'y'`)).rejects.toThrow('event is append-only')
    await expect(forget(`update event set detail = '{"a":1}'`)).rejects.toThrow('event is append-only')
    await forget('update event set detail = null')
    expect((await database.pool.query('select detail from event')).rows).toEqual([{ detail: null }])
  })
})
