/// <reference path="../demo/oidc-provider.d.ts" />
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type { JWK } from 'oidc-provider';
import { Provider } from 'oidc-provider/lib/provider.js';
import type { ClientKey } from '../client-key.ts';
import { createMemory } from '../demo/memory-adapter.ts';

export interface StandIn {
  readonly issuer: string;
  readonly requests: readonly { readonly path: string; readonly dpop: boolean }[];
  readonly app: FastifyInstance;
}

export interface StandInOptions {
  readonly baseUrl: string;
  readonly clientKey: JWK;
  /** While true it answers nothing but 503. */
  readonly away: () => boolean;
}

export interface KeyPair {
  readonly secret: ClientKey;
  readonly open: JWK;
}

export const standInScopes = [
  'helseid://scopes/identity/pid',
  'helseid://scopes/hpr/hpr_number',
  'helseid://scopes/identity/security_level',
];

/** The identity number is synthetic (month + 80). */
const claims = {
  'helseid://claims/identity/pid': '13917012345',
  'helseid://claims/hpr/hpr_number': '9999901',
  'helseid://claims/identity/security_level': '4',
};
const person = 'dina-ved-helseid';

/** Demands what HelseID demands: pushed requests, a signed client assertion (PS256), PKCE and DPoP, with its names of scopes and claims. */
export async function startHelseIdStandIn({ baseUrl, clientKey, away }: StandInOptions): Promise<StandIn> {
  const app = Fastify();
  const requests: { path: string; dpop: boolean }[] = [];
  let provider: Provider;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.get('/pick/:uid', async (request, reply) => {
    const result = { login: { accountId: person } };
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, result), 303);
  });
  app.all('/*', async (request, reply) => {
    requests.push({ path: new URL(request.url, 'http://local.invalid').pathname, dpop: request.headers.dpop !== undefined });
    if (away()) return reply.code(503).send();
    reply.hijack();
    await provider.callback()(request.raw, reply.raw);
    return reply;
  });
  const issuer = await app.listen({ port: 0, host: '127.0.0.1' });
  provider = newProvider(issuer, baseUrl, clientKey);
  return { issuer, requests, app };
}

export function newKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const about = { alg: 'PS256', kid: randomUUID(), use: 'sig' } as const;
  // JWKs by the format asked for.
  return {
    secret: { ...privateKey.export({ format: 'jwk' }), ...about } as ClientKey,
    open: { ...publicKey.export({ format: 'jwk' }), ...about } as JWK,
  };
}

function newProvider(issuer: string, baseUrl: string, clientKey: JWK): Provider {
  const hour = 3600;
  return new Provider(issuer, {
    adapter: createMemory(),
    clients: [
      {
        client_id: 'vakthavende',
        redirect_uris: [`${baseUrl}/login/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'PS256',
        id_token_signed_response_alg: 'PS256',
        require_pushed_authorization_requests: true,
        dpop_bound_access_tokens: true,
        jwks: { keys: [clientKey] },
      },
    ],
    // A private JWK is a JWK.
    jwks: { keys: [newKeyPair().secret as JWK] },
    cookies: { keys: [randomUUID()] },
    scopes: ['openid', ...standInScopes],
    claims: { openid: ['sub', ...Object.keys(claims)] },
    features: { devInteractions: { enabled: false }, dPoP: { enabled: true }, pushedAuthorizationRequests: { enabled: true } },
    interactions: { url: (_ctx, interaction) => `/pick/${interaction.uid}` },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...claims }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: 'vakthavende', accountId: person });
      grant.addOIDCScope(['openid', ...standInScopes].join(' '));
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 60, Grant: hour, IdToken: hour, Interaction: hour, Session: hour },
  });
}
