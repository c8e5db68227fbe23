import { basename } from 'node:path';
import { type HelsenorgeList, type ImportRefusal, importLimits, parseHelsenorge } from '@vakthavende/core/organisation';
import type { Pool } from '../platform/database.ts';
import { helsenorgeContent, helsenorgeList } from './helsenorge-content.ts';
import { sha256 } from './list-content.ts';
import { readLimited } from './read-limited.ts';
import { replaceList } from './store.ts';

export type Imported =
  | { readonly accepted: true; readonly list: HelsenorgeList; readonly changed: boolean }
  | { readonly accepted: false; readonly refusal: ImportRefusal };

/** Reads the Helsenorge list from a file and puts it in force, whole or not at all. The same file again changes nothing. */
export async function importHelsenorge(pool: Pool, path: string): Promise<Imported> {
  const bytes = await readLimited(path, importLimits.bytes);
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

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
