/** People, bodies, roles, sessions, audit. */
export * from './model.ts'
export { type Scope, scopes } from './policies/grants.ts'
export { allow, grantsOf, may, type Noun, policies, type Target, type Verb, whatMay } from './policies/index.ts'
