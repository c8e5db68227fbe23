/// <reference path="./oidc-provider.d.ts" />
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { JWK, KoaContextWithOIDC } from 'oidc-provider';
import { Provider } from 'oidc-provider/lib/provider.js';
import { parseBaseUrl } from '../base-url.ts';
import type { ProviderOptions } from '../oidc-client.ts';
import { renderPage } from '../page.ts';
import { again, messagePage } from '../pages.ts';
import { demoTexts } from '../texts.nb.ts';
import { createMemory } from './memory-adapter.ts';
import { loggingOutPage } from './pages.ts';
import { demoPath, registerDemoRoutes } from './routes.ts';

export interface DemoPerson {
  /** What the provider calls the person: the `sub` of its tokens. */
  readonly subject: string;
  readonly name: string;
  /** Role and unit as colleagues say it. */
  readonly title: string;
}

export interface DemoProviderOptions {
  readonly baseUrl: () => string;
  readonly people: () => Promise<readonly DemoPerson[]>;
}

export interface DemoProvider {
  /** `app.register(demo.routes)`: an OpenID Connect provider under `/demo-oidc`. */
  readonly routes: (app: FastifyInstance) => Promise<void>;
  /** How the login reaches it: `createLogin({ provider: demo.options })`. */
  readonly options: () => ProviderOptions;
}

const clientId = 'vakthavende';

/**
 * A real OpenID Connect provider that lets anyone in as any of the invented people.
 * It reads NODE_ENV itself, the one exception from «only main.ts reads the environment»: no composition may get past this lock.
 */
export function createDemoProvider({ baseUrl, people }: DemoProviderOptions): DemoProvider {
  if (process.env.NODE_ENV === 'production') throw new Error(demoTexts.productionRefused);
  const secret = randomBytes(32).toString('base64url');
  let provider: Provider | undefined;
  return {
    routes: async (app) => registerDemoRoutes(app, { provider: () => (provider ??= build(baseUrl(), secret)), people }),
    // `login`: on a machine that several people share, each picks who they are.
    options: () => ({
      name: 'demo',
      issuer: `${parseBaseUrl(baseUrl()).origin}${demoPath}`,
      clientId,
      credentials: { secret },
      prompt: 'login',
    }),
  };
}

function build(baseUrl: string, secret: string): Provider {
  const { origin } = parseBaseUrl(baseUrl);
  const cookie = { signed: true, httpOnly: true, sameSite: 'lax' } as const;
  const provider = new Provider(`${origin}${demoPath}`, {
    adapter: createMemory(),
    clients: [
      {
        client_id: clientId,
        client_secret: secret,
        redirect_uris: [`${origin}/login/callback`],
        post_logout_redirect_uris: [`${origin}/login/logged-out`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('base64url')], long: { ...cookie, path: demoPath }, short: cookie },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, loggingOutPage(form)),
        postLogoutSuccessSource: (ctx) => ctx.redirect('/login/logged-out'),
      },
    },
    interactions: { url: (_ctx, interaction) => `${demoPath}/interaction/${interaction.uid}` },
    findAccount: (_ctx, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    loadExistingGrant: grantAll,
    pkce: { required: () => true },
    renderError: (ctx) => show(ctx, messagePage(demoTexts.wrong, again)),
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 12 * 3600, IdToken: 12 * 3600, Interaction: 3600, Session: 12 * 3600 },
  });
  return provider;
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // A JWK by the format asked for.
  return { ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'ES256', kid: randomBytes(8).toString('hex') };
}

/** Nobody is asked for consent: the one client is the house itself. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const held = session.grantIdFor(client.clientId);
  const known = held === undefined ? undefined : await provider.Grant.find(held);
  if (known) return known;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

function show(ctx: KoaContextWithOIDC, page: Parameters<typeof renderPage>[0]): void {
  const { text, headers } = renderPage(page);
  ctx.set({ ...headers });
  ctx.body = text;
}
