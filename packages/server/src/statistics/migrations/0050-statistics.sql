-- Facts: one flat row per call, or contact, and unit; replaced whole in the statement of the command that changed them.
-- Partials: the figures of a unit and day, computed anew from the facts, never patched. Marks say which are no longer right.
create schema statistics;

create table statistics.call_fact (
  fact_id           text        primary key,
  unit              text        not null,
  call_id           text        not null,
  leg_id            text,
  day               date        not null,
  offered_at        timestamptz not null,
  outcome           text        not null check (outcome in ('answered', 'abandonedWaiting', 'abandonedInMessage', 'overflowed', 'transferred', 'open', 'openInMessage')),
  seconds_to_answer integer     check (seconds_to_answer >= 0),
  -- Links redials; shown to nobody.
  caller_hash       text,
  contact_ids       text[]      not null,
  place             text,
  by_hand           boolean     not null,
  check (seconds_to_answer is null or outcome = 'answered')
) with (fillfactor = 70);
create index call_fact_day on statistics.call_fact (unit, day, offered_at, fact_id);

create table statistics.contact_fact (
  fact_id                 text        primary key,
  unit                    text        not null,
  contact_id              text        not null,
  day                     date        not null,
  opened_at               timestamptz not null,
  closed_at               timestamptz,
  channel                 text        not null,
  first_urgency_telephone text,
  last_urgency            text,
  first_action            text,
  last_action             text,
  outcome                 text,
  place                   text,
  call_ids                text[]      not null,
  seconds_to_doctor       integer,
  late_entries            integer     not null check (late_entries >= 0),
  red_paged               boolean     not null,
  seconds_to_acknowledge  integer
) with (fillfactor = 70);
create index contact_fact_day on statistics.contact_fact (unit, day, opened_at, fact_id);

-- Append only and without a unique key on (unit, day): commands at the same unit on the same day must not wait for each other.
create table statistics.day_mark (
  id   bigint generated always as identity primary key,
  unit text   not null,
  day  date   not null
);
create index day_mark_day on statistics.day_mark (unit, day);

create table statistics.day_partial (
  unit        text        not null,
  day         date        not null,
  -- Version of the figures' definitions: others are computed anew.
  version     integer     not null,
  partial     jsonb       not null,
  computed_at timestamptz not null default now(),
  primary key (unit, day)
);
