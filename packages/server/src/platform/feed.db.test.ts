import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Staff } from '@vakthavende/core/organisation';
import Fastify, { type FastifyInstance } from 'fastify';
import type { QueryConfig } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool, type Pool } from './database.ts';
import { compareCursors, cursorOf, Feed, type FeedRow, longestReplay } from './feed.ts';
import { feedRoutes } from './feed-routes.ts';
import { Journal } from './journal.ts';
import { createSealer } from './seal.ts';
import { type FeedReader, readFeed } from './testing/feed-reader.ts';
import { ordering, type RoomEvent, takeBed, type Ward, wardKind } from './testing/rooms.ts';
import { cloneDatabase, type TestDatabase } from './testing/template-database.ts';

let database: TestDatabase;
let pool: Pool;
let feed: Feed;
let app: FastifyInstance;
let url: string;
let databaseAway = false;
/** What the feed asks for waits for this, while it is set. */
let replayHeld: Promise<void> | undefined;
const readers: FeedReader[] = [];
const deafOnes: Socket[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  pool = createPool(database.url, { max: 8 });
  const query = async (asked: QueryConfig | string) => {
    if (databaseAway) throw new Error('away');
    // Only a replay asks for so many.
    if (typeof asked !== 'string' && asked.values?.[2] === longestReplay + 1) await replayHeld;
    return pool.query(asked as QueryConfig);
  };
  // All that the feed asks of a pool is to be asked.
  feed = new Feed({ query } as unknown as Pool);
  app = Fastify({ forceCloseConnections: true });
  // Who one is stands in a header: the units, with a plus between.
  const staff: Staff = { staffId: 'staff-1', name: 'Oppdikta', assignments: [] };
  const seen = (units: string): Staff => ({ ...staff, assignments: units.split('+').map((unit) => ({ role: 'operator', unit })) });
  feedRoutes(app, {
    feed,
    authenticate: async (request) => seen(String(request.headers['x-units'] ?? 'national')),
    audienceOf: async (person) => person.assignments.map((held) => held.unit),
  });
  await feed.start();
  url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/feed`;
});

beforeEach(() => {
  databaseAway = false;
  replayHeld = undefined;
});

afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});

afterAll(async () => {
  for (const deaf of deafOnes) deaf.destroy();
  feed?.stop();
  await app?.close();
  await pool?.end();
  await database?.drop();
});

async function listening(units = 'national', given: { readonly query?: string; readonly headers?: Record<string, string> } = {}) {
  const reader = await readFeed(url + (given.query ?? ''), { 'x-units': units, ...given.headers });
  readers.push(reader);
  return reader;
}

const sealer = createSealer(randomBytes(32));
let streams = 0;
const newStream = () => `ward:feed-${++streams}`;

async function write(stream: string, bed: string): Promise<void> {
  const journal = new Journal<Ward, RoomEvent>(wardKind, pool, sealer);
  const outcome = await journal.execute(ordering({ stream, decide: takeBed(`${stream.slice(5)}-${bed}`, 100) }));
  if (outcome.kind !== 'done') throw new Error(outcome.refusal.code);
}

/** An event written by hand, in the transaction of the one who asks. */
const insertSql = `insert into journal.event (stream, sequence, type, version, occurred_at, recorded_at, actor, command_id, units, subjects, data)
  values ($1, 1, 'bedFreed', 2, now(), now(), 'x', 'x', '{national-only}', '{}', '{"bed": "x"}')`;

describe('the live feed', () => {
  it('tells each event once, in one order, though transactions that began before go on while others commit', async () => {
    const told: FeedRow[] = [];
    const stop = feed.listen((rows) => told.push(...rows));
    const mine = Array.from({ length: 20 }, newStream);
    const slow = newStream();
    const holder = await pool.connect();
    await holder.query('begin');
    await holder.query(insertSql, [slow]);
    await Promise.all(mine.slice(0, 10).map((stream) => write(stream, 'a')));
    await pause(200);
    expect(told).toEqual([]);
    const rest = Promise.all(mine.slice(10).map((stream) => write(stream, 'a')));
    await holder.query('commit');
    holder.release();
    await rest;
    await expect.poll(() => told.length).toBe(21);
    await pause(150);
    stop();
    expect(told.map((row) => row.stream).toSorted()).toEqual([...mine, slow].toSorted());
    const cursors = told.map(cursorOf);
    expect(cursors).toEqual(cursors.toSorted(compareCursors));
    expect(told[0]?.stream).toBe(slow);
  });

  it('loses nothing and repeats nothing under writers who write for a while', async () => {
    const told: FeedRow[] = [];
    const stop = feed.listen((rows) => told.push(...rows));
    const mine = Array.from({ length: 8 }, newStream);
    const disturbing = Promise.all(
      [40, 90, 160].map(async (milliseconds) => {
        const client = await pool.connect();
        await client.query('begin; select pg_current_xact_id()');
        await pause(milliseconds);
        await client.query('rollback');
        client.release();
      }),
    );
    await Promise.all(
      mine.map(async (stream) => {
        for (let bed = 1; bed <= 15; bed += 1) await write(stream, String(bed));
      }),
    );
    await disturbing;
    await expect.poll(() => told.length).toBe(120);
    await pause(150);
    stop();
    for (const stream of mine) {
      const sequences = told.filter((row) => row.stream === stream).map((row) => row.sequence);
      expect(sequences).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    }
  });

  it('orders transactions by their number, not by its digits', async () => {
    const ids = [98, 99, 100, 101, 9, 10];
    for (const xid of ids)
      await pool.query(insertSql.replace('(stream,', '(xid, stream,').replace('($1,', `('${xid}'::xid8, $1,`), [`ward:number-${xid}`]);
    const rows = (await feed.since('8:0', '101:9999999')) ?? [];
    expect(rows.map((row) => Number(row.xid))).toEqual(ids.toSorted((a, b) => a - b));
    const newest = await pool.query<{ max: string }>('select max(xid)::text from journal.event');
    expect((await feed.newest()).split(':')[0]).toBe(newest.rows[0]?.max);
  });

  it.each(['Last-Event-ID', '?after'])('goes on where the screen was after a break, told by %s', async (how) => {
    const stream = newStream();
    const first = await listening();
    await write(stream, 'before');
    await first.until(() => first.highest()[stream] === 1);
    const cursor = first.lastEventId();
    first.close();
    await write(stream, 'away');
    await write(newStream(), 'away');
    const again = await listening('national', how === '?after' ? { query: `?after=${cursor}` } : { headers: { 'last-event-id': cursor } });
    await again.until(() => Object.keys(again.highest()).length === 2);
    expect(again.changes().filter(([name]) => name === stream)).toEqual([[stream, 2, expect.anything()]]);
    await write(stream, 'after');
    await again.until(() => again.highest()[stream] === 3);
  });

  it('holds what happens while the past is told until that is told, then says where to go on from', async () => {
    const [before, meanwhile] = [newStream(), newStream()];
    const cursor = feed.cursor;
    await write(before, 'a');
    await expect.poll(async () => feed.cursor === (await feed.newest()), { timeout: 5_000 }).toBe(true);
    const held = Promise.withResolvers<void>();
    replayHeld = held.promise;
    const reader = await listening('national', { query: `?after=${cursor}` });
    await write(meanwhile, 'a');
    await expect.poll(async () => feed.cursor === (await feed.newest()), { timeout: 5_000 }).toBe(true);
    await pause(100);
    expect(reader.events.map((each) => each.event)).toEqual(['hello']);
    held.resolve();
    await reader.until(() => reader.events.some((each) => each.event === 'alive'));
    expect(reader.changes().map(([stream]) => stream)).toEqual([before, meanwhile]);
    expect(reader.events.at(-1)).toMatchObject({ event: 'alive', data: feed.cursor });
  });

  it('tells a screen that has been away too long to ask for everything anew', async () => {
    const cursor = feed.cursor;
    await pool.query(
      `insert into journal.event (stream, sequence, type, version, occurred_at, recorded_at, actor, command_id, units, subjects, data)
       select 'ward:many-' || n, 1, 'bedFreed', 2, now(), now(), 'x', 'x', '{many}', '{}', '{"bed": "x"}' from generate_series(1, $1) as n`,
      [longestReplay + 1],
    );
    await expect.poll(() => compareCursors(feed.cursor, cursor), { timeout: 5_000 }).toBe(1);
    await expect.poll(async () => feed.cursor === (await feed.newest()), { timeout: 5_000 }).toBe(true);
    const reader = await listening('national', { query: `?after=${cursor}` });
    await reader.until(() => reader.events.some((each) => each.event === 'reset'));
    expect(reader.changes()).toEqual([]);
    expect(reader.lastEventId()).toBe(feed.cursor);
  });

  it.each(['nonsense', '99999999999999999999:1', '1:9999999999999999999', "1:1'--"])(
    'answers a cursor that is none (%s) with everything anew',
    async (after) => {
      const reader = await listening('national', { query: `?after=${encodeURIComponent(after)}` });
      await reader.until(() => reader.events.some((each) => each.event === 'reset'));
      const stream = newStream();
      await write(stream, 'a');
      await reader.until(() => reader.highest()[stream] === 1);
    },
  );

  it('never tells a person of other units’ streams, neither live nor after a break', async () => {
    const [theirs, others] = [newStream(), newStream()];
    const cursor = feed.cursor;
    const live = await listening(`unit-${theirs.slice(5)}-a`);
    await write(others, 'a');
    await write(theirs, 'a');
    await live.until(() => live.changes().length > 0);
    const replayed = await listening(`unit-${theirs.slice(5)}-a`, { query: `?after=${cursor}` });
    await replayed.until(() => replayed.changes().length > 0);
    for (const reader of [live, replayed]) expect(reader.changes().map(([stream]) => stream)).toEqual([theirs]);
  });

  it('ends with the session, and follows the roles that a person has by now', async () => {
    let units: string | undefined = 'before';
    const held = (): Staff | undefined =>
      units === undefined ? undefined : { staffId: 's', name: 'Oppdikta', assignments: [{ role: 'operator', unit: units }] };
    const other = Fastify({ forceCloseConnections: true });
    feedRoutes(other, {
      feed,
      authenticate: async () => held(),
      audienceOf: async (staff) => staff.assignments.map(({ unit }) => unit),
      heartbeat: 50,
    });
    const reader = await readFeed(`${await other.listen({ port: 0, host: '127.0.0.1' })}/api/feed`);
    const [first, second] = [newStream(), newStream()];
    units = `unit-${second.slice(5)}-a`;
    await pause(200);
    await write(first, 'a');
    await write(second, 'a');
    await reader.until(() => reader.changes().length > 0);
    expect(reader.changes().map(([stream]) => stream)).toEqual([second]);
    units = undefined;
    await reader.ended;
    await other.close();
  });

  it('ends the stream of a screen that it could not tell what it missed, so that it comes again', async () => {
    const cursor = feed.cursor;
    await write(newStream(), 'a');
    databaseAway = true;
    // Cut off before or after the greeting: either way it is not left believing that it has heard everything.
    const end = await listening('national', { query: `?after=${cursor}` }).then(
      async (reader) => {
        await reader.ended;
        return reader.changes();
      },
      () => [],
    );
    expect(end).toEqual([]);
  });

  it('goes on from the same place when the database was away for a moment', async () => {
    const reader = await listening();
    databaseAway = true;
    const stream = newStream();
    await write(stream, 'a');
    await pause(200);
    expect(reader.changes()).toEqual([]);
    databaseAway = false;
    await reader.until(() => reader.highest()[stream] === 1);
  });

  it('lets go of a screen that does not read, and tells the others', async () => {
    const reading = await listening('heavy');
    const { hostname, port } = new URL(url);
    const deaf = connect(Number(port), hostname);
    deafOnes.push(deaf);
    deaf.pause();
    const gone = new Promise((resolve) => deaf.once('close', resolve));
    deaf.on('error', () => undefined);
    deaf.write(`GET /api/feed HTTP/1.1\r\nhost: ${hostname}\r\nx-units: heavy\r\n\r\n`);
    for (let round = 0; round < 12; round += 1) {
      await pool.query(
        `insert into journal.event (stream, sequence, type, version, occurred_at, recorded_at, actor, command_id, units, subjects, data)
         select 'ward:' || $1 || '-' || n || repeat('x', 1000), 1, 'bedFreed', 2, now(), now(), 'x', 'x', '{heavy}', '{}', '{"bed": "x"}'
         from generate_series(1, 1500) as n`,
        [round],
      );
      await expect.poll(async () => feed.cursor === (await feed.newest()), { timeout: 5_000 }).toBe(true);
    }
    deaf.resume();
    await gone;
    await reading.until(() => Object.keys(reading.highest()).length === 12 * 1500);
  });
});
