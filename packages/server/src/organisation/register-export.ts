import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { instant, osloDate, parseLocalDate } from '@vakthavende/core/kernel';
import { fhirBundle, writeRegisterCsv, writeRegisterJson } from '@vakthavende/core/organisation';
import { fail, runCommand, standingPath, withDatabase } from './command.ts';
import { contentOf, rowsOf } from './register-rows.ts';
import { createRegisters } from './registers.ts';

/** `npm run register:export`: a list as a file that register:import reads back exactly; or as a FHIR bundle. */
const usage = `Bruk: npm run register:export -- FIL [--list LISTE] [--format json|csv|fhir] [--on ÅÅÅÅ-MM-DD] [--base-url URL]
  --list LISTE  ellers listen som anrop rutes etter
  --format      ellers etter filens endelse (.csv eller .json)
  --on DATO     dagen som FHIR-samlingen gjelder; ellers i dag
  --base-url    adressen som FHIR-ressursene skal ha`;

/** FHIR wants addresses that are whole; an export that nobody serves gets ones that are nobody's. */
const exampleUrl = 'https://vakthavende.example/fhir';

await runCommand(usage, async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'string' }, format: { type: 'string' }, on: { type: 'string' }, 'base-url': { type: 'string' } },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) return fail(usage);
  const format = values.format ?? (path.endsWith('.csv') ? 'csv' : 'json');
  const on = values.on === undefined ? osloDate(instant(Date.now())) : parseLocalDate(values.on);
  if (!on || !['json', 'csv', 'fhir'].includes(format)) return fail(usage);
  return withDatabase(async (pool) => {
    const registers = createRegisters(pool);
    const register = await registers.of(values.list);
    const list = (await registers.lists()).find(({ id }) => id === register.list);
    const head = { list: register.list, title: list?.title, describes: list?.describes, sources: list?.sources };
    const rows = { list: register.list, ...contentOf(rowsOf(register.data)) };
    const text =
      format === 'csv'
        ? writeRegisterCsv(head, rows)
        : format === 'json'
          ? writeRegisterJson(head, rows)
          : `${JSON.stringify(fhirBundle(register.now, { date: on, now: instant(Date.now()), baseUrl: values['base-url'] ?? exampleUrl }), null, 1)}\n`;
    await writeFile(standingPath(path), text);
    console.log(`Listen ${register.list} er skrevet til ${path}: ${rowsOf(register.data).length} rader.`);
    return 0;
  });
});
