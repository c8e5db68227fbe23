import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool, databaseCode, type Pool } from './database.ts';
import { cloneDatabase, type TestDatabase } from './testing/template-database.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await cloneDatabase();
  pool = createPool(database.url, { max: 2, transactionTimeout: 200 });
});
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

// Without a listener on a connection that is lent out, its end is an uncaught error, and that ends the process.
it('a connection that the database ends while it is lent out fails its next query, and nothing else', async () => {
  const client = await pool.connect();
  await client.query('begin');
  await pause(600);
  const failed = await client.query('select 1').then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failed).toBeInstanceOf(Error);
  expect(databaseCode(failed)).not.toBe('23505');
  client.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
