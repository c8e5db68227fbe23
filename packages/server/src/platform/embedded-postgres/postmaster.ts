import { execFile } from 'node:child_process';
import { readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, texts } from './texts.nb.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The lock file of a cluster: process, data directory, start, port, … one a line (PostgreSQL's miscadmin.h). */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

export function isAlive(pid: number): boolean {
  // kill(0) and negative numbers mean groups of processes.
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Process numbers are used again: only one that runs `postgres` on this cluster is ours. */
export async function isOurPostmaster(pid: number, cluster: string): Promise<boolean> {
  const command = await commandOf(pid);
  if (command === undefined || !/postgres$/.test(command[0] ?? '')) return false;
  // A postmaster stands in its data directory, which still tells when the checkout was moved under a running server.
  return command.includes(cluster) || (await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === cluster;
}

/** Program and arguments of a process; undefined when it is gone, or dead and not yet collected by its parent. */
export async function commandOf(pid: number): Promise<readonly string[] | undefined> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return text === '' ? undefined : text.split('\0');
  }
  // No way to tell spaces apart from ends of arguments here; the flags we look for are then still whole words in the usual case.
  const { stdout } = await promisify(execFile)('/bin/ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout === '' ? undefined : splitCommand(stdout.trim());
}

/** ` -D PATH -c ` are the flags that we start it with, so the path can be cut out even if it holds spaces. */
function splitCommand(line: string): readonly string[] {
  const [, program = line, cluster = ''] = /^(.*?postgres) -D (.*?) -c /.exec(line) ?? [];
  return [program, cluster];
}

/** Fast shutdown: clients are cut off, everything is written. Harder only when that takes too long; recovery then does the rest. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  for (const { signal, patience } of shutdowns) {
    if (!(await isRunning(cluster, pid))) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const end = Date.now() + patience; Date.now() < end; await sleep(10)) if (!(await isRunning(cluster, pid))) return;
  }
  throw new EmbeddedPostgresError(texts.cannotStop(pid));
}

const shutdowns = [
  { signal: 'SIGINT', patience: 30_000 },
  { signal: 'SIGQUIT', patience: 10_000 },
] as const;

/** A dead process that nobody collects (process 1 of many containers) still answers to kill, but has no command any more. */
async function isRunning(cluster: string, pid: number): Promise<boolean> {
  if (!isAlive(pid) || (await commandOf(pid)) === undefined) return false;
  const lock = await stat(join(cluster, 'postmaster.pid')).catch(() => undefined);
  return lock !== undefined || (await isOurPostmaster(pid, cluster));
}
