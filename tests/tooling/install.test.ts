import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, type House, terminal } from './house.ts';

const program = `
const [task] = process.argv.slice(2);
if (task === 'tell') console.log(process.env.PINNED, process.argv.slice(2).join());
if (task === 'fail') process.exit(5);
if (task === 'wait') {
  process.on('SIGTERM', () => process.exit(7));
  process.on('SIGINT', () => process.exit(8));
  setInterval(() => {}, 1000);
  console.log('waiting');
}
`;

let house: House;

beforeAll(() => {
  house = buildHouse();
  house.write('program.mjs', program);
});

afterAll(() => house.remove());

function run(...flags: readonly string[]): { readonly output: string; readonly status: number | null } {
  const command = ['tools/run.mjs', 'program.mjs', ...flags];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { cwd: house.path, encoding: 'utf8', env: terminal });
  return { output: stdout + stderr, status };
}

function makeLater(path: string): void {
  const soon = Date.now() / 1000 + 60;
  utimesSync(join(house.path, path), soon, soon);
}

const installs = 'Installerer det som mangler';

describe('a program run by our own Node', () => {
  it('is installed for first, and is given its arguments', () => {
    const first = run('tell', 'en', 'to');
    expect(first.output).toContain(installs);
    expect(first.output).toContain('yes tell,en,to');
    expect(run('tell').output).toBe('yes tell\n');
  });

  it('is not installed for again when the lock is newer but says the same', () => {
    makeLater('package-lock.json');
    expect(run('tell').output).toBe('yes tell\n');
  });

  it('is installed for again when the lock says something else', () => {
    house.write('package-lock.json', `${readFileSync(join(house.path, 'package-lock.json'), 'utf8')}\n`);
    makeLater('package-lock.json');
    expect(run('tell').output).toContain(installs);
    expect(run('tell').output).toBe('yes tell\n');
  });

  it('gives its exit code', () => {
    expect(run('fail').status).toBe(5);
  });

  it.each([
    ['SIGTERM', 7],
    ['SIGINT', 8],
  ] as const)('is told %s', async (signal, code) => {
    const child = spawn(process.execPath, ['tools/run.mjs', 'program.mjs', 'wait'], {
      cwd: house.path,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([code, null]);
  });

  it('is not run, with a clear text, when our Node does not start', () => {
    house.write('stand-ins/node/bin/node', '#!/bin/sh\nexit 127\n', 0o755);
    const { output, status } = run('tell');
    expect(output).toContain('Node som følger med, mangler eller lar seg ikke kjøre');
    expect(status).toBe(1);
  });
});
