/** The words of the command line: verbs, options, and what each may be. Every command is loaded when it is called. */
import { Command, type CommanderError, Option } from 'commander'
import type { Format } from '#render'
import type { BodyLevel, Language } from '#report'
import { cliWords, databaseWords, deadlineWords } from '#words'
import { type Call, WrongCall } from './call.ts'
import { version } from './version.ts'

type Context = Pick<Call, 'terminal' | 'process' | 'language'>

const levels: readonly BodyLevel[] = ['state', 'province', 'city', 'county', 'town', 'department', 'zone']
const formats: readonly Format[] = ['docx', 'pdf', 'xlsx', 'html', 'fragment', 'json', 'md']
const languages: readonly Language[] = ['zh-CN', 'en']

interface Given {
  readonly json?: true
  readonly timeLimit?: number
}

/** The whole command line, ready to parse. `end` is told the exit status. */
export function program(context: Context, end: (status: number) => void): Command {
  const { terminal, language } = context
  const words = cliWords[language]
  const { options } = words
  const dress = (command: Command) =>
    command
      .configureHelp({
        styleTitle: (title) => words.headings[title] ?? title,
        subcommandTerm: (verb) => verb.name(),
        optionDescription: (option) => option.description,
      })
      // Errors are said by `main`, in the language asked for.
      .configureOutput({ writeOut: (text) => void terminal.out(text), writeErr: terminal.err, outputError() {} })
      .exitOverride()
      .helpOption('-h, --help', options.help)
      .addOption(oneOf('--lang <lang>', options.lang, languages))
  const verb = (name: keyof typeof words.verbs, files: readonly string[] = ['files...']) =>
    files
      .reduce((command, file) => command.argument(`<${file}>`, words.files), dress(all.command(name)))
      .description(words.verbs[name])
      .usage(words.verbUsage[name])
      .option('--json', options.json)
      .option('--time-limit <seconds>', options.timeLimit, seconds)
  const callOf = (files: readonly string[], given: Given): Call => {
    if (files.includes('')) throw new WrongCall((words) => words.emptyName)
    return { ...context, files, seconds: given.timeLimit ?? null }
  }
  const all = dress(new Command('gongkai'))
    .description(words.about)
    .usage(words.usageTail)
    .version(version(), '-V, --version', options.version)
    .helpCommand(false)
    .addHelpText('after', words.after)

  verb('read').action(async (files: string[], given: Given) => {
    const { read } = await import('./commands/read.ts')
    end(await read(callOf(files, given), given.json ? 'json' : 'text'))
  })

  verb('check')
    .addOption(oneOf('--format <format>', options.format, ['text', 'json', 'sarif']))
    .option('--last-year <file>', options.lastYear, named('--last-year'))
    .addOption(oneOf('--level <level>', options.level, levels))
    .action(async (files: string[], given: Given & { format?: 'text' | 'json' | 'sarif'; lastYear?: string; level?: BodyLevel }) => {
      const style = given.json ? 'json' : (given.format ?? 'text')
      if (given.format !== undefined && given.format !== style) apart('--json', `--format ${given.format}`)
      const { check } = await import('./commands/check.ts')
      end(await check({ ...callOf(files, given), style, lastYear: given.lastYear, level: given.level }))
    })

  verb('convert')
    .addOption(oneOf('--to <format>', options.to(formats.join(' ')), formats).makeOptionMandatory())
    .option('--out <folder>', options.out, named('--out'))
    .option('-o, --output <file>', options.output, named('-o'))
    .option('--force', options.force)
    .option('--dry-run', options.dryRun)
    .option('--fonts <folder>', options.fonts, named('--fonts'))
    .action(
      async (
        files: string[],
        given: Given & { to: Format; out?: string; output?: string; force?: true; dryRun?: true; fonts?: string },
      ) => {
        if (given.out !== undefined && given.output !== undefined) apart('--out', '-o')
        if (given.json && given.output === '-') apart('--json', '-o -')
        const { convert } = await import('./commands/convert.ts')
        end(
          await convert({
            ...callOf(files, given),
            to: given.to,
            out: given.out ?? null,
            output: given.output ?? null,
            force: given.force ?? false,
            dryRun: given.dryRun ?? false,
            style: given.json ? 'json' : 'text',
            fonts: given.fonts,
          }),
        )
      },
    )

  verb('compare', ['before', 'after']).action(async (before: string, after: string, given: Given) => {
    const { compare } = await import('./commands/compare.ts')
    end(await compare(callOf([before, after], given), given.json ? 'json' : 'text'))
  })

  verb('rollup')
    .option('--csv', options.csv)
    .addOption(oneOf('--to <format>', options.rollupTo, ['xlsx']))
    .option('-o, --output <file>', options.output, named('-o'))
    .option('--force', options.force)
    .option('--cell <key>', options.cell)
    .action(async (files: string[], given: Given & { csv?: true; to?: 'xlsx'; output?: string; force?: true; cell?: string }) => {
      const asked = [given.json && '--json', given.csv && '--csv', given.to && '--to xlsx'].filter((one) => typeof one === 'string')
      if (asked.length > 1) apart(asked[0]!, asked[1]!)
      const { rollup } = await import('./commands/rollup.ts')
      const style = given.json ? 'json' : given.csv ? 'csv' : (given.to ?? 'text')
      end(await rollup({ ...callOf(files, given), style, output: given.output ?? null, force: given.force ?? false, cell: given.cell }))
    })

  const asked = deadlineWords[language]
  dress(all.command('due'))
    .description(words.verbs.due)
    .usage(words.verbUsage.due)
    .addOption(new Option('--received <date>', asked.options.received).makeOptionMandatory())
    .option('--event <kind@date>', asked.options.event, (event: string, before: readonly string[] = []) => [...before, event])
    .option('--notices <file>', asked.options.notices, named('--notices'))
    .option('--json', asked.options.json)
    .addHelpText('after', asked.after)
    .action(async (given: { received: string; event?: readonly string[]; notices?: string; json?: true }) => {
      const { due } = await import('./commands/due.ts')
      const { received, event = [], notices = null } = given
      end(await due({ terminal, language, received, events: event, notices, style: given.json ? 'json' : 'text' }))
    })

  dress(all.command('report'))
    .description(words.verbs.report)
    .usage(words.verbUsage.report)
    .addOption(new Option('--body <slug>', options.body).makeOptionMandatory())
    .addOption(new Option('--year <year>', options.year).argParser(count).makeOptionMandatory())
    .option('--cell <key>', options.behind)
    .option('--json', options.dueJson)
    .action(async (given: { body: string; year: number; cell?: string; json?: true }) => {
      const { report } = await import('./commands/report.ts')
      end(await report({ ...context, body: given.body, year: given.year, cell: given.cell ?? null, style: given.json ? 'json' : 'text' }))
    })

  dress(all.command('simulate'))
    .description(words.verbs.simulate)
    .usage(words.verbUsage.simulate)
    .option('--seed <number>', options.seed, count, 1)
    .option('--bodies <count>', options.bodies, count, 5)
    .option('--years <count>', options.years, count, 2)
    .option('--cases <count>', options.cases, count, 60)
    .option('--json', options.dueJson)
    .action(async (given: { seed: number; bodies: number; years: number; cases: number; json?: true }) => {
      const { simulate } = await import('./commands/simulate.ts')
      const { seed, bodies, years, cases } = given
      end(await simulate({ ...context, seed, bodies, years, cases, style: given.json ? 'json' : 'text' }))
    })

  const database = databaseWords[language]
  const keeping = (name: keyof typeof database.verbs) =>
    dress(all.command(name)).description(database.verbs[name]).usage(database.usage[name]).option('--json', database.options.json)

  keeping('backup')
    .argument('<file>', database.file)
    .option('--with-key', database.options.withKey)
    .option('--force', database.options.force)
    .action(async (file: string, given: { json?: true; withKey?: true; force?: true }) => {
      const { backup } = await import('./commands/backup.ts')
      const style = given.json ? 'json' : 'text'
      end(await backup({ ...context, file: oneFile(file), withKey: given.withKey ?? false, force: given.force ?? false, style }))
    })

  keeping('restore')
    .argument('<file>', database.file)
    .option('--dry-run', database.options.dryRunRestore)
    .action(async (file: string, given: { json?: true; dryRun?: true }) => {
      const { restore } = await import('./commands/restore.ts')
      end(await restore({ ...context, file: oneFile(file), dryRun: given.dryRun ?? false, style: given.json ? 'json' : 'text' }))
    })

  keeping('migrate')
    .option('--dry-run', database.options.dryRunMigrate)
    .action(async (given: { json?: true; dryRun?: true }) => {
      const { migrate } = await import('./commands/migrate.ts')
      end(await migrate({ ...context, dryRun: given.dryRun ?? false, style: given.json ? 'json' : 'text' }))
    })

  keeping('doctor')
    .option('--all', database.options.all)
    .action(async (given: { json?: true; all?: true }) => {
      const { doctor } = await import('./commands/doctor.ts')
      end(await doctor({ ...context, all: given.all ?? false, style: given.json ? 'json' : 'text' }))
    })

  keeping('recover')
    .argument('<username>', database.username)
    .action(async (username: string, given: { json?: true }) => {
      const { recover } = await import('./commands/recover.ts')
      end(await recover({ ...context, username, style: given.json ? 'json' : 'text' }))
    })
  return all
}

