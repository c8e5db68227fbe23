import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEveningUnderWay } from './an-evening.ts';
import { type House, openHouse } from './house.ts';
import { pageFaults } from './page-faults.ts';
import type { Screen } from './screen.ts';

let house: House;
let ids: Awaited<ReturnType<typeof anEveningUnderWay>>;

beforeAll(async () => {
  house = await openHouse();
  ids = await anEveningUnderWay(house);
});

afterAll(() => house?.close());

interface PageToLookAt {
  /** `:red` and the like stand for contacts of the evening. */
  readonly path: string;
  readonly title: RegExp;
  /** What stands there when the page has all it shows. */
  readonly ready: (page: Page) => Promise<unknown>;
  /** The same page as for a role above. */
  readonly again?: true;
}

/** Every page, for every role that has it. */
const pagesOf: readonly (readonly [staffId: string | undefined, pages: readonly PageToLookAt[]])[] = [
  [
    undefined,
    [
      { path: '/', title: /^Logg inn – Vakthavende$/, ready: heading('Vakthavende') },
      { path: '/finnes-ikke', title: /^Fant ikke siden – Vakthavende$/, ready: heading('Fant ikke siden') },
      { path: '/side/ikke-noe-gyldig-merke-her', title: /^Varsel til deg som har vakt – Vakthavende$/, ready: heading('Varsel') },
      { path: '/login', title: /Vakthavende/, ready: heading('Logg inn i demonstrasjonen') },
    ],
  ],
  [
    'oda-operator',
    [
      { path: '/sentral', title: /Sentral – Vakthavende$/, ready: text('Uavklart Prøve') },
      { path: '/sentral/:red', title: /Sentral – Vakthavende$/, ready: form('Kontakt') },
      { path: '/sentral/:closed', title: /Sentral – Vakthavende$/, ready: form('Kontakt') },
      { path: '/vaktliste', title: /Vaktliste – Vakthavende$/, ready: text('Dina Doktor') },
      { path: '/register', title: /Register – Vakthavende$/, ready: heading('Register') },
      { path: '/personsoker', title: /Personsøker – Vakthavende$/, ready: text('Dina Doktor') },
      { path: '/ledelse', title: /^Ikke din arbeidsplass – Vakthavende$/, ready: heading('Ikke din arbeidsplass') },
    ],
  ],
  [
    'kari-kombinert',
    [
      { path: '/sentral', title: /Sentral – Vakthavende$/, ready: text('Uavklart Prøve'), again: true },
      { path: '/legevakt', title: /Vakthavende$/, ready: text('Kommet Prøve') },
    ],
  ],
  [
    'solveig-sykepleier',
    [
      { path: '/legevakt', title: /Vakthavende$/, ready: text('Kommet Prøve'), again: true },
      { path: '/legevakt/:atClinic', title: /Vakthavende$/, ready: text('Et notat som står på tavlen.') },
    ],
  ],
  [
    'dina-doktor',
    [
      { path: '/legevakt', title: /Vakthavende$/, ready: text('Kommet Prøve'), again: true },
      { path: '/legevakt/:red', title: /Vakthavende$/, ready: heading('Rød Prøve', 2) },
    ],
  ],
  [
    'leif-leder',
    [
      { path: '/ledelse', title: /Vakthavende$/, ready: text('Anrop time for time') },
      { path: '/ledelse?tall=callsOffered', title: /Vakthavende$/, ready: text('Tilbake til tallene') },
      { path: '/ledelse/logg', title: /Vakthavende$/, ready: heading('Tilgangslogg') },
      { path: '/vaktliste', title: /Vaktliste – Vakthavende$/, ready: text('Dina Doktor'), again: true },
    ],
  ],
  ['vilde-vaktplan', [{ path: '/vaktliste', title: /Vaktliste – Vakthavende$/, ready: text('Dina Doktor') }]],
  ['norunn-nasjonal', [{ path: '/ledelse', title: /Vakthavende$/, ready: heading('Tall'), again: true }]],
];

