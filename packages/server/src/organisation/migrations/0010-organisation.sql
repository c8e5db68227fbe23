-- The register's first tables: who serves whom in the ordinary week, as each list tells it. Lists never mix.
create schema organisation;

create table organisation.list (
  id            text    primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  title         text    not null,
  -- The time that the list describes, as it says itself.
  describes     text    not null,
  -- The batch in force; swapped in one short transaction when a new one has been staged whole.
  current_batch bigint,
  -- Counts the swaps: a register kept in memory is old when this has moved on.
  version       integer not null default 0 check (version >= 0)
);

-- One reading of one file. Rows of a batch never change; a batch that was not activated is a rest of an import that failed.
create table organisation.batch (
  id           bigint      generated always as identity primary key,
  list         text        not null references organisation.list (id),
  source_name  text        not null,
  file_sha256  text        not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  -- Of what was read out of the file: the same file read by better rules is another batch.
  read_sha256  text        not null check (read_sha256 ~ '^[0-9a-f]{64}$'),
  records      integer     not null check (records >= 0),
  staged_at    timestamptz not null default now(),
  activated_at timestamptz,
  unique (list, id)
);
alter table organisation.list add foreign key (id, current_batch) references organisation.batch (list, id);

create table organisation.record (
  batch  bigint  not null references organisation.batch (id) on delete cascade,
  record integer not null check (record > 0),
  raw    jsonb   not null,
  primary key (batch, record)
);

create table organisation.place (
  batch        bigint not null references organisation.batch (id) on delete cascade,
  id           text   not null check (id ~ '^[0-9]{4}(-[a-z0-9]+)*$'),
  municipality text   not null check (municipality ~ '^[0-9]{4}$'),
  part         text   check (part <> ''),
  name         text   check (name <> ''),
  -- Where it stands that this is so.
  source       text   not null,
  primary key (batch, id),
  check (id = municipality || coalesce('-' || part, ''))
);

create table organisation.emc (
  batch  bigint not null references organisation.batch (id) on delete cascade,
  id     text   not null check (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  name   text   not null check (name <> ''),
  source text   not null,
  primary key (batch, id)
);

create table organisation.call_centre (
  batch            bigint not null references organisation.batch (id) on delete cascade,
  id               text   not null check (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  name             text   not null check (name <> ''),
  local_number     text   check (local_number ~ '^[0-9]{8}$'),
  overflow_partner text   check (overflow_partner <> id),
  emc              text,
  source           text   not null,
  primary key (batch, id),
  foreign key (batch, overflow_partner) references organisation.call_centre (batch, id) deferrable initially deferred,
  foreign key (batch, emc) references organisation.emc (batch, id)
);

create table organisation.service (
  batch       bigint not null references organisation.batch (id) on delete cascade,
  id          text   not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  name        text   not null check (name <> ''),
  phones      text[] not null,
  call_centre text,
  web         text,
  comment     text,
  -- The record that it was read from, where the list has records.
  record      integer,
  source      text   not null,
  primary key (batch, id),
  foreign key (batch, call_centre) references organisation.call_centre (batch, id),
  foreign key (batch, record) references organisation.record (batch, record)
);

create table organisation.service_place (
  batch   bigint not null,
  service text   not null,
  place   text   not null,
  source  text   not null,
  primary key (batch, service, place),
  foreign key (batch, service) references organisation.service (batch, id) on delete cascade,
  foreign key (batch, place) references organisation.place (batch, id)
);
create index service_place_by_place on organisation.service_place (batch, place);

-- [from_minute, to_minute) in minutes since Monday 00:00 on the clock in Norway; past 10080 it goes on into Monday.
create table organisation.service_window (
  batch       bigint  not null,
  service     text    not null,
  from_minute integer not null check (from_minute >= 0 and from_minute < 10080),
  to_minute   integer not null check (to_minute > from_minute and to_minute <= 20160),
  primary key (batch, service, from_minute, to_minute),
  foreign key (batch, service) references organisation.service (batch, id) on delete cascade
);

create table organisation.clinic (
  batch        bigint  not null,
  id           text    not null check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  service      text    not null,
  name         text    not null check (name <> ''),
  kind         text    not null check (kind in ('main', 'branch', 'satellite')),
  premises     text    check (premises in ('clinic', 'nursingHome', 'gpSurgery', 'hospital')),
  phone        text,
  address      text,
  latitude     double precision check (latitude >= -90 and latitude <= 90),
  longitude    double precision check (longitude >= -180 and longitude <= 180),
  -- False: open when its service is.
  own_windows  boolean not null,
  source       text    not null,
  primary key (batch, id),
  foreign key (batch, service) references organisation.service (batch, id) on delete cascade,
  check ((latitude is null) = (longitude is null))
);

create table organisation.clinic_window (
  batch       bigint  not null,
  clinic      text    not null,
  from_minute integer not null check (from_minute >= 0 and from_minute < 10080),
  to_minute   integer not null check (to_minute > from_minute and to_minute <= 20160),
  primary key (batch, clinic, from_minute, to_minute),
  foreign key (batch, clinic) references organisation.clinic (batch, id) on delete cascade
);

-- The places that a clinic receives from, where not all that its service serves.
create table organisation.clinic_place (
  batch  bigint not null,
  clinic text   not null,
  place  text   not null,
  primary key (batch, clinic, place),
  foreign key (batch, clinic) references organisation.clinic (batch, id) on delete cascade,
  foreign key (batch, place) references organisation.place (batch, id)
);

create table organisation.finding (
  batch    bigint    not null references organisation.batch (id) on delete cascade,
  position integer   not null check (position > 0),
  code     text      not null,
  record   integer,
  place    text,
  field    text,
  value    text,
  minutes  integer   check (minutes > 0 and minutes <= 10080),
  records  integer[] not null,
  primary key (batch, position),
  foreign key (batch, record) references organisation.record (batch, record)
);

create table organisation.setting (
  name  text primary key,
  value text not null
);

insert into organisation.list (id, title, describes) values
  ('demo-2021', 'Ytre Sogn og Sunnfjord 2021 (demonstrasjon)', '2021'),
  ('helsenorge-2013', 'Helsenorges nasjonale liste over legevakttjenester', '2013');
-- The list that live calls are routed by, until the operator chooses another.
insert into organisation.setting (name, value) values ('live-list', 'demo-2021');
