/** Times work in turns, A B A B, so that what else the machine does falls on both alike. */

export type Work = () => unknown

export interface Timing {
  /** Median milliseconds of processor time of one round. */
  readonly ours: number
  readonly theirs: number
  /** Median of the rounds' own ratios, ours to theirs: a slow stretch of the machine falls out of it. */
  readonly ratio: number
}

/** Runs both once to warm up, then `rounds` times in turns. */
export async function compare(ours: Work, theirs: Work, rounds: number): Promise<Timing> {
  await ours()
  await theirs()
  const times: { ours: number; theirs: number }[] = []
  for (let round = 0; round < rounds; round++) {
    // Who goes first changes from round to round: the collector runs on whoever comes second.
    const first = round % 2 === 0
    const before = first ? await time(ours) : await time(theirs)
    const after = first ? await time(theirs) : await time(ours)
    times.push(first ? { ours: before, theirs: after } : { ours: after, theirs: before })
  }
  return {
    ours: median(times.map((one) => one.ours)),
    theirs: median(times.map((one) => one.theirs)),
    ratio: median(times.map((one) => one.ours / one.theirs)),
  }
}

/** Milliseconds of processor time of one run: what other programs take of the machine does not count. */
export async function time(work: Work): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
