import type { FastifyInstance, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { type Authenticator, createAuthenticator, defaultCacheMilliseconds } from './authenticate.ts';
import { type BaseUrl, parseBaseUrl } from './base-url.ts';
import { readSecret } from './cookies.ts';
import type { Directory } from './directory.ts';
import { createOidcClient, type OidcClient, type ProviderOptions } from './oidc-client.ts';
import { registerLoginRoutes } from './routes.ts';
import { closeSessionsOf, type SessionLimits } from './sessions.ts';

export interface LoginOptions<Person> extends Partial<SessionLimits> {
  readonly pool: pg.Pool;
  /** The address that browsers use; asked for when the first request is here, as a free port is not known before. */
  readonly baseUrl: () => string;
  readonly provider: () => ProviderOptions;
  readonly directory: Directory<Person>;
  readonly cacheMilliseconds?: number;
}

export interface Login<Person> {
  /** `app.register(login.routes)`: `GET /login`, `GET /login/callback`, `GET /login/logged-out`, `POST /logout`. */
  readonly routes: (app: FastifyInstance) => Promise<void>;
  /** Who sends the request, with the roles in force within a few seconds. */
  authenticate(request: Pick<FastifyRequest, 'headers'>): Promise<Person | undefined>;
  /** Ends all sessions of a person: here at once, on other server processes within a few seconds. */
  endSessionsOf(staffId: string): Promise<void>;
}

/** What the routes share; made at the first request. */
export interface LoginParts<Person> {
  readonly pool: pg.Pool;
  readonly directory: Directory<Person>;
  readonly limits: SessionLimits;
  readonly authenticator: Authenticator<Person>;
  base(): BaseUrl;
  oidc(): OidcClient;
}

/**
 * Logs staff in by OpenID Connect and keeps them in by a session in the database. The browser gets a cookie with a secret that means
 * nothing elsewhere; the provider's tokens stay here (backend for frontend).
 */
export function createLogin<Person>(options: LoginOptions<Person>): Login<Person> {
  const { pool, directory } = options;
  const limits = { lifetimeHours: options.lifetimeHours ?? 12, idleHours: options.idleHours ?? 4 };
  const base = once(() => parseBaseUrl(options.baseUrl()));
  const oidc = once(() =>
    createOidcClient(options.provider(), { callback: `${base().origin}/login/callback`, loggedOut: `${base().origin}/login/logged-out` }),
  );
  const cacheMilliseconds = options.cacheMilliseconds ?? defaultCacheMilliseconds;
  const authenticator = createAuthenticator({ pool, directory, idleHours: limits.idleHours, cacheMilliseconds });
  const parts: LoginParts<Person> = { pool, directory, limits, authenticator, base, oidc };
  return {
    routes: async (app) => registerLoginRoutes(app, parts),
    async authenticate(request) {
      const secret = readSecret(request.headers.cookie, 'session', base().secure);
      return secret === undefined ? undefined : authenticator.personOf(secret);
    },
    async endSessionsOf(staffId) {
      await closeSessionsOf(pool, staffId);
      authenticator.forgetAll();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
