import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPool, type Pool } from '../platform/database.ts';
import { placeCluster } from '../platform/embedded-postgres/cluster.ts';
import { serverUrl } from '../platform/embedded-postgres/database.ts';
import { livingOwner } from '../platform/embedded-postgres/owner.ts';
import { readPostmaster } from '../platform/embedded-postgres/postmaster.ts';
import { findServerUser } from '../platform/embedded-postgres/user.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { migrate } from '../platform/migrate.ts';

export interface CommandDatabase {
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

export interface WhichDatabase {
  /** The operator's own. */
  readonly url: string | undefined;
  /** Where the embedded one keeps its data. */
  readonly dataDir: string;
}

/** For a command beside the application: the operator's database, or the embedded one, which may be running already or not. */
export async function openDatabase({ url, dataDir }: WhichDatabase): Promise<CommandDatabase> {
  const known = url ?? (await runningUrl(dataDir));
  const embedded = known === undefined ? await startEmbeddedPostgres({ dataDir, log: () => undefined }) : undefined;
  const pool = createPool(known ?? embedded?.url ?? '', { max: 2 });
  const close = async () => {
    await pool.end();
    await embedded?.stop();
  };
  try {
    await migrate(pool);
  } catch (error) {
    await close();
    throw error;
  }
  return { pool, close };
}

/** The address of the embedded server while the application uses it. */
async function runningUrl(dataDir: string): Promise<string | undefined> {
  if ((await livingOwner(dataDir)) === undefined) return undefined;
  const cluster = await placeCluster(dataDir, await findServerUser(), () => undefined);
  const server = await readPostmaster(cluster);
  if (!server) return undefined;
  const password = await readFile(join(dataDir, 'postgres-password'), 'utf8');
  return serverUrl(server.port, password.trim());
}
