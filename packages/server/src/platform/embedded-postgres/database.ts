import { realpath } from 'node:fs/promises';
import pg from 'pg';

const name = 'vakthavende';

export function serverUrl(port: number, password: string): string {
  return `postgresql://${name}:${password}@127.0.0.1:${port}/${name}`;
}

/** The name that the server at this port calls itself, if it takes our password and serves this directory; throws otherwise. */
export async function checkServer(port: number, password: string, cluster: string): Promise<string> {
  return asSuperuser(port, password, async (client) => {
    const { rows } = await client.query<{ directory: string; name: string }>(
      `select current_setting('data_directory') as directory, current_setting('cluster_name') as name`,
    );
    const [row] = rows;
    if (row === undefined || (await realpath(row.directory)) !== (await realpath(cluster))) throw new Error('another cluster');
    return row.name;
  });
}

/** The program's own role and database. Each step is asked for first, so that a start killed half-way is completed by the next. */
export async function prepareDatabase(port: number, password: string): Promise<void> {
  await asSuperuser(port, password, async (client) => {
    const roles = await client.query('select from pg_roles where rolname = $1', [name]);
    if (roles.rowCount === 0) await client.query(`create role ${name} login createdb password ${client.escapeLiteral(password)}`);
    // The benchmark stands in for a synchronous replica with these; an ordinary role may not set them.
    await client.query(`grant set on parameter commit_delay, commit_siblings to ${name}`);
    const databases = await client.query('select from pg_database where datname = $1', [name]);
    if (databases.rowCount === 0) await client.query(`create database ${name} owner ${name}`);
  });
}

async function asSuperuser<Result>(port: number, password: string, ask: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  // A server that stops while we ask tells so twice; the rejected query is the one that counts.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
