import { describe, expect, it } from 'vitest';
import { addDays, epochDayOfDate, type Instant, localDate, osloDay, osloInstant } from '../../kernel/index.ts';
import { compileRegister } from './compile.ts';
import { coverage } from './coverage.ts';
import type { HolidayRule, Opening } from './model.ts';
import { compileOpening, minutesOn } from './opening.ts';
import { servedBy } from './served-by.ts';
import { arrangement, data, weekly } from './testing/builders.ts';

/** Weekdays 16-08, all of Saturday, Sunday 10-20. */
const pattern = [
  ...[0, 1, 2, 3, 4].map((day) => ({ from: day * 1440 + 960, to: (day + 1) * 1440 + 480 })),
  { from: 5 * 1440 + 480, to: 6 * 1440 },
  { from: 6 * 1440 + 600, to: 6 * 1440 + 1200 },
];
const on = (date: string, rest: Partial<Opening>) =>
  minutesOn(compileOpening(weekly(pattern, rest)), epochDayOfDate(localDate(date))).map(({ from, to }) => `${from}-${to}`);
/** A Thursday. */
const maundyThursday = '2021-04-01';

describe('a day', () => {
  it.each<[HolidayRule, readonly string[]]>([
    ['asWeekday', ['0-480', '960-1440']],
    ['asSunday', ['600-1200']],
    ['closed', []],
    ['allDay', ['0-1440']],
  ])('on a public holiday %s', (holidays, expected) => {
    expect(on(maundyThursday, { holidays })).toEqual(expected);
    expect(on('2021-04-08', { holidays })).toEqual(['0-480', '960-1440']);
  });

  it('eves are ordinary days unless an exception names them', () => {
    expect(on('2021-12-24', { holidays: 'closed' })).toEqual(['0-480', '960-1440']);
    expect(on('2021-12-24', { holidays: 'closed', exceptions: [{ on: 'christmasEve', windows: [{ from: 0, to: 720 }] }] })).toEqual([
      '0-720',
    ]);
    expect(on('2021-12-23', { exceptions: [{ on: 'christmasEve', windows: [] }] })).toEqual(['0-480', '960-1440']);
  });

  it('has the exception of its date before that of its name, before the rule', () => {
    const named = { on: 'maundyThursday' as const, windows: [{ from: 60, to: 120 }] };
    const dated = { on: localDate(maundyThursday), windows: [{ from: 0, to: 60 }] };
    expect(on(maundyThursday, { holidays: 'allDay', exceptions: [named, dated] })).toEqual(['0-60']);
    expect(on(maundyThursday, { holidays: 'allDay', exceptions: [named] })).toEqual(['60-120']);
    expect(on('2022-04-14', { holidays: 'allDay', exceptions: [named, dated] })).toEqual(['60-120']);
    expect(on(maundyThursday, { exceptions: [{ on: localDate(maundyThursday), windows: [] }] })).toEqual([]);
  });

  it('is nothing where the hours are not known, whatever the rule', () => {
    expect(on(maundyThursday, { pattern: { kind: 'unknown' }, holidays: 'allDay' })).toEqual([]);
  });
});

describe('the nights when the clock is set', () => {
  const register = compileRegister(data({ arrangements: [arrangement('a', { opening: weekly([{ from: 0, to: 6 * 1440 + 150 }]) })] }));
  const gapsOf = (date: string) =>
    coverage(register, '0001', osloDay(localDate(date)))[0]!.gaps.map(({ from, to }) => [
      (from - osloDay(localDate(date)).from) / 60_000,
      (to - from) / 60_000,
    ]);

  it('in spring what closes at 02:30 closes when 02:00 becomes 03:00', () => {
    expect(gapsOf('2021-03-28')).toEqual([[120, 21 * 60]]);
  });

  it('in autumn it closes at 02:30, is open again from the second 02:00, and closes again', () => {
    expect(gapsOf('2021-10-31')).toEqual([
      [150, 30],
      [210, 21 * 60 + 30],
    ]);
  });

  it('a gap in the hour that spring skips ends at the next opening, Monday 00:00', () => {
    const at = osloInstant(localDate('2021-03-28'), 180);
    expect(servedBy(register, '0001', at)).toMatchObject({
      reason: { code: 'none-open', opensAt: osloDay(addDays(localDate('2021-03-28'), 1)).from },
    });
    expect(servedBy(register, '0001', (at - 1) as Instant).kind).toBe('served');
  });
});
