import Fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';
import { createDemoProvider } from '../demo/provider.ts';
import { createLogin, type Directory, type Login, type LoginOptions } from '../index.ts';

export interface Colleague {
  readonly staffId: string;
  readonly roles: readonly string[];
}

/** A directory that a test can change, instead of the organisation that builds on the login. */
export interface House {
  readonly baseUrl: string;
  readonly login: Login<Colleague>;
  readonly colleagues: Map<string, Colleague>;
  readonly app: FastifyInstance;
  /** What the server wrote to its log. */
  readonly logged: readonly string[];
}

/** A server on a free port with login, demo provider, a home page, and `/who` that tells who asks. */
export async function openHouse(pool: pg.Pool, options: Partial<LoginOptions<Colleague>> = {}): Promise<House> {
  const logged: string[] = [];
  const app = Fastify({ logger: { level: 'info', stream: { write: (line: string) => void logged.push(line) } } });
  const colleagues = new Map<string, Colleague>([
    ['oda', { staffId: 'oda', roles: ['operator'] }],
    ['ulla', { staffId: 'ulla', roles: [] }],
  ]);
  const directory: Directory<Colleague> = {
    staffIdOf: async ({ provider, subject }) => (provider === 'demo' && colleagues.has(subject) ? subject : undefined),
    person: async (staffId) => colleagues.get(staffId),
    hasAccess: ({ roles }) => roles.length > 0,
  };
  let baseUrl = '';
  const people = ['oda', 'ulla', 'fremmed'].map((subject) => ({ subject, name: `${subject} <b>&`, title: 'Oppdiktet' }));
  const demo = createDemoProvider({ baseUrl: () => baseUrl, people: async () => people });
  const login = createLogin({ pool, baseUrl: () => baseUrl, provider: demo.options, directory, cacheMilliseconds: 0, ...options });
  await app.register(demo.routes);
  await app.register(login.routes);
  app.get('/', () => 'home');
  app.get('/board', () => 'board');
  app.get('/who', async (request) => ({ who: (await login.authenticate(request)) ?? null }));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  baseUrl = address;
  return { baseUrl, login, colleagues, app, logged };
}
