/** The command line: translates words and files to reading, checking, writing, and back. */
import { CommanderError } from 'commander'
import type { Language } from '#report'
import { cliWords, Failure, failures } from '#words'
import { WrongCall } from './call.ts'
import { program, wrongCallOf } from './program.ts'
import { openTerminal, type Process } from './terminal.ts'

/**
 * Runs one command. Gives the exit status: 0; 1 where `check` found an error; 2 where a file failed or the call was wrong.
 * Prints nothing but what it is asked for on standard output; never rejects.
 */
export async function main(args: readonly string[], process: Process): Promise<number> {
  const terminal = openTerminal(process)
  process.once('SIGINT', () => {
    // Gives the terminal its cursor back.
    terminal.foot?.end()
    process.exit(130)
  })
  const language = languageOf(args)
  let status = 0
  try {
    await program({ terminal, process, language }, (code) => {
      status = code
    }).parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    return explain(error, args, language, terminal.err)
  }
}

/** The language is needed before the words are parsed: their errors are said in it. The environment has no say. */
function languageOf(args: readonly string[]): Language {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined)
  const at = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const value = at === -1 ? undefined : options[at] === '--lang' ? options[at + 1] : options[at]!.slice('--lang='.length)
  return value === 'en' ? 'en' : 'zh-CN'
}

async function explain(error: unknown, args: readonly string[], language: Language, err: (text: string) => void): Promise<number> {
  const words = cliWords[language]
  // Help and version are printed and end well.
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  const call = error instanceof CommanderError ? wrongCallOf(error) : error
  if (call instanceof WrongCall) {
    const verb = args[0] !== undefined && args[0] in words.verbs ? args[0] : ''
    err(`${words.wrong(call.sentence(language))}\n${words.seeHelp(verb)}\n`)
    return 2
  }
  const { NotRead } = await import('./one.ts')
  if (error instanceof NotRead) {
    const { faultLine } = await import('./print.ts')
    err(`${faultLine(error.file, error.fault, { language, colours: false })}\n`)
    return 2
  }
  if (error instanceof Failure) {
    const say = failures[error.code][language] as (values: Failure['values']) => string
    err(`${words.wrong(say(error.values))}\n`)
    return 2
  }
  err(`${words.fault(error instanceof Error ? `${error.name}: ${error.message}` : String(error))}\n`)
  return 2
}
