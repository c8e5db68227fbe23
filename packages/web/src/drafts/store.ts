import type { DraftRecord } from './record.ts';

/** Where the drafts lie in this browser. The key cannot be taken out of it (WebCrypto, not extractable). */
const database = 'vakthavende.drafts';
const tables = { drafts: 'drafts', keys: 'keys' } as const;

let opening: Promise<IDBDatabase> | undefined;

export async function readRecord(key: string): Promise<DraftRecord | undefined> {
  return request<DraftRecord | undefined>('drafts', 'readonly', (table) => table.get(key));
}

export async function readRecords(): Promise<readonly DraftRecord[]> {
  return request<DraftRecord[]>('drafts', 'readonly', (table) => table.getAll());
}

export async function writeRecord(record: DraftRecord): Promise<void> {
  await request('drafts', 'readwrite', (table) => table.put(record));
}

export async function removeRecord(key: string): Promise<void> {
  await request('drafts', 'readwrite', (table) => table.delete(key));
}

export async function removeEverything(): Promise<void> {
  await request('drafts', 'readwrite', (table) => table.clear());
  await request('keys', 'readwrite', (table) => table.clear());
}

/** Whose drafts they are. */
export async function readOwner(): Promise<string | undefined> {
  return request<string | undefined>('keys', 'readonly', (table) => table.get('owner'));
}

export async function writeOwner(staffId: string): Promise<void> {
  await request('keys', 'readwrite', (table) => table.put(staffId, 'owner'));
}

/** The key that seals the drafts, made the first time. */
export async function sealingKey(): Promise<CryptoKey> {
  const known = await request<CryptoKey | undefined>('keys', 'readonly', (table) => table.get('key'));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may have made one just now: the first to come stays.
  await request('keys', 'readwrite', (table) => table.add(made, 'key')).catch(() => undefined);
  return (await request<CryptoKey | undefined>('keys', 'readonly', (table) => table.get('key'))) ?? made;
}

async function request<T>(table: keyof typeof tables, mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest): Promise<T> {
  const opened = await open();
  return new Promise((resolve, reject) => {
    const transaction = opened.transaction(tables[table], mode, { durability: 'relaxed' });
    const asked = ask(transaction.objectStore(tables[table]));
    // What a table holds is written by this file alone.
    transaction.oncomplete = () => resolve(asked.result as T);
    transaction.onerror = () => reject(transaction.error ?? new Error('The drafts could not be reached'));
    transaction.onabort = () => reject(transaction.error ?? new Error('The drafts could not be reached'));
  });
}

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(tables.drafts, { keyPath: 'key' });
      asked.result.createObjectStore(tables.keys);
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => {
        asked.result.close();
        opening = undefined;
      };
      resolve(asked.result);
    };
    asked.onerror = () => {
      opening = undefined;
      reject(asked.error ?? new Error('The drafts could not be opened'));
    };
  });
  return opening;
}
