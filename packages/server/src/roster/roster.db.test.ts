import { randomUUID } from 'node:crypto';
import { rosterRefusals } from '@vakthavende/contract/roster';
import { day, hour, type Instant, instant, minute, plus } from '@vakthavende/core/kernel';
import type { Role, Staff } from '@vakthavende/core/organisation';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedDemoStaff } from '../organisation/index.ts';
import { problemHandler } from '../platform/problems.ts';
import { staffNames } from '../platform/staff-names.ts';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { onDutyAt, rosterRoutes, seedDemoDutyList } from './index.ts';

let database: TestDatabase;
let app: FastifyInstance;
let now: Instant;
let staff: Staff;

// A Wednesday afternoon in Oslo.
const afternoon = instant(Date.parse('2026-03-11T14:00:00+01:00'));
const at = (text: string) => instant(Date.parse(`${text}+01:00`));

function logIn(role: Role, ...units: readonly string[]): void {
  staff = { staffId: 'vilde-vaktplan', name: 'Vilde Vaktplanlegger', assignments: units.map((unit) => ({ role, unit })) };
}

// The journal only grows: each test has a database of its own.
beforeEach(async () => {
  now = afternoon;
  logIn('rosterPlanner', 'lv-forde', 'lv-floro');
  database = await cloneDatabase();
  await seedDemoStaff(database.pool);
  app = Fastify();
  app.setErrorHandler(problemHandler(rosterRefusals));
  rosterRoutes(app, {
    pool: database.pool,
    clock: () => now,
    authenticate: async () => staff,
    names: staffNames(database.pool),
    centresOf: async (unit) => (unit === 'lv-forde' ? ['lvs-forde'] : []),
  });
});

afterEach(async () => {
  await app?.close();
  await database?.drop();
});

const night = { from: '2026-03-11T15:30:00+01:00', to: '2026-03-12T08:00:00+01:00' };

function entering(given: object = {}) {
  const ids = { commandId: randomUUID(), entryId: randomUUID() };
  return { type: 'enter', ...ids, unit: 'lv-forde', staffId: 'dina-doktor', level: 'primary', phone: '999 00 010', ...night, ...given };
}

async function post(
  body: object,
): Promise<{ readonly status: number; readonly body: { readonly code?: string; readonly field?: string; readonly detail?: string } }> {
  const answer = await app.inject({ method: 'POST', url: '/api/duty-list', headers: { 'x-vakthavende': '1' }, payload: body });
  return { status: answer.statusCode, body: answer.json() };
}

async function list(unit = 'lv-forde') {
  const answer = await app.inject({ method: 'GET', url: `/api/duty-list?unit=${unit}` });
  return { status: answer.statusCode, body: answer.json() };
}

