import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advised, contactWith, green, type House, openHouse, order, type Person, report } from './house.ts';

let house: House;
let oda: Person;
let leif: Person;

beforeAll(async () => {
  house = await openHouse();
  [oda, leif] = await Promise.all([house.as('oda-operator'), house.as('leif-leder')]);
});

afterAll(() => house?.close());

const offered = (callId: string, callerNumber: string) => report(callId, 'offered', { centreId: 'lvs-forde', callerNumber });
const rowOf = async (callId: string) =>
  (await oda.get('/api/telephony/queue?unit=lvs-forde')).body.rows.find((row: { callId: string }) => row.callId === callId);

describe('calls and contacts', () => {
  it('one call may be about three children', async () => {
    await house.exchange([offered('three', '99900101')]);
    const children = await Promise.all(
      ['Ask', 'Bo', 'Cato'].map((name) => contactWith(oda, { type: 'linkCall', callId: 'three' }, child(name))),
    );
    expect((await rowOf('three')).contactIds.toSorted()).toEqual(children.toSorted());
    const found = await oda.post('/api/contacts/search', { unit: 'lvs-forde', callerNumber: '+47 999 00 101' });
    expect(found.body.rows.map((row: { patient: string }) => row.patient).toSorted()).toEqual(['Ask', 'Bo', 'Cato']);
  });

  it('several calls may belong to one contact, and a wrong link can be taken away', async () => {
    await house.exchange([offered('first', '99900102'), offered('redial', '99900102')]);
    const id = await contactWith(oda, { type: 'linkCall', callId: 'first' }, { type: 'linkCall', callId: 'redial' });
    expect((await oda.get(`/api/contacts/${id}`)).body.callIds).toEqual(['first', 'redial']);
    expect((await order(oda, id, { type: 'unlinkCall', callId: 'first' })).status).toBe(200);
    expect((await oda.get(`/api/contacts/${id}`)).body.callIds).toEqual(['redial']);
    expect((await rowOf('first')).contactIds).toEqual([]);
    expect((await rowOf('redial')).contactIds).toEqual([id]);
  });
});

function child(name: string) {
  return { type: 'identifyPatient', identity: { kind: 'nameAndBirth', name, birthDate: '2020-05-17' } };
}

describe('what happened at ten past and is written at the hour', () => {
  it('keeps both times, stands as late in the timeline, and is counted', async () => {
    const id = await contactWith(oda, green, advised);
    const happened = Date.now() - 50 * 60_000;
    const note = { type: 'writeNote', noteId: randomUUID(), text: 'pasienten ringte mens systemet var nede' };
    const answer = await order(oda, id, note, { occurredAt: new Date(happened).toISOString() });
    expect(answer.status).toBe(200);
    const { body } = await oda.get(`/api/contacts/${id}`);
    const entry = body.timeline.at(-1);
    expect(entry).toMatchObject({ type: 'noteWritten', occurredAt: happened, late: true, byName: 'Oda Operatør' });
    expect(entry.recordedAt - happened).toBeGreaterThanOrEqual(50 * 60_000);
    expect(body.lateEntries).toBe(1);
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });
    const rows = (await leif.get(`/api/statistics/figures/lateEntries/rows?unit=lvs-forde&day=${today}`)).body.rows;
    expect(rows.filter((row: { contactId: string }) => row.contactId === id)).toMatchObject([{ lateEntries: 1 }]);
  });

  it('lets an urgency that was set earlier, and told later, be the first', async () => {
    const id = await contactWith(oda, green, advised);
    const earlier = { ...green, urgency: 'yellow' };
    const seen = (await oda.get(`/api/contacts/${id}`)).body.sequence;
    const answer = await order(oda, id, earlier, { seen, occurredAt: new Date(Date.now() - 20 * 60_000).toISOString() });
    expect(answer.status, answer.text).toBe(200);
    const { body } = await oda.get(`/api/contacts/${id}`);
    expect(body.urgency).toBe('green');
    expect(body.urgencySettings.map((setting: { urgency: string }) => setting.urgency)).toEqual(['yellow', 'green']);
  });
});

describe('notes and tasks', () => {
  it('are signed, corrected by addition, and go on after closing until done', async () => {
    const taskId = randomUUID();
    const noteId = randomUUID();
    const id = await contactWith(
      oda,
      green,
      advised,
      { type: 'writeNote', noteId, text: 'venstre fot' },
      { type: 'addTask', taskId, kind: 'letterToGp', text: 'epikrise' },
      { type: 'close', outcome: 'advised' },
    );
    const listed = async () =>
      (await oda.get('/api/contacts?unit=lvs-forde')).body.rows.find((row: { contactId: string }) => row.contactId === id);
    expect(await listed()).toMatchObject({ status: 'closed', openTasks: [{ taskId, kind: 'letterToGp', text: 'epikrise' }] });
    expect((await order(oda, id, { type: 'writeNote', noteId: randomUUID(), text: 'høyre fot', corrects: noteId })).status).toBe(200);
    expect(await order(oda, id, { type: 'stateReason', text: 'x' }, { seen: 6 })).toMatchObject({
      status: 422,
      body: { code: 'contact-closed', by: 'Oda Operatør', detail: expect.stringContaining('avsluttet av Oda Operatør') },
    });
    await order(oda, id, { type: 'completeTask', taskId });
    expect(await listed()).toMatchObject({ openTasks: [] });
    expect(await order(oda, id, { type: 'completeTask', taskId })).toMatchObject({ status: 422, body: { code: 'task-already-done' } });
    const { notes } = (await oda.get(`/api/contacts/${id}`)).body;
    expect(notes).toMatchObject([
      { text: 'venstre fot', byName: 'Oda Operatør' },
      { text: 'høyre fot', corrects: noteId, byName: 'Oda Operatør' },
    ]);
  });
});
