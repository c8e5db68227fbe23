import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connects to the template; its server is the throwaway cluster of this test run. */
    readonly templateUrl: string;
  }
}

/** A database for one test file, migrated, empty of everything else. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly drop: () => Promise<void>;
}

/** In `beforeAll`: a clone of the template takes about 50 ms, so that each file has its own and files can run side by side. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onMaintenance(template, (client) => client.query(`create database ${name} template ${template.pathname.slice(1)}`));
  const url = sibling(template, name).href;
  const pool = new pg.Pool({ connectionString: url, max: 5 });
  // Clients cut off while a test stops its server are no failure of the test.
  pool.on('error', () => undefined);
  const drop = async (): Promise<void> => {
    await pool.end();
    await onMaintenance(template, (client) => client.query(`drop database ${name} with (force)`));
  };
  return { url, pool, drop };
}

/** Called once in a test run: makes the template from all migrations, and answers with its address. */
export async function createTemplate(serverUrl: string): Promise<string> {
  const server = new URL(serverUrl);
  const template = sibling(server, 'template_of_tests');
  await onMaintenance(server, (client) => client.query('create database template_of_tests'));
  const pool = new pg.Pool({ connectionString: template.href });
  const { migrate } = await import('../migrate.ts');
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
  return template.href;
}

function sibling(url: URL, name: string): URL {
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  return copy;
}

/** A database is cloned or dropped from a third one, which nobody clones. */
async function onMaintenance(url: URL, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: sibling(url, 'postgres').href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
