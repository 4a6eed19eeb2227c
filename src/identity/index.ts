/** People, bodies, roles, sessions, audit. */

export {
  type AccountState,
  accountStateOf,
  createAccount,
  createAccountWith,
  createAccountWithoutPassword,
  type NewAccount,
  resetPassword,
  resetTotp,
  unlock,
} from './access/accounts.ts'
export type { EndReason, OpenSession, SessionEntry, SessionStage, SignedIn, Visitor } from './access/model.ts'
export { sessionStages } from './access/model.ts'
export { endExpiredSessions, endSession, endSessionsOf, sessionsOf, signOut } from './access/sessions.ts'
export {
  actorOf,
  changeLanguage,
  changePassword,
  confirmEnrolment,
  confirmTotp,
  enrolTotp,
  signIn,
  signInForDemo,
} from './access/sign-in.ts'
export type { BreakReason, ChainState, Event, EventKind, Happening, Recorder } from './audit/model.ts'
export { allEvents, type EventFilter, eventsOf, type ListedEvent } from './audit/queries.ts'
export { record } from './audit/store.ts'
export { verifyChain } from './audit/verify.ts'
export * from './model.ts'
export { type Scope, scopes } from './policies/grants.ts'
export { allow, grantsOf, may, type Noun, policies, type Target, type Verb, whatMay } from './policies/index.ts'
export { changeSetting, isSettingKey } from './settings/commands.ts'
export { type Setting, type SettingGroup, type SettingKey, type SettingValue, settingGroups, settings } from './settings/model.ts'
export { type ListedSetting, listSettings, settingOf, settingsOf } from './settings/queries.ts'
