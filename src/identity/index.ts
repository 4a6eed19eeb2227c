/** People, bodies, roles, sessions, audit. */

export {
  type AccountState,
  accountStateOf,
  createAccount,
  createAccountWith,
  createAccountWithoutPassword,
  type NewAccount,
  recoverAccount,
  resetPassword,
  resetTotp,
  unlock,
} from './access/accounts.ts'
export type { EndReason, OpenSession, SessionEntry, SessionStage, SignedIn, Visitor } from './access/model.ts'
export { sessionStages } from './access/model.ts'
export { endExpiredSessions, endSession, endSessionsOf, sessionsOf, signOut } from './access/sessions.ts'
export {
  actorOf,
  changePassword,
  confirmEnrolment,
  confirmTotp,
  enrolTotp,
  signIn,
  signInForDemo,
} from './access/sign-in.ts'
export { addAttachment, type NewAttachment, readAttachment } from './attachments/commands.ts'
export {
  type Attachment,
  attachedNouns,
  dropAttachments,
  insertAttachment,
  loadAttachment,
  loadAttachmentsOf,
  moveAttachments,
} from './attachments/store.ts'
export { type AnchorBreak, anchorLine, compareAnchors } from './audit/anchor.ts'
export { type ArchiveState, archiveEvents, verifyArchive } from './audit/archive.ts'
export { canonicalJson } from './audit/hash.ts'
export { maskEmail, maskPhone, maskText } from './audit/mask.ts'
export type { BreakReason, ChainState, Event, EventKind, Happening, Recorder } from './audit/model.ts'
export { allEvents, type EventFilter, eventsOf, headOf, type ListedEvent } from './audit/queries.ts'
export { record } from './audit/store.ts'
export { verifyChain } from './audit/verify.ts'
export { addBody, addBodyIn, changeBody, changeBodyIn, endBody, endName, nameBody, nameBodyIn } from './bodies/commands.ts'
export {
  type BodyBelow,
  type BodyDetail,
  type BodyEnding,
  type BodyFacts,
  type BodyFilter,
  type BodyLink,
  type BodyName,
  type BodyNode,
  type BodyTie,
  type Ending,
  endings,
  establishmentUnknown,
  type NameKind,
  type NewBody,
  type NewName,
  nameKinds,
  type Succession,
} from './bodies/model.ts'
export {
  allBodies,
  allTies,
  bodiesBelow,
  bodyAt,
  bodyById,
  bodyBySlug,
  filingLineOf,
  findBodies,
  formerNames,
  governmentTree,
  lineBelow,
  targetOf,
} from './bodies/queries.ts'
export { checkCharacterOf, isUscc } from './bodies/uscc.ts'
export { dayAfter, dayOf, isDay, today } from './day.ts'
export {
  changeDeadline,
  changeDeadlineIn,
  closeDeadline,
  closeDeadlineIn,
  keepDeadline,
  keepDeadlineIn,
  recomputeDeadlines,
} from './deadlines/commands.ts'
export type { Deadline, DeadlineChange, DeadlineDetail, NewDeadline } from './deadlines/model.ts'
export { registerClockOwner } from './deadlines/owners.ts'
export { deadlineAt, deadlinesOf, recomputationsOf } from './deadlines/queries.ts'
export { type Computed, loadClockOf, type StoredChange, type StoredDeadline } from './deadlines/store.ts'
export { addDelegation, endDelegation, type NewDelegation } from './delegations/commands.ts'
export { delegationsOf } from './delegations/queries.ts'
export type { Delegation } from './delegations/store.ts'
export { day, email, phone, postcode, required, text, wrong } from './fields.ts'
export { type FirstRun, firstRun, firstRunNeeded } from './first-run.ts'
export { makeHandover } from './handovers/commands.ts'
export { registerHandover } from './handovers/hooks.ts'
export type { Handover, Moved, NewHandover } from './handovers/model.ts'
export { handoversOf } from './handovers/queries.ts'
export { calendarsOf, workCalendar } from './holidays/calendar.ts'
export {
  loadRestNotice,
  type NewLocalDay,
  type NewRestNotice,
  type NoticeResult,
  proposeLocalDay,
  withdrawLocalDay,
} from './holidays/commands.ts'
export {
  calendarHere,
  calendarYear,
  calendarYears,
  type DayShown,
  type LocalDayShown,
  localDaysOf,
  type YearShown,
} from './holidays/queries.ts'
export { exportBodies, importBodies } from './imports/bodies.ts'
export type { ImportError, ImportResult } from './imports/columns.ts'
export { exportPeople, importPeople, type PeopleImportResult } from './imports/people.ts'
export { readSheet, type SheetFormat, type SheetRow, type SheetValue, writeSheet } from './imports/sheet.ts'
export { type Trial, tried } from './imports/trial.ts'
export { deliverMessage, retryMessage, sendMessageIn } from './messages/commands.ts'
export { type Channel as MessageChannel, type Message, messageChannels, mostTries, type NewMessage, recipientOf } from './messages/model.ts'
export { messagesOf } from './messages/queries.ts'
export * from './model.ts'
export { type Notice, notificationsOf, notify, readNotifications } from './notifications/commands.ts'
export type { StoredNotification } from './notifications/store.ts'
export {
  addPerson,
  addPersonIn,
  changePerson,
  changePersonIn,
  chooseLanguage,
  type GiveAccount,
  leave,
  unmaskPerson,
} from './people/commands.ts'
export type { NewPerson, Person, PersonChange, PersonDetail, PersonFilter } from './people/model.ts'
export { findPeople, personAt, stillWorking } from './people/queries.ts'
export { allowForPerson, reachOf } from './people/reach.ts'
export { type Scope, scopes } from './policies/grants.ts'
export { allow, grantsOf, may, type Noun, policies, type Target, type Verb, whatMay } from './policies/index.ts'
export { addPost, addPostIn, endPost } from './posts/commands.ts'
export type { HeldPost, Holder, NewPost } from './posts/model.ts'
export { holdersOf, postsOf } from './posts/queries.ts'
export { loadHolders } from './posts/store.ts'
export { addRegion, addRegionIn, changeRegion } from './regions/commands.ts'
export type { Ground, NewRegion, Region } from './regions/model.ts'
export { allRegions, ground, regionByCode } from './regions/queries.ts'
export { addSection, addSectionIn, changeSection, endSection } from './sections/commands.ts'
export { sectionsOf } from './sections/queries.ts'
export type { Section } from './sections/store.ts'
export { changeSetting, isSettingKey } from './settings/commands.ts'
export { type Setting, type SettingGroup, type SettingKey, type SettingValue, settingGroups, settings } from './settings/model.ts'
export { bodiesWhere, type ListedSetting, listSettings, settingOf, settingsOf } from './settings/queries.ts'
export { decide, type NewSignOff, recordPaper, sendForSignOff, withdrawSignOff } from './sign-offs/commands.ts'
export { type Decision, decisions, type SignOffState, type Step, signOffStates } from './sign-offs/machine.ts'
export { type SignOff, type SignOffDetail, type SignOffSheet, signOffAt, signOffSheet, signOffsOf } from './sign-offs/queries.ts'
export { type Approvable, registerApprovable } from './sign-offs/registry.ts'
export { lastSignOffsOf, loadApprovals, loadSignOff, openSignOffOf, type StoredApproval, type SummaryLine } from './sign-offs/store.ts'
export { addTask, doTask } from './tasks/commands.ts'
export { type Lamp, lampOf, lamps, type NewTask, type Task, type TaskKind, taskKinds } from './tasks/model.ts'
export { tasksOf } from './tasks/queries.ts'
export { hasTask, markTasksDone, updateTasks } from './tasks/store.ts'
