import { expect, it } from 'vitest';
import { localPath } from './return-path.ts';

it.each(['/', '/sentral', '/legevakt/lv-forde?vis=rode#topp', '/loginside', '/apier'])('goes back to %s', (path) => {
  expect(localPath(path)).toBe(path);
});

it.each([
  undefined,
  ['/a', '/b'],
  '',
  'sentral',
  'https://evil.example/',
  'javascript:alert(1)',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/login',
  '/login?return=/',
  '/logout',
  '/demo-oidc/auth',
  '/api/session',
  `/${'x'.repeat(2_000)}`,
])('goes home instead of to %j', (path) => {
  expect(localPath(path)).toBe('/');
});
