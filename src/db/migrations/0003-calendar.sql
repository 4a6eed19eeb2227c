-- Rest days that came after this release, local rest days, and the deadlines that depend on them.

create table rest_notice (
  year integer primary key,
  title text not null,
  number text not null,
  issued_on date not null,
  source text not null,
  off date[] not null,
  made_up date[] not null,
  loaded_at timestamptz not null,
  loaded_by uuid references person (id),
  constraint rest_notice_year check (year between 2019 and 2100),
  constraint rest_notice_off check (cardinality(off) > 0)
);
comment on table rest_notice is 'A yearly notice of the State Council General Office, loaded by the operator; it stands before the one shipped with the software.';
comment on column rest_notice.off is 'Monday to Friday days off.';
comment on column rest_notice.made_up is 'Saturdays and Sundays worked instead.';

create table local_day (
  id uuid primary key,
  region_id uuid not null references region (id),
  day date not null,
  works boolean not null,
  reason text not null,
  basis text not null default '',
  state text not null,
  proposed_by uuid not null references person (id),
  proposed_at timestamptz not null,
  constraint local_day_reason check (reason <> ''),
  constraint local_day_state check (state in ('proposed', 'in-force', 'returned', 'withdrawn'))
);
create unique index local_day_once on local_day (region_id, day) where state in ('proposed', 'in-force');
comment on table local_day is 'A day that differs here: a minority festival (全国年节及纪念日放假办法 Art. 4), a closure after a typhoon. In force once a second person has approved it.';

create table deadline (
  id uuid primary key,
  noun text not null,
  noun_id text not null,
  title text not null,
  body_id uuid not null references body (id),
  person_id uuid references person (id),
  received_on date not null,
  events jsonb not null,
  due_on date,
  due_status text not null,
  extended_due_on date,
  computed_at timestamptz not null,
  closed_at timestamptz,
  constraint deadline_status check (due_status in ('final', 'provisional'))
);
create unique index deadline_noun on deadline (noun, noun_id) where closed_at is null;
create index deadline_body on deadline (body_id) where closed_at is null;
comment on table deadline is 'A statutory clock that runs: what started it, what happened to it, and where it ends as last computed. A feature keeps one for each of its cases; a clerk may keep one by hand.';
comment on column deadline.events is 'Events after receipt, as the calendar folds them: [{"kind","date","days"?}].';

create table deadline_change (
  id uuid primary key,
  deadline_id uuid not null references deadline (id),
  at timestamptz not null,
  old_due date,
  new_due date,
  old_status text not null,
  new_status text not null,
  because text not null
);
create index deadline_change_deadline on deadline_change (deadline_id, id);
comment on table deadline_change is 'Dates that moved because a notice or a local day was loaded: old, new and why.';
