import { addDays, osloDate } from '@vakthavende/core/kernel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adviceCall, countKeystrokes } from '../../packages/web/src/workplaces/sentral/key-map.ts';
import type { Person } from '../http/house.ts';
import { syntheticNationalId } from '../http/synthetic-patient.ts';
import type { Caller } from './callers.ts';
import { type House, openHouse } from './house.ts';
import { contactWithSteps, stepsOf } from './journal.ts';
import { contactIn, hasFocus, type Operator, operatorAt } from './operator.ts';

let house: House;
let caller: Caller;
let oda: Operator;
let reader: Person;

beforeAll(async () => {
  house = await openHouse();
  oda = await operatorAt(house);
  reader = await house.as('olaug-operator');
});

afterAll(() => house?.close());

const data = {
  who: `${syntheticNationalId} Prøve Prøvesen`,
  reason: 'Vondt i halsen i to dager, ingen feber',
  advice: 'Ring igjen hvis du ikke får drukket.',
};

it('a call that rings is on the operator’s screen within a second, with place and number', async () => {
  const began = performance.now();
  caller = await house.callers.rings({ place: '4647', number: '91300117' });
  const acknowledged = performance.now();
  await oda.seesInQueue(caller);
  const seen = performance.now();
  console.info(`ringing on screen after ${Math.round(seen - acknowledged)} ms`);
  expect(seen - began).toBeLessThan(2_000);
  expect(seen - acknowledged).toBeLessThan(1_000);
  const row = oda.page.getByRole('list', { name: 'Kø' }).getByRole('button', { name: caller.shown });
  expect(await row.innerText()).toContain('913 00 117');
  await row.getByText('Sunnfjord').waitFor();
});

it('what is typed while the call is still being connected comes into the form, to the letter', async () => {
  const { page } = oda;
  const typed = '010150 Rask Prøvehånd';
  await page.keyboard.press('F2');
  await page.keyboard.type(typed);
  await expect.poll(() => page.getByLabel('Hvem er pasienten?').inputValue(), { timeout: 5_000 }).toBe(typed);
  await page.getByLabel('Hvem er pasienten?').fill('');
  await page.keyboard.press('Escape');
  await house.callers.answersFor(caller, 'oda-operator');
  caller = await house.callers.rings({ place: '4647', number: '91300118' });
  await oda.seesInQueue(caller);
});

it('an ordinary advice call is taken by keyboard alone in under 25 keystrokes, and every step is in the journal', async () => {
  const { page } = oda;
  await countsKeys(page);
  const before = await figures();
  let written = 0;
  for (const { keys, does } of adviceCall) {
    if (keys.includes('…')) {
      const keysBefore = await keysCounted(page);
      await page.keyboard.type(dataFor(does));
      written += (await keysCounted(page)) - keysBefore;
    }
    const pressed = keys.filter((key) => key !== '…');
    await press(page, pressed);
    if (does.startsWith('svarer')) {
      await hasFocus(page.getByLabel('Hvem er pasienten?'));
      await house.callers.answersFor(caller, 'oda-operator');
    }
  }
  const contactId = ofLastContact;
  await page.getByRole('form', { name: 'Kontakt' }).waitFor({ state: 'detached' });
  const keystrokes = (await keysCounted(page)) - written;
  console.info(`an ordinary advice call: ${keystrokes} keystrokes, and ${written} keys of data`);
  expect(keystrokes).toBeLessThan(25);
  expect(keystrokes).toBe(countKeystrokes(adviceCall));

  const contact = await contactWithSteps(reader, contactId, 'contactClosed');
  expect(await stepsOf(reader, contactId)).toEqual([
    'contactOpened',
    'patientIdentified',
    'reasonStated',
    'urgencySet',
    'actionDecided',
    'adviceGiven',
    'contactClosed',
  ]);
  expect(contact).toMatchObject({
    status: 'closed',
    outcome: 'advised',
    place: '4647',
    patient: 'Prøve Prøvesen',
    reason: data.reason,
    urgency: 'green',
    urgencySettings: [{ by: 'oda-operator', complaint: 'sar-hals', suggested: 'green', tool: { pack: expect.any(String) } }],
    callIds: [caller.callId],
  });
  expect(contact.advice[0]?.text).toContain(data.advice);
  expect(contact.advice[0]?.adviceCodes.length).toBeGreaterThan(0);

  await expect.poll(figures, { timeout: 20_000 }).toMatchObject({ answered: before.answered + 1, closed: before.closed + 1 });
  expect(oda.faults).toEqual([]);
});

function dataFor(does: string): string {
  if (does.startsWith('fødselsnummer')) return data.who;
  return does.startsWith('eget råd') ? data.advice : data.reason;
}

let ofLastContact = '';

/** As fast as the operator's fingers: the next key does not wait for the page. */
async function press(page: Page, keys: readonly string[]): Promise<void> {
  if (/[0-9a-f-]{36}$/.test(page.url())) ofLastContact = contactIn(page);
  if (keys.includes('Control')) return page.keyboard.press(keys.join('+'));
  for (const key of keys) await page.keyboard.press(key);
}

async function countsKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counter = window as unknown as { keystrokes: number };
    counter.keystrokes = 0;
    window.addEventListener('keydown', (event) => !event.repeat && counter.keystrokes++, true);
  });
}

function keysCounted(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { keystrokes: number }).keystrokes);
}

async function figures(): Promise<{ readonly answered: number; readonly closed: number }> {
  const leif = await house.as('leif-leder');
  const from = osloDate(house.now());
  const to = addDays(from, 1);
  const { body } = await leif.get(`/api/statistics/figures?unit=lvs-forde&from=${from}&to=${to}`);
  const counted = ({ count, numerator }: { count?: number; numerator?: number }) => count ?? numerator ?? Number.NaN;
  return { answered: counted(body.figures.callsAnswered), closed: counted(body.figures.contactsClosed) };
}
