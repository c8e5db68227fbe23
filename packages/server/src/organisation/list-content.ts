import { createHash } from 'node:crypto';
import type { Finding } from '@vakthavende/core/organisation';
import { contentText, type RegisterContent, rowsOf } from './register-rows.ts';

/** All that one reading of a file brings, before it is stored. */
export interface ListContent {
  readonly sourceName: string;
  readonly fileSha256: string;
  readonly records: readonly { readonly record: number; readonly raw: unknown }[];
  readonly rows: RegisterContent;
  readonly findings: readonly Finding[];
}

/** The same for the same reading, whenever it was read. */
export function sha256OfContent({ rows, ...read }: ListContent): string {
  return sha256(JSON.stringify({ ...read, rows: rowsOf(rows).map(contentText) }));
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
