/** The API as the desk sees it. Made from src/api/openapi.json by `npm run docs`; do not edit. */

export type Agent = {
  name: string
  identityNumber: string
  phone: string
}

export type AnnualReport = {
  /** Report */
  id: string
  body: BodyRef
  year: number
  origin: 'desk' | 'file'
  state: ReportState
  /** Of the draft; who edits names the one they read */
  edition: number
  title: string
  /** The day the figures stand on (YYYY-MM-DD, Asia/Shanghai) */
  asOf: string
  figures: { [key: string]: number | null }
  counted: { [key: string]: number }
  lastYear: { [key: string]: number | null } | null
  declared: { [key: string]: DeclaredCell }
  /** Figures that prose may name as {{name}} */
  names: { [key: string]: number }
  chapters: ReportChapter[]
  doubts: Doubt[]
  moved: MovedCell[]
  version: ReportVersion | null
  /** Filed (YYYY-MM-DD, Asia/Shanghai) */
  filedOn: string | null
  /** Sealed paper copy in hand (YYYY-MM-DD, Asia/Shanghai) */
  paperOn: string | null
  /** Published (YYYY-MM-DD, Asia/Shanghai) */
  publishedOn: string | null
  /** Version that the public sees */
  publishedVersion: number | null
  remarks: ReportRemark[]
  events: ReportEvent[]
  may: ReportVerb[]
}

export type Applicant = {
  kind: ApplicantKind
  name: string
  identityType: IdentityType
  identityNumber: string
  contactName: string
  phone: string
  email: string
  address: string
  postcode: string
  /** Others who signed the form */
  together: {
    name: string
    kind: ApplicantKind
  }[]
  agent: Agent | null
}

/** Column of table 三 */
export type ApplicantKind = 'naturalPerson' | 'enterprise' | 'research' | 'socialOrganization' | 'legalService' | 'other'

export type Approval = {
  /** Index of the step */
  step: number
  person: PersonRef
  onBehalfOf: PersonRef | null
  decision: Decision
  opinion: string
  /** Decided, or recorded, at */
  at: string
  /** On paper: the date on the sheet (YYYY-MM-DD, Asia/Shanghai) */
  signedOn: string | null
  /** On paper: the scan */
  scanId: string | null
  recordedBy: PersonRef | null
}

export type Area = {
  /** Page, from 0 */
  page: number
  /** Left edge, as a part of the width of the page as it is shown */
  x: number
  /** Upper edge, as a part of its height */
  y: number
  /** Width, as a part of the width of the page */
  width: number
  /** Height, as a part of its height */
  height: number
}

export type Attachment = {
  /** Attachment */
  id: string
  name: string
  /** Media type, told by the bytes */
  type: string
  /** Bytes */
  size: number
  /** SHA-256 of the bytes */
  hash: string
  /** At */
  addedAt: string
}

export type Body = {
  /** Body */
  id: string
  /** Slug of the body */
  slug: string
  /** Official name today */
  name: string
  shortName: string
  aliases: string[]
  kind: BodyKind
  level: BodyLevel
  filesTo: BodyRef | null
  sharesOfficeWith: BodyRef | null
  /** 统一社会信用代码 */
  uscc: string | null
  /** May make 规章 */
  makesRules: boolean
  /** Counted by the local roll-up */
  isSummed: boolean
  /** 行政复议机关 */
  reconsiderationOrgan: string
  /** Court that hears suits against it */
  court: string
  /** 政府信息公开工作机构 */
  unit: string
  /** Address */
  address: string
  /** Postcode */
  postcode: string
  /** Telephone */
  phone: string
  /** Fax */
  fax: string
  /** Email */
  email: string
  /** Hours of work */
  hours: string
  /** Order within its kind */
  position: number
  /** Since (YYYY-MM-DD, Asia/Shanghai) */
  establishedOn: string
  /** The first day on which it no longer was (YYYY-MM-DD, Asia/Shanghai) */
  endedOn: string | null
}

export type BodyCalled = {
  slug: string
  name: string
}

export type BodyChange = {
  /** Code of the region */
  region?: string
  kind?: BodyKind
  level?: BodyLevel
  /** Slug of the body it files to */
  filesTo?: string | null
  /** Slug of the body it shares an office with */
  sharesOfficeWith?: string | null
  /** 统一社会信用代码 with a right check digit, or null */
  uscc?: string | null
  makesRules?: boolean
  isSummed?: boolean
  /** 行政复议机关 */
  reconsiderationOrgan?: string
  /** Court that hears suits against it */
  court?: string
  /** 政府信息公开工作机构 */
  unit?: string
  /** Address */
  address?: string
  /** Postcode */
  postcode?: string
  /** Telephone */
  phone?: string
  /** Fax */
  fax?: string
  /** Email */
  email?: string
  /** Hours of work */
  hours?: string
  position?: number
}

export type BodyDetail = {
  /** Body */
  id: string
  /** Slug of the body */
  slug: string
  /** Official name today */
  name: string
  shortName: string
  aliases: string[]
  kind: BodyKind
  level: BodyLevel
  filesTo: BodyRef | null
  sharesOfficeWith: BodyRef | null
  /** 统一社会信用代码 */
  uscc: string | null
  /** May make 规章 */
  makesRules: boolean
  /** Counted by the local roll-up */
  isSummed: boolean
  /** 行政复议机关 */
  reconsiderationOrgan: string
  /** Court that hears suits against it */
  court: string
  /** 政府信息公开工作机构 */
  unit: string
  /** Address */
  address: string
  /** Postcode */
  postcode: string
  /** Telephone */
  phone: string
  /** Fax */
  fax: string
  /** Email */
  email: string
  /** Hours of work */
  hours: string
  /** Order within its kind */
  position: number
  /** Since (YYYY-MM-DD, Asia/Shanghai) */
  establishedOn: string
  /** The first day on which it no longer was (YYYY-MM-DD, Asia/Shanghai) */
  endedOn: string | null
  region: {
    code: string
    name: string
  }
  names: BodyName[]
  predecessors: Succession[]
  successors: Succession[]
}

export type BodyDraft = {
  /** Address of its pages; it never changes */
  slug: string
  /** Official name */
  name: string
  /** Short name */
  shortName?: string
  /** Code of the region */
  region?: string
  kind: BodyKind
  level: BodyLevel
  /** Slug of the body it files to */
  filesTo?: string | null
  /** Slug of the body it shares an office with */
  sharesOfficeWith?: string | null
  /** 统一社会信用代码 with a right check digit, or null */
  uscc?: string | null
  makesRules?: boolean
  isSummed?: boolean
  /** 行政复议机关 */
  reconsiderationOrgan?: string
  /** Court that hears suits against it */
  court?: string
  /** 政府信息公开工作机构 */
  unit?: string
  /** Address */
  address?: string
  /** Postcode */
  postcode?: string
  /** Telephone */
  phone?: string
  /** Fax */
  fax?: string
  /** Email */
  email?: string
  /** Hours of work */
  hours?: string
  position?: number
  /** Since (YYYY-MM-DD, Asia/Shanghai) */
  establishedOn: string
}

export type BodyEnd = {
  /** The first day on which it no longer is (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  kind: SuccessionKind
  successors: string[]
  /** Document it rests on */
  basis: string
}

/** Kind of body */
export type BodyKind = 'government' | 'office' | 'department' | 'town' | 'zone' | 'dispatched' | 'authorised' | 'party' | 'vertical'

/** Level of the body */
export type BodyLevel = 'national' | 'province' | 'city' | 'county' | 'town'

export type BodyName = {
  /** Name */
  id: string
  name: string
  kind: BodyNameKind
  /** From (YYYY-MM-DD, Asia/Shanghai) */
  since: string | null
  /** The first day on which it no longer held (YYYY-MM-DD, Asia/Shanghai) */
  until: string | null
}

export type BodyNameDraft = {
  /** Name */
  name: string
  kind: BodyNameKind
  /** From; absent: today (YYYY-MM-DD, Asia/Shanghai) */
  since?: string
}

export type BodyNameKind = 'official' | 'short' | 'alias'

