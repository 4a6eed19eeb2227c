/**
 * Which servers are alive. A job that is running carries the name of the pool that took it; while a pool lives, its server holds an
 * advisory lock of that name on one connection. Where nobody holds it, the server died, and its jobs are taken up again at once
 * instead of after the queue's four hours.
 */
import type pg from 'pg'
import { freePool, lockedPools, lockPool, tryLockPool, unlockPool } from './queries.ts'

export interface Claims {
  /** Says that a pool of this server lives. */
  claim(pool: string): Promise<void>
  release(pool: string): void
  /** Frees what pools of dead servers hold; how many there were. */
  freeDead(): Promise<number>
  close(): void
}

/** Milliseconds before the connection is opened anew once it is lost. */
const again = 500

/** Opens the connection that holds the locks; where it is lost it is opened again, and the locks with it, at the next call. */
export function openClaims(database: pg.Pool): Claims {
  const own = new Set<string>()
  let closed = false
  let held: Promise<pg.PoolClient> | null = null
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await database.connect()
    client.once('error', (error) => {
      held = null
      client.release(error)
      // Without its locks this server looks dead to others.
      setTimeout(() => closed || reach().catch(() => {}), again).unref()
    })
    for (const pool of own) await lockPool(client, pool)
    return client
  }
  const reach = (): Promise<pg.PoolClient> => {
    held ??= connect().catch((error) => {
      held = null
      throw error
    })
    return held
  }
  // One connection takes one question at a time.
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = before.then(work)
    before = mine.catch(() => {})
    return mine
  }
  return {
    claim: (pool) =>
      inTurn(async () => {
        const one = await reach()
        // An advisory lock counts how often it is taken, and release gives it back once.
        if (own.has(pool)) return
        own.add(pool)
        await lockPool(one, pool)
      }),
    release(pool) {
      own.delete(pool)
      // Closing the connection would free it too; where it is gone it is free already.
      inTurn(async () => {
        if (held) await unlockPool(await held, pool)
      }).catch(() => {})
    },
    freeDead: () =>
      inTurn(async () => {
        const one = await reach()
        const dead: string[] = []
        for (const pool of await lockedPools(one)) {
          if (own.has(pool)) continue
          if (!(await tryLockPool(one, pool))) continue
          await freePool(one, pool)
          await unlockPool(one, pool)
          dead.push(pool)
        }
        return dead.length
      }),
    close() {
      closed = true
      held?.then((one) => one.release(true)).catch(() => {})
      held = null
    },
  }
}
