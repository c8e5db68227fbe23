import { join, resolve } from 'node:path';
import type { Pool } from '../platform/database.ts';
import { Refused } from '../platform/problems.ts';
import { openDatabase } from './command-database.ts';

const projectRoot = join(import.meta.dirname, '../../../..');
/** npm runs a script in the project's root; paths are meant from where the user stands. */
const standing = process.env.INIT_CWD ?? process.cwd();

export function standingPath(path: string): string {
  return resolve(standing, path);
}

/** Opens the operator's database or the embedded one for a command beside the application, and closes it whatever happens. */
export async function withDatabase(work: (pool: Pool) => Promise<number>): Promise<number> {
  const dataDir = process.env.VAKTHAVENDE_DATA ?? join(projectRoot, '.data');
  const database = await openDatabase({ url: process.env.DATABASE_URL, dataDir });
  try {
    return await work(database.pool);
  } finally {
    await database.close();
  }
}

export function fail(text: string): number {
  console.error(text);
  return 1;
}

/** Runs the command and sets the exit code; what a user can cause is told in Norwegian. */
export async function runCommand(usage: string, run: () => Promise<number>): Promise<void> {
  process.exitCode = await run().catch((error: unknown) => fail(explain(error, usage)));
}

function explain(error: unknown, usage: string): string {
  if (error instanceof Refused && error.refusal.code === 'list-unknown')
    return `Listen «${String(error.refusal.list)}» finnes ikke i registeret.`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'Fant ikke filen. Kontroller stien.';
  if (code === 'EISDIR') return 'Stien er en mappe, ikke en fil.';
  if (code === 'EACCES') return 'Har ikke lov til å lese eller skrive filen.';
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) return usage;
  if (code === 'ECONNREFUSED') return 'Fikk ikke kontakt med databasen. Kontroller DATABASE_URL.';
  return error instanceof Error ? error.message : String(error);
}
