import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from './template-database.ts';

describe('a database for a test file', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([cloneDatabase(), cloneDatabase()]);
  });

  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()]);
  });

  it('holds nothing of another one', async () => {
    await first.pool.query('create table only_here (id int)');
    const { rows } = await second.pool.query(`select to_regclass('only_here') as found`);
    expect(rows).toEqual([{ found: null }]);
  });

  it('orders as Norwegians do', async () => {
    const { rows } = await first.pool.query<{ name: string }>(
      `select name from unnest(array['Ås', 'Zulu', 'Østby', 'Bø', 'Ærfugl', 'Aas', 'Åre']) as name order by name`,
    );
    expect(rows.map((row) => row.name)).toEqual(['Bø', 'Zulu', 'Ærfugl', 'Østby', 'Åre', 'Ås', 'Aas']);
  });

  it('is written to by a role that is no superuser', async () => {
    const { rows } = await first.pool.query('select rolsuper from pg_roles where rolname = current_user');
    expect(rows).toEqual([{ rolsuper: false }]);
  });
});
