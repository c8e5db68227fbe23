import type pg from 'pg';
import { hashSecret } from './cookies.ts';

/** What must be remembered between sending a browser to the provider and its return. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnPath: string;
}

/** Keeps the attempt for ten minutes, tied to the browser. Attempts that ran out are cleared away at the same time. */
export async function saveAttempt(pool: pg.Pool, browserSecret: string, attempt: Attempt): Promise<void> {
  await pool.query(
    `with cleared as (delete from platform.login_attempt where expires_at <= now())
     insert into platform.login_attempt (state_hash, browser_hash, nonce, code_verifier, return_path, expires_at)
     values ($1, $2, $3, $4, $5, now() + interval '10 minutes')`,
    [hashSecret(attempt.state), hashSecret(browserSecret), attempt.nonce, attempt.codeVerifier, attempt.returnPath],
  );
}

/** Takes the attempt out: a state can be used once, in time, by the browser it was given to. */
export async function takeAttempt(pool: pg.Pool, browserSecret: string, state: string): Promise<Attempt | undefined> {
  const { rows } = await pool.query<{ nonce: string; code_verifier: string; return_path: string }>(
    `delete from platform.login_attempt where state_hash = $1 and browser_hash = $2 and expires_at > now()
     returning nonce, code_verifier, return_path`,
    [hashSecret(state), hashSecret(browserSecret)],
  );
  const row = rows[0];
  return row && { state, nonce: row.nonce, codeVerifier: row.code_verifier, returnPath: row.return_path };
}
