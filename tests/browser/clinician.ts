import type { Locator, Page } from 'playwright-core';
import type { House } from './house.ts';
import { isLive } from './operator.ts';
import type { Screen, ScreenOptions } from './screen.ts';

/** What a nurse or doctor does in Legevakt, as verbs; everything is found by role and label. */
export interface Clinician extends Screen {
  /** The patient’s row under this heading of the board. */
  readonly seesUnder: (section: string, patient: string) => Promise<void>;
  readonly opensFromBoard: (patient: string) => Promise<void>;
  readonly opensContact: (contactId: string) => Promise<void>;
  /** A step of the open contact; where it has a form, the form. */
  readonly starts: (step: string) => Promise<Locator>;
  readonly saves: (form: Locator) => Promise<void>;
  readonly writesNote: (text: string) => Promise<void>;
}

export async function clinicianAt(house: House, staffId: string, options?: ScreenOptions): Promise<Clinician> {
  const screen = await house.asPerson(staffId, options);
  await screen.opens('/legevakt');
  await isLive(screen.page);
  return { ...screen, ...verbs(screen.page) };
}

function verbs(page: Page): Omit<Clinician, keyof Screen> {
  const board = page.getByRole('grid', { name: /^Tavle for/ });
  const starts = async (step: string) => {
    await page.getByRole('group', { name: 'Steg', exact: true }).getByRole('button', { name: step }).first().click();
    return page.getByRole('region').filter({ has: page.getByRole('button', { name: 'Lukk steget' }) });
  };
  const saves = async (form: Locator) => {
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
  };
  return {
    seesUnder: (section, patient) =>
      board
        .getByRole('rowgroup')
        .filter({ has: page.getByRole('columnheader', { name: section }).or(page.getByRole('rowheader', { name: section })) })
        .getByRole('row', { name: patient })
        .first()
        .waitFor(),
    opensFromBoard: async (patient) => {
      await board.getByRole('row', { name: patient }).first().click();
      await page.getByRole('heading', { level: 2, name: patient }).waitFor();
    },
    opensContact: async (contactId) => {
      await page.goto(`/legevakt/${contactId}`);
      await page.getByRole('group', { name: 'Steg', exact: true }).waitFor();
    },
    starts,
    saves,
    writesNote: async (text) => {
      const form = await starts('Notat');
      await form.getByLabel('Notat').fill(text);
      await saves(form);
    },
  };
}
