-- The annual report: its draft, what happened to it, its versions, the remarks of the higher office.

create table annual_report (
  id uuid primary key,
  body_id uuid not null references body (id),
  year integer not null,
  scope text not null default 'own',
  origin text not null default 'desk',
  state text not null,
  edition integer not null default 1,
  draft jsonb not null,
  version integer,
  filed_version integer,
  published_version integer,
  published_on date,
  filed_on date,
  paper_on date,
  unique (body_id, year, scope),
  constraint annual_report_scope check (scope in ('own', 'level', 'region')),
  constraint annual_report_origin check (origin in ('desk', 'file')),
  constraint annual_report_state check (state in ('drafting', 'reviewing', 'approved', 'filed', 'returned', 'cleared', 'published')),
  constraint annual_report_year check (year between 2008 and 2100)
);
create index annual_report_year_body on annual_report (year, body_id);
comment on table annual_report is 'The report of a body on a year: where it stands, and the draft. What was filed or published is in its versions.';
comment on column annual_report.draft is '{"chapters":{"0":text},"declared":{cell:…},"confirmed":{finding:…}}; texts name figures as {{posts.sum}}.';
comment on column annual_report.version is 'The version under review, approved or filed; null while it is being written.';
comment on column annual_report.paper_on is 'The day the office above had the sealed paper copy in hand.';
comment on column annual_report.origin is '`file`: a body without accounts filed by file.';

create table report_event (
  id uuid primary key,
  report_id uuid not null references annual_report (id),
  seq integer not null,
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  person_id uuid references person (id),
  on_behalf_of uuid references person (id),
  data jsonb not null,
  unique (report_id, seq),
  constraint report_event_kind check (kind ~ '^[a-z]+(-[a-z]+)*$')
);
comment on table report_event is 'What happened to a report, append-only; a trigger refuses anything else. Each has its twin in the audit log.';
create trigger report_event_append_only before update or delete on report_event for each row execute function case_event_is_append_only();

create table report_version (
  report_id uuid not null references annual_report (id),
  n integer not null,
  hash text not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid references person (id),
  note text not null default '',
  file_id uuid references attachment (id),
  primary key (report_id, n),
  constraint report_version_hash check (hash ~ '^[0-9a-f]{64}$')
);
comment on table report_version is 'A report as it was reviewed, filed and published, append-only; a trigger refuses anything else.';
comment on column report_version.content is '{"report":…,"counted":{cell:n},"declared":{cell:…}}; its hash is of this in canonical JSON.';
comment on column report_version.note is 'Of a correction after publication: what is said in public.';
comment on column report_version.file_id is 'Of a report filed by file: the file.';
create trigger report_version_append_only before update or delete on report_version for each row execute function case_event_is_append_only();

create table report_remark (
  id uuid primary key,
  report_id uuid not null references annual_report (id),
  version integer not null,
  cell text,
  chapter integer,
  quote text not null default '',
  remark text not null,
  at timestamptz not null,
  by_person uuid not null references person (id),
  answer text not null default '',
  settled_at timestamptz,
  settled_by uuid references person (id),
  constraint report_remark_chapter check (chapter between 0 and 6)
);
create index report_remark_report on report_remark (report_id, id);
comment on table report_remark is 'What the higher office says of a cell, a passage or the whole of a filed report (审核意见), and what the body did about it.';

create table roll_up (
  id uuid primary key,
  body_id uuid not null references body (id),
  year integer not null,
  scope text not null,
  parts jsonb not null,
  hash text not null,
  at timestamptz not null,
  by_person uuid not null references person (id),
  note text not null default '',
  constraint roll_up_scope check (scope in ('level', 'region')),
  constraint roll_up_hash check (hash ~ '^[0-9a-f]{64}$')
);
create index roll_up_body on roll_up (body_id, year, scope, id);
comment on table roll_up is 'A roll-up reported upward (上报): which version of which report it sums. From then on a child''s correction needs consent.';
comment on column roll_up.parts is '[{"bodyId","reportId","version","hash"}]; a body that had not filed has no version.';
create trigger roll_up_append_only before update or delete on roll_up for each row execute function case_event_is_append_only();
