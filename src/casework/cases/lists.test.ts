/** A list by its indexes is the list one would pick by hand, page by page, whatever is asked. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lamps } from '#identity'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { smallOffice } from '../../../tests/small-office.ts'
import { applicantKinds, type CaseState, caseStates, outcomeRows } from '../model.ts'
import { type CaseConditions, loadCases } from './store.ts'

let database: TestDatabase
const [today, soonUntil] = ['2025-06-10', '2025-06-13']
const open: readonly CaseState[] = ['submitted', 'handling', 'correcting', 'explaining', 'paying']

interface Made {
  readonly id: string
  readonly body: string
  readonly number: string
  readonly title: string
  readonly name: string
  readonly kind: (typeof applicantKinds)[number]
  readonly state: CaseState
  readonly received: string | null
  readonly due: string | null
  readonly dueStatus: 'final' | 'provisional'
  readonly row: (typeof outcomeRows)[number] | null
  readonly person: string | null
}
let made: readonly Made[]
let bodies: readonly string[]
let person: string

beforeAll(async () => {
  database = await testDatabase()
  const { ctx, pool } = database
  const office = await smallOffice(ctx)
  bodies = [office.bureau, office.station, office.office]
  person = await office.person('经办', office.bureau, 'drafter')
  const day = fc.integer({ min: 0, max: 25 }).map((n) => `2025-06-${String(1 + n).padStart(2, '0')}`)
  const drawn = fc.sample(
    fc.record({
      body: fc.constantFrom(...bodies),
      title: fc.constantFrom('水库除险加固验收报告', '河道采砂许可', '100%控股企业名单', '水价_听证笔录', 'Budget 2024', '征地补偿方案'),
      name: fc.constantFrom('吴晓岚', '申小宁', '青石建材有限公司', '欧阳静'),
      kind: fc.constantFrom(...applicantKinds),
      state: fc.constantFrom(...caseStates),
      received: day,
      due: fc.option(day),
      dueStatus: fc.constantFrom('final' as const, 'provisional' as const),
      row: fc.constantFrom(...outcomeRows.slice(0, 4)),
      person: fc.constantFrom(person, null),
    }),
    { numRuns: 400, seed: 11 },
  )
  made = drawn.map(({ received, due, row, ...rest }, index) => ({
    ...rest,
    id: ctx.newId(),
    number: `2025-${String(index).padStart(4, '0')}`,
    received: rest.state === 'submitted' ? null : received,
    due: open.includes(rest.state) && rest.state !== 'submitted' ? due : null,
    row: ['answered', 'archived'].includes(rest.state) ? row : null,
  }))
  for (const one of made) {
    await pool.query(
      `insert into intake_form (id, body_id, origin, channel, facts, kind, applicant_name, applicant, applicant_digest, carrier, delivery, added_at)
       values ($1, $2, 'desk', 'internet', '{}', $3, $4, '', repeat('0', 64), 'paper', 'post', now())`,
      [one.id, one.body, one.kind, one.name],
    )
    await pool.query(
      `insert into request (id, form_id, body_id, type, number, code_digest, title, wanted, kind, applicant_name, channel, state, submitted_on,
         received_on, due_on, due_status, person_id, row, updated_at)
       values ($1, $1, $2, 'request', $3, repeat('0', 64), $4, '', $5, $6, 'internet', $7, '2025-06-01', $8, $9, $10, $11, $12, now())`,
      [
        one.id,
        one.body,
        one.number,
        one.title,
        one.kind,
        one.name,
        one.state,
        one.received,
        one.due,
        one.due && one.dueStatus,
        one.person,
        one.row,
      ],
    )
  }
})
afterAll(() => database.close())

type Asked = Omit<CaseConditions, 'after' | 'limit' | 'today' | 'soonUntil'>

/** The same, one case at a time. */
function byHand({ bodyIds, states, lamp, kind, row, year, personId, q, unconfirmed, order }: Asked): string[] {
  const isOpen = ({ state }: Made) => open.includes(state)
  const lampOf: Readonly<Record<string, (one: Made) => boolean>> = {
    overdue: (one) => isOpen(one) && one.due !== null && one.due < today,
    today: (one) => isOpen(one) && one.due === today,
    soon: (one) => isOpen(one) && one.due !== null && one.due > today && one.due <= soonUntil,
    fine: (one) => isOpen(one) && one.due !== null && one.due > soonUntil && one.dueStatus === 'final',
    provisional: (one) => isOpen(one) && one.due !== null && one.due > soonUntil && one.dueStatus === 'provisional',
    stopped: (one) => isOpen(one) && one.due === null,
    none: (one) => !isOpen(one),
  }
  const held = made.filter(
    (one) =>
      bodyIds.includes(one.body) &&
      (order === 'due' ? isOpen(one) : one.received !== null) &&
      (!states || states.includes(one.state)) &&
      (!lamp || lampOf[lamp]!(one)) &&
      (!kind || one.kind === kind) &&
      (!row || one.row === row) &&
      (!year || one.received?.startsWith(String(year))) &&
      (!personId || one.person === personId) &&
      (!unconfirmed || one.state === 'submitted') &&
      (!q || [one.title, one.number, one.name].some((text) => text.toLowerCase().includes(q.toLowerCase()))),
  )
  const key = (one: Made) => (order === 'due' ? `${one.due ?? '9999-12-31'} ${one.id}` : `${one.received} ${one.id}`)
  const sorted = held.sort((one, other) => (key(one) < key(other) ? -1 : 1))
  return (order === 'due' ? sorted : sorted.reverse()).map(({ id }) => id)
}

async function pages(asked: Asked, limit: number): Promise<string[]> {
  const found: string[] = []
  let after: CaseConditions['after'] = null
  while (true) {
    const rows = await loadCases(database.ctx.db, { ...asked, today, soonUntil, after, limit })
    found.push(...rows.map(({ id }) => id))
    const last = rows.at(-1)
    if (!last || rows.length < limit) return found
    after = { day: asked.order === 'due' ? (last.dueOn ?? '9999-12-31') : last.receivedOn!, id: last.id }
  }
}

test('whatever is asked, in both orders and any pages', async () => {
  const maybe = <T>(from: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: from })
  const asked = fc.record({
    bodyIds: fc.subarray([0, 1, 2], { minLength: 1 }).map((some) => some.map((index) => bodies[index]!)),
    states: maybe(fc.subarray([...caseStates], { minLength: 1 })),
    lamp: maybe(fc.constantFrom(...lamps)),
    kind: maybe(fc.constantFrom(...applicantKinds)),
    row: maybe(fc.constantFrom(...outcomeRows.slice(0, 5))),
    year: maybe(fc.constantFrom(2024, 2025)),
    personId: maybe(fc.constant(null).map(() => person)),
    q: maybe(
      fc.constantFrom(
        '水库',
        '库',
        '验收报告',
        '%',
        '_',
        '晓岚',
        '2025-0017',
        '2025-00',
        'budget',
        '有限公司',
        '青铜器',
        '报告 2025',
        '水价_听证',
      ),
    ),
    unconfirmed: maybe(fc.constant(true as const)),
    order: fc.constantFrom('due' as const, 'received' as const),
  })
  let matched = 0
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom(3, 50), async (one, limit) => {
      const given = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as unknown as Asked
      const expected = byHand(given)
      matched += expected.length
      expect(await pages(given, limit)).toEqual(expected)
    }),
    { numRuns: 400 },
  )
  expect(matched).toBeGreaterThan(1000)
})
