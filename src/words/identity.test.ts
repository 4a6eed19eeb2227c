import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { identityWords } from './identity.ts'

const { 'zh-CN': chinese, en: english } = identityWords

/** Keys at every depth; what the columns are also called is said once for both languages. */
const keysOf = (words: object, path = ''): string[] =>
  Object.entries(words)
    .filter(([key]) => key !== 'columnAliases')
    .flatMap(([key, value]) => (typeof value === 'object' ? keysOf(value as object, `${path}${key}.`) : [`${path}${key}`]))

test('both languages say the same things', () => {
  expect(keysOf(english).sort()).toEqual(keysOf(chinese).sort())
})

test('every field and rule a refusal names has its words', () => {
  const source = (readdirSync('src/identity', { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`src/identity/${file}`, 'utf8'))
    .join('\n')
  const named = [...source.matchAll(/\bwrong\('(\w+)', '([\w-]+)'/g)].map(([, field, rule]) => [field!, rule!] as const)
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(([field, rule]) => !(field in chinese.fields) || !(rule in chinese.rules))).toEqual([])
  const fields = [...source.matchAll(/\b(?:required|text|day|choice|phone|digits)\('(\w+)'/g)].map((match) => match[1]!)
  expect(fields.filter((field) => !(field in chinese.fields))).toEqual([])
})

test('the figure of a rule stands in its sentence, and nothing is left unsaid', () => {
  for (const words of [chinese, english]) {
    for (const [rule, sentence] of Object.entries(words.rules)) expect(sentence('7'), rule).not.toMatch(/undefined|\[object/)
    expect(Object.values(words.rules).filter((sentence) => sentence.length > 0 && !sentence('甲7乙').includes('甲7乙'))).toEqual([])
  }
})
