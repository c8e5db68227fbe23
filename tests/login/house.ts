import Fastify, { type FastifyInstance } from 'fastify';
import { demoPeople, seedDemoStaff } from '../../packages/server/src/organisation/demo-staff.ts';
import { sessionRoutes } from '../../packages/server/src/organisation/session-routes.ts';
import { staffDirectory } from '../../packages/server/src/organisation/staff.ts';
import { createDemoProvider, createLogin } from '../../packages/server/src/platform/login/index.ts';
import { problemHandler } from '../../packages/server/src/platform/problems.ts';
import { securityHeaders } from '../../packages/server/src/platform/security-headers.ts';
import { cloneDatabase, type TestDatabase } from '../../packages/server/src/platform/testing/template-database.ts';

export interface House {
  readonly baseUrl: string;
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly close: () => Promise<void>;
}

/** A server with login, the demonstration's staff, and a home page with a button that logs out. */
export async function openHouse(): Promise<House> {
  const database = await cloneDatabase();
  await seedDemoStaff(database.pool);
  const app = Fastify();
  let baseUrl = '';
  app.setErrorHandler(problemHandler({}));
  app.addHook('onSend', securityHeaders(true));
  const demo = createDemoProvider({ baseUrl: () => baseUrl, people: demoPeople });
  const directory = staffDirectory(database.pool);
  const login = createLogin({ pool: database.pool, baseUrl: () => baseUrl, provider: demo.options, directory, cacheMilliseconds: 0 });
  await app.register(demo.routes);
  await app.register(login.routes);
  sessionRoutes(app, { authenticate: login.authenticate, demo: true, unitOrder: async () => [] });
  app.get('/', async (request, reply) => {
    const person = await login.authenticate(request);
    return reply
      .type('text/html; charset=utf-8')
      .send(`<h1>${person?.name ?? 'Ingen'}</h1><form method="post" action="/logout"><button>Logg ut</button></form>`);
  });
  baseUrl = await app.listen({ port: 0, host: '127.0.0.1' });
  const close = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  return { baseUrl, app, database, close };
}
