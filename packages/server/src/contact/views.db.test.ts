import { instant } from '@vakthavende/core/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool, type Pool } from '../platform/database.ts';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { unitRows } from './views.ts';

let database: TestDatabase;
let pool: Pool;
const now = instant(Date.UTC(2026, 2, 11, 2, 0));

beforeAll(async () => {
  database = await cloneDatabase();
  pool = createPool(database.url);
});

afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

/** So many contacts of a clinic, opened one minute after the other from `hoursAgo` on. */
const contacts = (name: string, status: string, { count, hoursAgo }: { readonly count: number; readonly hoursAgo: number }) =>
  pool.query(
    `insert into contact.row (contact_id, sequence, units, status, active, opened_at, search, plain, sealed, subject)
     select $1 || '-' || n, 1, '{lv-forde}', $2, true, $3::timestamptz + n * interval '1 minute', '{}', '{}', '', 'nobody' from generate_series(1, $4) as n`,
    [name, status, new Date(now - hoursAgo * 3_600_000), count],
  );

it('whoever came just now is on the list, however many old contacts nobody has finished', async () => {
  await contacts('forgotten-task', 'closed', { count: 600, hoursAgo: 200 });
  await contacts('waiting', 'waiting', { count: 3, hoursAgo: 1 });
  const listed = async () => (await unitRows(pool, 'lv-forde', now)).map((row) => row.contact_id);
  expect((await listed()).slice(-3)).toEqual(['waiting-1', 'waiting-2', 'waiting-3']);
  await contacts('left-open', 'assessing', { count: 600, hoursAgo: 100 });
  await contacts('red', 'assessing', { count: 1, hoursAgo: 0.5 });
  expect((await listed()).slice(-4)).toEqual(['waiting-1', 'waiting-2', 'waiting-3', 'red-1']);
  expect(await listed()).toHaveLength(500);
});
