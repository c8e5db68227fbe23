import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf, isAlive } from './postmaster.ts';
import { EmbeddedPostgresError, texts } from './texts.nb.ts';

/**
 * Says in `owner.json` which process uses the directory, so that a second start does not take over a server that the first
 * still uses, and stop it under it. Answers with what gives it up.
 */
export async function claimDirectory(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'owner.json');
  const claim = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) });
  for (let attempt = 1; ; attempt++) {
    const taken = await writeFile(file, claim, { flag: 'wx', mode: 0o600 }).then(
      () => false,
      () => true,
    );
    if (!taken) break;
    const owner = await livingOwner(dataDir);
    if (owner !== undefined || attempt === 5) throw new EmbeddedPostgresError(texts.inUse(dataDir, owner));
    await rm(file, { force: true });
  }
  return async () => {
    if ((await readFile(file, 'utf8').catch(() => '')) === claim) await rm(file, { force: true });
  };
}

/** Process number of the living process that claimed the directory. */
export async function livingOwner(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'owner.json'), 'utf8').catch(() => '{}');
  const { pid, started } = parse(text);
  return isAlive(pid) && (await startOf(pid)) === started ? pid : undefined;
}

function parse(text: string): { readonly pid: number; readonly started: string } {
  try {
    const { pid, started } = JSON.parse(text) as { pid?: unknown; started?: unknown };
    return { pid: Number(pid), started: String(started) };
  } catch {
    return { pid: 0, started: '' };
  }
}

/** Tells a process from a later one with the same number: its start in clock ticks since boot on Linux, its command elsewhere. */
async function startOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return ((await commandOf(pid)) ?? []).join(' ');
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the name in brackets and may hold anything; the start is field 22 of proc(5).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}
