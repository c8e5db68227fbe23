import { readFileSync } from 'node:fs';
import { instant, localDate, osloDay, plus } from '../src/kernel/index.ts';
import {
  type Arrangement,
  compileRegister,
  coverage,
  geographyOf,
  helsenorgeRegister,
  municipalitiesOn,
  parseHelsenorge,
  type RegisterData,
  servedBy,
} from '../src/organisation/index.ts';

/*
 * The register's two promises, on one core: one `servedBy` under 5 µs from memory, every gap and overlap of Norway in a year under 2 s.
 * With a file of the national list as argument on that list; without, on a register made up to be harder than the real one: each of the
 * 357 municipalities with a day service, an evening, a night and a cycle, two named parts, exceptions, and a change in the year.
 */
const reference = new URL('../../../reference/municipalities/', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, reference), 'utf8'));
const geography = geographyOf({
  at2021: read('2021-12-31.json').municipalities,
  at2024: read('2024-01-01.json').municipalities,
  changes: read('changes-2012-2020.json').changes,
});
const terms = { valid: { from: localDate('2013-01-01') }, known: { from: instant(0) } };
const limits = { servedByMicroseconds: 5, yearMilliseconds: 2_000 };

function nationalList(file: string): RegisterData {
  const parsed = parseHelsenorge(readFileSync(file, 'utf8'));
  if (!parsed.accepted) throw new Error(parsed.refusal.code);
  return helsenorgeRegister(parsed.list, { geography, list: 'helsenorge-2013', ...terms });
}

function madeUp(): RegisterData {
  const empty = {
    ...geography,
    list: 'made-up',
    parts: [],
    districts: [],
    clinics: [],
    callCentres: [],
    emcs: [],
    vehicles: [],
    arrangements: [],
  };
  const numbers = municipalitiesOn(compileRegister(empty).now, localDate('2026-01-01'));
  return { ...empty, arrangements: numbers.flatMap(arrangementsOf) };
}

function arrangementsOf(number: string): readonly Arrangement[] {
  const week = (from: number, to: number, days: number) =>
    Array.from({ length: days }, (_, day) => ({ from: day * 1440 + from, to: day * 1440 + to }));
  const one = (id: string, opening: Arrangement['opening'], valid: Arrangement['valid']): Arrangement => ({
    id: `${id}-${number}`,
    name: id,
    kind: id === 'gp' ? 'ownGp' : 'duty',
    places: [number, `${number}-nord`, `${number}-sor`],
    district: undefined,
    operator: undefined,
    legalForm: undefined,
    host: undefined,
    partners: [],
    clinics: [],
    callCentre: undefined,
    phones: [],
    opening,
    comment: undefined,
    web: undefined,
    notes: [],
    ...terms,
    valid,
    source: 'bench',
  });
  const from = { from: localDate('2024-01-01') };
  const eve = [{ on: 'christmasEve' as const, windows: [{ from: 0, to: 720 }] }];
  const weekly = (windows: readonly { from: number; to: number }[], holidays: 'closed' | 'asSunday') => ({
    pattern: { kind: 'weekly' as const, windows },
    holidays,
    exceptions: eve,
  });
  const turns = (weeks: readonly (readonly { from: number; to: number }[])[]) => ({
    pattern: { kind: 'cycle' as const, anchor: localDate('2024-01-01'), weeks },
    holidays: 'asSunday' as const,
    exceptions: [],
  });
  return [
    one('gp', weekly(week(480, 900, 5), 'closed'), from),
    one('evening', weekly(week(930, 1380, 7), 'asSunday'), { ...from, to: localDate('2026-07-01') }),
    one('evening-later', weekly(week(960, 1410, 7), 'asSunday'), { from: localDate('2026-07-01') }),
    one('night-a', turns([week(1380, 1920, 7), []]), from),
    one('night-b', turns([[], week(1380, 1920, 7)]), from),
  ];
}

const file = process.argv[2];
const data = file === undefined ? madeUp() : nationalList(file);
const year = { from: osloDay(localDate('2026-01-01')).from, to: osloDay(localDate('2027-01-01')).from };
/** Processor time: what one core spends, whoever else uses the machine. Counts the collector's threads, too. */
const timed = <T>(work: () => T): readonly [T, number] => {
  const begun = process.cpuUsage();
  const done = work();
  const { user, system } = process.cpuUsage(begun);
  return [done, (user + system) / 1000];
};
const [register, compiled] = timed(() => compileRegister(data));
const [rows, cold] = timed(() => coverage(register, 'all', year));
const [, warm] = timed(() => coverage(register, 'all', year));
const intervals = rows.reduce((sum, { gaps, overlaps }) => sum + gaps.length + overlaps.length, 0);

const places = [...register.now.timelines.keys()];
const asks = 1_000_000;
let seen = 0;
const [, asked] = timed(() => {
  for (let i = 0; i < asks; i += 1) {
    const at = plus(year.from, ((i * 7_919) % 525_600) * 60_000);
    const place = places[(i * 31) % places.length];
    if (place !== undefined && servedBy(register, place, at).kind === 'gap') seen += 1;
  }
});
const microseconds = (asked * 1000) / asks;
const told = [
  `${register.list}: ${data.arrangements.length} arrangements, ${rows.length} places, compiled in ${compiled.toFixed(0)} ms`,
  `coverage, all places, 2026-01-01..2027-01-01: ${cold.toFixed(0)} ms cold, ${warm.toFixed(0)} ms warm, ${intervals} intervals (limit ${limits.yearMilliseconds} ms)`,
  `servedBy: ${microseconds.toFixed(2)} µs over ${asks} asks at random minutes and places, ${seen} gaps (limit ${limits.servedByMicroseconds} µs)`,
];
process.stdout.write(`${told.join('\n')}\n`);
if (cold > limits.yearMilliseconds || microseconds > limits.servedByMicroseconds) process.exitCode = 1;
