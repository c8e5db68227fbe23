import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn } from '../../packages/driver/src/login.ts';
import { seedDemoArea, seedDemoStaff } from '../../packages/server/src/organisation/index.ts';
import { cloneDatabase, type TestDatabase } from '../../packages/server/src/platform/testing/template-database.ts';
import { type Answer, ask, exchangeKey, report } from '../http/house.ts';

const masterKey = randomBytes(32).toString('base64');
const operators = ['oda-operator', 'otto-operator', 'olaug-operator', 'oskar-operator'];

let database: TestDatabase;
let server: ChildProcess | undefined;
let url: string;

beforeAll(async () => {
  database = await cloneDatabase();
  await seedDemoArea(database.pool);
  await seedDemoStaff(database.pool);
});

afterAll(async () => {
  await kill();
  await database?.drop();
});

async function start(): Promise<void> {
  const program = join(import.meta.dirname, 'server-program.ts');
  server = spawn(process.execPath, [program, database.url, masterKey], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Piped just above.
  const [line] = (await once(server.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
  url = line.toString().trim();
}

async function kill(): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

interface Sent {
  readonly path: string;
  readonly body: object;
  readonly headers: Record<string, string>;
  /** Undefined: nobody said that it was done. */
  answer?: Answer;
}

async function send(sent: Sent): Promise<Answer> {
  return ask(url + sent.path, { body: JSON.stringify(sent.body), headers: sent.headers });
}

/** Writes contacts and reports calls without rest, until the server is gone. */
async function work(staffId: string, done: Sent[]): Promise<void> {
  const headers = { cookie: await logIn(url, staffId), 'x-vakthavende': '1' };
  const ordering = (contactId: string, order: object): Sent => ({
    path: `/api/contacts/${contactId}/commands`,
    body: { commandId: randomUUID(), seen: 1, order },
    headers,
  });
  for (;;) {
    const contactId = randomUUID();
    const story = [
      ordering(contactId, { type: 'openContact', centreId: 'lvs-forde', channel: 'patientPhones' }),
      ordering(contactId, { type: 'stateReason', text: 'skrevet før strømmen gikk' }),
      ordering(contactId, { type: 'writeNote', noteId: randomUUID(), text: 'et notat' }),
      {
        path: '/api/exchange/events',
        body: { events: [report(randomUUID(), 'offered', { centreId: 'lvs-forde' })] },
        headers: { authorization: `Bearer ${exchangeKey}` },
      },
    ];
    for (const sent of story) {
      done.push(sent);
      try {
        const answer = await send(sent);
        if (answer.status === 200) sent.answer = answer;
      } catch {
        return;
      }
    }
  }
}

describe('a server killed in the middle of its work', () => {
  it('has lost nothing that it acknowledged, and takes up what it did not', async () => {
    const all: Sent[] = [];
    for (let round = 0; round < 3; round += 1) {
      await start();
      const working = Promise.all(operators.map((staffId) => work(staffId, all)));
      await pause(1_200 + 300 * round);
      await kill();
      await working;
    }
    await start();
    const cookie = await logIn(url, 'oda-operator');
    for (const sent of all) if ('cookie' in sent.headers) sent.headers.cookie = cookie;
    const acknowledged = all.filter((sent) => sent.answer);
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(all.length - acknowledged.length).toBeGreaterThan(0);

    for (const sent of acknowledged) {
      const again = await send(sent);
      expect(again.status).toBe(200);
      if (sent.path.startsWith('/api/contacts')) expect(again.body).toEqual(sent.answer?.body);
      else expect(again.body.answers).toMatchObject([{ status: 'repeated', centreId: 'lvs-forde' }]);
    }
    // Whether the lost ones were stored before the answer was lost nobody knows: a repeat does them once.
    for (const sent of all.filter((each) => !each.answer)) expect((await send(sent)).status).toBe(200);

    const contacts = Map.groupBy(
      all.filter((sent) => sent.path.startsWith('/api/contacts')),
      (sent) => sent.path.split('/')[3] ?? '',
    );
    const { rows } = await database.pool.query<{ stream: string; steps: number }>(
      "select stream, count(*)::int as steps from journal.event where stream like 'contact:%' group by stream",
    );
    const stored = new Map(rows.map((row) => [row.stream, row.steps]));
    expect(stored.size).toBe(contacts.size);
    for (const [contactId, sent] of contacts) expect(stored.get(`contact:${contactId}`)).toBe(sent.length);
    const lists = await database.pool.query<{ differ: number }>(
      `select count(*)::int as differ from contact.row r
       where r.sequence <> (select max(sequence) from journal.event where stream = 'contact:' || r.contact_id)`,
    );
    expect(lists.rows).toEqual([{ differ: 0 }]);
  });
});
