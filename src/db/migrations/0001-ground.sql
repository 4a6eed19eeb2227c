-- The ground every feature stands on: what happened, what is set, and the files that are kept.

create table setting (
  scope text not null,
  key text not null,
  value jsonb not null,
  changed_at timestamptz not null,
  primary key (scope, key),
  constraint setting_scope check (scope ~ '^(system|body:[0-9a-f-]{36})$'),
  constraint setting_key check (key ~ '^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$')
);
comment on table setting is 'What the operator or a body chose; a key that is absent has the default written in the code. Who changed it stands in event.';
comment on column setting.scope is '''system'', or ''body:'' and the body''s id.';

create table event (
  seq bigint primary key,
  at timestamptz not null,
  actor_id uuid,
  on_behalf_of uuid,
  body_id uuid,
  origin text not null,
  kind text not null,
  noun text not null,
  noun_id text not null,
  detail jsonb,
  detail_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint event_seq check (seq > 0),
  constraint event_kind check (kind ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  constraint event_hashes check (octet_length(detail_hash) = 32 and octet_length(previous_hash) = 32 and octet_length(hash) = 32)
);
create unique index event_hash on event (hash);
create index event_noun on event (noun, noun_id, seq);
create index event_actor on event (actor_id, seq);
create index event_kind_seq on event (kind, seq);
create index event_at on event (at);
comment on table event is 'Everything that happened, append-only and hash-chained: the history of every case, document and report, and the audit log. Never updated or deleted; a trigger refuses.';
comment on column event.seq is 'Position in the chain, from 1, without gaps.';
comment on column event.origin is 'Where it came from: an address of the network, ''cli'', ''job NAME'' or ''system''.';
comment on column event.kind is 'noun.past-tense, as request.received.';
comment on column event.detail is 'What changed, with personal data masked. Null once archived or purged: its hash stays and the chain still verifies.';
comment on column event.hash is 'SHA-256 over previous_hash, the columns above and detail_hash, in the order and form written in identity/audit.';

create table event_head (
  "only" boolean primary key default true check ("only"),
  seq bigint not null,
  hash bytea not null
);
insert into event_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));
comment on table event_head is 'The last event. Locked by whoever appends, so that the chain has one order; it tells when the newest rows of event were cut off.';

create function event_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    -- Only the detail may go, and only to nothing: archiving and the purge of what the law forbids to keep.
    if old.detail is not null and new.detail is null
      and (old.seq, old.at, old.actor_id, old.on_behalf_of, old.body_id, old.origin, old.kind, old.noun, old.noun_id, old.detail_hash, old.previous_hash, old.hash)
        is not distinct from
          (new.seq, new.at, new.actor_id, new.on_behalf_of, new.body_id, new.origin, new.kind, new.noun, new.noun_id, new.detail_hash, new.previous_hash, new.hash)
      and current_setting('gongkai.may_forget', true) = 'yes'
    then
      return new;
    end if;
  end if;
  raise exception 'event is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger event_append_only before update or delete on event for each row execute function event_is_append_only();
create trigger event_no_truncate before truncate on event for each statement execute function event_is_append_only();

create table content (
  hash text primary key,
  size bigint not null,
  type text not null,
  stored_at timestamptz not null,
  constraint content_hash check (hash ~ '^[0-9a-f]{64}$'),
  constraint content_size check (size >= 0)
);
comment on table content is 'Files by the SHA-256 of their bytes. The bytes lie in the content store before this row commits.';
comment on column content.type is 'Media type told by the bytes, not by the name.';

create table attachment (
  id uuid primary key,
  hash text not null references content (hash),
  name text not null,
  noun text not null,
  noun_id text not null,
  added_at timestamptz not null,
  added_by uuid,
  constraint attachment_name check (name <> '' and length(name) <= 255)
);
create index attachment_noun on attachment (noun, noun_id);
create index attachment_hash on attachment (hash);
comment on table attachment is 'A file as it hangs on something: the same bytes may hang in many places under different names.';
