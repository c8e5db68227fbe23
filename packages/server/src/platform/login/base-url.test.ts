import { expect, it } from 'vitest';
import { parseBaseUrl } from './base-url.ts';
import { cookieName, writeCookie } from './cookies.ts';

it.each(['http://localhost:5000', 'http://127.0.0.1:5000', 'http://[::1]:5000'])('lets plain HTTP through on this machine: %s', (url) => {
  expect(parseBaseUrl(url).secure).toBe(false);
});

it('refuses plain HTTP elsewhere', () => {
  expect(() => parseBaseUrl('http://vakt.example')).toThrow('må være https');
  expect(() => parseBaseUrl('http://localhost.evil.example')).toThrow('må være https');
});

it('binds the cookie to the host when there is TLS', () => {
  const { secure } = parseBaseUrl('https://vakt.example');
  expect(cookieName('session', secure)).toBe('__Host-vakthavende');
  expect(writeCookie('session', 'x', secure)).toBe('__Host-vakthavende=x; Path=/; HttpOnly; SameSite=Lax; Secure');
});
