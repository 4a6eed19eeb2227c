import { type CellKey, cellKeys, draw, type Edition, otherHandlingKeys, type Report } from '#report'

/** A report in which every cell holds another number, so that a figure in the wrong place cannot hide. For tests and the bench. */
export function numbered(edition: Edition, { oneOtherRow = false } = {}): Report {
  const figures: Record<CellKey, number | null> = {}
  cellKeys(edition).forEach((key, index) => {
    figures[key] = 101 + index
  })
  if (oneOtherRow) {
    for (const key of cellKeys(edition)) if (/\.(otherNotCorrected|otherUnpaid|otherOther)\./.test(key)) figures[key] = null
    otherHandlingKeys.forEach((key, index) => {
      figures[key] = 901 + index
    })
  }
  return draw({
    edition,
    figures,
    printed: { signature: { name: '柳溪镇人民政府', date: '2026-01-20', at: { line: 40 } } },
  })
}
