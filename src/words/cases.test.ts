import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { caseFields } from './cases.ts'
import { identityWords } from './identity.ts'

const source = ['src/casework', 'src/registers', 'src/filing']
  .flatMap((folder) => (readdirSync(folder, { recursive: true }) as string[]).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

test('both languages name the same fields and rules', () => {
  expect(Object.keys(caseFields.en.fields).sort()).toEqual(Object.keys(caseFields['zh-CN'].fields).sort())
  expect(Object.keys(caseFields.en.rules).sort()).toEqual(Object.keys(caseFields['zh-CN'].rules).sort())
})

test('every field and rule that casework, registers and filing refuse have their words', () => {
  const { fields, rules } = identityWords['zh-CN']
  const named = [...source.matchAll(/\bwrong\('(\w+)', '([\w-]+)'/g)].map(([, field, rule]) => [field!, rule!] as const)
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(([field, rule]) => !(field in fields) || !(rule in rules))).toEqual([])
  const rulesOfAny = [...source.matchAll(/\bwrong\(\w+, '([\w-]+)'/g)].map((match) => match[1]!)
  expect(rulesOfAny.filter((rule) => !(rule in rules))).toEqual([])
  const checked = [...source.matchAll(/\b(?:required|text|day|whole|oneOf)\(\s*'(\w+)'/g)].map((match) => match[1]!)
  expect(checked.length).toBeGreaterThan(40)
  expect([...new Set(checked.filter((field) => !(field in fields)))]).toEqual([])
})
