import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { instant, localDate, minutesOfWeek, osloDate, parseLocalDate } from '@vakthavende/core/kernel';
import { municipalitiesOn, type PlaceId, type RegisterView, weekCoverage } from '@vakthavende/core/organisation';
import { fail, runCommand, standingPath, withDatabase } from './command.ts';
import { helsenorgeList } from './helsenorge-content.ts';
import { csvOf } from './import-report.ts';
import { placeName } from './place-names.ts';
import { createRegisters } from './registers.ts';

/** `npm run register:coverage`: the ordinary week of every municipality that a list names, counted. */
const usage = `Bruk: npm run register:coverage [-- --list LISTE] [--on ÅÅÅÅ-MM-DD] [--csv FIL.csv]
  --list LISTE   listen som telles; ellers ${helsenorgeList}
  --on DATO      uken som dagen ligger i; ellers 2013-03-11 for ${helsenorgeList}, i dag for andre
  --csv FIL.csv  skriver minuttene for hver kommune til et regneark`;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: { list: { type: 'string', default: helsenorgeList }, on: { type: 'string' }, csv: { type: 'string' } },
  });
  const on = values.on === undefined ? usualDay(values.list) : parseLocalDate(values.on);
  if (!on) return fail(usage);
  return withDatabase(async (pool) => {
    const register = await createRegisters(pool).of(values.list);
    const rows = placesNamed(register.now).map((place) => ({
      place,
      name: placeName(register, place) ?? '',
      ...weekCoverage(register.now, place, on),
    }));
    if (values.csv !== undefined) {
      const columns = ['kommune', 'navn', 'minutter uten dekning', 'minutter med overlapp', 'åpningstider kjent'];
      await writeFile(
        standingPath(values.csv),
        csvOf([
          columns,
          ...rows.map((row) => [row.place, row.name, row.gapMinutes, row.overlapMinutes, row.gapMinutes === minutesOfWeek ? 'nei' : 'ja']),
        ]),
      );
    }
    const sum = (key: 'gapMinutes' | 'overlapMinutes') => rows.reduce((total, row) => total + row[key], 0);
    const unlisted = municipalitiesOn(register.now, on).filter((number) => !rows.some(({ place }) => place.startsWith(number)));
    console.log(
      [
        `Liste ${register.list}, den vanlige uken som ${on} ligger i:`,
        line(rows.length, 'steder nevnt i listen'),
        line(rows.filter(({ gapMinutes }) => gapMinutes === 0).length, 'alltid dekket'),
        line(rows.filter(({ gapMinutes }) => gapMinutes > 0).length, 'med hull'),
        line(rows.filter(({ overlapMinutes }) => overlapMinutes > 0).length, 'med overlapp'),
        line(sum('gapMinutes'), 'minutter hull i uken'),
        line(sum('overlapMinutes'), 'minutter overlapp i uken'),
        line(
          unlisted.length,
          `kommuner som listen ikke nevner${unlisted.length > 0 && unlisted.length <= 30 ? `: ${unlisted.join(', ')}` : ''}`,
        ),
      ].join('\n'),
    );
    return 0;
  });
});

function usualDay(list: string) {
  return list === helsenorgeList ? localDate('2013-03-11') : osloDate(instant(Date.now()));
}

/** Places as the list names them, whether or not they are municipalities. */
function placesNamed({ data }: RegisterView): readonly PlaceId[] {
  return [...new Set(data.arrangements.flatMap(({ places }) => places))].toSorted();
}

function line(count: number, text: string): string {
  return `${String(count).padStart(9)}  ${text}`;
}
