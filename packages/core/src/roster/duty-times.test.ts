import { describe, expect, it } from 'vitest';
import { addDays, hour, localDate, plus, union } from '../kernel/index.ts';
import { dutiesOn, usualDuty } from './duty-times.ts';
import { oslo } from './testing/duties.ts';

const span = (from: readonly [string, string], to: readonly [string, string]) => ({ from: oslo(...from), to: oslo(...to) });

describe('the usual duty', () => {
  it.each([
    ['tonight, at noon', 'evening', oslo('2026-03-11', '12:00'), span(['2026-03-11', '15:30'], ['2026-03-12', '08:00'])],
    ['the night that runs, after midnight', 'evening', oslo('2026-03-12', '02:00'), span(['2026-03-11', '15:30'], ['2026-03-12', '08:00'])],
    [
      'the next night, when this one is over',
      'evening',
      oslo('2026-03-12', '08:00'),
      span(['2026-03-12', '15:30'], ['2026-03-13', '08:00']),
    ],
    ['today, until 15:30', 'day', plus(oslo('2026-03-11', '15:30'), -1), span(['2026-03-11', '08:00'], ['2026-03-11', '15:30'])],
    ['tomorrow, from 15:30', 'day', oslo('2026-03-11', '15:30'), span(['2026-03-12', '08:00'], ['2026-03-12', '15:30'])],
    ['this weekend, on a Wednesday', 'weekend', oslo('2026-03-11', '12:00'), span(['2026-03-13', '15:30'], ['2026-03-16', '08:00'])],
    ['the weekend that runs, on a Sunday', 'weekend', oslo('2026-03-15', '12:00'), span(['2026-03-13', '15:30'], ['2026-03-16', '08:00'])],
    [
      'the weekend that runs, early on Monday',
      'weekend',
      plus(oslo('2026-03-16', '08:00'), -1),
      span(['2026-03-13', '15:30'], ['2026-03-16', '08:00']),
    ],
    [
      'the next weekend, from eight on Monday',
      'weekend',
      oslo('2026-03-16', '08:00'),
      span(['2026-03-20', '15:30'], ['2026-03-23', '08:00']),
    ],
  ] as const)('is %s', (_, kind, now, expected) => {
    expect(usualDuty(kind, now)).toEqual(expected);
  });

  it.each([
    ['an ordinary night', '2026-03-11', 16.5],
    ['the spring night', '2026-03-28', 15.5],
    ['the autumn night', '2026-10-24', 17.5],
    ['New Year’s night', '2026-12-31', 16.5],
  ])('has the hours of %s', (_, date, hours) => {
    const { from, to } = usualDuty('evening', oslo(date, '16:00'));
    expect((to - from) / hour).toBe(hours);
  });
});

describe('the duties of a date', () => {
  it('change at 15:30 on weekdays and at 20:00 at weekends', () => {
    expect(dutiesOn(localDate('2026-03-13'))[0]).toEqual(span(['2026-03-13', '08:00'], ['2026-03-13', '15:30']));
    expect(dutiesOn(localDate('2026-03-14'))[0]).toEqual(span(['2026-03-14', '08:00'], ['2026-03-14', '20:00']));
    expect(dutiesOn(localDate('2026-03-15'))[1]).toEqual(span(['2026-03-15', '20:00'], ['2026-03-16', '08:00']));
  });

  it.each(['2026-03-23', '2026-10-19', '2026-12-28'])('leave no minute of the fortnight from %s open', (first) => {
    const dates = Array.from({ length: 14 }, (_, i) => addDays(localDate(first), i));
    expect(union(dates.flatMap(dutiesOn))).toEqual([{ from: oslo(first, '08:00'), to: oslo(addDays(localDate(first), 14), '08:00') }]);
  });
});
