import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { check, compilerProjects, vitest } from '../../tools/checks.mjs';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checks-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function count(files: Readonly<Record<string, string>>): Promise<unknown> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return vitest(process.execPath, ['--root', folder, '--globals', '--reporter=json'], { quiet: true });
}

it('counts tests that passed, failed and were left out', async () => {
  const files = {
    'a.test.ts': `it('a', () => {}); it('b', () => { throw new Error() }); it.skip('c', () => {});`,
    'b.test.ts': `it('d', () => {});`,
  };
  expect(await count(files)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

it('counts a file that does not load as failed', async () => {
  expect(await count({ 'a.test.ts': `it('a', () => {});`, 'b.test.ts': `throw new Error();` })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

it('counts an error outside every test as failed', async () => {
  const files = {
    'a.test.ts': `it('a', () => { setTimeout(() => { throw new Error(); }); }); it('b', () => new Promise((done) => setTimeout(done, 50)));`,
  };
  expect(await count(files)).toEqual({ passed: 2, failed: 1, skipped: 0 });
});

it('counts a run without tests as failed', async () => {
  expect(await count({})).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

it('counts a tool as one', async () => {
  expect(await check(process.execPath, 'sound', ['-e', ''])).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(await check(process.execPath, 'unsound', ['-e', 'process.exit(3)'])).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

it('compiles every package, and the tests of those whose code may use less than their tests', () => {
  for (const name of ['core', 'contract', 'web']) expect(compilerProjects()).toContain(`packages/${name}/tsconfig.test.json`);
  for (const path of ['packages/server/tsconfig.json', 'packages/driver/tsconfig.json', 'tests/tsconfig.json', 'tools/tsconfig.json'])
    expect(compilerProjects()).toContain(path);
});
