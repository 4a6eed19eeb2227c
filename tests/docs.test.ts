/** The documents are held to the program, to the files they link and to package.json. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleIds } from '#report'
import { pages } from '../docs/pages.ts'

const documents = [
  ...readdirSync('.').filter((file) => file.endsWith('.md')),
  ...(readdirSync('docs', { recursive: true }) as string[]).map((file) => `docs/${file.replaceAll('\\', '/')}`),
  'fixtures/README.md',
].filter((file) => file.endsWith('.md'))

const textOf = (file: string): string => readFileSync(file, 'utf8')

describe('made from the program', () => {
  const made = pages()
  test.each(Object.keys(made))('%s is as `npm run docs` writes it', (path) => {
    expect(textOf(path)).toBe(made[path])
  })
})

/** Targets of the links and pictures of a page, without those that leave the repository. */
function linksOf(file: string): string[] {
  const prose = textOf(file).replaceAll(/^```[\s\S]*?^```$/gm, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!).filter((target) => !/^[a-z]+:/.test(target))
}

/** The names a page's headings can be linked by. */
const anchorsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

test.each(documents)('the links of %s lead somewhere', (file) => {
  const broken = linksOf(file).filter((target) => {
    const [path, anchor] = target.split('#') as [string, string?]
    const reached = path === '' ? file : posix.join(posix.dirname(file), path)
    return !existsSync(reached) || (anchor !== undefined && !anchorsOf(reached).includes(anchor))
  })
  expect(broken).toEqual([])
})

test('every dependency has its sentence in docs/decisions', () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>
  const decisions = readdirSync('docs/decisions')
    .map((file) => textOf(`docs/decisions/${file}`))
    .join('\n')
  const silent = Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(
    ([name, version]) => !decisions.includes(`\`${name}\` ${version}`),
  )
  expect(silent).toEqual([])
})

test('every document can be reached from the README', () => {
  const reached = new Set(['README.md'])
  for (const file of reached)
    for (const target of linksOf(file)) {
      const path = posix.join(posix.dirname(file), target.split('#')[0]!)
      if (path.endsWith('.md') && existsSync(path)) reached.add(path)
      if (existsSync(path) && path.replace(/\/$/, '') === 'docs/decisions')
        for (const one of readdirSync(path)) reached.add(`docs/decisions/${one}`)
    }
  expect(documents.filter((file) => !reached.has(file))).toEqual([])
})

test.each(['README.md', 'README.zh-CN.md'])('the numbers of %s are those of the day', (file) => {
  expect(textOf(file)).toMatch(new RegExp(`${readdirSync('fixtures/reports').length} (made-up reports|份编写的报告)`))
  expect(textOf(file)).toMatch(new RegExp(`${ruleIds.length} (rules|条规则)`))
})

test('more than 20,000 damaged reports are drawn', () => {
  const runs = readdirSync('tests/damage').flatMap((file) =>
    [...textOf(`tests/damage/${file}`).matchAll(/await hold\(.*, (\d+)\)$/gm)].map((match) => Number(match[1])),
  )
  expect(runs.reduce((sum, run) => sum + run, 0)).toBeGreaterThan(20_000)
})

test('every part of src is on the map', () => {
  const map = textOf('ARCHITECTURE.md')
  expect(readdirSync('src').filter((part) => !map.includes(`src/${part}/`))).toEqual([])
})
