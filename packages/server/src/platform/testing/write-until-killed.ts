import pg from 'pg';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';

/** A program of its own, to be killed: starts the server in the given folder and prints the number of each row once it is acknowledged. */
const [dataDir = '', durable = 'true'] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: durable === 'true' });
const client = new pg.Client({ connectionString: server.url });
client.on('error', () => undefined);
await client.connect();
await client.query('create table if not exists acknowledged (number int primary key)');
for (let number = 1; ; number++) {
  await client.query('insert into acknowledged values ($1)', [number]);
  process.stdout.write(`${number}\n`);
}
