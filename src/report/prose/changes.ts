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
}

const lastYearWords = /上年度?|去年|上一年度?|同期/
const level = /(?:与|同|和|较|比)(?:去年|上年度?|上一年度?|(?:19|20)\d{2}年度?)(?:同期)?(?:相比|数量)?(?:基本)?(?:持平|相同|一致)/g

/** Every comparison with the year before, in the order of the text. `year` is the report's. */
export function changesOf(passages: readonly Passage[], year: number | null): readonly Change[] {
  const changes: Change[] = []
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      const inside = passage.quantities.filter((quantity) => quantity.start >= sentence.start && quantity.end <= sentence.end)
      for (const by of inside) if (by.kind === 'change') changes.push(read(passage, inside, by, by.start, year, sentence))
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

function read(passage: Passage, inside: readonly Quantity[], by: Quantity | null, at: number, year: number | null, sentence: Span): Change {
  const points = by?.unit.endsWith('百分点') ?? false
  const counts = (quantity: Quantity) =>
    points ? quantity.unit === '%' && quantity.kind !== 'change' : quantity.kind === 'count' || quantity.kind === 'money'
  const isLast = (quantity: Quantity) => ofLastYear(passage.plain, quantity, year)
  const ahead = inside.filter((quantity) => quantity.end <= at && counts(quantity))
  // 比上年的10件: last year's figure may stand between this year's and the comparison, or ahead of both, or in brackets behind.
  const nearest = ahead.at(-1)
  if (nearest === undefined) return { passage, span: by ?? { start: at, end: Math.min(at + 1, sentence.end) }, by, now: null, last: null }
  const now = isLast(nearest) ? (ahead.at(-2) ?? null) : nearest
  let last: Quantity | null = isLast(nearest) ? nearest : null
  if (now !== null && last === null) {
    const further = ahead.at(-2)
    const behind = by === null ? undefined : inside.find((quantity) => quantity.start >= by.end && counts(quantity))
    if (further !== undefined && isLast(further)) last = further
    else if (by !== null && behind !== undefined && isLast(behind) && behind.start - by.end <= 12) last = behind
  }
  if (now !== null && last !== null && (last.unit !== now.unit || isLast(now)))
    return { passage, span: by ?? now, by, now: null, last: null }
  const between = now === null ? '' : passage.plain.slice(now.end, at)
  // More than a clause of other words between figure and comparison: nobody can tell what it is of.
  const bound = last !== null || (between.length <= 24 && (between.match(/[，；]/g)?.length ?? 0) <= 1)
  return { passage, span: by ?? { start: at, end: Math.min(at + 1, sentence.end) }, by, now: bound ? now : null, last }
}

/** 上年12件, 2023年12件: the words right before the number name the year before. */
function ofLastYear(plain: string, quantity: Quantity, year: number | null): boolean {
  if (lastYearWords.test(quantity.before)) return true
  const clause = clauseAt(plain, quantity.start)
  const years = plain.slice(Math.max(clause.start, quantity.start - 20), quantity.start).match(/20\d\d(?= ?年)/g)
  return year !== null && years !== null && Number(years.at(-1)) === year - 1
}
