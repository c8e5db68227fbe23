import Fastify from 'fastify';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../testing/template-database.ts';
import { createLogin, type LoginIdentity, type ProviderOptions } from './index.ts';
import { newBrowser, type Opened } from './testing/browser.ts';
import { newKeyPair, type StandIn, standInScopes, startHelseIdStandIn } from './testing/helse-id-stand-in.ts';

const securityLevel = 'helseid://claims/identity/security_level';
const key = newKeyPair();

let database: TestDatabase;
let closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
});

afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

afterAll(() => database?.drop());

interface LoggedIn {
  readonly page: Opened;
  readonly again: () => Promise<Opened>;
  readonly seen: readonly LoginIdentity[];
  readonly standIn: StandIn;
}

/** Asks for `/login` at a server that logs in by the stand-in, and follows to where it ends. */
async function logIn(changed: Partial<ProviderOptions> = {}, away = () => false): Promise<LoggedIn> {
  const app = Fastify();
  const seen: LoginIdentity[] = [];
  let baseUrl = '';
  let issuer = '';
  const login = createLogin({
    pool: database.pool,
    baseUrl: () => baseUrl,
    provider: () => ({
      name: 'helseid',
      issuer,
      clientId: 'vakthavende',
      credentials: { privateKeyJwk: key.secret },
      scope: ['openid', ...standInScopes].join(' '),
      pushedRequests: true,
      dpop: true,
      userinfo: true,
      requiredClaims: { [securityLevel]: '4' },
      ...changed,
    }),
    directory: {
      async staffIdOf(identity) {
        seen.push(identity);
        return 'dina';
      },
      person: async (staffId) => ({ staffId }),
      hasAccess: () => true,
    },
  });
  await app.register(login.routes);
  app.get('/', async (request) => login.authenticate(request));
  baseUrl = await app.listen({ port: 0, host: '127.0.0.1' });
  const standIn = await startHelseIdStandIn({ baseUrl, clientKey: key.open, away });
  issuer = standIn.issuer;
  closing.push(
    () => app.close(),
    () => standIn.app.close(),
  );
  const again = () => newBrowser(baseUrl).open('/login');
  return { page: await again(), again, seen, standIn };
}

it('logs in by pushed request, signed assertion and DPoP, and learns pid and HPR number', async () => {
  const { page, seen, standIn } = await logIn();
  expect(page.text).toBe('{"staffId":"dina"}');
  expect(seen).toEqual([{ provider: 'helseid', subject: 'dina-ved-helseid', nationalId: '13917012345', hprNumber: '9999901' }]);
  const proven = standIn.requests.filter(({ dpop }) => dpop).map(({ path }) => path);
  expect(standIn.requests.map(({ path }) => path)).toContain('/request');
  expect(new Set(proven)).toEqual(new Set(['/token', '/me']));
});

it('demands the level of security that is set', async () => {
  const { page, seen } = await logIn({ requiredClaims: { [securityLevel]: '5' } });
  expect([page.status, page.text.includes('Innloggingen mislyktes')]).toEqual([401, true]);
  expect(seen).toEqual([]);
  const { rows } = await database.pool.query<{ reason: string }>('select reason from platform.login_log order by id desc limit 1');
  expect(rows[0]?.reason).toBe(`claim-missing:${securityLevel}`);
});

it('is not let in with a key that the provider does not know', async () => {
  const { page } = await logIn({ credentials: { privateKeyJwk: newKeyPair().secret } });
  expect([page.status, page.text.includes('Innloggingstjenesten svarer ikke')]).toEqual([503, true]);
});

it('tells when the provider does not answer, and logs in when it does', async () => {
  let away = true;
  const { page, again } = await logIn({}, () => away);
  expect([page.status, page.text.includes('Innloggingstjenesten svarer ikke')]).toEqual([503, true]);
  away = false;
  expect((await again()).text).toBe('{"staffId":"dina"}');
});
