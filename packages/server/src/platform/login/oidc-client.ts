import * as client from 'openid-client';
import type { Attempt } from './attempts.ts';
import { isLoopback } from './base-url.ts';
import { type ClientKey, importClientKey } from './client-key.ts';
import type { LoginIdentity } from './directory.ts';

/** HelseID's names for what a login says about a person (scopes have the same names with `scopes` for `claims`). */
const nationalIdClaim = 'helseid://claims/identity/pid';
const hprNumberClaim = 'helseid://claims/hpr/hpr_number';

/** An OpenID Connect provider and how we are known there. HelseID wants a key, pushed requests and DPoP; most others a secret only. */
export interface ProviderOptions {
  /** Our own name for it, under which its subjects are filed: `helseid`, `demo`. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly credentials: { readonly secret: string } | { readonly privateKeyJwk: ClientKey };
  /** `openid` unless told. */
  readonly scope?: string;
  /** Send the request ahead, server to server (PAR, RFC 9126). */
  readonly pushedRequests?: boolean;
  /** Bind the access token to a key of this process (DPoP, RFC 9449). */
  readonly dpop?: boolean;
  /** Ask userinfo as well, for providers that leave claims out of the id token. */
  readonly userinfo?: boolean;
  readonly prompt?: 'login' | 'select_account';
  /** Claims that must have this very value, such as `helseid://claims/identity/security_level` = `4`. */
  readonly requiredClaims?: Readonly<Record<string, string>>;
}

export interface LoginWish {
  readonly returnPath: string;
  /** The provider asks anew who it is, even if it knows. */
  readonly fresh: boolean;
}

export interface OidcClient {
  /** The provider's address to send the browser to, and what to remember until it is back. */
  begin(wish: LoginWish): Promise<{ readonly address: URL; readonly attempt: Attempt }>;
  /** Trades the code in `returned` (our own address with the provider's parameters) for who it is. */
  finish(returned: URL, attempt: Attempt): Promise<{ readonly identity: LoginIdentity; readonly idToken: string }>;
  /** Where to send the browser to log out at the provider too, if it has such a place. */
  endAddress(idToken: string | undefined): Promise<URL | undefined>;
}

export interface OwnAddresses {
  readonly callback: string;
  readonly loggedOut: string;
}

/** A login that is sound by protocol but lacks what we demand of it. */
export class ClaimMissing extends Error {}

export function createOidcClient(options: ProviderOptions, own: OwnAddresses): OidcClient {
  const configured = remember(() => discover(options));
  const dpopKeys = remember(() => client.randomDPoPKeyPair());

  async function proof(configuration: client.Configuration): Promise<client.DPoPOptions> {
    return options.dpop ? { DPoP: client.getDPoPHandle(configuration, await dpopKeys()) } : {};
  }

  return {
    async begin({ returnPath, fresh }) {
      const prompt = fresh ? 'login' : options.prompt;
      const configuration = await configured();
      const attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
        returnPath,
      };
      const parameters = {
        redirect_uri: own.callback,
        scope: options.scope ?? 'openid',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
        ...(prompt && { prompt }),
      };
      // Without proof: the code must be tradable by any server process, and each has its own DPoP key.
      const address = options.pushedRequests
        ? await client.buildAuthorizationUrlWithPAR(configuration, parameters)
        : client.buildAuthorizationUrl(configuration, parameters);
      return { address, attempt };
    },

    async finish(returned, attempt) {
      const configuration = await configured();
      const dpop = await proof(configuration);
      const checks = {
        pkceCodeVerifier: attempt.codeVerifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      };
      const tokens = await client.authorizationCodeGrant(configuration, returned, checks, undefined, dpop);
      const idClaims = tokens.claims();
      if (!idClaims || tokens.id_token === undefined) throw new ClaimMissing('id_token');
      const more = options.userinfo ? await client.fetchUserInfo(configuration, tokens.access_token, idClaims.sub, dpop) : {};
      const claims: Readonly<Record<string, unknown>> = { ...more, ...idClaims };
      demand(claims, options.requiredClaims ?? {});
      return { identity: identityFrom(options.name, idClaims.sub, claims), idToken: tokens.id_token };
    },

    async endAddress(idToken) {
      const configuration = await configured();
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: own.loggedOut,
        ...(idToken !== undefined && { id_token_hint: idToken }),
      });
    },
  };
}

async function discover(options: ProviderOptions): Promise<client.Configuration> {
  const issuer = new URL(options.issuer);
  return client.discovery(issuer, options.clientId, { [client.clockTolerance]: 30 }, await authentication(options.credentials), {
    timeout: 10,
    execute: isLoopback(issuer) && issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
  });
}

async function authentication(credentials: ProviderOptions['credentials']): Promise<client.ClientAuth> {
  return 'secret' in credentials
    ? client.ClientSecretBasic(credentials.secret)
    : client.PrivateKeyJwt(await importClientKey(credentials.privateKeyJwk));
}

function identityFrom(provider: string, subject: string, claims: Readonly<Record<string, unknown>>): LoginIdentity {
  const nationalId = claims[nationalIdClaim];
  const hprNumber = claims[hprNumberClaim];
  return {
    provider,
    subject,
    ...(typeof nationalId === 'string' && nationalId !== '' && { nationalId }),
    ...(typeof hprNumber === 'string' && hprNumber !== '' && { hprNumber }),
  };
}

function demand(claims: Readonly<Record<string, unknown>>, required: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(required)) if (String(claims[name]) !== value) throw new ClaimMissing(name);
}

/** Once, but again after a failure: a provider that is down at start must not stay so. */
function remember<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
