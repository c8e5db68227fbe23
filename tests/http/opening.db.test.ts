import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { advised, contactWith, green, type House, openHouse, order, type Person } from './house.ts';

const surname = 'Sjeldenhetsen';
let name: string;
let made = 0;
const reason = 'svimmel etter rundkjøringen';

let house: House;
let [oda, nora, dina, nansen, leif] = [] as unknown as [Person, Person, Person, Person, Person];
let contactId: string;

beforeAll(async () => {
  house = await openHouse();
  [oda, nora, dina, nansen, leif] = await Promise.all([
    house.as('oda-operator'),
    house.as('nora-nabooperator'),
    house.as('dina-doktor'),
    house.as('nansen-nabolege'),
    house.as('leif-leder'),
  ]);
});

afterAll(() => house?.close());

beforeEach(async () => {
  made += 1;
  name = `Grynelill ${made} ${surname}`;
  contactId = await contactWith(
    oda,
    { type: 'identifyPatient', identity: { kind: 'nameAndBirth', name, birthDate: '1980-02-29' } },
    { type: 'stateReason', text: reason },
    green,
    advised,
  );
});

const path = (query = '') => `/api/contacts/${contactId}${query}`;
const emergency = (person: Person, why = 'bevisstløs, haster') => person.post(path('/emergency-access'), { reason: why });

async function log(unit = 'lvs-forde') {
  return (await leif.get(`/api/access-log?unit=${unit}&contactId=${contactId}`)).body.rows;
}

describe('an operator of another centre', () => {
  it('is refused to open or change the contact, and told of the door for emergencies', async () => {
    for (const answer of [await nora.get(path()), await order(nora, contactId, { type: 'stateReason', text: 'x' }, { seen: 99 })]) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'contact-of-other-unit', detail: expect.stringContaining('nødtilgang') } });
      expect(answer.text).not.toContain(name);
    }
    expect(await log()).toEqual([]);
  });

  it('must say why in an emergency', async () => {
    expect(await emergency(nora, 'kort')).toMatchObject({
      status: 400,
      body: { field: 'reason', detail: expect.stringContaining('for kort; minst 10') },
    });
    expect((await nora.get(path())).status).toBe(422);
  });

  it('opens it with a reason, and that stands in the log of the unit’s manager', async () => {
    expect((await emergency(nora)).body.until).toBeGreaterThan(Date.now());
    expect(await nora.get(path())).toMatchObject({ status: 200, body: { patient: name } });
    expect((await order(nora, contactId, { type: 'writeNote', noteId: randomUUID(), text: 'ringte på nytt' })).status).toBe(200);
    const rows = await log();
    expect(rows).toMatchObject([
      { staffId: 'nora-nabooperator', name: 'Nora Nabooperatør', kind: 'emergency', purpose: 'treatment' },
      { staffId: 'nora-nabooperator', kind: 'emergency', purpose: 'emergency', reason: 'bevisstløs, haster' },
    ]);
  });

  it('finds the door closed again when the time is up', async () => {
    await emergency(nora);
    await house.pool.query("update contact.emergency_access set until = now() - interval '1 second' where contact_id = $1", [contactId]);
    expect(await nora.get(path())).toMatchObject({ status: 422, body: { code: 'contact-of-other-unit' } });
    expect((await nora.get(path('?opened=yes'))).status).toBe(422);
  });

  it('opens for nobody else, and no other contact', async () => {
    await emergency(nora);
    expect((await nansen.get(path())).status).toBe(422);
    contactId = await contactWith(oda);
    expect((await nora.get(path())).status).toBe(422);
  });

  it('may open it once its centre is handed it', async () => {
    const party = { kind: 'callCentre', unit: 'lvs-nordfjord', name: 'Nordfjord' };
    await order(oda, contactId, { type: 'offerHandover', handoverId: randomUUID(), party });
    expect((await nora.get(path())).status).toBe(200);
  });

  it('is told how many contacts others have of a searched person, not which', async () => {
    const found = await nora.post('/api/contacts/search', { unit: 'lvs-nordfjord', name, birthDate: '1980-02-29' });
    expect(found.body).toMatchObject({ rows: [] });
    expect(found.body.elsewhere).toBeGreaterThan(0);
    expect(found.text).not.toContain('svimmel');
  });
});

describe('a doctor of another clinic', () => {
  it('may open the contact once paged for it', async () => {
    expect((await dina.get(path())).status).toBe(422);
    const paged = {
      type: 'pageSent',
      pageId: randomUUID(),
      level: 'primary',
      staffId: 'dina-doktor',
      to: { channel: 'demo', address: '1' },
      answerBy: Date.now(),
    };
    const red = { type: 'urgencySet', axis: 'telephone', urgency: 'red', tool: 'none', criteria: [] };
    const { type: _1, ...redData } = red;
    const { type: _2, ...pageData } = paged;
    // As the pager writes it; no duty list says so here.
    await house.pool.query(
      `insert into journal.event (stream, sequence, type, version, occurred_at, recorded_at, actor, command_id, units, subjects, data)
       select 'contact:' || $1, sequence + n, t, 1, now(), now(), 'pager', 'x' || n, '{lvs-forde}', '{}', d
       from (select max(sequence) as sequence from journal.event where stream = 'contact:' || $1) as s,
       (values (1, 'urgencySet', $2::jsonb), (2, 'pageSent', $3::jsonb)) as v(n, t, d)`,
      [contactId, redData, pageData],
    );
    expect(await dina.get(path())).toMatchObject({ status: 200, body: { patient: name } });
    expect((await nansen.get(path())).status).toBe(422);
  });
});

