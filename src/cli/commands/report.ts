/** `gongkai report`: what a body's year comes to, counted from its records; or the records behind one figure. */
import { createContext, openContentStore, openDatabase, readKey } from '#db'
import { countYear, draftedFor, recordsBehind, reportOf } from '#filing'
import type { Machine } from '#identity'
import { cellName, contractOf, verify } from '#report'
import { cliWords } from '#words'
import type { Call } from '../call.ts'
import { withInstallation } from '../database.ts'
import { plain } from '../width.ts'

export interface ReportCall extends Omit<Call, 'files' | 'seconds'> {
  /** Slug. */
  readonly body: string
  readonly year: number
  /** Its records instead of the whole. */
  readonly cell: string | null
  readonly style: 'text' | 'json'
}

const machine: Machine = { personId: null, origin: 'cli' }

/** Exit status 0; a body or a cell that is none, and a year to come, are thrown as Failures. */
export function report(call: ReportCall): Promise<number> {
  const { terminal, language, body, year, cell, style } = call
  return withInstallation(call, { make: false }, async ({ url, settings }) => {
    const { kysely, close } = openDatabase(url)
    try {
      const ctx = createContext({
        db: kysely,
        files: await openContentStore(settings.contentFolder),
        key: await readKey(settings.keyFile, settings.key),
      })
      if (cell !== null) {
        const records = []
        for (let after: string | undefined; ; ) {
          const page = await recordsBehind(ctx, machine, { body, year, key: cell, limit: 200, ...(after !== undefined && { after }) })
          records.push(...page.records)
          if (page.next === null) break
          after = page.next
        }
        const value = Math.round(records.reduce((sum, { adds }) => sum + adds, 0) * 1e6) / 1e6
        if (style === 'json') await terminal.out(`${JSON.stringify({ body, year, cell, value, records })}\n`)
        else for (const { on, number, title, adds } of records) await terminal.out(plain(`${on}  ${number}  ${title}  ${adds}\n`))
        return 0
      }
      const counted = await countYear(ctx, machine, { body, year })
      const made = reportOf(counted, { chapters: await draftedFor(ctx, counted), declared: {} })
      if (style === 'json') await terminal.out(`${JSON.stringify(contractOf(made, verify(made), language))}\n`)
      else {
        const lines = Object.entries(counted.cells).flatMap(([key, value]) => (value === 0 ? [] : [`${cellName(key)}  ${value}`]))
        await terminal.out(
          `${plain(made.title!)}\n${lines.map((line) => `${plain(line)}\n`).join('')}${cliWords[language].report.rest(200 - lines.length)}\n`,
        )
      }
      return 0
    } finally {
      await close()
    }
  })
}
