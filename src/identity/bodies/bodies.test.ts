import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { verifyChain } from '#identity'
import { actorNamed, county, kindsSince, lastSeq, machine, staff } from '../../../tests/county.ts'
import { testDatabase } from '../../../tests/database.ts'
import type { Actor } from '../model.ts'
import { addBody, changeBody, endBody, endName, nameBody } from './commands.ts'
import type { BodyNode } from './model.ts'
import { bodiesBelow, bodyAt, bodyBySlug, filingLineOf, findBodies, governmentTree, lineBelow } from './queries.ts'
import { checkCharacterOf, isUscc } from './uscc.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let ctx: Context
let system: Actor
let security: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  const administrators = await county(ctx)
  system = administrators.system
  security = administrators.security
})
afterAll(() => database.close())

const slugs = (bodies: readonly { slug: string }[]) => bodies.map(({ slug }) => slug)
const department = { kind: 'department', level: 'county', filesTo: 'qingxi' } as const
const found = async (q: string) => slugs((await findBodies(ctx, { q })).items)

describe('the credit code', () => {
  // Computed by hand after GB 32100 5.5: values times 3^(i-1) mod 31, summed, taken from 31.
  test.each([
    ['11990421000000001', 'J'],
    ['1299042156789012Q', '9'],
    ['91990421MA00000XY', '5'],
    ['11000000000000000', 'U'],
  ])('%s ends in %s', (first17, check) => {
    expect(checkCharacterOf(first17)).toBe(check)
    expect(isUscc(first17 + check)).toBe(true)
  })

  test('one wrong character, and two neighbours exchanged, are always found', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }),
        fc.nat(17),
        fc.constantFrom(...alphabet),
        (characters, place, other) => {
          const code = [...characters, checkCharacterOf(characters.join(''))!]
          expect(isUscc(code.join(''))).toBe(true)
          fc.pre(code[place] !== other)
          expect(isUscc(code.with(place, other).join(''))).toBe(false)
          const next = (place + 1) % 18
          fc.pre(next !== 0 && code[place] !== code[next])
          expect(isUscc(code.with(place, code[next]!).with(next, code[place]!).join(''))).toBe(false)
        },
      ),
    )
  })
})

