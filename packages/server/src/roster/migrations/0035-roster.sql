-- Who is on duty, entered by hand. The truth is the journal (streams duty-list:UNIT); these rows are written in the same statement.
create schema roster;

create table roster.duty_entry (
  unit       text        not null,
  entry_id   text        not null,
  staff_id   text        not null,
  level      text        not null check (level in ('primary', 'backup')),
  -- A work telephone, told to colleagues as the duty list on the wall is.
  phone      text        not null,
  from_at    timestamptz not null,
  to_at      timestamptz not null check (to_at > from_at),
  entered_by text        not null,
  ended_at   timestamptz,
  ended_by   text,
  primary key (unit, entry_id),
  check ((ended_at is null) = (ended_by is null))
);
-- "Who is on at these units now" reads the few that are not over.
create index duty_entry_to on roster.duty_entry (unit, to_at);
