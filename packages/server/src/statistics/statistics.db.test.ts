import { instant, type LocalDate, localDate, minute, osloDay } from '@vakthavende/core/kernel';
import { figureOf, figures } from '@vakthavende/core/statistics';
import { type CallEvent, type CallState, type ExchangeEvent, evolveCall, noCall } from '@vakthavende/core/telephony';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asExpected } from '../../../../tests/evening/as-expected.ts';
import { evening } from '../../../../tests/evening/evening.ts';
import { expected } from '../../../../tests/evening/expected.ts';
import type { Change } from '../platform/journal.ts';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { callFactProjections } from './fact-projections.ts';
import { settle, startSettling } from './settle.ts';
import { figureRowsOf, figuresOf } from './views.ts';

const day = localDate('2026-03-11');
const forde = 'lvs-forde';
let database: TestDatabase;
let calls: Map<string, CallState>;

beforeAll(async () => {
  database = await cloneDatabase();
});

afterAll(async () => {
  await database.drop();
});

beforeEach(async () => {
  calls = new Map();
  await database.pool.query('truncate statistics.call_fact, statistics.contact_fact, statistics.day_mark, statistics.day_partial');
});

/** What the journal does in a command's statement, for the facts alone. */
async function happen(event: ExchangeEvent | CallEvent, callId = 'kind' in event ? event.callId : 'c1'): Promise<void> {
  const before = calls.get(callId) ?? noCall(callId);
  const after = evolveCall(before, 'kind' in event ? { type: 'exchangeReported', exchange: withHash(event) } : event);
  calls.set(callId, after);
  // The projections of facts look at nothing but the two states.
  const change = { before, after } as Change<CallState>;
  const parts = callFactProjections.map((projection, i) => `p${i} as (${projection.sql(`$${i + 1}`)})`);
  await database.pool.query(
    `with ${parts.join(', ')} select 1`,
    callFactProjections.map((projection) => JSON.stringify(projection.rows(change))),
  );
}

function withHash(event: ExchangeEvent): ExchangeEvent {
  return event.kind === 'offered' && event.callerNumber ? { ...event, callerHash: `hash of ${event.callerNumber}` } : event;
}

function at(clock: string) {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return instant(osloDay(day).from + (hours * 60 + minutes) * minute + seconds * 1000);
}

const report = (kind: 'ringing' | 'answered', clock: string, callId = 'c1'): ExchangeEvent => ({
  kind,
  eventId: `${callId}-${kind}-${clock}`,
  callId,
  legId: `${callId}-1`,
  occurredAt: at(clock),
});
const offered = (clock: string, callId = 'c1', callerHash?: string): ExchangeEvent => ({
  ...report('ringing', clock, callId),
  eventId: `${callId}-offered-${clock}`,
  kind: 'offered',
  centreId: forde,
  dialled: '116117',
  callerHash,
});

const next = (date: LocalDate) => localDate(date === day ? '2026-03-12' : '2026-03-13');
const figuresOn = (unit: string, date: LocalDate) => figuresOf(database.pool, { unit, from: date, to: next(date) });
const marks = async () => (await database.pool.query('select * from statistics.day_mark')).rowCount;

