/** The tables, as src/db/migrations makes them; a test compares the two. */
import type { ColumnType, Generated } from 'kysely'

/** `YYYY-MM-DD`, a day in Asia/Shanghai. */
export type Day = string
/** Any JSON; written as text (JSON.stringify), read as the value. */
export type Json = ColumnType<unknown, string, string>
export type NullableJson = ColumnType<unknown, string | null, string | null>

export interface Database {
  setting: SettingTable
  event: EventTable
  event_head: EventHeadTable
  content: ContentTable
  attachment: AttachmentTable
  region: RegionTable
  body: BodyTable
  body_name: BodyNameTable
  succession: SuccessionTable
  section: SectionTable
  person: PersonTable
  account: AccountTable
  password_history: PasswordHistoryTable
  post: PostTable
  delegation: DelegationTable
  handover: HandoverTable
  task: TaskTable
  sign_off: SignOffTable
  approval: ApprovalTable
  session: SessionTable
  notification: NotificationTable
  rest_notice: RestNoticeTable
  local_day: LocalDayTable
  deadline: DeadlineTable
  deadline_change: DeadlineChangeTable
  intake_form: IntakeFormTable
  request: RequestTable
  case_event: CaseEventTable
  counted: CountedTable
  time_limit: TimeLimitTable
  letter: LetterTable
  letter_case: LetterCaseTable
  letter_template: LetterTemplateTable
  number_series: NumberSeriesTable
  redaction: RedactionTable
  challenge: ChallengeTable
  challenge_request: ChallengeRequestTable
  challenge_event: ChallengeEventTable
  withheld: WithheldTable
  withheld_review: WithheldReviewTable
  message: MessageTable
  intake_draft: IntakeDraftTable
  case_visit: CaseVisitTable
  ledger_import: LedgerImportTable
  register_entry: RegisterEntryTable
  register_change: RegisterChangeTable
  register_import: RegisterImportTable
  register_mapping: RegisterMappingTable
  reconciliation: ReconciliationTable
  notice_receipt: NoticeReceiptTable
  annual_report: AnnualReportTable
  report_event: ReportEventTable
  report_version: ReportVersionTable
  report_remark: ReportRemarkTable
  roll_up: RollUpTable
}

export interface SettingTable {
  scope: string
  key: string
  value: Json
  changed_at: Date
}

export interface EventTable {
  seq: number
  at: Date
  actor_id: string | null
  on_behalf_of: string | null
  body_id: string | null
  origin: string
  kind: string
  noun: string
  noun_id: string
  detail: NullableJson
  detail_hash: Buffer
  previous_hash: Buffer
  hash: Buffer
}

export interface EventHeadTable {
  only: Generated<boolean>
  seq: number
  hash: Buffer
}

export interface ContentTable {
  hash: string
  size: number
  type: string
  stored_at: Date
}

export interface AttachmentTable {
  id: string
  hash: string
  name: string
  noun: string
  noun_id: string
  added_at: Date
  added_by: string | null
}

export interface RegionTable {
  id: string
  parent_id: string | null
  code: string
  name: string
  short_name: string
}

export interface BodyTable {
  id: string
  slug: string
  region_id: string
  kind: string
  level: string
  files_to: string | null
  shares_office_with: string | null
  uscc: string | null
  makes_rules: Generated<boolean>
  is_summed: Generated<boolean>
  reconsideration_organ: Generated<string>
  court: Generated<string>
  unit: Generated<string>
  address: Generated<string>
  postcode: Generated<string>
  phone: Generated<string>
  fax: Generated<string>
  email: Generated<string>
  hours: Generated<string>
  position: Generated<number>
  established_on: Day
  ended_on: Day | null
}

export interface BodyNameTable {
  id: string
  body_id: string
  name: string
  kind: string
  since: Day | null
  until: Day | null
}

export interface SuccessionTable {
  predecessor_id: string
  successor_id: string
  kind: string
  on_day: Day
  basis: Generated<string>
}

export interface SectionTable {
  id: string
  body_id: string
  name: string
  ended_on: Day | null
}

export interface PersonTable {
  id: string
  name: string
  phone: Generated<string>
  email: Generated<string>
  language: Generated<string>
  added_at: Date
  left_on: Day | null
}

export interface AccountTable {
  person_id: string
  username: string
  password_hash: string
  must_change_password: Generated<boolean>
  password_changed_at: Date
  totp_secret: string | null
  totp_confirmed_at: Date | null
  totp_last_step: number | null
  failures: Generated<number>
  locked_until: Date | null
}

export interface PasswordHistoryTable {
  person_id: string
  password_hash: string
  set_at: Date
}

