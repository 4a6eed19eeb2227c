/** Reads the configuration, opens what the site stands on, mounts the faces and serves them until told to stop. */
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstRunNeeded } from '#identity'
import { startJobs } from '#jobs'
import type { Language } from '#report'
import { Failure, runtimeWords } from '#words'
import { openApp } from './app.ts'
import { buildBundle } from './bundle.ts'
import { type Configuration, languageOf, readConfiguration, say } from './configuration.ts'
import { openDemo } from './demo/index.ts'
import { buildDesk } from './desk.ts'
import { openInstallation, seconds } from './installation.ts'
import { openLog, type Streams } from './log.ts'
import { openPost } from './post.ts'

export { type AppOptions, openApp } from './app.ts'
export { buildBundle } from './bundle.ts'
export { clockAt, openDemo, seedDemo } from './demo/index.ts'
export { buildDesk } from './desk.ts'
export { openLog } from './log.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What `serve` takes from its process. */
export interface Surroundings extends Streams {
  /** As `process.argv`: the options come third. */
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  once(signal: 'SIGTERM' | 'SIGINT', stop: () => void): unknown
}

/**
 * Serves on HOST and PORT and prints the addresses of both faces. Resolves with the exit code: 0 after SIGTERM or SIGINT, once open
 * answers are sent and running jobs are done; 1 with one sentence where a setting is wrong, the port is taken, or the database will not do.
 */
export async function serve(around: Surroundings): Promise<number> {
  const language = languageOf(around.env)
  const words = runtimeWords[language]
  const tell = (line: string) => around.stdout.write(`gongkai: ${line}\n`)
  const complain = (line: string) => around.stderr.write(`gongkai: ${line}\n`)

  const read = readConfiguration(around.argv.slice(2), around.env)
  if (read.state === 'help') {
    around.stdout.write(words.help)
    return 0
  }
  if (read.state === 'wrong') {
    complain(read.sentence)
    return 1
  }
  for (const warning of read.warnings) complain(warning)
  const { configuration } = read
  const told = new Promise<void>((resolve) => {
    around.once('SIGTERM', resolve)
    around.once('SIGINT', resolve)
  })

  const closing: (() => Promise<unknown>)[] = []
  try {
    await open(configuration, { around, tell, complain, closing })
    await told
    tell(words.stopping)
    return 0
  } catch (error) {
    complain(sayFailure(error, configuration, language))
    return 1
  } finally {
    for (const close of closing.reverse()) await close()
  }
}

interface Opening {
  readonly around: Surroundings
  readonly tell: (line: string) => void
  readonly complain: (line: string) => void
  /** Gets what has to be closed, in the order of opening. */
  readonly closing: (() => Promise<unknown>)[]
}

/** Opens everything, prints the addresses and answers requests from then on. */
async function open(configuration: Configuration, { around, tell, complain, closing }: Opening): Promise<void> {
  const { host, port, database: settings, empty, origin, proxies } = configuration
  const words = runtimeWords[languageOf(around.env)]
  // Before the database: who has the port will have it in ten seconds too.
  await probe(host, port)

  const began = performance.now()
  tell(words.buildingPages)
  const building = Promise.all([buildBundle(root), buildDesk(root)])
  // Waited for below; until then nobody listens, and a failure must not end the process.
  building.catch(() => {})
  const log = openLog(configuration.log, around, () => new Date())
  const installation = await openInstallation({
    settings,
    empty,
    words,
    post: openPost(configuration),
    origin,
    tell,
    complain,
    trouble: log.trouble,
  })
  closing.push(installation.close)
  const { ctx, url, clock } = installation
  const jobs = await startJobs(ctx, { url, report: log.trouble })
  closing.push(jobs.stop)
  const [pages, desk] = await building
  tell(words.pagesReady(seconds(began)))

  const demo = clock && openDemo(ctx, clock)
  const server = await openApp({ ctx, pages, desk, log, demo, origin, proxies, fontsFolder: join(settings.dataFolder, 'fonts') })
  closing.push(() => server.close())
  const isBare = !demo && (await firstRunNeeded(ctx))
  const address = await server.listen({ host, port })
  if (demo) tell(words.demo(demo.today()))
  if (isBare) tell(words.firstRun)
  tell(words.portal(address))
  tell(words.desk(address))
}

/** Throws what `listen` would throw. */
function probe(host: string, port: number): Promise<void> {
  const socket = createServer()
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.listen({ host, port, exclusive: true }, () => socket.close(() => resolve()))
  })
}

function sayFailure(failure: unknown, { host, port, database }: Configuration, language: Language): string {
  const words = runtimeWords[language]
  if (failure instanceof Failure) return say(failure, language)
  const { code = '', syscall = '', message = String(failure) } = failure as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return words.portTaken(port)
  if (code === 'EACCES' && syscall === 'listen') return words.portForbidden(port)
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && syscall === 'getaddrinfo')) return words.noAddress(host)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(code)) return words.dataUnwritable(database.dataFolder, code)
  return words.trouble(failure instanceof Error && failure.stack ? failure.stack : message)
}
