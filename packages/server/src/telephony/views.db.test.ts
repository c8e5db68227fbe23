import { instant } from '@vakthavende/core/kernel';
import { silence } from '@vakthavende/core/telephony';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool, type Pool } from '../platform/database.ts';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { queueRows } from './views.ts';

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

const ringing = (name: string, { count, heardAgo }: { readonly count: number; readonly heardAgo: number }) =>
  pool.query(
    `insert into telephony.leg (call_id, leg_id, sequence, centre_id, status, active, offered_at, last_at, plain, subject)
     select $1 || '-' || n, 'l', 1, 'lvs-forde', 'ringing', true, $2, $2, '{}', 'nobody' from generate_series(1, $3) as n`,
    [name, new Date(now - heardAgo), count],
  );

it('whoever rings now is shown, however many calls have lost their end', async () => {
  await ringing('ghost', { count: 400, heardAgo: silence + 1 });
  await ringing('caller', { count: 1, heardAgo: 20_000 });
  const rows = await queueRows(pool, 'lvs-forde', now);
  expect(rows[0]?.call_id).toBe('caller-1');
  expect(rows).toHaveLength(300);
});
