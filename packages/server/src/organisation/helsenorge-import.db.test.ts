import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, localDate, osloInstant } from '@vakthavende/core/kernel';
import { servedBy, weekCoverage } from '@vakthavende/core/organisation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { helsenorgeList } from './helsenorge-content.ts';
import { importHelsenorge } from './import-file.ts';
import { countLines, reportCsv, reportLines } from './import-report.ts';
import { emptyContent } from './register-rows.ts';
import { createRegisters, type Registers } from './registers.ts';
import { replaceList } from './store.ts';
import { findingsOf } from './views.ts';

const root = join(import.meta.dirname, '../../../..');
const example = join(root, 'reference/helsenorge-format/example.json');
/** The real list is open data, but not ours to keep: it is given by path, or lies beside the project. */
const realFile = [process.env.HELSENORGE_FILE, join(root, '../shared/data/helsenorge-legevakt-2013.json')].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);

const counts = async (db: TestDatabase) => {
  const { rows } = await db.pool.query<{ batches: number; records: number; services: number; version: number }>(
    `select (select count(*)::int from organisation.batch where list = $1) as batches,
            (select count(*)::int from organisation.record) as records,
            (select count(*)::int from register.arrangement) as services,
            (select version from organisation.list where id = $1) as version`,
    [helsenorgeList],
  );
  return rows[0];
};

const storedRaws = async (db: TestDatabase) => {
  const { rows } = await db.pool.query<{ raw: unknown }>(
    'select r.raw from organisation.record r join organisation.list l on l.current_batch = r.batch where l.id = $1 order by r.record',
    [helsenorgeList],
  );
  return rows.map(({ raw }) => raw);
};

describe('importing a list in the Helsenorge format', () => {
  let db: TestDatabase;
  let registers: Registers;
  let folder: string;
  beforeAll(async () => {
    db = await cloneDatabase();
    registers = createRegisters(db.pool, { freshFor: 0 });
    folder = await mkdtemp(join(tmpdir(), 'vakthavende-import-'));
  });
  afterAll(async () => {
    await db.drop();
    await rm(folder, { recursive: true, force: true });
  });
  const file = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  it('stores every record as it stands, and serves by it', async () => {
    expect(await importHelsenorge(db.pool, example)).toMatchObject({ accepted: true, changed: true });
    expect(await storedRaws(db)).toEqual(JSON.parse(await readFile(example, 'utf8')));
    const register = await registers.of(helsenorgeList);
    const at = osloInstant(localDate('2013-03-11'), 20 * 60);
    expect(servedBy(register, '9901', at)).toMatchObject({
      kind: 'served',
      services: [{ id: 'hn-eksempelvik-legevakt', phones: ['22000000'] }],
    });
    expect(servedBy(register, '9908', at)).toMatchObject({ kind: 'gap', reason: { code: 'hours-unknown' } });
  });

  it('keeps the findings, and tells them in Norwegian record by record', async () => {
    const view = await findingsOf(db.pool, helsenorgeList);
    expect(view.records).toBe(13);
    expect(view.rows.find(({ code }) => code === 'phone-leading-zero')).toMatchObject({
      record: 4,
      kind: 'note',
      service: { name: 'FJELLDAL LEGEVAKT' },
      value: '022000004',
      text: 'Telefonnummeret har en null foran åtte siffer. Den er tatt bort.',
    });
    const imported = await importHelsenorge(db.pool, example);
    if (!imported.accepted) throw new Error('refused');
    const lines = reportLines(imported.list);
    expect(lines).toContain('Post 4 · FJELLDAL LEGEVAKT');
    expect(countLines(imported.list)[0]).toMatch(/^13 poster lest, 13 tatt inn, \d+ funn:$/);
    expect(reportCsv(imported.list).trim().split('\r\n')).toHaveLength(view.rows.length + 1);
  });

  it('the same file again changes nothing', async () => {
    const before = await counts(db);
    expect(await importHelsenorge(db.pool, example)).toMatchObject({ accepted: true, changed: false });
    expect(await counts(db)).toEqual(before);
  });

  it('another file replaces the list at once, and a register kept in memory notices', async () => {
    const records = JSON.parse(await readFile(example, 'utf8')) as unknown[];
    const before = await registers.of(helsenorgeList);
    expect(await importHelsenorge(db.pool, await file('shorter.json', JSON.stringify(records.slice(0, 2))))).toMatchObject({
      changed: true,
    });
    expect(before.arrangements).toHaveLength(13);
    expect((await registers.of(helsenorgeList)).arrangements).toHaveLength(2);
    await importHelsenorge(db.pool, example);
    expect((await registers.of(helsenorgeList)).arrangements).toHaveLength(13);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['a spreadsheet', 'navn;telefon\r\nA;1', 'import.not-json'],
    ['a file cut short', '[{"HealthServiceDisplayName": "A"', 'import.not-json'],
    ['Latin-1 bytes', new Uint8Array([0x5b, 0x22, 0xe5, 0x22, 0x5d]), 'import.not-json'],
    ['GeoJSON', '{"type": "FeatureCollection", "features": []}', 'import.not-a-list'],
    ['a list of something else', '[{"kommune": "0301"}]', 'import.other-format'],
    ['a file of 100 MB', new Uint8Array(100_000_000), 'import.too-large'],
  ])('%s is refused, and the list in force stays', async (_, content, code) => {
    const before = await counts(db);
    expect(await importHelsenorge(db.pool, await file('bad', content))).toMatchObject({ accepted: false, refusal: { code } });
    expect(await counts(db)).toEqual(before);
  });

  it('what the database refuses leaves nothing behind', async () => {
    const before = await counts(db);
    const [row] = (await registers.of(helsenorgeList)).arrangements;
    const broken = {
      sourceName: 'broken',
      fileSha256: '0'.repeat(64),
      records: [{ record: 1, raw: {} }],
      rows: { ...emptyContent, arrangements: row ? [{ ...row, places: ['99'] }] : [] },
      findings: [],
    };
    await expect(replaceList(db.pool, helsenorgeList, broken, { actor: 'test', reason: 'test' })).rejects.toThrow(/place_check/);
    expect(await counts(db)).toEqual(before);
  });

  it('a window beyond two weeks cannot be stored', async () => {
    const { rows } = await db.pool.query<{ entry: number }>('select entry from register.opening limit 1');
    const window = (from: number, to: number) =>
      db.pool.query('insert into register.opening_window values ($1, 40, 1, $2, $3)', [rows[0]?.entry, from, to]);
    await expect(window(0, 20_161)).rejects.toThrow(/check/);
    await expect(window(10_080, 10_081)).rejects.toThrow(/check/);
    await expect(window(60, 60)).rejects.toThrow(/check/);
  });
});

