import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Failure, identityWords } from '#words'
import { permissionsPage } from '../../../docs/pages/permissions.ts'
import { type Actor, type Machine, type Post, type Role, roles } from '../model.ts'
import { type Scope, scopes } from './grants.ts'
import { allow, may, type Noun, policies, type Target, whatMay } from './index.ts'

const here = '00000000-0000-7000-8000-000000000001'
const below = '00000000-0000-7000-8000-000000000002'
const elsewhere = '00000000-0000-7000-8000-000000000003'
const me = '00000000-0000-7000-8000-00000000000a'
const another = '00000000-0000-7000-8000-00000000000b'

const post = (role: Role, onBehalfOf: string | null = null): Post => ({
  id: `post of ${role}`,
  bodyId: here,
  bodySlug: 'here',
  role,
  step: role === 'reviewer' ? 1 : null,
  sectionId: null,
  onBehalfOf,
})
const holding = (...posts: Post[]): Actor => ({ personId: me, name: '我', language: 'zh-CN', posts, sessionId: null, origin: 'cli' })
const machine: Machine = { personId: null, origin: 'job tidy' }

/** One target that only this scope and the wider ones reach. */
const targets: Readonly<Record<Scope, Target>> = {
  self: { bodyId: elsewhere, filingLine: [elsewhere], personId: me },
  'own-body': { bodyId: here, filingLine: [here], personId: another },
  'filing-line': { bodyId: below, filingLine: [below, here], personId: another },
  region: { bodyId: elsewhere, filingLine: [elsewhere], personId: another },
}

/** Which targets a printed scope reaches. */
const reached: Readonly<Record<Scope, readonly Scope[]>> = {
  self: ['self'],
  'own-body': ['own-body'],
  'filing-line': ['own-body', 'filing-line'],
  region: ['self', 'own-body', 'filing-line', 'region'],
}

/** docs/permissions.md as it stands on disk: noun.verb → key of the table → scope printed. */
function printed(): Map<string, Map<string, Scope>> {
  const words = identityWords.en
  const scopeOf = new Map(scopes.map((scope) => [words.scopes[scope]!, scope]))
  const keys = new Map([...roles.map((role) => [words.roles[role]!, role as string] as const), [words.everyone, 'everyone'] as const])
  const table = new Map<string, Map<string, Scope>>()
  for (const line of readFileSync('docs/permissions.md', 'utf8').split('\n')) {
    const row = /^\| `([a-z-]+\.[a-z-]+)` \| [^|]+ \| (.*) \| [^|]+ \|$/.exec(line)
    if (!row) continue
    const cells = row[2]!.split('; ').map((cell) => /^(.+): (.+)$/.exec(cell)!)
    table.set(row[1]!, new Map(cells.map((cell) => [keys.get(cell[1]!)!, scopeOf.get(cell[2]!)!])))
  }
  return table
}

describe('the permissions', () => {
  const table = printed()
  const pairs = (Object.keys(policies) as Noun[]).flatMap((noun) => Object.keys(policies[noun]).map((verb) => [noun, verb] as const))

  test('docs/permissions.md and its Chinese twin are as they are made', () => {
    expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage('en'))
    expect(readFileSync('docs/permissions.zh-CN.md', 'utf8')).toBe(permissionsPage('zh-CN'))
  })

  test('the table has every verb of every noun, and no other', () => {
    expect([...table.keys()]).toEqual(pairs.map(([noun, verb]) => `${noun}.${verb}`))
  })

  test('every role × verb × noun × scope is as the table prints it', () => {
    let walked = 0
    for (const [noun, verb] of pairs) {
      const row = table.get(`${noun}.${verb}`)!
      for (const role of [null, ...roles]) {
        const actor = holding(...(role === null ? [] : [post(role)]))
        const granted = [row.get('everyone'), role === null ? undefined : row.get(role)].filter((scope) => scope !== undefined)
        for (const scope of scopes) {
          const expected = granted.some((one) => reached[one].includes(scope))
          expect(may(actor, verb as never, noun, targets[scope]), `${role} ${verb} ${noun} ${scope}`).toBe(expected)
          walked++
        }
        expect(whatMay(actor).includes(`${noun}.${verb}`), `${role} ${verb} ${noun} at all`).toBe(granted.length > 0)
      }
    }
    expect(walked).toBe(pairs.length * (roles.length + 1) * scopes.length)
  })

  test('the three administrations share no power over the system', () => {
    const powers = (role: Role) =>
      new Set(
        pairs.filter(([noun, verb]) => !verb.startsWith('see') && table.get(`${noun}.${verb}`)!.has(role)).map((pair) => pair.join('.')),
      )
    const [system, security, audit] = [powers('system-admin'), powers('security-admin'), powers('audit-admin')]
    expect([...system].filter((power) => security.has(power) || audit.has(power))).toEqual([])
    expect([...security].filter((power) => audit.has(power))).toEqual([])
    expect([...audit]).toEqual(['event.export', 'event.verify'])
  })

  test('a machine may, except where a person has to answer for it', () => {
    const never = pairs.filter(([noun, verb]) => !may(machine, verb as never, noun)).map((pair) => pair.join('.'))
    expect(never).toEqual([
      'delegation.add',
      'handover.make',
      'task.do',
      'local-day.propose',
      'local-day.approve',
      'sign-off.decide',
      'sign-off.record-paper',
      'request.unmask',
      'request.export',
      'letter.send',
      'withheld.review',
      'annual-report.clear',
    ])
  })

  test('a target that does not say its body is in nobody’s scope', () => {
    expect(may(holding(post('disclosure-officer')), 'add', 'person', {})).toBe(false)
    expect(may(holding(post('system-admin')), 'add', 'body', { filingLine: [here] })).toBe(true)
    expect(may(holding(), 'read', 'notification', {})).toBe(false)
  })

  test('what one holds oneself is named before what one holds for another', () => {
    const both = holding(post('disclosure-officer', another), post('disclosure-officer'))
    expect(allow(both, 'add', 'section', { bodyId: here })?.onBehalfOf).toBeNull()
    expect(allow(holding(post('disclosure-officer', another)), 'add', 'section', { bodyId: here })?.onBehalfOf).toBe(another)
    expect(allow(both, 'see', 'body')).toBeNull()
  })

  test('a refusal names who may, in both languages', () => {
    const refused = () => allow(holding(post('drafter')), 'add', 'section', { bodyId: here })
    expect(refused).toThrow(Failure)
    expect(refused).toThrow('system administrator, disclosure officer')
  })

  test('every role, noun, verb and scope has its name in both languages', () => {
    for (const words of Object.values(identityWords)) {
      expect(roles.filter((role) => !words.roles[role] || !words.roleDuties[role])).toEqual([])
      expect(pairs.filter(([noun, verb]) => !words.nouns[noun] || !words.verbs[verb])).toEqual([])
      expect(scopes.filter((scope) => !words.scopes[scope])).toEqual([])
    }
  })
})
