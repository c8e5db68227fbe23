import { randomBytes } from 'node:crypto';
import { addDays, type Instant, instant, osloDate, osloInstant } from '@vakthavende/core/kernel';
import { type Browser, chromium } from 'playwright-core';
import { logIn } from '../../packages/driver/src/login.ts';
import { type App, startApp } from '../../packages/server/src/app.ts';
import { demoGateway, loadDiagnoses } from '../../packages/server/src/contact/index.ts';
import { seedDemoArea, seedDemoStaff } from '../../packages/server/src/organisation/index.ts';
import { createPool, type Pool } from '../../packages/server/src/platform/database.ts';
import { cloneDatabase } from '../../packages/server/src/platform/testing/template-database.ts';
import { seedDemoDutyList } from '../../packages/server/src/roster/index.ts';
import { loadPack } from '../../packages/server/src/triage/index.ts';
import { ensureWebBuilt } from '../../tools/build-web.mjs';
import { ask, exchangeKey, type Person } from '../http/house.ts';
import { type Callers, callersOf } from './callers.ts';
import { openScreen, type Screen, type ScreenOptions } from './screen.ts';

export interface House {
  readonly url: string;
  readonly pool: Pool;
  readonly callers: Callers;
  /** The server's clock. */
  readonly now: () => Instant;
  readonly advance: (milliseconds: number) => void;
  /** A member of staff with a browser of their own: what one does, the others see only by way of the server. */
  readonly asPerson: (staffId: string, options?: ScreenOptions) => Promise<Screen>;
  readonly asNobody: (options?: ScreenOptions) => Promise<Screen>;
  /** The same over HTTP, for reading the journal and for what happened before the test begins. */
  readonly as: (staffId: string) => Promise<Person>;
  readonly stopServer: () => Promise<void>;
  /** On the same address, as after a new version. */
  readonly startServer: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The whole system on a database of its own, the built web application, and a real browser. */
export async function openHouse(clock: 'evening' | 'real' = 'evening'): Promise<House> {
  ensureWebBuilt(process.execPath);
  const database = await cloneDatabase();
  const pool = createPool(database.url, { max: 10 });
  let shift = clock === 'evening' ? nextTuesdayEvening() - Date.now() : 0;
  const now = () => instant(Date.now() + shift);
  await seedDemoArea(pool);
  await seedDemoStaff(pool);
  await seedDemoDutyList(pool, now());
  const masterKey = randomBytes(32);
  const [pack, diagnoses] = await Promise.all([loadPack(), loadDiagnoses()]);
  const start = (port: number): Promise<App> =>
    startApp({ pool, masterKey, exchangeKeys: [exchangeKey], pack, diagnoses, gateway: demoGateway, login: 'demo', port, clock: now });
  let app: App | undefined = await start(0);
  const { url } = app;
  const browser = await launch();
  const stopServer = async () => {
    await app?.close();
    app = undefined;
  };
  return {
    url,
    pool,
    now,
    callers: callersOf(url, now),
    advance: (milliseconds) => {
      shift += milliseconds;
    },
    asPerson: async (staffId, options) => openScreen(browser, { url, cookie: await logIn(url, staffId), staffId, options }),
    asNobody: (options) => openScreen(browser, { url, staffId: 'nobody', options }),
    as: (staffId) => personOver(url, staffId),
    stopServer,
    startServer: async () => {
      app = await start(Number(new URL(url).port));
    },
    close: async () => {
      await browser.close();
      await stopServer();
      await pool.end();
      await database.drop();
    },
  };
}

function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  return chromium.launch({ ...(executablePath && { executablePath }), args: flags });
}

async function personOver(url: string, staffId: string): Promise<Person> {
  const cookie = await logIn(url, staffId);
  return {
    staffId,
    cookie,
    get: (path) => ask(url + path, { headers: { cookie } }),
    post: (path, body) => ask(url + path, { body: JSON.stringify(body), headers: { cookie, 'x-vakthavende': '1' } }),
  };
}

/** Ten in the evening of the next Tuesday: the clinics are open, and ten past nine has been. Ahead of the real clock, never behind it. */
function nextTuesdayEvening(): Instant {
  const today = osloDate(instant(Date.now()));
  const ahead = [1, 2, 3, 4, 5, 6, 7].map((days) => addDays(today, days));
  const tuesday = ahead.find((date) => new Date(date).getUTCDay() === 2) ?? today;
  return osloInstant(tuesday, 22 * 60);
}
