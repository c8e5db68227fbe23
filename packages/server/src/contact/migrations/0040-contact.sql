-- Contacts as lists show them, written in the same statement as their events. Identity and free text are sealed with the person's key.
create schema contact;

create table contact.row (
  contact_id  text        primary key,
  sequence    integer     not null,
  units       text[]      not null,
  status      text        not null,
  -- Open, or closed with tasks that remain.
  active      boolean     not null,
  opened_at   timestamptz not null,
  closed_at   timestamptz,
  -- When the pager should next look at it; null when there is nothing to page for.
  page_at     timestamptz,
  -- Keyed hashes of number, name and national identity number: to search without reading.
  search      text[]      not null,
  plain       jsonb       not null,
  sealed      text        not null,
  subject     text        not null
) with (fillfactor = 60);
create index row_units_active on contact.row using gin (units) where active;
create index row_closed on contact.row (closed_at) where closed_at is not null;
create index row_page on contact.row (page_at) where page_at is not null;
create index row_search on contact.row using gin (search);

-- Each opening of a contact: who, when, purpose. Append only. The stated reason can name a person and is sealed.
create table contact.access_log (
  id         bigint      generated always as identity primary key,
  at         timestamptz not null default now(),
  staff_id   text        not null,
  contact_id text        not null,
  units      text[]      not null,
  kind       text        not null check (kind in ('opened', 'emergency', 'purpose', 'searched')),
  purpose    text        not null,
  sealed     text,
  subject    text
);
create index access_log_contact on contact.access_log (contact_id, at desc);
create index access_log_staff on contact.access_log (staff_id, at desc);
create index access_log_units on contact.access_log using gin (units);
create trigger append_only before update or delete or truncate on contact.access_log for each statement execute function journal.refuse_change();

-- The emergency door: open for a while, with a reason that stands in the log.
create table contact.emergency_access (
  contact_id text        not null,
  staff_id   text        not null,
  until      timestamptz not null,
  primary key (contact_id, staff_id)
);

-- Pages on their way: what the gateway was given. The steps themselves are in the journal.
create table contact.page (
  page_id    text        primary key,
  contact_id text        not null,
  staff_id   text        not null,
  level      text        not null,
  address    text        not null,
  text       text        not null,
  sent_at    timestamptz not null,
  answer_by  timestamptz not null
);
create index page_recent on contact.page (sent_at desc);
