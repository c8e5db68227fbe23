import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { localDate, osloInstant } from '@vakthavende/core/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importHelsenorge, setLiveList } from '../../packages/server/src/organisation/index.ts';
import { ask, exchangeKey, type House, openHouse, type Person, report } from './house.ts';

let house: House;
let [oda, otto, nora] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  house = await openHouse();
  [oda, otto, nora] = await Promise.all([house.as('oda-operator'), house.as('otto-operator'), house.as('nora-nabooperator')]);
});

afterAll(() => house?.close());

const forde = { centreId: 'lvs-forde' };
const queue = async (person = oda, unit = 'lvs-forde') => (await person.get(`/api/telephony/queue?unit=${unit}`)).body.rows;
const inQueue = async (callId: string) => (await queue()).find((row: { callId: string }) => row.callId === callId);
const command = (person: Person, callId: string, given: object) =>
  person.post(`/api/telephony/calls/${callId}/commands`, { commandId: randomUUID(), ...given });
const ago = (seconds: number) => ({ occurredAt: new Date(Date.now() - seconds * 1_000).toISOString() });

describe('the exchange', () => {
  it.each([
    ['no key', {}],
    ['a wrong key', { authorization: 'Bearer wrong' }],
    ['a key with more', { authorization: `Bearer ${exchangeKey}x` }],
    ['a person’s session', { cookie: 'vakthavende=x' }],
  ])('is not believed with %s', async (_, headers: Record<string, string>) => {
    const body = JSON.stringify({ events: [report('keyless', 'offered', forde)] });
    const answer = await ask(`${house.url}/api/exchange/events`, { body, headers });
    expect(answer).toMatchObject({ status: 401, body: { code: 'exchange-key-wrong', detail: expect.stringContaining('Nøkkelen') } });
    expect(await inQueue('keyless')).toBeUndefined();
  });

  it('may tell an event twice, and use no id for two', async () => {
    const offered = report('twice', 'offered', forde);
    expect((await house.exchange([offered])).body.answers).toMatchObject([{ status: 'accepted', centreId: 'lvs-forde' }]);
    expect((await house.exchange([offered, offered])).body.answers).toMatchObject([
      { status: 'repeated', centreId: 'lvs-forde' },
      { status: 'repeated' },
    ]);
    const other = { ...offered, ...ago(60) };
    expect((await house.exchange([other])).body.answers).toMatchObject([
      { status: 'refused', code: 'event-reused', detail: expect.stringContaining('annet innhold') },
    ]);
    expect(await inQueue('twice')).toMatchObject({ status: 'recordedMessage' });
  });

  it('gives the same call in whatever order its events come, and all at once', async () => {
    const story = (id: string) => [
      report(id, 'offered', { ...forde, ...ago(50), callerNumber: '+47 999 00 055' }),
      report(id, 'ringing', ago(40)),
      report(id, 'answered', { ...ago(30), operatorId: 'oda-operator' }),
      report(id, 'ended', ago(10)),
    ];
    await house.exchange(story('in-order'));
    for (const event of story('backwards').toReversed()) await house.exchange([event]);
    await Promise.all(story('at-once').map((event) => house.exchange([event])));
    await house.exchange(story('in-one').toReversed());
    const rows = await Promise.all(['in-order', 'backwards', 'at-once', 'in-one'].map(inQueue));
    for (const row of rows) expect(row).toMatchObject({ status: 'ended', operatorName: 'Oda Operatør', callerNumber: '+4799900055' });
  });

  it('whose first word could not be understood still has its call shown, and answered, by whoever answers', async () => {
    const wrong = { ...report('misheard', 'offered', forde), callerNumber: '12' };
    expect((await house.exchange([wrong])).body.answers).toMatchObject([{ status: 'refused', field: 'callerNumber' }]);
    const ringing = report('misheard', 'ringing', ago(20));
    await house.exchange([ringing]);
    for (const [person, unit] of [
      [oda, 'lvs-forde'],
      [nora, 'lvs-nordfjord'],
    ] as const)
      expect(await queue(person, unit)).toContainEqual(expect.objectContaining({ callId: 'misheard', status: 'ringing' }));
    expect((await command(oda, 'misheard', { type: 'answerCall', legId: ringing.legId })).status).toBe(200);
    await house.exchange([report('misheard', 'offered', { ...forde, ...ago(30) })]);
    expect((await queue(nora, 'lvs-nordfjord')).some((row: { callId: string }) => row.callId === 'misheard')).toBe(false);
    expect(await inQueue('misheard')).toMatchObject({ centreId: 'lvs-forde' });
  });

  it('may send many at once, answered one by one in their order', async () => {
    const events = Array.from({ length: 200 }, (_, i) =>
      report(`many-${i}`, 'offered', i % 7 === 3 ? { ...forde, place: 'Førde' } : forde),
    );
    const { answers } = (await house.exchange(events)).body;
    expect(answers.map((answer: { eventId: string }) => answer.eventId)).toEqual(events.map((event) => event.eventId));
    expect(answers.map((answer: { status: string }) => answer.status)).toEqual(
      events.map((_, i) => (i % 7 === 3 ? 'refused' : 'accepted')),
    );
    expect(answers[3]).toMatchObject({ code: 'invalid-request', field: 'place', detail: expect.stringContaining('«place»') });
    expect((await house.exchange(Array.from({ length: 501 }, () => events[0]))).status).toBe(400);
  });

  it('may hide the number: the call is as real as any, and known to have none', async () => {
    for (const callerNumber of ['anonymous', '', 'unavailable']) {
      const callId = `hidden-${callerNumber}`;
      const { body } = await house.exchange([{ ...report(callId, 'offered', forde), callerNumber }]);
      expect(body.answers).toMatchObject([{ status: 'accepted', centreId: 'lvs-forde' }]);
    }
  });

  it('has what cannot be understood kept, sealed, and counted where operations look', async () => {
    const parked = async () => (await ask(`${house.url}/api/health`, {})).body.parkedEvents;
    const before = await parked();
    const bad = [
      { ...report('bad', 'offered'), callerNumber: 'hemmelig 12' },
      'not an event',
      null,
      { callId: { toString: 1 }, eventId: ['x'] },
      deep(20_000),
    ];
    const answer = await house.exchange(bad);
    expect(answer.status).toBe(200);
    expect(answer.body.answers.map((each: { status: string }) => each.status)).toEqual(bad.map(() => 'refused'));
    expect(await parked()).toBe(before + bad.length);
    const { rows } = await house.pool.query<{ text: string }>('select p::text as text from telephony.parked_event p');
    expect(rows.map((row) => row.text).join()).not.toContain('hemmelig');
  });

  it('cannot tell of what lies ahead, nor of another century', async () => {
    const events = [
      report('ahead', 'offered', { ...forde, ...ago(-600) }),
      report('old', 'offered', { ...forde, occurredAt: '1999-12-31T00:00:00Z' }),
    ];
    expect((await house.exchange(events)).body.answers).toMatchObject([
      { status: 'refused', code: 'time-in-future', field: 'occurredAt' },
      { status: 'refused', code: 'time-too-old', field: 'occurredAt' },
    ]);
  });
});

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