type RawTexts = Readonly<Record<'OpeningHours' | 'OpeningHoursComment' | 'AppliesToMunicipalityCodes', string | null>>;

/** For each municipality, the number of services open in each minute of the week: counted, with none of the register's code. */
function minuteByMinute(raws: readonly RawTexts[]): ReadonlyMap<string, number[]> {
  const open = new Map<string, number[]>();
  for (const { OpeningHours, AppliesToMunicipalityCodes } of raws) {
    const minutes = new Set<number>();
    for (const window of OpeningHours?.split(',') ?? []) {
      const [from = 0, to = 0] = window.split('-').map(Number);
      for (let minute = from; minute < to; minute += 1) minutes.add(minute % 10_080);
    }
    for (const place of new Set(AppliesToMunicipalityCodes?.split(' ') ?? [])) {
      const counts = open.get(place) ?? Array.from({ length: 10_080 }, () => 0);
      for (const minute of minutes) counts[minute] = (counts[minute] ?? 0) + 1;
      open.set(place, counts);
    }
  }
  return open;
}

/** 2013-03-11 was a Monday. */
const monday = localDate('2013-03-11');
const at = (day: number, clock: string) => osloInstant(addDays(monday, day), Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
const week = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];

/** Worked by hand from the list: number, name, weekday from 0, clock, the records' names that have the duty, or the gap. */
const byHand: readonly (readonly [place: string, name: string, day: number, clock: string, expected: readonly string[] | string])[] = [
  // 0-10080
  ['0427', 'Elverum', 2, '03:00', ['Elverum legevakt']],
  // 930-1920,2370-3360,3810-4800,5250-6240,6690-10560: weekdays 15:30-08:00 and the weekend
  ['1432', 'Førde', 0, '07:59', ['Sunnfjord og Ytre Sogn legevakt']],
  ['1432', 'Førde', 0, '08:00', 'none-open until 0 15:30'],
  ['1428', 'Askvoll', 1, '15:29', 'none-open until 1 15:30'],
  ['1418', 'Balestrand', 1, '15:30', ['Sunnfjord og Ytre Sogn legevakt']],
  ['1416', 'Høyanger', 5, '12:00', ['Sunnfjord og Ytre Sogn legevakt']],
  ['1433', 'Naustdal', 6, '23:59', ['Sunnfjord og Ytre Sogn legevakt']],
  // Two surgeries, 480-900 … 6240-6660, both open: an overlap. The comment's other number is not read as a service.
  ['1438', 'Bremanger', 0, '14:59', ['Hauge legesenter', 'Svelgen helsesenter']],
  ['1438', 'Bremanger', 4, '15:00', 'none-open until 7 08:00'],
  // Gulen helsesenter 1980-2340,4860-5220,6300-6660: Tuesday, Thursday and Friday
  ['1411', 'Gulen', 1, '09:00', ['Gulen helsesenter']],
  ['1411', 'Gulen', 4, '15:00', 'none-open until 8 09:00'],
  // Måløy legekontor 510-930 … and Nordfjord legevakt 1320-1920 …,7080-10560: nobody between 15:30 and 22:00
  ['1439', 'Vågsøy', 0, '08:30', ['Måløy legekontor']],
  ['1439', 'Vågsøy', 0, '15:30', 'none-open until 0 22:00'],
  ['1439', 'Vågsøy', 0, '22:00', ['Nordfjord legevakt']],
  ['1439', 'Vågsøy', 4, '21:59', 'none-open until 4 22:00'],
  ['1439', 'Vågsøy', 6, '12:00', ['Nordfjord legevakt']],
  // 0-10560, longer than the week: always
  ['1548', 'Fræna', 0, '00:00', ['Legevakta i Fræna']],
  ['1548', 'Fræna', 6, '23:59', ['Legevakta i Fræna']],
  // Kvitsøy: its own surgery Monday 16-19, Rennesøy's weekdays 08-15:30, Finnøy's 0-10560 always
  ['1144', 'Kvitsøy', 0, '18:59', ['Finnøy legekontor', 'Kvitsøy legekontor']],
  ['1144', 'Kvitsøy', 0, '19:00', ['Finnøy legekontor']],
  ['1144', 'Kvitsøy', 0, '15:29', ['Finnøy legekontor', 'Rennesøy legekontor']],
  // Vennesla: its own 16-23 on weekdays, and Kristiansand's 16-08 and weekends lists it too
  ['1014', 'Vennesla', 0, '22:59', ['Kristiansand legevakt', 'Vennesla og Iveland legevakt']],
  ['1014', 'Vennesla', 0, '23:00', ['Kristiansand legevakt']],
  ['1014', 'Vennesla', 1, '08:00', 'none-open until 1 16:00'],
  // Bergen: three stations 16-22 on weekdays and 12-18 at the weekend; Bergen legevakt itself (record 29) names no municipality
  ['1201', 'Bergen', 0, '21:59', ['Legevaktstasjonen i Fana', 'Legevaktstasjonen i loddefjord', 'Legevaktstasjonen i Åsane']],
  ['1201', 'Bergen', 0, '22:00', 'none-open until 1 16:00'],
  ['1201', 'Bergen', 6, '18:00', 'none-open until 7 16:00'],
  // Oslo: one always, Aker until 22:30 on weekdays
  ['0301', 'Oslo', 0, '22:29', ['LEGEVAKT AKER', 'Oslo legevakt - Sentrum']],
  ['0301', 'Oslo', 0, '22:30', ['Oslo legevakt - Sentrum']],
  // No opening hours in the record: unknown, not closed
  ['1419', 'Leikanger', 6, '12:00', 'hours-unknown'],
  // Numbers that no record of the list names
  ['9999', 'ingen kommune', 0, '12:00', 'unknown-place'],
];

