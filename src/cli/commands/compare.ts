/** `gongkai compare`: what differs between two years of a body, or two versions of a report. */
import picocolors from 'picocolors'
import { type Comparison, cellName, compare as difference, type Finding, type Report, sentence, verify } from '#report'
import { cliWords } from '#words'
import { type Call, WrongCall } from '../call.ts'
import { theReports } from '../one.ts'
import { plain } from '../width.ts'

/** Exit status: 0, whether they differ or not; a file that fails ends the call with 2. */
export async function compare(call: Call, style: 'text' | 'json'): Promise<number> {
  const { terminal, language } = call
  const [first, second] = call.files as [string, string]
  if (first === '-' && second === '-') throw new WrongCall((words) => words.stdinTwice)
  const before = await theReport(call, first)
  const after = await theReport(call, second)
  const found = difference(before, after)
  const between = betweenYears(before, after)
  if (style === 'json') await terminal.out(`${JSON.stringify(objectOf(first, before, second, after, found, between, language))}\n`)
  else await terminal.out(text(first, second, found, between, call))
  return 0
}

async function theReport(call: Call, file: string): Promise<Report> {
  const reports = await theReports(call, file)
  if (reports.length > 1) throw new WrongCall((words) => words.oneReport(plain(file), reports.length))
  return reports[0]!
}

/** What the rules between years find, where the second report follows on the first. */
const betweenYears = (before: Report, after: Report): Finding[] =>
  before.year !== null && after.year === before.year + 1
    ? verify(after, { lastYear: before }).filter(({ rule }) => rule.startsWith('years.'))
    : []

function objectOf(
  first: string,
  before: Report,
  second: string,
  after: Report,
  { figures, states, chapters, incomparable }: Comparison,
  findings: readonly Finding[],
  language: Call['language'],
): object {
  const head = (file: string, { title, body, year, edition }: Report) => ({ file, title, body, year, edition })
  return {
    before: head(first, before),
    after: head(second, after),
    figures,
    states,
    chapters,
    incomparable,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      cells: finding.cells,
      found: finding.found,
      expected: finding.expected,
      message: sentence(finding, language),
    })),
  }
}

function text(first: string, second: string, found: Comparison, between: readonly Finding[], { language, terminal }: Call): string {
  const words = cliWords[language].compare
  const colour = picocolors.createColors(terminal.colours)
  const show = (value: string | number | null) => (value === null ? words.none : plain(String(value)))
  const name = (key: string) => (language === 'zh-CN' ? cellName(key) : key)
  const changed = found.chapters.filter((chapter) => chapter.changed)
  const lines = [colour.bold(words.head(plain(first), plain(second)))]
  for (const { name: what, before, after } of found.head) lines.push(`${words.heads[what]} ${show(before)} → ${show(after)}`)
  if (found.figures.length + found.states.length + changed.length === 0) lines.push(words.same)
  if (found.figures.length > 0) lines.push('', colour.bold(words.figures(found.figures.length)))
  for (const { key, before, after, difference: by } of found.figures) {
    const signed = by === null ? '' : colour.dim(`  ${by > 0 ? '+' : ''}${by}`)
    lines.push(`  ${name(key)}  ${show(before)} → ${show(after)}${signed}`)
  }
  if (found.states.length > 0) lines.push('', colour.bold(words.states(found.states.length)))
  for (const { key, before, after } of found.states)
    lines.push(`  ${name(key)}  ${stateName(before, language)} → ${stateName(after, language)}`)
  if (found.incomparable.length > 0) lines.push('', words.incomparable(found.incomparable.length))
  if (changed.length > 0) lines.push('', colour.bold(words.chapters(changed.length)))
  for (const { number, before, after, same, gone, added } of changed) {
    const share = same === null ? '' : `  ${words.share(Math.floor(same * 100))}`
    lines.push(`  ${number === 0 ? words.preface : `${number} ${plain(after ?? before ?? '')}`}${share}`)
    for (const line of gone) lines.push(colour.red(`    - ${plain(line)}`))
    for (const line of added) lines.push(colour.green(`    + ${plain(line)}`))
  }
  if (between.length > 0) lines.push('', colour.bold(words.findings(between.length)))
  for (const finding of between) lines.push(`  ${finding.severity} ${colour.dim(finding.rule)} ${plain(sentence(finding, language))}`)
  return `${lines.join('\n')}\n`
}

const stateName = (state: Comparison['states'][number]['before'], language: Call['language']): string =>
  state === null ? cliWords[language].compare.asGiven : cliWords[language].read.states[state]
