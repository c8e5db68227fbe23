import { localDate } from '@vakthavende/core/kernel';
import { expect, it } from 'vitest';
import { hoursOf } from './hours.ts';

const words = { summer: 'sommertid', winter: 'vintertid' };
const labels = (date: string) => hoursOf(localDate(date), words).map((each) => each.label);

it('an ordinary day has 24 hours, from 00 to 23, without gaps', () => {
  const hours = hoursOf(localDate('2026-03-11'), words);
  expect(hours.map((each) => each.label)).toEqual(Array.from({ length: 24 }, (_, index) => String(index).padStart(2, '0')));
  expect(hours.slice(1).every((each, index) => each.from === hours[index]?.to)).toBe(true);
});

it('the spring night has no 02', () => {
  expect(labels('2026-03-29').slice(0, 4)).toEqual(['00', '01', '03', '04']);
  expect(labels('2026-03-29')).toHaveLength(23);
});

it('the autumn night has 02 twice, told apart', () => {
  expect(labels('2026-10-25').slice(0, 5)).toEqual(['00', '01', '02 sommertid', '02 vintertid', '03']);
  expect(labels('2026-10-25')).toHaveLength(25);
});
