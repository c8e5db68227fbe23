import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactWith, type House, openHouse, order, type Person, report } from './house.ts';
import { anotherSyntheticNationalId, syntheticNationalId } from './synthetic-patient.ts';

/** Each word stands nowhere else in the world. */
const secrets = {
  name: 'Kvitrebjørn Hemmelisen',
  nationalId: syntheticNationalId,
  callerNumber: '+4799731731',
  callerName: 'Ringvald Pårørendesen',
  statedNumber: '99842842',
  reason: 'vondt i snurrebassen',
  detail: 'bak det lilla naustet',
  departure: 'operatøren kjenner gåsehuden',
  advice: 'drikk lunken tøffelsuppe',
  note: 'pasienten nynner baklengs',
  task: 'ring gulrotkona i morgen',
  party: 'kontorist Fjompenisse',
  receivedBy: 'vaktsjef Tåkefyrste',
  reopened: 'glemte knappenålsprøven',
  emergencyReason: 'bevisstløs i heisen på Snåsaloftet',
  purposeReason: 'klage fra Surmulesen behandles',
};

let house: House;
let contactId: string;
let oda: Person;

beforeAll(async () => {
  house = await openHouse();
  oda = await house.as('oda-operator');
  await house.exchange([report('sealed-1', 'offered', { centreId: 'lvs-forde', callerNumber: secrets.callerNumber, place: '4647' })]);
  const handoverId = randomUUID();
  contactId = await contactWith(
    oda,
    { type: 'linkCall', callId: 'sealed-1' },
    { type: 'stateCaller', name: secrets.callerName, relation: 'nabo', number: secrets.statedNumber },
    { type: 'identifyPatient', identity: { kind: 'nationalId', number: secrets.nationalId, name: secrets.name } },
    { type: 'statePlace', place: '4647', detail: secrets.detail },
    { type: 'stateReason', text: secrets.reason },
    { type: 'setUrgency', axis: 'telephone', urgency: 'green', tool: 'none', criteria: [], departureReason: secrets.departure },
    { type: 'decideAction', action: 'nurseAdvice' },
    { type: 'giveAdvice', text: secrets.advice, adviceCodes: [] },
    { type: 'writeNote', noteId: randomUUID(), text: secrets.note },
    { type: 'addTask', taskId: randomUUID(), kind: 'other', text: secrets.task },
    { type: 'promiseCallback', taskId: randomUUID(), by: new Date(Date.now() + 3_600_000).toISOString(), number: secrets.statedNumber },
    { type: 'holdConference', conferenceId: randomUUID(), party: { kind: 'other', name: secrets.party } },
    { type: 'offerHandover', handoverId, party: { kind: 'other', name: secrets.party } },
    { type: 'confirmHandover', handoverId, receivedBy: secrets.receivedBy },
    { type: 'close', outcome: 'advised' },
    { type: 'reopen', reason: secrets.reopened },
  );
  const nora = await house.as('nora-nabooperator');
  await nora.post(`/api/contacts/${contactId}/emergency-access`, { reason: secrets.emergencyReason });
  const leif = await house.as('leif-leder');
  await leif.post(`/api/contacts/${contactId}/openings`, { purpose: 'complaint', reason: secrets.purposeReason });
});

afterAll(() => house?.close());

/** All that lies in the database as text: every column of every table that is ours. */
async function everything(): Promise<string> {
  const { rows } = await house.pool.query<{ schema: string; name: string }>(
    "select schemaname as schema, tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  const dumps = await Promise.all(
    rows.map(({ schema, name }) => house.pool.query<{ row: string }>(`select t::text as row from "${schema}"."${name}" as t`)),
  );
  return dumps.flatMap((dump) => dump.rows.map((each) => each.row)).join('\n');
}

describe('what is told of a patient', () => {
  it('is shown to the one who treats', async () => {
    const { text } = await oda.get(`/api/contacts/${contactId}`);
    for (const word of [secrets.name, secrets.nationalId, secrets.reason, secrets.note, secrets.task, secrets.party, secrets.receivedBy])
      expect(text).toContain(word);
  });

  it('lies nowhere in the database in readable form', async () => {
    const dump = (await everything()).toLowerCase();
    expect(dump).toContain(contactId);
    const found = Object.entries(secrets).filter(([, word]) =>
      word.split(' ').some((part) => part.length > 4 && dump.includes(part.toLowerCase())),
    );
    expect(found).toEqual([]);
    expect(dump).not.toContain('99731731');
  });

  it('is in no line of the server’s log', async () => {
    await oda.post('/api/contacts/search', { unit: 'lvs-forde', name: secrets.name, unknown: secrets.reason });
    await order(oda, contactId, { type: 'stateReason', text: secrets.reason, [secrets.name]: 1 });
    const log = house.log.join('\n');
    expect(Object.values(secrets).filter((word) => log.includes(word))).toEqual([]);
  });
});

