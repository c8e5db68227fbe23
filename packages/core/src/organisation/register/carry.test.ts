import { describe, expect, it } from 'vitest';
import { dateOfEpochDay, epochDayOfDate, localDate } from '../../kernel/index.ts';
import { placeHistory } from './carry.ts';
import { norway } from './testing/norway.ts';

const history = placeHistory(norway);
const day = (date: string) => epochDayOfDate(localDate(date));
const inUse = (date: string) => [...history.municipalities.keys()].filter((number) => history.isInUse(number, day(date))).length;
const carry = (places: readonly string[], from: string, to: string) =>
  history
    .carry(places, { from: day(from), to: day(to) })
    .spans.map((span) => `${span.place} ${dateOfEpochDay(span.from)}..${dateOfEpochDay(span.to)}`);

describe('the municipalities', () => {
  // 428 from 2013, 426 from 2017, 422 from 2018, 356 from 2020, 357 from 2024.
  it.each([
    ['2013-01-01', 428],
    ['2016-12-31', 428],
    ['2017-01-01', 426],
    ['2017-12-31', 426],
    ['2018-01-01', 422],
    ['2019-12-31', 422],
    ['2020-01-01', 356],
    ['2023-12-31', 356],
    ['2024-01-01', 357],
  ])('on %s are %i', (date, count) => {
    expect(inUse(date)).toBe(count);
  });
});

describe('a place when numbers change', () => {
  it('is followed through both reforms', () => {
    expect(carry(['0101'], '2019-12-31', '2024-01-02')).toEqual([
      '0101 2019-12-31..2020-01-01',
      '3001 2020-01-01..2024-01-01',
      '3101 2024-01-01..2024-01-02',
    ]);
  });

  it('is a named part of what it was joined to, unless all that were joined are listed', () => {
    expect(carry(['1418'], '2019-12-31', '2020-01-02')).toEqual(['1418 2019-12-31..2020-01-01', '4640-balestrand 2020-01-01..2020-01-02']);
    expect(carry(['1418', '1419', '1420'], '2020-01-01', '2020-01-02')).toEqual([
      '4640-balestrand 2020-01-01..2020-01-02',
      '4640-leikanger 2020-01-01..2020-01-02',
      '4640-sogndal 2020-01-01..2020-01-02',
    ]);
    expect(carry(['1418', '1419', '1420'], '2019-12-31', '2020-01-02').at(-1)).toBe('4640 2020-01-01..2020-01-02');
  });

  it('that keeps its number keeps its place when others join it', () => {
    expect(carry(['1103'], '2019-12-31', '2020-01-02')).toEqual(['1103 2019-12-31..2020-01-02']);
    expect(carry(['1141'], '2019-12-31', '2020-01-02').at(-1)).toBe('1103-finnoy 2020-01-01..2020-01-02');
  });

  it('that is split is all of what it became; a part goes with its name, or is told to be lost', () => {
    expect(carry(['1507'], '2023-12-31', '2024-01-02').slice(1)).toEqual(['1508 2024-01-01..2024-01-02', '1580 2024-01-01..2024-01-02']);
    expect(carry(['1534'], '2019-12-31', '2024-01-02').at(-1)).toBe('1580 2024-01-01..2024-01-02');
    expect(history.carry(['1546'], { from: day('2019-12-31'), to: day('2024-01-02') }).lost).toEqual([
      { place: '1507-sandoy', on: '2024-01-01', candidates: ['1508-sandoy', '1580-sandoy'] },
    ]);
    expect(carry(['1850'], '2019-12-31', '2020-01-02').slice(1)).toEqual([
      '1806-tysfjord 2020-01-01..2020-01-02',
      '1875-tysfjord 2020-01-01..2020-01-02',
    ]);
  });

  it.each([
    ['3101', '2021-06-01', '3001'],
    ['3101', '2015-06-01', '0101'],
    ['0101', '2026-06-01', '3101'],
    ['1418', '2026-06-01', '4640-balestrand'],
    ['4640-balestrand', '2015-06-01', '1418'],
    ['4640', '2015-06-01', undefined],
    ['1507', '2026-06-01', undefined],
    ['9999', '2026-06-01', undefined],
    ['3101', '2024-01-01', '3101'],
    ['3101', '2023-12-31', '3001'],
  ])('%s is on %s %s', (place, date, expected) => {
    expect(history.on(place, day(date))).toBe(expected);
  });
});
