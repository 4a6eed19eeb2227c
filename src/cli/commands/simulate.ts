/** `gongkai simulate`: fills an empty installation with a county that never was, by the same commands the desk uses. */
import { createContext, migrate, openContentStore, openDatabase, readKey } from '#db'
import { simulate as run } from '#simulation'
import { cliWords } from '#words'
import { type Call, WrongCall } from '../call.ts'
import { withInstallation } from '../database.ts'
import { openProgress } from '../progress.ts'

export interface SimulateCall extends Omit<Call, 'files' | 'seconds'> {
  readonly seed: number
  readonly bodies: number
  readonly years: number
  readonly cases: number
  readonly style: 'text' | 'json'
}

/** Exit status 0; an installation that has people already is thrown as a Failure. The last line names the bodies and the years. */
export function simulate(call: SimulateCall): Promise<number> {
  const { terminal, language, seed, bodies, years, cases, style } = call
  return withInstallation(call, { make: true }, async ({ url, settings }) => {
    await migrate(url)
    const { kysely, close } = openDatabase(url)
    const bar = openProgress(terminal, Math.max(24, years * cases * 4))
    try {
      const files = await openContentStore(settings.contentFolder)
      const key = await readKey(settings.keyFile, settings.key)
      const made = await run((now) => createContext({ db: kysely, files, key, now }), {
        seed,
        bodies,
        years,
        cases,
        onProgress: bar.step,
      }).catch((error) => {
        if (error instanceof RangeError) throw new WrongCall((words) => words.notThatCounty)
        throw error
      })
      bar.stop()
      if (style === 'text') await terminal.out(`${cliWords[language].simulate.done(made.bodies.length, made.years.length, cases)}\n`)
      await terminal.out(`${JSON.stringify(made)}\n`)
      return 0
    } finally {
      bar.stop()
      await close()
    }
  })
}
