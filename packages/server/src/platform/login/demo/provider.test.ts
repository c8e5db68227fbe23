import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const script = `
  const { createDemoProvider } = await import(${JSON.stringify(join(import.meta.dirname, 'provider.ts'))});
  createDemoProvider({ baseUrl: () => 'http://127.0.0.1:1', people: async () => [] });
  console.log('started');`;

async function start(environment: string | undefined): Promise<string> {
  const { NODE_ENV: _, ...env } = process.env;
  const child = run(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...env, ...(environment && { NODE_ENV: environment }) },
  });
  return child.then(
    ({ stdout }) => stdout.trim(),
    (error: { stderr: string }) => error.stderr,
  );
}

it('refuses to start in production, and says what to do', async () => {
  const answer = await start('production');
  expect(answer).toContain('kan ikke brukes med NODE_ENV=production');
  expect(answer).not.toContain('started');
});

it('starts elsewhere', async () => {
  expect(await start(undefined)).toBe('started');
  expect(await start('development')).toBe('started');
});
