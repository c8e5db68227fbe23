import { describe, expect, it } from 'vitest';
import { addDays, dateOfEpochDay, epochDayOfDate, weekdayOfEpochDay } from './civil.ts';
import { easterDay, holidaysOfEpochDay, holidaysOfYear, isPublicHoliday } from './holidays.ts';
import { localDate } from './instant.ts';

describe('Easter Sunday', () => {
  // Earliest and latest there can be, and years around now (published tables of the western Easter).
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2021, '2021-04-04'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('%i: %s', (year, date) => {
    expect(dateOfEpochDay(easterDay(year))).toBe(date);
  });

  it('is a Sunday from 22 March to 25 April in every year', () => {
    for (let year = 1900; year <= 2199; year += 1) {
      const day = easterDay(year);
      expect(weekdayOfEpochDay(day)).toBe(6);
      const date = dateOfEpochDay(day).slice(5);
      expect(date >= '03-22' && date <= '04-25').toBe(true);
    }
  });
});

describe('the holidays of a year', () => {
  it('2026 as the calendar prints them, eves apart', () => {
    expect(holidaysOfYear(2026).map((holiday) => `${holiday.date} ${holiday.id}${holiday.public ? '' : ' *'}`)).toEqual([
      '2026-01-01 newYearsDay',
      '2026-04-01 wednesdayBeforeEaster *',
      '2026-04-02 maundyThursday',
      '2026-04-03 goodFriday',
      '2026-04-04 easterEve *',
      '2026-04-05 easterSunday',
      '2026-04-06 easterMonday',
      '2026-05-01 labourDay',
      '2026-05-14 ascensionDay',
      '2026-05-17 constitutionDay',
      '2026-05-23 whitsunEve *',
      '2026-05-24 whitSunday',
      '2026-05-25 whitMonday',
      '2026-12-24 christmasEve *',
      '2026-12-25 christmasDay',
      '2026-12-26 secondChristmasDay',
      '2026-12-31 newYearsEve *',
    ]);
  });

  it.each([
    ['2008-05-01', ['ascensionDay', 'labourDay']],
    ['2012-05-17', ['ascensionDay', 'constitutionDay']],
    ['2027-05-17', ['whitMonday', 'constitutionDay']],
  ])('two may fall on one day: %s', (date, ids) => {
    expect(holidaysOfEpochDay(epochDayOfDate(localDate(date)))).toEqual(ids);
  });

  it('the day before and the day after are other days', () => {
    const easter = localDate('2021-04-05');
    expect([-1, 0, 1].map((days) => isPublicHoliday(epochDayOfDate(addDays(easter, days))))).toEqual([true, true, false]);
    expect(isPublicHoliday(epochDayOfDate(localDate('2021-04-03')))).toBe(false);
  });
});
