import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactWith, type Person } from '../http/house.ts';
import { syntheticNationalId } from '../http/synthetic-patient.ts';
import { type House, openHouse } from './house.ts';
import type { Screen } from './screen.ts';

let house: House;
let olaug: Person;
let contactId: string;

/** Words that stand nowhere but in one patient's contact. */
const secrets = ['Hemmelig Prøvesen', syntheticNationalId, 'snurrebassen', '91300555', 'tøffelsuppe'];

beforeAll(async () => {
  // The log of openings is kept by the database's clock.
  house = await openHouse('real');
  olaug = await house.as('olaug-operator');
  const caller = await house.callers.rings({ number: '91300555' });
  await house.callers.answersFor(caller, 'olaug-operator');
  contactId = await contactWith(
    olaug,
    { type: 'linkCall', callId: caller.callId },
    { type: 'identifyPatient', identity: { kind: 'nationalId', number: syntheticNationalId, name: 'Hemmelig Prøvesen' } },
    { type: 'stateReason', text: 'vondt i snurrebassen' },
    { type: 'setUrgency', axis: 'telephone', urgency: 'green', tool: 'none', criteria: [] },
    { type: 'decideAction', action: 'nurseAdvice' },
    { type: 'giveAdvice', text: 'drikk tøffelsuppe', adviceCodes: [] },
    { type: 'close', outcome: 'advised' },
  );
});

afterAll(() => house?.close());

/** All that the server has told this browser. */
function told(screen: Screen): Promise<string>[] {
  const bodies: Promise<string>[] = [];
  screen.context.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/') && !response.url().endsWith('/api/feed'))
      bodies.push(response.text().catch(() => ''));
  });
  return bodies;
}

async function secretsIn(page: Page, bodies: readonly Promise<string>[]): Promise<readonly string[]> {
  const everything = [await page.content(), ...(await Promise.all(bodies))].join('\n');
  return secrets.filter((secret) => everything.includes(secret));
}

describe('the manager', () => {
  let leif: Screen;
  let bodies: Promise<string>[];
  beforeAll(async () => {
    leif = await house.asPerson('leif-leder');
    bodies = told(leif);
    await leif.opens('/ledelse');
  });

  it('sees figures, and the rows behind each, without identity: not on the page, nor in what the server sends', async () => {
    const { page } = leif;
    await page.getByRole('heading', { level: 1, name: 'Tall' }).waitFor();
    await page
      .getByRole('grid', { name: /Kontakter åpnet i tidsrommet/ })
      .getByRole('row')
      .nth(1)
      .waitFor();
    expect(await secretsIn(page, bodies)).toEqual([]);
    for (const figure of ['callsOffered', 'contactsOpened', 'firstUrgencyMix']) {
      await leif.opens(`/ledelse?tall=${figure}`);
      await page.getByRole('table').or(page.getByRole('grid')).first().getByRole('row').nth(1).waitFor();
      expect(await secretsIn(page, bodies), figure).toEqual([]);
    }
    expect(bodies.length).toBeGreaterThan(5);
  });

  it('opens a named patient only with a purpose and a reason, and the log shows it', async () => {
    const { page } = leif;
    await leif.opens('/ledelse');
    await page
      .getByRole('button', { name: /^Åpne navngitt: kontakt/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Åpne og loggfør' }).click();
    await dialog.getByText('Velg et formål.').waitFor();
    expect(await secretsIn(page, bodies)).toEqual([]);
    await dialog.getByRole('radio', { name: 'Klagesak' }).check();
    await dialog.getByLabel('Begrunnelse (minst 10 tegn)').fill('kort');
    await dialog.getByRole('button', { name: 'Åpne og loggfør' }).click();
    await dialog.getByText('6 tegn til.').waitFor();
    expect(await secretsIn(page, bodies)).toEqual([]);
    await dialog.getByLabel('Begrunnelse (minst 10 tegn)').fill('Klage 12/2026 behandles');
    await dialog.getByRole('button', { name: 'Åpne og loggfør' }).click();
    await dialog.getByText('Hemmelig Prøvesen').first().waitFor();
    await dialog.getByRole('button', { name: 'Lukk kontakten' }).click();
    await leif.opens('/ledelse/logg');
    const row = page.getByRole('row', { name: /Leif Legevaktleder/ }).first();
    await row.waitFor();
    for (const cell of ['Med formål', 'Klagesak', 'Klage 12/2026 behandles']) await row.getByText(cell).waitFor();
    expect(await page.content()).not.toContain('Hemmelig Prøvesen');
    expect(leif.faults).toEqual([]);
  });

  it('has no door into the console or the board of the clinic with patients by name', async () => {
    await leif.opens(`/sentral/${contactId}`);
    await leif.page.getByRole('heading', { level: 1, name: 'Ikke din arbeidsplass' }).waitFor();
    await leif.opens('/legevakt');
    await leif.page
      .getByText(/Snittverdi|Ferdig siste 12 timer|Ikke din arbeidsplass/)
      .first()
      .waitFor();
    expect(await leif.page.content()).not.toContain('Hemmelig Prøvesen');
  });
});

it('an operator cannot open the managers’ page', async () => {
  const oda = await house.asPerson('oda-operator');
  await oda.opens('/ledelse');
  await oda.page.getByRole('heading', { level: 1, name: 'Ikke din arbeidsplass' }).waitFor();
  expect(await oda.page.getByRole('navigation', { name: 'Arbeidsplasser' }).getByRole('link', { name: 'Ledelse' }).count()).toBe(0);
  await oda.close();
});

it('a neighbour’s operator opens a contact through the emergency door with a reason, and the manager reads of it', async () => {
  const nora = await house.asPerson('nora-nabooperator');
  const bodies = told(nora);
  await nora.opens(`/sentral/${contactId}`);
  await nora.page.getByText('Du har ikke tilgang til denne kontakten.').waitFor();
  expect(await secretsIn(nora.page, bodies)).toEqual([]);
  await nora.page.getByRole('button', { name: 'Åpne med nødtilgang' }).click();
  const dialog = nora.page.getByRole('dialog', { name: 'Nødåpning' });
  await dialog.getByLabel('Begrunnelse (minst 10 tegn)').fill('Bevisstløs hos oss nå');
  await dialog.getByRole('button', { name: 'Åpne kontakten' }).click();
  await nora.page.getByRole('heading', { level: 2, name: 'Hemmelig Prøvesen' }).waitFor();
  expect(nora.faults).toEqual([]);

  const leif = await house.asPerson('leif-leder');
  await leif.opens('/ledelse/logg');
  await leif.page.getByRole('row', { name: /Nora Nabooperatør.*Nødåpning.*Bevisstløs hos oss nå/ }).waitFor();
  await leif.close();
});
