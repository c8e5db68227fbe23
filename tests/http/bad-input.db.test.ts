import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, contactWith, exchangeKey, type House, openHouse, order, type Person } from './house.ts';

let house: House;
let [oda, otto, leif] = [] as unknown as [Person, Person, Person];
let contactId: string;

beforeAll(async () => {
  house = await openHouse();
  [oda, otto, leif] = await Promise.all([house.as('oda-operator'), house.as('otto-operator'), house.as('leif-leder')]);
  contactId = await contactWith(oda);
});

afterAll(() => house?.close());

const step = (given: object, around: object = {}) => order(oda, contactId, given, { seen: 9_999, ...around });

/** Every refusal is a problem document that says in Norwegian what to do, and which field it is about. */
function expectRefusal(answer: Answer, field: string, words: RegExp): void {
  expect(answer.status, answer.text.slice(0, 500)).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.type).toContain('application/problem+json');
  const fields = [answer.body.field, ...(answer.body.errors ?? []).map((each: { field: string }) => each.field)];
  expect(fields, answer.text.slice(0, 500)).toContain(field);
  expect(answer.body.detail).toMatch(words);
  expect(answer.text.length).toBeLessThan(20_000);
}

const reason = { type: 'stateReason', text: 'vondt' };
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

const wrong: readonly (readonly [what: string, given: object, around: object, field: string, words: RegExp])[] = [
  ['an unknown field', { ...reason, colour: 'blue' }, {}, 'order.colour', /«colour» er ukjent/],
  ['an unknown field beside the order', reason, { urgent: true }, 'urgent', /«urgent» er ukjent/],
  ['an unknown kind of order', { type: 'explode' }, {}, 'order.type', /ukjent/],
  ['no order', {}, {}, 'order.type', /ukjent|mangler/],
  ['a missing text', { type: 'stateReason' }, {}, 'order.text', /«order.text» mangler/],
  ['a text that is a number', { type: 'stateReason', text: 7 }, {}, 'order.text', /«order.text» har feil type; her skal det stå tekst/],
  ['an empty text', { type: 'stateReason', text: '   ' }, {}, 'order.text', /tomt/],
  ['a text of one megabyte', { type: 'stateReason', text: 'å'.repeat(500_000) }, {}, 'order.text', /for langt; høyst 2000/],
  ['a note of one megabyte', { type: 'writeNote', noteId: randomUUID(), text: 'x'.repeat(1_000_000) }, {}, 'order.text', /høyst 20000/],
  ['a text with NUL', { type: 'stateReason', text: 'a\u0000b' }, {}, 'order.text', /tegn som ikke kan lagres/],
  ['half a character', { type: 'stateReason', text: 'a\ud800b' }, {}, 'order.text', /tegn som ikke kan lagres/],
  ['a NUL in a code', { type: 'stateReason', text: 'vondt', complaint: '\u0000' }, {}, 'order.complaint', /tegn som ikke kan lagres/],
  [
    'a NUL in a name',
    { type: 'holdConference', conferenceId: randomUUID(), party: { kind: 'emc', name: 'A\u0000' } },
    {},
    'order.party.name',
    /tegn/,
  ],
  ['a NUL in a call’s id', { type: 'linkCall', callId: 'a\u0000' }, {}, 'order.callId', /feil form/],
  ['a time that is no time', reason, { occurredAt: 'i går' }, 'occurredAt', /ikke et gyldig tidspunkt/],
  ['a time without offset', reason, { occurredAt: '2026-03-11T21:10:00' }, 'occurredAt', /ikke et gyldig tidspunkt/],
  ['30 February', reason, { occurredAt: '2026-02-30T21:10:00+01:00' }, 'occurredAt', /ikke et gyldig tidspunkt/],
  ['a time in the year nought', reason, { occurredAt: '0000-01-01T00:00:00Z' }, 'occurredAt', /langt unna/],
  ['a time with a thousand decimals', reason, { occurredAt: `2020-01-01T00:00:00.${'1'.repeat(1000)}Z` }, 'occurredAt', /langt tilbake/],
  ['a time ahead', reason, { occurredAt: soon(30) }, 'occurredAt', /fram i tid/],
  ['a time long ago', reason, { occurredAt: '2020-01-01T00:00:00Z' }, 'occurredAt', /langt tilbake/],
  ['a seen that is a fraction', reason, { seen: 1.5 }, 'seen', /heltall/],
  ['a seen below nought', reason, { seen: -1 }, 'seen', /minst 0/],
  ['an enormous seen', reason, { seen: 1e300 }, 'seen', /heltall|for stort/],
  ['a command id that is none', reason, { commandId: '1; drop table journal.event' }, 'commandId', /gyldig id/],
  ['an unknown unit', { type: 'expectAtClinic', clinicId: 'lv-atlantis' }, {}, 'order.clinicId', /«lv-atlantis» finnes ikke/],
  ['a unit with SQL', { type: 'expectAtClinic', clinicId: "lv'; drop" }, {}, 'order.clinicId', /feil form/],
  ['a place that is none', { type: 'statePlace', place: 'Førde' }, {}, 'order.place', /feil form/],
  ['a number that is none', { type: 'stateCaller', number: 'ring meg' }, {}, 'order.number', /feil form/],
  ['a callback in the past', { type: 'promiseCallback', taskId: randomUUID(), by: soon(-90) }, {}, 'by', /etter/],
  ['a callback in a year', { type: 'promiseCallback', taskId: randomUUID(), by: soon(525_600) }, {}, 'by', /for langt fram/],
  ['too many criteria', { ...tooMany() }, {}, 'order.criteria', /høyst 50/],
  ['an unknown action', { type: 'decideAction', action: 'prayer' }, {}, 'order.action', /Velg en av/],
  ['an unknown ICPC code', { type: 'close', outcome: 'advised', diagnosis: 'Z99' }, {}, 'order.diagnosis', /Z99 finnes ikke/],
  ['a code that is none', { type: 'close', outcome: 'advised', diagnosis: 'flu' }, {}, 'order.diagnosis', /finnes ikke|bokstav/],
  ['a national id with a wrong digit', identity('15859012346'), {}, 'identity.number', /ikke gyldig/],
  ['a national id of letters', identity('abcdefghijk'), {}, 'identity.number', /ikke gyldig/],
  [
    'a birth date that is none',
    { type: 'identifyPatient', identity: { kind: 'nameAndBirth', name: 'A', birthDate: '2021-02-29' } },
    {},
    'order.identity.birthDate',
    /dato/,
  ],
  [
    'a birth date ahead',
    { type: 'identifyPatient', identity: { kind: 'nameAndBirth', name: 'A', birthDate: '2101-01-01' } },
    {},
    'identity.birthDate',
    /fram i tid/,
  ],
  ['a step of the pager', { type: 'sendPage' }, {}, 'order.type', /ukjent/],
];

