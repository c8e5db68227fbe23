import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

export interface ServerProcess {
  readonly url: string;
  readonly exchangeKey: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  /** Holds the embedded PostgreSQL with fsync and synchronous_commit on, as `npm start` has it. */
  readonly dataDir: string;
  /** Microseconds; stands for a synchronous replica. */
  readonly commitDelay?: number;
  /** Where the server writes its CPU profile when it stops. */
  readonly profileTo?: string | undefined;
}

/** The server as `npm start -- --quiet` starts it, on a free port, in a process of its own. */
export async function startServer({ dataDir, commitDelay, profileTo }: ServerOptions): Promise<ServerProcess> {
  const profile = profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`];
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [...profile, join(root, 'packages/server/src/main.ts'), '--quiet', '--port', '0'], {
    env: {
      PATH,
      HOME,
      VAKTHAVENDE_DATA: dataDir,
      ...(commitDelay === undefined ? {} : { VAKTHAVENDE_COMMIT_DELAY: String(commitDelay) }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  const secrets: unknown = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'));
  return {
    url,
    exchangeKey: String((secrets as { readonly exchangeKey?: unknown }).exchangeKey),
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** In the given folder, which stays, or in a temporary one. */
export async function withDataDir<T>(given: string | undefined, work: (dataDir: string) => Promise<T>): Promise<T> {
  if (given !== undefined) return work(given);
  const dataDir = await mkdtemp(join(tmpdir(), 'vakthavende-bench-'));
  try {
    return await work(dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += part.toString();
      const url = /er klar: (http:\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}
