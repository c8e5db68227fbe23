-- The journal: append only, keyed (stream, sequence). Identity and free text inside `data` are sealed with keys from the schema `keys`.
create schema journal;
create schema keys;

create table journal.event (
  stream      text        not null,
  sequence    integer     not null check (sequence > 0),
  position    bigint      generated always as identity,
  -- The writing transaction: the live feed reads what lies before the oldest one still open, and so loses nothing without a lock.
  xid         xid8        not null default pg_current_xact_id(),
  type        text        not null,
  version     integer     not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  command_id  text        not null,
  units       text[]      not null,
  -- Whose keys seal parts of `data`.
  subjects    text[]      not null,
  data        jsonb       not null,
  primary key (stream, sequence)
);
create index event_feed on journal.event (xid, position);

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is append only: % on % is refused', tg_op, tg_table_name;
end $$;
create trigger append_only before update or delete or truncate on journal.event for each statement execute function journal.refuse_change();

-- A command's id and answer are stored in its transaction: a repeat gets the first answer.
create table journal.command (
  id          text        primary key,
  stream      text        not null,
  body_hash   text        not null,
  answer      jsonb       not null,
  recorded_at timestamptz not null
);

-- Keys apart from the journal; each wrapped by the master key, which is not in the database. To erase a person is to erase the wrapped key.
create table keys.subject_key (
  subject    text        primary key,
  wrapped    text,
  state      text        not null default 'active' check (state in ('active', 'locked', 'erased')),
  created_at timestamptz not null default now(),
  check ((state = 'erased') = (wrapped is null))
);

-- Keyed hash of a national identity number → the person whose key it is.
create table keys.person_lookup (
  hash      text primary key,
  person_id text not null
);