export type BodyPage = {
  items: Body[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type BodyRef = {
  /** Body */
  id: string
  /** Slug of the body */
  slug: string
  /** Official name today */
  name: string
}

export type CalendarDay = {
  /** The day (YYYY-MM-DD, Asia/Shanghai) */
  day: string
  /** Whether it is a working day */
  works: boolean
  kind: CalendarDayKind
  /** Of a local day: why */
  reason: string | null
}

export type CalendarDayKind = 'working-day' | 'weekend' | 'holiday' | 'made-up' | 'local-rest' | 'local-work'

export type CalendarYear = {
  year: number
  /** False: dates of this year are provisional */
  announced: boolean
  notice: RestNotice | null
  /** Local days in force */
  localDays: number
}

export type CalendarYearDetail = {
  year: number
  /** False: dates of this year are provisional */
  announced: boolean
  notice: RestNotice | null
  /** Local days in force */
  localDays: number
  days: CalendarDay[]
}

export type CalendarYearList = {
  items: CalendarYear[]
}

/** Form wanted */
export type Carrier = 'electronic' | 'paper' | 'inspection' | 'other'

/** What a verb takes. confirm: facts; correct-receipt: facts, reason; amend: title?, wanted?, kind?, reason; assign: personId?, sectionId?, note?; link: requestId, how; void: reason; withdraw: text; set-internal-deadline: dueOn; note: text; log-call: direction, with, text; log-search: where, terms, found, text?; ask-inquiry: sectionId?, name, question, dueOn; chase-inquiry: id; answer-inquiry: id, text; ask-correction: what, by; receive-correction: text; lapse-correction: nothing; consult: party, name; record-consultation-received: id; record-opinion: id, opinion, text?; lapse-consultation: id; ask-reasons: by; record-reasons: text, reasonable; fix-delay: until; extend: days, approver, reason; notice-fee: mode, count, before?; record-payment: amount, receipt; lapse-fee: nothing; refer: to, question; answer-referral: id, text; decide: path; answer: method, late?; record-service: method; record-undelivered: reason; reopen: because, challengeId?, dueOn?; offer-publication: by?; settle-publication: accepted, reason; rate: score, text?; archive: nothing */
export type CaseAct = {
  /** The legal day; today without it (YYYY-MM-DD, Asia/Shanghai) */
  on?: string
  facts?: ReceiptFacts
  /** Of correct-receipt, amend, void, extend, record-undelivered, settle-publication */
  reason?: string
  /** Of amend */
  title?: string
  /** Of amend */
  wanted?: string
  /** Of amend */
  kind?: 'naturalPerson' | 'enterprise' | 'research' | 'socialOrganization' | 'legalService' | 'other'
  /** Of assign */
  personId?: string | null
  /** Of assign, ask-inquiry */
  sectionId?: string | null
  /** Of assign */
  note?: string
  /** Of link */
  requestId?: string
  /** Of link */
  how?: 'repeat' | 'duplicate' | 'related' | 'split'
  /** Of withdraw, note, log-call, log-search, answer-inquiry, receive-correction, record-opinion, record-reasons, answer-referral, rate */
  text?: string | string | string
  /** Of set-internal-deadline, ask-inquiry, reopen */
  dueOn?: string | null
  /** Of log-call */
  direction?: 'in' | 'out'
  /** Of log-call */
  with?: string
  /** Of log-search */
  where?: string
  /** Of log-search */
  terms?: string
  /** Of log-search */
  found?: number
  /** Of ask-inquiry, consult */
  name?: string
  /** Of ask-inquiry, refer */
  question?: string
  /** Of chase-inquiry, answer-inquiry, record-consultation-received, record-opinion, lapse-consultation, answer-referral */
  id?: string
  /** Of ask-correction */
  what?: string
  /** Of ask-correction, ask-reasons, offer-publication */
  by?: string | 'body' | 'applicant'
  /** Of consult */
  party?: 'third-party' | 'co-maker'
  /** Of record-opinion */
  opinion?: 'agrees' | 'refuses' | 'partly'
  /** Of record-reasons */
  reasonable?: boolean
  /** Of fix-delay */
  until?: string
  /** Of extend */
  days?: number
  /** Of extend */
  approver?: string
  /** Of notice-fee */
  mode?: 'piece' | 'page'
  /** Of notice-fee */
  count?: number
  /** Of notice-fee */
  before?: number
  /** Of record-payment */
  amount?: number
  /** Of record-payment */
  receipt?: string
  /** Of refer */
  to?: 'competent' | 'secrecy' | 'legal'
  /** Of decide */
  path?: OutcomeStep[]
  /** Of answer, record-service */
  method?: 'download' | 'e-mail' | 'post' | 'in-person' | string
  /** Of answer */
  late?: LateReason | null
  /** Of reopen */
  because?: string
  /** Of reopen */
  challengeId?: string | null
  /** Of settle-publication */
  accepted?: boolean
  /** Of rate */
  score?: number
}

export type CaseArchive = {
  /** SHA-256 of the JSON */
  hash: string
}

export type CaseConclusion = {
  /** Concluded (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  how: HowConcluded
  /** Row of table 三 */
  row: string | null
  /** The letter; null where the paper was made elsewhere */
  letterId: string | null
}

export type CaseCounts = {
  open: number
  overdue: number
  today: number
  /** Three working days or fewer */
  soon: number
  /** To be confirmed */
  submitted: number
  /** Of them, past their day */
  unconfirmed: number
  correcting: number
  explaining: number
  paying: number
}

export type CaseDecision = {
  path: OutcomeStep[]
  outcome: string
  /** Row of table 三; null of what it does not count */
  row: string | null
  /** Decided (YYYY-MM-DD, Asia/Shanghai) */
  decidedOn: string
}

export type CaseDetail = {
  /** Case */
  id: string
  body: BodyRef
  type: CaseType
  number: string
  title: string
  /** Name; of a natural person masked; empty to a liaison officer */
  applicant: string
  kind: ApplicantKind
  state: CaseState
  channel: Channel
  /** Came in (YYYY-MM-DD, Asia/Shanghai) */
  submittedOn: string
  /** Received as Art. 31 has it; null while nobody has confirmed it (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn: string | null
  /** The working day by whose end it should be confirmed; null once it is (YYYY-MM-DD, Asia/Shanghai) */
  unconfirmedBy: string | null
  /** Last day to answer; null while it waits, and once it is concluded (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string | null
  dueStatus: DueStatus | null
  /** Working days left, today not counted; below 0 when overdue; while unconfirmed, to confirm it */
  daysLeft: number | null
  lamp: Lamp
  /** Empty where no clock runs */
  ruler: RulerCell[]
  person: PersonRef | null
  /** Leaf of the decision tree, once decided */
  outcome: string | null
  /** Row of table 三, once concluded */
  row: string | null
  /** Concluded (YYYY-MM-DD, Asia/Shanghai) */
  concludedOn: string | null
  /** Answered after the last day */
  late: boolean
  /** How often it was reopened */
  reopened: number
  letter: LetterUnderWay | null
  wanted: string
  section: SectionRef | null
  folded: FoldedCase
  form: IntakeForm | null
  clock: DeadlineResult | null
  limits: CaseLimit[]
  timeline: CaseEvent[]
  letters: CaseLetter[]
  files: CaseFile[]
  links: LinkedCase[]
  /** What the session may do now */
  may: CaseVerb[]
  /** And why not the rest */
  mayNot: MayNot[]
}

export type CaseEvent = {
  /** Event */
  id: string
  kind: string
  /** The legal day (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  /** Written down */
  at: string
  person: PersonRef | null
  /** As the kind has it */
  data: { [key: string]: unknown }
}

export type CaseFee = {
  /** Notice received (YYYY-MM-DD, Asia/Shanghai) */
  noticedOn: string
  /** 分 */
  amount: number
  /** Paid (YYYY-MM-DD, Asia/Shanghai) */
  paidOn: string | null
  /** Lapsed (YYYY-MM-DD, Asia/Shanghai) */
  lapsedOn: string | null
}

export type CaseFile = {
  /** File */
  id: string
  on: CaseFileOn
  name: string
  /** Media type */
  type: string
  /** Bytes */
  size: number
  /** SHA-256 */
  hash: string
  /** Added */
  addedAt: string
}

/** form: proof of identity and the like; looking at it is recorded */
export type CaseFileOn = 'form' | 'case'

export type CaseLetter = {
  /** Letter */
  id: string
  kind: string
  state: string
  /** Number, once approved */
  number: string | null
  recipient: string
  recipientKind: string
  /** Drafted */
  draftedAt: string
  /** Sent (YYYY-MM-DD, Asia/Shanghai) */
  sentOn: string | null
  /** How it went out */
  method: string | null
  /** Served (YYYY-MM-DD, Asia/Shanghai) */
  servedOn: string | null
}

export type CaseLimit = {
  /** Limit */
  id: string
  kind: LimitKind
  /** Id of the consultation or the inquiry; else empty */
  ref: string
  /** Runs from; that day does not count (YYYY-MM-DD, Asia/Shanghai) */
  since: string
  /** Length; null where it was fixed as a day */
  days: number | null
  /** Last day (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string
  dueStatus: DueStatus
  /** Working days left */
  daysLeft: number | null
  lamp: Lamp
}

export type CasePage = {
  items: CaseRow[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type CaseRefusal = 'case-state' | 'case-hand' | 'case-guard'

/** One go through the clock */
export type CaseRound = {
  /** Received, or reopened (YYYY-MM-DD, Asia/Shanghai) */
  startedOn: string
  /** Last day fixed by whoever set the decision aside (YYYY-MM-DD, Asia/Shanghai) */
  fixedDue: string | null
  decision: CaseDecision | null
  conclusion: CaseConclusion | null
}

export type CaseRow = {
  /** Case */
  id: string
  body: BodyRef
  type: CaseType
  number: string
  title: string
  /** Name; of a natural person masked; empty to a liaison officer */
  applicant: string
  kind: ApplicantKind
  state: CaseState
  channel: Channel
  /** Came in (YYYY-MM-DD, Asia/Shanghai) */
  submittedOn: string
  /** Received as Art. 31 has it; null while nobody has confirmed it (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn: string | null
  /** The working day by whose end it should be confirmed; null once it is (YYYY-MM-DD, Asia/Shanghai) */
  unconfirmedBy: string | null
  /** Last day to answer; null while it waits, and once it is concluded (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string | null
  dueStatus: DueStatus | null
  /** Working days left, today not counted; below 0 when overdue; while unconfirmed, to confirm it */
  daysLeft: number | null
  lamp: Lamp
  /** Empty where no clock runs */
  ruler: RulerCell[]
  person: PersonRef | null
  /** Leaf of the decision tree, once decided */
  outcome: string | null
  /** Row of table 三, once concluded */
  row: string | null
  /** Concluded (YYYY-MM-DD, Asia/Shanghai) */
  concludedOn: string | null
  /** Answered after the last day */
  late: boolean
  /** How often it was reopened */
  reopened: number
  letter: LetterUnderWay | null
}

/** State of the case now */
export type CaseState = 'submitted' | 'handling' | 'correcting' | 'explaining' | 'paying' | 'answered' | 'archived' | 'void'

/** A correction of a record (Art. 41) is never counted */
export type CaseType = 'request' | 'record-correction'

export type CaseVerb = 'confirm' | 'correct-receipt' | 'amend' | 'assign' | 'link' | 'void' | 'withdraw' | 'set-internal-deadline' | 'note' | 'log-call' | 'log-search' | 'ask-inquiry' | 'chase-inquiry' | 'answer-inquiry' | 'ask-correction' | 'receive-correction' | 'lapse-correction' | 'consult' | 'record-consultation-received' | 'record-opinion' | 'lapse-consultation' | 'ask-reasons' | 'record-reasons' | 'fix-delay' | 'extend' | 'notice-fee' | 'record-payment' | 'lapse-fee' | 'refer' | 'answer-referral' | 'decide' | 'answer' | 'record-service' | 'record-undelivered' | 'reopen' | 'offer-publication' | 'settle-publication' | 'rate' | 'archive'

export type CellName = {
  key: string
  /** What it counts, in words */
  counts: string
  /** Provision */
  source: string | null
}

export type CellRecords = {
  cell: CellName
  /** Of a cell of table 三, by day */
  requests: TableRecord[]
  /** Of a cell of table 四 */
  challenges: TableChallenge[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type ChainProof = {
  /** How many */
  events: number
  /** Of them, those whose detail was archived or purged, as later events say */
  forgotten: number
  /** Hash of the last, in hex */
  head: string
  broken: {
    seq: number
    /** A code */
    why: string
    /** What that means */
    text: string
  } | null
}

export type Challenge = {
  /** Challenge */
  id: string
  /** Kind, organ and number */
  title: string
  body: BodyRef
  kind: ChallengeKind
  part: ChallengePart
  /** Of a suit: without a reconsideration before it */
  isDirect: boolean | null
  stage: ChallengeStageName
  /** Before whom it is now */
  organ: string
  /** Its number there; may be empty */
  number: string
  state: ChallengeState
  /** Filed: table 四 counts it from here (YYYY-MM-DD, Asia/Shanghai) */
  filedOn: string
  stands: ChallengeConclusion | null
  counts: ChallengeConclusion | null
  limit: ChallengeLimit | null
  requests: LinkedRequest[]
  person: PersonRef | null
  /** Last change */
  updatedAt: string
}

export type ChallengeAct = {
  /** The legal day; today without one (YYYY-MM-DD, Asia/Shanghai) */
  on?: string
  /** Number of the notice, decision or judgment */
  number?: string
  /** Organ or court */
  organ?: string
  /** In words */
  text?: string
  procedure?: ChallengeProcedure
  /** Needed where the answer is late */
  lateReason?: string
  outcome?: ChallengeOutcome
  /** With a result that corrects: cases to handle anew, in the same step */
  reopen?: ChallengeReopening[]
  /** What is appealed to */
  stage?: 'second' | 'retrial'
  by?: ChallengeParty
  /** Why */
  reason?: string
  /** Filed (YYYY-MM-DD, Asia/Shanghai) */
  filedOn?: string
  isDirect?: boolean
  part?: ChallengePart
  /** Of a suit: the reconsideration before it */
  reconsiderationId?: string | null
  /** All cases it is about, in place of those before */
  requestIds?: string[]
  /** Who sees to it */
  personId?: string | null
}

export type ChallengeConclusion = {
  /** Since (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  result: ChallengeResult
}

export type ChallengeDetail = {
  /** Challenge */
  id: string
  /** Kind, organ and number */
  title: string
  body: BodyRef
  kind: ChallengeKind
  part: ChallengePart
  /** Of a suit: without a reconsideration before it */
  isDirect: boolean | null
  stage: ChallengeStageName
  /** Before whom it is now */
  organ: string
  /** Its number there; may be empty */
  number: string
  state: ChallengeState
  /** Filed: table 四 counts it from here (YYYY-MM-DD, Asia/Shanghai) */
  filedOn: string
  stands: ChallengeConclusion | null
  counts: ChallengeConclusion | null
  limit: ChallengeLimit | null
  requests: LinkedRequest[]
  person: PersonRef | null
  /** Last change */
  updatedAt: string
  /** What the applicant holds against it */
  grounds: string
  /** Each go before an organ or court, in order; all of a suit are one challenge */
  stages: ChallengeStage[]
  timeline: ChallengeEntry[]
  files: Attachment[]
  reconsideration: OtherChallenge | null
  suits: OtherChallenge[]
  /** What this session may do now */
  may: ChallengeVerb[]
}

export type ChallengeDraft = {
  /** Slug of the body */
  body: string
  kind: ChallengeKind
  part?: ChallengePart
  /** Of a suit; not needed with `reconsiderationId` */
  isDirect?: boolean
  /** Of a suit: the reconsideration before it */
  reconsiderationId?: string | null
  /** Cases it is about */
  requestIds: string[]
  /** Reconsideration organ or court; that of the body unless told */
  organ?: string
  /** Its number there */
  number?: string
  /** The organ or court received it (YYYY-MM-DD, Asia/Shanghai) */
  filedOn: string
  /** Who sees to it */
  personId?: string
  /** What the applicant holds against it */
  grounds?: string
}

export type ChallengeEntry = {
  /** Event */
  id: string
  /** As `challenge.decided` */
  kind: string
  /** The legal day (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  /** Written down */
  at: string
  person: PersonRef | null
  /** What happened, in words; empty of a note */
  line: string
  /** What was written with it; may be empty */
  text: string
}

/** Group of table 四 */
export type ChallengeGroup = 'reconsideration' | 'directLitigation' | 'litigationAfterReconsideration'

/** 行政复议 or 行政诉讼 */
export type ChallengeKind = 'reconsideration' | 'litigation'

export type ChallengeLimit = {
  kind: ChallengeLimitKind
  /** In the language of the request */
  name: string
  /** Article */
  source: string
  /** Runs from; that day does not count (YYYY-MM-DD, Asia/Shanghai) */
  since: string
  /** Last day (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string
  dueStatus: DueStatus
  lamp: Lamp
  /** Working days left, today not counted; below 0 when overdue */
  daysLeft: number | null
}

export type ChallengeLimitKind = 'challenge-acceptance' | 'challenge-answer'

/** What was decided */
export type ChallengeOutcome = 'maintained' | 'claim-rejected' | 'revoked' | 'changed' | 'declared-illegal' | 'declared-void' | 'ordered-to-perform' | 'dismissed' | 'mediated' | 'ended' | 'withdrawn' | 'not-accepted' | 'judgment-stands'

export type ChallengePage = {
  items: Challenge[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

/** As what the body stands there; a co-defendant (sued only because it reconsidered) is not counted in table 四 */
export type ChallengePart = 'respondent' | 'co-defendant'

/** Who brought the appeal */
export type ChallengeParty = 'applicant' | 'body' | 'other'

/** Of a reconsideration (行政复议法 Art. 48, 54) */
export type ChallengeProcedure = 'ordinary' | 'simple'

export type ChallengeReopening = {
  /** Request, one of those it is about */
  requestId: string
  /** Day set for the new answer; null where the term of the law runs (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string | null
}

export type ChallengeResult = 'upheld' | 'corrected' | 'other'

export type ChallengeStage = {
  stage: ChallengeStageName
  organ: string
  number: string
  by: ChallengeParty
  /** Filed (YYYY-MM-DD, Asia/Shanghai) */
  filedOn: string
  /** Accepted (YYYY-MM-DD, Asia/Shanghai) */
  acceptedOn: string | null
  /** Accepted because the time to say no had passed */
  isDeemed: boolean
  /** The copy reached the body (YYYY-MM-DD, Asia/Shanghai) */
  copyOn: string | null
  procedure: ChallengeProcedure
  /** Answered (YYYY-MM-DD, Asia/Shanghai) */
  answeredOn: string | null
  lateReason: string
  /** Decided (YYYY-MM-DD, Asia/Shanghai) */
  decidedOn: string | null
  outcome: ChallengeOutcome | null
  decisionNumber: string
  text: string
}

/** Before whom */
export type ChallengeStageName = 'reconsideration' | 'first' | 'second' | 'retrial'

export type ChallengeState = 'filed' | 'accepted' | 'answered' | 'decided' | 'refused' | 'void'

export type ChallengeVerb = 'accept' | 'receive-copy' | 'refuse' | 'answer' | 'decide' | 'withdraw' | 'appeal' | 'remand' | 'amend' | 'assign' | 'note' | 'void'

/** How it arrived */
export type Channel = 'in-person' | 'registered-post' | 'ordinary-post' | 'internet' | 'fax' | 'e-mail'

export type ChapterDraft = {
  number: number
  /** Prose */
  text: string
}

export type ChapterWritten = {
  number: number
  /** Prose */
  text: string
}

export type CheckedReport = {
  body: BodyRef
  /** Report */
  reportId: string
  version: number
  errors: number
  warnings: number
  findings: FindingOfFiled[]
}

export type CheckedReportList = {
  items: CheckedReport[]
}

export type Confirmation = {
  reason: string
  by: string
}

export type Consultation = {
  /** Consultation */
  id: string
  party: ConsultedParty
  name: string
  /** Sent (YYYY-MM-DD, Asia/Shanghai) */
  sentOn: string
  /** Reached them (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn: string | null
  /** Answered, or taken as silent (YYYY-MM-DD, Asia/Shanghai) */
  answeredOn: string | null
  opinion: Opinion | null
  text: string
}

/** Silent: a third party leaves it to the body (Art. 32), a co-making organ consents (Art. 34) */
export type ConsultedParty = 'third-party' | 'co-maker'

export type CorrectionAsked = {
  /** Asked (YYYY-MM-DD, Asia/Shanghai) */
  askedOn: string
  /** By when */
  by: string | null
  /** Corrected (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn: string | null
  what: string
  /** What the applicant wrote; empty until then */
  text: string
}

export type CountedTwice = {
  kind: string
  number: string
  bodies: BodyCalled[]
}

export type CountyPaper = 'reminder' | 'circular' | 'brief'

export type Credentials = {
  username: string
  /** Password */
  password: string
}

export type DayDifference = {
  /** A day that changes (YYYY-MM-DD, Asia/Shanghai) */
  day: string
  worksBefore: boolean
  worksAfter: boolean
}

export type Deadline = {
  /** Deadline */
  id: string
  /** What it belongs to; `deadline` where kept by hand */
  noun: string
  nounId: string
  title: string
  body: BodyRef
  person: PersonRef | null
  /** Received (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn: string
  /** What happened after receipt, in order */
  events: DeadlineEvent[]
  /** Last day to answer (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string | null
  dueStatus: DueStatus
  /** Last day if extended (YYYY-MM-DD, Asia/Shanghai) */
  extendedDueOn: string | null
  /** Working days left, today not counted; below 0 when overdue */
  daysLeft: number | null
  lamp: Lamp
  ruler: RulerCell[]
  /** Computed at */
  computedAt: string
  /** Closed at */
  closedAt: string | null
}

export type DeadlineAnswer = {
  /** Received (YYYY-MM-DD, Asia/Shanghai) */
  received: string
  /** Last day to ask for correction (YYYY-MM-DD, Asia/Shanghai) */
  correctionBy: string
  /** Last day of the third party if asked on the day of receipt (YYYY-MM-DD, Asia/Shanghai) */
  consultationBy: string
  /** Last day to answer; null while a correction or a fee is open (YYYY-MM-DD, Asia/Shanghai) */
  due: string | null
  /** Last day if extended by 20 working days (YYYY-MM-DD, Asia/Shanghai) */
  extendedDue: string | null
  status: DueStatus
  /** The reasoning */
  steps: DeadlineStep[]
  ruler: RulerCell[]
}

export type DeadlineChange = {
  /** Change */
  id: string
  deadline: {
    /** Deadline */
    id: string
    title: string
  }
  body: BodyRef
  /** At */
  at: string
  /** Before (YYYY-MM-DD, Asia/Shanghai) */
  oldDue: string | null
  /** After (YYYY-MM-DD, Asia/Shanghai) */
  newDue: string | null
  oldStatus: DueStatus
  newStatus: DueStatus
  /** Why it moved */
  because: string
}

export type DeadlineChangeDraft = {
  /** Title */
  title?: string
  /** Who answers for it */
  person?: string | null
  /** Received (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn?: string
  /** What happened after receipt, in order */
  events?: DeadlineEvent[]
}

export type DeadlineChangePage = {
  items: DeadlineChange[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type DeadlineDetail = {
  /** Deadline */
  id: string
  /** What it belongs to; `deadline` where kept by hand */
  noun: string
  nounId: string
  title: string
  body: BodyRef
  person: PersonRef | null
  /** Received (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn: string
  /** What happened after receipt, in order */
  events: DeadlineEvent[]
  /** Last day to answer (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string | null
  dueStatus: DueStatus
  /** Last day if extended (YYYY-MM-DD, Asia/Shanghai) */
  extendedDueOn: string | null
  /** Working days left, today not counted; below 0 when overdue */
  daysLeft: number | null
  lamp: Lamp
  ruler: RulerCell[]
  /** Computed at */
  computedAt: string
  /** Closed at */
  closedAt: string | null
  result: DeadlineResult
  changes: DeadlineChange[]
}

export type DeadlineDraft = {
  /** Title */
  title: string
  /** Slug of the body */
  body: string
  /** Who answers for it */
  person?: string
  /** Received (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn: string
  /** What happened after receipt, in order */
  events?: DeadlineEvent[]
}

export type DeadlineEvent = {
  kind: DeadlineEventKind
  /** Day of the event; of `delay-agreed`: the last day agreed (YYYY-MM-DD, Asia/Shanghai) */
  date: string
  /** Of an extension: working days */
  days?: number
  /** Of an extension: who approved it */
  approver?: string
}

/** As in docs/deadlines.md */
export type DeadlineEventKind = 'correction-asked' | 'corrected' | 'consultation-sent' | 'consultation-answered' | 'fee-noticed' | 'fee-paid' | 'extended' | 'delay-agreed'

export type DeadlinePage = {
  items: Deadline[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type DeadlineQuestion = {
  /** Received (YYYY-MM-DD, Asia/Shanghai) */
  received: string
  /** What happened after receipt, in order */
  events?: DeadlineEvent[]
}

export type DeadlineResult = {
  /** Received (YYYY-MM-DD, Asia/Shanghai) */
  received: string
  /** Last day to ask for correction (YYYY-MM-DD, Asia/Shanghai) */
  correctionBy: string
  /** Last day of the third party if asked on the day of receipt (YYYY-MM-DD, Asia/Shanghai) */
  consultationBy: string
  /** Last day to answer; null while a correction or a fee is open (YYYY-MM-DD, Asia/Shanghai) */
  due: string | null
  /** Last day if extended by 20 working days (YYYY-MM-DD, Asia/Shanghai) */
  extendedDue: string | null
  status: DueStatus
  /** The reasoning */
  steps: DeadlineStep[]
}

export type DeadlineStep = {
  /** The day the step leads to (YYYY-MM-DD, Asia/Shanghai) */
  date: string
  /** Id of the rule */
  rule: string
  /** Article */
  source: string
  /** The step in words */
  text: string
}

/** A return needs an opinion */
export type Decision = 'approved' | 'returned'

export type DecisionDraft = {
  decision: Decision
  /** Opinion; a return needs one */
  opinion?: string
  /** SHA-256 of what is approved */
  contentHash: string
}

export type Declaration = {
  /** Cell of the form */
  cell: string
  /** null takes it back */
  value: number | null
  /** Why */
  reason: string
}

export type DeclaredCell = {
  value: number
  reason: string
  by: string
}

export type Delegation = {
  /** Delegation */
  id: string
  from: PersonRef
  to: PersonRef
  body: BodyRef
  /** First day (YYYY-MM-DD, Asia/Shanghai) */
  since: string
  /** Last day (YYYY-MM-DD, Asia/Shanghai) */
  until: string
  reason: string
  /** Ended early at */
  endedAt: string | null
  /** Holds today */
  active: boolean
}

export type DelegationDraft = {
  /** For whom */
  from: string
  /** Who acts */
  to: string
  /** Slug of the body */
  body: string
  /** First day (YYYY-MM-DD, Asia/Shanghai) */
  since: string
  /** Last day (YYYY-MM-DD, Asia/Shanghai) */
  until: string
  /** Why */
  reason: string
}

export type DelegationPage = {
  items: Delegation[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

/** Way of delivery wanted */
export type Delivery = 'download' | 'e-mail' | 'post' | 'in-person'

export type Demo = {
  /** Where the clock stands (YYYY-MM-DD, Asia/Shanghai) */
  today: string
  roles: DemoRole[]
}

export type DemoClock = {
  /** Where the clock of the demo stands (YYYY-MM-DD, Asia/Shanghai) */
  today: string
}

export type DemoMoved = {
  /** Where the clock stands (YYYY-MM-DD, Asia/Shanghai) */
  today: string
}

export type DemoRole = {
  /** Which button */
  role: string
  /** What the button says */
  label: string
  person: PersonRef
  /** Where they hold the role */
  body: string
}

export type Differing = {
  /** Entry */
  id: string
  title: string
  field: string
  here: string
  there: string
}

export type Doubt = {
  rule: string
  severity: DoubtSeverity
  message: string
  cells: string[]
  /** Chapter it stands in */
  chapter: number | null
  /** What stands there */
  quote: string
  /** Under which it is confirmed */
  key: string
  confirmed: Confirmation | null
}

export type DoubtConfirmed = {
  key: string
  /** Why it stands; null takes it back */
  reason: string | null
}

export type DoubtSeverity = 'error' | 'warning' | 'info'

/** Provisional where the date runs into a year whose holidays are not announced */
export type DueStatus = 'final' | 'provisional'

export type Event = {
  /** Position in the chain */
  seq: number
  /** At */
  at: string
  actor: PersonRef | null
  onBehalfOf: PersonRef | null
  body: BodyRef | null
  /** Address, `cli`, or `job NAME` */
  origin: string
  kind: string
  noun: string
  nounId: string
  /** What changed, masked; null once archived */
  detail: unknown
}

export type EventPage = {
  items: Event[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type ExportFormat = 'csv' | 'xlsx'

export type Extension = {
  days: number
  approver: string
  /** Told (YYYY-MM-DD, Asia/Shanghai) */
  toldOn: string
}

export type FeeLine = {
  first: number
  last: number
  count: number
  /** 分 */
  each: number
  /** 分 */
  amount: number
}

export type FeeQuestion = {
  /** By pieces of the applicant’s month, or by pages of this request */
  mode: 'piece' | 'page'
  /** Pieces of this month counted before */
  before?: number
  count: number
}

export type FeeWorking = {
  /** 分 */
  amount: number
  working: FeeLine[]
}

export type FigureRecord = {
  kind: 'request' | 'challenge' | 'entry' | 'report'
  /** Record */
  id: string
  number: string
  title: string
  /** When (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  /** What it adds to the figure */
  adds: number
}

export type FigureRecordPage = {
  items: FigureRecord[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type FindingOfFiled = {
  rule: string
  severity: DoubtSeverity
  message: string
  cells: string[]
  /** The reason with which the body let it stand */
  confirmed: string | null
}

export type FindingOfReport = {
  rule: string
  severity: DoubtSeverity
  message: string
  cells: string[]
}

export type FirstRun = {
  needed: boolean
}

export type FirstRunDone = {
  oneTime: OneTimePassword[]
}

export type FirstRunDraft = {
  region: {
    /** GB/T 2260, or with GB/T 10114 */
    code: string
    /** Name */
    name: string
    /** Short name */
    shortName: string
  }
  government: {
    /** Official name */
    name: string
    /** Address of its pages */
    slug: string
    level: BodyLevel
  }
  office: {
    /** Official name */
    name: string
    /** Address of its pages */
    slug: string
  }
  administrator: {
    /** Name */
    name: string
    /** Lower-case letters, digits, dot, underscore, hyphen; 2 to 40 of them */
    username: string
    /** Password */
    password: string
  }
  securityAdmin: {
    /** Name */
    name: string
    /** Lower-case letters, digits, dot, underscore, hyphen; 2 to 40 of them */
    username: string
  }
  auditAdmin: {
    /** Name */
    name: string
    /** Lower-case letters, digits, dot, underscore, hyphen; 2 to 40 of them */
    username: string
  }
}

export type FoldedCase = {
  /** Written down for the applicant */
  oral: boolean
  /** The body’s own last day (YYYY-MM-DD, Asia/Shanghai) */
  internalDue: string | null
  rounds: CaseRound[]
  correction: CorrectionAsked | null
  consultations: Consultation[]
  inquiries: Inquiry[]
  referrals: Referral[]
  searches: SearchLog[]
  reasons: ReasonsAsked | null
  extension: Extension | null
  fee: CaseFee | null
  served: Served | null
  rating: Rating | null
}

/** Marks a government site must carry at its foot; empty where not set */
export type Footer = {
  /** 主办 */
  organiser: string
  /** 承办 */
  undertaker: string
  /** 网站标识码 */
  siteCode: string
  /** ICP 备案号 */
  icpNumber: string
  /** 公安备案号 */
  policeNumber: string
  /** 联系方式 */
  contact: string
}

export type FormOrigin = 'portal' | 'desk' | 'import'

export type GroundNamed = {
  id: RedactionGround
  name: string
  stamp: string
  /** Provision */
  source: string
}

export type Handover = {
  /** Handover */
  id: string
  from: PersonRef
  to: PersonRef
  body: BodyRef
  /** At */
  at: string
  by: PersonRef
  note: string
  moved: Moved
}

export type HandoverDraft = {
  /** From whom */
  from: string
  /** To whom */
  to: string
  /** Slug of the body */
  body: string
  /** Note */
  note: string
}

export type HandoverPage = {
  items: Handover[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type HandoverResult = {
  /** Of the handover; null where nothing was done */
  id: string | null
  moved: Moved
}

export type HowConcluded = 'answered' | 'withdrawn' | 'not-corrected' | 'unpaid'

export type IdentityType = 'identity-card' | 'passport' | 'residence-permit' | 'uscc' | 'other'

export type ImportResult = {
  /** True where nothing was written */
  dryRun: boolean
  /** Rows read, without the head */
  rows: number
  adds: number
  changes: number
  /** Where there is one, nothing was written */
  errors: {
    /** Row of the file; the head is row 1 */
    row: number
    /** Head of the column; empty where the whole row is meant */
    column: string
    /** What is wrong and what to write instead */
    what: string
  }[]
}

/** 协办 */
export type Inquiry = {
  /** Inquiry */
  id: string
  /** Section asked; null of another organ */
  sectionId: string | null
  name: string
  question: string
  /** Asked (YYYY-MM-DD, Asia/Shanghai) */
  askedOn: string
  /** By when (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string
  chased: string[]
  /** Answered (YYYY-MM-DD, Asia/Shanghai) */
  answeredOn: string | null
  text: string
}

/** The applicant in it is masked */
export type IntakeForm = {
  /** Form */
  id: string
  origin: FormOrigin
  facts: ReceiptFacts
  carrier: Carrier
  delivery: Delivery
  /** Help asked for (Art. 43) */
  needsHelp: string
  applicant: Applicant
  /** Other cases of the same letter */
  others: {
    /** Case */
    id: string
    number: string
    title: string
  }[]
}

export type Job = {
  id: string
  task: string
  /** What it does */
  label: string
  /** Jobs of one queue run one after another */
  queue: string | null
  state: JobState
  attempts: number
  maxAttempts: number
  /** Why the last attempt failed */
  lastError: string | null
  /** Not before */
  nextTryAt: string | null
  /** Asked for at */
  addedAt: string
}

export type JobPage = {
  items: Job[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

/** Failed: the last attempt failed; tried again at `nextTryAt`, or not at all where that is null */
export type JobState = 'waiting' | 'running' | 'failed'

export type KeptReconciliation = {
  result: Reconciliation
  /** When */
  at: string
  fileName: string
  by: string
}

/** Soon: three working days or fewer. Stopped: the clock stands. None: nothing is due */
export type Lamp = 'overdue' | 'today' | 'soon' | 'fine' | 'stopped' | 'provisional' | 'none'

/** Language of screens and messages */
export type Language = 'zh-CN' | 'en'

export type LastReconciliation = {
  last: KeptReconciliation | null
}

export type LateReason = {
  /** Why it is late */
  reason: string
  /** The section that answers for it */
  sectionId: string | null
}

export type LedgerOutcome = {
  /** Row of the file, from 1 */
  row: number
  number: string
  /** Becomes a case; is here already and stays; has an error */
  what: 'new' | 'known' | 'wrong'
  state: 'submitted' | 'handling' | 'correcting' | 'explaining' | 'paying' | 'answered' | 'archived' | 'void' | null
  /** Last day to answer of one that is open (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string | null
  /** Row of table 三 it ends in */
  outcome: 'granted' | 'partlyGranted' | 'refusedStateSecret' | 'refusedByLaw' | 'refusedSafety' | 'refusedThirdParty' | 'refusedInternal' | 'refusedProcess' | 'refusedEnforcementFile' | 'refusedInquiry' | 'unableNotHeld' | 'unableToCreate' | 'unableUnclear' | 'rejectedPetition' | 'rejectedDuplicate' | 'rejectedPublication' | 'rejectedExcessive' | 'rejectedReconfirm' | 'otherNotCorrected' | 'otherUnpaid' | 'otherOther' | null
  /** The same in words */
  says: string
}

export type LedgerRemark = {
  /** Row of the file, from 1; 0 where the whole file is meant */
  row: number
  /** Head of the column; empty where the whole row is meant */
  column: string
  /** What is so, and what to do */
  what: string
}

export type LedgerResult = {
  /** True where nothing was to be written */
  dryRun: boolean
  /** Whether it stands now */
  imported: boolean
  /** Rows read, without the head */
  rows: number
  /** New cases */
  adds: number
  /** Numbers that are here already */
  known: number
  /** What each row comes to */
  outcomes: LedgerOutcome[]
  /** Where there is one, nothing is imported */
  errors: LedgerRemark[]
  /** Readings to confirm: with one, nothing is imported unless `acceptDoubts` */
  doubts: LedgerRemark[]
  /** Heads of columns that are not taken */
  ignored: string[]
}

export type Leftover = {
  /** The mark, by its place in the list */
  mark: number
  areas: Area[]
}

export type LetterCancelling = {
  /** Why */
  reason: string
}

export type LetterCase = {
  /** Request */
  id: string
  number: string
  title: string
}

export type LetterChange = {
  /** The edition that was read; refused where somebody changed it since */
  edition?: number
  /** To whom, where it is not the applicant */
  recipient?: string
  /** Title */
  title?: string
  /** Salutation */
  salutation?: string
  paragraphs?: LetterParagraph[]
  attachments?: string[]
  enclosures?: string[]
}

export type LetterContent = {
  title: string
  salutation: string
  paragraphs: LetterParagraph[]
  attachments: string[]
}

export type LetterDetail = {
  /** Letter */
  id: string
  kind: LetterKindName
  /** As printed */
  title: string
  state: LetterState
  body: BodyRef
  cases: LetterCase[]
  /** 文号, once approved; stays taken where it is cancelled afterwards */
  number: string | null
  /** Cancelled after it took a number: 作废 */
  voided: boolean
  recipient: string
  recipientKind: 'applicant' | 'third-party' | 'co-maker' | 'section' | 'authority' | 'file'
  /** Counts up with each edit */
  edition: number
  draftedBy: PersonRef
  /** Drafted at */
  draftedAt: string
  /** Approved at */
  approvedAt: string | null
  /** Date it bears (YYYY-MM-DD, Asia/Shanghai) */
  datedOn: string | null
  /** Sent; of post, posted (YYYY-MM-DD, Asia/Shanghai) */
  sentOn: string | null
  method: LetterMethod | null
  /** Number of the post */
  tracking: string
  /** Served (YYYY-MM-DD, Asia/Shanghai) */
  servedOn: string | null
  servedHow: string
  content: LetterContent
  /** SHA-256 of what is approved */
  contentHash: string
  data: LetterEventData
  files: LetterFile[]
  /** Parts still to be written; number and date come with approval */
  missing: LetterPart[]
  signOff: LetterSignOff | null
  /** Roles that will review it, in order; empty where the drafter alone answers for it */
  steps: string[]
  /** Ways it may leave */
  methods: LetterMethod[]
  /** What this session may do with it now */
  may: ('edit' | 'review' | 'cancel' | 'send' | 'serve' | 'undelivered')[]
}

export type LetterDraft = {
  kind: LetterKindName
  /** Cases it belongs to; one answer may settle several */
  requests: string[]
  /** To whom, where it is not the applicant */
  recipient?: string
  data?: LetterEventData
  /** Placeholders of the template */
  fields?: { [key: string]: string }
  enclosures?: string[]
}

/** What happens to each case when it is sent: the fields of its verb, without letterId and method */
export type LetterEventData = { [key: string]: unknown }

export type LetterFile = {
  /** File */
  id: string
  name: string
  /** Media type */
  type: string
  /** Bytes */
  size: number
  /** What it is to the letter */
  what: 'docx' | 'pdf' | 'enclosure' | 'proof'
}

export type LetterKindList = {
  items: LetterKindShown[]
}

/** Kind of letter (文书) */
export type LetterKindName = 'receipt' | 'correction-notice' | 'reasons-notice' | 'delay-notice' | 'extension-notice' | 'third-party-consultation' | 'consultation-notice' | 'override-notice' | 'co-maker-consultation' | 'inquiry' | 'referral' | 'fee-notice' | 'not-corrected-notice' | 'unpaid-notice' | 'withdrawn-notice' | 'granted' | 'already-public' | 'partly-granted' | 'refused' | 'inquiry-regime' | 'not-existing' | 'other-organ' | 'not-ready-made' | 'still-unclear' | 'petition' | 'duplicate' | 'publication' | 'excessive' | 'reconfirm' | 'not-government-information' | 'consultancy' | 'record-corrected' | 'record-not-corrected' | 'record-transferred' | 'publication-transfer' | 'service-slip' | 'approval-sheet'

export type LetterKindShown = {
  kind: LetterKindName
  /** As printed, in Chinese */
  title: string
  to: 'applicant' | 'third-party' | 'co-maker' | 'section' | 'authority' | 'file'
  /** What sending it does to its cases */
  verb: string | null
  numbered: boolean
  /** Parts without which it cannot be sent */
  parts: LetterPart[]
  /** Provision that asks for it */
  source: string
  /** Placeholders that the drafter fills */
  fields: string[]
}

export type LetterLate = {
  /** Why it is late */
  reason: string
  sectionId: string | null
}

export type LetterList = {
  items: LetterDetail[]
}

/** How it leaves: post is the postal enterprise alone */
export type LetterMethod = 'download' | 'e-mail' | 'post' | 'in-person' | 'entrusted'

export type LetterParagraph = {
  part: LetterPart
  /** Wording; may hold several lines */
  text: string
}

/** Part that the law asks for */
export type LetterPart = 'number' | 'addressee' | 'received' | 'asked' | 'facts' | 'law' | 'reasons' | 'decision' | 'period' | 'consequence' | 'amount' | 'payment' | 'remedy' | 'online-remedy' | 'contact' | 'attachments' | 'seal-date'

export type LetterReturn = {
  /** The legal day; today without it (YYYY-MM-DD, Asia/Shanghai) */
  on?: string
  /** Why */
  reason: string
}

export type LetterSending = {
  /** The legal day; today without it (YYYY-MM-DD, Asia/Shanghai) */
  on?: string
  method: LetterMethod
  /** Number of the post */
  tracking?: string
  late?: LetterLate | null
}

export type LetterService = {
  /** The legal day; today without it (YYYY-MM-DD, Asia/Shanghai) */
  on?: string
  /** How, and who signed for it */
  how: string
}

export type LetterSignOff = {
  /** Round of approval */
  id: string
  state: 'open' | 'approved' | 'returned' | 'withdrawn'
}

export type LetterState = 'draft' | 'reviewing' | 'approved' | 'sent' | 'served' | 'cancelled'

export type LetterTemplate = {
  kind: LetterKindName
  /** Slug of the body */
  body: string
  /** Whether the body has its own wording */
  own: boolean
  /** In force */
  text: string
  /** As the program has it */
  standard: string
  /** What may stand in it */
  placeholders: string[]
  /** The body’s own wordings, newest first */
  history: LetterTemplateEdition[]
  mayChange: boolean
}

export type LetterTemplateDraft = {
  text: string
}

export type LetterTemplateEdition = {
  /** Edition */
  id: string
  text: string
  /** At */
  changedAt: string
  changedBy: PersonRef
  /** Replaced at */
  endedAt: string | null
}

/** The newest paper that is drafted and not sent */
export type LetterUnderWay = {
  kind: string
  state: 'draft' | 'reviewing' | 'approved'
}

export type LimitKind = 'confirm' | 'correction-notice' | 'correction' | 'reasons' | 'consultation' | 'payment' | 'inquiry' | 'internal'

export type LinkKind = 'repeat' | 'duplicate' | 'related' | 'split'

export type LinkedCase = {
  /** Case */
  id: string
  number: string
  title: string
  state: CaseState
  how: LinkKind
}

export type LinkedRequest = {
  /** Request */
  id: string
  number: string
  title: string
  state: string
}

export type LocalDay = {
  /** Local day */
  id: string
  /** The day (YYYY-MM-DD, Asia/Shanghai) */
  day: string
  /** True: worked though it would be free */
  works: boolean
  reason: string
  /** Document it rests on */
  basis: string
  state: LocalDayState
  proposedBy: PersonRef
  /** At */
  proposedAt: string
  /** Its round of approval, or of its withdrawal where that is open */
  signOffId: string | null
}

export type LocalDayDraft = {
  /** The day (YYYY-MM-DD, Asia/Shanghai) */
  day: string
  /** True: worked */
  works: boolean
  /** Why */
  reason: string
  /** Document it rests on */
  basis?: string
}

export type LocalDayPage = {
  items: LocalDay[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type LocalDayState = 'proposed' | 'in-force' | 'returned' | 'withdrawn'

export type MayNot = {
  verb: CaseVerb
  code: CaseRefusal
  /** What must be so first */
  guard: string | null
}

export type Message = {
  /** Message */
  id: string
  channel: MessageChannel
  kind: MessageKind
  /** Address or number, masked */
  to: string
  /** Empty of a short message */
  subject: string
  text: string
  /** What it is about */
  noun: string
  nounId: string
  state: MessageState
  tries: number
  /** Why the last try failed; empty where none did */
  error: string
  /** Asked for at */
  addedAt: string
  /** Sent at */
  sentAt: string | null
  /** What the other side calls it */
  reference: string
}

export type MessageChannel = 'e-mail' | 'sms'

/** The event it tells of */
export type MessageKind = 'request.submitted' | 'request.received' | 'request.withdrawn' | 'request.reopened' | 'correction.asked' | 'correction.received' | 'correction.lapsed' | 'consultation.sent' | 'reasons.asked' | 'delay.fixed' | 'extension.told' | 'fee.noticed' | 'fee.paid' | 'fee.lapsed' | 'answer.sent'

export type MessagePage = {
  items: Message[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

/** waiting: tried again by itself; failed: given up; not-set-up: the operator has not set the channel up, it can be sent later */
export type MessageState = 'waiting' | 'sent' | 'failed' | 'not-set-up'

/** What moved, with its title as it stood */
export type Moved = {
  posts: {
    /** Post */
    id: string
    role: Role
    /** Of a reviewer: which step of review */
    step: number | null
    /** Of a liaison: the section */
    section: string | null
    /** The receiver held it before: it only ends with the giver */
    already: boolean
  }[]
  tasks: {
    /** Task */
    id: string
    kind: string
    title: string
    /** Last day (YYYY-MM-DD, Asia/Shanghai) */
    dueOn: string | null
  }[]
  deadlines: {
    /** Deadline */
    id: string
    title: string
    /** Last day (YYYY-MM-DD, Asia/Shanghai) */
    dueOn: string | null
  }[]
  delegations: {
    /** Delegation */
    id: string
    /** The giver was acted for; else they acted */
    gave: boolean
    /** The other side */
    other: string
    /** Last day (YYYY-MM-DD, Asia/Shanghai) */
    until: string
    /** Giver and receiver were its two sides, and it ends */
    over: boolean
  }[]
}

export type MovedCell = {
  /** Cell of the form */
  cell: string
  was: number
  now: number
}

export type MovedPart = {
  body: BodyCalled
  reportId: string | null
  /** Version that was summed then */
  was: number | null
  /** Version that is summed now */
  now: number | null
  cells: MovedSum[]
}

export type MovedSum = {
  /** Cell of the form */
  cell: string
  /** Then */
  was: number | null
  /** Now */
  now: number | null
}

/** What Art. 29 asks for and no more */
export type NewApplicant = {
  kind: ApplicantKind
  /** Name */
  name: string
  identityType?: IdentityType
  /** Number on the proof of identity */
  identityNumber?: string
  /** Of an organisation: who speaks for it */
  contactName?: string
  /** Telephone */
  phone?: string
  /** E-mail */
  email?: string
  /** Address */
  address?: string
  /** Postcode */
  postcode?: string
  together?: {
    /** Name */
    name: string
    kind: ApplicantKind
  }[]
  agent?: {
    /** Name */
    name: string
    /** Number on the proof of identity */
    identityNumber: string
    /** Telephone */
    phone: string
  } | null
}

export type NewRedaction = {
  /** Attachment of the case: a PDF */
  file: string
  /** A redaction of the same file whose marks it begins with */
  like?: string
}

export type NewRequest = {
  /** Title */
  title: string
  /** What is asked for */
  wanted: string
  type?: CaseType
}

export type NewRequestForm = {
  /** Slug of the body */
  body: string
  channel: Channel
  /** Spoken, and written down for the applicant (Art. 29) */
  oral?: boolean
  facts: ReceiptFacts
  applicant: NewApplicant
  carrier: Carrier
  delivery: Delivery
  /** Help asked for in reading, seeing or hearing (Art. 43) */
  needsHelp?: string
  requests: NewRequest[]
}

export type NoticeDraft = {
  year: number
  /** Title */
  title: string
  /** 文号 */
  number: string
  /** Issued (YYYY-MM-DD, Asia/Shanghai) */
  issuedOn: string
  /** Address where it was published */
  source: string
  off: string[]
  /** Saturday or Sunday worked */
  madeUp: string[]
}

/** Part of the software, or loaded here */
export type NoticeOrigin = 'shipped' | 'loaded'

/** Of a notice: who below has signed for it */
export type NoticeReceipt = {
  body: BodyRef
  /** Signed for */
  signedAt: string | null
  /** By whom */
  by: string | null
}

export type NoticeReceiptDraft = {
  /** Body that signs */
  body: string
}

export type NoticeResult = {
  dryRun: boolean
  /** Against what counts now */
  differences: DayDifference[]
  /** Dates that move */
  deadlines: {
    /** Deadline */
    id: string
    title: string
    oldDue: string | null
    newDue: string | null
    oldStatus: DueStatus
    newStatus: DueStatus
  }[]
}

export type Notification = {
  /** Notification */
  id: string
  /** At */
  at: string
  /** What it tells of */
  kind: string
  values: { [key: string]: string | number | boolean | null }
  /** The sentence, in the language of the person */
  text: string
  /** Where it leads in the desk; may be empty */
  link: string
  /** Read at */
  readAt: string | null
}

export type NotificationPage = {
  items: Notification[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
  /** How many are unread in all */
  unread: number
}

export type OneTimePassword = {
  username: string
  /** Shown once; it must be changed at the first sign-in */
  password: string
}

export type OnlyHere = {
  /** Entry */
  id: string
  title: string
}

export type OnlyThere = {
  row: number
  title: string
}

export type Opinion = 'agrees' | 'refuses' | 'partly' | 'silent'

/** The reconsideration before a suit, or a suit after a reconsideration */
export type OtherChallenge = {
  /** Challenge */
  id: string
  title: string
  state: ChallengeState
}

export type Outcome = {
  id: string
  /** Row of table 三; null where a setting says */
  row: string | null
  /** Kind of letter */
  letter: string
  cites: string[]
  remedy: Remedy
  /** What the case must have first */
  needs: string[]
  withholds: boolean
}

export type OutcomeNext = {
  question?: string
  outcome?: string
}

export type OutcomeRow = 'granted' | 'partlyGranted' | 'refusedStateSecret' | 'refusedByLaw' | 'refusedSafety' | 'refusedThirdParty' | 'refusedInternal' | 'refusedProcess' | 'refusedEnforcementFile' | 'refusedInquiry' | 'unableNotHeld' | 'unableToCreate' | 'unableUnclear' | 'rejectedPetition' | 'rejectedDuplicate' | 'rejectedPublication' | 'rejectedExcessive' | 'rejectedReconfirm' | 'otherNotCorrected' | 'otherUnpaid' | 'otherOther'

/** An answer to a question of GET /outcome-tree */
export type OutcomeStep = {
  question: string
  answer: string
  /** Why; may be empty */
  note: string
}

export type OutcomeTree = {
  /** The question each type of case begins with */
  first: {
    request: string
    'record-correction': string
  }
  questions: Question[]
  outcomes: Outcome[]
}

export type PageSize = {
  width: number
  height: number
}

export type PaperFormat = 'docx' | 'pdf' | 'txt'

export type PasswordReset = {
  /** Shown once */
  oneTimePassword: string
}

export type PatternFound = {
  kind: 'identity-number' | 'mobile-number' | 'bank-card' | 'e-mail' | 'text'
  /** As it stands there */
  text: string
  areas: Area[]
}

export type PatternKind = 'identity-number' | 'mobile-number' | 'bank-card' | 'e-mail'

export type PatternsFound = {
  found: PatternFound[]
}

export type PatternsToFind = {
  patterns: PatternKind[]
  texts?: string[]
}

export type PeopleImportResult = {
  /** True where nothing was written */
  dryRun: boolean
  /** Rows read, without the head */
  rows: number
  adds: number
  changes: number
  /** Where there is one, nothing was written */
  errors: {
    /** Row of the file; the head is row 1 */
    row: number
    /** Head of the column; empty where the whole row is meant */
    column: string
    /** What is wrong and what to write instead */
    what: string
  }[]
  oneTime: OneTimePassword[]
}

export type Person = {
  /** Person */
  id: string
  name: string
  /** Masked, unless asked for unmasked */
  phone: string
  /** Masked, unless asked for unmasked */
  email: string
  language: Language
  /** How the person signs in; null where there is no account */
  username: string | null
  /** Last day of work here (YYYY-MM-DD, Asia/Shanghai) */
  leftOn: string | null
  /** Those that hold today or will */
  posts: Post[]
}

export type PersonAccount = {
  username: string
  mustChangePassword: boolean
  /** Cannot sign in before */
  lockedUntil: string | null
  /** An authenticator is set up */
  totp: boolean
}

export type PersonAdded = {
  person: PersonDetail
  /** Shown once */
  oneTimePassword: string
}

export type PersonChange = {
  /** Name */
  name?: string
  /** Telephone */
  phone?: string
  /** Email */
  email?: string
  language?: Language
}

export type PersonDetail = {
  /** Person */
  id: string
  name: string
  /** Masked, unless asked for unmasked */
  phone: string
  /** Masked, unless asked for unmasked */
  email: string
  language: Language
  /** How the person signs in; null where there is no account */
  username: string | null
  /** Last day of work here (YYYY-MM-DD, Asia/Shanghai) */
  leftOn: string | null
  /** All, former ones too */
  posts: Post[]
  account: PersonAccount | null
}

export type PersonDraft = {
  /** Name */
  name: string
  /** Lower-case letters, digits, dot, underscore, hyphen; 2 to 40 of them */
  username: string
  /** Telephone */
  phone?: string
  /** Email */
  email?: string
  language?: Language
  posts: PostDraft[]
}

export type PersonPage = {
  items: Person[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type PersonRef = {
  /** Person */
  id: string
  name: string
}

export type Post = {
  /** Post */
  id: string
  body: BodyRef
  role: Role
  /** Of a reviewer: which step of review */
  step: number | null
  section: {
    /** Section */
    id: string
    name: string
  } | null
  /** From (YYYY-MM-DD, Asia/Shanghai) */
  since: string
  /** The first day on which it no longer holds (YYYY-MM-DD, Asia/Shanghai) */
  until: string | null
}

export type PostDraft = {
  /** Slug of the body */
  body: string
  role: Role
  /** Of a reviewer: which step of review */
  step?: number
  /** Of a liaison: the section, by its id or its name */
  section?: string
  /** From; absent: today (YYYY-MM-DD, Asia/Shanghai) */
  since?: string
  /** The first day on which it no longer holds (YYYY-MM-DD, Asia/Shanghai) */
  until?: string
}

/** A refusal (RFC 9457, application/problem+json) */
export type Problem = {
  /** Address of the page that explains the code */
  type: string
  /** The kind of refusal in a few words */
  title: string
  /** The HTTP status */
  status: number
  /** What happened, where, and what to do, in the language of the request */
  detail: string
  /** Stable code, see docs/errors.md */
  code: string
  /** What the sentence was made from */
  values?: { [key: string]: string | number }
  /** Every field that is wrong */
  errors?: {
    /** Field, as `posts.0.role` */
    where: string
    what: string
  }[]
  /** Number under which the log has the cause */
  reference?: string
}

export type ProvedRedaction = {
  redaction: RedactionDetail
  /** What stands under a mark and also where none is */
  leftovers: Leftover[]
}

export type PublicationSuggestion = {
  title: string
  /** Several asked for the same; released from the register; suggested in the case */
  because: 'asked-often' | 'released' | 'offered'
  requests: SuggestedRequest[]
}

export type PublicationSuggestionList = {
  items: PublicationSuggestion[]
}

export type Question = {
  id: string
  source: string
  answers: {
    id: string
    next: OutcomeNext
  }[]
}

export type Rating = {
  score: number
  text: string
}

export type ReasonsAsked = {
  /** Asked (YYYY-MM-DD, Asia/Shanghai) */
  askedOn: string
  /** By when */
  by: string | null
  /** Given (YYYY-MM-DD, Asia/Shanghai) */
  givenOn: string | null
  reasonable: boolean | null
}

/** Days of the way in, kept apart; those not known are left out */
export type ReceiptFacts = {
  /** Handed in, or sent off (YYYY-MM-DD, Asia/Shanghai) */
  submitted?: string
  /** Signed for in the mail room (YYYY-MM-DD, Asia/Shanghai) */
  signedFor?: string
  /** Reached the disclosure unit; decides nothing (YYYY-MM-DD, Asia/Shanghai) */
  reachedOffice?: string
  /** Our mail or web system had it (YYYY-MM-DD, Asia/Shanghai) */
  systemReceived?: string
  /** Confirmed by both sides (Art. 31) (YYYY-MM-DD, Asia/Shanghai) */
  confirmed?: string
}

export type Reconciliation = {
  rows: number
  same: number
  onlyHere: OnlyHere[]
  onlyThere: OnlyThere[]
  differing: Differing[]
}

export type RedactedFile = {
  /** Attachment */
  id: string
  name: string
  hash: string
  /** Bytes */
  size: number
}

export type Redaction = {
  /** Redaction */
  id: string
  /** Request */
  requestId: string
  state: RedactionState
  /** How often the marks were saved */
  edition: number
  source: {
    /** Attachment */
    id: string
    name: string
    hash: string
  }
  result: RedactedFile | null
  markCount: number
  madeBy: PersonRef
  /** Begun at */
  madeAt: string
}

export type RedactionCheck = {
  id: RedactionCheckId
  passed: boolean
  /** What holds where it passed */
  text: string
  /** What was looked at, in English */
  what: string
}

export type RedactionCheckId = 'opens' | 'one-revision' | 'accounted' | 'pixels-black' | 'stamped' | 'no-text-under-marks' | 'no-words-left' | 'text-as-seen' | 'no-metadata' | 'no-attachments' | 'no-annotations' | 'no-scripts' | 'no-layers' | 'no-thumbnails'

export type RedactionDetail = {
  /** Redaction */
  id: string
  /** Request */
  requestId: string
  state: RedactionState
  /** How often the marks were saved */
  edition: number
  source: {
    /** Attachment */
    id: string
    name: string
    hash: string
  }
  result: RedactedFile | null
  markCount: number
  madeBy: PersonRef
  /** Begun at */
  madeAt: string
  marks: RedactionMark[]
  proof: RedactionProof | null
  /** In points, as shown */
  pages: PageSize[]
  grounds: GroundNamed[]
  /** Whether this session may change it */
  mayMake: boolean
}

/** Why it is withheld (Art. 14–16) */
export type RedactionGround = 'state-secret' | 'by-law' | 'safety' | 'trade-secret' | 'privacy' | 'internal' | 'process' | 'enforcement-file'

export type RedactionList = {
  items: Redaction[]
}

export type RedactionMark = {
  /** Page, from 0 */
  page: number
  /** Left edge, as a part of the width of the page as it is shown */
  x: number
  /** Upper edge, as a part of its height */
  y: number
  /** Width, as a part of the width of the page */
  width: number
  /** Height, as a part of its height */
  height: number
  ground: RedactionGround
}

export type RedactionMarks = {
  marks: RedactionMark[]
  /** The edition that was seen; another one is refused */
  edition: number
}

export type RedactionProof = {
  passed: boolean
  checks: RedactionCheck[]
  /** SHA-256 of the source */
  source: string
  /** SHA-256 of the result */
  result: string
  pages: number
  marks: number
  /** What stands under a mark and also where none is */
  leftovers: Leftover[]
}

export type RedactionState = 'draft' | 'proved' | 'discarded'

export type RedactionToProve = {
  /** The edition that was seen; another one is refused */
  edition: number
  /** Words under a mark may be read where they stand unmarked */
  leaveRest?: boolean
}

/** 请示 (Art. 17), or the legal review */
export type Referral = {
  /** Referral */
  id: string
  to: ReferralTo
  question: string
  /** Asked (YYYY-MM-DD, Asia/Shanghai) */
  askedOn: string
  /** Answered (YYYY-MM-DD, Asia/Shanghai) */
  answeredOn: string | null
  text: string
}

export type ReferralTo = 'competent' | 'secrecy' | 'legal'

export type Region = {
  /** GB/T 2260, or with GB/T 10114 */
  code: string
  name: string
  shortName: string
  government: BodyRef | null
  footer: Footer
  /** The day it is here (YYYY-MM-DD, Asia/Shanghai) */
  today: string
  demo: DemoClock | null
}

export type Register = {
  /** Register */
  id: string
  name: string
  /** What belongs here, and what does not */
  about: string
  /** Provision that asks for it */
  source: string
  group: RegisterGroup
  groupName: string
  fields: RegisterField[]
  /** Field that names an entry */
  title: string
  /** Field by which it is ordered and counted */
  begins: string
  /** Cells of table 二 it counts */
  cells: string[]
  /** Figures prose may be bound to */
  measures: RegisterMeasure[]
  /** Whose list it is held against */
  reconciledWith: string | null
  /** Kept by the higher office, signed for below */
  isForBelow: boolean
  /** Entries at the body */
  all: number
  /** Of them, those that begin in the year */
  ofYear: number
}

export type RegisterChange = {
  /** When */
  at: string
  /** Who */
  person: string | null
  kind: 'added' | 'changed' | 'voided' | 'restored'
  /** By the keys of the fields: days YYYY-MM-DD, months YYYY-MM, money in 分 as a number or in 元 as text, choices by id */
  values: { [key: string]: string | number | boolean }
  unit: string
  reason: string
}

export type RegisterColumn = {
  header: string
  /** Field it was taken for; null where nobody knows */
  field: string | null
}

export type RegisterEntry = {
  /** Entry */
  id: string
  body: BodyRef
  /** Register */
  register: string
  /** By the keys of the fields: days YYYY-MM-DD, months YYYY-MM, money in 分 as a number or in 元 as text, choices by id */
  values: { [key: string]: string | number | boolean }
  /** When it begins to count (YYYY-MM-DD, Asia/Shanghai) */
  begins: string
  /** The unit it comes from */
  unit: string
  addedBy: PersonRef | null
  /** Written down */
  addedAt: string
  /** How often it was changed; who changes it names the one they read */
  edition: number
  /** Struck out */
  voidedAt: string | null
  voidReason: string
  /** Pieces of evidence */
  files: number
}

export type RegisterEntryChange = {
  /** By the keys of the fields: days YYYY-MM-DD, months YYYY-MM, money in 分 as a number or in 元 as text, choices by id */
  values: { [key: string]: string | number | boolean }
  /** The unit it comes from */
  unit?: string
  /** The one that was read */
  edition: number
  /** Why */
  reason?: string
}

export type RegisterEntryDetail = {
  /** Entry */
  id: string
  body: BodyRef
  /** Register */
  register: string
  /** By the keys of the fields: days YYYY-MM-DD, months YYYY-MM, money in 分 as a number or in 元 as text, choices by id */
  values: { [key: string]: string | number | boolean }
  /** When it begins to count (YYYY-MM-DD, Asia/Shanghai) */
  begins: string
  /** The unit it comes from */
  unit: string
  addedBy: PersonRef | null
  /** Written down */
  addedAt: string
  /** How often it was changed; who changes it names the one they read */
  edition: number
  /** Struck out */
  voidedAt: string | null
  voidReason: string
  /** Pieces of evidence */
  files: number
  history: RegisterChange[]
  evidence: Attachment[]
  receipts: NoticeReceipt[]
}

export type RegisterEntryDraft = {
  /** Slug of the body */
  body: string
  /** By the keys of the fields: days YYYY-MM-DD, months YYYY-MM, money in 分 as a number or in 元 as text, choices by id */
  values: { [key: string]: string | number | boolean }
  /** The unit it comes from */
  unit?: string
}

export type RegisterEntryPage = {
  items: RegisterEntry[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type RegisterEntryVoiding = {
  /** Why */
  reason: string
}

export type RegisterField = {
  key: string
  label: string
  kind: RegisterFieldKind
  required: boolean
  options: RegisterOption[]
  hint: string
}

export type RegisterFieldKind = 'text' | 'lines' | 'day' | 'month' | 'count' | 'money' | 'choice' | 'yes' | 'link'

export type RegisterGroup = 'documents' | 'decisions' | 'channels' | 'people' | 'supervision' | 'organisation' | 'notices'

export type RegisterImport = {
  /** Rows read, without the head */
  rows: number
  adds: number
  /** Rows that are here already, value for value */
  known: number
  errors: RegisterImportError[]
  columns: RegisterColumn[]
  /** Whether it stands now */
  imported: boolean
  /** To take it back */
  importId: string | null
}

export type RegisterImportError = {
  row: number
  column: string
  what: string
}

export type RegisterList = {
  items: Register[]
}

export type RegisterMeasure = {
  key: string
  name: string
  unit: string
}

export type RegisterOption = {
  id: string
  label: string
}

export type RegisteredForm = {
  /** Form */
  formId: string
  cases: {
    /** Case */
    id: string
    number: string
    /** Query code; shown once, only its digest is kept */
    code: string
  }[]
}

export type RemarkAnswer = {
  /** What was done */
  answer: string
}

export type RemarkDraft = {
  /** Cell it is about */
  cell?: string | null
  /** Chapter it is about */
  chapter?: number | null
  /** The passage */
  quote?: string
  /** What to do about it */
  remark: string
}

export type Remedy = 'reconsider-first' | 'either' | 'none'

export type ReportAct = 'submit' | 'recall' | 'file' | 'clear' | 'return' | 'publish' | 'correct' | 'agree' | 'paper'

export type ReportActing = {
  /** Of recall and return: why; of correct: the note that the public sees */
  reason?: string
}

export type ReportBeginning = {
  /** Slug of the body */
  body: string
  year: number
}

export type ReportChange = {
  edition: number
  chapters?: ChapterDraft[]
  declared?: Declaration[]
  confirmed?: DoubtConfirmed[]
}

export type ReportChapter = {
  number: number
  title: string
  draft: string
  text: string
  /** What stood there a year before */
  lastYear: string
}

export type ReportEvent = {
  kind: string
  /** When (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  /** Written down */
  at: string
  /** Who */
  person: string | null
  data: { [key: string]: unknown }
}

export type ReportFormat = 'docx' | 'pdf' | 'xlsx' | 'json' | 'html'

export type ReportList = {
  items: ReportRow[]
}

export type ReportPaper = 'covering' | 'opinion'

export type ReportPreview = {
  /** As it would read */
  text: string
  doubts: Doubt[]
}

export type ReportRemark = {
  /** Remark */
  id: string
  version: number
  /** Cell it is about */
  cell: string | null
  /** Chapter it is about */
  chapter: number | null
  quote: string
  remark: string
  /** When */
  at: string
  by: string
  answer: string
  settled: boolean
}

export type ReportRow = {
  id: string | null
  body: BodyRef
  year: number
  state: ReportStanding
  /** Filed (YYYY-MM-DD, Asia/Shanghai) */
  filedOn: string | null
  /** Published (YYYY-MM-DD, Asia/Shanghai) */
  publishedOn: string | null
  /** Sealed paper copy in hand (YYYY-MM-DD, Asia/Shanghai) */
  paperOn: string | null
  origin: 'desk' | 'file'
  /** Not published when the day had come */
  late: boolean
  /** Not filed when the day the office above set had passed */
  lateToFile: boolean
  /** By when the office above wants it (YYYY-MM-DD, Asia/Shanghai) */
  fileBy: string | null
  /** By when it is published (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string
  openRemarks: number
  /** 新收, as filed */
  received: number | null
  /** 结转下年度, as filed */
  carriedOut: number | null
}

export type ReportStanding = 'not-begun' | 'drafting' | 'reviewing' | 'approved' | 'filed' | 'returned' | 'cleared' | 'published'

export type ReportState = 'drafting' | 'reviewing' | 'approved' | 'filed' | 'returned' | 'cleared' | 'published'

/** What becomes of it; `new` and `again` are taken */
export type ReportTaking = 'new' | 'again' | 'same' | 'unreadable' | 'unknown-body' | 'several-bodies' | 'other-year' | 'no-year' | 'at-the-desk' | 'closed' | 'own-body' | 'has-prose'

export type ReportVerb = 'edit' | 'submit' | 'approve' | 'send-back' | 'recall' | 'file' | 'remark' | 'return' | 'clear' | 'publish' | 'correct' | 'take' | 'paper'

export type ReportVersion = {
  n: number
  /** SHA-256 */
  hash: string
}

export type ReportedRollUp = {
  /** Roll-up */
  id: string
  /** When */
  at: string
  by: string
  /** SHA-256 */
  hash: string
  note: string
}

export type RequestPart = {
  /** Title */
  title: string
  /** What is asked for */
  wanted: string
}

export type RequestSplit = {
  parts: RequestPart[]
}

export type RestNotice = {
  title: string
  /** 文号 */
  number: string
  /** Issued (YYYY-MM-DD, Asia/Shanghai) */
  issuedOn: string
  /** Address where it was published */
  source: string
  origin: NoticeOrigin
}

/** Role at a body (岗位) */
export type Role = 'drafter' | 'liaison' | 'reviewer' | 'secrecy-reviewer' | 'proofreader' | 'disclosure-officer' | 'leader' | 'higher-office' | 'system-admin' | 'security-admin' | 'audit-admin'

export type RollUp = {
  body: BodyRef
  year: number
  scope: RollUpScope
  figures: { [key: string]: number | null }
  /** Cells that some part does not give */
  doubtful: string[]
  /** Of them, those that a report which was filed does not give, or not for sure */
  partial: string[]
  parts: RollUpPart[]
  filed: number
  countedTwice: CountedTwice[]
  /** SHA-256 */
  hash: string
  reported: ReportedRollUp[]
  /** What has moved since the sum was last reported upward */
  moved: MovedPart[]
}

export type RollUpPart = {
  body: BodyRef
  reportId: string | null
  state: ReportStanding
  /** Version that is summed; null of who has filed nothing */
  version: number | null
}

export type RollUpReporting = {
  /** Slug of the body */
  body: string
  year: number
  /** SHA-256 */
  hash: string
  /** Note */
  note?: string
}

export type RollUpScope = 'level' | 'region'

/** One cell of the day ruler (时限尺) is one working day */
export type RulerCell = {
  /** A working day, or a day on which the clock stood (YYYY-MM-DD, Asia/Shanghai) */
  day: string
  state: RulerState
  /** The last day */
  isLast: boolean
}

export type RulerState = 'used' | 'paused' | 'left' | 'provisional' | 'overdue'

export type Schedule = {
  items: ScheduleEntry[]
}

export type ScheduleEntry = {
  task: string
  /** What it does */
  label: string
  cron: string
  /** The same in words */
  when: string
  /** Last begun at */
  lastRunAt: string | null
  /** Next at */
  nextRunAt: string | null
}

export type SearchHit = {
  kind: SearchKind
  /** Slug of the body */
  slug: string
  /** Official name */
  title: string
  /** What it is, or the name that was found */
  text: string
  /** Its page */
  url: string
}

export type SearchKind = 'body'

/** 检索记录 */
export type SearchLog = {
  /** Searched (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  where: string
  terms: string
  found: number
  text: string
}

export type SearchPage = {
  items: SearchHit[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type Section = {
  /** Section */
  id: string
  body: BodyRef
  name: string
  /** Ended on (YYYY-MM-DD, Asia/Shanghai) */
  endedOn: string | null
}

export type SectionChange = {
  /** Name */
  name: string
}

export type SectionDraft = {
  /** Name */
  name: string
}

export type SectionList = {
  items: Section[]
}

export type SectionRef = {
  /** Section */
  id: string
  name: string
}

export type Served = {
  /** Served (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  method: string
}

export type Session = {
  stage: SessionStage
  /** Send it as `x-csrf-token` with every POST, PUT, PATCH and DELETE */
  csrf: string
  person: {
    /** Person */
    id: string
    name: string
    language: Language
  }
  posts: SessionPost[]
  /** What the person may do somewhere, as `noun.verb`; empty until the session is whole */
  may: string[]
  /** The day it is here (YYYY-MM-DD, Asia/Shanghai) */
  today: string
  /** Whether this is the demo */
  demo: boolean
}

export type SessionEntry = {
  /** Session */
  id: string
  person: PersonRef
  stage: SessionStage
  /** Signed in at */
  startedAt: string
  /** Last used at */
  seenAt: string
  /** Ends by itself at */
  expiresAt: string
  /** Address of the network */
  address: string
  /** Browser, as it names itself */
  agent: string
  /** The session of this request */
  current: boolean
}

export type SessionList = {
  items: SessionEntry[]
}

/** A post held today; `onBehalfOf` where it is held by delegation (代理) */
export type SessionPost = {
  /** Post */
  id: string
  /** Body */
  bodyId: string
  /** Slug of the body */
  bodySlug: string
  bodyName: string
  role: Role
  /** Of a reviewer: which step */
  step: number | null
  onBehalfOf: PersonRef | null
}

/** What is still to be done before the session is whole */
export type SessionStage = 'totp' | 'totp-enrolment' | 'password-change' | 'full'

export type Setting = {
  key: string
  /** What it is called */
  label: string
  /** What it does */
  note: string
  /** Under which head it is listed */
  group: string
  type: SettingType
  value: SettingValue
  default: SettingValue
  min: number | null
  /** 0 is taken below `min` too: it switches the rule off */
  zero: boolean
  /** The provision it answers to */
  source: string | null
  /** Of a text: its length */
  max: number | null
  /** Unit of the number */
  unit: string | null
  choices: {
    value: string
    label: string
  }[]
  /** Changed by the security administrator */
  security: boolean
  /** Whether this session may */
  mayChange: boolean
  /** Last changed at */
  changedAt: string | null
  changedBy: PersonRef | null
}

export type SettingChange = {
  value: SettingValue
}

export type SettingList = {
  items: Setting[]
}

export type SettingType = 'integer' | 'text' | 'boolean' | 'choices' | 'choice'

/** A number, text, yes or no, or a list of choices */
export type SettingValue = string | number | boolean | string[] | null

export type SignOff = {
  /** Round of approval */
  id: string
  /** What is approved */
  noun: string
  nounId: string
  title: string
  body: BodyRef
  draftedBy: PersonRef
  state: SignOffState
  /** Sent at */
  openedAt: string
  /** Closed at */
  closedAt: string | null
  /** Who must approve, in order */
  steps: SignOffStep[]
  /** Index of the step that is due; null once closed */
  current: number | null
  /** Whether this session may take the step that is due */
  mayDecide: boolean
}

export type SignOffDetail = {
  /** Round of approval */
  id: string
  /** What is approved */
  noun: string
  nounId: string
  title: string
  body: BodyRef
  draftedBy: PersonRef
  state: SignOffState
  /** Sent at */
  openedAt: string
  /** Closed at */
  closedAt: string | null
  /** Who must approve, in order */
  steps: SignOffStep[]
  /** Index of the step that is due; null once closed */
  current: number | null
  /** Whether this session may take the step that is due */
  mayDecide: boolean
  /** What the approver is shown, as it stood at sending */
  summary: {
    label: string
    text: string
  }[]
  /** SHA-256 of what is approved */
  contentHash: string
  approvals: Approval[]
}

export type SignOffPage = {
  items: SignOff[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type SignOffState = 'open' | 'approved' | 'returned' | 'withdrawn'

export type SignOffStep = {
  role: Role
  /** Of a reviewer: which step of review */
  step: number | null
}

export type SimilarCase = {
  /** Case */
  id: string
  number: string
  title: string
  wanted: string
  /** Masked */
  applicant: string
  state: CaseState
  /** Received (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn: string | null
  /** Row of table 三 */
  row: string | null
  /** A repeat; else perhaps a duplicate */
  sameApplicant: boolean
  /** 0 to 1 */
  likeness: number
}

export type SimilarCases = {
  items: SimilarCase[]
}

export type SimilarQuestion = {
  /** Slug of the body */
  body: string
  /** Title */
  title: string
  applicant?: NewApplicant
  /** The case itself */
  except?: string
}

export type Succession = {
  /** Slug of the body */
  slug: string
  /** Official name */
  name: string
  kind: SuccessionKind
  /** On (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  /** Document it rests on */
  basis: string
}

export type SuccessionKind = 'merged' | 'split' | 'transferred'

export type SuggestedRequest = {
  /** Request */
  id: string
  number: string
  title: string
}

export type Summand = {
  part: RollUpPart
  /** null where it is not known */
  value: number | null
  /** How it stands in the report */
  state: string | null
}

export type SummandList = {
  items: Summand[]
}

export type TableCell = {
  /** As spec/annual-report names it */
  key: string
  count: number
  /** A sum of other cells */
  isSum: boolean
  /** What it counts, in words */
  counts: string
  /** Provision the row rests on */
  source: string | null
}

export type TableChallenge = {
  /** Challenge */
  id: string
  /** 案号 */
  number: string
  /** Organ or court */
  organ: string
  group: ChallengeGroup
  state: string
  /** Filed (YYYY-MM-DD, Asia/Shanghai) */
  filedOn: string
  /** Concluded, as it is counted (YYYY-MM-DD, Asia/Shanghai) */
  concludedOn: string | null
  result: ChallengeResult | null
}

export type TableRecord = {
  /** Request */
  id: string
  /** Which of its rounds counts here, from 0; above 0 where a reopened case is counted anew */
  part: number
  number: string
  title: string
  kind: ApplicantKind
  state: CaseState
  /** Received (YYYY-MM-DD, Asia/Shanghai) */
  receivedOn: string
  /** Concluded, as it is counted (YYYY-MM-DD, Asia/Shanghai) */
  concludedOn: string | null
  /** Row of table 三; null while open */
  row: 'granted' | 'partlyGranted' | 'refusedStateSecret' | 'refusedByLaw' | 'refusedSafety' | 'refusedThirdParty' | 'refusedInternal' | 'refusedProcess' | 'refusedEnforcementFile' | 'refusedInquiry' | 'unableNotHeld' | 'unableToCreate' | 'unableUnclear' | 'rejectedPetition' | 'rejectedDuplicate' | 'rejectedPublication' | 'rejectedExcessive' | 'rejectedReconfirm' | 'otherNotCorrected' | 'otherUnpaid' | 'otherOther' | null
}

export type Tables = {
  /** Slug of the body */
  body: string
  /** Year of the report */
  year: number
  /** The figures as they stand on this day: 31 December, or today while the year runs (YYYY-MM-DD, Asia/Shanghai) */
  asOf: string
  /** 175 of table 三, 15 of table 四, in the order printed */
  cells: TableCell[]
}

export type TakenReport = {
  /** From 1, among the reports of the file */
  part: number
  taking: ReportTaking
  /** Why it cannot be read */
  why: string
  /** Whose report it says it is */
  named: string | null
  /** On which year */
  year: number | null
  body: BodyRef | null
  /** Cells that do not stand in the file just as given */
  listed: number
  findings: FindingOfReport[]
  reportId: string | null
}

export type TakenReportList = {
  items: TakenReport[]
}

export type Task = {
  /** Task */
  id: string
  kind: TaskKind
  /** What it is about */
  noun: string
  nounId: string
  /** The thing the work is done on: of a clock, what it belongs to */
  about: {
    noun: string
    id: string
  }
  title: string
  body: BodyRef
  person: PersonRef | null
  role: Role | null
  /** Of a reviewer: which step of review */
  step: number | null
  /** Last day (YYYY-MM-DD, Asia/Shanghai) */
  dueOn: string | null
  dueStatus: DueStatus | null
  /** Working days left, today not counted; below 0 when overdue */
  daysLeft: number | null
  lamp: Lamp
  /** From the day it was given to its last day; empty where nothing is due */
  ruler: RulerCell[]
  /** Given at */
  addedAt: string
}

export type TaskKind = 'case' | 'draft' | 'duty' | 'to-do' | 'approval'

export type TaskList = {
  items: Task[]
}

export type TotpEnrolment = {
  /** otpauth:// address */
  uri: string
  /** The secret in base 32, to be typed */
  secret: string
  /** The address as a QR code, SVG */
  qr: string
}

export type UndoneImport = {
  entries: number
  /** Changed or proved since: they stay */
  kept: number
}

export type Unread = {
  unread: number
}

export type Withheld = {
  /** Entry */
  id: string
  request: WithheldRequest
  body: BodyRef
  /** What is withheld */
  title: string
  /** Ground, as the row of table 三 */
  row: 'granted' | 'partlyGranted' | 'refusedStateSecret' | 'refusedByLaw' | 'refusedSafety' | 'refusedThirdParty' | 'refusedInternal' | 'refusedProcess' | 'refusedEnforcementFile' | 'refusedInquiry' | 'unableNotHeld' | 'unableToCreate' | 'unableUnclear' | 'rejectedPetition' | 'rejectedDuplicate' | 'rejectedPublication' | 'rejectedExcessive' | 'rejectedReconfirm' | 'otherNotCorrected' | 'otherUnpaid' | 'otherOther'
  /** Withheld since (YYYY-MM-DD, Asia/Shanghai) */
  since: string
  /** When to look again (YYYY-MM-DD, Asia/Shanghai) */
  reviewOn: string
  lamp: Lamp
  /** `ended`: the decision was set aside */
  state: 'withheld' | 'released' | 'ended'
  reviews: WithheldReview[]
}

export type WithheldPage = {
  items: Withheld[]
  /** Give it as `after` for the next page; null at the end */
  next: string | null
}

export type WithheldRequest = {
  /** Request */
  id: string
  number: string
}

export type WithheldReview = {
  /** Looked at (YYYY-MM-DD, Asia/Shanghai) */
  on: string
  /** Kept; else released */
  keeps: boolean
  reason: string
  /** When to look again (YYYY-MM-DD, Asia/Shanghai) */
  nextOn: string | null
  by: PersonRef
}

export type WithheldReviewDraft = {
  keeps: boolean
  /** Why */
  reason: string
  /** When to look again; by the setting of the body without it (YYYY-MM-DD, Asia/Shanghai) */
  nextOn?: string
}

export type WordOnPage = {
  text: string
  /** Left edge, as a part of the width of the page as it is shown */
  x: number
  /** Upper edge, as a part of its height */
  y: number
  /** Width, as a part of the width of the page */
  width: number
  /** Height, as a part of its height */
  height: number
}

export type WordsOfPage = {
  words: WordOnPage[]
}

/** What every refusal looks like. */
export type Refusal = { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }

export interface components {
  schemas: {
    Agent: Agent
    AnnualReport: AnnualReport
    Applicant: Applicant
    ApplicantKind: ApplicantKind
    Approval: Approval
    Area: Area
    Attachment: Attachment
    Body: Body
    BodyCalled: BodyCalled
    BodyChange: BodyChange
    BodyDetail: BodyDetail
    BodyDraft: BodyDraft
    BodyEnd: BodyEnd
    BodyKind: BodyKind
    BodyLevel: BodyLevel
    BodyName: BodyName
    BodyNameDraft: BodyNameDraft
    BodyNameKind: BodyNameKind
    BodyPage: BodyPage
    BodyRef: BodyRef
    CalendarDay: CalendarDay
    CalendarDayKind: CalendarDayKind
    CalendarYear: CalendarYear
    CalendarYearDetail: CalendarYearDetail
    CalendarYearList: CalendarYearList
    Carrier: Carrier
    CaseAct: CaseAct
    CaseArchive: CaseArchive
    CaseConclusion: CaseConclusion
    CaseCounts: CaseCounts
    CaseDecision: CaseDecision
    CaseDetail: CaseDetail
    CaseEvent: CaseEvent
    CaseFee: CaseFee
    CaseFile: CaseFile
    CaseFileOn: CaseFileOn
    CaseLetter: CaseLetter
    CaseLimit: CaseLimit
    CasePage: CasePage
    CaseRefusal: CaseRefusal
    CaseRound: CaseRound
    CaseRow: CaseRow
    CaseState: CaseState
    CaseType: CaseType
    CaseVerb: CaseVerb
    CellName: CellName
    CellRecords: CellRecords
    ChainProof: ChainProof
    Challenge: Challenge
    ChallengeAct: ChallengeAct
    ChallengeConclusion: ChallengeConclusion
    ChallengeDetail: ChallengeDetail
    ChallengeDraft: ChallengeDraft
    ChallengeEntry: ChallengeEntry
    ChallengeGroup: ChallengeGroup
    ChallengeKind: ChallengeKind
    ChallengeLimit: ChallengeLimit
    ChallengeLimitKind: ChallengeLimitKind
    ChallengeOutcome: ChallengeOutcome
    ChallengePage: ChallengePage
    ChallengePart: ChallengePart
    ChallengeParty: ChallengeParty
    ChallengeProcedure: ChallengeProcedure
    ChallengeReopening: ChallengeReopening
    ChallengeResult: ChallengeResult
    ChallengeStage: ChallengeStage
    ChallengeStageName: ChallengeStageName
    ChallengeState: ChallengeState
    ChallengeVerb: ChallengeVerb
    Channel: Channel
    ChapterDraft: ChapterDraft
    ChapterWritten: ChapterWritten
    CheckedReport: CheckedReport
    CheckedReportList: CheckedReportList
    Confirmation: Confirmation
    Consultation: Consultation
    ConsultedParty: ConsultedParty
    CorrectionAsked: CorrectionAsked
    CountedTwice: CountedTwice
    CountyPaper: CountyPaper
    Credentials: Credentials
    DayDifference: DayDifference
    Deadline: Deadline
    DeadlineAnswer: DeadlineAnswer
    DeadlineChange: DeadlineChange
    DeadlineChangeDraft: DeadlineChangeDraft
    DeadlineChangePage: DeadlineChangePage
    DeadlineDetail: DeadlineDetail
    DeadlineDraft: DeadlineDraft
    DeadlineEvent: DeadlineEvent
    DeadlineEventKind: DeadlineEventKind
    DeadlinePage: DeadlinePage
    DeadlineQuestion: DeadlineQuestion
    DeadlineResult: DeadlineResult
    DeadlineStep: DeadlineStep
    Decision: Decision
    DecisionDraft: DecisionDraft
    Declaration: Declaration
    DeclaredCell: DeclaredCell
    Delegation: Delegation
    DelegationDraft: DelegationDraft
    DelegationPage: DelegationPage
    Delivery: Delivery
    Demo: Demo
    DemoClock: DemoClock
    DemoMoved: DemoMoved
    DemoRole: DemoRole
    Differing: Differing
    Doubt: Doubt
    DoubtConfirmed: DoubtConfirmed
    DoubtSeverity: DoubtSeverity
    DueStatus: DueStatus
    Event: Event
    EventPage: EventPage
    ExportFormat: ExportFormat
    Extension: Extension
    FeeLine: FeeLine
    FeeQuestion: FeeQuestion
    FeeWorking: FeeWorking
    FigureRecord: FigureRecord
    FigureRecordPage: FigureRecordPage
    FindingOfFiled: FindingOfFiled
    FindingOfReport: FindingOfReport
    FirstRun: FirstRun
    FirstRunDone: FirstRunDone
    FirstRunDraft: FirstRunDraft
    FoldedCase: FoldedCase
    Footer: Footer
    FormOrigin: FormOrigin
    GroundNamed: GroundNamed
    Handover: Handover
    HandoverDraft: HandoverDraft
    HandoverPage: HandoverPage
    HandoverResult: HandoverResult
    HowConcluded: HowConcluded
    IdentityType: IdentityType
    ImportResult: ImportResult
    Inquiry: Inquiry
    IntakeForm: IntakeForm
    Job: Job
    JobPage: JobPage
    JobState: JobState
    KeptReconciliation: KeptReconciliation
    Lamp: Lamp
    Language: Language
    LastReconciliation: LastReconciliation
    LateReason: LateReason
    LedgerOutcome: LedgerOutcome
    LedgerRemark: LedgerRemark
    LedgerResult: LedgerResult
    Leftover: Leftover
    LetterCancelling: LetterCancelling
    LetterCase: LetterCase
    LetterChange: LetterChange
    LetterContent: LetterContent
    LetterDetail: LetterDetail
    LetterDraft: LetterDraft
    LetterEventData: LetterEventData
    LetterFile: LetterFile
    LetterKindList: LetterKindList
    LetterKindName: LetterKindName
    LetterKindShown: LetterKindShown
    LetterLate: LetterLate
    LetterList: LetterList
    LetterMethod: LetterMethod
    LetterParagraph: LetterParagraph
    LetterPart: LetterPart
    LetterReturn: LetterReturn
    LetterSending: LetterSending
    LetterService: LetterService
    LetterSignOff: LetterSignOff
    LetterState: LetterState
    LetterTemplate: LetterTemplate
    LetterTemplateDraft: LetterTemplateDraft
    LetterTemplateEdition: LetterTemplateEdition
    LetterUnderWay: LetterUnderWay
    LimitKind: LimitKind
    LinkKind: LinkKind
    LinkedCase: LinkedCase
    LinkedRequest: LinkedRequest
    LocalDay: LocalDay
    LocalDayDraft: LocalDayDraft
    LocalDayPage: LocalDayPage
    LocalDayState: LocalDayState
    MayNot: MayNot
    Message: Message
    MessageChannel: MessageChannel
    MessageKind: MessageKind
    MessagePage: MessagePage
    MessageState: MessageState
    Moved: Moved
    MovedCell: MovedCell
    MovedPart: MovedPart
    MovedSum: MovedSum
    NewApplicant: NewApplicant
    NewRedaction: NewRedaction
    NewRequest: NewRequest
    NewRequestForm: NewRequestForm
    NoticeDraft: NoticeDraft
    NoticeOrigin: NoticeOrigin
    NoticeReceipt: NoticeReceipt
    NoticeReceiptDraft: NoticeReceiptDraft
    NoticeResult: NoticeResult
    Notification: Notification
    NotificationPage: NotificationPage
    OneTimePassword: OneTimePassword
    OnlyHere: OnlyHere
    OnlyThere: OnlyThere
    Opinion: Opinion
    OtherChallenge: OtherChallenge
    Outcome: Outcome
    OutcomeNext: OutcomeNext
    OutcomeRow: OutcomeRow
    OutcomeStep: OutcomeStep
    OutcomeTree: OutcomeTree
    PageSize: PageSize
    PaperFormat: PaperFormat
    PasswordReset: PasswordReset
    PatternFound: PatternFound
    PatternKind: PatternKind
    PatternsFound: PatternsFound
    PatternsToFind: PatternsToFind
    PeopleImportResult: PeopleImportResult
    Person: Person
    PersonAccount: PersonAccount
    PersonAdded: PersonAdded
    PersonChange: PersonChange
    PersonDetail: PersonDetail
    PersonDraft: PersonDraft
    PersonPage: PersonPage
    PersonRef: PersonRef
    Post: Post
    PostDraft: PostDraft
    Problem: Problem
    ProvedRedaction: ProvedRedaction
    PublicationSuggestion: PublicationSuggestion
    PublicationSuggestionList: PublicationSuggestionList
    Question: Question
    Rating: Rating
    ReasonsAsked: ReasonsAsked
    ReceiptFacts: ReceiptFacts
    Reconciliation: Reconciliation
    RedactedFile: RedactedFile
    Redaction: Redaction
    RedactionCheck: RedactionCheck
    RedactionCheckId: RedactionCheckId
    RedactionDetail: RedactionDetail
    RedactionGround: RedactionGround
    RedactionList: RedactionList
    RedactionMark: RedactionMark
    RedactionMarks: RedactionMarks
    RedactionProof: RedactionProof
    RedactionState: RedactionState
    RedactionToProve: RedactionToProve
    Referral: Referral
    ReferralTo: ReferralTo
    Region: Region
    Register: Register
    RegisterChange: RegisterChange
    RegisterColumn: RegisterColumn
    RegisterEntry: RegisterEntry
    RegisterEntryChange: RegisterEntryChange
    RegisterEntryDetail: RegisterEntryDetail
    RegisterEntryDraft: RegisterEntryDraft
    RegisterEntryPage: RegisterEntryPage
    RegisterEntryVoiding: RegisterEntryVoiding
    RegisterField: RegisterField
    RegisterFieldKind: RegisterFieldKind
    RegisterGroup: RegisterGroup
    RegisterImport: RegisterImport
    RegisterImportError: RegisterImportError
    RegisterList: RegisterList
    RegisterMeasure: RegisterMeasure
    RegisterOption: RegisterOption
    RegisteredForm: RegisteredForm
    RemarkAnswer: RemarkAnswer
    RemarkDraft: RemarkDraft
    Remedy: Remedy
    ReportAct: ReportAct
    ReportActing: ReportActing
    ReportBeginning: ReportBeginning
    ReportChange: ReportChange
    ReportChapter: ReportChapter
    ReportEvent: ReportEvent
    ReportFormat: ReportFormat
    ReportList: ReportList
    ReportPaper: ReportPaper
    ReportPreview: ReportPreview
    ReportRemark: ReportRemark
    ReportRow: ReportRow
    ReportStanding: ReportStanding
    ReportState: ReportState
    ReportTaking: ReportTaking
    ReportVerb: ReportVerb
    ReportVersion: ReportVersion
    ReportedRollUp: ReportedRollUp
    RequestPart: RequestPart
    RequestSplit: RequestSplit
    RestNotice: RestNotice
    Role: Role
    RollUp: RollUp
    RollUpPart: RollUpPart
    RollUpReporting: RollUpReporting
    RollUpScope: RollUpScope
    RulerCell: RulerCell
    RulerState: RulerState
    Schedule: Schedule
    ScheduleEntry: ScheduleEntry
    SearchHit: SearchHit
    SearchKind: SearchKind
    SearchLog: SearchLog
    SearchPage: SearchPage
    Section: Section
    SectionChange: SectionChange
    SectionDraft: SectionDraft
    SectionList: SectionList
    SectionRef: SectionRef
    Served: Served
    Session: Session
    SessionEntry: SessionEntry
    SessionList: SessionList
    SessionPost: SessionPost
    SessionStage: SessionStage
    Setting: Setting
    SettingChange: SettingChange
    SettingList: SettingList
    SettingType: SettingType
    SettingValue: SettingValue
    SignOff: SignOff
    SignOffDetail: SignOffDetail
    SignOffPage: SignOffPage
    SignOffState: SignOffState
    SignOffStep: SignOffStep
    SimilarCase: SimilarCase
    SimilarCases: SimilarCases
    SimilarQuestion: SimilarQuestion
    Succession: Succession
    SuccessionKind: SuccessionKind
    SuggestedRequest: SuggestedRequest
    Summand: Summand
    SummandList: SummandList
    TableCell: TableCell
    TableChallenge: TableChallenge
    TableRecord: TableRecord
    Tables: Tables
    TakenReport: TakenReport
    TakenReportList: TakenReportList
    Task: Task
    TaskKind: TaskKind
    TaskList: TaskList
    TotpEnrolment: TotpEnrolment
    UndoneImport: UndoneImport
    Unread: Unread
    Withheld: Withheld
    WithheldPage: WithheldPage
    WithheldRequest: WithheldRequest
    WithheldReview: WithheldReview
    WithheldReviewDraft: WithheldReviewDraft
    WordOnPage: WordOnPage
    WordsOfPage: WordsOfPage
  }
}

export interface paths {
  '/region': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readRegion']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/first-run': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readFirstRun']
    put?: never
    post: operations['makeFirstRun']
    delete?: never
    patch?: never
  }
  '/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readSession']
    put?: never
    post: operations['signIn']
    delete: operations['signOut']
    patch?: never
  }
  '/session/totp': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['confirmTotp']
    delete?: never
    patch?: never
  }
  '/session/totp-enrolment': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['enrolTotp']
    delete?: never
    patch?: never
  }
  '/session/totp-enrolment/confirm': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['confirmTotpEnrolment']
    delete?: never
    patch?: never
  }
  '/session/password': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['changePassword']
    delete?: never
    patch?: never
  }
  '/session/person': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete?: never
    patch: operations['changeLanguage']
  }
  '/sessions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listSessions']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/sessions/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete: operations['endSession']
    patch?: never
  }
  '/demo': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readDemo']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/demo/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['signInAsRole']
    delete?: never
    patch?: never
  }
  '/demo/clock': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['moveDemoClock']
    delete?: never
    patch?: never
  }
  '/bodies': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listBodies']
    put?: never
    post: operations['addBody']
    delete?: never
    patch?: never
  }
  '/bodies/export': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['exportBodies']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/bodies/import': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['importBodies']
    delete?: never
    patch?: never
  }
  '/bodies/{slug}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readBody']
    put?: never
    post?: never
    delete?: never
    patch: operations['changeBody']
  }
  '/bodies/{slug}/names': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['nameBody']
    delete?: never
    patch?: never
  }
  '/bodies/{slug}/end': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['endBody']
    delete?: never
    patch?: never
  }
  '/bodies/{slug}/sections': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listSections']
    put?: never
    post: operations['addSection']
    delete?: never
    patch?: never
  }
  '/sections/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    delete?: never
    patch: operations['renameSection']
  }
  '/sections/{id}/end': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['endSection']
    delete?: never
    patch?: never
  }
  '/people': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listPeople']
    put?: never
    post: operations['addPerson']
    delete?: never
    patch?: never
  }
  '/people/export': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['exportPeople']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/people/import': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['importPeople']
    delete?: never
    patch?: never
  }
  '/people/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readPerson']
    put?: never
    post?: never
    delete?: never
    patch: operations['changePerson']
  }
  '/people/{id}/leave': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['leavePerson']
    delete?: never
    patch?: never
  }
  '/people/{id}/posts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['addPost']
    delete?: never
    patch?: never
  }
  '/posts/{id}/end': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['endPost']
    delete?: never
    patch?: never
  }
  '/people/{id}/reset': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['resetPassword']
    delete?: never
    patch?: never
  }
  '/people/{id}/reset-totp': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['resetTotp']
    delete?: never
    patch?: never
  }
  '/people/{id}/unlock': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['unlockAccount']
    delete?: never
    patch?: never
  }
  '/delegations': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listDelegations']
    put?: never
    post: operations['addDelegation']
    delete?: never
    patch?: never
  }
  '/delegations/{id}/end': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['endDelegation']
    delete?: never
    patch?: never
  }
  '/handovers': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listHandovers']
    put?: never
    post: operations['makeHandover']
    delete?: never
    patch?: never
  }
  '/tasks': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listTasks']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/tasks/{id}/done': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['doTask']
    delete?: never
    patch?: never
  }
  '/notifications': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listNotifications']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/notifications/read': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['readNotifications']
    delete?: never
    patch?: never
  }
  '/deadlines/compute': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['computeDeadline']
    delete?: never
    patch?: never
  }
  '/deadlines': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listDeadlines']
    put?: never
    post: operations['keepDeadline']
    delete?: never
    patch?: never
  }
  '/deadlines/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readDeadline']
    put?: never
    post?: never
    delete?: never
    patch: operations['changeDeadline']
  }
  '/deadlines/{id}/close': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['closeDeadline']
    delete?: never
    patch?: never
  }
  '/calendar/years': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listYears']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/calendar/years/{year}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readYear']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/calendar/notices': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['loadNotice']
    delete?: never
    patch?: never
  }
  '/calendar/local-days': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listLocalDays']
    put?: never
    post: operations['proposeLocalDay']
    delete?: never
    patch?: never
  }
  '/calendar/local-days/{id}/withdraw': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['withdrawLocalDay']
    delete?: never
    patch?: never
  }
  '/calendar/recomputations': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listRecomputations']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/sign-offs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listSignOffs']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/sign-offs/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readSignOff']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/sign-offs/{id}/decision': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['decideSignOff']
    delete?: never
    patch?: never
  }
  '/sign-offs/{id}/paper': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['recordPaperSignOff']
    delete?: never
    patch?: never
  }
  '/sign-offs/{id}/withdraw': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['withdrawSignOff']
    delete?: never
    patch?: never
  }
  '/sign-offs/{id}/sheet': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['printSignOff']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/attachments': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['addAttachment']
    delete?: never
    patch?: never
  }
  '/attachments/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readAttachment']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/requests': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listRequests']
    put?: never
    post: operations['registerRequests']
    delete?: never
    patch?: never
  }
  '/requests/counts': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['countRequests']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/requests/similar': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['findSimilarRequests']
    delete?: never
    patch?: never
  }
  '/requests/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readRequest']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/requests/{id}/acts/{verb}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['actOnRequest']
    delete?: never
    patch?: never
  }
  '/requests/{id}/similar': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['findSimilarToRequest']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/requests/{id}/split': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['splitRequest']
    delete?: never
    patch?: never
  }
  '/requests/{id}/applicant': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['unmaskRequest']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/requests/{id}/files': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['addRequestFile']
    delete?: never
    patch?: never
  }
  '/requests/{id}/files/{fileId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readRequestFile']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/outcome-tree': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readOutcomeTree']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/challenges': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listChallenges']
    put?: never
    post: operations['openChallenge']
    delete?: never
    patch?: never
  }
  '/challenges/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readChallenge']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/challenges/{id}/acts/{verb}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['performChallenge']
    delete?: never
    patch?: never
  }
  '/challenges/{id}/files': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['addChallengeFile']
    delete?: never
    patch?: never
  }
  '/challenges/{id}/files/{fileId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readChallengeFile']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/messages': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listMessages']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/messages/{id}/retry': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['retryMessage']
    delete?: never
    patch?: never
  }
  '/requests/{id}/redactions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listRedactions']
    put?: never
    post: operations['startRedaction']
    delete?: never
    patch?: never
  }
  '/redactions/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readRedaction']
    put: operations['markRedaction']
    post?: never
    delete: operations['discardRedaction']
    patch?: never
  }
  '/redactions/{id}/pages/{page}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readRedactionPage']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/redactions/{id}/text': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readRedactionText']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/redactions/{id}/find': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['findToRedact']
    delete?: never
    patch?: never
  }
  '/redactions/{id}/prove': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['proveRedaction']
    delete?: never
    patch?: never
  }
  '/redactions/{id}/file': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['downloadRedaction']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/tables/{body}/{year}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readTables']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/tables/{body}/{year}/cells/{key}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listCellRecords']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/ledger': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['exportLedger']
    put?: never
    post: operations['importLedger']
    delete?: never
    patch?: never
  }
  '/letter-kinds': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listLetterKinds']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/requests/{id}/letters': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listLetters']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/letters': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['draftLetter']
    delete?: never
    patch?: never
  }
  '/letters/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readLetter']
    put?: never
    post?: never
    delete?: never
    patch: operations['editLetter']
  }
  '/letters/{id}/review': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['reviewLetter']
    delete?: never
    patch?: never
  }
  '/letters/{id}/cancel': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['cancelLetter']
    delete?: never
    patch?: never
  }
  '/letters/{id}/send': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['sendLetter']
    delete?: never
    patch?: never
  }
  '/letters/{id}/serve': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['serveLetter']
    delete?: never
    patch?: never
  }
  '/letters/{id}/undelivered': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['recordLetterUndelivered']
    delete?: never
    patch?: never
  }
  '/letters/{id}/proof': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['addLetterProof']
    delete?: never
    patch?: never
  }
  '/letters/{id}/file': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readLetterFile']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/letters/{id}/files/{fileId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readLetterEnclosure']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/letter-templates/{kind}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readLetterTemplate']
    put: operations['changeLetterTemplate']
    post?: never
    delete: operations['restoreLetterTemplate']
    patch?: never
  }
  '/fees/working': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['workOutFee']
    delete?: never
    patch?: never
  }
  '/requests/{id}/archive': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readArchive']
    put?: never
    post: operations['archiveCase']
    delete?: never
    patch?: never
  }
  '/withheld': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listWithheld']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/withheld/{id}/review': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['reviewWithheld']
    delete?: never
    patch?: never
  }
  '/publication-suggestions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listPublicationSuggestions']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/registers': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listRegisters']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/registers/{register}/entries': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listRegisterEntries']
    put?: never
    post: operations['addRegisterEntry']
    delete?: never
    patch?: never
  }
  '/register-entries/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readRegisterEntry']
    put: operations['changeRegisterEntry']
    post?: never
    delete?: never
    patch?: never
  }
  '/register-entries/{id}/void': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['voidRegisterEntry']
    delete?: never
    patch?: never
  }
  '/register-entries/{id}/restore': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['restoreRegisterEntry']
    delete?: never
    patch?: never
  }
  '/register-entries/{id}/files': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['addRegisterEvidence']
    delete?: never
    patch?: never
  }
  '/register-entries/{id}/files/{fileId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readRegisterEvidence']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/register-entries/{id}/receipt': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['receiveNotice']
    delete?: never
    patch?: never
  }
  '/registers/{register}/file': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['exportRegister']
    put?: never
    post: operations['importRegister']
    delete?: never
    patch?: never
  }
  '/register-imports/{id}/undo': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['undoRegisterImport']
    delete?: never
    patch?: never
  }
  '/registers/{register}/reconciliation': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readReconciliation']
    put?: never
    post: operations['reconcileRegister']
    delete?: never
    patch?: never
  }
  '/reports': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listReports']
    put?: never
    post: operations['beginReport']
    delete?: never
    patch?: never
  }
  '/reports/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readReport']
    put?: never
    post?: never
    delete?: never
    patch: operations['editReport']
  }
  '/reports/{id}/preview': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['previewReport']
    delete?: never
    patch?: never
  }
  '/reports/{id}/acts/{verb}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['actOnReport']
    delete?: never
    patch?: never
  }
  '/reports/{id}/remarks': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['remarkOnReport']
    delete?: never
    patch?: never
  }
  '/reports/{id}/remarks/{remarkId}/answer': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['answerRemark']
    delete?: never
    patch?: never
  }
  '/reports/{id}/records': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listFigureRecords']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/reports/{id}/file': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['printReport']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/roll-ups/{scope}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readRollUp']
    put?: never
    post: operations['reportUpward']
    delete?: never
    patch?: never
  }
  '/roll-ups/{scope}/summands': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listSummands']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/report-findings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listReportFindings']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/report-files': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['takeReports']
    delete?: never
    patch?: never
  }
  '/reports/{id}/source': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readReportSource']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/summary-table': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readSummaryTable']
    put?: never
    post: operations['takeSummaryTable']
    delete?: never
    patch?: never
  }
  '/reports/{id}/papers/{paper}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['printReportPaper']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/report-papers/{paper}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['printCountyPaper']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/settings': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listSettings']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/settings/{key}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put: operations['changeSetting']
    post?: never
    delete?: never
    patch?: never
  }
  '/events': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listEvents']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/events/export': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['exportEvents']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/events/verify': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['verifyEvents']
    delete?: never
    patch?: never
  }
  '/jobs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['listJobs']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/jobs/schedule': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['readSchedule']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
  '/jobs/{id}/retry': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['retryJob']
    delete?: never
    patch?: never
  }
  '/jobs/{id}/drop': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post: operations['dropJob']
    delete?: never
    patch?: never
  }
  '/search': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: operations['search']
    put?: never
    post?: never
    delete?: never
    patch?: never
  }
}

