/** People, bodies, roles, sessions, audit. */
export * from './model.ts'
