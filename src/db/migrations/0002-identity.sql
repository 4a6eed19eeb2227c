-- Who publishes, who works there, and what each may do.

create table region (
  id uuid primary key,
  parent_id uuid references region (id),
  code text not null unique,
  name text not null,
  short_name text not null,
  constraint region_code check (code ~ '^[0-9]{6}([0-9]{3}|[0-9]{6})?$')
);
comment on table region is 'An administrative area.';
comment on column region.code is 'GB/T 2260 code of six digits, or with the digits of GB/T 10114 below the county.';

create table body (
  id uuid primary key,
  slug text not null unique,
  region_id uuid not null references region (id),
  kind text not null,
  level text not null,
  files_to uuid references body (id),
  shares_office_with uuid references body (id),
  uscc text unique,
  makes_rules boolean not null default false,
  is_summed boolean not null default true,
  reconsideration_organ text not null default '',
  court text not null default '',
  unit text not null default '',
  address text not null default '',
  postcode text not null default '',
  phone text not null default '',
  fax text not null default '',
  email text not null default '',
  hours text not null default '',
  position integer not null default 0,
  established_on date not null,
  ended_on date,
  constraint body_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  constraint body_kind check (kind in ('government', 'office', 'department', 'town', 'zone', 'dispatched', 'authorised', 'party', 'vertical')),
  constraint body_level check (level in ('national', 'province', 'city', 'county', 'town')),
  constraint body_uscc check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  constraint body_files_elsewhere check (files_to <> id),
  constraint body_office_elsewhere check (shares_office_with <> id),
  constraint body_life check (ended_on > established_on),
  -- A vertical organ answers to its own line; its figures are never part of the local sum.
  constraint body_vertical_not_summed check (kind <> 'vertical' or not is_summed)
);
create index body_files_to on body (files_to);
create index body_region on body (region_id);
comment on table body is 'A public body that must publish: 政府及其办公室、部门、乡镇街道、开发区、派出机关、授权组织、合署办公的党的机构、垂直管理机关.';
comment on column body.files_to is 'The body whose disclosure office it files its report to and is supervised by; null for the topmost here.';
comment on column body.uscc is '统一社会信用代码 (GB 32100), with its check digit proved by the code.';
comment on column body.makes_rules is 'May make 规章 (立法法 Art. 91, 93); else the rules cells must be 0.';
comment on column body.is_summed is 'Whether the local roll-up counts it.';
comment on column body.unit is '政府信息公开工作机构: the unit that does the work (Order 711 Art. 4).';
comment on column body.established_on is '1949-10-01 where nobody has entered the day.';
comment on column body.ended_on is 'The first day on which it was no more.';
comment on column body.position is 'Order of listing within its kind.';

create table body_name (
  id uuid primary key,
  body_id uuid not null references body (id),
  name text not null,
  kind text not null,
  since date,
  until date,
  constraint body_name_kind check (kind in ('official', 'short', 'alias')),
  constraint body_name_text check (name <> '' and length(name) <= 100),
  constraint body_name_span check (until > since)
);
create index body_name_body on body_name (body_id);
comment on table body_name is 'Names with the days they held. Exactly one official name holds on any day of a body''s life; a short name and aliases may be several.';
comment on column body_name.until is 'The first day on which the name no longer held.';

create table succession (
  predecessor_id uuid not null references body (id),
  successor_id uuid not null references body (id),
  kind text not null,
  on_day date not null,
  basis text not null default '',
  primary key (predecessor_id, successor_id),
  constraint succession_kind check (kind in ('merged', 'split', 'transferred')),
  constraint succession_other check (predecessor_id <> successor_id)
);
comment on table succession is 'What became of a body that ended: the successor answers and reports for it (国办公开办函〔2019〕14号).';

create table section (
  id uuid primary key,
  body_id uuid not null references body (id),
  name text not null,
  ended_on date,
  constraint section_name check (name <> '' and length(name) <= 100),
  unique (body_id, name),
  unique (id, body_id)
);
comment on table section is '内设机构. Each names a 信息联络员 who supplies what it makes.';
comment on column section.ended_on is 'The first day on which it was no more.';

