export { exportLedger, type LedgerWanted } from './export.ts'
export { importLedger, type LedgerFile, type LedgerOutcome, type LedgerRemark, type LedgerResult } from './import.ts'
