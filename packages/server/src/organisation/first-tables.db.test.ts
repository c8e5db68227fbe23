import { localDate, osloInstant } from '@vakthavende/core/kernel';
import { servedBy } from '@vakthavende/core/organisation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { createRegisters } from './registers.ts';

/** What an installation has that imported the list before the register knew time. */
const before = `
  insert into organisation.batch (list, source_name, file_sha256, read_sha256, records, activated_at)
    values ('helsenorge-2013', 'liste.json', repeat('0', 64), repeat('1', 64), 0, now());
  insert into organisation.place (batch, id, municipality, source) select id, '1428', '1428', 'test' from organisation.batch;
  insert into organisation.service (batch, id, name, phones, comment, source)
    select id, 'hn-sunnfjord', 'Sunnfjord legevakt', '{57000000}', 'Ring først', 'test' from organisation.batch;
  insert into organisation.service_place (batch, service, place, source) select id, 'hn-sunnfjord', '1428', 'test' from organisation.batch;
  insert into organisation.service_window (batch, service, from_minute, to_minute) select id, 'hn-sunnfjord', 930, 1920 from organisation.batch;
  update organisation.list set current_batch = (select id from organisation.batch), version = 3 where id = 'helsenorge-2013';`;

describe('a list that stands in the first tables', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await cloneDatabase();
    await db.pool.query(before);
  });
  afterAll(() => db.drop());

  it('is carried over once, by whichever process asks first, and goes on in the numbers of today', async () => {
    const [first, second] = await Promise.all([0, 1].map(() => createRegisters(db.pool, { freshFor: 0 }).of('helsenorge-2013')));
    const at = (date: string) => osloInstant(localDate(date), 20 * 60);
    expect(first && servedBy(first, '1428', at('2013-03-11'))).toMatchObject({
      kind: 'served',
      services: [{ id: 'hn-sunnfjord', comment: 'Ring først' }],
    });
    expect(second && servedBy(second, '4645', at('2026-11-23'))).toMatchObject({ kind: 'served' });
    const { rows } = await db.pool.query('select actor, version, added from register.edit');
    expect(rows).toEqual([{ actor: 'import:first-tables', version: 4, added: 1 }]);
  });
});
