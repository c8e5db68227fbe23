import { type Instant, instant, plus } from '@vakthavende/core/kernel';
import { type FigureResult, partialsOf, results } from '@vakthavende/core/statistics';
import { type CallEvent, type CallState, callFacts, evolveCall, linkRedials, noCall, unrouted } from '@vakthavende/core/telephony';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FeedReader, readFeed } from '../../packages/server/src/platform/testing/feed-reader.ts';
import { asExpected } from '../evening/as-expected.ts';
import { evening } from '../evening/evening.ts';
import { expected } from '../evening/expected.ts';
import { ask, type House, openHouse, order, type Person } from '../http/house.ts';
import { expectedContacts, type Registered, registrations, type Staff } from './register.ts';

/** One evening from the exchange's events to the national figures, through the whole server, over HTTP. */
let now: Instant = evening[0]?.occurredAt ?? instant(0);
let house: House;
let staff: Staff;
let norunn: Person;
let screens: Readonly<Record<string, FeedReader>>;
let beforeTheLast: ReturnType<typeof asExpected>;
const registered = new Map<string, Registered>();

beforeAll(async () => {
  house = await openHouse({ clock: () => now });
  const [oda, nora, dina] = await Promise.all(['oda-operator', 'nora-nabooperator', 'dina-doktor'].map((id) => house.as(id)));
  staff = { oda, nora, dina } as Staff;
  norunn = await house.as('norunn-nasjonal');
  const listening = Object.entries({ ...staff, norunn }).map(
    async ([name, { cookie }]) => [name, await readFeed(`${house.url}/api/feed`, { cookie })] as const,
  );
  screens = Object.fromEntries(await Promise.all(listening));
  await playEvening();
});

afterAll(async () => {
  for (const screen of Object.values(screens ?? {})) screen.close();
  await house?.close();
});

/** Events in the order in which they arrive, the clock going with them; contacts registered as their calls are answered. */
async function playEvening(): Promise<void> {
  for (const [index, event] of evening.entries()) {
    if (index === evening.length - 1) beforeTheLast = asExpected(await figures('lvs-forde', '2026-03-11'));
    now = instant(Math.max(now, plus(event.occurredAt, 400)));
    const answer = await house.exchange([{ ...event, occurredAt: new Date(event.occurredAt).toISOString() }]);
    const status = answer.body.answers[0].status;
    if (status !== 'accepted' && status !== 'repeated') throw new Error(answer.text);
    const registering = event.kind === 'answered' ? registrations[event.callId] : undefined;
    if (registering && !registered.has(event.callId)) registered.set(event.callId, await registering(staff, () => now));
  }
  // The last to be finished: red, received by AMK, closed when all is quiet.
  const red = registered.get('evening-05') as Registered;
  const closed = await order(staff.oda, red.contactId, { type: 'close', outcome: 'transported' });
  registered.set('evening-05', { ...red, acknowledged: closed.body.sequence });
}

