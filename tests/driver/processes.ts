import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const exchangeKey = 'the-exchange-of-this-test';

export interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly complaints: () => string;
  /** Politely; answers how many milliseconds it took. */
  readonly stop: () => Promise<number>;
}

export function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [join(root, program), ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  child.stderr.on('data', (part) => {
    complaints += part;
  });
  const ended = once(child, 'close');
  const stop = async () => {
    const began = performance.now();
    child.kill('SIGTERM');
    await ended;
    return performance.now() - began;
  };
  return { child, output: () => output, complaints: () => complaints, stop };
}

export interface Server extends Running {
  readonly url: string;
}

/** The server as `npm start -- --quiet` runs it, on a database of the test. */
export async function startServer(databaseUrl: string, dataDir: string, port = 0): Promise<Server> {
  const running = run('packages/server/src/main.ts', ['--quiet', '--port', String(port)], {
    DATABASE_URL: databaseUrl,
    VAKTHAVENDE_DATA: dataDir,
    VAKTHAVENDE_EXCHANGE_KEYS: exchangeKey,
  });
  for (;;) {
    const url = /er klar: (http:\S+)/.exec(running.output())?.[1];
    if (url !== undefined) return { ...running, url };
    if (running.child.exitCode !== null) throw new Error(running.complaints());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function playEvening(server: Server, speed: number): Running {
  const env = { VAKTHAVENDE_URL: server.url, VAKTHAVENDE_EXCHANGE_KEY: exchangeKey };
  return run('packages/driver/src/evening.ts', ['--speed', String(speed), '--seed', 'test'], env);
}

export async function temporaryFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'vakthavende-evening-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
