/** Random histories of random cases, as the machine lets them happen, through the fold into tables 三: they always balance. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identitiesOf, sum } from '#report'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { smallOffice } from '../../../tests/small-office.ts'
import type { CaseEvent, CaseEventKind, CaseEvents } from '../events.ts'
import { type FoldOptions, fold, roundOf } from '../fold.ts'
import { holds } from '../guards.ts'
import { type VerbName, verbs } from '../machine.ts'
import { applicantKinds, caseTypes, type FoldedCase, outcomeRows } from '../model.ts'
import { type CountedRow, requestCells } from './model.ts'
import { tablesOf } from './queries.ts'
import { tallyRequests } from './tally.ts'

/** What each verb that leads anywhere writes; `pick` draws from a list. */
const data: {
  readonly [V in VerbName]?: (pick: <T>(from: readonly T[]) => T, state: FoldedCase, on: string) => CaseEvents[CaseEventKind]
} = {
  confirm: (_, __, on) => ({ facts: {}, receivedOn: on, reason: '' }),
  amend: (pick, state) => ({ kind: state.rounds.length > 1 ? state.kind : pick(applicantKinds), reason: '' }),
  void: () => ({ reason: '' }),
  withdraw: () => ({ text: '' }),
  'ask-correction': (_, __, on) => ({ what: '', by: on, letterId: null }),
  'receive-correction': () => ({ text: '' }),
  'lapse-correction': () => ({ letterId: null }),
  consult: (pick, state) => ({
    id: `c${state.consultations.length}`,
    party: pick(['third-party', 'co-maker'] as const),
    name: '',
    letterId: null,
  }),
  'record-opinion': (_, state) => ({ id: openOf(state), opinion: 'agrees', text: '' }),
  'lapse-consultation': (_, state) => ({ id: openOf(state) }),
  'ask-reasons': (_, __, on) => ({ by: on, letterId: null }),
  'record-reasons': (pick) => ({ text: '', reasonable: pick([true, false]) }),
  extend: () => ({ days: 10, approver: '', reason: '', letterId: null }),
  'notice-fee': () => ({ mode: 'piece', count: 1, before: 10, amount: 100_00, letterId: null }),
  'record-payment': () => ({ amount: 100_00, receipt: '' }),
  'lapse-fee': () => ({ letterId: null }),
  decide: (pick, state) => ({ path: [], outcome: 'x', row: state.type === 'request' ? pick(outcomeRows) : null }),
  answer: (_, state) => ({ letterId: null, row: roundOf(state).decision?.row ?? null, method: 'post', late: null }),
  reopen: () => ({ because: '', challengeId: null, dueOn: null }),
  archive: () => ({ hash: '' }),
}
const openOf = (state: FoldedCase): string => state.consultations.find(({ answeredOn }) => answeredOn === null)!.id

const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Steps are numbers: which of the verbs that may be done now, what it is told, and how many days later. */
const history = fc.record({
  id: fc.uuid({ version: 7 }),
  type: fc.constantFrom(...caseTypes, 'request' as const, 'request' as const),
  kind: fc.constantFrom(...applicantKinds),
  unconfirmed: fc.boolean(),
  start: fc.integer({ min: 0, max: 1400 }).map((days) => plus('2021-03-01', days)),
  steps: fc.array(fc.record({ verb: fc.nat(40), what: fc.nat(1000), days: fc.oneof(fc.nat(20), fc.constantFrom(0, 1, 90, 300)) }), {
    maxLength: 14,
  }),
})
type History = typeof history extends fc.Arbitrary<infer T> ? T : never

function eventsOf({ id, type, kind, unconfirmed, start, steps }: History): CaseEvent[] {
  const write = (place: number, eventKind: CaseEventKind, on: string, given: CaseEvents[CaseEventKind]) =>
    ({ id: `${id}-${place}`, kind: eventKind, on, at: new Date(0), personId: null, data: given }) as CaseEvent
  const first = {
    type,
    channel: 'internet',
    oral: false,
    facts: {},
    receivedOn: unconfirmed ? null : start,
    kind,
    title: '',
    wanted: '',
  } as const
  const events = [write(0, 'request.submitted', start, first)]
  let on = start
  for (const { verb, what, days } of steps) {
    const state = fold(events, { reopenedCounts: 'once' })
    const possible = (Object.keys(data) as VerbName[]).filter(
      (name) =>
        (verbs[name].from as readonly string[]).includes(state.state) &&
        verbs[name].needs.every((guard) => holds[guard](state)) &&
        (name !== 'answer' || state.type === 'record-correction' || roundOf(state).decision !== null),
    )
    if (possible.length === 0) break
    // Most cases are decided and answered before anything unusual becomes of them.
    const likely = possible.flatMap((name) => (name === 'decide' || name === 'answer' ? [name, name, name] : [name]))
    const name = likely[verb % likely.length]!
    on = plus(on, days)
    let turn = what
    const pick = <T>(from: readonly T[]): T => from[turn++ % from.length]!
    events.push(write(events.length, verbs[name].event, on, data[name]!(pick, state, on)))
  }
  return events
}

const rowsOf = (histories: readonly History[], options: FoldOptions): CountedRow[] =>
  histories.flatMap((one) => {
    const state = fold(eventsOf(one), options)
    return state.counted.map((counted, part) => ({ ...counted, part, requestId: one.id, kind: state.kind }))
  })

const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028]
const cases = fc.uniqueArray(history, { selector: ({ id }) => id, maxLength: 40 })