export interface operations {
  /** The region, the marks of its footer, the day */
  readRegion: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Region
      } }
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Whether the installation is still empty */
  readFirstRun: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': FirstRun
      } }
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Set up region, government, office and the three administrators */
  makeFirstRun: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': FirstRunDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': FirstRunDone
      } }
      /** `invalid-input` */
      400: Refusal
      /** `forged-request` */
      403: Refusal
      /** `not-first-run` */
      409: Refusal
      /** `weak-password` */
      422: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The session of this browser */
  readSession: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Session
      } }
      /** `not-signed-in` */
      401: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Sign in with username and password */
  signIn: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': Credentials
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Session
      } }
      /** `invalid-input` */
      400: Refusal
      /** `sign-in-refused` */
      401: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Sign out */
  signOut: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      204: { headers: { [name: string]: unknown }; content?: never }
      /** `not-signed-in` */
      401: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Second step of signing in: the code of the authenticator */
  confirmTotp: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        /** Six digits shown by the authenticator */
        code: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Session
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Begin to enrol an authenticator */
  enrolTotp: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': TotpEnrolment
      } }
      /** `not-signed-in` */
      401: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Confirm the new authenticator by its first code */
  confirmTotpEnrolment: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        /** Six digits shown by the authenticator */
        code: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Session
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Change the own password */
  changePassword: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        /** Password */
        current: string
        /** Password */
        next: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Session
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Choose the language of the desk */
  changeLanguage: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        language: Language
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Session
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Open sessions: the own, or those of a person */
  listSessions: {
    parameters: {
      query?: {
        /** Whose; absent: the own */
        person?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SessionList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** End a session: an own one, or, for a security administrator, anyone’s */
  endSession: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      204: { headers: { [name: string]: unknown }; content?: never }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The roles one can sign in as, and the clock */
  readDemo: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Demo
      } }
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Sign in as a role of the demo */
  signInAsRole: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        /** As GET /demo lists it */
        role: string
        /** Where several stand for the role, which */
        personId?: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Session
      } }
      /** `invalid-input` */
      400: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Put the clock of the demo on a day */
  moveDemoClock: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        /** The day to stand on (YYYY-MM-DD, Asia/Shanghai) */
        today: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': DemoMoved
      } }
      /** `invalid-input` */
      400: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Bodies, by kind and order */
  listBodies: {
    parameters: {
      query?: {
        /** Part of a name or alias, or the USCC */
        q?: string
        /** Kind of body */
        kind?: BodyKind
        /** Slug of the body they file to */
        filesTo?: string
        /** Those that ended, too */
        ended?: boolean
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': BodyPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Add a body */
  addBody: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': BodyDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': BodyDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** All bodies as a file that can be imported again */
  exportBodies: {
    parameters: {
      query?: {
        /** Format of the file */
        format?: ExportFormat
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The file */
      200: { headers: { [name: string]: unknown }; content: {
        'text/csv': Blob
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Add and change bodies from a file */
  importBodies: {
    parameters: {
      query?: {
        /** Only tell what would happen */
        dryRun?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': ImportResult
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A body with its names, predecessors and successors */
  readBody: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Slug of the body */
        slug: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': BodyDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Change what is kept about a body, except its names */
  changeBody: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Slug of the body */
        slug: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': BodyChange
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': BodyDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Give a body a name from a day on */
  nameBody: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Slug of the body */
        slug: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': BodyNameDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': BodyDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** End a body, and say who succeeds it */
  endBody: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Slug of the body */
        slug: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': BodyEnd
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': BodyDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Sections (内设机构) of a body */
  listSections: {
    parameters: {
      query?: {
        /** Those that ended, too */
        ended?: boolean
      }
      header?: never
      path: {
        /** Slug of the body */
        slug: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SectionList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Add a section */
  addSection: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Slug of the body */
        slug: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': SectionDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': Section
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Rename a section */
  renameSection: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': SectionChange
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Section
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** End a section */
  endSection: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        /** Ended on (YYYY-MM-DD, Asia/Shanghai) */
        on: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Section
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** People the session may see, by name */
  listPeople: {
    parameters: {
      query?: {
        /** Part of a name or username */
        q?: string
        /** Slug of a body they hold a post at */
        body?: string
        /** Role at a body (岗位) */
        role?: Role
        /** Those who left, too */
        left?: boolean
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': PersonPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Add a person with an account and posts */
  addPerson: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': PersonDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': PersonAdded
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** People as a file, masked */
  exportPeople: {
    parameters: {
      query?: {
        /** Format of the file */
        format?: ExportFormat
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The file */
      200: { headers: { [name: string]: unknown }; content: {
        'text/csv': Blob
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Add people with their posts from a file */
  importPeople: {
    parameters: {
      query?: {
        /** Only tell what would happen */
        dryRun?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': PeopleImportResult
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A person with posts */
  readPerson: {
    parameters: {
      query?: {
        /** Show telephone and email whole; this is recorded */
        unmask?: boolean
      }
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': PersonDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Change name, telephone, email or language */
  changePerson: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': PersonChange
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': PersonDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A person leaves: posts and sessions end */
  leavePerson: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        /** Last day of work here (YYYY-MM-DD, Asia/Shanghai) */
        on: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': PersonDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Give a person a post */
  addPost: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': PostDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': Post
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** End a post */
  endPost: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        /** The first day on which it no longer holds (YYYY-MM-DD, Asia/Shanghai) */
        on: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Post
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Give a new one-time password; the sessions of the person end */
  resetPassword: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': PasswordReset
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Take a lost authenticator off an account; the sessions of the person end */
  resetTotp: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      204: { headers: { [name: string]: unknown }; content?: never }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Let a locked-out person try again */
  unlockAccount: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      204: { headers: { [name: string]: unknown }; content?: never }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Delegations (代理) the session may see, newest first */
  listDelegations: {
    parameters: {
      query?: {
        /** Slug of the body */
        body?: string
        /** Those that ended, too */
        ended?: boolean
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': DelegationPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Let one person act for another for a time */
  addDelegation: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': DelegationDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': Delegation
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** End a delegation early */
  endDelegation: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Delegation
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Handovers (交接), newest first */
  listHandovers: {
    parameters: {
      query?: {
        /** Slug of the body */
        body?: string
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': HandoverPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Move everything one person holds at a body to another, in one act */
  makeHandover: {
    parameters: {
      query?: {
        /** Only tell what would happen */
        dryRun?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': HandoverDraft
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': HandoverResult
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** What is due, the most pressing first */
  listTasks: {
    parameters: {
      query?: {
        /** Mine and of my roles, or all of my bodies */
        scope?: 'mine' | 'body'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': TaskList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Tick off a to-do */
  doTask: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      204: { headers: { [name: string]: unknown }; content?: never }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Notifications, newest first */
  listNotifications: {
    parameters: {
      query?: {
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': NotificationPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Mark notifications as read */
  readNotifications: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': {
        /** Which; absent: all */
        ids?: string[]
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Unread
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** When an answer is due, with the reasoning */
  computeDeadline: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': DeadlineQuestion
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': DeadlineAnswer
      } }
      /** `invalid-input` */
      400: Refusal
      /** `forged-request` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Clocks of the bodies the session may see, the nearest first */
  listDeadlines: {
    parameters: {
      query?: {
        /** Slug of the body */
        body?: string
        /** The closed ones instead */
        closed?: boolean
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': DeadlinePage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Keep a clock */
  keepDeadline: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': DeadlineDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': DeadlineDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A clock with its reasoning and how its date moved */
  readDeadline: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': DeadlineDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Change title, person, day of receipt or events */
  changeDeadline: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': DeadlineChangeDraft
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': DeadlineDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Stop watching a clock: it was answered */
  closeDeadline: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      204: { headers: { [name: string]: unknown }; content?: never }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Years with a notice, and the next without */
  listYears: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': CalendarYearList
      } }
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Every day of a year */
  readYear: {
    parameters: {
      query?: never
      header?: never
      path: {
        year: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': CalendarYearDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Load the notice of a year; deadlines are computed anew */
  loadNotice: {
    parameters: {
      query?: {
        /** Only tell what would happen */
        dryRun?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': NoticeDraft
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': NoticeResult
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Local days, newest first */
  listLocalDays: {
    parameters: {
      query?: {
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LocalDayPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Propose a day that differs here; another person must approve it */
  proposeLocalDay: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': LocalDayDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': LocalDay
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Withdraw a local day */
  withdrawLocalDay: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LocalDay
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Dates that moved, newest first */
  listRecomputations: {
    parameters: {
      query?: {
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': DeadlineChangePage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Rounds of approval the session may see, newest first */
  listSignOffs: {
    parameters: {
      query?: {
        state?: SignOffState
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SignOffPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A round of approval: what is shown, who decided what */
  readSignOff: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SignOffDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Approve or return the step that is due */
  decideSignOff: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': DecisionDraft
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SignOffDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Record a step that was signed on paper (线下签批), with the scan */
  recordPaperSignOff: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
        /** Who signed */
        signer: string
        /** Index of the step */
        step: number
        /** The date on the sheet (YYYY-MM-DD, Asia/Shanghai) */
        signedOn: string
        decision?: Decision
        /** Opinion on the sheet */
        opinion?: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SignOffDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Take back what one has sent */
  withdrawSignOff: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SignOffDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The sheet to sign on paper */
  printSignOff: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** PDF, A4 */
      200: { headers: { [name: string]: unknown }; content: {
        'application/pdf': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Hang a file on something */
  addAttachment: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
        /** On what */
        noun: 'sign-off' | 'deadline'
        /** Its id */
        nounId: string
      }
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': Attachment
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The bytes of an attachment */
  readAttachment: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The bytes, under the type they have */
      200: { headers: { [name: string]: unknown }; content: {
        'application/octet-stream': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Cases of the bodies the session may see: open ones by their last day, or all by the day of receipt */
  listRequests: {
    parameters: {
      query?: {
        /** Slug of the body */
        body?: string
        state?: CaseState
        /** Soon: three working days or fewer. Stopped: the clock stands. None: nothing is due */
        lamp?: Lamp
        /** Column of table 三 */
        kind?: ApplicantKind
        /** Row of table 三 */
        row?: OutcomeRow
        /** Of receipt */
        year?: number
        /** Who handles it */
        person?: string
        /** Part of the title, the number or the applicant’s name */
        q?: string
        /** Only those nobody has confirmed */
        unconfirmed?: boolean
        /** due: open ones, the nearest first; received: the latest first */
        order?: 'due' | 'received'
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': CasePage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Register what came in by letter, visit, fax, e-mail or word of mouth; one form may hold several requests */
  registerRequests: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': NewRequestForm
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisteredForm
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** How many cases are open, by what presses */
  countRequests: {
    parameters: {
      query?: {
        /** Slug of the body */
        body?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': CaseCounts
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Earlier cases of the same applicant, or of nearly the same words */
  findSimilarRequests: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': SimilarQuestion
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SimilarCases
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A case whole: clock, limits, timeline, papers, and what may be done now */
  readRequest: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': CaseDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Do something to a case; the case as it is after it */
  actOnRequest: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Case */
        id: string
        verb: CaseVerb
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': CaseAct
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': CaseDetail
      } }
      /** `invalid-input`, `event-day`, `outcome-path`, `late-reason-missing` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request`, `case-hand` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `case-state`, `case-guard`, `outcome-needs`, `too-early`, `fees-off`, `fee-nothing`, `term-over`, `answer-under-way`, `consultation-unreceived`, `own-question` */
      409: Refusal
      /** `wrong-deadline` */
      422: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Earlier cases that are like this one */
  findSimilarToRequest: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SimilarCases
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Part a case that holds several requests: it keeps the first part, each other becomes a case received the same day */
  splitRequest: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': RequestSplit
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisteredForm
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `case-state`, `split-too-late` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The applicant with every number; the look is recorded */
  unmaskRequest: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Applicant
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Hang a file on a case, or on the form it came by */
  addRequestFile: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
        /** form: proof of identity, power of attorney, the envelope */
        on: 'form' | 'case'
      }
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': CaseFile
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A file of a case; one that hangs on the form is looked at as the applicant is, and recorded */
  readRequestFile: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Case */
        id: string
        /** File */
        fileId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The file */
      200: { headers: { [name: string]: unknown }; content: {
        'application/pdf': Blob
        'image/png': Blob
        'image/jpeg': Blob
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': Blob
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The questions that lead to an outcome, in the law’s order, and the outcomes */
  readOutcomeTree: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': OutcomeTree
      } }
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Reconsiderations and suits of the bodies the session may see, the latest filed first */
  listChallenges: {
    parameters: {
      query?: {
        /** Slug of the body */
        body?: string
        /** 行政复议 or 行政诉讼 */
        kind?: ChallengeKind
        /** Only those that are open, or only those that are not */
        open?: boolean
        /** Those about a case */
        request?: string
        /** Those that table 四 of the year may count */
        year?: number
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': ChallengePage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Register a reconsideration or a suit */
  openChallenge: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': ChallengeDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': ChallengeDetail
      } }
      /** `invalid-input`, `challenge-link` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A reconsideration or suit with its instances, timeline, papers and what may be done */
  readChallenge: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': ChallengeDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Record what happened in a reconsideration or suit */
  performChallenge: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Challenge */
        id: string
        verb: ChallengeVerb
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': ChallengeAct
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': ChallengeDetail
      } }
      /** `invalid-input`, `challenge-kind`, `challenge-outcome`, `challenge-link`, `event-day`, `late-reason-missing`, `reopen-uncorrected` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request`, `case-hand` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `challenge-state`, `challenge-guard`, `case-state` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Hang a paper on a reconsideration or suit */
  addChallengeFile: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
      }
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': Attachment
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The bytes of a paper */
  readChallengeFile: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Challenge */
        id: string
        /** File */
        fileId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The bytes, under the type they have */
      200: { headers: { [name: string]: unknown }; content: {
        'application/octet-stream': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Notices to people outside, the newest first */
  listMessages: {
    parameters: {
      query?: {
        /** What they are about, with `nounId` */
        noun?: string
        nounId?: string
        /** Slug of the body */
        body?: string
        /** waiting: tried again by itself; failed: given up; not-set-up: the operator has not set the channel up, it can be sent later */
        state?: MessageState
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': MessagePage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Send a notice again: one that failed, or that waits for its channel */
  retryMessage: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Message
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `message-sent`, `post-not-set-up` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Redactions of a case, the newest first */
  listRedactions: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RedactionList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Begin to black out a file of a case */
  startRedaction: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': NewRedaction
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': RedactionDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `redaction-refused` */
      422: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A redaction with its marks, and its proof once it is proved */
  readRedaction: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RedactionDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Save the marks, all of them */
  markRedaction: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': RedactionMarks
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RedactionDetail
      } }
      /** `invalid-input`, `redaction-mark-wrong` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `redaction-changed`, `redaction-closed` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Give a draft up */
  discardRedaction: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      204: { headers: { [name: string]: unknown }; content?: never }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `redaction-closed` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A page as a picture */
  readRedactionPage: {
    parameters: {
      query?: {
        /** Dots across */
        width?: number
        /** What came in, or what may go out */
        side?: 'source' | 'result'
      }
      header?: never
      path: {
        /** Redaction */
        id: string
        /** Page, from 0 */
        page: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** PNG */
      200: { headers: { [name: string]: unknown }; content: {
        'image/png': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `redaction-refused` */
      422: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The words of a page with their places; none of a scan */
  readRedactionText: {
    parameters: {
      query: {
        /** Page, from 0 */
        page: number
      }
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': WordsOfPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `redaction-refused` */
      422: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Where identity, mobile and card numbers, addresses or a text stand */
  findToRedact: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': PatternsToFind
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': PatternsFound
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `redaction-refused` */
      422: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Make the file and prove that nothing under the marks can be read */
  proveRedaction: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': RedactionToProve
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': ProvedRedaction
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `redaction-unproved`, `redaction-unmarked`, `redaction-changed`, `redaction-closed` */
      409: Refusal
      /** `redaction-refused` */
      422: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The file that may be given */
  downloadRedaction: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** PDF */
      200: { headers: { [name: string]: unknown }; content: {
        'application/pdf': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Tables 三 and 四 of a body and a year, counted from the cases */
  readTables: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Slug of the body */
        body: string
        /** Year of the report */
        year: number
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Tables
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The cases, or challenges, that a cell counts */
  listCellRecords: {
    parameters: {
      query?: {
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path: {
        /** Slug of the body */
        body: string
        /** Year of the report */
        year: number
        /** Key of the cell */
        key: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': CellRecords
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A body's ledger of requests of a year, which can be imported again */
  exportLedger: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
        /** Format of the file */
        format?: ExportFormat
        /** Names, numbers and contacts in full; needs `request.unmask` and is recorded */
        full?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The file */
      200: { headers: { [name: string]: unknown }; content: {
        'text/csv': Blob
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Take in the ledger of another system, in mid-year too */
  importLedger: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        /** Only tell what would happen */
        dryRun?: boolean
        /** Take the doubtful readings as a dry run lists them */
        acceptDoubts?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LedgerResult
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Every kind of letter: to whom, what it does, what it must hold */
  listLetterKinds: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterKindList
      } }
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Letters of a case, the oldest first */
  listLetters: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Draft a letter from its cases and the template in force */
  draftLetter: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': LetterDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterDetail
      } }
      /** `invalid-input`, `letter-cases`, `wrong-field` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict`, `letter-kind`, `enclosure-redacted` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A letter, what it still lacks, and what may be done with it */
  readLetter: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Change the wording of a draft; its edition counts up */
  editLetter: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': LetterChange
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterDetail
      } }
      /** `invalid-input`, `wrong-field` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `letter-state`, `letter-changed`, `enclosure-redacted` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Send it for review; what needs none is approved, numbered and dated at once */
  reviewLetter: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `letter-state`, `letter-incomplete`, `outcome-needs`, `case-state`, `case-guard`, `letter-word-missing`, `sent-already` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Give up a letter that was not sent; a number it took stays taken (作废) */
  cancelLetter: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': LetterCancelling
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `letter-state` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Write down that it left: each of its cases goes on */
  sendLetter: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': LetterSending
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterDetail
      } }
      /** `invalid-input`, `event-day`, `late-reason-missing` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `letter-state`, `letter-incomplete`, `letter-method`, `case-state`, `case-guard`, `outcome-needs` */
      409: Refusal
      /** `wrong-deadline` */
      422: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Write down that it was served */
  serveLetter: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': LetterService
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterDetail
      } }
      /** `invalid-input`, `event-day` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `letter-state`, `case-state`, `case-guard` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Write down that it came back */
  recordLetterUndelivered: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': LetterReturn
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterDetail
      } }
      /** `invalid-input`, `event-day` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `letter-state`, `case-state`, `case-guard` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Keep proof that it was posted, signed for or came back */
  addLetterProof: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
      }
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `letter-state` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The letter as Word or PDF; of a draft, how it will look */
  readLetterFile: {
    parameters: {
      query?: {
        format?: 'docx' | 'pdf'
      }
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The file */
      200: { headers: { [name: string]: unknown }; content: {
        'application/pdf': Blob
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A file that goes with the letter, or proves its service */
  readLetterEnclosure: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Letter */
        id: string
        /** File */
        fileId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The bytes, under the type they have */
      200: { headers: { [name: string]: unknown }; content: {
        'application/octet-stream': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The wording of a kind of letter at a body, and how it changed */
  readLetterTemplate: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
      }
      header?: never
      path: {
        /** Kind of letter (文书) */
        kind: LetterKindName
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterTemplate
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Give a body its own wording */
  changeLetterTemplate: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
      }
      header?: never
      path: {
        /** Kind of letter (文书) */
        kind: LetterKindName
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': LetterTemplateDraft
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterTemplate
      } }
      /** `invalid-input`, `template-wrong` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Go back to the wording of the program; the body’s own stays in the history */
  restoreLetterTemplate: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
      }
      header?: never
      path: {
        /** Kind of letter (文书) */
        kind: LetterKindName
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LetterTemplate
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** What a request would cost (国办函〔2020〕109号), with the working */
  workOutFee: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': FeeQuestion
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': FeeWorking
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The whole case in one PDF with an index, or as JSON */
  readArchive: {
    parameters: {
      query?: {
        format?: 'pdf' | 'json'
        /** With full numbers */
        unmasked?: boolean
      }
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The file */
      200: { headers: { [name: string]: unknown }; content: {
        'application/pdf': Blob
        'application/json': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Close the file of a case: its PDF and JSON are kept, their hash is written down */
  archiveCase: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': CaseArchive
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request`, `case-hand` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `case-state`, `case-guard` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Register of what is withheld, the next to be looked at first */
  listWithheld: {
    parameters: {
      query?: {
        /** Slug of the body */
        body?: string
        state?: 'withheld' | 'released' | 'ended'
        /** Only those whose day has come */
        due?: boolean
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': WithheldPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Look at it again: keep it with the reason and the next day, or release it */
  reviewWithheld: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': WithheldReviewDraft
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Withheld
      } }
      /** `invalid-input`, `event-day` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** What might be published to everybody (Art. 44), and why */
  listPublicationSuggestions: {
    parameters: {
      query?: {
        /** Slug of the body */
        body?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': PublicationSuggestionList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The registers there are, with how much each holds at a body */
  listRegisters: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisterList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Entries of a register, the latest first */
  listRegisterEntries: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year?: number
        /** Part of any value */
        q?: string
        /** Those struck out instead */
        voided?: boolean
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path: {
        /** Register */
        register: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisterEntryPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Write an entry */
  addRegisterEntry: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Register */
        register: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': RegisterEntryDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisterEntryDetail
      } }
      /** `invalid-input`, `wrong-register-field`, `register-order` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** An entry with its history and evidence */
  readRegisterEntry: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisterEntryDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Change an entry, all its values at once */
  changeRegisterEntry: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': RegisterEntryChange
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisterEntryDetail
      } }
      /** `invalid-input`, `wrong-register-field`, `register-order` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `register-changed`, `register-voided` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Strike an entry out; it stays readable */
  voidRegisterEntry: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': RegisterEntryVoiding
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisterEntryDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `register-voided` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Put an entry back that was struck out */
  restoreRegisterEntry: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisterEntryDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `register-voided` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Hang evidence on an entry */
  addRegisterEvidence: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
      }
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisterEntryDetail
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The bytes of evidence */
  readRegisterEvidence: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Entry */
        id: string
        /** File */
        fileId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The bytes, under the type they have */
      200: { headers: { [name: string]: unknown }; content: {
        'application/octet-stream': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Sign for a notice of the higher office (签收) */
  receiveNotice: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': NoticeReceiptDraft
    } }
    responses: {
      /** Done */
      204: { headers: { [name: string]: unknown }; content?: never }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A register as a file that can be taken in again */
  exportRegister: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year?: number
        /** Format of the file */
        format?: ExportFormat
      }
      header?: never
      path: {
        /** Register */
        register: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The file */
      200: { headers: { [name: string]: unknown }; content: {
        'text/csv': Blob
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Take entries in from a file: all rows or none */
  importRegister: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        /** Only tell what would happen */
        dryRun?: boolean
      }
      header?: never
      path: {
        /** Register */
        register: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
        /** JSON: header of the file → key of a field, `unit`, or `-` for a column that is not taken */
        mapping?: string
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RegisterImport
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Take an import back: its entries are struck out, but for those changed or proved since */
  undoRegisterImport: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': UndoneImport
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `register-voided` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The last comparison of a year */
  readReconciliation: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
      }
      header?: never
      path: {
        /** Register */
        register: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': LastReconciliation
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Hold a register against another’s list; nothing is changed */
  reconcileRegister: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
      }
      header?: never
      path: {
        /** Register */
        register: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Reconciliation
      } }
      /** `invalid-input`, `register-key-column` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Annual reports of a body, the latest first; with `below`, of all that file to it on a year */
  listReports: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        below?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': ReportList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Begin the report of a body on a year, drafted from its records; one that is there is given as it is */
  beginReport: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'application/json': ReportBeginning
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': AnnualReport
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A report: figures beside what is counted and last year, prose, doubts, history */
  readReport: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': AnnualReport
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Write on a draft: chapters, declared values, confirmed warnings; what is left out stays */
  editReport: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': ReportChange
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': AnnualReport
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `report-state`, `report-changed` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Check a draft as somebody writes on it; nothing is kept */
  previewReport: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': ChapterWritten
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': ReportPreview
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Send round for review, take back, file, clear, return, publish, correct, agree to a correction, tick the paper copy off */
  actOnReport: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
        verb: ReportAct
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': ReportActing
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': AnnualReport
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request`, `report-own` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `report-state`, `report-unsound`, `report-unremarked`, `report-rolled-up`, `report-changed`, `sent-already` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Say something of a cell, a passage or the whole of a filed report */
  remarkOnReport: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': RemarkDraft
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': AnnualReport
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request`, `report-own` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `report-state` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Say what was done about a remark */
  answerRemark: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
        /** Remark */
        remarkId: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': RemarkAnswer
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': AnnualReport
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The records a figure of the report counts */
  listFigureRecords: {
    parameters: {
      query: {
        /** Cell, or name of a figure */
        key: string
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': FigureRecordPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The report as a file: as it stands now, or a version */
  printReport: {
    parameters: {
      query: {
        format: ReportFormat
        version?: number
      }
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Default Response */
      200: { headers: { [name: string]: unknown }; content: {
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': Blob
        'application/pdf': Blob
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob
        'application/json; charset=utf-8': Blob
        'text/html; charset=utf-8': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The sum of the reports below a body on a year */
  readRollUp: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
      }
      header?: never
      path: {
        scope: RollUpScope
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': RollUp
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Report the sum upward: it is kept which version of which report it was made of */
  reportUpward: {
    parameters: {
      query?: never
      header?: never
      path: {
        scope: RollUpScope
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': RollUpReporting
    } }
    responses: {
      /** Done */
      201: { headers: { [name: string]: unknown }; content: {
        'application/json': RollUp
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict`, `roll-up-moved`, `roll-up-empty` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** What each body gives to a cell of the sum */
  listSummands: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
        /** Cell of the form */
        cell: string
      }
      header?: never
      path: {
        scope: RollUpScope
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SummandList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** What the checks find in every report filed to a body on a year, the worst first */
  listReportFindings: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': CheckedReportList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Take the reports in a Word, Excel, HTML or text file, of bodies that file by file */
  takeReports: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
        /** Only tell what would happen */
        dryRun?: boolean
        /** Whose it is, where the file does not say */
        member?: string
        /** Of an earlier year: when it was published elsewhere; it stands as published (YYYY-MM-DD, Asia/Shanghai) */
        publishedOn?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': TakenReportList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request`, `report-own` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The file a report was filed as */
  readReportSource: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** Id */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The bytes, under the type they have */
      200: { headers: { [name: string]: unknown }; content: {
        'application/octet-stream': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** 汇总表: a body a row, the 200 cells in official order, the sum last */
  readSummaryTable: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
        scope: RollUpScope
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Default Response */
      200: { headers: { [name: string]: unknown }; content: {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Take a 汇总表: each row is the report of a body that files by file */
  takeSummaryTable: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
        /** Only tell what would happen */
        dryRun?: boolean
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: { content: {
      'multipart/form-data': {
        /** The file */
        file: Blob
      }
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': TakenReportList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request`, `report-own` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-large` */
      413: Refusal
      /** `unsupported-media` */
      415: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A paper about a report: 报送函 of the body, 审核意见单 of the office above */
  printReportPaper: {
    parameters: {
      query: {
        format: PaperFormat
      }
      header?: never
      path: {
        /** Id */
        id: string
        paper: ReportPaper
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Default Response */
      200: { headers: { [name: string]: unknown }; content: {
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': Blob
        'application/pdf': Blob
        'text/plain; charset=utf-8': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `report-state` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** A paper on a year: 催报, 通报, the leader’s brief */
  printCountyPaper: {
    parameters: {
      query: {
        /** Slug of the body */
        body: string
        year: number
        format: PaperFormat
      }
      header?: never
      path: {
        paper: CountyPaper
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Default Response */
      200: { headers: { [name: string]: unknown }; content: {
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': Blob
        'application/pdf': Blob
        'text/plain; charset=utf-8': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `report-all-filed` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Settings with default, bounds and last change */
  listSettings: {
    parameters: {
      query?: {
        /** Those of this body; absent: those of the installation */
        body?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SettingList
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Change a setting */
  changeSetting: {
    parameters: {
      query?: {
        /** Of a setting of a body: whose */
        body?: string
      }
      header?: never
      path: {
        key: string
      }
      cookie?: never
    }
    requestBody: { content: {
      'application/json': SettingChange
    } }
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Setting
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The audit log, newest first */
  listEvents: {
    parameters: {
      query?: {
        /** As `body.renamed` */
        kind?: string
        noun?: string
        nounId?: string
        /** Person */
        actor?: string
        /** First day (YYYY-MM-DD, Asia/Shanghai) */
        from?: string
        /** Last day (YYYY-MM-DD, Asia/Shanghai) */
        to?: string
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': EventPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** The audit log as a file; the export is itself recorded */
  exportEvents: {
    parameters: {
      query?: {
        /** As `body.renamed` */
        kind?: string
        noun?: string
        nounId?: string
        /** Person */
        actor?: string
        /** First day (YYYY-MM-DD, Asia/Shanghai) */
        from?: string
        /** Last day (YYYY-MM-DD, Asia/Shanghai) */
        to?: string
        /** Format of the file */
        format?: 'csv' | 'jsonl'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The file */
      200: { headers: { [name: string]: unknown }; content: {
        'text/csv': Blob
        'application/jsonl': Blob
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Prove the chain of events from its first to its last */
  verifyEvents: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': ChainProof
      } }
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Jobs that wait, run or failed */
  listJobs: {
    parameters: {
      query?: {
        /** Failed: the last attempt failed; tried again at `nextTryAt`, or not at all where that is null */
        state?: JobState
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': JobPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** What runs by the clock */
  readSchedule: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Schedule
      } }
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed` */
      403: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Try a failed job again, now */
  retryJob: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': Job
      } }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Give up a failed or waiting job */
  dropJob: {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      204: { headers: { [name: string]: unknown }; content?: never }
      /** `invalid-input` */
      400: Refusal
      /** `not-signed-in` */
      401: Refusal
      /** `not-allowed`, `forged-request` */
      403: Refusal
      /** `not-found` */
      404: Refusal
      /** `conflict` */
      409: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
  /** Find bodies by any name they have or had */
  search: {
    parameters: {
      query: {
        /** Words */
        q: string
        /** `next` of the page before; opaque */
        after?: string
        /** How many at most */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Done */
      200: { headers: { [name: string]: unknown }; content: {
        'application/json': SearchPage
      } }
      /** `invalid-input` */
      400: Refusal
      /** `too-many-requests` */
      429: Refusal
      /** `unexpected` */
      500: Refusal
      /** `database-away` */
      503: Refusal
    }
  }
}
