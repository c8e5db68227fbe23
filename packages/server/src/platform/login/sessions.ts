import { hkdfSync } from 'node:crypto';
import type pg from 'pg';
import { sealValue, unsealValue } from '../seal.ts';
import { hashSecret, newSecret } from './cookies.ts';

export interface SessionLimits {
  /** A session ends this long after the login, used or not: a long shift. */
  readonly lifetimeHours: number;
  /** … or this long after it was last used. */
  readonly idleHours: number;
}

/** Opens a session and returns the cookie's secret, of which the database gets the hash. The database's clock counts, as all servers share it. */
export async function openSession(
  pool: pg.Pool,
  limits: SessionLimits,
  login: { readonly staffId: string; readonly idToken: string },
): Promise<string> {
  const secret = newSecret();
  await pool.query(
    `with cleared as (delete from platform.session where expires_at <= now()),
          logged as (insert into platform.login_log (event, staff_id) values ('logged-in', $2))
     insert into platform.session (id_hash, staff_id, expires_at, sealed_id_token) values ($1, $2, now() + $3 * interval '1 hour', $4)`,
    [hashSecret(secret), login.staffId, limits.lifetimeHours, sealValue(tokenKey(secret), login.idToken, 'id token')],
  );
  return secret;
}

/** Whose live session it is. Use is noted once a minute at the most: a busy screen asks many times a second. */
export async function staffOfSession(pool: pg.Pool, idHash: Buffer, idleHours: number): Promise<string | undefined> {
  const { rows } = await pool.query<{ staff_id: string; unnoted: boolean }>({
    name: 'session-read',
    text: `select staff_id, last_seen_at < now() - interval '1 minute' as unnoted from platform.session
           where id_hash = $1 and expires_at > now() and last_seen_at > now() - $2 * interval '1 hour'`,
    values: [idHash, idleHours],
  });
  const row = rows[0];
  if (row?.unnoted) await pool.query('update platform.session set last_seen_at = now() where id_hash = $1', [idHash]);
  return row?.staff_id;
}

/** Ends the session; what comes back is the token that the provider wants to see to end its own. */
export async function closeSession(pool: pg.Pool, secret: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ sealed_id_token: string }>(
    `with closed as (delete from platform.session where id_hash = $1 returning staff_id, sealed_id_token),
          logged as (insert into platform.login_log (event, staff_id) select 'logged-out', staff_id from closed)
     select sealed_id_token from closed`,
    [hashSecret(secret)],
  );
  const sealed = rows[0]?.sealed_id_token;
  // Sealed by openSession with this very secret, from a string.
  return sealed === undefined ? undefined : (unsealValue(tokenKey(secret), sealed, 'id token') as string);
}

/** Ends every session of a person, on all machines. */
export async function closeSessionsOf(pool: pg.Pool, staffId: string): Promise<void> {
  await pool.query('delete from platform.session where staff_id = $1', [staffId]);
}

/** Writes down a login that gave no session. `reason` is a code. */
export async function logRefusedLogin(
  pool: pg.Pool,
  refusal: { readonly event: 'no-access' | 'failed'; readonly staffId?: string; readonly reason: string },
): Promise<void> {
  await pool.query('insert into platform.login_log (event, staff_id, reason) values ($1, $2, $3)', [
    refusal.event,
    refusal.staffId ?? null,
    refusal.reason,
  ]);
}

function tokenKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'vakthavende id token', 32));
}