/** An error of the parser as one of ours, in every language. */
export function wrongCallOf(error: CommanderError): WrongCall {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const name = quoted.split(' ').find((word) => word.startsWith('--')) ?? quoted
  const like = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1] ?? null
  return new WrongCall((words) => {
    switch (error.code) {
      case 'commander.unknownOption':
        return words.unknownOption(quoted, like)
      case 'commander.unknownCommand':
        return words.unknownCommand(quoted, like)
      case 'commander.missingArgument':
        return words.missingArgument
      case 'commander.optionMissingArgument':
        return words.missingValue(name)
      case 'commander.missingMandatoryOptionValue':
        return words.missingOption(name)
      // No command: the parser has shown the help on standard error.
      case 'commander.help':
        return words.noCommand
      case 'commander.excessArguments':
        return words.tooMany
      default:
        return words.other(error.message.replace(/^error: /, ''))
    }
  })
}

function oneOf(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).argParser((value: string) => {
    if (choices.includes(value)) return value
    throw new WrongCall((words) => words.notOneOf(flags.split(' ')[0]!, value, choices.join(' ')))
  })
}

function oneFile(file: string): string {
  if (file === '') throw new WrongCall((words) => words.emptyName)
  return file
}

/** The name of a file or folder. An empty one would mean the folder the command runs in. */
function named(option: string): (value: string) => string {
  return (value) => {
    if (value === '') throw new WrongCall((words) => words.missingValue(option))
    return value
  }
}

/** A whole number from 0. */
function count(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new WrongCall((words) => words.notACount(value))
  return Number(value)
}

function seconds(value: string): number {
  const number = Number(value)
  // setTimeout takes no more than 2^31 ms.
  if (!(number > 0 && number < 2_000_000)) throw new WrongCall((words) => words.notSeconds(value))
  return number
}

function apart(one: string, other: string): never {
  throw new WrongCall((words) => words.together(one, other))
}
