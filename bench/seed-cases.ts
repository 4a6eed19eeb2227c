/** A database with a million cases: one body with nearly all of them in one year, the worst that a list and a table meet, and many bodies with a few thousand over six years. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Context, createContext, migrate, openContentStore, openDatabase, startPostgres } from '#db'
import type { Actor } from '#identity'
import { smallOffice } from '../tests/small-office.ts'

export interface SeededCases {
  readonly ctx: Context
  readonly url: string
  /** Who looks: a drafter of the body with the most cases. */
  readonly drafter: Actor
  /** The body with the most, by slug and id. */
  readonly slug: string
  readonly bodyId: string
  readonly cases: number
  readonly ofBody: number
  readonly bodies: number
  readonly regionId: string
  /** To which every body files. */
  readonly government: string
  /** Straight to the database. */
  query(text: string, values?: readonly unknown[]): Promise<unknown[]>
  close(): Promise<void>
}

/** The day on which the bench stands: late in the year that most cases are of. */
const now = new Date('2025-12-05T09:00:00+08:00')

/** Seeds `cases` cases of one body in 2025, and a fifth as many over sixty bodies from 2021 to 2025. Takes about a minute for a million. */
export async function seedCases(cases: number): Promise<SeededCases> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
  const postgres = await startPostgres(folder)
  await migrate(postgres.url)
  const { kysely, pool, close } = openDatabase(postgres.url, { name: 'gongkai bench', statementTimeout: 0 })
  const ctx = createContext({ db: kysely, files: await openContentStore(folder), key: randomBytes(32), now: () => now })
  const office = await smallOffice(ctx)
  const drafter = await office.actor(await office.person('经办', office.bureau, 'drafter'))
  await pool.query(
    `insert into body (id, slug, region_id, kind, level, files_to, established_on)
     select ('019bb000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'town-' || n, $1, 'town', 'town', $2, '2000-01-01' from generate_series(1, 60) n`,
    [office.regionId, office.government],
  )
  const others = Math.round(cases / 5)
  await pool.query(casesSql, [1, cases, office.bureau, '2025-01-01', 365, drafter.personId])
  await pool.query(casesSql, [cases + 1, cases + others, null, '2021-01-01', 1795, null])
  await pool.query(countedSql)
  await pool.query(deadlinesSql)
  await pool.query(eventsSql)
  await pool.query('vacuum analyze')
  return {
    ctx,
    url: postgres.url,
    drafter,
    slug: 'water',
    bodyId: office.bureau,
    cases: cases + others,
    ofBody: cases,
    bodies: 61,
    regionId: office.regionId,
    government: office.government,
    query: async (text, values) => (await pool.query(text, values && [...values])).rows,
    async close() {
      await close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Cases numbered $1 to $2 of the body $3 (of the sixty in turn, the first with the most, where it is null), received within $5 days of $4.
 * The rest follows from a case's number by a hash: nine in ten concluded after 3 to 40 days, as far as that lies before the day the bench stands on.
 */
const casesSql = `
  with made as (
    select n, abs(hashint4(n)::bigint) as h, abs(hashint4(n * 7 + 3)::bigint) as g
    from generate_series($1::integer, $2::integer) n
  ), told as (
    select n, h, g,
      ('019bc000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
      ('019bd000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as form_id,
      coalesce($3::uuid, ('019bb000-0000-7000-8000-' || lpad(to_hex(1 + (60 * power((g % 1000) / 1000.0, 3))::integer % 60), 12, '0'))::uuid) as body_id,
      (array['naturalPerson','naturalPerson','naturalPerson','naturalPerson','naturalPerson','naturalPerson','enterprise','enterprise',
        'research','socialOrganization','legalService','legalService','other'])[1 + g % 13] as kind,
      (array['in-person','registered-post','internet','internet','internet','e-mail','fax'])[1 + h % 7] as channel,
      $4::date + (h % $5::integer)::integer as received_on,
      (array['granted','granted','granted','granted','partlyGranted','partlyGranted','unableNotHeld','unableNotHeld','unableNotHeld',
        'refusedThirdParty','refusedProcess','refusedInternal','refusedEnforcementFile','refusedInquiry','refusedByLaw','unableToCreate',
        'unableUnclear','rejectedPetition','rejectedPetition','rejectedDuplicate','rejectedPublication','rejectedExcessive',
        'rejectedReconfirm','otherNotCorrected','otherUnpaid','otherOther','refusedStateSecret'])[1 + (g / 13) % 27] as row,
      substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许', (1 + h % 20)::integer, 1) || substr('安宝超德恩方国海佳康丽明宁平庆荣生婷伟小', (1 + g % 20)::integer, 1) ||
        substr('芬刚红辉静军岚磊敏娜强蓉涛文霞燕英勇云珍', (1 + h / 20 % 20)::integer, 1) as name,
      3 + (g / 7 % 38)::integer as days
    from made
  ), lived as (
    select *, received_on > '2025-12-05' as later, h % 10 > 0 and received_on + days <= '2025-12-05' as done from told
  ), form as (
    insert into intake_form (id, body_id, origin, channel, facts, kind, applicant_name, applicant, applicant_digest, carrier, delivery, added_at)
    select form_id, body_id, 'desk', channel, '{}', kind, name, '', md5((h % 300000)::text) || md5(g::text), 'electronic', 'post', received_on
    from lived where not later
  )
  insert into request (id, form_id, body_id, type, number, code_digest, title, wanted, kind, applicant_name, channel, state, submitted_on,
    received_on, due_on, due_status, person_id, outcome, row, concluded_on, answered_late, events, updated_at)
  select id, form_id, body_id, 'request', extract(year from received_on) || '-' || n, md5(n::text) || md5(g::text),
    (array['征地补偿','水库除险加固','公租房分配','排污许可','小学学区划分','道路改造','财政预算','低保名单'])[1 + h % 8] ||
      (array['批复文件','验收报告','会议纪要','工作方案','统计数据','合同文本','审批表','现场照片'])[1 + g % 8] || '（' || n || '）',
    '', kind, name, channel,
    case when done then (case when g % 3 = 0 then 'archived' else 'answered' end) else
      (array['handling','handling','handling','correcting','explaining','paying'])[1 + g % 6] end,
    received_on, received_on, case when not done and g % 6 not in (3, 5) then received_on + 28 end, case when not done and g % 6 not in (3, 5) then 'final' end,
    case when g % 4 > 0 then $6::uuid end, case when done then 'granted' end, case when done then row end, case when done then received_on + days end,
    done and days > 28, 4, received_on
  from lived where not later`

const countedSql = `
  insert into counted (request_id, part, body_id, kind, received_on, concluded_on, row)
  select id, 0, body_id, kind, received_on, concluded_on, row from request`

/** A kept clock of each open case, as the commands keep it. */
const deadlinesSql = `
  insert into deadline (id, noun, noun_id, title, body_id, received_on, events, due_on, due_status, computed_at)
  select ('019be000-0000-7000-8000-' || right(id::text, 12))::uuid, 'request', id::text, title, body_id, received_on, '[]', due_on, 'final', now()
  from request where state not in ('answered', 'archived')`

/** Of one case in ten something that prose speaks of: an extension, a correction, a consultation. */
const eventsSql = `
  insert into case_event (id, request_id, seq, kind, on_day, at, data)
  select ('019bf100-0000-7000-8000-' || right(id::text, 12))::uuid, id, 1,
    (array['extension.told','correction.asked','consultation.sent'])[1 + abs(hashtext(id::text)) % 3], received_on + 2, now(), '{}'
  from request where abs(hashtext(number)) % 10 = 0`
