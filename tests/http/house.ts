import { randomBytes, randomUUID } from 'node:crypto';
import { type Instant, instant } from '@vakthavende/core/kernel';
import { logIn } from '../../packages/driver/src/login.ts';
import { type App, type AppOptions, startApp } from '../../packages/server/src/app.ts';
import { demoGateway, loadDiagnoses, type PagerGateway } from '../../packages/server/src/contact/index.ts';
import { seedDemoArea, seedDemoStaff } from '../../packages/server/src/organisation/index.ts';
import { createPool, type Pool } from '../../packages/server/src/platform/database.ts';
import { cloneDatabase, type TestDatabase } from '../../packages/server/src/platform/testing/template-database.ts';
import { loadPack } from '../../packages/server/src/triage/index.ts';

export const exchangeKey = 'exchange-key-of-tests';

export interface Answer {
  readonly status: number;
  // What each test reads of an answer, it says itself.
  // biome-ignore lint/suspicious/noExplicitAny: JSON of many shapes
  readonly body: any;
  readonly text: string;
  readonly type: string;
}

/** A member of staff at a screen: what they ask goes over HTTP with their session. */
export interface Person {
  readonly staffId: string;
  readonly cookie: string;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: unknown) => Promise<Answer>;
}

export interface House {
  readonly database: TestDatabase;
  readonly pool: Pool;
  /** Server processes on the one database; the first is the usual one. */
  readonly apps: readonly App[];
  readonly url: string;
  /** What the servers logged. */
  readonly log: readonly string[];
  readonly as: (staffId: string, app?: App) => Promise<Person>;
  readonly exchange: (events: readonly unknown[], app?: App) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface HouseOptions {
  readonly clock?: () => Instant;
  readonly gateway?: PagerGateway;
  readonly exchange?: AppOptions['exchange'];
  readonly servers?: number;
}

/** The whole server with the demonstration's area and staff, on a database of its own. */
export async function openHouse({
  clock = () => instant(Date.now()),
  gateway = demoGateway,
  exchange,
  servers = 1,
}: HouseOptions = {}): Promise<House> {
  const database = await cloneDatabase();
  const pools = Array.from({ length: servers }, () => createPool(database.url, { max: 8 }));
  const [pool] = pools as [Pool];
  await seedDemoArea(pool);
  await seedDemoStaff(pool);
  const masterKey = randomBytes(32);
  const [pack, diagnoses] = await Promise.all([loadPack(), loadDiagnoses()]);
  const log: string[] = [];
  const apps: App[] = [];
  for (const each of pools) {
    apps.push(
      await startApp({
        pool: each,
        masterKey,
        exchangeKeys: [exchangeKey],
        pack,
        diagnoses,
        gateway,
        exchange,
        login: 'demo',
        port: 0,
        clock,
        log: (line) => log.push(line),
      }),
    );
  }
  const [first] = apps as [App];
  return {
    database,
    pool,
    apps,
    url: first.url,
    log,
    as: (staffId, app = first) => personAt(app.url, staffId),
    exchange: (events, app = first) =>
      ask(`${app.url}/api/exchange/events`, { body: JSON.stringify({ events }), headers: { authorization: `Bearer ${exchangeKey}` } }),
    close: async () => {
      await Promise.all(apps.map((app) => app.close()));
      await Promise.all(pools.map((each) => each.end()));
      await database.drop();
    },
  };
}

async function personAt(url: string, staffId: string): Promise<Person> {
  const cookie = await logIn(url, staffId);
  return {
    staffId,
    cookie,
    get: (path) => ask(url + path, { headers: { cookie } }),
    post: (path, body) => ask(url + path, { body: JSON.stringify(body), headers: { cookie, 'x-vakthavende': '1' } }),
  };
}

export async function ask(url: string, sent: { readonly body?: string; readonly headers?: Record<string, string> }): Promise<Answer> {
  const headers = { ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }), ...sent.headers };
  const response = await fetch(url, sent.body === undefined ? { headers } : { method: 'POST', body: sent.body, headers });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, text, type, body: type.includes('json') ? JSON.parse(text) : undefined };
}

/** Sends one order to a contact. */
export function order(person: Person, contactId: string, given: object, around: object = {}): Promise<Answer> {
  return person.post(`/api/contacts/${contactId}/commands`, { commandId: randomUUID(), ...around, order: given });
}

/** Opens a contact and carries out the orders, each having seen what was before; answers its id. */
export async function contactWith(person: Person, ...orders: readonly object[]): Promise<string> {
  const contactId = randomUUID();
  const opening = { type: 'openContact', centreId: 'lvs-forde', channel: 'patientPhones' };
  let seen = 0;
  for (const each of [opening, ...orders]) {
    const answer = await order(person, contactId, each, seen === 0 ? {} : { seen });
    if (answer.status !== 200) throw new Error(`${JSON.stringify(each)}: ${answer.status} ${answer.text}`);
    seen = answer.body.sequence;
  }
  return contactId;
}

/** What the exchange reports of a call’s first leg. */
export function report(callId: string, kind: string, given: object = {}) {
  return { eventId: `${callId}-${kind}`, callId, legId: `${callId}-1`, kind, occurredAt: new Date().toISOString(), ...given };
}

export const green = { type: 'setUrgency', axis: 'telephone', urgency: 'green', tool: 'none', criteria: [] };
export const red = { ...green, urgency: 'red' };
export const advised = { type: 'decideAction', action: 'nurseAdvice' };
export const closed = { type: 'close', outcome: 'advised' };
