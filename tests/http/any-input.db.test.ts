import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, contactWith, exchangeKey, type House, openHouse, type Person, report } from './house.ts';

let house: House;
let person: Person;
let contactId: string;

beforeAll(async () => {
  house = await openHouse();
  person = await house.as('kari-kombinert');
  contactId = await contactWith(person);
  await house.exchange([report('any-1', 'offered', { centreId: 'lvs-forde' }), report('any-1', 'ringing')]);
});

afterAll(() => house?.close());

const now = () => new Date().toISOString();

/** Each way in, with a body that it would take. */
const ways: Readonly<Record<string, { readonly path: () => string; readonly valid: () => object }>> = {
  'a step of a contact': {
    path: () => `/api/contacts/${contactId}/commands`,
    valid: () => ({
      commandId: randomUUID(),
      occurredAt: now(),
      seen: 1,
      order: { type: 'identifyPatient', identity: { kind: 'foreign', name: 'Oppdikta', country: 'SE', birthDate: '1990-01-01' } },
    }),
  },
  urgency: {
    path: () => `/api/contacts/${contactId}/commands`,
    valid: () => ({
      commandId: randomUUID(),
      seen: 99_999,
      order: { type: 'setUrgency', axis: 'telephone', urgency: 'green', tool: { pack: 'demonstration', version: '1' }, criteria: ['a'] },
    }),
  },
  'a new contact': {
    path: () => `/api/contacts/${randomUUID()}/commands`,
    valid: () => ({
      commandId: randomUUID(),
      order: { type: 'openContact', centreId: 'lvs-forde', channel: 'other', callId: 'any-1', place: '4647' },
    }),
  },
  'the emergency door': { path: () => `/api/contacts/${contactId}/emergency-access`, valid: () => ({ reason: 'bevisstløs pasient' }) },
  'a search': {
    path: () => '/api/contacts/search',
    valid: () => ({ unit: 'lvs-forde', callerNumber: '99900010', nationalId: '1', name: 'A', birthDate: '1990-01-01' }),
  },
  'an answered call': {
    path: () => '/api/telephony/calls/any-1/commands',
    valid: () => ({ commandId: randomUUID(), type: 'answerCall', legId: 'any-1-1' }),
  },
  'a call by hand': {
    path: () => `/api/telephony/calls/${randomUUID()}/commands`,
    valid: () => ({
      commandId: randomUUID(),
      type: 'registerByHand',
      centreId: 'lvs-forde',
      callerNumber: '99900010',
      place: '4647',
      occurredAt: now(),
    }),
  },
  'events of the exchange': {
    path: () => '/api/exchange/events',
    valid: () => ({
      events: [{ ...report(`any-${randomUUID()}`, 'offered'), place: '4647', callerNumber: '99900010', dialled: '116117' }],
    }),
  },
  'a duty': {
    path: () => '/api/duty-list',
    valid: () => ({
      commandId: randomUUID(),
      entryId: randomUUID(),
      type: 'enter',
      unit: 'lv-forde',
      staffId: 'dina-doktor',
      level: 'primary',
      phone: '99900010',
      from: now(),
      to: new Date(Date.now() + 1_000_000).toISOString(),
    }),
  },
  'the answer to a page': { path: () => `/api/pages/${'a'.repeat(40)}/acknowledge`, valid: () => ({}) },
};

/** Values that break what is careless: texts of every kind, numbers at the edge, objects that are no objects. */
const nasty = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' ', '\u0000', '\ud800', "'; drop table journal.event; --", '__proto__', 'constructor', '%00', '9'.repeat(400)),
  fc.constantFrom<unknown>(
    -0,
    1e308,
    -1,
    2 ** 53,
    0.5,
    null,
    [],
    {},
    [[]],
    { toString: 1 },
    { length: 1e9 },
    { $sealed: 'x', $subject: 'y' },
  ),
  fc.constantFrom('0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-03-29T02:30:00+01:00', '+275760-09-13T00:00:00Z'),
);

/** The places inside a value, as paths. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner).map((path) => [key, ...path]))];
}

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((each, i) => (String(i) === key ? replaced(each, rest, by) : each));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, by) };
}

async function send(path: string, body: unknown) {
  return ask(house.url + path, {
    body: JSON.stringify(body) ?? 'null',
    headers: { cookie: person.cookie, 'x-vakthavende': '1', authorization: `Bearer ${exchangeKey}` },
  });
}

describe.each(Object.keys(ways))('%s', (name) => {
  const way = ways[name] as (typeof ways)[string];

  it('answers whatever is sent in place of a field, and never fails', async () => {
    const changes = fc.array(fc.tuple(fc.nat(), nasty), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(changes, async (given) => {
        const body = given.reduce<unknown>((valid, [at, value]) => {
          const places = placesIn(valid);
          return replaced(valid, places[at % places.length] ?? [], value);
        }, way.valid());
        const answer = await send(way.path(), body);
        expect(answer.status, answer.text).toBeLessThan(500);
      }),
      { numRuns: 120 },
    );
  });

  it('takes what it is made for', async () => {
    const answer = await send(way.path(), way.valid());
    expect(answer.status, answer.text).toBeLessThan(500);
    expect(answer.body.code).not.toBe('invalid-request');
  });
});

describe('questions', () => {
  const paths = [
    '/api/contacts',
    '/api/telephony/queue',
    '/api/organisation/places',
    '/api/organisation/served-by',
    '/api/organisation/units',
    '/api/organisation/findings',
    '/api/duty-list',
    '/api/access-log',
    '/api/statistics/figures',
    '/api/statistics/figures/callsOffered/rows',
  ];
  const names = fc.constantFrom('unit', 'q', 'place', 'at', 'list', 'day', 'from', 'to', 'contactId', 'staffId', 'after');
  const plausible = fc.constantFrom(
    'lvs-forde',
    'lv-forde',
    '4647',
    '4640-balestrand',
    '2026-03-29',
    '0001-01-01',
    '9999-12-31',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  );

  it('answer whatever is asked, and never fail', async () => {
    const leif = await house.as('leif-leder');
    const query = fc.dictionary(names, fc.oneof(plausible, fc.string({ unit: 'grapheme' })), { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, fc.boolean(), async (path, given, manager) => {
        const answer = await (manager ? leif : person).get(`${path}?${new URLSearchParams({ ...given })}`);
        expect(answer.status, answer.text).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });
});
