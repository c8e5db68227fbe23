import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { ServerUser } from './user.ts';

export interface RunOptions {
  readonly user: ServerUser | undefined;
  readonly logFile: string;
}

export interface Launched {
  readonly pid: number;
  readonly ended: Promise<void>;
  /** What it has written to the log since it was launched. */
  readonly said: () => Promise<string>;
}

/** Starts a program that outlives us if we are killed. */
export async function launch(program: string, flags: readonly string[], { user, logFile }: RunOptions): Promise<Launched> {
  const log = await openLog(logFile);
  const before = (await log.stat()).size;
  const child = spawn(program, flags, {
    ...settings(user, log),
    // Its own session: ctrl-c at the terminal reaches us alone, and we stop it when our last request is answered.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.unref();
  await log.close();
  const said = async (): Promise<string> => (await readFile(logFile)).subarray(before).toString().trim();
  return { pid: child.pid ?? 0, ended, said };
}

export async function runToEnd(program: string, flags: readonly string[], { user, logFile }: RunOptions): Promise<number> {
  const log = await openLog(logFile);
  const child = spawn(program, flags, settings(user, log));
  const code = await new Promise<number>((resolve) => {
    child.once('exit', (exit) => resolve(exit ?? 1));
    child.once('error', () => resolve(1));
  });
  await log.close();
  return code;
}

type Settings = {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdio: ['ignore', number, number];
  readonly uid?: number;
  readonly gid?: number;
};

function settings(user: ServerUser | undefined, log: FileHandle): Settings {
  return {
    // Our own working directory may be closed to the server's user.
    cwd: '/',
    env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' },
    // To a file, not a pipe: it goes on writing when we are killed.
    stdio: ['ignore', log.fd, log.fd],
    ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
  };
}

const largestLog = 5_000_000;

async function openLog(path: string): Promise<FileHandle> {
  const size = await stat(path).then(
    (file) => file.size,
    () => 0,
  );
  if (size > largestLog) await rename(path, `${path}.1`);
  return open(path, 'a', 0o600);
}

export async function lastLines(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-5).join('\n');
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has no port');
  return address.port;
}
