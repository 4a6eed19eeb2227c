/** The database and what lies beside it: connection, transaction, content store, migrations. */
export type { ContentStore, Context, JobRequest, Reader, Tx } from './context.ts'
export { inTransaction } from './context.ts'
export type { Database, Day } from './schema.ts'
