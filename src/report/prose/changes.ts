import type { Quantity } from './quantities.ts'
import { clauseAt, type Passage, type Span } from './text.ts'

/** A comparison with the year before: by how much, of what, and what the text says it was then. */
export interface Change {
  readonly passage: Passage
  readonly span: Span
  /** Null for 与去年持平. */
  readonly by: Quantity | null
  /** The figure of this year, right before it in the sentence; null where there is none. */
  readonly now: Quantity | null
  /** The figure of last year, where the same sentence gives it. */
  readonly last: Quantity | null
  /** Of a percentage beside a difference (比上年增加26条，增长16.25%): that difference, with its figure of this year. */
  readonly beside: { readonly now: Quantity; readonly by: Quantity } | null
}

const lastYearWords = /上年度?|去年|上一年度?|同期/
const carriedIn = /(?:上年度?|去年|上一年度?)[^，。；]{0,8}结转|结转上/
const level = /(?:与|同|和|较|比)(?:去年|上年度?|上一年度?|(?:19|20)\d{2}年度?)(?:同期)?(?:相比|数量)?(?:基本)?(?:持平|相同|一致)/g

/** Every comparison with the year before, in the order of the text. `year` is the report's. */
export function changesOf(passages: readonly Passage[], year: number | null): readonly Change[] {
  const changes: Change[] = []
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      const inside = passage.quantities.filter((quantity) => quantity.start >= sentence.start && quantity.end <= sentence.end)
      const told: Change[] = []
      for (const by of inside) if (by.kind === 'change') told.push(read(passage, inside, by, by.start, year, sentence))
      changes.push(...told.map((change, index) => withDifference(change, told[index - 1], told[index + 1])))
    }
    if (!/持平|相同|一致/.test(passage.plain)) continue
    for (const match of passage.plain.matchAll(level)) {
      if (match[0].includes('基本')) continue
      const sentence = passage.sentences.find((span) => match.index < span.end) ?? { start: 0, end: passage.plain.length }
      const inside = passage.quantities.filter((quantity) => quantity.start >= sentence.start && quantity.end <= match.index)
      changes.push({
        ...read(passage, inside, null, match.index, year, sentence),
        span: { start: match.index, end: match.index + match[0].length },
      })
    }
  }
  return changes
}

/** Nothing but the words of a comparison between a difference and its percentage. */
const sameComparison =
  /^[ ，、（]*即?(?:同比|(?:比|较)(?:上年|去年)(?:同期)?)?(?:增长|增加|上升|提高|提升|增幅|涨幅|升幅|下降|减少|降低|降幅|减幅|率)*(?:了|为|达到?)*[ ]*$/

/** The difference that stands right before or right after a percentage and compares the same figure. */
function withDifference(change: Change, before: Change | undefined, after: Change | undefined): Change {
  const { passage, by } = change
  if (by === null || by.unit !== '%') return change
  const fits = (other: Change | undefined) =>
    other?.by != null && other.by.unit !== '%' && !other.by.unit.endsWith('百分点') && other.by.direction === by.direction
  const between = (first: Quantity, second: Quantity) =>
    second.start - first.end <= 24 && sameComparison.test(passage.plain.slice(first.end, second.start))
  if (fits(before) && before!.now !== null && between(before!.by!, by)) return { ...change, beside: { now: before!.now, by: before!.by! } }
  if (fits(after) && change.now !== null && between(by, after!.by!)) return { ...change, beside: { now: change.now, by: after!.by! } }
  return change
}

function read(passage: Passage, inside: readonly Quantity[], by: Quantity | null, at: number, year: number | null, sentence: Span): Change {
  const points = by?.unit.endsWith('百分点') ?? false
  // 上年结转3件 is what was carried in, neither year's figure.
  const counts = (quantity: Quantity) =>
    !carriedIn.test(quantity.before) &&
    (points ? quantity.unit === '%' && quantity.kind !== 'change' : quantity.kind === 'count' || quantity.kind === 'money')
  const isLast = (quantity: Quantity) => ofLastYear(passage.plain, quantity, year)
  const ahead = inside.filter((quantity) => quantity.end <= at && counts(quantity))
  // 比上年的10件: last year's figure may stand between this year's and the comparison, or ahead of both, or in brackets behind.
  const nearest = ahead.at(-1)
  if (nearest === undefined)
    return { passage, span: by ?? { start: at, end: Math.min(at + 1, sentence.end) }, by, now: null, last: null, beside: null }
  const now = isLast(nearest) ? (ahead.at(-2) ?? null) : nearest
  let last: Quantity | null = isLast(nearest) ? nearest : null
  if (now !== null && last === null) {
    const further = ahead.at(-2)
    const behind = by === null ? undefined : inside.find((quantity) => quantity.start >= by.end && counts(quantity))
    if (further !== undefined && isLast(further)) last = further
    else if (by !== null && behind !== undefined && isLast(behind) && behind.start - by.end <= 12) last = behind
  }
  if (now !== null && last !== null && (last.unit !== now.unit || isLast(now)))
    return { passage, span: by ?? now, by, now: null, last: null, beside: null }
  const between = now === null ? '' : passage.plain.slice(now.end, at)
  // More than a clause of other words between figure and comparison: nobody can tell what it is of.
  const bound = last !== null || (between.length <= 24 && (between.match(/[，；]/g)?.length ?? 0) <= 1)
  return { passage, span: by ?? { start: at, end: Math.min(at + 1, sentence.end) }, by, now: bound ? now : null, last, beside: null }
}

/** 上年12件, 2023年12件: the words right before the number name the year before. */
function ofLastYear(plain: string, quantity: Quantity, year: number | null): boolean {
  if (lastYearWords.test(quantity.before)) return true
  const clause = clauseAt(plain, quantity.start)
  const years = plain.slice(Math.max(clause.start, quantity.start - 20), quantity.start).match(/20\d\d(?= ?年)/g)
  return year !== null && years !== null && Number(years.at(-1)) === year - 1
}
