import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines, runToEnd } from './run.ts';
import { EmbeddedPostgresError, texts } from './texts.nb.ts';
import { canEnter, placeForServer, type ServerUser } from './user.ts';

/**
 * The directory of the cluster: `postgres` in the data directory, or, where the server's user cannot come (root's own
 * folders), a folder under /var/lib to which `postgres` is then a symbolic link. The link is the record, also after a move.
 */
export async function placeCluster(dataDir: string, user: ServerUser | undefined, log: (line: string) => void): Promise<string> {
  const link = join(await realpath(dataDir), 'postgres');
  const existing = await realpath(link).catch(() => undefined);
  if (existing !== undefined) return existing;
  if (user === undefined) return link;
  await chmod(dataDir, 0o711);
  if (await canEnter(dataDir, user)) return link;
  const elsewhere = join(await placeForServer(), `data-${randomBytes(6).toString('hex')}`);
  await mkdir(elsewhere, { mode: 0o711 });
  await chmod(elsewhere, 0o711);
  const cluster = join(elsewhere, 'postgres');
  // initdb takes an empty directory; made now so that the link never points at nothing.
  await mkdir(cluster, { mode: 0o700 });
  await rm(link, { force: true });
  await symlink(cluster, link);
  log(texts.placedElsewhere(cluster));
  return cluster;
}

export interface Initialisation {
  readonly cluster: string;
  readonly user: ServerUser | undefined;
  readonly initdb: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

/**
 * Norwegian order (Aa as Å, Æ Ø Å last) comes from ICU; the C locale under it exists on every machine.
 * The name appears only when the cluster is whole: a process killed meanwhile leaves nothing that looks like data.
 */
export async function initialise({ cluster, user, initdb, passwordFile, logFile }: Initialisation): Promise<void> {
  const fresh = `${cluster}.new`;
  const passwordCopy = `${cluster}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  const password = `${randomBytes(24).toString('base64url')}\n`;
  for (const file of [passwordFile, passwordCopy]) await writeNew(file, password);
  if (user !== undefined) for (const path of [fresh, passwordCopy]) await chown(path, user.uid, user.gid);
  const flags = [
    ...[`--pgdata=${fresh}`, `--pwfile=${passwordCopy}`],
    ...['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
    ...['--locale-provider=icu', '--icu-locale=nb-NO', '--data-checksums'],
  ];
  const code = await runToEnd(initdb, flags, { user, logFile });
  await rm(passwordCopy, { force: true });
  if (code !== 0) throw new EmbeddedPostgresError(texts.initialisationFailed(logFile, await lastLines(logFile)));
  if (await isEmptyOrAbsent(cluster)) await rm(cluster, { recursive: true, force: true });
  await rename(fresh, cluster);
}

async function writeNew(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, text, { mode: 0o600, flag: 'wx' });
}

/** A directory with something in it that is no cluster is not ours to remove; the rename then fails and says so. */
async function isEmptyOrAbsent(path: string): Promise<boolean> {
  return stat(path).then(
    async () => (await readdir(path)).length === 0,
    () => true,
  );
}
