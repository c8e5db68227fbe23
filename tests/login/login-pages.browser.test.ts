import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';

let house: House;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  const executablePath = process.env.CHROMIUM_PATH;
  browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

beforeEach(() => open({}));

afterEach(() => context.close());

async function open(options: Parameters<Browser['newContext']>[0]): Promise<void> {
  context = await browser.newContext({ ...options, baseURL: house.baseUrl });
  page = await context.newPage();
}

async function violations(): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function logInAs(name: string): Promise<void> {
  await page.goto('/login');
  await page.getByRole('button', { name }).click();
}

describe('the choice of people', () => {
  it('lets in by one click', async () => {
    await logInAs('Dina Doktor');
    expect(await page.getByRole('heading').textContent()).toBe('Dina Doktor');
  });

  it('lets in by keyboard: a few letters and Enter', async () => {
    await page.goto('/login');
    await page.keyboard.type('legevaktleder');
    expect(await page.getByRole('status').textContent()).toBe('1 person');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Leif Legevaktleder' }).waitFor();
  });

  it('finds nobody where nobody fits, and then Enter does nothing', async () => {
    await page.goto('/login');
    await page.keyboard.type('finnes ikke');
    expect(await page.getByRole('listitem').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('heading', { name: 'Logg inn i demonstrasjonen' }).isVisible()).toBe(true);
  });

  it('works without scripts', async () => {
    await context.close();
    await open({ javaScriptEnabled: false });
    await logInAs('Dina Doktor');
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await page.getByRole('heading', { name: 'Du er logget ut' }).waitFor();
  });
});

it('logs out by one click, and asks anew who it is the next time', async () => {
  await logInAs('Dina Doktor');
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await page.getByRole('heading', { name: 'Du er logget ut' }).waitFor();
  expect((await context.cookies()).map(({ name }) => name).filter((name) => /session|vakthavende$/.test(name))).toEqual([]);
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: 'Oda Operatør' }).click();
  await page.getByRole('heading', { name: 'Oda Operatør' }).waitFor();
});

it('lets one without a role try as someone else', async () => {
  await logInAs('Ulla Uten-Tilgang');
  await page.getByRole('heading', { name: 'Du er kjent, men har ingen tilgang' }).waitFor();
  await page.getByRole('link', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: 'Oda Operatør' }).click();
  await page.getByRole('heading', { name: 'Oda Operatør' }).waitFor();
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('the pages have no faults of accessibility, and nothing that the browser refuses', async () => {
    await context.close();
    await open({ colorScheme });
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && !message.text().includes('status of 40') && refused.push(message.text()));
    await page.goto('/login');
    expect(await violations()).toEqual([]);
    await logInAs('Ulla Uten-Tilgang');
    expect(await violations()).toEqual([]);
    await page.goto('/login/callback?state=made-up');
    expect(await violations()).toEqual([]);
    await page.goto('/login/logged-out');
    expect(await violations()).toEqual([]);
    expect(refused).toEqual([]);
  });
});
