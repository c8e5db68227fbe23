import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importRefusalText } from '@vakthavende/contract/organisation';
import { openDatabase } from './command-database.ts';
import { importHelsenorge } from './import-file.ts';
import { countLines, reportCsv, reportLines } from './import-report.ts';

/** `npm run import:helsenorge -- FILE [--report FILE.csv] [--brief]`: an entry of its own, so it reads the environment. */
const usage = `Bruk: npm run import:helsenorge -- FIL.json [--report FIL.csv] [--brief]
  --report FIL.csv  skriver alle funn til et regneark
  --brief           viser bare antallene`;

const projectRoot = join(import.meta.dirname, '../../../..');
/** npm runs a script in the project's root; paths are meant from where the user stands. */
const standing = process.env.INIT_CWD ?? process.cwd();

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { report: { type: 'string' }, brief: { type: 'boolean', default: false } },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) return fail(usage);
  const dataDir = process.env.VAKTHAVENDE_DATA ?? join(projectRoot, '.data');
  const database = await openDatabase({ url: process.env.DATABASE_URL, dataDir });
  try {
    const imported = await importHelsenorge(database.pool, resolve(standing, path));
    if (!imported.accepted) return fail(importRefusalText(imported.refusal));
    if (values.report !== undefined) await writeFile(resolve(standing, values.report), reportCsv(imported.list));
    console.log((values.brief ? countLines(imported.list) : reportLines(imported.list)).join('\n'));
    console.log(imported.changed ? 'Listen er tatt i bruk.' : 'Listen var lest inn fra før; ingenting er endret.');
    return 0;
  } finally {
    await database.close();
  }
}

function fail(text: string): number {
  console.error(text);
  return 1;
}

/** What a user can cause: a path that is not there, an unknown option. */
function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'Fant ikke filen. Kontroller stien.';
  if (code === 'EISDIR') return 'Stien er en mappe, ikke en fil.';
  if (code === 'EACCES') return 'Har ikke lov til å lese eller skrive filen.';
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) return usage;
  if (code === 'ECONNREFUSED') return 'Fikk ikke kontakt med databasen. Kontroller DATABASE_URL.';
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await run().catch((error: unknown) => fail(explain(error)));
