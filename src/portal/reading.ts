import type { Context } from '#db'
import { headOf, today } from '#identity'
import { readRegister } from './read-register.ts'
import { emptyRegister, type Register } from './register.ts'

/** Longest time a register is kept without looking again, in milliseconds: what an operator changed by hand leaves no event. */
const longest = 30_000

/** Reads the register once for each state of the records and each day, not once a page. */
export function registerReader(ctx: Context): { read(): Promise<Register>; last(): Register } {
  let kept: { readonly register: Register; readonly event: number; readonly at: number } | null = null
  return {
    async read() {
      const event = (await headOf(ctx.db))?.seq ?? 0
      const now = performance.now()
      if (kept && kept.event === event && kept.register.today === today(ctx) && now - kept.at < longest) return kept.register
      // Asked before reading: what changes meanwhile is read again next time.
      kept = { register: await readRegister(ctx), event, at: now }
      return kept.register
    },
    /** The last one read, for pages that must be drawn while the database is away. */
    last: () => kept?.register ?? emptyRegister(today(ctx)),
  }
}
