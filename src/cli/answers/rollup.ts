/** One file's part in `gongkai rollup`: the figures of its reports, without their prose. */
import { noPrint, type Report } from '#report'
import { type Answer, noAnswer } from '../work.ts'

/** A report to be added up, and where it came from. */
export interface Gathered {
  readonly file: string
  readonly part: number | undefined
  readonly report: Report
}

export function answer(file: string, reports: readonly Report[]): Answer {
  return {
    ...noAnswer,
    file,
    reports: reports.length,
    gathered: reports.map((report, index) => ({
      file,
      part: reports.length > 1 ? index + 1 : undefined,
      // A hundred thousand reports fit in memory without their text.
      report: { ...report, chapters: [], printed: noPrint },
    })),
  }
}
