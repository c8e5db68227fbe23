import { beforeAll, describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

const draft = { key: 'contact:a:note', version: 2, value: { text: 'Hoste siden i går' } };
let secret: CryptoKey;
beforeAll(async () => {
  secret = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
});

describe('a sealed draft', () => {
  it('opens to what was written, and shows none of it before', async () => {
    const record = await seal(secret, draft, 5);
    expect(await unseal(secret, record, 2)).toEqual(draft.value);
    expect(new TextDecoder().decode(record.sealed)).not.toContain('Hoste');
  });

  it('does not open as another version, in another place, or with another key', async () => {
    const record = await seal(secret, draft, 5);
    const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    expect(await unseal(secret, record, 1)).toBeUndefined();
    expect(await unseal(secret, { ...record, version: 3 }, 3)).toBeUndefined();
    expect(await unseal(secret, { ...record, key: 'contact:b:note' }, 2)).toBeUndefined();
    expect(await unseal(other, record, 2)).toBeUndefined();
  });

  it('is never sealed twice the same way', async () => {
    const [one, two] = await Promise.all([seal(secret, draft, 5), seal(secret, draft, 5)]);
    expect(one.iv).not.toEqual(two.iv);
  });
});
