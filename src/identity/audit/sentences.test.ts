import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eventSentences, eventText } from '#words'

/** Kinds of events as the program writes them, whatever part does. */
function kindsInSource(): string[] {
  const files = (readdirSync('src', { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  const kinds = files.flatMap((file) => {
    const source = readFileSync(`src/${file}`, 'utf8')
    if (!/\brecord\(|\bEventKind\b|\btell\(|kind: 'session\./.test(source)) return []
    const plain = [...source.matchAll(/kind: (?:[^,\n]*\? )?'([a-z][a-z-]*\.[a-z][a-z-]*)'/g)].map((match) => match[1]!)
    const chosen = [...source.matchAll(/(?:(?<!needs)[?:] |tx, ctx, actor, )'([a-z][a-z-]*\.[a-z][a-z-]*)'/g)].map((match) => match[1]!)
    return [...plain, ...chosen]
  })
  // Of posts and administrators' posts the noun is put in front.
  return [...new Set([...kinds, ...['post', 'administration-post'].flatMap((noun) => [`${noun}.added`, `${noun}.ended`])])]
}

/** Names of notifications and of permissions look alike, but are no events. */
const others = ['sign-off.waiting', 'sign-off.signed-on-paper', 'handover.received', 'delegation.received']

test('every kind of event has its sentence in both languages', () => {
  const kinds = kindsInSource().filter((kind) => !others.includes(kind))
  expect(kinds).toContain('session.refused')
  expect(kinds).toContain('local-day.put-in-force')
  expect(kinds.length).toBeGreaterThan(40)
  for (const language of ['zh-CN', 'en'] as const) expect(kinds.filter((kind) => !(kind in eventSentences[language]))).toEqual([])
  expect(Object.keys(eventSentences.en)).toEqual(Object.keys(eventSentences['zh-CN']))
})

test('an event as a sentence', () => {
  const event = { kind: 'sign-off.sent', actorName: '沈知遥', onBehalfOfName: '罗望舒', origin: '192.0.2.7', detail: { title: '年报' } }
  expect(eventText('zh-CN', event)).toBe('沈知遥（代罗望舒）：把“年报”送审（来自 192.0.2.7）')
  expect(eventText('en', { ...event, actorName: null, onBehalfOfName: null, origin: 'job x', detail: null })).toBe(
    'Nobody signed in: sent “…” for approval (background job x)',
  )
})