function tooMany() {
  return { type: 'setUrgency', axis: 'telephone', urgency: 'green', tool: 'none', criteria: Array.from({ length: 100_000 }, () => 'x') };
}

function identity(number: string) {
  return { type: 'identifyPatient', identity: { kind: 'nationalId', number, name: 'Oppdikta' } };
}

describe('what is wrong is refused by the name of its field', () => {
  it.each(wrong)('%s', async (_, given, around, field, words) => {
    expectRefusal(await step(given, around), field, words);
  });

  it('an unknown colleague', async () => {
    const dina = await house.as('dina-doktor');
    expectRefusal(await order(dina, contactId, { type: 'handOver', toStaffId: 'ingen' }), 'order.toStaffId', /kollega/);
  });

  it('a colleague who cannot have the patient, and a clinic that is none', async () => {
    const dina = await house.as('dina-doktor');
    const id = await contactWith(oda, { type: 'arrive', clinicId: 'lv-forde' });
    expectRefusal(await order(dina, id, { type: 'handOver', toStaffId: 'vilde-vaktplan' }), 'order.toStaffId', /kan ikke ta pasienter/);
    expectRefusal(await order(oda, id, { type: 'expectAtClinic', clinicId: 'lvs-forde' }), 'order.clinicId', /tar ikke imot pasienter/);
  });

  it('in the address too', async () => {
    expectRefusal(await oda.get('/api/contacts/not-an-id'), 'contactId', /gyldig id/);
    expectRefusal(await oda.get('/api/contacts?unit=LVS'), 'unit', /feil form/);
    expectRefusal(await oda.get('/api/contacts'), 'unit', /mangler/);
    expectRefusal(await oda.get('/api/contacts?unit=a&unit=b'), 'unit', /tekst/);
    expectRefusal(await leif.get('/api/access-log?unit=lvs-forde&staffId=%00'), 'staffId', /tegn/);
    expectRefusal(await leif.get('/api/access-log?unit=lvs-forde&day=9999-12-31'), 'day', /dato/i);
    expectRefusal(await leif.get('/api/statistics/figures?unit=lvs-forde&from=0000-01-01&to=0000-01-02'), 'from', /dato/);
    expectRefusal(await leif.get('/api/statistics/figures?unit=lvs-forde&from=2026-01-02&to=2026-01-01'), 'to', /tom/);
    expectRefusal(await leif.get('/api/statistics/figures/nothing/rows?unit=lvs-forde&day=2026-01-01'), 'figureId', /«nothing»/);
    expectRefusal(await oda.get('/api/organisation/served-by?place=4647&at=9999-12-31T23:59:59Z'), 'at', /langt unna/);
  });

  it('and a unit that is not mine by what it is', async () => {
    expect(await oda.get('/api/contacts?unit=lvs-nordfjord')).toMatchObject({ status: 403, body: { code: 'not-allowed', field: 'unit' } });
    const opening = { type: 'openContact', centreId: 'lvs-nordfjord', channel: 'other' };
    expect(await order(oda, randomUUID(), opening)).toMatchObject({ status: 403, body: { field: 'order.centreId' } });
    expect(await oda.get(`/api/contacts/${randomUUID()}`)).toMatchObject({ status: 404, body: { code: 'contact-unknown' } });
  });

  it('and leaves nothing behind', async () => {
    expect((await oda.get(`/api/contacts/${contactId}`)).body.sequence).toBe(1);
  });
});

