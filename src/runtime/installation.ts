/** Opens what a site stands on: the database, brought up to date, the files beside it, the key, the clock; and makes the demo where it is one. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  addressOf,
  type Context,
  createContext,
  type DatabaseSettings,
  inTransaction,
  isConnectionLost,
  migrate,
  openContentStore,
  openDatabase,
  readKey,
  startPostgres,
} from '#db'
import { Failure, type RuntimeWords } from '#words'
import {
  clearDemo,
  clockAt,
  countDemo,
  countSealed,
  loadDay,
  loadFinished,
  loadSiteKind,
  type MovableClock,
  putSiteKind,
  seedDemo,
  usualDay,
} from './demo/index.ts'

export interface Installation {
  readonly ctx: Context
  /** For those who connect by themselves: the queue. */
  readonly url: string
  /** The demo's clock; null where this is somebody's own site. */
  readonly clock: MovableClock | null
  close(): Promise<void>
}

export interface OpenOptions {
  readonly settings: DatabaseSettings
  /** A new database stays bare; one that holds the demo is refused. */
  readonly empty: boolean
  readonly words: RuntimeWords
  /** How notices leave the house; the demo's people are made up, and it sends them nothing. */
  readonly post: Context['post']
  /** Scheme and host the public uses; null where it is not set. */
  readonly origin: string | null
  /** A line of progress for whoever waits. */
  readonly tell: (line: string) => void
  /** A line about something that went wrong. */
  readonly complain: (line: string) => void
  /** Something went wrong beside a request; for the log. */
  readonly trouble: (what: string, error: unknown) => void
}

/** Throws the Failures of words/db.ts, and `demo-data` where a demo was to be opened as a site of one's own. */
export async function openInstallation(options: OpenOptions): Promise<Installation> {
  const { settings, words, post, origin, tell, trouble } = options
  const closing: (() => Promise<void>)[] = []
  const close = async () => {
    for (const one of closing.splice(0).reverse()) await one()
  }
  try {
    const began = performance.now()
    const { url, where, stop } = await openServer(options)
    closing.push(stop)
    const { pending } = await reachable(url, () => migrate(url))
    const database = openDatabase(url, { onLost: (error) => trouble('idle connection', error) })
    closing.push(database.close)
    tell(words.databaseReady(where, seconds(began)))
    if (pending.length > 0) tell(words.migrated(pending.length))

    const db = database.kysely
    const files = await openContentStore(settings.contentFolder)
    const { key: given, keyFile } = settings
    // A new key would open nothing that the lost one sealed, and say so only when somebody needs it.
    if (!given && !existsSync(keyFile) && (await countSealed(db)) > 0) throw new Failure('key-lost', { file: keyFile })
    const key = await readKey(keyFile, given)
    const { anchorFile } = settings
    const fontsFolder = join(settings.dataFolder, 'fonts')
    const kind = (await loadSiteKind(db)) ?? (options.empty ? 'own' : 'demo')
    if (options.empty && kind === 'demo') throw new Failure('demo-data', { where })
    if (kind === 'own') {
      const ctx = createContext({ db, files, key, anchorFile, post, origin, fontsFolder })
      await inTransaction(ctx, (tx) => putSiteKind(tx, 'own', ctx.now()))
      return { ctx, url, clock: null, close }
    }

    const clock = clockAt((await loadDay(db)) ?? usualDay)
    const ctx = createContext({ db, files, key, anchorFile, origin, now: clock.now, fontsFolder })
    if (!(await loadFinished(db))) {
      if ((await loadSiteKind(db)) === 'demo') {
        tell(words.redoingDemo)
        await clearDemo(db)
        await migrate(url)
      }
      tell(words.seedingDemo)
      const since = performance.now()
      // Cut off, it is begun anew: it need not wait for the disk at every step.
      const seeding = openDatabase(url, { name: 'gongkai demo', replaceable: true, onLost: (error) => trouble('idle connection', error) })
      try {
        await seedDemo(clock.today(), (now) => createContext({ db: seeding.kysely, files, key, now, fontsFolder }))
      } finally {
        await seeding.close()
      }
      const { bodies, people } = await countDemo(db, clock.today())
      tell(words.demoSeeded(bodies, people, seconds(since)))
    }
    return { ctx, url, clock, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The database of the settings: one's own server, or the one in the box, which ends with us. */
async function openServer({
  settings,
  words,
  tell,
  complain,
}: OpenOptions): Promise<{ url: string; where: string; stop(): Promise<void> }> {
  if (settings.url !== null) return { url: settings.url, where: addressOf(settings.url), stop: async () => {} }
  const { dataFolder } = settings
  tell(words.startingDatabase(dataFolder))
  const postgres = await startPostgres(dataFolder, {
    report(event) {
      if (event.kind === 'died') complain(words.databaseDied(event.how))
      if (event.kind === 'restarted') complain(words.databaseRestarted)
      if (event.kind === 'not-restarted') complain(words.databaseNotRestarted(event.why, (event.nextTryMs / 1000).toFixed(1)))
    },
  })
  return { url: postgres.url, where: dataFolder, stop: () => postgres.stop() }
}

/** Says which server could not be reached, or did not let us in. */
async function reachable<T>(url: string, work: () => Promise<T>): Promise<T> {
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

export const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)