describe.each(pagesOf.map(([staffId, pages]) => [staffId ?? 'nobody', staffId, pages] as const))('for %s', (_, staffId, pages) => {
  let screen: Screen;
  beforeAll(async () => {
    screen = staffId === undefined ? await house.asNobody() : await house.asPerson(staffId);
  });
  afterAll(() => screen?.close());

  it.each(pages.map((each) => [each.path, each] as const))('%s is a page that all can use', async (__, { path, title, ready, again }) => {
    const { page, faults } = screen;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await screen.opens(path.replace(/:(\w+)$/, (whole, name: string) => idOf(name) ?? whole));
    await ready(page);
    expect([...(await pageFaults(page, title, again && 'briefly')), ...faults.splice(0)]).toEqual([]);
  });
});

it('a page that not all can use is found out', async () => {
  const screen = await house.asNobody();
  await screen.opens('/');
  await screen.page.getByRole('heading', { name: 'Vakthavende' }).waitFor();
  await screen.page.evaluate(() => {
    document.title = '';
    document.body.insertAdjacentHTML('beforeend', '<p style="color: #777; background: #888">utydelig</p><button></button>');
    document.body.insertAdjacentHTML('beforeend', '<a href="/" style="outline: none; display: block; width: 500px">lang</a>');
  });
  const faults = (await pageFaults(screen.page, /Vakthavende$/)).join('\n');
  for (const fault of ['title is', '390: scrolls sideways', 'dark: color-contrast', 'button-name', 'focus is not seen on lang'])
    expect(faults).toContain(fault);
  await screen.close();
});

it('one without a role is told so on a page that all can use', async () => {
  const screen = await house.asNobody();
  await screen.opens('/login');
  await screen.page.getByRole('button', { name: 'Ulla Uten-Tilgang' }).click();
  await screen.page.getByRole('heading', { name: 'Du er kjent, men har ingen tilgang' }).waitFor();
  expect([...(await pageFaults(screen.page, /Vakthavende/)), ...screen.faults]).toEqual([]);
  await screen.close();
});

it('the page that the link in a message leads to acknowledges only when asked to', async () => {
  const leif = await house.as('leif-leder');
  const screen = await house.asNobody({ viewport: { width: 390, height: 844 } });
  const pages = async () => (await leif.get('/api/demo/pages')).body.pages as readonly { token: string; acknowledgedAt?: number }[];
  await expect.poll(async () => (await pages()).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const sent = (await pages())[0];
  await screen.opens(`/side/${sent?.token}`);
  await screen.page.getByRole('button', { name: 'Jeg har sett varselet' }).waitFor();
  expect((await pages()).find(({ token }) => token === sent?.token)?.acknowledgedAt).toBeUndefined();
  expect(await pageFaults(screen.page, /^Varsel til deg som har vakt – Vakthavende$/)).toEqual([]);
  await screen.page.getByRole('button', { name: 'Jeg har sett varselet' }).click();
  await screen.page.getByText('Kvittert').first().waitFor();
  expect((await pages()).find(({ token }) => token === sent?.token)?.acknowledgedAt).toBeDefined();
  expect([...(await pageFaults(screen.page, /^Varsel til deg som har vakt – Vakthavende$/)), ...screen.faults]).toEqual([]);
  await screen.close();
});

function idOf(name: string): string | undefined {
  return Object.entries(ids).find(([key]) => key === name)?.[1];
}

function heading(name: string, level?: number): PageToLookAt['ready'] {
  return (page) =>
    page
      .getByRole('heading', { name, ...(level === undefined ? {} : { level }) })
      .first()
      .waitFor({ state: 'attached' });
}

function text(shown: string): PageToLookAt['ready'] {
  return (page) => page.getByText(shown).first().waitFor();
}

function form(name: string): PageToLookAt['ready'] {
  return (page) => page.getByRole('form', { name }).waitFor();
}