describe.skipIf(realFile === undefined)('the real national list of 2013', () => {
  let db: TestDatabase;
  let registers: Registers;
  beforeAll(async () => {
    db = await cloneDatabase();
    registers = createRegisters(db.pool, { freshFor: 0 });
    await importHelsenorge(db.pool, realFile!);
  });
  afterAll(() => db.drop());

  it('has 270 records, and nothing of them is lost', async () => {
    const raws = await storedRaws(db);
    expect(raws).toHaveLength(270);
    expect(raws).toEqual(JSON.parse(await readFile(realFile!, 'utf8')));
    expect((await registers.of(helsenorgeList)).arrangements).toHaveLength(270);
  });

  it('every municipality, window and telephone number of a record is in the register', async () => {
    const register = await registers.of(helsenorgeList);
    const raws = (await storedRaws(db)) as readonly RawTexts[];
    register.arrangements.forEach((service, i) => {
      const raw = raws[i]!;
      expect(service.places).toEqual([...new Set(raw.AppliesToMunicipalityCodes?.split(' ') ?? [])]);
      const { pattern } = service.opening;
      const windows = pattern.kind === 'weekly' ? pattern.windows : [];
      expect(windows.map(({ from, to }) => `${from}-${to}`).join()).toBe(raw.OpeningHours ?? '');
      expect(service.comment).toBe(raw.OpeningHoursComment ?? undefined);
    });
    expect(register.clinics.filter(({ position }) => position).length).toBe(270 - 48);
    expect(register.arrangements.filter(({ phones }) => phones.length === 0).map(({ name }) => name)).toEqual([
      'Legetjenesten i Karasjok',
      'Seljord helsesenter legevakt',
    ]);
  });

  it('leaves the gaps and overlaps that counting every minute of every municipality gives', async () => {
    const register = await registers.of(helsenorgeList);
    const total = { covered: 0, withGap: 0, withOverlap: 0, gapMinutes: 0, overlapMinutes: 0 };
    for (const [place, open] of minuteByMinute((await storedRaws(db)) as readonly RawTexts[])) {
      const gapMinutes = open.filter((services) => services === 0).length;
      const overlapMinutes = open.filter((services) => services > 1).length;
      expect(weekCoverage(register.now, place, monday)).toMatchObject({ gapMinutes, overlapMinutes });
      total[gapMinutes === 0 ? 'covered' : 'withGap'] += 1;
      total.withOverlap += overlapMinutes > 0 ? 1 : 0;
      total.gapMinutes += gapMinutes;
      total.overlapMinutes += overlapMinutes;
    }
    expect(total).toEqual({ covered: 103, withGap: 312, withOverlap: 47, gapMinutes: 1_435_410, overlapMinutes: 166_174 });
  });

  it('has the faults that are known of it', async () => {
    const counted = Object.fromEntries((await findingsOf(db.pool, helsenorgeList)).counts.map(({ code, count }) => [code, count]));
    expect(counted).toMatchObject({
      'position-missing': 48,
      'hours-missing': 2,
      'hours-over-a-week': 11,
      'municipalities-missing': 1,
      'counties-missing': 1,
      'name-duplicate': 2,
      'phone-116117': 2,
      'phone-five-digits': 2,
      'phone-leading-zero': 2,
      'phone-several': 1,
      'phone-wrong': 2,
    });
    expect(Object.keys(counted).filter((code) => /unknown|type|unreadable$|mismatch/.test(code))).toEqual([]);
  });

  it.each(byHand.map(([place, name, day, clock, expected]) => ({ place, name, day, clock, expected, weekday: week[day] })))(
    '$place $name, $weekday $clock: $expected',
    async ({ place, day, clock, expected }) => {
      const answer = servedBy(await registers.of(helsenorgeList), place, at(day, clock));
      if (typeof expected !== 'string') {
        expect(answer.kind === 'served' ? answer.services.map(({ name }) => name).toSorted() : answer).toEqual([...expected].toSorted());
        expect(answer.kind === 'served' && answer.overlap).toBe(expected.length > 1);
        return;
      }
      const [code, , until, time] = expected.split(' ');
      expect(answer).toMatchObject({ kind: 'gap', reason: { code } });
      if (answer.kind === 'gap' && answer.reason.code === 'none-open') expect(answer.reason.opensAt).toBe(at(Number(until), time!));
    },
  );
});

if (realFile === undefined) {
  console.warn('HOPPET OVER: den ekte nasjonale listen er ikke prøvd. Sett HELSENORGE_FILE til stien til helsenorge-legevakt-2013.json.');
}
