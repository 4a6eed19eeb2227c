/** What prose may say of a year's requests beside tables 三 and 四: how they came, what they took, what was charged. */
import { sql } from 'kysely'
import type { Reader } from '#db'

/** Names of the figures, each a count of cases but for `billed` and `paid`, which are 分. */
export const caseMeasureNames = [
  'online',
  'written',
  'in-person',
  'extended',
  'consulted',
  'corrected',
  'late',
  'reopened',
  'notices',
  'billed',
  'paid',
] as const
export type CaseMeasureName = (typeof caseMeasureNames)[number]

/**
 * The figures of a body and a year. Requests by the day of receipt as table 三 counts them; fees by the day of the notice and of the payment.
 * Asks no policy: for features that have asked their own.
 */
export async function caseMeasures(reader: Reader, bodyId: string, year: number): Promise<Readonly<Record<CaseMeasureName, number>>> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const { rows } = await sql<Record<CaseMeasureName, string | null>>`
    with received as (
      select distinct c.request_id as id from counted c where c.body_id = ${bodyId} and c.received_on between ${from}::date and ${to}::date and c.part = 0
    ), happened as (
      select e.kind, e.request_id, e.data from case_event e join request r on r.id = e.request_id
      where r.body_id = ${bodyId} and r.state <> 'void' and r.type = 'request' and e.on_day between ${from}::date and ${to}::date
        and e.kind in ('extension.told', 'consultation.sent', 'correction.asked', 'request.reopened', 'fee.noticed', 'fee.paid')
    )
    select
      (select count(*) from received join request r using (id) where r.channel = 'internet') as online,
      (select count(*) from received join request r using (id) where r.channel in ('registered-post', 'ordinary-post', 'fax', 'e-mail')) as written,
      (select count(*) from received join request r using (id) where r.channel = 'in-person') as "in-person",
      (select count(distinct request_id) from happened where kind = 'extension.told') as extended,
      (select count(distinct request_id) from happened where kind = 'consultation.sent') as consulted,
      (select count(distinct request_id) from happened where kind = 'correction.asked') as corrected,
      (select count(*) from request r where r.body_id = ${bodyId} and r.answered_late and r.concluded_on between ${from}::date and ${to}::date) as late,
      (select count(distinct request_id) from happened where kind = 'request.reopened') as reopened,
      (select count(*) from happened where kind = 'fee.noticed') as notices,
      (select sum((data->>'amount')::bigint) from happened where kind = 'fee.noticed') as billed,
      (select sum((data->>'amount')::bigint) from happened where kind = 'fee.paid') as paid`.execute(reader)
  return Object.fromEntries(caseMeasureNames.map((name) => [name, Number(rows[0]![name] ?? 0)])) as Record<CaseMeasureName, number>
}