describe('a duty entered by hand', () => {
  it('stands on the list with names, and says who is on', async () => {
    expect(await post(entering())).toMatchObject({ status: 200, body: { sequence: 1 } });
    const { body } = await list();
    expect(body).toMatchObject({ now, sequence: 1 });
    expect(body.entries).toMatchObject([
      {
        unit: 'lv-forde',
        name: 'Dina Doktor',
        level: 'primary',
        phone: '99900010',
        enteredBy: 'Vilde Vaktplanlegger',
        from: at('2026-03-11T15:30:00'),
      },
    ]);
    expect(await onDutyAt(database.pool, ['lv-forde'], at('2026-03-11T15:30:00'))).toEqual({
      primary: [{ staffId: 'dina-doktor', phone: '99900010', unit: 'lv-forde' }],
      backup: [],
    });
  });

  it('counts from its first instant and not at its last', async () => {
    await post(entering());
    const people = async (when: Instant) => (await onDutyAt(database.pool, ['lv-forde'], when)).primary.length;
    expect(await people(plus(at('2026-03-11T15:30:00'), -1))).toBe(0);
    expect(await people(at('2026-03-12T00:00:00'))).toBe(1);
    expect(await people(plus(at('2026-03-12T08:00:00'), -1))).toBe(1);
    expect(await people(at('2026-03-12T08:00:00'))).toBe(0);
  });

  it('sent twice is entered once, with the first answer', async () => {
    const command = entering();
    const first = await post(command);
    expect(await post(command)).toEqual(first);
    expect((await list()).body.entries).toHaveLength(1);
    expect(await post({ ...command, phone: '99900011' })).toMatchObject({ status: 409, body: { code: 'command-reused' } });
  });

  it('is entered once when two enter the same person at the same moment', async () => {
    const answers = await Promise.all([post(entering()), post(entering()), post(entering())]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 422, 422]);
    expect((await list()).body.entries).toHaveLength(1);
  });

  it.each([
    ['ends before it begins', { to: '2026-03-11T15:00:00+01:00' }, 'duty-end-not-after-start', 'to'],
    ['lasts eight days', { to: '2026-03-19T15:30:00+01:00' }, 'duty-too-long', 'to'],
    ['was over the day before yesterday', { from: '2026-03-09T08:00:00+01:00', to: '2026-03-09T15:30:00+01:00' }, 'duty-long-past', 'to'],
    ['begins in another century', { from: '2126-03-11T15:30:00+01:00', to: '2126-03-11T16:30:00+01:00' }, 'duty-too-far-ahead', 'from'],
    ['is of somebody without a role here', { staffId: 'flora-florolege' }, 'duty-person-not-here', 'staffId'],
    ['is of somebody unknown', { staffId: 'nobody' }, 'duty-person-not-here', 'staffId'],
  ])('that %s is refused by name and field', async (_, given, code, field) => {
    const { status, body } = await post(entering(given));
    expect({ status, code: body.code, field: body.field }).toEqual({ status: 422, code, field });
    expect(body.detail).not.toContain('{');
    expect(Object.keys(rosterRefusals)).toContain(code);
    expect((await list()).body.entries).toEqual([]);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['an unknown level', { level: 'third' }, 'level'],
    ['a number that is none', { phone: 'ring meg' }, 'phone'],
    ['a time that is none', { from: 'i kveld' }, 'from'],
  ])('with %s is refused with its field', async (_, given, field) => {
    expect(await post(entering(given))).toMatchObject({ status: 400, body: { code: 'invalid-request', field } });
  });
});

describe('a duty ended', () => {
  it('no longer counts, and stays on the list with who ended it and when', async () => {
    const command = entering();
    await post(command);
    now = at('2026-03-11T22:00:00');
    const end = { type: 'end', commandId: randomUUID(), entryId: command.entryId, unit: 'lv-forde' };
    expect(await post(end)).toMatchObject({ status: 200, body: { sequence: 2 } });
    expect((await onDutyAt(database.pool, ['lv-forde'], plus(now, -1))).primary).toHaveLength(1);
    expect((await onDutyAt(database.pool, ['lv-forde'], now)).primary).toEqual([]);
    expect((await list()).body.entries).toMatchObject([{ endedAt: now, endedBy: 'Vilde Vaktplanlegger' }]);
    const again = await post({ ...end, commandId: randomUUID() });
    expect(again).toMatchObject({ status: 422, body: { code: 'duty-already-ended', by: 'Vilde Vaktplanlegger' } });
  });

  it('by late entry counts until the time told', async () => {
    const command = entering();
    await post(command);
    now = at('2026-03-11T22:00:00');
    await post({
      type: 'end',
      commandId: randomUUID(),
      entryId: command.entryId,
      unit: 'lv-forde',
      occurredAt: '2026-03-11T21:10:00+01:00',
    });
    expect((await onDutyAt(database.pool, ['lv-forde'], at('2026-03-11T21:10:00'))).primary).toEqual([]);
    expect((await onDutyAt(database.pool, ['lv-forde'], at('2026-03-11T21:09:00'))).primary).toHaveLength(1);
  });
});

