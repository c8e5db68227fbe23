import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type HelsenorgeList, type ImportRefusal, importLimits, parseHelsenorge } from '@vakthavende/core/organisation';
import type { Pool } from '../platform/database.ts';
import { helsenorgeContent, helsenorgeList } from './helsenorge-content.ts';
import { sha256 } from './list-content.ts';
import { replaceList } from './store.ts';

export type Imported =
  | { readonly accepted: true; readonly list: HelsenorgeList; readonly changed: boolean }
  | { readonly accepted: false; readonly refusal: ImportRefusal };

/** Reads the Helsenorge list from a file and puts it in force, whole or not at all. The same file again changes nothing. */
export async function importHelsenorge(pool: Pool, path: string): Promise<Imported> {
  const bytes = await readLimited(path);
  if (!bytes) return { accepted: false, refusal: { code: 'import.too-large', limit: importLimits.bytes } };
  const text = decode(bytes);
  if (text === undefined) return { accepted: false, refusal: { code: 'import.not-json' } };
  const parsed = parseHelsenorge(text);
  if (!parsed.accepted) return parsed;
  const file = { name: basename(path), sha256: sha256(bytes) };
  const { changed } = await replaceList(pool, helsenorgeList, helsenorgeContent(parsed.list, file), {
    actor: 'import:helsenorge',
    reason: `Lest inn fra ${file.name}`,
  });
  return { accepted: true, list: parsed.list, changed };
}

/** Undefined when the file is larger than the list can be: it is not read into memory first. */
async function readLimited(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path);
  try {
    if ((await file.stat()).size > importLimits.bytes) return undefined;
    const bytes = await file.readFile();
    // A pipe has no size beforehand.
    return bytes.length > importLimits.bytes ? undefined : bytes;
  } finally {
    await file.close();
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
