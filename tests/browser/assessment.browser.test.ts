import { osloDate, osloInstant } from '@vakthavende/core/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../http/house.ts';
import { type House, openHouse } from './house.ts';
import { contactOf, contactWithSteps, stepsOf } from './journal.ts';
import { type Operator, operatorAt } from './operator.ts';

let house: House;
let oda: Operator;
let olaug: Person;
let contactId: string;

beforeAll(async () => {
  house = await openHouse();
  [oda, olaug] = await Promise.all([operatorAt(house), house.as('olaug-operator')]);
});

afterAll(() => house?.close());

beforeEach(async () => {
  const caller = await house.callers.rings({});
  contactId = await oda.answers(caller);
  await house.callers.answersFor(caller, 'oda-operator');
  await oda.identifies('100889 Kari Prøve');
});

describe('the urgency', () => {
  it('other than suggested waits for a reason, which the journal keeps', async () => {
    await oda.states('Vondt i halsen');
    await oda.answersNoToVitalQuestions();
    await oda.finds('Sår hals');
    await oda.sets('Gul');
    const why = oda.page.getByLabel('Hvorfor en annen hastegrad enn forslaget?');
    await why.press('Enter');
    await contactWithSteps(olaug, contactId, 'reasonStated');
    expect(await stepsOf(olaug, contactId)).not.toContain('urgencySet');
    await why.fill('Bor alene, og stemmen er svak');
    await why.press('Enter');
    const { urgencySettings } = await contactWithSteps(olaug, contactId, 'urgencySet');
    expect(urgencySettings).toMatchObject([
      { urgency: 'yellow', suggested: 'green', departureReason: 'Bor alene, og stemmen er svak', by: 'oda-operator' },
    ]);
  });

  it('follows the vital question that is answered yes: red, and confer with the EMC at once', async () => {
    await oda.chooses('Vitale spørsmål', 'Har kramper nå');
    await oda.page.getByText('Konferer med AMK straks').waitFor();
    await oda.sets('Rød');
    const { urgencySettings } = await contactWithSteps(olaug, contactId, 'urgencySet');
    expect(urgencySettings).toMatchObject([{ urgency: 'red', suggested: 'red' }]);
  });
});

describe('the place', () => {
  it('shows the district that serves it and the clinics that are open', async () => {
    await oda.placesThePatient('balestr', 'Balestrand');
    const served = oda.page.getByRole('form').getByRole('region', { name: 'Hvor' }).getByRole('status');
    await served.getByText('har vakt.').waitFor();
    await served.getByText(/Åpent nå:.*Balestrand/).waitFor();
    expect((await contactWithSteps(olaug, contactId, 'placeStated')).place).toBe('4640-balestrand');
  });

  it('that nobody here serves is told as a gap', async () => {
    await oda.placesThePatient('0301', 'Oslo');
    await oda.page.getByText('Ingen har vakt her nå').first().waitFor();
    expect((await contactWithSteps(olaug, contactId, 'placeStated')).place).toBe('0301');
  });
});

it('a late entry is marked on the screen and in the journal with both its times', async () => {
  await oda.page.keyboard.press('F9');
  await oda.page.keyboard.type('2110');
  await oda.page.getByText('i dag 21:10').first().waitFor();
  await oda.page.getByText('Etterføring: alt du fører nå, skjedde').waitFor();
  await oda.states('Falt på trappen');
  const { timeline, lateEntries } = await contactWithSteps(olaug, contactId, 'reasonStated');
  const stated = timeline.find((entry) => entry.type === 'reasonStated');
  expect(stated).toMatchObject({ late: true, occurredAt: osloInstant(osloDate(house.now()), 21 * 60 + 10) });
  expect(stated?.recordedAt).toBeGreaterThan(house.now() - 60_000);
  expect(lateEntries).toBe(1);
  await oda.page.getByRole('button', { name: 'Tøm – skjer nå' }).click();
  await oda.sets('Grønn');
  const after = await contactWithSteps(olaug, contactId, 'urgencySet');
  expect(after.timeline.find((entry) => entry.type === 'urgencySet')?.late).toBe(false);
});

it('a callback that is promised is a task with a time and the caller’s number, and the contact is left open with it', async () => {
  await oda.sets('Grønn');
  await oda.decides('Råd fra sykepleier');
  await oda.chooses('Mer', 'Lov oppringning');
  await oda.fills('Ringes tilbake innen kl.', '+30');
  const { tasks } = await contactWithSteps(olaug, contactId, 'callbackPromised');
  expect(tasks).toMatchObject([{ kind: 'callback' }]);
  expect((tasks[0]?.due ?? 0) - house.now()).toBeGreaterThan(28 * 60_000);
  await oda.finishes();
  await oda.page.getByRole('list', { name: 'Lovede oppringninger' }).getByText('Kari Prøve').waitFor();
  expect((await contactOf(olaug, contactId)).status).toBe('callback');
});

it('a conference with the EMC, and a handover that stands open until it is received there, with the time of the receipt', async () => {
  await oda.sets('Rød');
  await oda.chooses('Mer', 'Konferer med AMK');
  await oda.chooses('Konferert med', 'AMK');
  const held = await contactWithSteps(olaug, contactId, 'conferenceHeld');
  expect(held.conferences).toMatchObject([{ party: { kind: 'emc', unit: 'emc-forde' }, by: 'oda-operator' }]);
  await oda.chooses('Mer', 'Overlever');
  await oda.chooses('Overlever til', 'AMK');
  const receipt = oda.page.getByLabel(/^Mottatt hos AMK/);
  await receipt.waitFor();
  expect((await contactOf(olaug, contactId)).handovers).toMatchObject([{ party: { kind: 'emc' } }]);
  expect((await contactOf(olaug, contactId)).handovers[0]?.received).toBeUndefined();
  await receipt.fill('Operatør 3');
  await receipt.press('Enter');
  const { handovers } = await contactWithSteps(olaug, contactId, 'handoverReceived');
  expect(handovers[0]?.received).toMatchObject({ receivedBy: 'Operatør 3', by: 'oda-operator' });
  expect(Math.abs((handovers[0]?.received?.at ?? 0) - house.now())).toBeLessThan(60_000);
  expect(oda.faults).toEqual([]);
});
