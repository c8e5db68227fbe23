import { localDate } from '@vakthavende/core/kernel';
import { expect, it } from 'vitest';
import { ageOn } from './age.ts';

it.each([
  ['1989-08-10', '2026-08-09', 36],
  ['1989-08-10', '2026-08-10', 37],
  ['2024-02-29', '2025-02-28', 0],
  ['2024-02-29', '2025-03-01', 1],
  ['1925-12-31', '2026-01-01', 100],
])('somebody born %s is on %s %i years old', (born, today, years) => {
  expect(ageOn(localDate(born), localDate(today)).years).toBe(years);
});

it('counts the months of the smallest', () => {
  expect(ageOn(localDate('2026-05-31'), localDate('2026-11-30'))).toEqual({ years: 0, months: 5 });
});
