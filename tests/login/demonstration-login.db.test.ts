import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn } from '../../packages/driver/src/login.ts';
import { demoPeople, seedDemoStaff } from '../../packages/server/src/organisation/demo-staff.ts';
import { sessionRoutes } from '../../packages/server/src/organisation/session-routes.ts';
import { staffDirectory } from '../../packages/server/src/organisation/staff.ts';
import { createDemoProvider } from '../../packages/server/src/platform/login/demo/provider.ts';
import { createLogin } from '../../packages/server/src/platform/login/index.ts';
import { sendProblem } from '../../packages/server/src/platform/problems.ts';
import { cloneDatabase, type TestDatabase } from '../../packages/server/src/platform/testing/template-database.ts';

let database: TestDatabase;
let app: FastifyInstance;
let baseUrl = '';

beforeAll(async () => {
  database = await cloneDatabase();
  await seedDemoStaff(database.pool);
  app = Fastify();
  app.setErrorHandler(sendProblem);
  const demo = createDemoProvider({ baseUrl: () => baseUrl, people: demoPeople });
  const directory = staffDirectory(database.pool);
  const login = createLogin({ pool: database.pool, baseUrl: () => baseUrl, provider: demo.options, directory, cacheMilliseconds: 0 });
  await app.register(demo.routes);
  await app.register(login.routes);
  sessionRoutes(app, { authenticate: login.authenticate, demo: true });
  baseUrl = await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await app?.close();
  await database?.drop();
});

async function session(cookie: string): Promise<Response> {
  return fetch(new URL('/api/session', baseUrl), { headers: { cookie } });
}

describe('the demonstration', () => {
  it('lets the driver in as each of its people, through the public pages', async () => {
    for (const { subject, name } of await demoPeople()) {
      if (subject === 'ulla-utentilgang') continue;
      const answer = await session(await logIn(baseUrl, subject));
      expect(await answer.json()).toMatchObject({ staffId: subject, name, demo: true });
    }
  });

  it('tells the driver that one without a role was not let in', async () => {
    await expect(logIn(baseUrl, 'ulla-utentilgang')).rejects.toThrow('kom ikke inn: /login/callback svarte 403');
  });

  it('lets a change of roles take effect in the session that is open', async () => {
    const cookie = await logIn(baseUrl, 'otto-operator');
    await database.pool.query(`update organisation.assignment set valid_to = now() where staff_id = 'otto-operator'`);
    expect(await (await session(cookie)).json()).toMatchObject({ assignments: [], capabilities: {} });
    await database.pool.query(
      `insert into organisation.assignment (staff_id, role, unit, valid_from) values ('otto-operator', 'manager', 'lvs-forde', now())`,
    );
    expect(await (await session(cookie)).json()).toMatchObject({ assignments: [{ role: 'manager', unit: 'lvs-forde' }] });
    await database.pool.query(`update organisation.staff set blocked_at = now() where staff_id = 'otto-operator'`);
    expect((await session(cookie)).status).toBe(401);
  });

  it('answers 500 questions about who asks within a second', async () => {
    const cookie = await logIn(baseUrl, 'oda-operator');
    const began = performance.now();
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => app.inject({ url: '/api/session', headers: { cookie } })));
      expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
    }
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
