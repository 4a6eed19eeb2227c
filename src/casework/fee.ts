/** What a case costs: by piece, what it adds to the applicant's month; by page, what it has. In 分. */
import { type FeeMode, informationFee } from '#calendar'

export const feeAmount = (mode: FeeMode, before: number, count: number): number =>
  informationFee(mode, before + count).amount - (before === 0 ? 0 : informationFee(mode, before).amount)
