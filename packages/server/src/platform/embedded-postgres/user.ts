import { execFile } from 'node:child_process';
import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname, parse } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError, texts } from './texts.nb.ts';

/** The operating system's user that the server runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);

/** PostgreSQL refuses to run as root, so root lends it a user: one that exists for the purpose, or one made now. Others run it themselves. */
export async function findServerUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['vakthavende', 'postgres', '_postgres']) {
    const user = await lookUp(name);
    if (user !== undefined) return user;
  }
  // useradd on most distributions, adduser on the small ones.
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'vakthavende']).catch(() =>
    run('adduser', ['-S', '-H', '-D', 'vakthavende']).catch(() => undefined),
  );
  const made = await lookUp('vakthavende');
  if (made === undefined) throw new EmbeddedPostgresError(texts.noServerUser);
  return made;
}

async function lookUp(name: string): Promise<ServerUser | undefined> {
  const ask = async (flag: string): Promise<number> => Number((await run('id', [flag, name])).stdout);
  try {
    return { uid: await ask('-u'), gid: await ask('-g') };
  } catch {
    return undefined;
  }
}

/** Whether the user may pass through every directory down to and including this one. */
export async function canEnter(directory: string, user: ServerUser): Promise<boolean> {
  for (let path = directory; ; path = dirname(path)) {
    if (!(await mayUse(path, user, 1))) return false;
    if (path === parse(path).root) return true;
  }
}

/** `bits`: 4 to read, 1 to enter or execute, as in chmod. */
export async function mayUse(path: string, user: ServerUser, bits: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}

/** Where root keeps what the server's user must reach, when the checkout lies where it cannot come. */
export async function placeForServer(): Promise<string> {
  const path = '/var/lib/vakthavende';
  await mkdir(path, { recursive: true });
  await chmod(path, 0o755);
  return path;
}
