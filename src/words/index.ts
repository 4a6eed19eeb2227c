/** The message catalogue: every word a screen or a command says, in zh-CN and en, by typed key. Sentences of findings live in report/wording. */
export * from './access.ts'
export * from './check.ts'
export * from './cli.ts'
export * from './desk.ts'
export * from './errors.ts'
export * from './failures.ts'
export * from './identity.ts'
export * from './portal.ts'
