import { describe, expect, test } from 'vitest'
import type { Check, Context, Example } from './check.ts'
import { formChecks } from './checks/form.ts'
import { checks } from './checks/index.ts'
import { ruleIds } from './findings.ts'
import { draw } from './sketch.ts'
import { verify } from './verify.ts'
import { sentence, spoken } from './wording/index.ts'

const contextOf = ({ context = {} }: Example): Context => ({
  ...(context.level ? { level: context.level } : {}),
  ...(context.bothFiled === undefined ? {} : { bothFiled: context.bothFiled }),
  ...(context.lastYear ? { lastYear: draw(context.lastYear) } : {}),
  ...(context.others ? { others: context.others.map(draw) } : {}),
})

const findingsOf = (check: Check, example: Example) => check.find(draw(example.given), contextOf(example))

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  test('shows what passes and what fails', () => {
    expect(check.examples.pass.length).toBeGreaterThan(0)
    expect(check.examples.fail.length).toBeGreaterThan(0)
    expect(check.source).not.toBe('')
    expect(check.rule['zh-CN']).not.toBe('')
    expect(check.rule.en).not.toBe('')
  })

  test.each(check.examples.pass.map((example) => [example.shows, example] as const))('passes: %s', (_, example) => {
    expect(findingsOf(check, example)).toEqual([])
  })

  test.each(check.examples.fail.map((example) => [example.shows, example] as const))('finds: %s', (_, example) => {
    const findings = findingsOf(check, example)
    expect(findings.length).toBeGreaterThan(0)
    expect(findings[0]).toMatchObject(example.finds ?? {})
    for (const finding of findings) {
      expect(finding.rule).toBe(id)
      expect(rank[finding.severity]).toBeGreaterThanOrEqual(rank[check.severity])
      expect(spoken).toContain(finding.say)
      for (const language of ['zh-CN', 'en'] as const) {
        const words = sentence(finding, language)
        expect(words).not.toMatch(/undefined|null|NaN|\[object|[!！]|“”/)
      }
    }
  })
})

const rank = { error: 0, warning: 1, info: 2 }

test('every rule id has exactly one check', () => {
  expect(checks.map((check) => check.id).sort()).toEqual([...ruleIds].sort())
})

test('nothing on tables and form is found in a sound report', () => {
  expect(verify(draw(), {}, formChecks)).toEqual([])
})

test('the severest findings stand first', () => {
  const report = draw({ title: '柳溪镇2025年政府信息公开年报', figures: { 'requests.received.total': 2, 'proactive.rules.inForce': 1 } })
  const severities = verify(report, {}, formChecks).map((finding) => finding.severity)
  expect(severities).toEqual([...severities].sort((a, b) => rank[a] - rank[b]))
  expect(severities).toContain('error')
  expect(severities).toContain('warning')
})

test('every sentence of a finding is reached by an example', () => {
  const shown = new Set(
    checks.flatMap((check) => check.examples.fail.flatMap((example) => findingsOf(check, example).map((finding) => finding.say))),
  )
  const mine = [...spoken].filter((say) => formChecks.some((check) => say === check.id || say.startsWith(`${check.id}.`)))
  expect(mine.filter((say) => !shown.has(say))).toEqual([])
})
