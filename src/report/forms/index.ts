import type { CellKey, Edition, Report } from '../model.ts'
import { form2019 } from './2019.ts'
import { form2021 } from './2021.ts'
import { otherHandlingRow } from './common.ts'
import { cellsOf, type Form } from './form.ts'

export { otherHandlingRow } from './common.ts'
export * from './form.ts'

export const forms: Readonly<Record<Edition, Form>> = { '2021': form2021, '2019': form2019 }

/** The form of an edition; the 2021 shape stands where a report has no tables. */
export const formOf = (edition: Edition | null): Form => forms[edition ?? '2021']

const keys = { '2021': cellsOf(form2021), '2019': cellsOf(form2019) }

/** Every cell of an edition in the order printed. */
export const cellKeys = (edition: Edition | null): readonly CellKey[] => keys[edition ?? '2021']

/** The seven cells of the row 其他处理 printed as one, which a 2021 report may have besides its own. */
export const otherHandlingKeys: readonly CellKey[] = form2021.requests.columns.map(
  (column) => `requests.${otherHandlingRow.key}.${column.key}`,
)

/** Whether the report prints （六）其他处理 as one row. */
export const hasOtherHandling = (report: Pick<Report, 'figures'>): boolean => otherHandlingKeys[0]! in report.figures