test('histories are as long, and end as variously, as cases do', () => {
  const states = fc.sample(history, 4000).map((one) => fold(eventsOf(one), { reopenedCounts: 'once' }))
  for (const state of ['submitted', 'handling', 'correcting', 'explaining', 'paying', 'answered', 'archived', 'void'])
    expect(states.some((one) => one.state === state)).toBe(true)
  const ended = new Set(states.flatMap(({ rounds }) => rounds.flatMap(({ conclusion }) => conclusion?.row ?? [])))
  for (const row of outcomeRows) expect([...ended]).toContain(row)
  expect(states.filter(({ rounds }) => rounds.length > 2).length).toBeGreaterThan(10)
})

test.each(['once', 'anew'] as const)('tables balance in every column and year, each cell as long as its list: %s', (reopenedCounts) => {
  fc.assert(
    fc.property(cases, (histories) => {
      const rows = rowsOf(histories, { reopenedCounts })
      for (const year of years) {
        const { cells, listOf } = tallyRequests(rows, year)
        for (const { rule, left, right } of identitiesOf({ edition: '2021', figures: cells }))
          if (rule !== 'challenges.sum') expect([year, rule, left[0], sum(cells, left)]).toEqual([year, rule, left[0], sum(cells, right)])
        for (const { key } of requestCells) expect([key, listOf(key).length]).toEqual([key, cells[key]])
        const next = tallyRequests(rows, year + 1).cells
        for (const kind of [...applicantKinds, 'total'])
          expect([kind, next[`requests.carriedIn.${kind}`]]).toEqual([kind, cells[`requests.carriedOut.${kind}`]])
      }
    }),
    { numRuns: 150 },
  )
})

test('no case stands in more than one row of a year, nor is one lost: received once, ended once or open at the end', () => {
  fc.assert(
    fc.property(history, (one) => {
      const rows = rowsOf([one], { reopenedCounts: 'once' })
      const state = fold(eventsOf(one), { reopenedCounts: 'once' })
      const counts = state.type === 'request' && state.state !== 'void' && state.receivedOn !== null
      expect(rows.length).toBe(counts ? 1 : 0)
      const told = (row: string) => years.reduce((total, year) => total + tallyRequests(rows, year).cells[`requests.${row}.total`]!, 0)
      if (!counts) return
      expect(told('received')).toBe(1)
      expect(told('concluded') + (rows[0]!.concludedOn === null ? 1 : 0)).toBe(1)
    }),
    { numRuns: 400 },
  )
})

test('what was reported of a year stays, whatever happens after it', () => {
  fc.assert(
    fc.property(history, fc.constantFrom('once' as const, 'anew' as const), (one, reopenedCounts) => {
      const events = eventsOf(one)
      for (const year of [2021, 2022, 2023, 2024]) {
        const then = events.filter(({ on }) => on <= `${year}-12-31`)
        const later = fold(events, { reopenedCounts })
        // A case void or of another column was never what the report said: the body corrects it.
        if (then.length === 0 || later.state === 'void' || later.kind !== fold(then, { reopenedCounts }).kind) continue
        const rows = (of: readonly CaseEvent[]) => {
          const state = fold(of, { reopenedCounts })
          return state.counted.map((counted, part) => ({ ...counted, part, requestId: one.id, kind: state.kind }))
        }
        expect(tallyRequests(rows(events), year).cells).toEqual(tallyRequests(rows(then), year).cells)
      }
    }),
    { numRuns: 400 },
  )
})

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  database.setNow('2028-12-31T09:00:00+08:00')
})
afterAll(() => database.close())

test.each(['once', 'anew'] as const)('the database counts the same: %s', async (reopenedCounts) => {
  const { ctx, pool } = database
  const office = await ctx.db.selectFrom('body').select('id').where('slug', '=', 'water').executeTakeFirst()
  const bureau = office?.id ?? (await smallOffice(ctx)).bureau
  const clerk = { personId: null, origin: 'test' } as const
  await fc.assert(
    fc.asyncProperty(cases, async (histories) => {
      const rows = rowsOf(histories, { reopenedCounts })
      await pool.query('truncate counted, request, intake_form cascade')
      const form = ctx.newId()
      await pool.query(
        `insert into intake_form (id, body_id, origin, channel, facts, kind, applicant_name, applicant, applicant_digest, carrier, delivery, added_at)
         values ($1, $2, 'import', 'in-person', '{}', 'other', '青石合作社', '', repeat('0', 64), 'paper', 'post', now())`,
        [form, bureau],
      )
      await pool.query(
        `insert into request (id, form_id, body_id, type, number, code_digest, title, wanted, kind, applicant_name, channel, state, submitted_on, updated_at)
         select id, $1, $2, 'request', '2021-' || id, repeat('0', 64), '水库水位', '', 'other', '青石合作社', 'in-person', 'handling', '2021-01-01', now()
         from unnest($3::uuid[]) as id`,
        [form, bureau, histories.map(({ id }) => id)],
      )
      for (const { requestId, part, kind, receivedOn, concludedOn, row } of rows)
        await pool.query('insert into counted values ($1, $2, $3, $4, $5, $6, $7)', [
          requestId,
          part,
          bureau,
          kind,
          receivedOn,
          concludedOn,
          row,
        ])
      for (const year of years) {
        const { cells } = await tablesOf(ctx, clerk, { body: 'water', year })
        expect(cells).toMatchObject(tallyRequests(rows, year).cells)
      }
    }),
    { numRuns: 12 },
  )
})
