/** Features above whose things carry the last day of a clock with them: they are told, in the same transaction, when a calendar moves it. */
import type { Context, Tx } from '#db'
import type { Computed } from './store.ts'

type OnMoved = (tx: Tx, ctx: Context, nounId: string, computed: Computed) => Promise<void>

export const clockOwners: Record<string, OnMoved> = {}

/** Once for each noun, when the feature is loaded. Throws an `Error` for a noun that is taken. */
export function registerClockOwner(noun: string, onMoved: OnMoved): void {
  if (noun in clockOwners) throw new Error(`clocks of ${noun} are owned elsewhere`)
  clockOwners[noun] = onMoved
}
