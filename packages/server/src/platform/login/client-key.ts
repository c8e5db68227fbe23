import type { webcrypto } from 'node:crypto';
import type { PrivateKey } from 'openid-client';

/** Our private key at the provider, as a JWK that says which signature it is for. */
export interface ClientKey extends webcrypto.JsonWebKey {
  readonly alg: 'PS256' | 'RS256' | 'ES256';
  readonly kid?: string;
}

const algorithms = {
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;

export async function importClientKey(jwk: ClientKey): Promise<PrivateKey> {
  const algorithm = algorithms[jwk.alg];
  if (!algorithm) throw new Error('Klientnøkkelen må si alg: PS256, RS256 eller ES256.');
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']);
  return { key, ...(jwk.kid && { kid: jwk.kid }) };
}
