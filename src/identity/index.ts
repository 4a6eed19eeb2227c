/** People, bodies, roles, sessions, audit. */

export { createAccount, createAccountWith, createAccountWithoutPassword, type NewAccount } from './access/accounts.ts'
export type { BreakReason, ChainState, Event, EventKind, Happening, Recorder } from './audit/model.ts'
export { allEvents, type EventFilter, eventsOf, type ListedEvent } from './audit/queries.ts'
export { record } from './audit/store.ts'
export { verifyChain } from './audit/verify.ts'
export * from './model.ts'
export { type Scope, scopes } from './policies/grants.ts'
export { allow, grantsOf, may, type Noun, policies, type Target, type Verb, whatMay } from './policies/index.ts'
