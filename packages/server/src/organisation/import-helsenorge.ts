import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importRefusalText } from '@vakthavende/contract/organisation';
import { fail, runCommand, standingPath, withDatabase } from './command.ts';
import { carriedLines } from './import-carried.ts';
import { importHelsenorge } from './import-file.ts';
import { countLines, reportCsv, reportLines } from './import-report.ts';

/** `npm run import:helsenorge -- FILE [--report FILE.csv] [--brief]`: an entry of its own, so it reads the environment. */
const usage = `Bruk: npm run import:helsenorge -- FIL.json [--report FIL.csv] [--brief]
  --report FIL.csv  skriver alle funn til et regneark
  --brief           viser bare antallene`;

await runCommand(usage, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { report: { type: 'string' }, brief: { type: 'boolean', default: false } },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) return fail(usage);
  return withDatabase(async (pool) => {
    const imported = await importHelsenorge(pool, standingPath(path));
    if (!imported.accepted) return fail(importRefusalText(imported.refusal));
    if (values.report !== undefined) await writeFile(standingPath(values.report), reportCsv(imported.list));
    console.log((values.brief ? countLines(imported.list) : reportLines(imported.list)).join('\n'));
    console.log((await carriedLines(pool, imported.list)).join('\n'));
    console.log(imported.changed ? 'Listen er tatt i bruk.' : 'Listen var lest inn fra før; ingenting er endret.');
    return 0;
  });
});
