/** The installation a command works on: its server where one runs, else the database in the box for as long as the command takes. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf, type DatabaseSettings, databaseSettings, isConnectionLost, runningPostgres, startPostgres } from '#db'
import { databaseWords, Failure } from '#words'
import type { Call } from './call.ts'

export interface Installation {
  readonly url: string
  readonly settings: DatabaseSettings
}

/** Opens the installation that the environment names, does the work and lets go of it. `make` also where there is no database in the box yet. */
export async function withInstallation<T>(
  { process: { env }, terminal, language }: Pick<Call, 'process' | 'terminal' | 'language'>,
  { make }: { readonly make: boolean },
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const settings = settingsOf(env)
  if (settings.url !== null) return reached(settings.url, () => work({ url: settings.url!, settings }))
  const running = await runningPostgres(settings.dataFolder)
  if (running !== null) return work({ url: running, settings })
  if (!make && !existsSync(join(settings.dataFolder, 'postgres'))) throw new Failure('no-installation', { folder: settings.dataFolder })
  terminal.err(`${databaseWords[language].starting(settings.dataFolder)}\n`)
  const postgres = await startPostgres(settings.dataFolder)
  try {
    return await work({ url: postgres.url, settings })
  } finally {
    await postgres.stop()
  }
}

/** As `npm start` has it: the demo lies in a folder of its own beside the site one sets up oneself. */
function settingsOf(env: NodeJS.ProcessEnv): DatabaseSettings {
  const settings = databaseSettings(env)
  const demo = databaseSettings({ ...env, GONGKAI_DATA: join('data', 'demo') })
  const isDemo = !env.GONGKAI_DATA && !existsSync(join(settings.dataFolder, 'postgres')) && existsSync(join(demo.dataFolder, 'postgres'))
  return isDemo ? demo : settings
}

async function reached<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    // Classes 28 and 3D: no such user or password, no such database.
    if (isConnectionLost(error) || /^(28|3D)/.test(code))
      throw new Failure('database-unreachable', { address: addressOf(url), detail: message || code })
    throw error
  }
}