describe('a call whose centre the exchange does not say', () => {
  const at = (clock: number) => ({ occurredAt: new Date(osloInstant(localDate('2026-03-11'), clock)).toISOString() });
  const routed = async (given: object) => (await house.exchange([{ ...report(randomUUID(), 'offered'), ...given }])).body.answers[0];

  it('reaches the centre of its place by the demonstration’s list, day and night', async () => {
    expect(await routed({ place: '4647', ...at(22 * 60) })).toMatchObject({ status: 'accepted', centreId: 'lvs-forde' });
    expect(await routed({ place: '4602', ...at(22 * 60) })).toMatchObject({ centreId: 'lvs-forde' });
    expect(await routed({ place: '4602-vagsoy', ...at(22 * 60) })).toMatchObject({ centreId: 'lvs-nordfjord' });
    expect(await routed({ place: '4647', ...at(12 * 60) })).toMatchObject({ centreId: 'lvs-forde', gap: 'none-open' });
  });

  it('states the gap where no service lists the place, and stands in the queue of every operator', async () => {
    const callId = randomUUID();
    expect((await house.exchange([report(callId, 'offered', { place: '0301' })])).body.answers[0]).toMatchObject({ gap: 'not-listed' });
    expect((await house.exchange([report(randomUUID(), 'offered', { place: '9999' })])).body.answers[0]).toMatchObject({
      gap: 'unknown-place',
    });
    expect((await house.exchange([report(randomUUID(), 'offered')])).body.answers[0]).toMatchObject({ gap: 'place-missing' });
    for (const [person, unit] of [
      [oda, 'lvs-forde'],
      [nora, 'lvs-nordfjord'],
    ] as const)
      expect((await queue(person, unit)).map((row: { callId: string }) => row.callId)).toContain(callId);
  });

  it('is shown to all who answer where the exchange names a centre that does not exist', async () => {
    const callId = randomUUID();
    const offered = report(callId, 'offered', { centreId: 'lvs-atlantis' });
    expect((await house.exchange([offered])).body.answers).toMatchObject([{ status: 'accepted', gap: 'centre-unknown' }]);
    for (const [person, unit] of [
      [oda, 'lvs-forde'],
      [nora, 'lvs-nordfjord'],
    ] as const)
      expect((await queue(person, unit)).map((row: { callId: string }) => row.callId)).toContain(callId);
  });

  it('keeps the centre that it was first given when the exchange repeats itself under another list', async () => {
    const event = { ...report(randomUUID(), 'offered'), place: '4647', ...at(22 * 60) };
    await house.exchange([event]);
    await importHelsenorge(house.pool, join(import.meta.dirname, '../../reference/helsenorge-format/example.json'));
    await setLiveList(house.pool, 'helsenorge-2013');
    try {
      await expect.poll(async () => (await routed({ place: '9901', ...at(22 * 60) })).centreId, { timeout: 5_000 }).toMatch(/eksempelvik/);
      expect((await house.exchange([event])).body.answers).toMatchObject([{ status: 'repeated', centreId: 'lvs-forde' }]);
      // By day the doctor's own surgery, by night the shared service; between them nobody.
      const [day, night] = [await routed({ place: '9902', ...at(12 * 60) }), await routed({ place: '9902', ...at(22 * 60) })];
      expect(day.centreId).toMatch(/kveldsberg/);
      expect(night.centreId).toMatch(/nattheim/);
      expect(await routed({ place: '9903', ...at(12 * 60) })).toMatchObject({ gap: 'none-open' });
      expect(await routed({ place: '9908', ...at(12 * 60) })).toMatchObject({ gap: 'hours-unknown' });
      expect(await routed({ place: '4647', ...at(12 * 60) })).toMatchObject({ gap: 'not-listed' });
    } finally {
      await setLiveList(house.pool, 'demo-2021');
      await expect.poll(async () => (await routed({ place: '4647', ...at(22 * 60) })).centreId, { timeout: 5_000 }).toBe('lvs-forde');
    }
  });
});