describe('each opening', () => {
  it('is logged once with who, when and purpose, however often the open screen asks again', async () => {
    const before = Date.now() - 1_000;
    await oda.get(path());
    for (let again = 0; again < 5; again += 1) expect((await oda.get(path('?opened=yes'))).status).toBe(200);
    const rows = await log();
    expect(rows).toMatchObject([{ staffId: 'oda-operator', kind: 'opened', purpose: 'treatment', contactId }]);
    expect(rows[0].at).toBeGreaterThan(before);
    await oda.get(path());
    expect(await log()).toHaveLength(2);
  });

  it('cannot be had without a line in the log by calling it open already', async () => {
    expect((await oda.get(path('?opened=yes'))).status).toBe(200);
    expect(await log()).toHaveLength(1);
    const solveig = await house.as('olaug-operator');
    expect((await solveig.get(path('?opened=yes'))).status).toBe(200);
    expect(await log()).toHaveLength(2);
  });

  it('is not shown to an operator, nor to a manager of another unit', async () => {
    expect((await oda.get(`/api/access-log?unit=lvs-forde`)).status).toBe(403);
    expect((await leif.get(`/api/access-log?unit=lvs-nordfjord`)).status).toBe(403);
  });

  it('can be found by day and by person', async () => {
    await oda.get(path());
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });
    const rows = async (query: string) => (await leif.get(`/api/access-log?unit=lvs-forde&contactId=${contactId}&${query}`)).body.rows;
    expect(await rows(`day=${today}`)).toHaveLength(1);
    expect(await rows('day=2021-01-01')).toEqual([]);
    expect(await rows('staffId=nora-nabooperator')).toEqual([]);
  });
});

describe('a manager', () => {
  const named = (asked: object) => leif.post(`/api/contacts/${contactId}/openings`, asked);

  it('sees the unit’s rows and figures, and in no byte of them who the patients are or why they called', async () => {
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });
    const asked = ['/api/contacts?unit=lvs-forde', `/api/statistics/figures/contactsOpened/rows?unit=lvs-forde&day=${today}`];
    for (const each of asked) {
      const answer = await leif.get(each);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain(contactId);
      for (const word of [surname, 'Grynelill', '1980', 'svimmel']) expect(answer.text).not.toContain(word);
    }
  });

  it('is refused to open a contact as if to treat, to search, or to change it', async () => {
    expect(await leif.get(path())).toMatchObject({ status: 403 });
    expect(await leif.get(path('?opened=yes'))).toMatchObject({ status: 403 });
    expect((await leif.post('/api/contacts/search', { unit: 'lvs-forde', name })).status).toBe(403);
    expect((await order(leif, contactId, { type: 'stateReason', text: 'x' }, { seen: 99 })).status).toBe(403);
    expect((await emergency(leif)).status).toBe(403);
  });

  it('opens a named patient only for a stated purpose with a reason, and that is logged', async () => {
    for (const reason of ['', '   kort   '])
      expect(await named({ purpose: 'complaint', reason })).toMatchObject({
        status: 422,
        body: { code: 'purpose-reason-missing', field: 'reason' },
      });
    expect(await named({ purpose: 'treatment', reason: 'jeg vil se pasienten' })).toMatchObject({
      status: 400,
      body: { field: 'purpose' },
    });
    const answer = await named({ purpose: 'complaint', reason: 'klage mottatt i dag' });
    expect(answer).toMatchObject({ status: 200, body: { patient: name, reason } });
    expect(await log()).toMatchObject([{ staffId: 'leif-leder', kind: 'purpose', purpose: 'complaint', reason: 'klage mottatt i dag' }]);
  });

  it('sees who searched for whom when asking for that, once for each contact that a screen keeps asking for', async () => {
    const search = () => oda.post('/api/contacts/search', { unit: 'lvs-forde', name });
    expect((await search()).body.rows).toMatchObject([{ contactId }]);
    await search();
    const searched = await leif.get(`/api/access-log?unit=lvs-forde&contactId=${contactId}&kind=searched`);
    expect(searched.body.rows).toMatchObject([{ staffId: 'oda-operator', kind: 'searched', contactId }]);
    expect(await log()).toEqual([]);
  });

  it('does not open a contact of another’s unit, whatever the purpose', async () => {
    contactId = randomUUID();
    await order(nora, contactId, { type: 'openContact', centreId: 'lvs-nordfjord', channel: 'other' });
    expect((await named({ purpose: 'quality', reason: 'kontroll av journal' })).status).toBe(403);
  });
});