export interface PostTable {
  id: string
  person_id: string
  body_id: string
  section_id: string | null
  role: string
  step: number | null
  since: Day
  until: Day | null
}

export interface DelegationTable {
  id: string
  from_person: string
  to_person: string
  body_id: string
  since: Day
  until: Day
  reason: string
  ended_at: Date | null
}

export interface HandoverTable {
  id: string
  from_person: string
  to_person: string
  body_id: string
  at: Date
  by_person: string
  note: Generated<string>
  moved: Json
}

export interface TaskTable {
  id: string
  kind: string
  noun: string
  noun_id: string
  title: string
  body_id: string
  person_id: string | null
  role: string | null
  due_on: Day | null
  due_status: string | null
  added_at: Date
  done_at: Date | null
}

export interface SignOffTable {
  id: string
  noun: string
  noun_id: string
  title: string
  summary: Json
  content_hash: string
  body_id: string
  drafted_by: string
  authors: Generated<readonly string[]>
  steps: Json
  state: string
  opened_at: Date
  closed_at: Date | null
}

export interface ApprovalTable {
  id: string
  sign_off_id: string
  step: number
  person_id: string
  on_behalf_of: string | null
  decision: string
  opinion: Generated<string>
  at: Date
  content_hash: string
  signed_on: Day | null
  scan_id: string | null
  recorded_by: string | null
}

export interface SessionTable {
  id: string
  token_hash: Buffer
  csrf_token: string
  person_id: string
  stage: string
  pending_totp: string | null
  started_at: Date
  seen_at: Date
  expires_at: Date
  address: string
  agent: Generated<string>
  ended_at: Date | null
  ended_because: string | null
}

export interface NotificationTable {
  id: string
  person_id: string
  at: Date
  kind: string
  values_: Json
  link: Generated<string>
  read_at: Date | null
}

export interface RestNoticeTable {
  year: number
  title: string
  number: string
  issued_on: Day
  source: string
  off: readonly Day[]
  made_up: readonly Day[]
  loaded_at: Date
  loaded_by: string | null
}

export interface LocalDayTable {
  id: string
  region_id: string
  day: Day
  works: boolean
  reason: string
  basis: Generated<string>
  state: string
  proposed_by: string
  proposed_at: Date
}

export interface DeadlineTable {
  id: string
  noun: string
  noun_id: string
  title: string
  body_id: string
  person_id: string | null
  received_on: Day
  events: Json
  due_on: Day | null
  due_status: string
  extended_due_on: Day | null
  computed_at: Date
  closed_at: Date | null
}

export interface DeadlineChangeTable {
  id: string
  deadline_id: string
  at: Date
  old_due: Day | null
  new_due: Day | null
  old_status: string
  new_status: string
  because: string
}

export interface IntakeFormTable {
  id: string
  body_id: string
  origin: string
  channel: string
  oral: Generated<boolean>
  facts: Json
  kind: string
  applicant_name: string
  applicant: string
  applicant_digest: string
  carrier: string
  delivery: string
  needs_help: Generated<string>
  added_at: Date
  added_by: string | null
}

export interface RequestTable {
  id: string
  form_id: string
  body_id: string
  type: string
  number: string
  code_digest: string
  title: string
  wanted: string
  kind: string
  applicant_name: string
  channel: string
  state: string
  submitted_on: Day
  received_on: Day | null
  unconfirmed_by: Day | null
  due_on: Day | null
  due_status: string | null
  person_id: string | null
  section_id: string | null
  outcome: string | null
  row: string | null
  concluded_on: Day | null
  answered_late: Generated<boolean>
  reopened: Generated<number>
  events: Generated<number>
  updated_at: Date
}

export interface CaseEventTable {
  id: string
  request_id: string
  seq: number
  kind: string
  on_day: Day
  at: Date
  person_id: string | null
  on_behalf_of: string | null
  data: Json
}

export interface CountedTable {
  request_id: string
  part: number
  body_id: string
  kind: string
  received_on: Day
  concluded_on: Day | null
  row: string | null
}

export interface TimeLimitTable {
  id: string
  noun: string
  noun_id: string
  kind: string
  ref: Generated<string>
  title: string
  body_id: string
  person_id: string | null
  since: Day
  days: number | null
  unit: string | null
  due_on: Day
  due_status: string
  reminded: Generated<number>
  closed_at: Date | null
}

export interface LetterTable {
  id: string
  body_id: string
  kind: string
  state: string
  number: string | null
  year: number | null
  serial: number | null
  recipient: string
  recipient_kind: string
  content: Json
  enclosures: Json
  content_hash: string
  edition: Generated<number>
  drafted_by: string
  authors: Generated<readonly string[]>
  drafted_at: Date
  approved_at: Date | null
  dated_on: Day | null
  sent_on: Day | null
  method: string | null
  tracking: Generated<string>
  served_on: Day | null
  served_how: Generated<string>
}

