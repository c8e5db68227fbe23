import { randomBytes } from 'node:crypto';
import type { QueryConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool, type Pool } from './database.ts';
import { Journal } from './journal.ts';
import { createSealer, sealValue } from './seal.ts';
import { journalContract } from './testing/journal-contract.ts';
import { ordering, type RoomEvent, takeBed, type Ward, wardKind } from './testing/rooms.ts';
import { cloneDatabase, type TestDatabase } from './testing/template-database.ts';

const sealer = createSealer(randomBytes(32));
let database: TestDatabase;
let pools: readonly [Pool, Pool];

beforeAll(async () => {
  database = await cloneDatabase();
  pools = [createPool(database.url, { max: 4 }), createPool(database.url, { max: 4 })];
});

afterAll(async () => {
  await Promise.all((pools ?? []).map((pool) => pool.end()));
  await database?.drop();
});

const journalOn = (pool: Pool) => new Journal<Ward, RoomEvent>(wardKind, pool, sealer);

/** Only a superuser past the triggers may empty a journal: the test's own database, between tests. */
async function empty(): Promise<void> {
  await database.pool.query(
    `alter table journal.event disable trigger append_only; truncate journal.event, journal.command, keys.subject_key;
     alter table journal.event enable trigger append_only`,
  );
}

journalContract('in the database', async () => {
  await empty();
  return {
    store: journalOn(pools[0]),
    elsewhere: journalOn(pools[1]),
    plant: async (stream, { event, sequence, occurredAt, recordedAt, actor }) => {
      const { type, ...data } = event;
      await database.pool.query(
        `insert into journal.event (stream, sequence, type, version, occurred_at, recorded_at, actor, command_id, units, subjects, data)
         values ($1, $2, $3, 1, $4, $5, $6, 'old', '{}', '{}', $7)`,
        [stream, sequence, type, new Date(occurredAt).toISOString(), new Date(recordedAt).toISOString(), actor, data],
      );
    },
  };
});

