import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { getQueue } from '@vakthavende/contract/telephony';
import { addDays, instant, osloDate } from '@vakthavende/core/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn } from '../../packages/driver/src/login.ts';
import { cloneDatabase, type TestDatabase } from '../../packages/server/src/platform/testing/template-database.ts';
import { playEvening, type Running, type Server, startServer, temporaryFolder } from './processes.ts';

/** Six hundred times the pace of life: a contact that takes two hours takes twelve seconds. */
const speed = 600;

let database: TestDatabase;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Server;
let evening: Running;

beforeAll(async () => {
  [database, folder] = await Promise.all([cloneDatabase(), temporaryFolder()]);
  server = await startServer(database.url, folder.path);
  evening = playEvening(server, speed);
});

afterAll(async () => {
  await evening?.stop();
  await server?.stop();
  await database?.drop();
  await folder?.remove();
});

interface Figures {
  readonly figures: Readonly<Record<string, { readonly count?: number; readonly numerator?: number; readonly denominator?: number }>>;
}

async function get<T>(path: string, staffId: string): Promise<T> {
  const answer = await fetch(new URL(path, server.url), { headers: { cookie: await logIn(server.url, staffId) } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

async function figuresOfToday() {
  const today = osloDate(instant(Date.now()));
  const { figures } = await get<Figures>(`/api/statistics/figures?unit=lvs-forde&from=${today}&to=${addDays(today, 1)}`, 'leif-leder');
  return figures;
}

async function rowsOf(table: 'contacts' | 'types' | 'patients'): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const sql = {
    contacts: 'select status, plain from contact.row',
    types: 'select type, count(*)::int as count from journal.event group by type',
    patients: "select distinct actor from journal.event where stream like 'contact:%'",
  };
  return (await database.pool.query(sql[table])).rows;
}

describe('the evening that the demonstration plays', () => {
  it('opens contacts and brings them through the clinic to their closing', async () => {
    const wanted = ['contactClosed', 'arrived', 'taken', 'noteWritten', 'adviceGiven', 'exchangeReported', 'operatorConnected'];
    await expect
      .poll(async () => (await rowsOf('types')).map((row) => row.type), { timeout: 60_000, interval: 500 })
      .toEqual(expect.arrayContaining(wanted));
    const contacts = await rowsOf('contacts');
    expect(contacts.some((row) => row.status === 'closed')).toBe(true);
  });

  it('moves the figures', async () => {
    await expect.poll(async () => (await figuresOfToday()).callsAnswered?.numerator ?? 0, { timeout: 30_000 }).toBeGreaterThan(2);
    const figures = await figuresOfToday();
    expect(figures.callsOffered?.count).toBeGreaterThan(2);
    expect(figures.contactsOpened?.count).toBeGreaterThan(1);
  });

  it('acts as none of those who are left to the person who tries', async () => {
    const actors = (await rowsOf('patients')).map((row) => row.actor);
    for (const left of ['oda-operator', 'kari-kombinert', 'nils-nattsykepleier', 'dina-doktor']) expect(actors).not.toContain(left);
  });

  it('goes on where it was when the server has been away', async () => {
    const port = Number(new URL(server.url).port);
    await server.stop();
    await pause(1_000);
    server = await startServer(database.url, folder.path, port);
    const opened = async () => (await rowsOf('types')).find((row) => row.type === 'contactOpened')?.count as number;
    const before = await opened();
    await expect.poll(opened, { timeout: 60_000, interval: 500 }).toBeGreaterThan(before + 1);
  });

  it('meets no refusal that it did not expect, and no fault of the server', () => {
    expect(evening.complaints()).toBe('');
    expect(server.complaints()).not.toContain('"level":50');
  });

  it('stops within a second', async () => {
    expect(await evening.stop()).toBeLessThan(1_000);
  });

  it('connects a person who answers, leaves the call to them, and ends it when they hang up', async () => {
    evening = playEvening(server, 10);
    const cookie = await logIn(server.url, 'oda-operator');
    const rows = async () => {
      const answer = await fetch(new URL('/api/telephony/queue?unit=lvs-forde', server.url), { headers: { cookie } });
      return getQueue.response.parse(await answer.json()).rows;
    };
    const command = async (callId: string, body: object) =>
      (
        await fetch(new URL(`/api/telephony/calls/${callId}/commands`, server.url), {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json', 'x-vakthavende': '1' },
          body: JSON.stringify({ commandId: randomUUID(), ...body }),
        })
      ).status;
    const waiting = async () => (await rows()).find(({ status, operatorId }) => status === 'recordedMessage' && operatorId === undefined);
    await expect.poll(waiting, { timeout: 30_000 }).toBeDefined();
    const call = (await waiting())!;
    expect(await command(call.callId, { type: 'answerCall', legId: call.legId })).toBe(200);
    const mine = async () => (await rows()).find(({ callId }) => callId === call.callId);
    await expect.poll(mine, { timeout: 30_000 }).toMatchObject({ status: 'talking', operatorId: 'oda-operator' });
    await pause(5_000);
    expect(await mine()).toMatchObject({ status: 'talking', operatorId: 'oda-operator', contactIds: [] });
    expect(await command(call.callId, { type: 'endCall' })).toBe(200);
    await expect.poll(mine, { timeout: 10_000 }).toMatchObject({ status: 'ended' });
  });
});