describe('a patient with several contacts', () => {
  it('has one key, also when they are identified at the same moment', async () => {
    const nils = await house.as('kari-kombinert');
    const identity = { kind: 'nationalId', number: anotherSyntheticNationalId, name: 'Oppdikta Flerkontaktsen' };
    const ids = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        contactWith(i % 2 ? nils : oda, { type: 'identifyPatient', identity }, { type: 'stateReason', text: 'hoste' }),
      ),
    );
    const { rows } = await house.pool.query<{ subjects: number }>(
      'select count(distinct subject)::int as subjects from contact.row where contact_id = any($1)',
      [ids],
    );
    expect(rows).toEqual([{ subjects: 1 }]);
    const found = await oda.post('/api/contacts/search', { unit: 'lvs-forde', nationalId: anotherSyntheticNationalId });
    expect(found.body.rows.map((row: { contactId: string }) => row.contactId).toSorted()).toEqual(ids.toSorted());
    for (const id of ids) await order(oda, id, { type: 'close', outcome: 'noContact' });
  });
});

describe('a patient whose key is erased', () => {
  const unit = 'lvs-forde';
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });
  const tomorrow = new Date(Date.now() + 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });

  it('stands as erased on every screen, while the journal is whole and the figures are the same', async () => {
    const leif = await house.as('leif-leder');
    const figures = async () => (await leif.get(`/api/statistics/figures?unit=${unit}&from=${today}&to=${tomorrow}`)).body.figures;
    const [before, counted] = [await figures(), (await house.pool.query('select count(*) from journal.event')).rows];
    expect(before.contactsOpened.count).toBe(7);
    await house.pool.query("update keys.subject_key set wrapped = null, state = 'erased' where subject not like 'call:%'");

    const { status, text, body } = await oda.get(`/api/contacts/${contactId}`);
    expect(status).toBe(200);
    expect(body.patient).toBe('[slettet]');
    expect(body.notes).toMatchObject([{ text: '[slettet]' }]);
    expect(Object.values(secrets).filter((word) => text.includes(word))).toEqual([]);
    const list = await oda.get(`/api/contacts?unit=${unit}`);
    expect(list.body.rows).toHaveLength(7);
    for (const row of list.body.rows) expect(row.patient).toBe('[slettet]');
    expect(await figures()).toEqual(before);
    expect((await house.pool.query('select count(*) from journal.event')).rows).toEqual(counted);
  });

  it('is somebody new when they come again, of whom it can be written', async () => {
    const identity = { kind: 'nationalId', number: secrets.nationalId, name: 'Oppdikta Nykommersen' };
    const again = await contactWith(oda, { type: 'identifyPatient', identity });
    expect((await oda.get(`/api/contacts/${again}`)).body).toMatchObject({ patient: 'Oppdikta Nykommersen' });
    expect((await oda.get(`/api/contacts/${contactId}`)).body.patient).toBe('[slettet]');
    await order(oda, again, { type: 'close', outcome: 'noContact' });
  });

  it('can be written no more about, and the operator is told so; the contact can still be finished', async () => {
    const seen = (await oda.get(`/api/contacts/${contactId}`)).body.sequence;
    const note = await order(oda, contactId, { type: 'writeNote', noteId: randomUUID(), text: 'mer' }, { seen });
    expect(note).toMatchObject({ status: 422, body: { code: 'person-closed', detail: expect.stringContaining('slettet eller sperret') } });
    expect(await order(oda, contactId, { type: 'close', outcome: 'advised' }, { seen })).toMatchObject({ status: 200 });
    const { rows } = (await oda.get(`/api/contacts?unit=${unit}`)).body;
    expect(rows).toContainEqual(expect.objectContaining({ contactId, status: 'closed', patient: '[slettet]' }));
  });
});
