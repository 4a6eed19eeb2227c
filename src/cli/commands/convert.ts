/** `gongkai convert`: each report in the official form, in another format. */
import type { Format } from '#render'
import { cliWords } from '#words'
import { partNames } from '../answers/convert.ts'
import { type Call, WrongCall } from '../call.ts'
import { each } from '../each.ts'

export interface ConvertCall extends Call {
  readonly to: Format
  readonly out: string | null
  readonly output: string | null
  readonly force: boolean
  readonly dryRun: boolean
  readonly style: 'text' | 'json'
  readonly fonts: string | undefined
}

const binary: readonly Format[] = ['docx', 'pdf', 'xlsx']

/** Exit status: 2 where a file was not read or not written, else 0. */
export async function convert(call: ConvertCall): Promise<number> {
  const { terminal, language, to, out, output, force, dryRun, style, fonts } = call
  const streams = output === '-' || (output === null && out === null && call.files.includes('-'))
  if (streams && terminal.outIsScreen && binary.includes(to)) throw new WrongCall((words) => words.terminal(to))
  let written = 0
  const total = await each(
    call,
    { verb: 'convert', to, out, output, force, dryRun, style, language, fonts },
    style,
    async (answer) => {
      if (answer.bytes) await terminal.out(answer.bytes)
      for (const line of answer.out) {
        written++
        await terminal.out(`${line}\n`)
      }
    },
    (sources) => {
      if (output !== null && sources.length > 1) throw new WrongCall((words) => words.oneOutput)
      return partNames(sources, { to, out, output })
    },
  )
  if (style === 'text' && written > 1 && !dryRun) terminal.err(`${cliWords[language].convert.total(written)}\n`)
  return total.failed > 0 ? 2 : 0
}
