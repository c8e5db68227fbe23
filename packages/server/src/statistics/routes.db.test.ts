import { statisticsRefusals } from '@vakthavende/contract/statistics';
import { instant } from '@vakthavende/core/kernel';
import type { Staff } from '@vakthavende/core/organisation';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemHandler } from '../platform/problems.ts';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { statisticsRoutes } from './routes.ts';

const staff: Readonly<Record<string, Staff>> = {
  manager: { staffId: 's1', name: 'Oppdikta Leder', assignments: [{ role: 'manager', unit: 'lvs-forde' }] },
  operator: { staffId: 's2', name: 'Oppdikta Operatør', assignments: [{ role: 'operator', unit: 'lvs-forde' }] },
  editor: { staffId: 's3', name: 'Oppdikta Redaktør', assignments: [{ role: 'nationalEditor', unit: 'national' }] },
};

let database: TestDatabase;
let app: FastifyInstance;

beforeAll(async () => {
  database = await cloneDatabase();
  app = Fastify();
  app.setErrorHandler(problemHandler(statisticsRefusals));
  statisticsRoutes(app, {
    pool: database.pool,
    authenticate: async (request) => staff[String(request.headers['x-test-staff'])],
    clock: () => instant(0),
  });
  await database.pool.query(
    `insert into statistics.contact_fact (fact_id, unit, contact_id, day, opened_at, channel, first_urgency_telephone, call_ids, late_entries, red_paged)
     values ('k1:lvs-forde', 'lvs-forde', 'k1', '2026-03-11', '2026-03-11T18:00+01', 'patientPhones', 'red', '{}', 1, true)`,
  );
  await database.pool.query(`insert into statistics.day_mark (unit, day) values ('lvs-forde', '2026-03-11')`);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

async function ask(url: string, as: string) {
  const response = await app.inject({ url: `/api/statistics/${url}`, headers: { 'x-test-staff': as } });
  return { status: response.statusCode, body: response.json() };
}

const period = (unit: string, from = '2026-03-11', to = '2026-03-12') => `figures?unit=${unit}&from=${from}&to=${to}`;

describe('figures over HTTP', () => {
  it('are for the manager of the unit, and the national editor', async () => {
    const told = await ask(period('lvs-forde'), 'manager');
    expect(told).toMatchObject({
      status: 200,
      body: { unit: 'lvs-forde', from: '2026-03-11', figures: { contactsOpened: { kind: 'count', count: 1 } } },
    });
    expect((await ask(period('lvs-forde'), 'editor')).status).toBe(200);
    expect((await ask(period('national'), 'editor')).status).toBe(200);
  });

  it.each([
    ['a manager of another unit', period('lvs-nordfjord'), 'manager', 403],
    ['a manager of one unit, for the nation', period('national'), 'manager', 403],
    ['an operator', period('lvs-forde'), 'operator', 403],
    ['nobody', period('lvs-forde'), 'nobody', 401],
    ['an operator, for the rows', 'figures/contactsOpened/rows?unit=lvs-forde&day=2026-03-11', 'operator', 403],
  ])('are refused to %s', async (_, url, as, status) => {
    expect((await ask(url, as)).status).toBe(status);
  });

  it.each([
    ['an empty period', period('lvs-forde', '2026-03-11', '2026-03-11'), 422, 'period-empty', 'to'],
    ['a period of decades', period('lvs-forde', '2000-01-01'), 422, 'period-too-long', 'to'],
    ['a date that is none', period('lvs-forde', '2026-02-30'), 400, 'invalid-request', 'from'],
    ['an unknown field', `${period('lvs-forde')}&all=1`, 400, 'invalid-request', 'all'],
    ['an unknown figure', 'figures/everything/rows?unit=lvs-forde&day=2026-03-11', 404, 'figure-unknown', 'figureId'],
  ])('refuse %s by name', async (_, url, status, code, field) => {
    const told = await ask(url, 'manager');
    expect(told).toMatchObject({ status, body: { code, field } });
    expect(told.body.detail).not.toBe('Dette går ikke nå.');
  });

  it('open to their rows', async () => {
    const told = await ask('figures/firstUrgencyMix/rows?unit=lvs-forde&day=2026-03-11', 'manager');
    expect(told.body.rows).toEqual([
      {
        kind: 'contact',
        counts: 'numerator',
        contactId: 'k1',
        openedAt: Date.UTC(2026, 2, 11, 17),
        channel: 'patientPhones',
        firstUrgencyTelephone: 'red',
        callIds: [],
        lateEntries: 1,
        redPaged: true,
      },
    ]);
  });

  it('say what they count', async () => {
    const told = await ask('definitions', 'manager');
    expect(told.body.definitions).toContainEqual(
      expect.objectContaining({ id: 'medianAnswerTime', source: expect.stringContaining('Directorate of Health') }),
    );
  });
});