describe('the figures in the database', () => {
  it('are those worked by hand: on the spot while marks are outstanding, and settled', async () => {
    for (const event of evening) await happen(event);
    const compare = async () => {
      for (const [date, units] of Object.entries(expected)) {
        for (const [unit, figures] of Object.entries(units)) {
          expect(asExpected(await figuresOn(unit, localDate(date))), `${unit} ${date}`).toEqual(figures);
        }
      }
    };
    await compare();
    expect(await settle(database.pool)).toBe(5);
    expect(await marks()).toBe(0);
    await compare();
  });

  it('are merged for a period', async () => {
    for (const event of evening) await happen(event);
    await settle(database.pool);
    const both = await figuresOf(database.pool, { unit: 'national', from: day, to: localDate('2026-03-13') });
    expect(both.callsOffered).toEqual({ kind: 'count', count: 31 });
    expect(both.redials).toEqual({ kind: 'share', numerator: 4, denominator: 31, missing: 1 });
    expect(both.medianAnswerTime).toMatchObject({ seconds: 45, known: 23 });
  });

  it('count a late event the moment it is acknowledged, settled or not', async () => {
    await happen(offered('20:00:00'));
    await happen(report('answered', '20:01:00'));
    await settle(database.pool);
    expect((await figuresOn(forde, day)).answeredWithin2Minutes).toEqual({ kind: 'share', numerator: 0, denominator: 1, missing: 1 });
    await happen(report('ringing', '20:00:20'));
    expect((await figuresOn(forde, day)).answeredWithin2Minutes).toEqual({ kind: 'share', numerator: 1, denominator: 1, missing: 0 });
    await settle(database.pool);
    expect((await figuresOn(forde, day)).answeredWithin2Minutes).toEqual({ kind: 'share', numerator: 1, denominator: 1, missing: 0 });
  });

  it('leave the day that a call turns out not to belong to', async () => {
    await happen(report('ringing', '24:00:10'));
    await happen(report('answered', '24:00:20'));
    await settle(database.pool);
    expect((await figuresOn('national', localDate('2026-03-12'))).callsAnswered).toMatchObject({ denominator: 1 });
    await happen(offered('23:59:55'));
    for (const settled of [false, true]) {
      if (settled) await settle(database.pool);
      expect((await figuresOn('national', localDate('2026-03-12'))).callsAnswered, `settled ${settled}`).toMatchObject({ denominator: 0 });
      expect((await figuresOn('national', day)).callsAnswered, `settled ${settled}`).toMatchObject({ numerator: 1 });
    }
  });

  it('leave the centre that a leg turns out not to belong to', async () => {
    await happen({ ...offered('20:00:05'), eventId: 'wrong', centreId: 'lvs-nordfjord' } as ExchangeEvent);
    await happen(report('ringing', '20:00:20'));
    await settle(database.pool);
    await happen(offered('20:00:00'));
    for (const settled of [false, true]) {
      if (settled) await settle(database.pool);
      expect((await figuresOn('lvs-nordfjord', day)).callsOffered, `settled ${settled}`).toMatchObject({ count: 0 });
      expect((await figuresOn(forde, day)).callsOffered, `settled ${settled}`).toMatchObject({ count: 1 });
    }
  });

  it('see a redial after midnight also when the earlier call is told later', async () => {
    const tomorrow = localDate('2026-03-12');
    await happen(offered('24:10:00', 'c2', 'h'));
    await happen(report('ringing', '24:10:10', 'c2'));
    await settle(database.pool);
    expect((await figuresOn(forde, tomorrow)).redials).toMatchObject({ numerator: 0, denominator: 1 });
    await happen(offered('23:50:00', 'c1', 'h'));
    expect((await figuresOn(forde, tomorrow)).redials).toMatchObject({ numerator: 1, denominator: 1 });
    await settle(database.pool);
    expect((await figuresOn(forde, tomorrow)).redials).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('are computed anew when they were counted by other definitions', async () => {
    await happen(offered('20:00:00'));
    await happen(report('ringing', '20:00:10'));
    await settle(database.pool);
    await database.pool.query(`update statistics.day_partial set version = 0, partial = '{}'`);
    expect((await figuresOn(forde, day)).callsOffered).toEqual({ kind: 'count', count: 1 });
    expect(await settle(database.pool)).toBe(2);
    expect(await settle(database.pool)).toBe(0);
    expect((await figuresOn(forde, day)).callsOffered).toEqual({ kind: 'count', count: 1 });
  });

  it('are all there on a day without a call, with nothing known', async () => {
    const told = await figuresOn('national', day);
    expect(Object.keys(told)).toEqual(figures.map((figure) => figure.id));
    expect(told.medianAnswerTime).toEqual({ kind: 'median', seconds: null, known: 0, missing: 0 });
  });

  it('read a day of more facts than one page', async () => {
    await database.pool.query(
      `insert into statistics.call_fact (fact_id, unit, call_id, day, offered_at, outcome, seconds_to_answer, contact_ids, by_hand)
       select i || ':national', 'national', i, $1, $2::timestamptz + (i / 7) * interval '1 second', 'answered', i % 200, '{}', false from generate_series(1, 4500) as i`,
      [day, new Date(osloDay(day).from)],
    );
    await database.pool.query(`insert into statistics.day_mark (unit, day) values ('national', $1)`, [day]);
    expect((await figuresOn('national', day)).callsOffered).toEqual({ kind: 'count', count: 4500 });
  });
});

describe('settling', () => {
  it('by several processes while commands go on loses nothing', async () => {
    const events = evening.filter((event) => event.callId < 'evening-15');
    const settling = [1, 2, 3].map(() => startSettling(database.pool, (error) => expect.fail(String(error))));
    const busy = Promise.all(
      [1, 2, 3].map(async () => {
        for (let i = 0; i < 20; i++) await settle(database.pool);
      }),
    );
    for (const event of events) await happen(event);
    await busy;
    await Promise.all(settling.map((each) => each.stop()));
    await settle(database.pool);
    expect(await marks()).toBe(0);
    const settled = await figuresOn('national', day);
    await database.pool.query(`insert into statistics.day_mark (unit, day) values ('national', $1)`, [day]);
    expect(await figuresOn('national', day)).toEqual(settled);
    expect(settled.callsOffered).toEqual({ kind: 'count', count: 13 });
  });

  it('leaves a mark whose fact it has not read', async () => {
    await happen(offered('20:00:00'));
    const open = await database.pool.connect();
    await open.query('begin');
    await open.query(`insert into statistics.day_mark (unit, day) values ($1, $2)`, [forde, day]);
    await settle(database.pool);
    await open.query('commit');
    open.release();
    expect(await marks()).toBe(1);
  });
});

describe('the rows behind a figure', () => {
  it('are all that it counts, and tell nobody’s number', async () => {
    for (const event of evening) await happen(event);
    const figure = figureOf('answeredWithin2Minutes');
    const rows = figure ? await figureRowsOf(database.pool, figure, { unit: forde, day }) : [];
    expect(rows.filter((row) => row.counts === 'numerator')).toHaveLength(11);
    expect(rows).toHaveLength(21);
    expect(rows.find((row) => row.kind === 'call' && row.callId === 'evening-07')).toMatchObject({
      redialOf: 'evening-06',
      secondsToAnswer: 30,
      numberHidden: false,
    });
    expect(JSON.stringify(rows)).not.toMatch(/470000|hash/i);
  });
});
