import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Killable {
  readonly process: ChildProcess;
  /** Resolves when this many rows are acknowledged. */
  readonly reached: (count: number) => Promise<void>;
  /** The last number that it had been told was safe. */
  readonly acknowledged: () => number;
  readonly kill: () => Promise<void>;
}

interface Options {
  readonly dataDir: string;
  readonly durable?: boolean;
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** The program of write-until-killed.ts in a process of its own. */
export function startWriting({ dataDir, durable = true, user }: Options): Killable {
  const program = join(import.meta.dirname, 'write-until-killed.ts');
  const child = spawn(process.execPath, [program, dataDir, String(durable)], { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/', ...user });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  child.stderr.on('data', (part) => {
    complaints += part;
  });
  const exited = once(child, 'exit');
  // A line cut off by the kill was not acknowledged to anybody.
  const acknowledged = (): number => Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1));
  const reached = async (count: number): Promise<void> => {
    while (acknowledged() < count) {
      if (child.exitCode !== null) throw new Error(complaints);
      await Promise.race([once(child.stdout, 'data'), exited]);
    }
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  return { process: child, reached, acknowledged, kill };
}
