/** What a case costs: by piece, what it adds to the applicant's month; by page, what it has. In 分. */
import { type FeeLine, type FeeMode, informationFee } from '#calendar'

export const feeAmount = (mode: FeeMode, before: number, count: number): number =>
  informationFee(mode, before + count).amount - (before === 0 ? 0 : informationFee(mode, before).amount)

/** The lines by which an amount comes about: those of the whole count, less what was counted before. */
export function feeWorking(mode: FeeMode, before: number, count: number): FeeLine[] {
  const whole = informationFee(mode, before + count).working
  return whole.flatMap(({ first, last, each }) => {
    const from = Math.max(first, before + 1)
    const many = last - from + 1
    return many > 0 ? [{ first: from, last, count: many, each, amount: many * each }] : []
  })
}