describe('adding', () => {
  test('a body comes with its names, in the region of the one it files to, and an event', async () => {
    const before = await lastSeq(ctx)
    const added = await addBody(ctx, system, {
      ...department,
      slug: 'water',
      name: '　青溪县水利局 ',
      shortName: '水利局',
      aliases: ['水务局', '水务局'],
      uscc: ' 11990421000000001j ',
      establishedOn: '2019-03-20',
    })
    expect(added).toMatchObject({
      slug: 'water',
      name: '青溪县水利局',
      shortName: '水利局',
      aliases: ['水务局'],
      uscc: '11990421000000001J',
      isSummed: true,
      region: { code: '990421', name: '青溪县' },
      filesToBody: { slug: 'qingxi', name: '青溪县人民政府' },
      predecessors: [],
    })
    expect(await kindsSince(ctx, before)).toEqual(['body.added'])
  })

  test.each([
    ['a slug with capitals', { slug: 'Roads' }, 'wrong-field', 'Slug'],
    ['a taken slug', { slug: 'finance' }, 'taken', '青溪县财政局'],
    ['an empty name', { name: ' \u200b ' }, 'wrong-field', 'Official name: is empty'],
    ['a taken name', { name: '青溪县财政局' }, 'taken', 'finance'],
    ['a wrong check character', { uscc: '119904210000000012' }, 'wrong-field', 'check digit'],
    ['a taken code', { uscc: '11990421000000001J' }, 'taken', '青溪县水利局'],
    ['an unknown parent', { filesTo: 'nowhere' }, 'wrong-field', 'nowhere'],
    ['a department that files to nobody', { filesTo: null }, 'wrong-field', 'Files to: is empty'],
    ['an office of no government', { kind: 'office', filesTo: 'finance' }, 'wrong-field', 'files to that government'],
    ['a party body of its own', { kind: 'party' }, 'wrong-field', 'Shares office with'],
    ['a vertical organ in the sum', { kind: 'vertical', isSummed: true }, 'wrong-field', 'never counted'],
    ['an unknown region', { region: '123456' }, 'wrong-field', '123456'],
    ['a day that is none', { establishedOn: '2026-02-30' }, 'wrong-field', '2026-02-30'],
    ['an identity number for a phone', { phone: '990421199003070017' }, 'wrong-field', 'identity number'],
  ] as const)('%s is refused', async (_, wrong, code, says) => {
    const adding = addBody(ctx, system, { ...department, slug: 'roads', name: '青溪县公路局', ...wrong })
    await expect(adding).rejects.toMatchObject({ code, message: expect.stringContaining(says) })
    expect(await bodyBySlug(ctx, 'roads')).toBeNull()
  })

  test('it takes the system administrator of the line', async () => {
    const adding = (actor: Actor) => addBody(ctx, actor, { ...department, slug: 'roads', name: '青溪县公路局' })
    await expect(adding(security)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(adding(await staff(ctx, '方公开', 'fang', { body: 'finance', role: 'disclosure-officer' }))).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })

  test('a vertical organ is shown and never summed', async () => {
    expect(await bodyAt(ctx, 'tax')).toMatchObject({ isSummed: false, filesTo: null })
    expect((await findBodies(ctx, { kind: 'vertical' })).items).toHaveLength(1)
    await expect(changeBody(ctx, machine, 'tax', { isSummed: true })).rejects.toMatchObject({ code: 'wrong-field' })
  })
})

describe('finding', () => {
  test.each([
    ['教育', ['education']],
    ['教体局', ['education']],
    ['ｆｉｎａｎｃｅ', ['finance']],
    ['青溪县　财政局', ['finance']],
    ['11990421000000001j', ['water']],
    ['没有的', []],
    ['%', []],
  ])('%s', async (q, expected) => expect(await found(q)).toEqual(expected))

  test('what is named just so comes first', async () => {
    await addBody(ctx, system, { ...department, slug: 'statistics-finance', name: '青溪县财政局统计站', position: 0 })
    expect(await found('青溪县财政局')).toEqual(['finance', 'statistics-finance'])
  })

  test('pages hold every body once, in the same order', async () => {
    const whole = slugs((await findBodies(ctx)).items)
    const paged: string[] = []
    let after: string | undefined
    do {
      const page: { items: readonly { slug: string }[]; next: string | null } = await findBodies(ctx, {
        limit: 2,
        ...(after ? { after } : {}),
      })
      paged.push(...slugs(page.items))
      after = page.next ?? undefined
    } while (after)
    expect(paged).toEqual(whole)
    expect(whole.slice(0, 2)).toEqual(['qingxi', 'qingxi-office'])
    await expect(findBodies(ctx, { after: 'nowhere' })).rejects.toMatchObject({ code: 'wrong-field' })
    await expect(findBodies(ctx, { limit: 0 })).rejects.toMatchObject({ code: 'wrong-field' })
  })

  test('those that file to one', async () => {
    expect(slugs((await findBodies(ctx, { filesTo: 'qingxi', kind: 'town' })).items)).toEqual(['baisha'])
  })
})

describe('names and their days', () => {
  test('the old name stays with its days, and still finds the body', async () => {
    await nameBody(ctx, system, 'water', { name: '青溪县水务局', kind: 'official', since: '2025-07-01' })
    expect((await bodyBySlug(ctx, 'water', '2025-06-30'))?.name).toBe('青溪县水利局')
    expect((await bodyBySlug(ctx, 'water', '2025-07-01'))?.name).toBe('青溪县水务局')
    expect((await bodyAt(ctx, 'water')).names.filter(({ kind }) => kind === 'official')).toMatchObject([
      { name: '青溪县水利局', since: null, until: '2025-07-01' },
      { name: '青溪县水务局', since: '2025-07-01', until: null },
    ])
    expect(await found('青溪县水利局')).toEqual(['water'])
  })

  test.each([
    ['a day before the last name', { since: '2025-07-01' }, 'must be after 2025-07-01'],
    ['no day', {}, 'Since: is empty'],
    ['the same name', { name: '青溪县水务局', since: '2025-08-01' }, 'the same'],
    ['the name of another', { name: '青溪县财政局', since: '2025-08-01' }, 'finance'],
  ])('%s is refused', async (_, wrong, says) => {
    const naming = nameBody(ctx, system, 'water', { name: '青溪县水局', kind: 'official', ...wrong })
    await expect(naming).rejects.toThrow(says)
  })

  test('a name freed by another may be taken', async () => {
    const added = await addBody(ctx, system, { ...department, slug: 'irrigation', name: '青溪县水利局', establishedOn: '2025-09-01' })
    expect(added.name).toBe('青溪县水利局')
  })

  test('an alias holds until it is ended', async () => {
    const named = await nameBody(ctx, system, 'water', { name: '县水务局', kind: 'alias', since: '2025-07-01' })
    const { id } = named.names.find(({ name }) => name === '县水务局')!
    const after = await endName(ctx, system, 'water', id, '2026-01-10')
    expect(after.aliases).toEqual(['水务局'])
    expect((await bodyBySlug(ctx, 'water', '2025-12-31'))?.aliases).toEqual(['水务局', '县水务局'])
  })
})

describe('who files to whom', () => {
  test('the line of a body holds the offices that act for its governments', async () => {
    const id = async (slug: string) => (await bodyAt(ctx, slug)).id
    expect(await filingLineOf(ctx.db, await id('finance'))).toEqual([await id('finance'), await id('qingxi'), await id('qingxi-office')])
    expect(await filingLineOf(ctx.db, await id('qingxi'))).toEqual([await id('qingxi'), await id('qingxi-office')])
    expect(await filingLineOf(ctx.db, await id('tax'))).toEqual([await id('tax')])
  })

  test('above and below say the same of every pair', async () => {
    const { items } = await findBodies(ctx)
    for (const head of items) {
      const below = await lineBelow(ctx.db, [head.id])
      for (const body of items)
        expect(below.includes(body.id), `${head.slug} over ${body.slug}`).toBe((await filingLineOf(ctx.db, body.id)).includes(head.id))
    }
  })

  test('a circle is refused, at any depth, and nothing changes', async () => {
    await addBody(ctx, system, { slug: 'baisha-zone', kind: 'zone', level: 'town', name: '白沙镇园区', filesTo: 'baisha' })
    await expect(changeBody(ctx, system, 'baisha', { filesTo: 'baisha-zone' })).rejects.toMatchObject({ code: 'files-in-a-circle' })
    await expect(changeBody(ctx, system, 'baisha', { filesTo: 'baisha' })).rejects.toMatchObject({ code: 'wrong-field' })
    expect((await bodyAt(ctx, 'baisha')).filesToBody?.slug).toBe('qingxi')
    expect((await bodiesBelow(ctx, (await bodyAt(ctx, 'qingxi')).id)).map(({ slug, depth }) => [slug, depth])).toContainEqual([
      'baisha-zone',
      2,
    ])
  })

  test('two who move at once make no circle together', async () => {
    for (const slug of ['left', 'right']) await addBody(ctx, system, { ...department, slug, name: `青溪县${slug}中心` })
    const moves = await Promise.allSettled([
      changeBody(ctx, system, 'left', { filesTo: 'right' }),
      changeBody(ctx, system, 'right', { filesTo: 'left' }),
    ])
    expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('the tree holds every body once', async () => {
    const count = (nodes: readonly BodyNode[]): number => nodes.reduce((sum, node) => sum + 1 + count(node.children), 0)
    const tree = await governmentTree(ctx)
    expect(slugs(tree)).toEqual(['qingxi', 'tax'])
    expect(count(tree)).toBe((await findBodies(ctx)).items.length)
  })

  test('a change that changes nothing leaves no event; one that does names before and after', async () => {
    const before = await lastSeq(ctx)
    await changeBody(ctx, system, 'finance', { court: '' })
    expect(await kindsSince(ctx, before)).toEqual([])
    await changeBody(ctx, system, 'finance', { court: '青溪县人民法院', phone: '0990-1234567' })
    const [event] = await ctx.db.selectFrom('event').select(['kind', 'detail']).where('seq', '>', before).execute()
    expect(event).toMatchObject({ kind: 'body.changed', detail: { court: { before: '', after: '青溪县人民法院' } } })
  })
})

describe('ending', () => {
  const ending = { on: '2026-01-01', kind: 'merged', successors: ['finance'], basis: '青政发〔2025〕31号' } as const

  test.each([
    ['no successor', { successors: [] }, 'wrong-field'],
    ['two successors of a merger', { successors: ['finance', 'water'] }, 'wrong-field'],
    ['one successor of a split', { kind: 'split' }, 'wrong-field'],
    ['itself as successor', { successors: ['baisha'] }, 'wrong-field'],
    ['no paper', { basis: '' }, 'wrong-field'],
    ['a day to come', { on: '2026-02-01' }, 'wrong-field'],
    ['bodies that still file to it', {}, 'still-filed-to'],
  ] as const)('%s is refused', async (_, wrong, code) => {
    await expect(endBody(ctx, system, 'baisha', { ...ending, ...wrong })).rejects.toMatchObject({ code })
    expect((await bodyAt(ctx, 'baisha')).endedOn).toBeNull()
  })

  test('its successor answers for it: filers, posts, tasks and clocks follow', async () => {
    const clerk = await staff(ctx, '白小沙', 'bai', { body: 'baisha', role: 'drafter', since: '2025-01-01' })
    const { id } = await bodyAt(ctx, 'baisha')
    const task = ctx.newId()
    await ctx.db
      .insertInto('task')
      .values({
        id: task,
        kind: 'to-do',
        noun: 'body',
        noun_id: id,
        title: '补填指南',
        body_id: id,
        person_id: clerk.personId,
        added_at: ctx.now(),
      })
      .execute()
    const ended = await endBody(ctx, system, 'baisha', { ...ending, moveFilersTo: 'finance' })
    expect(ended).toMatchObject({
      endedOn: '2026-01-01',
      name: '白沙镇人民政府',
      successors: [{ slug: 'finance', name: '青溪县财政局', kind: 'merged', on: '2026-01-01', basis: '青政发〔2025〕31号' }],
    })
    expect((await bodyAt(ctx, 'finance')).predecessors).toMatchObject([{ slug: 'baisha', name: '白沙镇人民政府' }])
    expect((await bodyAt(ctx, 'baisha-zone')).filesToBody?.slug).toBe('finance')
    expect((await actorNamed(ctx, 'bai')).posts).toEqual([])
    const moved = await ctx.db.selectFrom('task').select(['body_id', 'person_id', 'role']).where('id', '=', task).executeTakeFirst()
    expect(moved).toEqual({ body_id: (await bodyAt(ctx, 'finance')).id, person_id: null, role: 'disclosure-officer' })
  })

  test('a body where the last administrators sit does not end under them', async () => {
    const last = endBody(ctx, system, 'qingxi-office', { ...ending, successors: ['qingxi'], kind: 'transferred', moveFilersTo: 'qingxi' })
    await expect(last).rejects.toMatchObject({ code: 'last-administrator' })
    expect((await actorNamed(ctx, 'system')).posts).toHaveLength(1)
  })

  test('it is listed for days of its life, and among the ended', async () => {
    const listed = async (filter: Parameters<typeof findBodies>[1]) =>
      slugs((await findBodies(ctx, { q: '白沙镇人民政府', ...filter })).items)
    expect(await listed({})).toEqual([])
    expect(await listed({ on: '2025-12-31' })).toEqual(['baisha'])
    expect(await listed({ ended: 'only' })).toEqual(['baisha'])
    expect(await listed({ ended: 'all' })).toEqual(['baisha'])
  })

  test('what has ended takes no name, no filer and no second end', async () => {
    await expect(endBody(ctx, system, 'baisha', ending)).rejects.toMatchObject({ code: 'ended' })
    await expect(nameBody(ctx, system, 'baisha', { name: '白沙', kind: 'alias' })).rejects.toMatchObject({ code: 'ended' })
    await expect(addBody(ctx, system, { ...department, slug: 'x', name: 'x', filesTo: 'baisha' })).rejects.toMatchObject({ code: 'ended' })
  })
})

test('all of it stands in one unbroken chain', async () => {
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})
