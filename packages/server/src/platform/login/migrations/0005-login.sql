-- Who is logged in. Several server processes share these tables; secrets are kept as hashes only.
create table platform.session (
  -- SHA-256 of the secret in the cookie: a copy of this table opens no session.
  id_hash       bytea       primary key,
  staff_id      text        not null,
  created_at    timestamptz not null default now(),
  last_seen_at  timestamptz not null default now(),
  expires_at    timestamptz not null check (expires_at > created_at),
  -- Needed to log out at the provider too; sealed with a key that only the cookie's secret gives.
  sealed_id_token text      not null
);
create index session_staff on platform.session (staff_id);
create index session_expires on platform.session (expires_at);

-- A login that has been sent to the provider and has not come back. Each is used once.
create table platform.login_attempt (
  state_hash    bytea       primary key,
  -- SHA-256 of a cookie: only the browser that started the login may finish it.
  browser_hash  bytea       not null,
  nonce         text        not null,
  code_verifier text        not null,
  return_path   text        not null,
  expires_at    timestamptz not null
);
create index login_attempt_expires on platform.login_attempt (expires_at);

-- Who logged in and out when. `reason` is a code; nothing here names a person that has no staff id.
create table platform.login_log (
  id       bigint      generated always as identity primary key,
  at       timestamptz not null default now(),
  event    text        not null check (event in ('logged-in', 'logged-out', 'no-access', 'failed')),
  staff_id text,
  reason   text,
  check (event in ('no-access', 'failed') or staff_id is not null)
);
create index login_log_staff on platform.login_log (staff_id, at);
