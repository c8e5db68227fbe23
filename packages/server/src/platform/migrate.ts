import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type pg from 'pg';

const sourceFolder = join(import.meta.dirname, '..');

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/**
 * Brings the database up to this code: every `<context>/migrations/NNNN-name.sql` in the order of the names, each once.
 * Several processes may start at the same time: one migrates, the others wait. A file that was changed after it ran is refused.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const migrations = await readMigrations();
  const client = await pool.connect();
  try {
    // Creating a large index may take longer than a command may.
    await client.query('set transaction_timeout = 0; set idle_in_transaction_session_timeout = 0; select pg_advisory_lock(116117)');
    await client.query('create schema if not exists platform');
    await client.query(
      'create table if not exists platform.migration (name text primary key, hash text not null, ran_at timestamptz not null default now())',
    );
    const done = new Map(
      (await client.query<{ name: string; hash: string }>('select name, hash from platform.migration')).rows.map((row) => [
        row.name,
        row.hash,
      ]),
    );
    for (const migration of migrations) await runOnce(client, migration, done.get(migration.name));
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    // Its settings differ from the pool's.
    client.release(true);
  }
}

async function runOnce(client: pg.PoolClient, migration: Migration, ranAs: string | undefined): Promise<void> {
  if (ranAs === migration.hash) return;
  if (ranAs !== undefined) throw new Error(`Migreringen ${migration.name} er endret etter at den ble kjørt. Legg endringen i en ny fil.`);
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into platform.migration (name, hash) values ($1, $2)', [migration.name, migration.hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migreringen ${migration.name} feilet`, { cause: error });
  }
}

async function readMigrations(): Promise<readonly Migration[]> {
  const entries = await readdir(sourceFolder, { recursive: true });
  const files = entries.filter((path) => /(^|[\\/])migrations[\\/]\d{4}-[a-z0-9-]+\.sql$/.test(path));
  const ordered = files.toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1));
  return Promise.all(
    ordered.map(async (path) => {
      const sql = await readFile(join(sourceFolder, path), 'utf8');
      return { name: basename(path), sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
