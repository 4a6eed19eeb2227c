import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Context, inTransaction } from '#db'
import { testDatabase } from '../../../tests/database.ts'
import { canonicalJson } from './hash.ts'
import type { BreakReason } from './model.ts'
import { allEvents, eventsOf } from './queries.ts'
import { record } from './store.ts'
import { verifyChain } from './verify.ts'

let ctx: Context
let close: () => Promise<void>
beforeAll(async () => ({ ctx, close } = await testDatabase()))
afterAll(() => close())

const system = { personId: null, origin: 'system' } as const
const body = '0199c000-0000-7000-8000-000000000001'

const happen = (kind: `${string}.${string}`, detail: Record<string, unknown> = {}) =>
  inTransaction(ctx, (tx) => record(tx, ctx, system, { kind, noun: 'body', nounId: body, bodyId: body, detail }))

/** What a thief with the rights of the database's owner could do: change rows with the triggers off. */
async function tamper(statement: string): Promise<void> {
  await ctx.db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one)
    await sql.raw(statement).execute(one)
    await sql`set session_replication_role = origin`.execute(one)
  })
}

describe('the chain', () => {
  beforeEach(async () => {
    await tamper('delete from event')
    await tamper(`update event_head set seq = 0, hash = decode(repeat('00', 32), 'hex')`)
  })

  test('an empty chain holds', async () => {
    expect(await verifyChain(ctx.db)).toEqual({ events: 0, forgotten: 0, head: { seq: 0, hash: '0'.repeat(64) }, broken: null })
  })

  test('what was recorded holds and is read back as it was', async () => {
    await happen('body.added', {
      name: '青石镇\u0000\uD800',
      b: [1, { z: null, a: 1e21 }],
      10: 'ten',
      9: 'nine',
      gone: undefined,
      when: new Date(0),
    })
    await happen('body.changed', { fraction: 0.1, tiny: 5e-324, minus: -0, big: 2 ** 40 })
    const progress: [number, number][] = []
    const state = await verifyChain(ctx.db, { onProgress: (read, all) => progress.push([read, all]) })
    expect(state).toMatchObject({ events: 2, forgotten: 0, broken: null, head: { seq: 2 } })
    expect(progress).toEqual([[2, 2]])
    const { items } = await eventsOf(ctx)
    expect(items.map(({ seq, kind, detail }) => [seq, kind, detail])).toEqual([
      [2, 'body.changed', { fraction: 0.1, tiny: 5e-324, minus: 0, big: 2 ** 40 }],
      [
        1,
        'body.added',
        { name: '青石镇\uFFFD\uFFFD', b: [1, { z: null, a: 1e21 }], 10: 'ten', 9: 'nine', when: '1970-01-01T00:00:00.000Z' },
      ],
    ])
  })

  test('many at once make one chain without gaps', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, index) => happen('body.changed', { index })))
    expect(await verifyChain(ctx.db)).toMatchObject({ events: 200, broken: null })
    const seen = new Set<unknown>()
    for await (const { detail } of allEvents(ctx.db)) seen.add(detail!.index)
    expect(seen.size).toBe(200)
  })

  test('what is rolled back leaves no hole', async () => {
    await happen('body.added')
    await expect(
      inTransaction(ctx, async (tx) => {
        await record(tx, ctx, system, { kind: 'body.changed', noun: 'body', nounId: body })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    await happen('body.renamed')
    expect(await verifyChain(ctx.db)).toMatchObject({ events: 2, broken: null })
  })

  test('the database refuses to change, delete or empty what happened', async () => {
    await happen('body.added', { name: 'one' })
    await expect(sql`update event set kind = 'body.ended'`.execute(ctx.db)).rejects.toThrow('append-only')
    await expect(sql`update event set detail = null`.execute(ctx.db)).rejects.toThrow('append-only')
    await expect(sql`delete from event`.execute(ctx.db)).rejects.toThrow('append-only')
    await expect(sql`truncate event`.execute(ctx.db)).rejects.toThrow('append-only')
  })

  const crimes: [string, string, { seq: number; why: BreakReason }][] = [
    ['another kind', `update event set kind = 'body.ended' where seq = 3`, { seq: 3, why: 'changed' }],
    ['another actor', `update event set actor_id = '${body}' where seq = 3`, { seq: 3, why: 'changed' }],
    ['another body', `update event set body_id = null where seq = 3`, { seq: 3, why: 'changed' }],
    ['another address', `update event set origin = '192.0.2.1' where seq = 3`, { seq: 3, why: 'changed' }],
    ['another noun', `update event set noun = 'person' where seq = 3`, { seq: 3, why: 'changed' }],
    ['another thing', `update event set noun_id = 'x' where seq = 3`, { seq: 3, why: 'changed' }],
    ['somebody behind the actor', `update event set on_behalf_of = '${body}' where seq = 3`, { seq: 3, why: 'changed' }],
    ['a millisecond', `update event set at = at + interval '1 millisecond' where seq = 3`, { seq: 3, why: 'changed' }],
    ['a microsecond', `update event set at = at + interval '1 microsecond' where seq = 3`, { seq: 3, why: 'changed' }],
    ['another detail', `update event set detail = '{"index": 99}' where seq = 3`, { seq: 3, why: 'detail' }],
    ['another detail and its hash', `update event set detail = '{}', detail_hash = sha256('{}') where seq = 3`, { seq: 3, why: 'changed' }],
    ['a detail taken away', `update event set detail = null where seq = 3`, { seq: 3, why: 'forgotten' }],
    ['one taken out', `delete from event where seq = 3`, { seq: 3, why: 'gap' }],
    ['the first taken out', `delete from event where seq = 1`, { seq: 1, why: 'gap' }],
    [
      'one taken out, the rest moved up',
      `delete from event where seq = 3; update event set seq = seq - 1 where seq > 3`,
      { seq: 3, why: 'previous' },
    ],
    ['the end cut off', `delete from event where seq > 3`, { seq: 4, why: 'head' }],
    ['the end cut off, the head moved', `delete from event where seq > 3; update event_head set seq = 3`, { seq: 4, why: 'head' }],
    ['the head gone', `delete from event_head`, { seq: 1, why: 'head' }],
    ['all of it gone', `delete from event`, { seq: 1, why: 'head' }],
    [
      'one put on the end',
      `insert into event select 6, at, actor_id, on_behalf_of, body_id, origin, kind, noun, noun_id, detail, detail_hash, hash, sha256('x') from event where seq = 5`,
      { seq: 6, why: 'changed' },
    ],
  ]
  test.each(crimes)('shows %s', async (_, statement, expected) => {
    for (let index = 1; index <= 5; index++) await happen('body.changed', { index })
    await tamper(statement)
    expect((await verifyChain(ctx.db)).broken).toEqual(expected)
    await tamper(`insert into event_head (seq, hash) select 0, decode(repeat('00', 32), 'hex') where not exists (select from event_head)`)
  })

  test('events found by what they are about, page by page', async () => {
    for (let index = 1; index <= 5; index++) await happen(index % 2 ? 'session.started' : 'body.changed', { index })
    const first = await eventsOf(ctx, { kind: 'session.', limit: 2 })
    expect(first.items.map(({ seq }) => seq)).toEqual([5, 3])
    expect(await eventsOf(ctx, { kind: 'session.', limit: 2, after: first.next! })).toMatchObject({ items: [{ seq: 1 }], next: null })
    expect((await eventsOf(ctx, { noun: 'body', nounId: body, to: ctx.now() })).items).toEqual([])
    expect((await eventsOf(ctx, { kind: 'body.changed', bodyId: body, from: ctx.now() })).items).toHaveLength(2)
    expect((await eventsOf(ctx, { actorId: body })).items).toEqual([])
  })
})

test('canonical JSON sorts keys at every depth, by code units', () => {
  expect(canonicalJson({ b: 1, a: { 10: 1, 9: [{ z: 1, y: '"' }] }, é: null })).toBe(
    '{"a":{"10":1,"9":[{"y":"\\"","z":1}]},"b":1,"é":null}',
  )
})
