/** One gongkai a data folder: a file that names who holds it, so that only a holder who lives can refuse. */
import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, stat, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '#words'
import { here, type Place, startOf } from './processes.ts'

export interface Holder extends Place {
  readonly pid: number
  /** As `startOf` gives it: a pid that was given to another process is no holder. */
  readonly start: string
  readonly since: string
}

/** How often a holder shows that it lives to those who cannot see its pid: other containers, other hosts on a shared disk. */
const heartbeat = 3000

export interface Lock {
  release(): Promise<void>
}

const fileOf = (folder: string): string => join(folder, 'lock.json')

/** Takes the folder. Throws Failure `database-held` where another holds it. */
export async function takeLock(folder: string): Promise<Lock> {
  const file = fileOf(folder)
  const mine: Holder = { ...here(), pid: process.pid, start: startOf(process.pid) ?? '', since: new Date().toISOString() }
  const draft = `${file}.${randomUUID()}`
  const handle = await open(draft, 'wx', 0o644)
  await handle.writeFile(`${JSON.stringify(mine)}\n`)
  await handle.close()
  try {
    // A link never replaces, and the file it makes is whole from the first moment.
    while (!(await placed(draft, file))) {
      const found = await readHolder(folder)
      if (found === null) continue
      if (await lives(found.holder, file)) throw held(folder, found.holder)
      await takeAway(file, found.text)
    }
  } finally {
    await unlink(draft)
  }
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), heartbeat)
  beat.unref()
  return {
    async release() {
      clearInterval(beat)
      const found = await readHolder(folder)
      if (found?.text === `${JSON.stringify(mine)}\n`) await unlink(file)
    },
  }
}

/** Who holds the folder and lives; null where nobody does. */
export async function holderOf(folder: string): Promise<Holder | null> {
  const found = await readHolder(folder)
  return found !== null && (await lives(found.holder, fileOf(folder))) ? found.holder : null
}

async function placed(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function readHolder(folder: string): Promise<{ holder: Holder | null; text: string } | null> {
  try {
    const text = await readFile(fileOf(folder), 'utf8')
    return { holder: parse(text), text }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A file cut off by a loss of power names nobody. */
function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null
  }
}

async function lives(holder: Holder | null, file: string): Promise<boolean> {
  if (holder === null) return false
  const { host, boot, pids } = here()
  if (holder.host === host && holder.boot === boot && holder.pids === pids && holder.start !== '')
    return startOf(holder.pid) === holder.start
  if (holder.host === host && holder.boot !== boot) return false
  // Its pids are not ours to see: watch whether it still beats.
  const before = await beatOf(file)
  for (let waited = 0; waited < 3 * heartbeat; waited += 250) {
    await wait(250)
    if ((await beatOf(file)) !== before) return true
  }
  return false
}

const beatOf = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.mtimeMs ?? 0

/** Only the file that was judged: another may have taken the folder in between. */
async function takeAway(file: string, judged: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if ((await readFile(aside, 'utf8')) !== judged) await placed(aside, file)
  await unlink(aside)
}

function held(folder: string, holder: Holder | null): Failure {
  const { pid, host, since } = holder ?? { pid: 0, host: '', since: '' }
  return new Failure('database-held', { folder: join(folder, '..'), holder: `pid ${pid}, ${host}, ${since}` })
}
