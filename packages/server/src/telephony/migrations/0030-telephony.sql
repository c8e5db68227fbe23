-- Calls as the operators see them: one row a leg. The truth is the journal; these rows are written in the same statement.
create schema telephony;

create table telephony.leg (
  call_id     text        not null,
  leg_id      text        not null,
  sequence    integer     not null,
  centre_id   text        not null,
  status      text        not null,
  -- Waiting, ringing or in conversation.
  active      boolean     not null,
  offered_at  timestamptz,
  last_at     timestamptz not null,
  caller_hash text,
  -- What a row shows, without the number.
  plain       jsonb       not null,
  -- The number, sealed with the call's key.
  sealed      text,
  subject     text        not null,
  primary key (call_id, leg_id)
) with (fillfactor = 70);
create index leg_active on telephony.leg (centre_id) where active;
create index leg_recent on telephony.leg (centre_id, last_at desc);
create index leg_caller on telephony.leg (caller_hash, offered_at) where caller_hash is not null;

-- What the exchange sent and could not be understood: kept with its reason until someone has looked.
create table telephony.parked_event (
  id          bigint      generated always as identity primary key,
  received_at timestamptz not null default now(),
  code        text        not null,
  field       text,
  sealed      text        not null,
  subject     text        not null
);
