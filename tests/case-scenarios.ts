/** Whole cases as plain text: fixtures/cases/README.md says how they are written. Here they are read; tests/cases.test.ts runs them. */
import { readdirSync, readFileSync } from 'node:fs'
import { type CaseType, firstQuestion, type OutcomeRow, outcomes, questions, type VerbName, walk } from '#casework'
import { rowOf } from '../src/casework/outcomes.ts'

export interface Scenario {
  /** File and title. */
  readonly name: string
  /** Settings of the body, and `holidays`: the last year whose notice is loaded. */
  readonly given: Readonly<Record<string, string>>
  readonly happenings: readonly Happening[]
}

export interface Happening {
  readonly line: number
  readonly on: string
  /** Which case of the form, from 1. */
  readonly part: number
  /** A verb of the machine, or what begins a case or changes the calendar. */
  readonly verb: VerbName | 'receive' | 'submit' | 'notice'
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string>>
  /** The code with which it must be refused; null where it happens. */
  readonly refusal: string | null
  readonly expected: readonly Expectation[]
}

export interface Expectation {
  readonly line: number
  readonly key: string
  readonly value: string
}

export const folder = 'fixtures/cases'

/** Every scenario of the folder, in the order of files and lines. */
export const scenarios = (): Scenario[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => read(file.replace('.txt', ''), readFileSync(`${folder}/${file}`, 'utf8')))

function read(file: string, text: string): Scenario[] {
  const found: { name: string; given: Record<string, string>; happenings: (Happening & { expected: Expectation[] })[] }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const at = { line: index + 1 }
    const wrong = (): never => {
      throw new Error(`${file}.txt, line ${at.line}: “${line}” is no line of a scenario`)
    }
    if (line === '' || line.startsWith('#')) continue
    const scenario = found.at(-1)
    if (line.startsWith('= ')) found.push({ name: `${file}: ${line.slice(2)}`, given: {}, happenings: [] })
    else if (scenario === undefined) wrong()
    else if (line.startsWith('given ')) Object.assign(scenario.given, optionsIn(line.split(' ').slice(1)))
    else if (line.startsWith('  ')) {
      const [, key, value] = /^ {2}(\S+) (.+)$/.exec(line) ?? wrong()
      ;(scenario.happenings.at(-1) ?? wrong()).expected.push({ ...at, key: key!, value: value! })
    } else {
      const [, on, part = '1', refused, verb, rest] = /^(\d{4}-\d{2}-\d{2})(?: #(\d))?(?: refuse (\S+))? (\S+)(.*)$/.exec(line) ?? wrong()
      const words = rest!.split(' ').filter((word) => word !== '')
      scenario.happenings.push({
        ...at,
        on: on!,
        part: Number(part),
        verb: verb as Happening['verb'],
        words: words.filter((word) => !word.includes('=')),
        options: optionsIn(words),
        refusal: refused ?? null,
        expected: [],
      })
    }
  }
  return found
}

const optionsIn = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    words.flatMap((word) => (word.includes('=') ? [[word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]] : [])),
  )

/** The answers to the questions of the decision tree that lead to the outcome with this row and letter, by the shortest way. */
export function decisionOf(
  { given }: Scenario,
  { row, letter, type }: { readonly row: string; readonly letter: string; readonly type: CaseType },
): { path: { question: string; answer: string; note: string }[]; outcome: string; row: OutcomeRow | null } {
  const withoutRow = (given.outcomeWithoutRow ?? 'otherOther') as Parameters<typeof rowOf>[1]
  const rowIn = (outcome: string) => (type === 'request' ? rowOf(outcomes[outcome]!, withoutRow) : null)
  const queue: { question: string; path: { question: string; answer: string; note: string }[] }[] = [
    { question: firstQuestion[type], path: [] },
  ]
  for (const { question, path } of queue) {
    for (const { id, next } of questions.find((one) => one.id === question)!.answers) {
      const further = [...path, { question, answer: id, note: '' }]
      if ('question' in next) queue.push({ question: next.question, path: further })
      else if (outcomes[next.outcome]!.letter === letter && (rowIn(next.outcome) ?? '-') === row)
        return { path: further, outcome: walk(type, further).id, row: rowIn(next.outcome) }
    }
  }
  throw new Error(`no answers lead to ${row} by ${letter}`)
}
