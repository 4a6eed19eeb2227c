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
      select r.channel, count(*) as n from request r
      where r.body_id = ${bodyId} and r.type = 'request' and r.state <> 'void' and r.received_on between ${from}::date and ${to}::date group by 1
    ), happened as (
      select e.kind, count(*) as n, count(distinct e.request_id) as cases, sum((e.data->>'amount')::bigint) as amount
      from case_event e join request r on r.id = e.request_id
      where r.body_id = ${bodyId} and r.state <> 'void' and r.type = 'request' and e.on_day between ${from}::date and ${to}::date
        and e.kind in ('extension.told', 'consultation.sent', 'correction.asked', 'request.reopened', 'fee.noticed', 'fee.paid')
      group by e.kind
    )
    select
      (select sum(n) from received where channel = 'internet') as online,
      (select sum(n) from received where channel in ('registered-post', 'ordinary-post', 'fax', 'e-mail')) as written,
      (select sum(n) from received where channel = 'in-person') as "in-person",
      (select cases from happened where kind = 'extension.told') as extended,
      (select cases from happened where kind = 'consultation.sent') as consulted,
      (select cases from happened where kind = 'correction.asked') as corrected,
      (select count(*) from request r where r.body_id = ${bodyId} and r.answered_late and r.concluded_on between ${from}::date and ${to}::date) as late,
      (select cases from happened where kind = 'request.reopened') as reopened,
      (select n from happened where kind = 'fee.noticed') as notices,
      (select amount from happened where kind = 'fee.noticed') as billed,
      (select amount from happened where kind = 'fee.paid') as paid`.execute(reader)
  return Object.fromEntries(caseMeasureNames.map((name) => [name, Number(rows[0]![name] ?? 0)])) as Record<CaseMeasureName, number>
}