async function figures(unit: string, day: string): Promise<Readonly<Record<string, FigureResult>>> {
  const next = `${day.slice(0, 8)}${Number(day.slice(8)) + 1}`;
  const answer = await norunn.get(`/api/statistics/figures?unit=${unit}&from=${day}&to=${next}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.figures;
}

const days = Object.entries(expected).flatMap(([day, units]) => Object.entries(units).map(([unit, figures]) => ({ day, unit, figures })));
const contactUnits = Object.entries(expectedContacts).map(([unit, counts]) => ({ unit, counts }));

function expectContacts(of: Readonly<Record<string, FigureResult>>, counts: (typeof contactUnits)[number]['counts']): void {
  expect(of.contactsOpened).toEqual({ kind: 'count', count: counts.opened });
  expect(of.contactsClosed).toMatchObject({ numerator: counts.closed, denominator: counts.opened });
  expect(of.firstUrgencyMix).toMatchObject({
    counts: expect.objectContaining(counts.firstUrgency),
    denominator: counts.opened,
    missing: 0,
  });
  expect(of.firstActionMix).toMatchObject({
    counts: expect.objectContaining(counts.firstAction),
    denominator: counts.opened,
    missing: 0,
  });
}

/** How many rows stand behind a figure. */
function rowsBehind(figure: FigureResult): { readonly all: number; readonly numerator?: number } | undefined {
  switch (figure.kind) {
    case 'count':
      return { all: figure.count };
    case 'share':
      return { all: figure.denominator, numerator: figure.numerator };
    case 'median':
      return { all: figure.known + figure.missing };
    case 'mix':
      return { all: figure.denominator };
    case 'ratio':
      return undefined;
  }
}

describe('the evening, while it is being counted', () => {
  it.each(days)('gives the figures worked by hand: $unit on $day', async ({ day, unit, figures: byHand }) => {
    expect(asExpected(await figures(unit, day))).toEqual(byHand);
  });

  it.each(contactUnits)('gives the contacts worked by hand: $unit', async ({ unit, counts }) => {
    expectContacts(await figures(unit, '2026-03-11'), counts);
  });

  it('took in the ringing that came after midnight: until then one more answer time was unknown', () => {
    const byHand = expected['2026-03-11']?.['lvs-forde'];
    expect(beforeTheLast).toMatchObject({ timeUnknown: (byHand?.timeUnknown ?? 0) + 1, callsAnswered: byHand?.callsAnswered });
  });
});

describe('the evening, when it is settled', () => {
  beforeAll(async () => {
    const settled = async () => expect((await ask(`${house.url}/api/health`, {})).body.daysToSettle).toBe(0);
    await vi.waitFor(settled, { timeout: 30_000, interval: 100 });
  });

  it.each(days)('gives the same figures: $unit on $day', async ({ day, unit, figures: byHand }) => {
    expect(asExpected(await figures(unit, day))).toEqual(byHand);
  });

  it.each(contactUnits)('gives the same contacts: $unit', async ({ unit, counts }) => {
    expectContacts(await figures(unit, '2026-03-11'), counts);
  });

  it.each(days)('opens each figure to the rows that it counts, without identity: $unit on $day', async ({ day, unit }) => {
    for (const [id, figure] of Object.entries(await figures(unit, day))) {
      const answer = await norunn.get(`/api/statistics/figures/${id}/rows?unit=${unit}&day=${day}`);
      const rows: readonly { readonly counts: string }[] = answer.body.rows;
      const behind = rowsBehind(figure);
      if (behind) expect(rows, id).toHaveLength(behind.all);
      if (behind?.numerator !== undefined)
        expect(
          rows.filter((row) => row.counts === 'numerator'),
          id,
        ).toHaveLength(behind.numerator);
      expect(answer.text).not.toMatch(/\+470000|Prøvesen|magesmerter|callerHash/);
    }
  });
});

describe('what was told while it went on', () => {
  it('is on every screen that it concerns: the last step of each stream, and no other unit’s', async () => {
    const { rows } = await house.pool.query<{ stream: string; newest: number; units: string[] }>(
      `select stream, max(sequence) as newest, array(select distinct unnest(units) from journal.event i where i.stream = e.stream) as units
       from journal.event e where stream not like 'duty-list:%' group by stream`,
    );
    // A call whose offer comes late rings, until then, with all who answer.
    const concerns = { oda: ['lvs-forde', unrouted], nora: ['lvs-nordfjord', unrouted], dina: ['lv-forde'], norunn: undefined } as const;
    for (const [name, units] of Object.entries(concerns)) {
      const mine = rows.filter((row) => units === undefined || row.units.some((unit) => units.includes(unit as never)));
      const screen = screens[name] as FeedReader;
      await screen.until(() => mine.every((row) => screen.highest()[row.stream] === row.newest));
      expect(Object.keys(screen.highest()).toSorted()).toEqual(mine.map((row) => row.stream).toSorted());
    }
  });
});

describe('the lists at the end of the evening', () => {
  it('show what ended lately by the evening’s own clock', async () => {
    const queue = await staff.oda.get('/api/telephony/queue?unit=lvs-forde');
    const ended = queue.body.rows.filter((row: { status: string }) => row.status === 'ended').map((row: { callId: string }) => row.callId);
    // Lately is half an hour since the exchange last told of it: call 29 after midnight, and 26, whose ringing came last.
    expect(ended.toSorted()).toEqual(['evening-26', 'evening-29']);
    const contacts = await staff.oda.get('/api/contacts?unit=lvs-forde');
    expect(contacts.body.rows.map((row: { status: string }) => row.status)).toEqual(['closed', 'closed', 'closed', 'closed']);
  });
});

describe('the journal of the evening', () => {
  it('holds every step that was acknowledged, and nothing more', async () => {
    const { rows } = await house.pool.query<{ stream: string; steps: number }>(
      "select stream, max(sequence) as steps from journal.event where stream like 'contact:%' group by stream",
    );
    const acknowledged = [...registered.values()].map((each) => ({ stream: `contact:${each.contactId}`, steps: each.acknowledged }));
    expect(rows.toSorted(byStream)).toEqual(acknowledged.toSorted(byStream));
  });

  it('adds up to the same figures when it is counted from its events alone', async () => {
    const { rows } = await house.pool.query<{ stream: string; type: string; data: object }>(
      "select stream, type, data from journal.event where stream like 'call:%' order by stream, sequence",
    );
    const calls = new Map<string, CallState>();
    for (const { stream, type, data } of rows) {
      const callId = stream.slice('call:'.length);
      // As the server wrote it; the sealed number is not needed to count.
      calls.set(callId, evolveCall(calls.get(callId) ?? noCall(callId), { type, ...data } as CallEvent));
    }
    const facts = linkRedials([...calls.values()].flatMap(callFacts));
    for (const { day, unit, figures: byHand } of days) {
      const mine = facts.filter((fact) => fact.day === day && fact.unit === unit);
      expect(asExpected(results(partialsOf(mine)))).toEqual(byHand);
    }
  });
});

const byStream = (a: { readonly stream: string }, b: { readonly stream: string }) => (a.stream < b.stream ? -1 : 1);