describe('the journal as it lies in the database', () => {
  const store = () => journalOn(pools[0]);

  it('cannot be changed, shortened or emptied', async () => {
    await empty();
    await store().execute(ordering({ decide: takeBed('a') }));
    for (const change of ["update journal.event set actor = 'someone'", 'delete from journal.event', 'truncate journal.event'])
      await expect(database.pool.query(change)).rejects.toThrow(/append only/);
    await expect(database.pool.query("update contact.access_log set purpose = 'x'")).rejects.toThrow(/append only/);
    await expect(database.pool.query('delete from contact.access_log')).rejects.toThrow(/append only/);
  });

  it('holds what is sealed in no readable form, and each subject’s with a key of its own', async () => {
    await empty();
    await store().execute(ordering({ decide: takeBed('a') }));
    await store().execute(ordering({ decide: takeBed('b') }));
    const { rows } = await database.pool.query<{ text: string; subjects: string[] }>(
      'select data::text as text, subjects from journal.event order by sequence',
    );
    expect(rows.map((row) => row.subjects)).toEqual([['bed-a'], ['bed-b']]);
    expect(rows.map((row) => row.text).join()).not.toMatch(/about [ab]|note [ab]/);
    expect((await database.pool.query('select distinct wrapped from keys.subject_key')).rowCount).toBe(2);
  });

  it.each([
    ['erased', "set state = 'erased', wrapped = null"],
    ['locked', "set state = 'locked'"],
  ])('shows a subject whose key is %s as erased, and keeps the rest whole', async (_, change) => {
    await empty();
    await store().execute(ordering({ decide: takeBed('a') }));
    await store().execute(ordering({ decide: takeBed('b') }));
    await database.pool.query(`update keys.subject_key ${change} where subject = 'bed-a'`);
    const { state, sequence } = await store().load('ward:1');
    expect(sequence).toBe(2);
    expect(state.beds).toEqual([
      { bed: 'a', about: '[slettet]', note: '[slettet]' },
      { bed: 'b', about: 'about b', note: 'note b' },
    ]);
  });

  it('opens again what was locked', async () => {
    await empty();
    await store().execute(ordering({ decide: takeBed('a') }));
    await database.pool.query("update keys.subject_key set state = 'locked'");
    await database.pool.query("update keys.subject_key set state = 'active'");
    expect((await store().load('ward:1')).state.beds[0]?.about).toBe('about a');
  });

  it('refuses by name to write about one whose key is gone, and goes on with what names nobody', async () => {
    await empty();
    await store().execute(ordering({ decide: takeBed('a') }));
    await database.pool.query("update keys.subject_key set state = 'erased', wrapped = null");
    const freed = () => ({ accepted: true as const, events: [{ type: 'bedFreed' as const, bed: 'a' }] });
    expect(await store().execute(ordering({ decide: freed }))).toMatchObject({ kind: 'done', sequence: 2 });
    expect(await store().execute(ordering({ decide: takeBed('a') }))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'person-closed' },
    });
    expect((await store().load('ward:1')).sequence).toBe(2);
  });

  it('does not open a sealed value that was moved to another place, even of the same subject', async () => {
    await empty();
    await store().execute(ordering({ decide: takeBed('a') }));
    await database.pool.query(
      `insert into journal.event (stream, sequence, type, version, occurred_at, recorded_at, actor, command_id, units, subjects, data)
       select 'ward:2', sequence, type, version, occurred_at, recorded_at, actor, 'moved', units, subjects, data from journal.event`,
    );
    await expect(store().load('ward:2')).rejects.toThrow();
    expect((await store().load('ward:1')).state.beds[0]?.about).toBe('about a');
  });

  it('does not open one field’s value in another’s place', async () => {
    await empty();
    const { key, wrapped } = sealer.newKey();
    await database.pool.query("insert into keys.subject_key (subject, wrapped) values ('bed-x', $1)", [wrapped]);
    const planted = (place: string) => ({ bed: 'x', about: { $subject: 'bed-x', $sealed: sealValue(key, 'secret', place) }, by: {} });
    const plant = (stream: string, data: object) =>
      database.pool.query(
        `insert into journal.event (stream, sequence, type, version, occurred_at, recorded_at, actor, command_id, units, subjects, data)
         values ($1, 1, 'bedTaken', 2, now(), now(), 'x', 'x', '{}', '{bed-x}', $2)`,
        [stream, data],
      );
    await plant('ward:right', planted('ward:right bedTaken.about'));
    await plant('ward:wrong', planted('ward:wrong bedTaken.by.note'));
    expect((await store().load('ward:right')).state.beds[0]?.about).toBe('secret');
    await expect(store().load('ward:wrong')).rejects.toThrow();
  });

  it('tells a unit that the stream leaves, so that its screens can take it away', async () => {
    await empty();
    await store().execute(ordering({ decide: takeBed('a') }));
    const moved = () => ({
      accepted: true as const,
      events: [
        { type: 'bedFreed' as const, bed: 'a' },
        { type: 'bedTaken' as const, bed: 'b', by: {} },
      ],
    });
    await store().execute(ordering({ decide: moved }));
    const { rows } = await database.pool.query<{ units: string[] }>('select units from journal.event where sequence > 1');
    expect(rows).toEqual([{ units: ['unit-a', 'unit-b'] }, { units: ['unit-a', 'unit-b'] }]);
  });

  it('does not write an older row over a newer one when a command brings no news', async () => {
    await empty();
    await database.pool.query('create table public.ward_row (stream text primary key, beds int)');
    const kind = {
      ...wardKind,
      name: 'ward-row',
      projections: [
        {
          sql: (rows: string) => `insert into public.ward_row select * from jsonb_to_recordset(${rows}::jsonb) as x(stream text, beds int)
            on conflict (stream) do update set beds = excluded.beds`,
          rows: ({ stream, after }: { readonly stream: string; readonly after: Ward }) => [{ stream, beds: after.beds.length }],
        },
      ],
    };
    const quick = new Journal<Ward, RoomEvent>(kind, pools[0], sealer);
    await quick.execute(ordering({ decide: takeBed('a') }));
    const held = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    // Stops between reading and writing, as a process may.
    const query = async (asked: QueryConfig) => {
      if (asked.name?.startsWith('write-ward-row')) {
        reached.resolve();
        await held.promise;
      }
      return pools[1].query(asked);
    };
    // All that the journal asks of a pool is to be asked.
    const slow = new Journal<Ward, RoomEvent>(kind, { query } as unknown as Pool, sealer);
    const noNews = slow.execute(ordering({ decide: takeBed('a') }));
    await reached.promise;
    await quick.execute(ordering({ decide: takeBed('b') }));
    held.resolve();
    expect(await noNews).toMatchObject({ kind: 'done', repeated: false });
    expect((await database.pool.query('select beds from public.ward_row')).rows).toEqual([{ beds: 2 }]);
  });
});
