/** Whatever is killed in the middle of writing, everything that was acknowledged is there after the next start, in its order. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openContentStore, openDatabase, runningPostgres, startPostgres } from '#db'
import { verifyChain } from '#identity'

/** Kills of each kind; a release is held to 50. */
const rounds = Number(process.env.GONGKAI_CRASH_ROUNDS || 2)
const kills = ['server', 'database', 'both'] as const

const folder = mkdtempSync(join(tmpdir(), 'gongkai-crash-'))
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Acknowledged {
  readonly seq: number
  readonly nounId: string
  readonly hash: string
}

test(
  `kill -9 of the server, of its database and of both, ${rounds} times each, loses nothing`,
  async () => {
    const acknowledged: Acknowledged[] = []
    for (let round = 0; round < rounds * kills.length; round++) {
      const writer = await startWriter(acknowledged)
      expect(await missing(await databaseOf(), acknowledged), `after round ${round}`).toEqual([])
      await writer.until(acknowledged.length + 20 + (round % 7))
      const kill = kills[round % kills.length]!
      if (kill === 'database') {
        process.kill(writer.postgres(), 'SIGKILL')
        await writer.saw('restarted')
        await writer.until(acknowledged.length + 5)
        // The database lives on where only the server is killed; here it is killed by the next start.
        await writer.kill()
      } else {
        if (kill === 'both') process.kill(writer.postgres(), 'SIGKILL')
        await writer.kill()
      }
    }

    const postgres = await startPostgres(folder)
    const { kysely, close } = openDatabase(postgres.url)
    try {
      expect(await missing(postgres.url, acknowledged)).toEqual([])
      const chain = await verifyChain(kysely)
      expect(chain.broken).toBeNull()
      expect(chain.events).toBeGreaterThanOrEqual(acknowledged.length)
      const files = await openContentStore(join(folder, 'content'))
      const rows = await kysely.selectFrom('content').select('hash').execute()
      for (const { hash } of rows) expect(await files.get(hash)).not.toBeNull()
    } finally {
      await close()
      await postgres.stop()
    }
    // A round starts a whole server: some seconds where the machine is busy.
  },
  60_000 * rounds * kills.length,
)

async function databaseOf(): Promise<string> {
  const url = await runningPostgres(folder)
  if (url === null) throw new Error('no database runs')
  return url
}

/** Acknowledged events that are not in the chain at their place. */
async function missing(url: string, acknowledged: readonly Acknowledged[]): Promise<Acknowledged[]> {
  // The writer goes on: what it acknowledges after the question was asked is not in the answer.
  const until = acknowledged.length
  const { kysely, close } = openDatabase(url)
  try {
    const rows = await kysely.selectFrom('event').select(['seq', 'noun_id']).execute()
    const found = new Map(rows.map(({ seq, noun_id }) => [seq, noun_id]))
    return acknowledged.slice(0, until).filter(({ seq, nounId }) => found.get(seq) !== nounId)
  } finally {
    await close()
  }
}

async function startWriter(acknowledged: Acknowledged[]) {
  const child = spawn(
    process.execPath,
    ['--import', new URL('../../bin/typescript.js', import.meta.url).href, fileURLToPath(new URL('./writer.ts', import.meta.url)), folder],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  running.add(child)
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint += text
  })
  let postgres = 0
  let waiting: { readonly when: () => boolean; readonly resolve: () => void } | null = null
  const seen = new Set<string>()
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })
  const read = new Promise<void>((resolve) => lines.once('close', resolve))
  lines.on('line', (line) => {
    const [what, ...rest] = line.split(' ') as [string, ...string[]]
    seen.add(what)
    if (what === 'ready' || what === 'restarted') postgres = Number(rest[0])
    // A line cut off by the kill acknowledges nothing.
    if (what === 'acknowledged' && rest[2]?.length === 64) acknowledged.push({ seq: Number(rest[0]), nounId: rest[1]!, hash: rest[2] })
    if (waiting?.when()) waiting.resolve()
  })
  const until = (when: () => boolean): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve) => {
        if (when()) resolve()
        else waiting = { when, resolve }
      }),
      exited.then(() => {
        throw new Error(`the writer ended by itself: ${complaint}`)
      }),
    ])
  await until(() => seen.has('ready'))
  return {
    postgres: () => postgres,
    until: (count: number) => until(() => acknowledged.length >= count),
    saw: (what: string) => until(() => seen.has(what)),
    async kill() {
      child.kill('SIGKILL')
      await exited
      await read
      running.delete(child)
    },
  }
}
