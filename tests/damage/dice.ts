/** Chance that can be told again: the same seed gives the same throws. */
export interface Dice {
  /** A whole number from 0 up to, not including, `sides`. */
  readonly roll: (sides: number) => number
  /** True `times` out of `of` times. */
  readonly chance: (times: number, of: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
}

/** Mulberry32: small, even enough for tests, the same on every machine. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const roll = (sides: number) => Math.floor(next() * sides)
  return { roll, chance: (times, of) => roll(of) < times, pick: (from) => from[roll(from.length)]! }
}