describe('two operators who answer the same call at once', () => {
  it('get it once: one has it, the other is told who', async () => {
    for (let round = 0; round < 10; round += 1) {
      const callId = `race-${round}`;
      await house.exchange([report(callId, 'offered', forde), report(callId, 'ringing')]);
      const answers = await Promise.all([oda, otto].map((person) => command(person, callId, { type: 'answerCall', legId: `${callId}-1` })));
      expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
      const lost = answers.find((answer) => answer.status === 409);
      const winner = answers[0]?.status === 200 ? 'Oda Operatør' : 'Otto Operatør';
      expect(lost?.body).toMatchObject({ code: 'already-answered', by: winner, detail: `${winner} har alt svart på dette anropet.` });
      expect(await inQueue(callId)).toMatchObject({ operatorName: winner });
    }
  });

  it('may each click twice', async () => {
    await house.exchange([report('click', 'offered', forde), report('click', 'ringing')]);
    const body = { commandId: randomUUID(), type: 'answerCall', legId: 'click-1' };
    const click = () => oda.post('/api/telephony/calls/click/commands', body);
    const [first, second] = [await click(), await click()];
    expect(first.status).toBe(200);
    expect(second.body.sequence).toBe(first.body.sequence);
    expect((await command(oda, 'click', { type: 'answerCall', legId: 'click-1' })).status).toBe(200);
  });

  it('cannot take a call of another centre, or one that is over', async () => {
    await house.exchange([report('mine', 'offered', forde), report('mine', 'ringing')]);
    expect(await command(nora, 'mine', { type: 'answerCall', legId: 'mine-1' })).toMatchObject({ status: 403 });
    await house.exchange([report('mine', 'abandoned')]);
    expect(await command(oda, 'mine', { type: 'answerCall', legId: 'mine-1' })).toMatchObject({ status: 422, body: { code: 'call-over' } });
    expect(await command(oda, 'nowhere', { type: 'answerCall', legId: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'call-unknown' },
    });
  });
});

describe('a call registered by hand', () => {
  it('is in the queue as a conversation, and over when the operator hangs up', async () => {
    const callId = randomUUID();
    expect((await command(oda, callId, { type: 'registerByHand', ...forde, callerNumber: '99900077' })).body.row).toMatchObject({
      status: 'talking',
      callerNumber: '99900077',
    });
    expect(await command(oda, callId, { type: 'registerByHand', ...forde })).toMatchObject({
      status: 422,
      body: { code: 'call-already-known' },
    });
    await command(oda, callId, { type: 'endCall' });
    expect(await inQueue(callId)).toMatchObject({ status: 'ended' });
  });
});
