import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactWith, type Person } from '../http/house.ts';
import { type House, openHouse } from './house.ts';
import { contactOf, contactWithSteps, stepsOf } from './journal.ts';
import { isLive, type Operator, operatorAt } from './operator.ts';

let house: House;
let olaug: Person;

beforeAll(async () => {
  house = await openHouse();
  olaug = await house.as('olaug-operator');
});

afterAll(() => house?.close());

/** What is written is kept at most this long after the last key; nothing on the page shows when. */
const writingPause = 500;

/** Oda with a contact of hers open, and the page kept for a reload without connection. */
async function atHerContact(): Promise<{ readonly oda: Operator; readonly contactId: string; readonly sent: SentCommand[] }> {
  const oda = await operatorAt(house);
  await oda.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const sent = commandsOf(oda);
  const caller = await house.callers.rings({});
  const contactId = await oda.answers(caller);
  await house.callers.answersFor(caller, 'oda-operator');
  await oda.identifies('100889 Utkast Prøve');
  await contactWithSteps(olaug, contactId, 'patientIdentified');
  return { oda, contactId, sent };
}

interface SentCommand {
  readonly commandId: string;
  readonly order: { readonly type: string };
}

/** Every command that left the browser, also those that got no answer. */
function commandsOf(oda: Operator): SentCommand[] {
  const sent: SentCommand[] = [];
  oda.context.on('request', (request) => {
    if (/\/api\/contacts\/[^/]+\/commands$/.test(request.url())) sent.push(request.postDataJSON());
  });
  return sent;
}

describe('what is written and not sent', () => {
  it('survives a reload', async () => {
    const { oda, contactId } = await atHerContact();
    await oda.page.getByLabel('Hva gjelder det?').fill('Halvferdig setning om');
    await oda.page.getByLabel('Råd i egne ord').fill('Et råd som ikke er gitt');
    await oda.page.waitForTimeout(writingPause);
    await oda.page.reload();
    const reason = oda.page.getByLabel('Hva gjelder det?');
    await expect.poll(() => reason.inputValue(), { timeout: 20_000 }).toBe('Halvferdig setning om');
    expect(await oda.page.getByLabel('Råd i egne ord').inputValue()).toBe('Et råd som ikke er gitt');
    expect(await stepsOf(olaug, contactId)).not.toContain('reasonStated');
    expect(oda.faults).toEqual([]);
    await oda.close();
  });

  it('survives a lost connection and a reload without it; then every step is sent once, by its own id', async () => {
    const { oda, contactId, sent } = await atHerContact();
    await oda.context.setOffline(true);
    await oda.states('Skrevet uten nett');
    await oda.sets('Grønn');
    await oda.decides('Råd fra sykepleier');
    await oda.page
      .getByText(/ikke sendt/i)
      .first()
      .waitFor();
    await oda.page.getByLabel('Råd i egne ord').fill('Råd skrevet før siden ble lastet på nytt');
    await oda.page.waitForTimeout(writingPause);
    await reloadWithoutConnection(oda);
    const advice = oda.page.getByLabel('Råd i egne ord');
    await expect.poll(() => advice.inputValue(), { timeout: 20_000 }).toBe('Råd skrevet før siden ble lastet på nytt');
    await advice.press('Enter');
    await oda.context.setOffline(false);

    await contactWithSteps(olaug, contactId, 'reasonStated', 'urgencySet', 'actionDecided', 'adviceGiven');
    await isLive(oda.page);
    const steps = (await stepsOf(olaug, contactId)).filter((type) => type !== 'callLinked');
    expect(steps).toEqual(['contactOpened', 'patientIdentified', 'reasonStated', 'urgencySet', 'actionDecided', 'adviceGiven']);
    const contact = await contactOf(olaug, contactId);
    expect(contact).toMatchObject({ reason: 'Skrevet uten nett', urgency: 'green', action: 'nurseAdvice' });
    expect(contact.advice.map(({ text }) => text)).toEqual(['Råd skrevet før siden ble lastet på nytt']);
    // A step that was tried several times kept its id.
    for (const type of ['stateReason', 'setUrgency', 'decideAction', 'giveAdvice'])
      expect(new Set(sent.filter(({ order }) => order.type === type).map(({ commandId }) => commandId)).size, type).toBe(1);
    expect(oda.faults).toEqual([]);
    await oda.close();
  });

  it('is kept while the server answers that it cannot just now, and sent when it can', async () => {
    const { oda, contactId, sent } = await atHerContact();
    const refused: number[] = [];
    oda.context.on('response', (response) => response.url().endsWith('/commands') && refused.push(response.status()));
    const unlock = await lockJournal();
    await oda.states('Skrevet mens databasen var opptatt');
    await expect.poll(() => refused, { timeout: 20_000 }).toContain(503);
    await oda.page.getByText('Ikke sendt – prøver igjen').first().waitFor();
    expect(await oda.page.getByLabel('Hva gjelder det?').inputValue()).toBe('Skrevet mens databasen var opptatt');
    await unlock();
    expect((await contactWithSteps(olaug, contactId, 'reasonStated')).reason).toBe('Skrevet mens databasen var opptatt');
    expect((await stepsOf(olaug, contactId)).filter((type) => type === 'reasonStated')).toHaveLength(1);
    expect(new Set(sent.filter(({ order }) => order.type === 'stateReason').map(({ commandId }) => commandId)).size).toBe(1);
    await oda.close();
  });
});

it('two write the same matter at once: the second is told who changed what, and keeps what they wrote', async () => {
  const contactId = await contactWith(olaug, { type: 'stateReason', text: 'Hoste' });
  const oda = await operatorAt(house);
  await oda.opensContact(contactId);
  await oda.page.getByLabel('Hva gjelder det?').fill('Hoste, og nå feber');
  const seen = (await contactOf(olaug, contactId)).sequence;
  const changed = await olaug.post(`/api/contacts/${contactId}/commands`, {
    commandId: crypto.randomUUID(),
    seen,
    order: { type: 'stateReason', text: 'Hoste i tre uker' },
  });
  expect(changed.status).toBe(200);
  await oda.page.getByLabel('Hva gjelder det?').press('Enter');
  await oda.page.getByText('Endret av Olaug Operatør mens du skrev').waitFor();
  const conflict = oda.page.getByRole('group', { name: /Endret av Olaug/ });
  const shown = async () => (await conflict.innerText()).replaceAll(/\s+/g, ' ');
  await expect.poll(shown, { timeout: 20_000 }).toMatch(/Deres Hoste i tre uker Ditt Hoste, og nå feber/);
  await conflict.getByRole('button', { name: 'Behold mitt' }).click();
  await expect.poll(async () => (await contactOf(olaug, contactId)).reason, { timeout: 20_000 }).toBe('Hoste, og nå feber');
  expect(oda.faults).toEqual([]);
  await oda.close();
});

async function reloadWithoutConnection(oda: Operator): Promise<void> {
  // The page asks before it leaves steps unsent.
  oda.page.on('dialog', (dialog) => void dialog.accept());
  await oda.page.reload();
  await oda.page.getByText('Uten forbindelse').first().waitFor();
}

/** A long work in the database that nobody foresaw: commands wait until they are given up. */
async function lockJournal(): Promise<() => Promise<void>> {
  const client = await house.pool.connect();
  await client.query('set transaction_timeout = 0');
  await client.query('set idle_in_transaction_session_timeout = 0');
  await client.query('begin');
  await client.query('lock table journal.event in share row exclusive mode');
  return async () => {
    await client.query('rollback');
    client.release(true);
  };
}
