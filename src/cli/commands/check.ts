/** `gongkai check`: a line a finding, or JSON, or a SARIF log. */
import type { BodyLevel, Report } from '#report'
import { cliWords } from '#words'
import type { Call } from '../call.ts'
import { each } from '../each.ts'
import { theReports } from '../one.ts'
import { version } from '../version.ts'

export interface CheckCall extends Call {
  readonly style: 'text' | 'json' | 'sarif'
  readonly level: BodyLevel | undefined
  readonly lastYear: string | undefined
}

/** Exit status: 2 where a file failed, 1 where an error was found, else 0. */
export async function check(call: CheckCall): Promise<number> {
  const { terminal, language, style } = call
  const lastYear: readonly Report[] = call.lastYear === undefined ? [] : await theReports(call, call.lastYear)
  const sarif = style === 'sarif' ? await import('../sarif.ts') : null
  const job = {
    verb: 'check',
    style,
    language,
    colours: terminal.colours,
    level: call.level,
    lastYear,
    trusted: call.files.length === 1,
  } as const

  if (sarif) await terminal.out(sarif.opening(version(), language))
  let separator = ''
  const total = await each(call, job, style, async ({ out }) => {
    if (out.length === 0) return
    if (sarif) {
      await terminal.out(separator + out.join(','))
      separator = ','
    } else await terminal.out(`${out.join('\n')}\n`)
  })
  const status = total.failed > 0 ? 2 : total.findings.error > 0 ? 1 : 0
  if (sarif) await terminal.out(sarif.closing(total.faults, status, language))
  if (style === 'text') {
    const words = cliWords[language]
    const { error, warning, info } = total.findings
    const sentences = [
      ...(total.reports > 0 || total.failed === 0 ? [words.checked(total.reports, error, warning, info)] : []),
      ...(total.listed > 0 ? [words.listed(total.listed)] : []),
      ...(total.failed > 0 ? [words.unread(total.failed)] : []),
    ]
    terminal.err(`${sentences.join(language === 'en' ? '; ' : '；')}\n`)
  }
  return status
}
