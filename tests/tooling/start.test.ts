import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, type House, terminal } from './house.ts';

/** Prints its flags, and writes down how it was told to stop. */
const server = `
import { writeFileSync } from 'node:fs';
const stop = (how: string) => { writeFileSync('stopped', how); process.exit(0); };
process.on('SIGTERM', () => stop('SIGTERM'));
process.on('disconnect', () => stop('disconnect'));
setInterval(() => {}, 1000);
console.log('address', process.argv.slice(2).join(' '));
`;

let house: House;
let running: ChildProcess | undefined;

beforeAll(() => {
  house = buildHouse();
  house.write('packages/server/src/main.ts', server);
  house.write('packages/web/index.html', 'first');
});

afterEach(() => running?.kill('SIGKILL'));

afterAll(() => house.remove());

interface Started {
  readonly child: ChildProcess;
  readonly output: string;
}

async function start(...flags: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, ['tools/start.mjs', ...flags], {
    cwd: house.path,
    env: terminal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let output = '';
  const ended = once(child, 'exit');
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      output += part;
    });
  while (!output.includes('address') && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), ended]);
  return { child, output };
}

function stoppedBy(): string | undefined {
  const path = join(house.path, 'stopped');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

describe('npm start', () => {
  it('builds the screens first, and hands its flags to the server', async () => {
    const { output, child } = await start('--quiet', '--port', '0');
    expect(output).toContain('Bygger skjermene');
    expect(output).toContain('address --quiet --port 0');
    expect(readFileSync(join(house.path, 'packages/web/dist/index.html'), 'utf8')).toBe('first');
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(stoppedBy()).toBe('SIGTERM');
  });

  it('prints nothing but the address the next time', async () => {
    expect((await start()).output).toBe('address \n');
  });

  it('builds again when a source is changed', async () => {
    house.write('packages/core/src/kernel/new.ts', 'export const changed = true;');
    house.write('packages/web/index.html', 'second');
    expect((await start()).output).toContain('Bygger skjermene');
    expect(readFileSync(join(house.path, 'packages/web/dist/index.html'), 'utf8')).toBe('second');
  });

  it('lets the server know when it is itself killed without warning', async () => {
    const { child } = await start();
    house.write('stopped', '');
    child.kill('SIGKILL');
    await expect.poll(stoppedBy, { timeout: 5000 }).toBe('disconnect');
  });

  it('says what is wrong, and leaves the old screens, when they cannot be built', async () => {
    house.write('packages/web/index.html', 'broken');
    const { output, child } = await start();
    expect(output).toContain('cannot read index.html');
    expect(child.exitCode).toBe(1);
    expect(readFileSync(join(house.path, 'packages/web/dist/index.html'), 'utf8')).toBe('second');
  });
});
