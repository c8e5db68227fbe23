import { localDate as d } from '@vakthavende/core/kernel';
import { expect, it } from 'vitest';
import { periodText, shortPeriodText } from './period-text.ts';

it.each([
  ['2026-03-11', '2026-03-12', 'onsdag 11. mars 2026', '11.3.'],
  ['2026-03-05', '2026-03-12', '5.–11. mars 2026', '5.3.–11.3.'],
  ['2026-02-26', '2026-03-05', '26. februar – 4. mars 2026', '26.2.–4.3.'],
  ['2025-12-29', '2026-01-05', '29. desember 2025 – 4. januar 2026', '29.12.–4.1.'],
  ['2026-02-28', '2026-03-01', 'lørdag 28. februar 2026', '28.2.'],
  ['2028-02-01', '2028-03-01', '1.–29. februar 2028', '1.2.–29.2.'],
])('the days from %s to before %s are «%s»', (from, to, long, short) => {
  const period = { from: d(from), to: d(to) };
  expect(periodText(period)).toBe(long);
  expect(shortPeriodText(period)).toBe(short);
});