export interface LetterCaseTable {
  letter_id: string
  request_id: string
  position: number
  event_data: Json
}

export interface LetterTemplateTable {
  id: string
  body_id: string
  kind: string
  text: string
  changed_at: Date
  changed_by: string
  ended_at: Date | null
}

export interface NumberSeriesTable {
  body_id: string
  series: string
  year: number
  last: number
}

export interface RedactionTable {
  id: string
  request_id: string
  source_id: string
  marks: Json
  edition: Generated<number>
  state: string
  result_id: string | null
  proof: NullableJson
  made_by: string
  made_at: Date
}

export interface ChallengeTable {
  id: string
  body_id: string
  kind: string
  part: string
  direct: boolean | null
  reconsideration_id: string | null
  stage: Generated<string>
  organ: string
  number: Generated<string>
  state: string
  filed_on: Day
  result: string | null
  concluded_on: Day | null
  person_id: string | null
  updated_at: Date
}

export interface ChallengeRequestTable {
  challenge_id: string
  request_id: string
}

export interface ChallengeEventTable {
  id: string
  challenge_id: string
  seq: number
  kind: string
  on_day: Day
  at: Date
  person_id: string | null
  data: Json
}

export interface WithheldTable {
  id: string
  request_id: string
  body_id: string
  title: string
  row: string
  since: Day
  review_on: Day
  state: string
}

export interface WithheldReviewTable {
  id: string
  withheld_id: string
  on_day: Day
  keeps: boolean
  reason: string
  next_on: Day | null
  by_person: string
}

export interface MessageTable {
  id: string
  body_id: string | null
  channel: string
  kind: string
  recipient: string
  recipient_masked: string
  subject: string
  text: string
  noun: string
  noun_id: string
  state: string
  tries: Generated<number>
  last_error: Generated<string>
  added_at: Date
  sent_at: Date | null
  reference: Generated<string>
}

export interface CaseVisitTable {
  token_digest: string
  request_id: string
  started_at: Date
  seen_at: Date
}

export interface IntakeDraftTable {
  token_digest: string
  body_id: string
  data: string
  started_at: Date
  changed_at: Date
  expires_at: Date
}

export interface LedgerImportTable {
  id: string
  body_id: string
  file_id: string
  at: Date
  by_person: string
  rows: number
  summary: Json
}

export interface RegisterEntryTable {
  id: string
  body_id: string
  register: string
  entry: Json
  begins: Day
  unit: Generated<string>
  added_at: Date
  added_by: string | null
  edition: Generated<number>
  voided_at: Date | null
  void_reason: Generated<string>
  import_id: string | null
}

export interface RegisterChangeTable {
  id: string
  entry_id: string
  at: Date
  by_person: string | null
  kind: string
  entry: Json
  unit: string
  reason: Generated<string>
}

export interface RegisterImportTable {
  id: string
  body_id: string
  register: string
  file_id: string
  at: Date
  by_person: string
  rows: number
  undone_at: Date | null
}

export interface RegisterMappingTable {
  body_id: string
  register: string
  columns: Json
  changed_at: Date
}

export interface ReconciliationTable {
  id: string
  body_id: string
  register: string
  year: number
  file_id: string
  result: Json
  at: Date
  by_person: string
}

export interface NoticeReceiptTable {
  entry_id: string
  body_id: string
  signed_at: Date
  by_person: string
}

export interface AnnualReportTable {
  id: string
  body_id: string
  year: number
  scope: Generated<string>
  origin: Generated<string>
  state: string
  edition: Generated<number>
  draft: Json
  version: number | null
  filed_version: number | null
  published_version: number | null
  published_on: Day | null
  filed_on: Day | null
  paper_on: Day | null
}

export interface ReportEventTable {
  id: string
  report_id: string
  seq: number
  kind: string
  on_day: Day
  at: Date
  person_id: string | null
  on_behalf_of: string | null
  data: Json
}

export interface ReportVersionTable {
  report_id: string
  n: number
  hash: string
  content: Json
  made_at: Date
  made_by: string | null
  note: Generated<string>
  file_id: string | null
}

export interface ReportRemarkTable {
  id: string
  report_id: string
  version: number
  cell: string | null
  chapter: number | null
  quote: Generated<string>
  remark: string
  at: Date
  by_person: string
  answer: Generated<string>
  settled_at: Date | null
  settled_by: string | null
}

export interface RollUpTable {
  id: string
  body_id: string
  year: number
  scope: string
  parts: Json
  hash: string
  at: Date
  by_person: string
  note: Generated<string>
}