describe('what is no request at all', () => {
  const raw = (body: string, headers: Record<string, string> = {}) =>
    ask(`${house.url}/api/contacts/${contactId}/commands`, { body, headers: { cookie: oda.cookie, 'x-vakthavende': '1', ...headers } });
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  it.each([
    ['half a JSON', '{"commandId":', {}],
    ['nothing', '', {}],
    ['null', 'null', {}],
    ['a number', '7', {}],
    ['a list', '[]', {}],
    ['deep nesting', deep, {}],
    ['deep nesting in a field', `{"order": ${deep}}`, {}],
    ['a key of the prototype', '{"__proto__": {"admin": true}}', {}],
    ['a constructor', '{"constructor": {"prototype": {"admin": true}}}', {}],
    ['another content type', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['XML', '<a/>', { 'content-type': 'application/xml' }],
    ['wrong bytes', '\u0000\u0001', {}],
    ['three megabytes', JSON.stringify({ order: 'x'.repeat(3_000_000) }), {}],
    ['a hundred thousand unknown fields', JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, i]))), {}],
    ['a key of a megabyte', JSON.stringify({ ['k'.repeat(1_000_000)]: 1 }), {}],
  ])('%s is refused in Norwegian', async (_, body, headers) => {
    const answer = await raw(body, headers);
    expect(answer.status, answer.text.slice(0, 300)).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.type).toContain('problem+json');
    expect(answer.body.detail).toMatch(/JSON|Feltet|«|stort|Innholdet/);
    expect(answer.text.length).toBeLessThan(20_000);
  });

  it('deep nesting among the events of the exchange is refused, not choked on', async () => {
    const body = `{"events": [${'['.repeat(400_000)}${']'.repeat(400_000)}]}`;
    const answer = await ask(`${house.url}/api/exchange/events`, { body, headers: { authorization: `Bearer ${exchangeKey}` } });
    expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(500);
  });

  it.each(['/api/contacts/%E0%A4%A', '/api/%', `/api/contacts/${'x'.repeat(5_000)}`, '/api/nothing'])(
    'an address that is none (%#) is refused in Norwegian',
    async (path) => {
      const answer = await oda.get(path);
      expect(answer.status, answer.text.slice(0, 300)).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.type, answer.text.slice(0, 300)).toContain('problem+json');
    },
  );
});

describe('two people at the same contact', () => {
  it('the second gets what was changed and by whom, and sends again having seen it', async () => {
    const id = await contactWith(oda, { type: 'stateReason', text: 'hodepine' });
    const seen = 2;
    expect((await order(otto, id, { type: 'stateReason', text: 'hodepine og feber' }, { seen })).status).toBe(200);
    const late = await order(oda, id, { type: 'stateReason', text: 'hodepine siden i går' }, { seen });
    expect(late).toMatchObject({
      status: 409,
      body: {
        code: 'contact-changed',
        sequence: 3,
        since: 2,
        changes: [{ type: 'reasonStated', by: 'otto-operator', byName: 'Otto Operatør', sequence: 3 }],
        detail: expect.stringContaining('det du skrev, står fortsatt'),
      },
    });
    expect((await oda.get(`/api/contacts/${id}`)).body.reason).toBe('hodepine og feber');
    expect((await order(oda, id, { type: 'stateReason', text: 'hodepine og feber siden i går' }, { seen: 3 })).status).toBe(200);
    expect((await oda.get(`/api/contacts/${id}`)).body).toMatchObject({ reason: 'hodepine og feber siden i går', sequence: 4 });
  });

  it('do not stop each other where both only add', async () => {
    const id = await contactWith(oda);
    const note = (person: Person) => order(person, id, { type: 'writeNote', noteId: randomUUID(), text: `fra ${person.staffId}` });
    expect((await Promise.all([note(oda), note(otto), note(oda), note(otto)])).map((answer) => answer.status)).toEqual([
      200, 200, 200, 200,
    ]);
    expect((await oda.get(`/api/contacts/${id}`)).body.notes).toHaveLength(4);
  });

  it('get the first answer when a lost one is asked for again, and are told of an id used for something else', async () => {
    const id = await contactWith(oda);
    const commandId = randomUUID();
    const sent = { commandId, order: { type: 'writeNote', noteId: randomUUID(), text: 'en gang' } };
    const first = await oda.post(`/api/contacts/${id}/commands`, sent);
    await order(otto, id, { type: 'writeNote', noteId: randomUUID(), text: 'imens' });
    expect((await oda.post(`/api/contacts/${id}/commands`, sent)).body).toEqual(first.body);
    const other = { ...sent, order: { ...sent.order, text: 'noe annet' } };
    expect(await oda.post(`/api/contacts/${id}/commands`, other)).toMatchObject({ status: 409, body: { code: 'command-reused' } });
    expect((await oda.get(`/api/contacts/${id}`)).body.notes).toHaveLength(2);
  });
});
