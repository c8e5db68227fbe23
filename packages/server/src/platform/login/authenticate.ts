import type pg from 'pg';
import { hashSecret } from './cookies.ts';
import type { Directory } from './directory.ts';
import { staffOfSession } from './sessions.ts';

/** How long an answer may be reused: a closed session or a changed role takes effect within this, on every server process. */
export const defaultCacheMilliseconds = 4_000;
const mostRemembered = 10_000;

export interface Authenticator<Person> {
  personOf(secret: string): Promise<Person | undefined>;
  forgetSession(secret: string): void;
  forgetAll(): void;
}

export interface AuthenticatorOptions<Person> {
  readonly pool: pg.Pool;
  readonly directory: Directory<Person>;
  readonly idleHours: number;
  readonly cacheMilliseconds: number;
}

/** Turns a cookie's secret into a person, remembering sessions and people for a few seconds each. */
export function createAuthenticator<Person>(options: AuthenticatorOptions<Person>): Authenticator<Person> {
  const { pool, directory, idleHours, cacheMilliseconds } = options;
  const sessions = createMemory<string | undefined>(cacheMilliseconds);
  const people = createMemory<Person | undefined>(cacheMilliseconds);
  return {
    async personOf(secret) {
      const idHash = hashSecret(secret);
      const staffId = await sessions.get(idHash.toString('base64'), () => staffOfSession(pool, idHash, idleHours));
      return staffId === undefined ? undefined : people.get(staffId, () => directory.person(staffId));
    },
    forgetSession: (secret) => sessions.forget(hashSecret(secret).toString('base64')),
    forgetAll() {
      sessions.clear();
      people.clear();
    },
  };
}

interface Memory<Value> {
  get(key: string, load: () => Promise<Value>): Promise<Value>;
  forget(key: string): void;
  clear(): void;
}

/** Holds the promise, so that many requests at once ask the database once; a failure is not remembered. */
function createMemory<Value>(milliseconds: number): Memory<Value> {
  const held = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();
  return {
    get(key, load) {
      const now = performance.now();
      const known = held.get(key);
      if (known && now < known.until) return known.value;
      if (held.size >= mostRemembered) dropOld(held, now);
      const value = load();
      const entry = { until: now + milliseconds, value };
      held.set(key, entry);
      value.catch(() => held.get(key) === entry && held.delete(key));
      return value;
    },
    forget: (key) => void held.delete(key),
    clear: () => held.clear(),
  };
}

/** Made-up cookies must not fill the memory: what ran out goes, and if that is nothing, all of it. */
function dropOld(held: Map<string, { readonly until: number }>, now: number): void {
  for (const [key, entry] of held) if (entry.until <= now) held.delete(key);
  if (held.size >= mostRemembered) held.clear();
}
