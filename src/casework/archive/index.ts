/** 案卷: a case with everything that belongs to it, to be kept (Order 711 Art. 45). */
export { type ArchiveFile, archiveCase, archiveOf, exportCase } from './commands.ts'
export type { CaseRecord } from './record.ts'
