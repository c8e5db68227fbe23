import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../http/house.ts';
import { type House, openHouse } from './house.ts';
import { contactOf, contactWithSteps } from './journal.ts';
import { type Operator, operatorAt } from './operator.ts';

let house: House;
let oda: Operator;
let olaug: Person;
let contactId: string;

const million = 'x'.repeat(1_000_000);

beforeAll(async () => {
  house = await openHouse();
  [oda, olaug] = await Promise.all([operatorAt(house), house.as('olaug-operator')]);
  await oda.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const caller = await house.callers.rings({});
  contactId = await oda.answers(caller);
  await house.callers.answersFor(caller, 'oda-operator');
});

afterAll(() => house?.close());

it.each([
  ['Hva gjelder det?', 'reasonStated', 'høyst 2 000'],
  ['Råd i egne ord', 'adviceGiven', 'høyst 20 000'],
])('a million letters pasted in «%s» are told at the field, kept, and not taken', async (label, step, told) => {
  const field = oda.page.getByLabel(label);
  await oda.page.evaluate((text) => navigator.clipboard.writeText(text), million);
  await field.focus();
  await oda.page.keyboard.press('Control+V');
  const section = oda.page.getByRole('form').getByRole('region').filter({ has: field });
  const said = async () => (await section.innerText()).replaceAll(/\s+/g, ' ');
  await expect.poll(said, { timeout: 20_000 }).toContain(told);
  await field.press('Enter');
  await section.getByRole('alert').waitFor();
  expect((await field.inputValue()).length).toBe(million.length);
  expect((await contactOf(olaug, contactId)).timeline.map(({ type }) => type)).not.toContain(step);
  await field.fill('Kort nok');
  await field.press('Enter');
  await contactWithSteps(olaug, contactId, step);
  await section.getByRole('alert').waitFor({ state: 'detached' });
});

it('a time that cannot be is told while it is written', async () => {
  await oda.page.getByLabel('Skjedde kl.').fill('2575');
  await oda.page.getByText('Skriv klokkeslett som 2110').waitFor();
  await oda.page.getByLabel('Skjedde kl.').fill('');
  expect(oda.faults).toEqual([]);
});