create table person (
  id uuid primary key,
  name text not null,
  phone text not null default '',
  email text not null default '',
  language text not null default 'zh-CN',
  added_at timestamptz not null,
  left_on date,
  constraint person_name check (name <> '' and length(name) <= 60),
  constraint person_language check (language in ('zh-CN', 'en'))
);
comment on table person is 'A member of staff.';
comment on column person.left_on is 'The last day of work here; from then on nobody can sign in as this person.';

create table account (
  person_id uuid primary key references person (id),
  username text not null,
  password_hash text not null,
  must_change_password boolean not null default true,
  password_changed_at timestamptz not null,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  failures integer not null default 0,
  locked_until timestamptz,
  constraint account_username check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$')
);
create unique index account_username_unique on account (lower(username));
comment on table account is 'How a person signs in.';
comment on column account.password_hash is 'argon2id.';
comment on column account.totp_secret is 'Encrypted with the key of the data folder (or GONGKAI_KEY).';
comment on column account.totp_last_step is 'The last time step accepted: a code is good once.';

create table password_history (
  person_id uuid not null references person (id),
  password_hash text not null,
  set_at timestamptz not null,
  primary key (person_id, set_at)
);
comment on table password_history is 'Earlier passwords, so that a forced change is a change.';

create table post (
  id uuid primary key,
  person_id uuid not null references person (id),
  body_id uuid not null references body (id),
  section_id uuid,
  role text not null,
  step integer,
  since date not null,
  until date,
  constraint post_role check (role in ('drafter', 'liaison', 'reviewer', 'secrecy-reviewer', 'proofreader', 'disclosure-officer', 'leader', 'higher-office', 'system-admin', 'security-admin', 'audit-admin')),
  constraint post_step check ((role = 'reviewer') = (step is not null) and step between 1 and 9),
  constraint post_section check ((role = 'liaison') = (section_id is not null)),
  constraint post_span check (until >= since),
  foreign key (section_id, body_id) references section (id, body_id)
);
create index post_person on post (person_id);
create index post_body on post (body_id, role);
create unique index post_once on post (person_id, body_id, role, coalesce(step, 0), coalesce(section_id, '00000000-0000-0000-0000-000000000000')) where until is null;
comment on table post is 'A role held by a person at a body, with its days. Administrators of system, security and audit are three persons: a trigger refuses two of the three in one hand.';
comment on column post.step is 'Which of the N steps of review a reviewer takes.';
comment on column post.until is 'The first day on which it no longer holds.';

create function administrators_are_apart() returns trigger language plpgsql as $$
begin
  if new.role in ('system-admin', 'security-admin', 'audit-admin') and exists (
    select from post
    where person_id = new.person_id and id <> new.id and role <> new.role
      and role in ('system-admin', 'security-admin', 'audit-admin')
      and daterange(since, until) && daterange(new.since, new.until)
  ) then
    raise exception 'one person may hold only one of the three administrations' using errcode = 'check_violation', constraint = 'post_administrators_apart';
  end if;
  return new;
end
$$;
create trigger post_administrators_apart before insert or update on post for each row execute function administrators_are_apart();

create table delegation (
  id uuid primary key,
  from_person uuid not null references person (id),
  to_person uuid not null references person (id),
  body_id uuid not null references body (id),
  since date not null,
  until date not null,
  reason text not null,
  ended_at timestamptz,
  constraint delegation_other check (from_person <> to_person),
  constraint delegation_span check (until >= since),
  constraint delegation_reason check (reason <> '')
);
create index delegation_to on delegation (to_person);
comment on table delegation is '代理: one person acts for another for a time. Acts are recorded under both names. Administration is never delegated.';
comment on column delegation.until is 'The last day of it.';

create table handover (
  id uuid primary key,
  from_person uuid not null references person (id),
  to_person uuid not null references person (id),
  body_id uuid not null references body (id),
  at timestamptz not null,
  by_person uuid not null references person (id),
  note text not null default '',
  moved jsonb not null,
  constraint handover_other check (from_person <> to_person)
);
comment on table handover is '交接: everything one person held at a body moved to another in one act.';
comment on column handover.moved is 'What moved: posts and tasks with their titles, as they stood.';

