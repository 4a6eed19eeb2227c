/**
 * The pages of docs/ that are made from the program itself: the rules, the cells of the form, and the blocks of other pages
 * that show what a command prints. `npm run docs` writes them; tests/docs.test.ts holds them to the program.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { caseworkPage } from './pages/casework.ts'
import { cellsPage } from './pages/cells.ts'
import { challengesPage } from './pages/challenges.ts'
import { withCodes } from './pages/codes.ts'
import { contractExample } from './pages/contract.ts'
import { deadlinesPage } from './pages/deadlines.ts'
import { lettersPage } from './pages/letters.ts'
import { withOperations } from './pages/operations.ts'
import { outcomesPage } from './pages/outcomes.ts'
import { permissionsPage } from './pages/permissions.ts'
import { registersPage } from './pages/registers.ts'
import { rulesPage } from './pages/rules.ts'
import { settingsPage } from './pages/settings.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Pages in which a marked block shows what the program prints. The rest of them is written by hand. */
const shown = ['README.md', 'README.zh-CN.md', 'docs/contract.md']

/** Every page made by the program, as it should be, by its path in the repository. */
export function pages(): Record<string, string> {
  return {
    'docs/rules.md': rulesPage('en'),
    'docs/rules.zh-CN.md': rulesPage('zh-CN'),
    'docs/cells.md': cellsPage(),
    'docs/challenges.md': challengesPage('en'),
    'docs/challenges.zh-CN.md': challengesPage('zh-CN'),
    'docs/deadlines.md': deadlinesPage('en'),
    'docs/deadlines.zh-CN.md': deadlinesPage('zh-CN'),
    'docs/casework.md': caseworkPage('en'),
    'docs/casework.zh-CN.md': caseworkPage('zh-CN'),
    'docs/letters.md': lettersPage('en'),
    'docs/letters.zh-CN.md': lettersPage('zh-CN'),
    'docs/outcomes.md': outcomesPage('en'),
    'docs/outcomes.zh-CN.md': outcomesPage('zh-CN'),
    'docs/permissions.md': permissionsPage('en'),
    'docs/permissions.zh-CN.md': permissionsPage('zh-CN'),
    'docs/registers.md': registersPage('en'),
    'docs/registers.zh-CN.md': registersPage('zh-CN'),
    'docs/settings.md': settingsPage('en'),
    'docs/settings.zh-CN.md': settingsPage('zh-CN'),
    'docs/errors.md': withCodes(readFileSync(`${root}docs/errors.md`, 'utf8')),
    'docs/api.md': withOperations(
      readFileSync(`${root}docs/api.md`, 'utf8'),
      JSON.parse(readFileSync(`${root}src/api/openapi.json`, 'utf8')),
    ),
    ...Object.fromEntries(shown.map((path) => [path, withOutputs(readFileSync(root + path, 'utf8'))])),
  }
}

const marked = /(<!-- output of: (.+?) -->\n```\w*\n)[\s\S]*?(^```$)/gm

/** Fills each block that stands under `<!-- output of: gongkai … -->` with what the command prints, both streams, as a terminal shows it. */
function withOutputs(page: string): string {
  return page.replaceAll(marked, (_, opening: string, command: string, fence: string) => opening + outputOf(command) + fence)
}

/** What a command of a marked block prints. `contract FILE` is `gongkai read --json` of it, laid out to be read by people. */
function outputOf(command: string): string {
  const [program, ...args] = command.split(' ')
  return program === 'contract' ? contractExample(gongkai(['read', '--json', '--lang', 'en', ...args])) : gongkai(args)
}

function gongkai(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}bin/gongkai.js`, ...args], { cwd: root, encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(`gongkai ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout + stderr
}
