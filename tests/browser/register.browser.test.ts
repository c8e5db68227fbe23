import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';
import type { Screen } from './screen.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house?.close());

const patience = { timeout: 15_000 };
const duty = 'Ytre Sogn og Sunnfjord legevakt (SYS IKL)';

describe('who serves here at this time', () => {
  it('is answered by the map, beside it and in the table alike, and follows the slider', async () => {
    const { page, faults, opens, close } = await house.asPerson('oda-operator');
    await opens('/register?dag=2026-11-24&kl=22:00');
    await page.getByRole('combobox', { name: 'Finn kommune' }).fill('Kinn');
    await page.getByRole('combobox', { name: 'Finn kommune' }).press('Enter');
    const answer = page.getByRole('region', { name: 'Kinn' });
    await answer.locator('strong', { hasText: 'Legevakt' }).waitFor(patience);
    await answer.getByRole('link', { name: duty }).waitFor(patience);
    expect(await stateInTable(page, 'Kinn')).toBe('Legevakt');

    const slider = page.getByRole('slider', { name: 'Tid i uken' });
    await slider.fill(String(1440 + 12 * 60));
    await page.getByText('Tirsdag 24. november 2026 kl. 12:00').or(page.getByText('tirsdag 24. november 2026 kl. 12:00')).waitFor(patience);
    await answer.locator('strong', { hasText: 'Hull' }).waitFor(patience);
    await expect.poll(() => stateInTable(page, 'Kinn'), patience).toBe('Hull');
    expect(await slider.getAttribute('aria-valuetext')).toContain('kl. 12:00');
    expect(faults).toEqual([]);
    await close();
  });

  it('is reached with the keyboard: arrows go from one municipality to the next', async () => {
    const { page, opens, close } = await house.asPerson('oda-operator');
    await opens('/register?sted=4602&dag=2026-11-24&kl=22:00');
    await page.getByRole('region', { name: 'Kinn' }).waitFor(patience);
    await page.getByRole('application', { name: 'Kart over Norge' }).press('ArrowRight');
    await expect.poll(() => new URL(page.url()).searchParams.get('sted')).not.toContain('4602');
    await close();
  });
});

describe('changing an arrangement', () => {
  it('shows the gaps as one writes, asks why, and is told in the history', async () => {
    const { page, faults, close } = await editing('norunn-nasjonal');
    await page.getByRole('button', { name: 'Hverdager 8–15' }).click();
    const effect = page.getByRole('region', { name: 'Hva endringen betyr' });
    await effect.getByRole('heading', { name: 'Hull' }).waitFor(patience);
    await page.getByRole('button', { name: 'Lagre endringen' }).click();
    await page.getByText('Skriv hvorfor.').waitFor(patience);
    await page.getByRole('button', { name: 'Hele døgnet' }).click();
    await page.getByRole('textbox', { name: 'Begrunnelse' }).fill('Døgnåpent etter vedtak (prøve)');
    await page.getByRole('button', { name: 'Lagre endringen' }).click();
    const history = page.getByRole('region', { name: 'Historikk' });
    await history.getByText('Døgnåpent etter vedtak (prøve)').waitFor(patience);
    await history.getByText('Norunn Nasjonalredaktør').first().waitFor(patience);
    await page.getByText('Hele døgnet, alle dager').first().waitFor(patience);
    expect(faults).toEqual([]);
    await close();
  });

  it('of two at the same time, the second sees both and chooses', async () => {
    const [first, second] = [await editing('norunn-nasjonal'), await editing('norunn-nasjonal')];
    await saveAs(first.page, 'Sys legevakt, den enes navn');
    await first.page.getByRole('region', { name: 'Historikk' }).waitFor(patience);
    await saveAs(second.page, 'Sys legevakt, den andres navn');
    const conflict = second.page.getByRole('group', { name: /endret dette .* mens du skrev/ });
    await conflict.getByRole('cell', { name: 'Sys legevakt, den enes navn' }).waitFor(patience);
    await conflict.getByRole('cell', { name: 'Sys legevakt, den andres navn' }).waitFor(patience);
    await second.page.getByRole('button', { name: 'Lagre mitt likevel' }).click();
    await second.page.getByRole('heading', { name: 'Sys legevakt, den andres navn' }).waitFor(patience);
    await first.close();
    await second.close();
  });

  it('is not offered to those who only read', async () => {
    const { page, opens, close } = await house.asPerson('oda-operator');
    await opens('/register?vis=oppslag');
    await page.getByRole('row', { name: /Nordfjord legevakt Ordninger/ }).press('Enter');
    await page.getByRole('heading', { name: 'Nordfjord legevakt' }).waitFor(patience);
    expect(await page.getByRole('button', { name: 'Endre' }).count()).toBe(0);
    await close();
  });
});

async function editing(staffId: string): Promise<Screen> {
  const screen = await house.asPerson(staffId);
  await screen.opens('/register?vis=oppslag');
  await screen.page
    .getByRole('row', { name: /SYS IKL|Sys legevakt/ })
    .first()
    .press('Enter');
  await screen.page.getByRole('button', { name: 'Endre' }).click();
  await screen.page.getByRole('form').waitFor(patience);
  return screen;
}

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Navn', exact: true }).fill(name);
  await page.getByRole('textbox', { name: 'Begrunnelse' }).fill('Nytt navn (prøve)');
  await page.getByRole('button', { name: 'Lagre endringen' }).click();
}

async function stateInTable(page: Page, place: string): Promise<string> {
  const row = page.getByRole('row', { name: new RegExp(`^${place} `) });
  return (await row.getByRole('gridcell').first().innerText()).trim();
}
