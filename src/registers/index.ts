/** 台账: the year's records beside the requests; table 二 and chapters one, five and six stand on them. */

import { registers } from './definitions/index.ts'
import { checkRegisters } from './definitions.ts'

const faults = checkRegisters(registers)
if (faults.length > 0) throw new Error(`the table of registers is wrong:\n${faults.join('\n')}`)

export {
  addEntry,
  addEvidence,
  changeEntry,
  definitionOf,
  type NewEntry,
  receiveNotice,
  restoreEntry,
  undoImport,
  voidEntry,
} from './commands.ts'
export { registerNamed, registers } from './definitions/index.ts'
export { checkRegisters } from './definitions.ts'
export { exportEntries, importEntries, type RegisterFile, type RegisterImportResult, type RowError } from './imports.ts'
export * from './model.ts'
export {
  countRegisters,
  type EntryDetail,
  type EntryFilter,
  entriesBehind,
  entriesOf,
  entriesOfYear,
  entryAt,
  type ListedEntry,
  noticesFor,
  readEvidence,
  registersOf,
  type YearOfRegisters,
} from './queries.ts'
export { type Reconciliation, reconcile, reconciliationOf } from './reconcile.ts'
export { loadImports, loadMapping, type Receipt, type StoredImport } from './store.ts'
export {
  type Count,
  type Countable,
  type CountingOptions,
  countEntries,
  measured,
  measureKey,
  measuresOf,
  registerOfCell,
} from './tally.ts'
export { valuesOf, written } from './values.ts'
