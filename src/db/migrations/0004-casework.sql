-- 依申请公开: requests from intake to archive, the letters they need, and what challenges them.

create extension if not exists pg_trgm;

create table intake_form (
  id uuid primary key,
  body_id uuid not null references body (id),
  origin text not null,
  channel text not null,
  oral boolean not null default false,
  facts jsonb not null,
  kind text not null,
  applicant_name text not null,
  applicant text not null,
  applicant_digest text not null,
  carrier text not null,
  delivery text not null,
  needs_help text not null default '',
  added_at timestamptz not null,
  added_by uuid references person (id),
  constraint intake_form_origin check (origin in ('portal', 'desk', 'import')),
  constraint intake_form_channel check (channel in ('in-person', 'registered-post', 'ordinary-post', 'internet', 'fax', 'e-mail')),
  constraint intake_form_kind check (kind in ('naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService', 'other')),
  constraint intake_form_carrier check (carrier in ('electronic', 'paper', 'inspection', 'other')),
  constraint intake_form_delivery check (delivery in ('download', 'e-mail', 'post', 'in-person')),
  constraint intake_form_digest check (applicant_digest ~ '^[0-9a-f]{64}$')
);
create index intake_form_body on intake_form (body_id, id);
create index intake_form_applicant on intake_form (body_id, applicant_digest);
comment on table intake_form is 'One letter, visit, fax, e-mail or form on the site, as it came. It may hold several requests; each is a case of its own.';
comment on column intake_form.facts is 'Days of the way in, kept apart: {"submitted","signedFor","reachedOffice","systemReceived","confirmed"}.';
comment on column intake_form.applicant is 'Everything of the applicant and the agent, encrypted with the key of the installation.';
comment on column intake_form.applicant_digest is 'HMAC of identity type and number (or of name and telephone without one): the same applicant, found without opening anything.';
comment on column intake_form.needs_help is 'Help asked for in reading, seeing or hearing (Order 711 Art. 43).';

create table request (
  id uuid primary key,
  form_id uuid not null references intake_form (id),
  body_id uuid not null references body (id),
  type text not null,
  number text not null,
  code_digest text not null,
  title text not null,
  wanted text not null,
  kind text not null,
  applicant_name text not null,
  channel text not null,
  state text not null,
  submitted_on date not null,
  received_on date,
  unconfirmed_by date,
  due_on date,
  due_status text,
  person_id uuid references person (id),
  section_id uuid references section (id),
  outcome text,
  row text,
  concluded_on date,
  answered_late boolean not null default false,
  reopened integer not null default 0,
  events integer not null default 0,
  updated_at timestamptz not null,
  constraint request_type check (type in ('request', 'record-correction')),
  constraint request_state check (state in ('submitted', 'handling', 'correcting', 'explaining', 'paying', 'answered', 'archived', 'void')),
  constraint request_kind check (kind in ('naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService', 'other')),
  constraint request_title check (title <> '' and length(title) <= 300),
  constraint request_code check (code_digest ~ '^[0-9a-f]{64}$'),
  unique (body_id, number)
);
create index request_form on request (form_id);
create index request_number on request (number);
create index request_title on request using gin (title gin_trgm_ops);
create index request_open on request (body_id, coalesce(due_on, '9999-12-31'), id) where state in ('submitted', 'handling', 'correcting', 'explaining', 'paying');
create index request_open_state on request (body_id, state, coalesce(due_on, '9999-12-31'), id) include (due_on, unconfirmed_by)
  where state in ('submitted', 'handling', 'correcting', 'explaining', 'paying');
create index request_received on request (body_id, received_on desc, id desc);
create index request_state on request (body_id, state, received_on desc, id desc);
create index request_row on request (body_id, row, received_on desc, id desc) where row is not null;
create index request_kind on request (body_id, kind, received_on desc, id desc);
create index request_person on request (person_id) where state in ('submitted', 'handling', 'correcting', 'explaining', 'paying');
create index request_channel on request (body_id, channel, received_on) where type = 'request' and state <> 'void';
create index request_late on request (body_id, concluded_on) where answered_late;
create function pairs_of(text text) returns text[] language sql immutable parallel safe
  return (select coalesce(array_agg(distinct substr(lower(text), place, 2)), '{}') from generate_series(1, length(text) - 1) as place);
