import { describe, expect, it } from 'vitest';
import { addDays, instant, localDate, osloDay, osloInstant, osloTime } from '../../kernel/index.ts';
import { membersOf, rowsOn, whatChanged } from './compare.ts';
import type { Register } from './compile.ts';
import { formsOn } from './forms.ts';
import { servedBy } from './served-by.ts';
import { servedSpans } from './spans.ts';
import { example, exampleFiles } from './testing/norway.ts';

const monday = (date: string) => localDate(date);
/** Weeks that between them hold what is hard: 2021 has Easter right after the spring night. */
const ordinary = monday('2021-11-01');
const spring = monday('2021-03-22');
const easter = monday('2021-03-29');
const afterEaster = monday('2021-04-05');
const autumn = monday('2021-10-25');
const newYear = monday('2021-12-27');

const who = (register: Register, place: string, at: number): string => {
  const answer = servedBy(register, place, instant(at));
  if (answer.kind === 'gap') return answer.reason.code;
  return (answer.kind === 'served' && answer.overlap ? 'overlap ' : '') + answer.services[0].id;
};

/** The week as the clock in Norway shows it: `Mon 00:00 x, Mon 08:00 y …`, at every change. */
function week(register: Register, place: string, from: string): readonly string[] {
  const date = localDate(from);
  const spans = servedSpans(register, place, { from: osloDay(date).from, to: osloDay(addDays(date, 7)).from });
  const told: string[] = [];
  for (const span of spans) {
    const { weekday, minuteOfDay } = osloTime(span.from);
    const clock = `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
    const name = who(register, place, span.from);
    if (told.at(-1)?.split(' ').slice(2).join(' ') !== name) told.push(`${days[weekday]} ${clock} ${name}`);
  }
  return told;
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const each = (names: readonly string[], rows: readonly string[]) => names.flatMap((day) => rows.map((row) => `${day} ${row}`));
const all = days;

/** Minute by minute, the week's spans must say what servedBy says. */
function minutesAgree(register: Register, place: string, from: string): void {
  const date = localDate(from);
  const span = { from: osloDay(date).from, to: osloDay(addDays(date, 7)).from };
  const spans = servedSpans(register, place, span);
  let i = 0;
  for (let at: number = span.from; at < span.to; at += 60_000) {
    while (at >= (spans[i]?.to ?? Number.POSITIVE_INFINITY)) i += 1;
    const answer = spans[i]!.answer;
    expect(who(register, place, at)).toBe(
      answer.kind === 'gap' ? answer.reason.code : (answer.kind === 'served' && answer.overlap ? 'overlap ' : '') + answer.services[0].id,
    );
  }
}

describe('the files of examples', () => {
  it.each(exampleFiles)('%s passes every check', (name) => {
    expect(example(name).list).toMatch(/^eksempel-/);
  });
});

describe('1 Vennesla', () => {
  const register = example('01-02-vennesla-og-iveland');
  const expected = ['Mon 00:00 kristiansand-natt', ...each(all, ['08:00 vennesla-dag-kveld', '23:00 kristiansand-natt'])];

  it.each([ordinary, spring, easter, afterEaster, autumn, newYear])(
    'is bought 08-23 and with Kristiansand 23-08 in the week of %s',
    (from) => {
      expect(week(register, '4223', from)).toEqual(expected);
    },
  );

  it('holds minute by minute over both nights when the clock is set', () => {
    minutesAgree(register, '4223', spring);
    minutesAgree(register, '4223', autumn);
  });

  it('the night has ten hours on the autumn night and eight on the spring night', () => {
    const night = (date: string) => osloInstant(addDays(localDate(date), 1), 480) - osloInstant(localDate(date), 1380);
    expect([night('2021-10-30'), night('2021-03-27'), night('2021-11-06')]).toEqual([10 * 3_600_000, 8 * 3_600_000, 9 * 3_600_000]);
    expect(who(register, '4223', osloInstant(localDate('2021-10-31'), 480) - 1)).toBe('kristiansand-natt');
    expect(who(register, '4223', osloInstant(localDate('2021-10-31'), 480))).toBe('vennesla-dag-kveld');
  });

  it('is form D and form C, and the host is B', () => {
    const forms = new Map(formsOn(register.now, localDate('2021-12-31')).map((row) => [row.number, row]));
    expect(forms.get('4223')).toMatchObject({ forms: ['C', 'D'], subForms: ['withHost'] });
    expect(forms.get('4204')).toMatchObject({ forms: ['B'], subForms: [] });
    expect(forms.get('4218')).toMatchObject({ forms: ['C', 'D'] });
  });

  it('Lyngdal Nord belongs with Kristiansand, the rest of Lyngdal is not told', () => {
    expect(week(register, '4225-nord', ordinary)).toEqual([
      'Mon 00:00 kristiansand-natt',
      ...each(all, ['08:00 kristiansand-dag-kveld', '23:00 kristiansand-natt']),
    ]);
    expect(week(register, '4225', ordinary)).toEqual(['Mon 00:00 not-listed']);
  });
});

describe('2 Iveland', () => {
  const register = example('01-02-vennesla-og-iveland');
  const working = ['08:00 iveland-fastlege', '16:00 iveland-kveld', '23:00 kristiansand-natt'];
  const off = ['08:00 iveland-kveld', '23:00 kristiansand-natt'];
  const start = 'Mon 00:00 kristiansand-natt';

  it('has its own GPs in the daytime, buys until 23, and is with Kristiansand at night', () => {
    expect(week(register, '4218', ordinary)).toEqual([start, ...each(days.slice(0, 5), working), ...each(['Sat', 'Sun'], off)]);
  });

  it('has no GP from Maundy Thursday to Easter Monday, and has on Easter Tuesday', () => {
    expect(week(register, '4218', easter)).toEqual([
      start,
      ...each(['Mon', 'Tue', 'Wed'], working),
      ...each(['Thu', 'Fri', 'Sat', 'Sun'], off),
    ]);
    expect(week(register, '4218', afterEaster)).toEqual([
      start,
      ...each(['Mon'], off),
      ...each(['Tue', 'Wed', 'Thu', 'Fri'], working),
      ...each(['Sat', 'Sun'], off),
    ]);
  });

  it('New Year’s Eve is an ordinary Friday, New Year’s Day is not an ordinary day', () => {
    expect(week(register, '4218', newYear)).toEqual([start, ...each(days.slice(0, 5), working), ...each(['Sat', 'Sun'], off)]);
    // 1 January 2024 was a Monday.
    expect(week(register, '4218', '2024-01-01').slice(0, 4)).toEqual([start, ...each(['Mon'], off), 'Tue 08:00 iveland-fastlege']);
  });
});

describe('3 Oppdal', () => {
  const register = example('03-oppdal');
  const weekOf = (first: string, other: string) => [
    `Mon 00:00 ${other}`,
    ...each(days.slice(0, 4), ['08:00 oppdal-fastlege', `16:00 ${first}`]),
    'Fri 08:00 oppdal-fastlege',
    `Fri 16:00 ${first}`,
  ];

  it('takes turns between the two centres, a week each', () => {
    expect(week(register, '5021', '2021-11-01')).toEqual(weekOf('oppdal-2', 'oppdal-1'));
    expect(week(register, '5021', '2021-11-08')).toEqual(weekOf('oppdal-1', 'oppdal-2'));
  });

  it('in the daytime each goes to their own GP: both centres are open', () => {
    const answer = servedBy(register, '5021', osloInstant(localDate('2021-11-03'), 600));
    expect(answer.kind).toBe('ownGp');
    expect(answer.openClinics.map(({ id }) => id)).toEqual(['lv-oppdal-1', 'lv-oppdal-2']);
    expect(servedBy(register, '5021', osloInstant(localDate('2021-11-03'), 1200)).openClinics.map(({ id }) => id)).toEqual(['lv-oppdal-2']);
  });

  it('Easter is duty all day, and Easter Monday belongs to the new week’s centre', () => {
    expect(week(register, '5021', easter)).toEqual([
      'Mon 00:00 oppdal-2',
      ...each(['Mon', 'Tue', 'Wed'], ['08:00 oppdal-fastlege', '16:00 oppdal-1']),
    ]);
    expect(week(register, '5021', afterEaster).slice(0, 3)).toEqual([
      'Mon 00:00 oppdal-2',
      'Tue 08:00 oppdal-fastlege',
      'Tue 16:00 oppdal-2',
    ]);
  });

  it('is form A, ordinary', () => {
    expect(formsOn(register.now, localDate('2021-12-31')).find(({ number }) => number === '5021')).toMatchObject({
      forms: ['A'],
      subForms: ['ordinary'],
    });
  });

  it.each([spring, autumn, newYear])('has somebody at every minute of the week of %s', (from) => {
    minutesAgree(register, '5021', from);
    expect(week(register, '5021', from).some((row) => /none|overlap|unknown/.test(row))).toBe(false);
  });
});

describe('4 Trysil', () => {
  const register = example('04-trysil');

  it('is served by its own at all hours of every week', () => {
    for (const from of [ordinary, spring, easter, afterEaster, autumn, newYear]) {
      expect(week(register, '3421', from).every((row) => /trysil/.test(row) && !/overlap/.test(row))).toBe(true);
    }
    expect(week(register, '3421', ordinary).slice(0, 4)).toEqual([
      'Mon 00:00 trysil',
      'Mon 08:00 trysil-dag',
      'Mon 16:00 trysil',
      'Tue 08:00 trysil-dag',
    ]);
  });

  it('the call centre answers for Engerdal too, whose own service the example does not know', () => {
    const answer = servedBy(register, '3425', osloInstant(ordinary, 0));
    expect(answer).toMatchObject({ kind: 'gap', reason: { code: 'not-listed' }, callCentre: { id: 'lvs-trysil' } });
    expect(servedBy(register, '3421', osloInstant(ordinary, 0)).callCentre?.id).toBe('lvs-trysil');
  });
});

describe('5 Sør-Varanger', () => {
  const register = example('05-sor-varanger');
  const working = ['08:00 sor-varanger-dag', '15:30 sor-varanger'];

  it.each([
    ['5444', '2021-11-01'],
    ['5605', '2024-11-04'],
  ])('has day service at the surgeries and the hospital at night, as %s in the week of %s', (place, from) => {
    expect(week(register, place, from)).toEqual(['Mon 00:00 sor-varanger', ...each(days.slice(0, 5), working)]);
  });

  it('the old number is carried to the new one, and the new to the old', () => {
    expect(who(register, '5444', osloInstant(localDate('2024-11-04'), 600))).toBe('sor-varanger-dag');
    expect(who(register, '5605', osloInstant(localDate('2021-11-01'), 600))).toBe('sor-varanger-dag');
    expect(who(register, '2030', osloInstant(localDate('2021-11-01'), 600))).toBe('sor-varanger-dag');
  });

  it('premises change with the hour; renting from the hospital trust is not buying (form A)', () => {
    const open = (minute: number) =>
      servedBy(register, '5444', osloInstant(localDate('2021-11-03'), minute)).openClinics.map(({ id }) => id);
    expect([open(929), open(930)]).toEqual([['lv-sor-varanger-dag'], ['lv-sor-varanger']]);
    expect(formsOn(register.now, localDate('2024-12-31')).find(({ number }) => number === '5605')).toMatchObject({
      forms: ['A'],
      subForms: ['ordinary'],
    });
  });

  it('Easter and New Year are not working days', () => {
    expect(week(register, '5444', easter)).toEqual(['Mon 00:00 sor-varanger', ...each(['Mon', 'Tue', 'Wed'], working)]);
    expect(week(register, '5605', '2024-01-01')[1]).toBe('Tue 08:00 sor-varanger-dag');
  });
});

describe('6 Oslo', () => {
  const register = example('06-oslo');
  const open = (date: string, minute: number) =>
    servedBy(register, '0301', osloInstant(localDate(date), minute)).openClinics.map(({ id }) => id);

  it('is one service in one district with no overlap, whatever the week', () => {
    for (const from of [ordinary, spring, easter, autumn, newYear])
      expect(new Set(week(register, '0301', from))).toEqual(new Set(['Mon 00:00 oslo']));
  });

  it.each([
    ['2021-11-01', 959, ['lv-storgata']],
    ['2021-11-01', 960, ['lv-storgata', 'lv-aker']],
    ['2021-11-02', 89, ['lv-storgata', 'lv-aker']],
    ['2021-11-02', 90, ['lv-storgata']],
    ['2021-11-06', 479, ['lv-storgata']],
    ['2021-11-06', 480, ['lv-storgata', 'lv-aker']],
    ['2021-11-08', 89, ['lv-storgata', 'lv-aker']],
    ['2021-11-08', 90, ['lv-storgata']],
    // Maundy Thursday and Easter Monday as a Sunday, the night after as after any evening.
    ['2021-04-01', 480, ['lv-storgata', 'lv-aker']],
    ['2021-04-05', 1439, ['lv-storgata', 'lv-aker']],
    ['2021-04-06', 89, ['lv-storgata', 'lv-aker']],
    ['2021-04-06', 600, ['lv-storgata']],
  ])('has on %s at minute %i open %j', (date, minute, clinics) => {
    expect(open(date, minute)).toEqual(clinics);
  });

  it('Aker closes at 01:30 by the clock on both nights when it is set', () => {
    const closes = (date: string) =>
      servedSpans(register, '0301', osloDay(localDate(date)))
        .filter(({ answer }) => answer.openClinics.length === 2)
        .map(({ from, to }) => (to - from) / 60_000);
    expect(closes('2021-03-28')).toEqual([90, 16 * 60]);
    expect(closes('2021-10-31')).toEqual([90, 16 * 60]);
  });
});

describe('7 Ytre Sogn og Sunnfjord', () => {
  const register = example('07-ytre-sogn-og-sunnfjord');
  const working = ['08:00 sys-ikl-fastlege', '15:30 sys-ikl'];

  it.each(['4647', '4640-balestrand', '4645', '4602'])('%s has its own GP in working hours and a doctor on duty else', (place) => {
    for (const from of ['2021-11-01', '2026-11-02']) {
      expect(week(register, place, from)).toEqual(['Mon 00:00 sys-ikl', ...each(days.slice(0, 5), working)]);
    }
    expect(week(register, place, easter)).toEqual(['Mon 00:00 sys-ikl', ...each(['Mon', 'Tue', 'Wed'], working)]);
  });

  it('Balestrand is found by its number of 2013, Sogndal itself is another matter', () => {
    expect(who(register, '1418', osloInstant(localDate('2021-11-03'), 1200))).toBe('sys-ikl');
    expect(who(register, '4640', osloInstant(localDate('2021-11-03'), 1200))).toBe('not-listed');
  });

  it('the satellite receives from its own place only, at all hours', () => {
    const open = (place: string) => servedBy(register, place, osloInstant(localDate('2021-11-03'), 600)).openClinics.map(({ id }) => id);
    expect(open('4645')).toEqual(['sat-askvoll']);
    expect(open('4647')).toEqual([]);
  });

  it('five satellites have video in 2021, three in 2026, and the comparison names the two', () => {
    const video = (date: string) =>
      rowsOn(register.now.data.clinics, localDate(date)).filter(({ equipment }) => equipment.includes('video')).length;
    expect([video('2021-12-31'), video('2022-06-30'), video('2022-07-01'), video('2026-01-01')]).toEqual([5, 5, 3, 3]);
    const changes = whatChanged(register, { from: localDate('2021-12-31'), to: localDate('2026-01-01') });
    expect(changes.rows).toEqual([
      { table: 'clinics', id: 'sat-askvoll', name: 'Askvoll legevaktsatellitt', change: 'changed', fields: ['equipment'] },
      { table: 'clinics', id: 'sat-balestrand', name: 'Balestrand legevaktsatellitt', change: 'changed', fields: ['equipment'] },
    ]);
    expect(changes.places.filter(({ before, after }) => before !== undefined && after !== undefined)).toEqual([]);
  });

  it('has ten members, and none before it was', () => {
    expect(membersOf(register, 'd-sys-ikl', { date: localDate('2026-01-01') })?.map(({ place }) => place)).toHaveLength(10);
    expect(membersOf(register, 'd-sys-ikl', { date: localDate('2019-12-31') })).toBeUndefined();
  });

  it('the source does not tell the legal form, so no form is derived', () => {
    const forms = formsOn(register.now, localDate('2021-12-31')).find(({ number }) => number === '4647');
    expect(forms).toMatchObject({ forms: [], subForms: [] });
    expect(forms?.unknown.map(({ id }) => id)).toEqual(['sys-ikl']);
  });
});

describe('8 every other week', () => {
  const register = example('08-pa-omgang');

  it.each(['5020', '5049'])('%s is served from Osen and Flatanger by turns, through week 53 of 2020 and 2026', (place) => {
    expect(week(register, place, '2020-12-21')).toEqual(['Mon 00:00 omgang-flatanger', 'Mon 08:00 omgang-osen']);
    // Week 53.
    expect(week(register, place, '2020-12-28')).toEqual(['Mon 00:00 omgang-osen', 'Mon 08:00 omgang-flatanger']);
    expect(week(register, place, '2021-01-04')).toEqual(['Mon 00:00 omgang-flatanger', 'Mon 08:00 omgang-osen']);
    expect(week(register, place, '2026-12-21')).toEqual(['Mon 00:00 omgang-osen', 'Mon 08:00 omgang-flatanger']);
    expect(week(register, place, '2026-12-28')).toEqual(['Mon 00:00 omgang-flatanger', 'Mon 08:00 omgang-osen']);
    expect(week(register, place, '2027-01-04')).toEqual(['Mon 00:00 omgang-osen', 'Mon 08:00 omgang-flatanger']);
  });

  it('changes at 08:00 sharp, also on Easter Monday and after the clock is set', () => {
    for (const date of ['2021-04-05', '2021-03-29', '2021-11-01', '2022-01-03']) {
      const at = osloInstant(localDate(date), 480);
      expect(who(register, '5020', at - 1)).not.toBe(who(register, '5020', at));
      minutesAgree(register, '5020', date);
    }
  });

  it('both are participants in what goes by turns, and there is no permanent host', () => {
    const forms = formsOn(register.now, localDate('2021-12-31')).filter(({ number }) => number === '5020' || number === '5049');
    expect(forms.map(({ forms: of, subForms }) => [of, subForms])).toEqual([
      [['C'], ['severalOrRotating']],
      [['C'], ['severalOrRotating']],
    ]);
  });
});

describe('9 a host with other participants at night', () => {
  const register = example('09-vert-kveld-og-natt');

  it('has two in the evening and five at night', () => {
    const served = (minute: number, id: string) =>
      ['3401', '3414', '3415', '3416', '3417', '3418'].filter(
        (place) => who(register, place, osloInstant(localDate('2021-11-03'), minute)) === id,
      );
    expect(served(1379, 'vert-kveld')).toEqual(['3401', '3414', '3415']);
    expect(served(1380, 'vert-natt')).toEqual(['3401', '3414', '3415', '3416', '3417', '3418']);
    expect(served(480, 'fastlege')).toHaveLength(6);
  });

  it.each([ordinary, spring, easter, afterEaster, autumn, newYear])('leaves no gap and no overlap in the week of %s', (from) => {
    for (const place of ['3414', '3416']) expect(week(register, place, from).some((row) => /none|overlap/.test(row))).toBe(false);
  });

  it('the host is B, two are C, three are A and C together', () => {
    const forms = formsOn(register.now, localDate('2021-12-31'))
      .filter(({ number }) => ['3401', '3414', '3416'].includes(number))
      .map(({ number, forms: of }) => `${number} ${of.join('')}`);
    expect(forms).toEqual(['3401 B', '3414 C', '3416 AC']);
  });
});