describe('the duty list of a unit', () => {
  it('is seen by a doctor there, who may not change it', async () => {
    logIn('doctor', 'lv-forde');
    expect((await list()).status).toBe(200);
    expect(await post(entering())).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });

  it('is seen from the call centre that sends patients there, and not from another clinic’s centre', async () => {
    logIn('operator', 'lvs-forde');
    expect(await list()).toMatchObject({ status: 200 });
    logIn('operator', 'lvs-nordfjord');
    expect(await list()).toMatchObject({ status: 403 });
  });

  it('is neither seen nor changed by others', async () => {
    logIn('rosterPlanner', 'lv-floro');
    expect((await list()).status).toBe(403);
    expect((await post(entering())).status).toBe(403);
    logIn('nationalEditor', 'national');
    expect((await list()).status).toBe(403);
  });

  it('proposes those whose roles there answer for red contacts, with their telephones', async () => {
    const { body } = await list('lv-floro');
    expect(body.staff.map((person: { staffId: string; phone?: string }) => [person.staffId, person.phone])).toEqual([
      ['finn-florobakvakt', '+4799900013'],
      ['flora-florolege', '+4799900012'],
      ['frida-florosykepleier', '+4799900004'],
    ]);
  });

  it('shows what was over within a day and not what was over before', async () => {
    await post(entering());
    now = plus(at('2026-03-12T08:00:00'), day - minute);
    expect((await list()).body.entries).toHaveLength(1);
    now = plus(at('2026-03-12T08:00:00'), day);
    expect((await list()).body.entries).toEqual([]);
  });
});

describe('who is on at several units', () => {
  it('names the first unit’s people first, and a person on at two of them once', async () => {
    await database.pool.query(
      `insert into organisation.assignment values ('dina-doktor', 'doctor', 'lv-floro', now() - interval '1 day') on conflict do nothing`,
    );
    await post(entering({ unit: 'lv-floro', staffId: 'flora-florolege', from: '2026-03-11T14:00:00+01:00', phone: '99900012' }));
    await post(entering({ unit: 'lv-floro' }));
    await post(entering());
    const when = at('2026-03-11T20:00:00');
    const names = async (...units: readonly string[]) =>
      (await onDutyAt(database.pool, units, when)).primary.map((one) => `${one.staffId} ${one.unit}`);
    expect(await names('lv-forde', 'lv-floro')).toEqual(['dina-doktor lv-forde', 'flora-florolege lv-floro']);
    expect(await names('lv-floro', 'lv-forde')).toEqual(['flora-florolege lv-floro', 'dina-doktor lv-floro']);
    expect(await names('lv-bremanger')).toEqual([]);
    expect(await names()).toEqual([]);
  });
});

describe('the demonstration’s duties', () => {
  const units = ['lv-forde', 'lv-floro', 'lv-bremanger'];
  const events = async () => (await database.pool.query<{ count: number }>('select count(*) from journal.event')).rows[0]?.count;

  it.each(['2026-03-11T14:00:00+01:00', '2026-03-24T02:00:00+01:00', '2026-10-20T07:59:00+02:00', '2026-12-31T23:30:00+01:00'])(
    'leave no hour of the next fourteen days without both at any clinic, from %s',
    async (text) => {
      now = instant(Date.parse(text));
      await seedDemoDutyList(database.pool, now);
      for (const unit of units) {
        for (let when = now; when <= now + 14 * day; when = plus(when, 5 * hour)) {
          const on = await onDutyAt(database.pool, [unit], when);
          expect([on.primary.length, on.backup.length]).toEqual([1, 1]);
        }
      }
    },
  );

  it('are added to, not written again, at each start', async () => {
    await seedDemoDutyList(database.pool, now);
    const first = await events();
    await seedDemoDutyList(database.pool, plus(now, hour));
    expect(await events()).toBe(first);
    // A day later: one more date with two spans, two levels, three clinics.
    await seedDemoDutyList(database.pool, plus(now, day));
    expect(await events()).toBe((first ?? 0) + 12);
  });

  it('stay ended when they were ended by hand', async () => {
    await seedDemoDutyList(database.pool, now);
    const when = plus(now, 3 * day);
    const there = (await list()).body.entries.find(
      (one: { level: string; from: number; to: number }) => one.level === 'primary' && one.from <= when && when < one.to,
    );
    expect(await post({ type: 'end', commandId: randomUUID(), entryId: there.entryId, unit: 'lv-forde' })).toMatchObject({ status: 200 });
    await seedDemoDutyList(database.pool, plus(now, day));
    expect((await onDutyAt(database.pool, ['lv-forde'], when)).primary).toEqual([]);
  });
});
