import { afterAll, beforeAll, expect, it } from 'vitest';
import { contactWith, type Person } from '../http/house.ts';
import { type Clinician, clinicianAt } from './clinician.ts';
import { type House, openHouse } from './house.ts';
import { contactOf, contactWithSteps } from './journal.ts';

let house: House;
let solveig: Clinician;
let dina: Clinician;
let olaug: Person;

beforeAll(async () => {
  house = await openHouse();
  olaug = await house.as('olaug-operator');
  [solveig, dina] = await Promise.all([clinicianAt(house, 'solveig-sykepleier'), clinicianAt(house, 'dina-doktor')]);
});

afterAll(() => house?.close());

const yellow = { type: 'setUrgency', axis: 'telephone', urgency: 'yellow', tool: 'none', criteria: [] };

function expected(name: string): Promise<string> {
  return contactWith(
    olaug,
    { type: 'identifyPatient', identity: { kind: 'nameAndBirth', name, birthDate: '1980-01-02' } },
    { type: 'stateReason', text: 'Vondt i magen' },
    yellow,
    { type: 'decideAction', action: 'doctorConsultation', clinicId: 'lv-forde' },
    { type: 'expectAtClinic', clinicId: 'lv-forde' },
  );
}

it('a patient goes from expected to closed, with every step on both screens and in the journal', async () => {
  const contactId = await expected('Magnus Prøve');
  await Promise.all([solveig, dina].map((one) => one.seesUnder('Ventes', 'Magnus Prøve')));

  await solveig.opensFromBoard('Magnus Prøve');
  await solveig.starts('Møtt');
  await dina.seesUnder('Venter', 'Magnus Prøve');

  const triage = await solveig.starts('Hastegrad');
  await triage.getByRole('radio', { name: /Gul/ }).first().check();
  await solveig.saves(triage);

  await dina.opensFromBoard('Magnus Prøve');
  await dina.starts('Ta som lege');
  await solveig.seesUnder('Hos lege eller sykepleier', 'Magnus Prøve');

  const handOver = await dina.starts('Overlat');
  await handOver.getByRole('radio', { name: /Bakvakt-Birger/ }).check();
  await dina.saves(handOver);
  await contactWithSteps(olaug, contactId, 'handedOver');

  await dina.writesNote('Abdomen bløt, ikke slippøm.');
  await dina.page.getByRole('button', { name: /^Rett notatet fra/ }).click();
  const correction = dina.page.getByRole('region', { name: 'Rettelse' });
  await correction.getByLabel('Notat').fill('Abdomen bløt. Slippøm i høyre fossa.');
  await dina.saves(correction);
  await solveig.page.getByRole('article').getByText('Slippøm i høyre fossa').waitFor();
  await solveig.page.getByRole('article').getByText('Abdomen bløt, ikke slippøm.').waitFor();

  const task = await dina.starts('Oppgave');
  await task.getByRole('radio', { name: /Epikrise/ }).check();
  await task.getByLabel('Kort om oppgaven').fill('Skriv til fastlegen');
  await dina.saves(task);

  const closing = await dina.starts('Avslutt');
  await closing.getByRole('radio', { name: 'Hjem etter behandling' }).check();
  await closing.getByLabel('Diagnose (ICPC-2)').fill('D06');
  await closing.getByRole('option').first().click();
  await dina.saves(closing);

  const contact = await contactWithSteps(olaug, contactId, 'contactClosed');
  expect(
    contact.timeline
      .toSorted((a, b) => a.sequence - b.sequence)
      .map(({ type, by }) => `${type} ${by}`)
      .slice(6),
  ).toEqual([
    'arrived solveig-sykepleier',
    'urgencySet solveig-sykepleier',
    'taken dina-doktor',
    'handedOver dina-doktor',
    'noteWritten dina-doktor',
    'noteWritten dina-doktor',
    'taskAdded dina-doktor',
    'contactClosed dina-doktor',
  ]);
  expect(contact.closed).toMatchObject({ outcome: 'home', responsible: 'dina-doktor', diagnosis: expect.stringMatching(/^D/) });
  expect(contact.urgencySettings.map(({ axis }) => axis)).toEqual(['telephone', 'clinic']);
  expect(contact.notes[1]?.corrects).toBe(contact.notes[0]?.noteId);

  // What remains stays on the board after the contact is closed, until somebody has done it.
  await solveig.seesUnder('Gjenstår', 'Epikrise');
  await solveig.page.getByRole('button', { name: /Utført: Epikrise/i }).click();
  await contactWithSteps(olaug, contactId, 'taskDone');
  await dina.page.getByText('Ingen oppgaver gjenstår.').waitFor();
  expect([...solveig.faults, ...dina.faults]).toEqual([]);
});

it('two at the same contact at once: the second gets what changed and keeps what they wrote', async () => {
  const contactId = await expected('Toril Prøve');
  await Promise.all([solveig.opensContact(contactId), dina.opensContact(contactId)]);
  const [hers, theirs] = await Promise.all([solveig.starts('Gjelder'), dina.starts('Gjelder')]);
  await theirs.getByLabel('Hva gjelder det?').fill('Vondt i magen, kaster opp');
  await hers.getByLabel('Hva gjelder det?').fill('Vondt i magen i tre dager');
  await solveig.saves(hers);
  await contactWithSteps(olaug, contactId, 'reasonStated');
  await dina.page.getByRole('region', { name: 'Opplysninger' }).getByText('Vondt i magen i tre dager').waitFor();

  await dina.page.keyboard.press('Control+Enter');
  const conflict = dina.page.getByRole('group', { name: /Endret av Solveig Sykepleier mens du skrev/ });
  await conflict.waitFor();
  expect(await theirs.getByLabel('Hva gjelder det?').inputValue()).toBe('Vondt i magen, kaster opp');
  expect((await contactOf(olaug, contactId)).reason).toBe('Vondt i magen i tre dager');
  await conflict.getByRole('button', { name: 'Behold mitt' }).click();
  await expect.poll(async () => (await contactOf(olaug, contactId)).reason, { timeout: 20_000 }).toBe('Vondt i magen, kaster opp');
  expect([...solveig.faults, ...dina.faults]).toEqual([]);
});

it('a note of a million letters is refused at the field, and stands there still', async () => {
  const contactId = await expected('Lang Prøve');
  await dina.opensContact(contactId);
  const form = await dina.starts('Notat');
  const note = form.getByLabel('Notat');
  const million = 'x'.repeat(1_000_000);
  await dina.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await dina.page.evaluate((text) => navigator.clipboard.writeText(text), million);
  await note.focus();
  await dina.page.keyboard.press('Control+V');
  await expect.poll(async () => (await note.inputValue()).length, { timeout: 20_000 }).toBeGreaterThan(0);
  expect((await note.inputValue()).length).toBe(million.length);
  await dina.page.keyboard.press('Control+Enter');
  await expect.poll(() => form.innerText(), { timeout: 20_000 }).toMatch(/for lang|høyst 20.000 tegn/);
  expect((await note.inputValue()).length).toBe(million.length);
  expect((await contactOf(olaug, contactId)).notes).toEqual([]);
  await note.fill('Kort nok.');
  await dina.saves(form);
  expect((await contactWithSteps(olaug, contactId, 'noteWritten')).notes[0]?.text).toBe('Kort nok.');
  expect(dina.faults).toEqual([]);
});
