/** Chance that comes out the same for the same seed, on every machine. */
export interface Chance {
  /** A whole number from 0 below `below`. */
  whole(below: number): number
  /** True about so often: 0 never, 1 always. */
  likely(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** One of the keys, by their weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
}

/** Mulberry32: 32 bits of state, enough for a county. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number) => Math.floor(next() * below)
  return {
    whole,
    likely: (share) => next() < share,
    pick: (from) => from[whole(from.length)]!,
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights & string, number][]
      let place = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        place -= weight
        if (place < 0) return key
      }
      return entries.at(-1)![0]
    },
  }
}
