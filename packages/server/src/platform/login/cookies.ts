import { createHash, randomBytes } from 'node:crypto';

export type CookieUse = 'session' | 'browser';

const names: Readonly<Record<CookieUse, string>> = { session: 'vakthavende', browser: 'vakthavende-login' };

/** `__Host-` binds a cookie to this host over TLS; browsers refuse the prefix without it. */
export function cookieName(use: CookieUse, secure: boolean): string {
  return secure ? `__Host-${names[use]}` : names[use];
}

/** The secret in the cookie, if it has the form that we give out. */
export function readSecret(header: string | undefined, use: CookieUse, secure: boolean): string | undefined {
  const start = `${cookieName(use, secure)}=`;
  const pair = header
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(start));
  const value = pair?.slice(start.length);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** Gone when the browser closes; the database says when it ends at the latest. */
export function writeCookie(use: CookieUse, secret: string, secure: boolean): string {
  return `${cookieName(use, secure)}=${secret}; ${attributes(secure)}`;
}

export function clearCookie(use: CookieUse, secure: boolean): string {
  return `${cookieName(use, secure)}=; Max-Age=0; ${attributes(secure)}`;
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Lax, not Strict: the browser comes back from the provider with a navigation that another site started. */
function attributes(secure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
