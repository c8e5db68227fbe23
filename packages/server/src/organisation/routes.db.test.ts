import { organisationRefusals } from '@vakthavende/contract/organisation';
import type { Staff } from '@vakthavende/core/organisation';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemHandler } from '../platform/problems.ts';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { seedDemoArea } from './demo-area.ts';
import { createRegisters } from './registers.ts';
import { organisationRoutes } from './routes.ts';

const operator: Staff = { staffId: 'op-1', name: 'Oda Operatør', assignments: [{ role: 'operator', unit: 'lvs-forde' }] };
const administrator: Staff = {
  staffId: 'adm-1',
  name: 'Adam Administrator',
  assignments: [{ role: 'systemAdministrator', unit: 'national' }],
};

describe('the register over HTTP', () => {
  let db: TestDatabase;
  let app: FastifyInstance;
  let who: Staff | undefined = operator;
  beforeAll(async () => {
    db = await cloneDatabase();
    await seedDemoArea(db.pool);
    app = Fastify();
    app.setErrorHandler(problemHandler(organisationRefusals));
    organisationRoutes(app, { pool: db.pool, registers: createRegisters(db.pool), authenticate: async () => who });
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    await db.drop();
  });
  const ask = async (url: string, as: Staff | undefined = operator) => {
    who = as;
    const answer = await app.inject({ method: 'GET', url });
    return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
  };

  it('tells who serves a place at an instant', async () => {
    const { status, body } = await ask('/api/organisation/served-by?place=4645&at=2021-03-16T20:00:00%2B01:00');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'served',
      list: 'demo-2021',
      place: { name: 'Askvoll' },
      services: [{ id: 'sys-ikl' }],
      callCentre: { id: 'lvs-forde' },
    });
  });

  it('tells in words why nobody does', async () => {
    const { body } = await ask('/api/organisation/served-by?place=0301');
    expect(body).toMatchObject({ kind: 'gap', reason: { code: 'not-listed' }, text: 'Ingen legevakt i listen betjener stedet.' });
  });

  it('searches places, and lists units and findings', async () => {
    expect((await ask('/api/organisation/places?q=hylle')).body).toMatchObject({
      rows: [{ id: '4637', name: 'Hyllestad', listed: true }],
      more: false,
    });
    expect((await ask('/api/organisation/units')).body).toMatchObject({ list: 'demo-2021' });
    expect((await ask('/api/organisation/findings?list=helsenorge-2013')).body).toMatchObject({ records: 0, rows: [] });
  });

  it.each([
    ['/api/organisation/served-by?place=46', 400, 'place'],
    ['/api/organisation/served-by?place=4645&at=i%20kveld', 400, 'at'],
    ['/api/organisation/served-by?place=4645&hvem=jeg', 400, 'hvem'],
    [`/api/organisation/places?q=${'a'.repeat(61)}`, 400, 'q'],
    ['/api/organisation/units?list=finnes-ikke', 422, 'list'],
  ])('%s is refused with the field named', async (url, status, field) => {
    expect(await ask(url)).toMatchObject({ status, body: { field } });
  });

  it('an unknown list is told which there are', async () => {
    const { body } = await ask('/api/organisation/units?list=finnes-ikke');
    expect(body.detail).toBe('Listen «finnes-ikke» finnes ikke i registeret. Velg en av: demo-2021, helsenorge-2013.');
  });

  it('is closed to those who are not logged in or have no role in it', async () => {
    who = undefined;
    expect((await app.inject({ method: 'GET', url: '/api/organisation/units' })).statusCode).toBe(401);
    expect((await ask('/api/organisation/units', administrator)).status).toBe(403);
  });
});
