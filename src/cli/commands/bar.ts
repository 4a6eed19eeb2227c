import type { Progress } from '../progress.ts'

/** A bar for work that tells how much it is only once it has begun. */
export function barOf(open: (all: number) => Progress): { step(done: number, all: number): void; stop(): void } {
  let bar: Progress | null = null
  return {
    step(_done, all) {
      bar ??= open(all)
      bar.step()
    },
    stop() {
      bar?.stop()
      bar = null
    },
  }
}
