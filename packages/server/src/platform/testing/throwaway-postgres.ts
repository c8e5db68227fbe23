import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livingOwner } from '../embedded-postgres/owner.ts';
import { isOurPostmaster, readPostmaster, stopPostmaster } from '../embedded-postgres/postmaster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres.ts';

const prefix = 'vakthavende-test-';

/** A cluster of our own in a temporary directory, without fsync, gone with its data when stopped. About a second. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), prefix));
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: false });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...server, stop };
}

/** What a killed test run left behind. Another run's cluster has a living owner, or none yet while it is a few moments old. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const dataDir = join(tmpdir(), name);
    if (!name.startsWith(prefix) || (await livingOwner(dataDir)) !== undefined) continue;
    const cluster = join(dataDir, 'postgres');
    const server = await readPostmaster(cluster);
    if (server === undefined) continue;
    if (await isOurPostmaster(server.pid, cluster)) await stopPostmaster(cluster, server.pid);
    await rm(dataDir, { recursive: true, force: true });
  }
}
