/** What the annual report costs: its 200 cells from a million cases and thousands of entries, the records behind a cell, the sum of many stored reports. */
import { countYear, recordsBehind, rollUpOf } from '#filing'
import { cellKeys } from '#report'
import { row } from './cases.ts'
import type { SeededCases } from './seed-cases.ts'
import type { Row } from './table.ts'

const count = (number: number): string => number.toLocaleString('en')

/** Fills the registers of the body with the most cases, and counts its year. */
export async function yearRows({ ctx, drafter, slug, bodyId, ofBody, query }: SeededCases): Promise<Row[]> {
  await query(entriesSql, [bodyId])
  await query('vacuum analyze register_entry')
  const [entries] = (await query('select count(*)::int as n from register_entry')) as { n: number }[]
  const ask = { body: slug, year: 2025 }
  const size = `${count(ofBody)} cases, ${count(entries!.n)} entries`
  const behind = (key: string) => async () => (await recordsBehind(ctx, drafter, { ...ask, key, limit: 50 })).records.length
  return [
    await row('the 200 cells of a year', size, 1000, async () => Object.keys((await countYear(ctx, drafter, ask)).cells).length),
    await row('records behind a cell of table 二', size, 100, behind('proactive.licensing')),
    await row('of table 三', size, 100, behind('requests.granted.total')),
    await row('of table 四', size, 100, behind('challenges.reconsideration.total')),
  ]
}

/** Publishes a report of each of `reports` bodies that file to one government, and sums them. */
export async function sumRows({ ctx, query, regionId, government }: SeededCases, reports: number): Promise<Row[]> {
  await query(bodiesSql, [regionId, government, reports])
  await query(reportsSql)
  const keys = cellKeys('2021')
  for (let part = 0; part < kinds; part++) {
    const figures = Object.fromEntries(keys.map((key, at) => [key, (at * 7 + part * 13) % 97]))
    const report = { title: '', body: '', year: 2025, edition: '2021', figures, cells: {}, chapters: [], findings: [] }
    await query(versionsSql, [JSON.stringify({ report, counted: figures, declared: {} }), part, kinds])
  }
  await query('vacuum analyze')
  const ask = { body: 'qingshi', year: 2025, scope: 'region' as const }
  const size = `${count(reports)} reports in the database`
  return [await row('roll-up', size, 1000, async () => (await rollUpOf(ctx, { personId: null, origin: 'cli' }, ask)).filed)]
}

/** So many different reports, in turn. */
const kinds = 100

/** Of each month 200 items in three registers, and 60 posts. */
const entriesSql = `
  insert into register_entry (id, body_id, register, entry, begins, unit, added_at)
  select gen_random_uuid(), $1::uuid, register, jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'item', '事项' || n, 'count', n % 40), month, '窗口', now()
  from unnest(array['licensing','penalties','compulsory-measures']) register,
    generate_series('2025-01-01'::date, '2025-11-01', '1 month') month, generate_series(1, 200) n
  union all
  select gen_random_uuid(), $1::uuid, 'posts', jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'channel', 'website', 'column', '栏目' || n, 'count', n), month, '', now()
  from generate_series('2025-01-01'::date, '2025-11-01', '1 month') month, generate_series(1, 60) n`

const bodiesSql = `
  with made as (
    insert into body (id, slug, region_id, kind, level, files_to, established_on)
    select ('019bf000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'village-' || n, $1::uuid, 'town', 'town', $2::uuid, '2000-01-01' from generate_series(1, $3::int) n
    returning id, slug
  )
  insert into body_name (id, body_id, name, kind) select gen_random_uuid(), id, slug, 'official' from made`

const reportsSql = `
  insert into annual_report (id, body_id, year, state, draft, version, filed_version, published_version, published_on, filed_on)
  select gen_random_uuid(), id, 2025, 'published', '{}', 1, 1, 1, '2026-01-20', '2026-01-10' from body where slug like 'village-%'`

const versionsSql = `
  insert into report_version (report_id, n, hash, content, made_at)
  select r.id, 1, md5(b.slug) || md5(b.slug), $1::jsonb, now() from annual_report r join body b on b.id = r.body_id
  where b.slug like 'village-%' and mod(('0' || substr(b.slug, 9))::int, $3::int) = $2::int`
