import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../http/house.ts';
import { type Clinician, clinicianAt } from './clinician.ts';
import { type House, openHouse } from './house.ts';
import { contactOf, contactWithSteps } from './journal.ts';
import { type Operator, operatorAt } from './operator.ts';
import type { Screen } from './screen.ts';

let house: House;
let oda: Operator;
let solveig: Clinician;
let dina: Clinician;
let pager: Screen;
let olaug: Person;

beforeAll(async () => {
  house = await openHouse();
  olaug = await house.as('olaug-operator');
  [oda, solveig, dina, pager] = await Promise.all([
    operatorAt(house),
    clinicianAt(house, 'solveig-sykepleier'),
    clinicianAt(house, 'dina-doktor'),
    house.asPerson('leif-leder'),
  ]);
  await pager.opens('/personsoker');
});

afterAll(() => house?.close());

const alarm = (page: Page, patient: string) => page.getByRole('region', { name: 'Røde alarmer' }).getByText(patient);
const screens = () => [oda, solveig, dina].map(({ page }) => page);

/** Oda takes a call, one of the vital questions is answered yes, and the doctor in Førde is to go out. */
async function odaSetsRed(patient: string): Promise<string> {
  const caller = await house.callers.rings({ place: '4647' });
  const contactId = await oda.answers(caller);
  await house.callers.answersFor(caller, 'oda-operator');
  await oda.identifies(`010150 ${patient}`);
  await oda.chooses('Vitale spørsmål', 'Har trykk eller sterke smerter i brystet nå');
  await oda.sets('Rød');
  await oda.decides('Utrykning med ambulanse');
  await oda.chooses('Hvilken legevakt?', 'Førde legevakt');
  return contactId;
}

it('red alarms on every screen whose role answers for it, pages those on duty, and is quiet when one has acknowledged', async () => {
  const contactId = await odaSetsRed('Brynjar Prøve');
  await Promise.all(screens().map((page) => alarm(page, 'Brynjar Prøve').waitFor()));
  const telephone = pager.page.getByRole('listitem').filter({ has: pager.page.getByRole('heading', { name: 'Dina Doktor' }) });
  await telephone.getByRole('button', { name: 'Kvitter for Dina Doktor' }).waitFor();
  // The message goes over networks that are not ours.
  expect(await pager.page.locator('body').innerText()).not.toContain('Brynjar');
  await telephone.getByRole('button', { name: 'Kvitter for Dina Doktor' }).click();
  await Promise.all(screens().map((page) => alarm(page, 'Brynjar Prøve').waitFor({ state: 'detached' })));
  const contact = await contactWithSteps(olaug, contactId, 'pageSent', 'pageAcknowledged');
  expect(contact.paging).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'dina-doktor' });
});

it('nobody answers: the backup is paged, and then the operator is told to confer with the EMC', async () => {
  const contactId = await odaSetsRed('Torbjørg Prøve');
  await contactWithSteps(olaug, contactId, 'pageSent');
  await Promise.all(screens().map((page) => alarm(page, 'Torbjørg Prøve').waitFor()));
  house.advance(61_000);
  const escalated = await contactWithSteps(olaug, contactId, 'pageEscalated');
  expect(escalated.paging.state).toBe('waiting');
  await oda.page
    .getByRole('region', { name: 'Røde alarmer' })
    .getByText(/bakvakt/i)
    .waitFor();
  await pager.page.getByRole('button', { name: 'Kvitter for Bakvakt-Birger Doktorsen' }).waitFor();
  house.advance(61_000);
  await contactWithSteps(olaug, contactId, 'emcConferenceAdvised');
  await oda.page.getByRole('region', { name: 'Røde alarmer' }).getByText('Ingen har svart. Konferer med AMK.').waitFor();
  await oda.page.getByRole('region', { name: 'Røde alarmer' }).getByRole('button', { name: 'Konferer med AMK' }).click();
  await oda.chooses('Konferert med', 'AMK');
  await contactWithSteps(olaug, contactId, 'conferenceHeld');

  // The alarm stands until a person has acknowledged it.
  await solveig.page.getByRole('button', { name: /^Kvitter rød alarm: Torbjørg Prøve/ }).click();
  await Promise.all(screens().map((page) => alarm(page, 'Torbjørg Prøve').waitFor({ state: 'detached' })));
  const { timeline, paging } = await contactOf(olaug, contactId);
  expect(paging).toMatchObject({ state: 'acknowledged', acknowledgedBy: 'solveig-sykepleier' });
  const steps = timeline
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ type, event }) => (type === 'pageSent' ? `${type} ${String(event.level)}` : type))
    .filter((step) => /^(pageSent|pageEsc|pageAck|emc)/.test(step));
  // Several may be on duty: one page each, and then the next step.
  expect(steps.filter((step, at) => step !== steps[at - 1])).toEqual([
    'pageSent primary',
    'pageEscalated',
    'pageSent backup',
    'pageEscalated',
    'emcConferenceAdvised',
    'pageAcknowledged',
  ]);
  expect([oda, solveig, dina, pager].flatMap(({ faults }) => faults)).toEqual([]);
});
