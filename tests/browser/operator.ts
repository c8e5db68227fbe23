import type { Locator, Page } from 'playwright-core';
import type { Caller } from './callers.ts';
import type { House } from './house.ts';
import type { Screen, ScreenOptions } from './screen.ts';

/** What an operator does in Sentral, as verbs; everything is found by role and label. */
export interface Operator extends Screen {
  readonly seesInQueue: (caller: Caller) => Promise<void>;
  /** The one who has waited longest, by F2. Gives the contact's id. */
  readonly answers: (caller: Caller) => Promise<string>;
  readonly opensContact: (contactId: string) => Promise<void>;
  readonly identifies: (who: string) => Promise<void>;
  /** What the form says of what was written about the patient. */
  readonly readsOfWho: () => Promise<string>;
  readonly placesThePatient: (search: string, hit: string) => Promise<void>;
  readonly states: (reason: string) => Promise<void>;
  readonly answersNoToVitalQuestions: () => Promise<void>;
  readonly finds: (complaint: string) => Promise<void>;
  readonly sets: (urgency: 'Rød' | 'Gul' | 'Grønn') => Promise<void>;
  readonly decides: (action: string) => Promise<void>;
  readonly chooses: (group: string, option: string) => Promise<void>;
  readonly fills: (field: string, text: string) => Promise<void>;
  readonly finishes: () => Promise<void>;
  /** Everything given has come in. */
  readonly hasSentAll: () => Promise<void>;
}

export async function operatorAt(house: House, staffId = 'oda-operator', options?: ScreenOptions): Promise<Operator> {
  const screen = await house.asPerson(staffId, options);
  await screen.opens('/sentral');
  await isLive(screen.page);
  return { ...screen, ...verbs(screen.page) };
}

export async function isLive(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'Direkte' }).waitFor();
}

type Verbs = Omit<Operator, keyof Screen>;

function verbs(page: Page): Verbs {
  const form = page.getByRole('form', { name: 'Kontakt' });
  const group = (name: string) => form.getByRole('group', { name });
  const chooses = (name: string, option: string) => group(name).getByRole('button', { name: option }).first().click();
  const fills = async (field: string, text: string) => {
    await form.getByLabel(field).fill(text);
    await form.getByLabel(field).press('Enter');
  };
  const seesInQueue = (caller: Caller) => page.getByRole('list', { name: 'Kø' }).getByRole('button', { name: caller.shown }).waitFor();
  return {
    seesInQueue,
    answers: async (caller) => {
      await seesInQueue(caller);
      const before = contactIn(page);
      await page.keyboard.press('F2');
      await page.waitForURL((url) => /^\/sentral\/[0-9a-f-]{36}$/.test(url.pathname) && !url.pathname.endsWith(before));
      await hasFocus(form.getByLabel('Hvem er pasienten?'));
      return contactIn(page);
    },
    opensContact: async (contactId) => {
      await page.goto(`/sentral/${contactId}`);
      await form.waitFor();
    },
    identifies: (who) => fills('Hvem er pasienten?', who),
    readsOfWho: async () => (await form.getByRole('region', { name: 'Hvem' }).innerText()).replaceAll(/\s+/g, ' '),
    placesThePatient: async (search, hit) => {
      const field = form.getByLabel('Hvor er pasienten nå?');
      await field.fill(search);
      await form.getByRole('option', { name: hit }).click();
    },
    states: (reason) => fills('Hva gjelder det?', reason),
    answersNoToVitalQuestions: () => chooses('Vitale spørsmål', 'Nei på alle'),
    finds: async (complaint) => {
      await form.getByRole('combobox', { name: 'Hva gjelder det i beslutningsstøtten?' }).fill(complaint);
      await form.getByRole('option', { name: complaint }).first().click();
    },
    sets: (urgency) => chooses('Hastegrad', urgency),
    decides: (action) => chooses('Tiltak', action),
    chooses,
    fills,
    finishes: async () => {
      await page.keyboard.press('Control+Enter');
      await form.waitFor({ state: 'detached' });
    },
    hasSentAll: async () => {
      await page.getByText('Sendes …').first().waitFor({ state: 'detached' });
      await page
        .getByText(/ikke sendt/i)
        .first()
        .waitFor({ state: 'detached' });
    },
  };
}

/** Where the next key lands. */
export async function hasFocus(field: Locator): Promise<void> {
  await field.and(field.page().locator(':focus')).waitFor();
}

export function contactIn(page: Page): string {
  return /[0-9a-f-]{36}$/.exec(new URL(page.url()).pathname)?.[0] ?? 'none';
}