comment on function pairs_of is 'Each two characters that stand side by side: by them Chinese is searched, where a word is often two characters.';
create index request_pairs on request using gin (pairs_of(title || ' ' || number || ' ' || applicant_name));
comment on table request is 'A case, as its events leave it: what lists filter and sort. The truth is case_event.';
comment on column request.code_digest is 'HMAC of number and query code; the code itself is on the receipt alone.';
comment on column request.received_on is 'As Art. 31 has it; null while nobody has confirmed it.';
comment on column request.unconfirmed_by is 'The working day by whose end what came by internet, fax or ordinary letter should be confirmed.';
comment on column request.due_on is 'The last day of the clock, as in deadline; null while it waits or has ended.';

create table case_event (
  id uuid primary key,
  request_id uuid not null references request (id),
  seq integer not null,
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  person_id uuid references person (id),
  on_behalf_of uuid references person (id),
  data jsonb not null,
  constraint case_event_kind check (kind ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  unique (request_id, seq)
);
create index case_event_measured on case_event (on_day) include (kind, request_id)
  where kind in ('extension.told', 'consultation.sent', 'correction.asked', 'request.reopened', 'fee.noticed', 'fee.paid');
comment on table case_event is 'What happened to a case, append-only; a trigger refuses anything else. Each has its twin in the audit log.';
comment on column case_event.on_day is 'The legal day, which may be before the day it was written down.';

create function case_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger case_event_append_only before update or delete on case_event for each row execute function case_event_is_append_only();

create table counted (
  request_id uuid not null references request (id),
  part integer not null,
  body_id uuid not null references body (id),
  kind text not null,
  received_on date not null,
  concluded_on date,
  row text,
  primary key (request_id, part),
  constraint counted_kind check (kind in ('naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService', 'other')),
  constraint counted_row check (row in ('granted', 'partlyGranted', 'refusedStateSecret', 'refusedByLaw', 'refusedSafety', 'refusedThirdParty',
    'refusedInternal', 'refusedProcess', 'refusedEnforcementFile', 'refusedInquiry', 'unableNotHeld', 'unableToCreate', 'unableUnclear',
    'rejectedPetition', 'rejectedDuplicate', 'rejectedPublication', 'rejectedExcessive', 'rejectedReconfirm', 'otherNotCorrected',
    'otherUnpaid', 'otherOther')),
  constraint counted_life check ((concluded_on is null) = (row is null) and concluded_on >= received_on)
);
create index counted_received on counted (body_id, kind, received_on);
create index counted_concluded on counted (body_id, row, kind, concluded_on);
create index counted_carried on counted (body_id, kind, received_on, concluded_on)
  where concluded_on is null or extract(year from concluded_on) > extract(year from received_on);
comment on index counted_carried is 'Cases that are, or were once, carried over the end of a year: few, so that 上年结转 and 结转下年度 of any year are read at once.';
comment on table counted is 'What table 三 counts: one row a case, or one a round where the setting counts a reopened case anew.';

create table time_limit (
  id uuid primary key,
  noun text not null,
  noun_id text not null,
  kind text not null,
  ref text not null default '',
  title text not null,
  body_id uuid not null references body (id),
  person_id uuid references person (id),
  since date not null,
  days integer,
  unit text,
  due_on date not null,
  due_status text not null,
  reminded integer not null default 0,
  closed_at timestamptz,
  constraint time_limit_unit check (unit in ('working-day', 'day') and (days is null) = (unit is null)),
  constraint time_limit_status check (due_status in ('final', 'provisional'))
);
create unique index time_limit_once on time_limit (noun, noun_id, kind, ref) where closed_at is null;
create index time_limit_due on time_limit (due_on) where closed_at is null;
create index time_limit_body on time_limit (body_id, due_on) where closed_at is null;
comment on table time_limit is 'Limits beside the answer''s own clock: confirm within a working day, ask for correction within 7, a third party''s 15, payment''s 20, an internal day, a respondent''s answer. Each has a lamp and reminders.';
comment on column time_limit.ref is 'Which of several of its kind: the id of a consultation or of an inquiry.';
comment on column time_limit.days is 'Length where the day is counted; null where it was fixed as a date.';
comment on column time_limit.reminded is 'Bits of the reminders sent: 1 five working days before, 2 the working day before, 4 on the day, 8 overdue.';

create table letter (
  id uuid primary key,
  body_id uuid not null references body (id),
  kind text not null,
  state text not null,
  number text,
  year integer,
  serial integer,
  recipient text not null,
  recipient_kind text not null,
  content jsonb not null,
  enclosures jsonb not null,
  content_hash text not null,
  edition integer not null default 1,
  drafted_by uuid not null references person (id),
  authors uuid[] not null default '{}',
  drafted_at timestamptz not null,
  approved_at timestamptz,
  dated_on date,
  sent_on date,
  method text,
  tracking text not null default '',
  served_on date,
  served_how text not null default '',
  constraint letter_state check (state in ('draft', 'reviewing', 'approved', 'sent', 'served', 'cancelled')),
  constraint letter_recipient check (recipient_kind in ('applicant', 'third-party', 'co-maker', 'section', 'authority', 'file')),
  constraint letter_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  constraint letter_method check (method in ('download', 'e-mail', 'post', 'in-person', 'entrusted')),
  constraint letter_sent check ((state in ('sent', 'served')) = (sent_on is not null))
);
create index letter_body on letter (body_id, id);
create unique index letter_number on letter (body_id, number) where number is not null;
comment on table letter is 'A paper of a case: drafted from a template, reviewed, numbered on approval, sent, served. One may answer several cases.';
comment on column letter.content is 'What is printed: {"title","salutation","paragraphs":[{"part","text"}],"attachments":[...],"remedy":…}; the parts the law asks for are named.';
comment on column letter.enclosures is 'Files given with it: [{"id","name","hash"}], of attachments of its cases.';
comment on column letter.content_hash is 'SHA-256, in canonical JSON, of what is approved: kind, recipient, content, enclosures, and what it does to each case.';

create table letter_case (
  letter_id uuid not null references letter (id),
  request_id uuid not null references request (id),
  position integer not null,
  event_data jsonb not null,
  primary key (letter_id, request_id)
);
create index letter_case_request on letter_case (request_id);
comment on table letter_case is 'Which cases a letter belongs to, and the data of the event each gets when it is sent.';

create table letter_template (
  id uuid primary key,
  body_id uuid not null references body (id),
  kind text not null,
  text text not null,
  changed_at timestamptz not null,
  changed_by uuid not null references person (id),
  ended_at timestamptz
);
create unique index letter_template_now on letter_template (body_id, kind) where ended_at is null;
comment on table letter_template is 'A body''s own wording of a letter, in place of the one that comes with the program; earlier ones stay.';

create table number_series (
  body_id uuid not null references body (id),
  series text not null,
  year integer not null,
  last integer not null,
  primary key (body_id, series, year)
);
comment on table number_series is 'The last number given, by body, series and year; locked by whoever takes the next, so that there are no gaps.';

create table redaction (
  id uuid primary key,
  request_id uuid not null references request (id),
  source_id uuid not null references attachment (id),
  marks jsonb not null,
  edition integer not null default 1,
  state text not null,
  result_id uuid references attachment (id),
  proof jsonb,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  constraint redaction_state check (state in ('draft', 'proved', 'discarded')),
  constraint redaction_proved check ((state = 'proved') = (result_id is not null and proof is not null))
);
create index redaction_request on redaction (request_id);
comment on table redaction is 'Parts of a document blacked out, each with its ground (区分处理, Art. 37), and the proof that nothing under them can be read.';
comment on column redaction.edition is 'How often the marks were saved: whoever saves names the edition they saw, so that nobody writes over another''s marks.';

create table challenge (
  id uuid primary key,
  body_id uuid not null references body (id),
  kind text not null,
  part text not null,
  direct boolean,
  reconsideration_id uuid references challenge (id),
  stage text not null default 'first',
  organ text not null,
  number text not null default '',
  state text not null,
  filed_on date not null,
  result text,
  concluded_on date,
  person_id uuid references person (id),
  updated_at timestamptz not null,
  constraint challenge_kind check (kind in ('reconsideration', 'litigation')),
  constraint challenge_part check (part in ('respondent', 'co-defendant')),
  constraint challenge_direct check ((kind = 'litigation') = (direct is not null)),
  constraint challenge_state check (state in ('filed', 'accepted', 'answered', 'decided', 'refused', 'void')),
  constraint challenge_stage check (stage in ('reconsideration', 'first', 'second', 'retrial')),
  constraint challenge_result check (result in ('upheld', 'corrected', 'other') and (result is null) = (concluded_on is null))
);
create index challenge_body on challenge (body_id, filed_on desc, id desc);
comment on table challenge is '行政复议 or 行政诉讼 against what the body did in a case. All instances of a suit hang under one row.';
comment on column challenge.stage is 'Before whom it is now, with the organ or court and its number.';
comment on column challenge.result is 'With concluded_on, the conclusion that table 四 counts: the first that stood at the end of a year, or the one that stands now.';
comment on column challenge.part is 'A body sued only as the organ that reconsidered is a co-defendant, and not counted there (国办公开办函〔2016〕201号).';

create table challenge_request (
  challenge_id uuid not null references challenge (id),
  request_id uuid not null references request (id),
  primary key (challenge_id, request_id)
);
create index challenge_request_request on challenge_request (request_id);
comment on table challenge_request is 'The cases a challenge is about.';

create table challenge_event (
  id uuid primary key,
  challenge_id uuid not null references challenge (id),
  seq integer not null,
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  person_id uuid references person (id),
  data jsonb not null,
  constraint challenge_event_kind check (kind ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  unique (challenge_id, seq)
);
create trigger challenge_event_append_only before update or delete on challenge_event for each row execute function case_event_is_append_only();
comment on table challenge_event is 'What happened in a challenge, append-only.';

create table withheld (
  id uuid primary key,
  request_id uuid not null references request (id),
  body_id uuid not null references body (id),
  title text not null,
  row text not null,
  since date not null,
  review_on date not null,
  state text not null,
  constraint withheld_state check (state in ('withheld', 'released', 'ended'))
);
create unique index withheld_once on withheld (request_id) where state = 'withheld';
create index withheld_due on withheld (body_id, review_on) where state = 'withheld';
comment on table withheld is '不予公开信息台账: what was refused, and when to look at it again (Order 711 Art. 18).';

create table withheld_review (
  id uuid primary key,
  withheld_id uuid not null references withheld (id),
  on_day date not null,
  keeps boolean not null,
  reason text not null,
  next_on date,
  by_person uuid not null references person (id),
  constraint withheld_review_reason check (reason <> '')
);
create index withheld_review_of on withheld_review (withheld_id);
comment on table withheld_review is 'Each look at what is withheld: kept, with the reason and the next day, or released.';

create table message (
  id uuid primary key,
  body_id uuid references body (id),
  channel text not null,
  kind text not null,
  recipient text not null,
  recipient_masked text not null,
  subject text not null,
  text text not null,
  noun text not null,
  noun_id text not null,
  state text not null,
  tries integer not null default 0,
  last_error text not null default '',
  added_at timestamptz not null,
  sent_at timestamptz,
  reference text not null default '',
  constraint message_channel check (channel in ('e-mail', 'sms')),
  constraint message_state check (state in ('waiting', 'sent', 'failed', 'not-set-up'))
);
create index message_noun on message (noun, noun_id);
create index message_body on message (body_id, id);
create index message_state on message (state) where state in ('waiting', 'failed');
comment on table message is 'Notices to people outside, by e-mail and SMS, and what became of them.';
comment on column message.kind is 'Which sentence of the catalogue it is, as words/messages.ts names it.';
comment on column message.recipient is 'Address or number, encrypted with the key of the installation.';

create table intake_draft (
  token_digest text primary key,
  body_id uuid not null references body (id),
  data text not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null
);
create index intake_draft_expires on intake_draft (expires_at);
comment on table intake_draft is 'A form on the site that is being filled in, encrypted, found by the cookie of its browser. Once sent, only number and code are left of it for half an hour; then it is deleted.';

create table case_visit (
  token_digest text primary key,
  request_id uuid not null references request (id),
  started_at timestamptz not null,
  seen_at timestamptz not null
);
create index case_visit_seen on case_visit (seen_at);
comment on table case_visit is 'An applicant who gave number and code looks at their case, found by the cookie of the browser; over after half an hour without a page.';

create table ledger_import (
  id uuid primary key,
  body_id uuid not null references body (id),
  file_id uuid not null references attachment (id),
  at timestamptz not null,
  by_person uuid not null references person (id),
  rows integer not null,
  summary jsonb not null
);
comment on table ledger_import is 'A 依申请公开台账 taken in: the file, who, when and how many rows.';
