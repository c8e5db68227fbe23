import type { DraftRecord } from './record.ts';

/** Seals a value for the key of its place: a sealed text moved to another place does not open. */
export async function seal(
  secret: CryptoKey,
  draft: { readonly key: string; readonly version: number; readonly value: unknown },
  savedAt: number,
): Promise<DraftRecord> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(draft.value));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(draft.key, draft.version) }, secret, text);
  return { key: draft.key, version: draft.version, savedAt, iv, sealed };
}

/** The value, or undefined when it cannot be opened or has another version. */
export async function unseal(secret: CryptoKey, record: DraftRecord, version: number): Promise<unknown> {
  if (record.version !== version) return undefined;
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: record.iv, additionalData: bound(record.key, version) },
      secret,
      record.sealed,
    );
    return JSON.parse(new TextDecoder().decode(text)) as unknown;
  } catch {
    return undefined;
  }
}

function bound(key: string, version: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${version} ${key}`);
}
