/** `gongkai read`: one JSON object a report, or a summary to read. */
import type { Call } from '../call.ts'
import { each } from '../each.ts'

/** Exit status: 2 where a file failed, else 0. */
export async function read(call: Call, style: 'text' | 'json'): Promise<number> {
  const { terminal, language } = call
  let first = true
  const total = await each(call, { verb: 'read', style, language, colours: terminal.colours }, style, async ({ out }) => {
    for (const text of out) {
      await terminal.out(style === 'text' && !first ? `\n${text}` : `${text}\n`)
      first = false
    }
  })
  return total.failed > 0 ? 2 : 0
}
