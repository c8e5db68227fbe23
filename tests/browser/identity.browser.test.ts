import { checkNationalId } from '@vakthavende/core/contact';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contactWith, type Person } from '../http/house.ts';
import { syntheticNationalId } from '../http/synthetic-patient.ts';
import { type House, openHouse } from './house.ts';
import { contactOf, contactWithSteps } from './journal.ts';
import { contactIn, type Operator, operatorAt } from './operator.ts';

let house: House;
let oda: Operator;
let olaug: Person;

beforeAll(async () => {
  house = await openHouse();
  [oda, olaug] = await Promise.all([operatorAt(house), house.as('olaug-operator')]);
});

afterAll(() => house?.close());

/** A D-number has the day 40 higher; this one is synthetic as well. */
const dNumber = firstValid('558590');

describe('who the patient is', () => {
  let contactId: string;
  beforeEach(async () => {
    const caller = await house.callers.rings({});
    contactId = await oda.answers(caller);
    await house.callers.answersFor(caller, 'oda-operator');
  });

  it('a number that is wrong says what is wrong while it is written, and nothing is sent', async () => {
    const oneWrong = syntheticNationalId.slice(0, 10) + ((Number(syntheticNationalId[10]) + 1) % 10);
    await oda.identifies(`${oneWrong} Prøve Prøvesen`);
    expect(await oda.readsOfWho()).toContain('Kontrollsifrene stemmer ikke');
    await oda.identifies(`${syntheticNationalId.slice(0, 9)} Prøve Prøvesen`);
    expect(await oda.readsOfWho()).toContain('Nummeret har ikke 11 siffer');
    await oda.identifies('310289 Prøve Prøvesen');
    expect(await oda.readsOfWho()).toContain('Fødselsdatoen finnes ikke');
    expect((await contactOf(olaug, contactId)).identity.kind).toBe('unknown');
  });

  it.each([
    [
      'a synthetic national identity number',
      `${syntheticNationalId} Syntetia Prøve`,
      { kind: 'nationalId', number: syntheticNationalId, name: 'Syntetia Prøve' },
    ],
    ['a D-number', `${dNumber} Didrik Prøve`, { kind: 'nationalId', number: dNumber, name: 'Didrik Prøve' }],
    ['name and birth date', '100889 Navnulf Prøve', { kind: 'nameAndBirth', name: 'Navnulf Prøve', birthDate: '1989-08-10' }],
    ['a foreigner', 'u John Trial 100889, GB', { kind: 'foreign', name: 'John Trial', country: 'GB', birthDate: '1989-08-10' }],
    ['nobody knows', '? mann ca. 40', { kind: 'unknown', description: 'mann ca. 40' }],
  ])('%s is taken with one Enter', async (_, written, identity) => {
    await oda.identifies(written);
    const contact = await contactWithSteps(olaug, contactId, 'patientIdentified');
    expect(contact.identity).toMatchObject(identity);
    const called = 'name' in identity ? identity.name : identity.description;
    await oda.page.getByRole('heading', { level: 2, name: called }).waitFor();
  });

  it('unknown is one key', async () => {
    await oda.identifies('?');
    expect((await contactWithSteps(olaug, contactId, 'patientIdentified')).identity).toEqual({ kind: 'unknown' });
  });
});

it('several patients on one call are several contacts of that call', async () => {
  const caller = await house.callers.rings({});
  const first = await oda.answers(caller);
  await house.callers.answersFor(caller, 'oda-operator');
  await oda.identifies('010520 Eldste Prøve');
  await contactWithSteps(olaug, first, 'patientIdentified');
  await oda.page.getByText('I samtale').first().waitFor();
  await oda.page.keyboard.press('F4');
  await expect.poll(() => contactIn(oda.page), { timeout: 20_000 }).not.toBe(first);
  const second = contactIn(oda.page);
  await oda.identifies('010522 Yngste Prøve');
  await contactWithSteps(olaug, second, 'patientIdentified');
  const both = await Promise.all([contactOf(olaug, first), contactOf(olaug, second)]);
  expect(both.map(({ patient, callIds }) => [patient, callIds])).toEqual([
    ['Eldste Prøve', [caller.callId]],
    ['Yngste Prøve', [caller.callId]],
  ]);
});

it('a redial is offered for linking to the contact that is open, and several calls lead to one contact', async () => {
  const number = '91300999';
  const caller = await house.callers.rings({ number });
  const contactId = await contactWith(
    olaug,
    { type: 'linkCall', callId: caller.callId },
    { type: 'identifyPatient', identity: { kind: 'nameAndBirth', name: 'Ringer Igjen', birthDate: '1970-01-01' } },
  );
  await caller.hangsUp();
  const again = await house.callers.rings({ number });
  await oda.page.getByRole('list', { name: 'Kø' }).getByRole('button', { name: again.shown }).getByText('1 anrop før i dag').waitFor();
  await oda.answers(again);
  const earlier = oda.page.getByRole('region', { name: 'Fra samme nummer' });
  await earlier.getByText('Ringer Igjen').waitFor();
  await earlier.getByRole('button', { name: /^Knytt anropet.*Ringer Igjen/ }).click();
  await oda.page.getByRole('heading', { level: 2, name: 'Ringer Igjen' }).waitFor();
  await expect.poll(async () => (await contactOf(olaug, contactId)).callIds, { timeout: 20_000 }).toEqual([caller.callId, again.callId]);
  expect(oda.faults).toEqual([]);
});

function firstValid(sixDigits: string): string {
  for (let rest = 10_000; rest < 99_999; rest += 1) {
    const number = `${sixDigits}${rest}`;
    if (checkNationalId(number).valid) return number;
  }
  throw new Error('No number is valid');
}
