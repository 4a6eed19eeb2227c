import type { Check } from '../check.ts'
import { cellBlank, cellDecimal, cellMissing, cellSign } from './cells.ts'
import { challengesExplained, challengesSum } from './challenges.ts'
import { chapterAspects, chapterPairing, supervisionResults } from './chapters.ts'
import { citationNumber, citationRegulation } from './citations.ts'
import { feesMagnitude, feesStatement, termFee } from './fees.ts'
import { formBodyName, formPeriod, formSignature, formTitle, termDate } from './head.ts'
import { documentHygiene } from './hygiene.ts'
import { formChapter, formLabel } from './labels.ts'
import { formNumbering } from './numbering.ts'
import { excessiveSmall, refusedRare, ruleMakingPower } from './plausible.ts'
import { balance, outcomeSum, rowSum, staleCarry } from './requests.ts'
import { cellUnit } from './units.ts'
import { carriedOver, inForce, leap, pending } from './years.ts'

/** Checks on tables, form, years and law. */
export const formChecks: readonly Check[] = [
  rowSum,
  outcomeSum,
  balance,
  staleCarry,
  challengesSum,
  challengesExplained,
  cellBlank,
  cellMissing,
  cellUnit,
  cellSign,
  cellDecimal,
  formLabel,
  formChapter,
  formPeriod,
  formTitle,
  formBodyName,
  formSignature,
  formNumbering,
  termDate,
  ruleMakingPower,
  carriedOver,
  inForce,
  leap,
  pending,
  feesStatement,
  feesMagnitude,
  refusedRare,
  excessiveSmall,
  supervisionResults,
  chapterAspects,
  chapterPairing,
  citationNumber,
  citationRegulation,
  termFee,
  documentHygiene,
]
