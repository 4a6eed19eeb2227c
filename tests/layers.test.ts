import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/** What each part of src/ may import. Read it from the bottom: that is the architecture. */
const mayImport: Record<string, readonly string[]> = {
  runtime: [
    'api',
    'portal',
    'jobs',
    'simulation',
    'filing',
    'casework',
    'registers',
    'identity',
    'render',
    'ingest',
    'db',
    'calendar',
    'report',
    'words',
    'look',
    'kit',
  ],
  api: ['filing', 'casework', 'registers', 'identity', 'redact', 'render', 'ingest', 'db', 'calendar', 'report', 'words', 'look', 'kit'],
  portal: ['filing', 'casework', 'registers', 'identity', 'render', 'ingest', 'db', 'calendar', 'report', 'words', 'look', 'kit'],
  cli: ['simulation', 'filing', 'casework', 'registers', 'identity', 'render', 'ingest', 'db', 'calendar', 'report', 'words', 'kit'],
  jobs: ['filing', 'casework', 'registers', 'identity', 'render', 'ingest', 'db', 'calendar', 'report', 'words', 'kit'],
  // The desk reaches everything else over HTTP.
  desk: ['calendar', 'report', 'words', 'look', 'kit'],
  simulation: ['filing', 'casework', 'registers', 'identity', 'db', 'report', 'words', 'kit'],
  filing: ['casework', 'registers', 'identity', 'render', 'ingest', 'db', 'calendar', 'report', 'words', 'kit'],
  casework: ['identity', 'redact', 'render', 'db', 'calendar', 'report', 'words', 'kit'],
  registers: ['identity', 'db', 'calendar', 'report', 'words', 'kit'],
  identity: ['db', 'calendar', 'report', 'words', 'look', 'kit'],
  redact: ['kit'],
  render: ['report', 'look', 'kit'],
  ingest: ['report', 'kit'],
  db: ['words', 'kit'],
  calendar: ['kit'],
  report: ['kit'],
  words: ['kit'],
  look: ['kit'],
  kit: [],
}

/** The parts that know neither files nor screens: no package, no node: module. */
const pure = ['calendar', 'report', 'words', 'look', 'kit']

const specifiers =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'"\n;]*?)*?from\s*'([^']+)'|import\s*\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g

const partOf = (path: string) => path.split('/')[1]!

/** Every name a file imports, by static or dynamic import or re-export. */
function importsOf(source: string): string[] {
  return [...source.matchAll(specifiers)].map((match) => match[1] ?? match[2] ?? match[3]!)
}

const files = (readdirSync('src', { recursive: true }) as string[])
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

/** Why a file may not import a name; null when it may. */
function objection(file: string, target: string): string | null {
  const part = partOf(file)
  if (target.startsWith('#')) {
    const name = target.slice(1)
    // Names within a part (`#typst`) choose between a Node and a browser file.
    if (!(name in mayImport)) return conditional[target] === part ? null : `${target} belongs to ${conditional[target] ?? 'no part'}`
    return mayImport[part]?.includes(name) ? null : `${part} may not import ${target}`
  }
  if (target.startsWith('.')) {
    const reached = partOf(posix.join(posix.dirname(file), target))
    return reached === part ? null : `reach ${reached} as #${reached}, not by path`
  }
  return pure.includes(part) ? `${part} is pure and may not import ${target}` : null
}

/** Names in package.json `imports` that are not parts, with the part whose folder they point into. */
const conditional: Record<string, string> = {}
for (const [name, target] of Object.entries(
  JSON.parse(readFileSync('package.json', 'utf8')).imports as Record<string, string | Record<string, string>>,
)) {
  if (name.slice(1) in mayImport) continue
  conditional[name] = partOf((typeof target === 'string' ? target : target.default!).replace('./', ''))
}

test('every part has a line in the table and a face', () => {
  const parts = readdirSync('src')
  expect(parts.filter((part) => !(part in mayImport))).toEqual([])
  expect(parts.filter((part) => !existsSync(`src/${part}/index.ts`))).toEqual([])
})

test('parts import only the parts below them, by name', () => {
  const objections = files.flatMap((file) =>
    importsOf(readFileSync(file, 'utf8')).flatMap((target) => {
      const why = objection(file, target)
      return why === null ? [] : [`${file}: ${why}`]
    }),
  )
  expect(objections).toEqual([])
})

test('the rule catches what it is for', () => {
  expect(objection('src/report/verify.ts', '#ingest')).toBe('report may not import #ingest')
  expect(objection('src/report/verify.ts', '../ingest/index.ts')).toBe('reach ingest as #ingest, not by path')
  expect(objection('src/report/verify.ts', 'node:fs')).toBe('report is pure and may not import node:fs')
  expect(objection('src/cli/index.ts', '#report')).toBeNull()
  expect(importsOf("import { a } from '#x'\nimport {\n  b,\n} from '#y'\nexport * from './z.ts'\nawait import('./w.ts')")).toEqual([
    '#x',
    '#y',
    './z.ts',
    './w.ts',
  ])
})

/** Where SQL may stand: `db`, and files of these names anywhere else. */
const mayHoldSql = (file: string) => partOf(file) === 'db' || /(?:^|[/-])(?:store|queries)\.ts$/.test(file)

test('SQL stands in stores and queries, and nowhere else', () => {
  const sql = /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(?:<[^>]*>)?`|\.query\(/
  expect(files.filter((file) => sql.test(readFileSync(file, 'utf8')) && !mayHoldSql(file))).toEqual([])
  expect(sql.test("reader.selectFrom('body')")).toBe(true)
  expect(mayHoldSql('src/portal/plugin.ts')).toBe(false)
  expect(mayHoldSql('src/identity/access/session-store.ts')).toBe(true)
})
