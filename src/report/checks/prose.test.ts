import { describe, expect, test } from 'vitest'
import type { Check, Context, Example } from '../check.ts'
import { draw } from '../sketch.ts'
import { type Language, sentence, spoken } from '../wording/index.ts'
import { proseChecks } from './prose.ts'

const contextOf = ({ context }: Example): Context => ({
  ...(context?.level === undefined ? {} : { level: context.level }),
  ...(context?.bothFiled === undefined ? {} : { bothFiled: context.bothFiled }),
  ...(context?.lastYear === undefined ? {} : { lastYear: draw(context.lastYear) }),
  ...(context?.others === undefined ? {} : { others: context.others.map(draw) }),
})
const run = (check: Check, example: Example) => check.find(draw(example.given), contextOf(example))

for (const check of proseChecks)
  describe(check.id, () => {
    test('has examples of both kinds', () => {
      expect(check.examples.pass.length).toBeGreaterThan(0)
      expect(check.examples.fail.length).toBeGreaterThan(0)
    })
    for (const example of check.examples.pass) test(`lets pass: ${example.shows}`, () => expect(run(check, example)).toEqual([]))
    for (const example of check.examples.fail)
      test(`finds: ${example.shows}`, () => {
        const found = run(check, example)
        expect(found).not.toEqual([])
        expect(found[0]).toMatchObject({ rule: check.id, ...example.finds })
        const report = draw(example.given)
        const lines = report.chapters.flatMap((chapter) => chapter.lines)
        for (const finding of found) {
          expect(spoken).toContain(finding.say)
          for (const language of ['zh-CN', 'en'] as Language[]) {
            const words = sentence(finding, language)
            expect(words).not.toMatch(/undefined|null|NaN|\[object/)
            expect(words.length).toBeGreaterThan(8)
          }
          if (finding.quote === undefined) continue
          const line = lines.find((other) => other.at.line === finding.at?.line)!
          expect(line.text.slice(finding.at!.column! - 1).startsWith(finding.quote)).toBe(true)
        }
      })
  })

test('a report without prose has no findings and throws nothing', () => {
  const bare = draw({
    chapters: { 0: null, 1: null, 2: null, 3: null, 4: null, 5: null, 6: null },
    body: null,
    year: null,
    edition: null,
    title: null,
  })
  for (const check of proseChecks) expect(check.find(bare, {})).toEqual([])
})

test('a sound report has no findings', () => {
  for (const check of proseChecks) expect([check.id, check.find(draw(), {})]).toEqual([check.id, []])
})