create table task (
  id uuid primary key,
  kind text not null,
  noun text not null,
  noun_id text not null,
  title text not null,
  body_id uuid not null references body (id),
  person_id uuid references person (id),
  role text,
  due_on date,
  due_status text,
  added_at timestamptz not null,
  done_at timestamptz,
  constraint task_kind check (kind in ('case', 'draft', 'duty', 'to-do', 'approval')),
  constraint task_due check ((due_status is null or due_status in ('final', 'provisional')) and (due_on is not null or due_status is null)),
  constraint task_held check (person_id is not null or role is not null)
);
create index task_person on task (person_id) where done_at is null;
create index task_role on task (body_id, role) where done_at is null;
create index task_noun on task (noun, noun_id);
comment on table task is 'What is due from someone: a case, a draft, a standing duty, a to-do, a signature. Held by a person, or by whoever holds the role at the body.';

create table sign_off (
  id uuid primary key,
  noun text not null,
  noun_id text not null,
  title text not null,
  summary jsonb not null,
  content_hash text not null,
  body_id uuid not null references body (id),
  drafted_by uuid not null references person (id),
  authors uuid[] not null default '{}',
  steps jsonb not null,
  state text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint sign_off_state check (state in ('open', 'approved', 'returned', 'withdrawn')),
  constraint sign_off_hash check (content_hash ~ '^[0-9a-f]{64}$'),
  constraint sign_off_closed check ((state = 'open') = (closed_at is null))
);
create unique index sign_off_open on sign_off (noun, noun_id) where state = 'open';
comment on table sign_off is 'One round of approval of one version of something, step by step (送审). What is approved is the content whose hash stands here.';
comment on column sign_off.steps is 'The roles that must approve, in order: [{"role","step"?}].';
comment on column sign_off.summary is 'What the approver is shown: lines of label and text, frozen at sending.';

create table approval (
  id uuid primary key,
  sign_off_id uuid not null references sign_off (id),
  step integer not null,
  person_id uuid not null references person (id),
  on_behalf_of uuid references person (id),
  decision text not null,
  opinion text not null default '',
  at timestamptz not null,
  content_hash text not null,
  signed_on date,
  scan_id uuid references attachment (id),
  recorded_by uuid references person (id),
  constraint approval_decision check (decision in ('approved', 'returned')),
  constraint approval_opinion check (decision = 'approved' or opinion <> ''),
  constraint approval_paper check ((signed_on is null) = (scan_id is null) and (scan_id is null) = (recorded_by is null)),
  constraint approval_step_once unique (sign_off_id, step),
  -- 四眼: never one person two approvals of the same thing.
  constraint approval_person_once unique (sign_off_id, person_id)
);
comment on table approval is 'One step taken. On paper (线下签批): signer, the date on the sheet, the scan and who recorded it; signer and recorder are both named.';

create function drafter_does_not_approve() returns trigger language plpgsql as $$
begin
  if exists (select from sign_off where id = new.sign_off_id
      and (drafted_by in (new.person_id, new.on_behalf_of) or new.person_id = any(authors) or new.on_behalf_of = any(authors))) then
    raise exception 'nobody approves their own text' using errcode = 'check_violation', constraint = 'approval_not_by_drafter';
  end if;
  if exists (select from approval where sign_off_id = new.sign_off_id
      and (person_id = new.on_behalf_of or on_behalf_of = new.person_id or on_behalf_of = new.on_behalf_of)) then
    raise exception 'one person, one approval' using errcode = 'check_violation', constraint = 'approval_person_once';
  end if;
  return new;
end
$$;
create trigger approval_not_by_drafter before insert on approval for each row execute function drafter_does_not_approve();

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  csrf_token text not null,
  person_id uuid not null references person (id),
  stage text not null,
  pending_totp text,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  agent text not null default '',
  ended_at timestamptz,
  ended_because text,
  constraint session_stage check (stage in ('totp', 'totp-enrolment', 'password-change', 'full')),
  constraint session_ended check ((ended_at is null) = (ended_because is null) and ended_because in ('signed-out', 'expired', 'ended-by-person', 'ended-by-administrator', 'password-changed', 'left'))
);
create index session_person on session (person_id) where ended_at is null;
comment on table session is 'A sign-in. The browser holds a random token; here is its SHA-256.';

create table notification (
  id uuid primary key,
  person_id uuid not null references person (id),
  at timestamptz not null,
  kind text not null,
  values_ jsonb not null,
  link text not null default '',
  read_at timestamptz
);
create index notification_person on notification (person_id, id);
comment on table notification is 'What a person should know; the sentence is made from kind and values by the catalogue.';
