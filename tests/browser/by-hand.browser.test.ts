import { osloDate, osloInstant } from '@vakthavende/core/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';
import { contactWithSteps } from './journal.ts';
import { contactIn, hasFocus, operatorAt } from './operator.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house?.close());

it('a call that no exchange reported is registered by hand, at the minute that it came, and its contact says so', async () => {
  const oda = await operatorAt(house);
  const { page } = oda;
  await page.keyboard.press('Shift+F2');
  const dialog = page.getByRole('dialog', { name: 'Registrer anrop for hånd' });
  await hasFocus(dialog.getByLabel(/^Innringerens nummer/));
  await page.keyboard.type('91300888');
  await dialog.getByRole('combobox').fill('Askvoll');
  await dialog.getByRole('option', { name: 'Askvoll' }).click();
  await dialog.getByLabel(/^Ringte kl/).fill('2110');
  await dialog.getByText('i dag 21:10').first().waitFor();
  await dialog.getByRole('button', { name: 'Registrer og åpne kontakt' }).click();
  await page.getByRole('form', { name: 'Kontakt' }).waitFor();
  await page.getByText('Etterføring: alt du fører nå, skjedde').waitFor();
  const contactId = contactIn(page);
  await oda.states('Skrevet på papir da sentralbordet var nede');

  const contact = await contactWithSteps(await house.as('olaug-operator'), contactId, 'contactOpened', 'reasonStated');
  const tenPastNine = osloInstant(osloDate(house.now()), 21 * 60 + 10);
  expect(contact).toMatchObject({ place: '4645', callIds: [expect.stringMatching(/^hand-/)] });
  expect(contact.timeline.map(({ type, late, occurredAt }) => [type, late, occurredAt])).toEqual([
    ['contactOpened', true, tenPastNine],
    ['reasonStated', true, tenPastNine],
  ]);
  expect(oda.faults).toEqual([]);
  await oda.close();
});

it('whom the roster planner enters on the duty list is on duty at once, on the doctor’s own screen too', async () => {
  const [vilde, dina] = await Promise.all([house.asPerson('vilde-vaktplan'), house.asPerson('dina-doktor')]);
  for (const { page, opens } of [vilde, dina]) {
    await opens('/vaktliste');
    await page.getByLabel('Enhet').selectOption({ label: 'Askvoll legevaktsatellitt' });
    await page.getByText('Ingen primærvakt nå').waitFor();
  }
  await vilde.page.getByRole('combobox', { name: 'Hvem' }).fill('Dina');
  await vilde.page.getByRole('option', { name: /Dina Doktor/ }).click();
  await vilde.page.keyboard.press('Enter');
  await vilde.page.getByText('Vakten er ført inn').waitFor();
  await dina.page.getByText('Ingen primærvakt nå').waitFor({ state: 'detached' });
  await dina.page.getByRole('link', { name: 'Ring Dina Doktor' }).waitFor();
  expect([...vilde.faults, ...dina.faults]).toEqual([]);
});
