-- Registers (台账): the year's records beside the requests. What fields an entry has is told by its definition in the program.

create table register_entry (
  id uuid primary key,
  body_id uuid not null references body (id),
  register text not null,
  entry jsonb not null,
  begins date not null,
  unit text not null default '',
  added_at timestamptz not null,
  added_by uuid references person (id),
  edition integer not null default 1,
  voided_at timestamptz,
  void_reason text not null default '',
  import_id uuid,
  constraint register_entry_register check (register ~ '^[a-z]+(-[a-z]+)*$'),
  constraint register_entry_edition check (edition > 0)
);
create index register_entry_list on register_entry (body_id, register, begins desc, id desc);
create index register_entry_import on register_entry (import_id) where import_id is not null;
comment on table register_entry is 'A line of a register of a body; struck out it stays, and is counted no more.';
comment on column register_entry.entry is 'Values by the keys of the definition: money in 分, days and months as text, choices by id.';
comment on column register_entry.begins is 'The day it begins to count, of a month its first day; what lists are ordered by.';
comment on column register_entry.unit is 'The unit (科室、单位) the figure comes from.';

create table register_change (
  id uuid primary key,
  entry_id uuid not null references register_entry (id),
  at timestamptz not null,
  by_person uuid references person (id),
  kind text not null,
  entry jsonb not null,
  unit text not null,
  reason text not null default '',
  constraint register_change_kind check (kind in ('added', 'changed', 'voided', 'restored'))
);
create index register_change_entry on register_change (entry_id, id);
comment on table register_change is 'What an entry was after each change, append-only; a trigger refuses anything else.';
create trigger register_change_append_only before update or delete on register_change for each row execute function case_event_is_append_only();

create table register_import (
  id uuid primary key,
  body_id uuid not null references body (id),
  register text not null,
  file_id uuid not null references attachment (id),
  at timestamptz not null,
  by_person uuid not null references person (id),
  rows integer not null,
  undone_at timestamptz
);
create index register_import_body on register_import (body_id, register, id);
comment on table register_import is 'A file of entries taken in: all its rows, which can be struck out together again.';

create table register_mapping (
  body_id uuid not null references body (id),
  register text not null,
  columns jsonb not null,
  changed_at timestamptz not null,
  primary key (body_id, register)
);
comment on table register_mapping is 'Which header of a body''s own files is which field, as somebody told last: {"header":"field"}.';

create table reconciliation (
  id uuid primary key,
  body_id uuid not null references body (id),
  register text not null,
  year integer not null,
  file_id uuid not null references attachment (id),
  result jsonb not null,
  at timestamptz not null,
  by_person uuid not null references person (id)
);
create index reconciliation_body on reconciliation (body_id, register, year, id);
comment on table reconciliation is 'A register held against another''s list (司法行政、财政): what only one has, and what differs.';

create table notice_receipt (
  entry_id uuid not null references register_entry (id),
  body_id uuid not null references body (id),
  signed_at timestamptz not null,
  by_person uuid not null references person (id),
  primary key (entry_id, body_id)
);
comment on table notice_receipt is 'Which body signed for a notice of the higher office.';
