/** `gongkai migrate`: brings the database up to this program. */
import { migrate as bringUp } from '#db'
import { databaseWords } from '#words'
import type { Call } from '../call.ts'
import { withInstallation } from '../database.ts'

export interface MigrateCall extends Omit<Call, 'files' | 'seconds'> {
  readonly dryRun: boolean
  readonly style: 'text' | 'json'
}

/** Exit status 0; what stands in the way is thrown as a Failure. */
export function migrate(call: MigrateCall): Promise<number> {
  const { terminal, language, dryRun, style } = call
  const words = databaseWords[language].migrate
  return withInstallation(call, { make: !dryRun }, async ({ url }) => {
    const { at, pending } = await bringUp(url, { dryRun })
    const names = pending.map(({ name }) => name)
    if (style === 'json') await terminal.out(`${JSON.stringify({ at, migrations: names, applied: !dryRun })}\n`)
    else
      await terminal.out(
        [...names, pending.length === 0 ? words.current(at) : (dryRun ? words.would : words.done)(pending.length), ''].join('\n'),
      )
    return 0
  })
}
