import { parseArgs } from 'node:util';
import { fail, runCommand, standingPath, withDatabase } from './command.ts';
import { importRegisterFile } from './register-file.ts';

/** `npm run register:import`: a file of our own format (docs/reference/register-format.md) put in force, all of it or nothing. */
const usage = `Bruk: npm run register:import -- FIL.json|FIL.csv [--reason HVORFOR] [--by HVEM]
  --reason HVORFOR  står i historikken; ellers filens navn
  --by HVEM         hvem som sto for endringen; ellers import:file
  --as-is           tar inn rader med feil som en liste kan ha (ukjente kommunenumre, overlappende tidsrom); de står som funn`;
const mostShown = 200;

await runCommand(usage, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      reason: { type: 'string', default: '' },
      by: { type: 'string', default: 'import:file' },
      'as-is': { type: 'boolean', default: false },
    },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) return fail(usage);
  return withDatabase(async (pool) => {
    const imported = await importRegisterFile(pool, standingPath(path), { actor: values.by, reason: values.reason, asIs: values['as-is'] });
    if (!imported.accepted) {
      const more = imported.lines.length - mostShown;
      return fail([...imported.lines.slice(0, mostShown), ...(more > 0 ? [`… og ${more} til`] : []), 'Ingenting er lest inn.'].join('\n'));
    }
    const { head, result, remarks } = imported;
    for (const remark of remarks.slice(0, mostShown)) console.log(remark);
    console.log(
      result.added + result.closed === 0
        ? `Listen ${head.list} sier dette fra før; ingenting er endret.`
        : `Listen ${head.list}: ${result.added} rader lagt til, ${result.closed} avløst (versjon ${result.version}).`,
    );
    return 0;
  });
});
