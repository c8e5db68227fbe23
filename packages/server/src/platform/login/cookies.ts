import { createHash, randomBytes } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';

export type CookieUse = 'session' | 'browser';

const names: Readonly<Record<CookieUse, string>> = { session: 'vakthavende', browser: 'vakthavende-login' };

/** `__Host-` binds a cookie to this host over TLS; browsers refuse the prefix without it. */
export function cookieName(use: CookieUse, secure: boolean): string {
  return secure ? `__Host-${names[use]}` : names[use];
}

/** The secret in the cookie, if it has the form that we give out. */
export function readSecret(header: string | undefined, use: CookieUse, secure: boolean): string | undefined {
  if (!header) return undefined;
  const value = fastifyCookie.parse(header)[cookieName(use, secure)];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

export function writeCookie(use: CookieUse, secret: string, secure: boolean): string {
  return fastifyCookie.serialize(cookieName(use, secure), secret, attributes(secure));
}

export function clearCookie(use: CookieUse, secure: boolean): string {
  return fastifyCookie.serialize(cookieName(use, secure), '', { ...attributes(secure), maxAge: 0 });
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function attributes(secure: boolean): fastifyCookie.SerializeOptions {
  // Lax, not Strict: the browser comes back from the provider with a navigation that another site started.
  return { path: '/', httpOnly: true, sameSite: 'lax', secure };
}
