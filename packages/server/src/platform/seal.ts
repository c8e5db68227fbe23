import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomFillSync } from 'node:crypto';

/**
 * Seals identity and free text with one key a subject (a person, or a call whose number must be kept).
 * AES-256-GCM; the place where a value stands (stream, type, field) is bound to it, so that sealed values cannot be swapped.
 * Subject keys are stored wrapped by the master key; hashes for searching use a third key derived from it.
 */
export interface Sealer {
  newKey(): { readonly key: Buffer; readonly wrapped: string };
  unwrap(wrapped: string): Buffer;
  /** Keyed hash of what may be searched for: equal for equal input, says nothing without the key. */
  hash(kind: 'nationalId' | 'phone' | 'name' | 'token', value: string): string;
}

export function createSealer(masterKey: Buffer): Sealer {
  if (masterKey.length !== 32) throw new Error('Hovednøkkelen må være 32 byte.');
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', masterKey, '', `vakthavende ${use}`, 32));
  const wrapping = derive('wrap');
  const hashing = derive('hash');
  return {
    newKey() {
      const key = randomBytes(32);
      return { key, wrapped: encrypt(wrapping, key, 'subject key') };
    },
    unwrap: (wrapped) => decrypt(wrapping, wrapped, 'subject key'),
    hash: (kind, value) => createHmac('sha256', hashing).update(`${kind}:${value}`).digest('base64url').slice(0, 32),
  };
}

export function sealValue(key: Buffer, value: unknown, place: string): string {
  return encrypt(key, Buffer.from(JSON.stringify(value)), place);
}

export function unsealValue(key: Buffer, sealed: string, place: string): unknown {
  return JSON.parse(decrypt(key, sealed, place).toString('utf8'));
}

function encrypt(key: Buffer, plain: Buffer, place: string): string {
  const iv = nonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

const nonceLength = 12;
const drawn = Buffer.alloc(nonceLength * 512);
let used = drawn.length;

/** Twelve random bytes, none given twice: drawn many at a time, because each draw costs as much as the encryption. */
function nonce(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += nonceLength;
  return drawn.subarray(used - nonceLength, used);
}

function decrypt(key: Buffer, sealed: string, place: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}
