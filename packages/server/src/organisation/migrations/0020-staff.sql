-- Staff, how a login provider knows them, and which role they hold where and when.
create schema if not exists organisation;

create table organisation.staff (
  -- The actor in the journal; never reused.
  staff_id   text        primary key check (staff_id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  name       text        not null,
  -- How colleagues see the person: «Sykepleier, Førde legevakt».
  title      text        not null,
  -- Where a page about a red contact goes; E.164.
  phone      text        check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- Shut out at once, whatever the assignments say.
  blocked_at timestamptz
);

-- A person may be known by a provider's subject, by health personnel number (HPR), or by the keyed hash of the national identity number.
create table organisation.staff_identity (
  kind     text not null check (kind in ('subject', 'hpr', 'national-id')),
  -- Our name for the provider whose subject it is (helseid, demo); empty where the number is national.
  provider text not null check ((kind = 'subject') = (provider <> '')),
  value    text not null,
  staff_id text not null references organisation.staff,
  primary key (kind, provider, value)
);
create index staff_identity_staff on organisation.staff_identity (staff_id);

create table organisation.assignment (
  staff_id   text        not null references organisation.staff,
  role       text        not null
    check (role in ('operator', 'nurse', 'doctor', 'manager', 'rosterPlanner', 'nationalEditor', 'systemAdministrator')),
  -- A call centre or a clinic; `national` relates to every unit for what shows no person.
  unit       text        not null check (unit ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  valid_from timestamptz not null,
  -- Half-open: no longer held at this instant. Null while no end is known.
  valid_to   timestamptz check (valid_to > valid_from),
  primary key (staff_id, role, unit, valid_from)
);
