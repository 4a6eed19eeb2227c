/** The information-handling fee (信息处理费): progressive brackets, one mode for a request, never both. Amounts in 分. */
export type FeeMode = 'piece' | 'page'

interface Bracket {
  /** First and last number charged at `each`; `last` is null where the bracket has no end. */
  readonly first: number
  readonly last: number | null
  /** 分 for each. */
  readonly each: number
}

interface FeeScale {
  readonly source: string
  readonly brackets: readonly Bracket[]
  /** Brackets that go on without end after the last one: as many numbers each, dearer by `step` each time. */
  readonly onwards?: { readonly size: number; readonly step: number }
}

/** 国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知, in force 2021-01-01. */
export const feeScales: Readonly<Record<FeeMode, FeeScale>> = {
  /** 按件: requests of one applicant to one body in one calendar month. */
  piece: {
    source: '国办函〔2020〕109号第四条',
    brackets: [
      { first: 1, last: 10, each: 0 },
      { first: 11, last: 30, each: 100_00 },
    ],
    onwards: { size: 10, step: 100_00 },
  },
  /** 按量: pages of one request, a side of A4 or smaller each. */
  page: {
    source: '国办函〔2020〕109号第五条',
    brackets: [
      { first: 1, last: 30, each: 0 },
      { first: 31, last: 100, each: 10_00 },
      { first: 101, last: 200, each: 20_00 },
      { first: 201, last: null, each: 40_00 },
    ],
  },
}

/** A line of the working: the numbers `first` to `last` at `each` 分. */
export interface FeeLine {
  readonly first: number
  readonly last: number
  readonly count: number
  readonly each: number
  readonly amount: number
}

export interface Fee {
  readonly mode: FeeMode
  readonly count: number
  /** 分. */
  readonly amount: number
  readonly working: readonly FeeLine[]
  readonly source: string
}

/** More than this is no count of anybody's requests or pages. */
const most = 100_000

/**
 * The fee for so many pieces in a calendar month, or so many pages of one request, with its working. Throws a RangeError for what is
 * no whole number from 0 to 100,000.
 */
export function informationFee(mode: FeeMode, count: number): Fee {
  if (!Number.isInteger(count) || count < 0 || count > most) throw new RangeError(`${count} is no number of pieces or pages`)
  const { source } = feeScales[mode]
  const working: FeeLine[] = []
  for (const { first, last, each } of bracketsOf(feeScales[mode])) {
    if (first > count) break
    const reached = Math.min(last ?? count, count)
    working.push({ first, last: reached, count: reached - first + 1, each, amount: (reached - first + 1) * each })
  }
  return { mode, count, amount: working.reduce((sum, { amount }) => sum + amount, 0), working, source }
}

function* bracketsOf({ brackets, onwards }: FeeScale): Generator<Bracket> {
  yield* brackets
  const { last, each } = brackets[brackets.length - 1]!
  if (!onwards || last === null) return
  for (let index = 0; ; index++) {
    const first = last + 1 + index * onwards.size
    yield { first, last: first + onwards.size - 1, each: each + (index + 1) * onwards.step }
  }
}
