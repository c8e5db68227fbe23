import { localDate as d } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import {
  choiceFromAddress,
  choiceInAddress,
  chosenDays,
  daysOf,
  hasNext,
  lengthOf,
  type PeriodChoice,
  periodOf,
  piecesOf,
  resized,
  shifted,
  today,
} from './period.ts';

const now = d('2026-03-11');
const fixed = (from: string, to: string): PeriodChoice => ({ kind: 'fixed', from: d(from), to: d(to) });

describe('the latest days', () => {
  it.each([
    [1, '2026-03-11'],
    [7, '2026-03-05'],
    [28, '2026-02-12'],
  ])('%i of them begin on %s and end with today', (days, from) => {
    expect(periodOf({ kind: 'latest', days }, now)).toEqual({ from, to: '2026-03-12' });
  });

  it('move when the day does', () => {
    expect(periodOf(today, d('2026-12-31'))).toEqual({ from: '2026-12-31', to: '2027-01-01' });
    expect(periodOf(today, d('2027-01-01'))).toEqual({ from: '2027-01-01', to: '2027-01-02' });
  });
});

describe('stepping', () => {
  it.each([
    ['back over the end of a month', today, -1, '2026-03-01', fixed('2026-02-28', '2026-03-01')],
    ['back to a leap day', today, -1, '2028-03-01', fixed('2028-02-29', '2028-03-01')],
    ['back over New Year', today, -1, '2026-01-01', fixed('2025-12-31', '2026-01-01')],
    ['back from the day after the spring night, of 23 hours', today, -1, '2026-03-30', fixed('2026-03-29', '2026-03-30')],
    ['back from the day after the autumn night, of 25 hours', today, -1, '2026-10-26', fixed('2026-10-25', '2026-10-26')],
    ['on to yesterday', fixed('2026-03-09', '2026-03-10'), 1, '2026-03-11', fixed('2026-03-10', '2026-03-11')],
    ['on from yesterday is today, which lives', fixed('2026-03-10', '2026-03-11'), 1, '2026-03-11', today],
    ['a week back', { kind: 'latest', days: 7 }, -1, '2026-03-11', fixed('2026-02-26', '2026-03-05')],
    ['a week on, past today', fixed('2026-03-03', '2026-03-10'), 1, '2026-03-11', { kind: 'latest', days: 7 }],
  ] as const)('%s', (_, choice, periods, on, expected) => {
    expect(shifted(choice, periods, d(on))).toEqual(expected);
  });

  it('ends with today', () => {
    expect(hasNext(today, now)).toBe(false);
    expect(hasNext(fixed('2026-03-10', '2026-03-11'), now)).toBe(true);
  });
});

it('a longer period ends with the last day shown', () => {
  expect(resized(fixed('2026-03-01', '2026-03-02'), 7, now)).toEqual(fixed('2026-02-23', '2026-03-02'));
  expect(resized({ kind: 'latest', days: 7 }, 28, now)).toEqual({ kind: 'latest', days: 28 });
});

describe('chosen days', () => {
  it('have both ends within', () => {
    expect(chosenDays('2026-03-01', '2026-03-03', now)).toEqual(fixed('2026-03-01', '2026-03-04'));
    expect(chosenDays('2026-03-10', '2026-03-11', now)).toEqual({ kind: 'latest', days: 2 });
  });

  it.each([
    ['', ''],
    ['2026-02-30', '2026-03-01'],
    ['2026-03-03', '2026-03-01'],
    ['2026-03-01', '2026-03-12'],
    ['2024-01-01', '2026-01-01'],
  ])('%s to %s are no period', (first, last) => {
    expect(chosenDays(first, last, now)).toBeUndefined();
  });

  it('may be two years', () => {
    expect(chosenDays('2023-12-31', '2025-12-30', now)).toBeDefined();
    expect(chosenDays('2023-12-31', '2025-12-31', now)).toBeUndefined();
  });
});

describe('the address', () => {
  it.each([today, { kind: 'latest', days: 28 }, fixed('2026-02-01', '2026-02-08')] as const)('carries %o', (choice) => {
    expect(choiceFromAddress(new URLSearchParams(choiceInAddress(choice)), now)).toEqual(choice);
  });

  it.each(['', 'dager=0', 'dager=x', 'dager=1.5', 'dager=9999', 'fra=2026-03-01', 'fra=2027-01-01&til=2027-01-02'])(
    '%s is today',
    (text) => {
      expect(choiceFromAddress(new URLSearchParams(text), now)).toEqual(today);
    },
  );
});

describe('pieces', () => {
  it.each([1, 7, 28, 31, 32, 90, 217, 218, 731])('of %i days fill them without gap or overlap', (days) => {
    const period = periodOf({ kind: 'latest', days }, now);
    const pieces = piecesOf(period);
    expect(pieces.length).toBeLessThanOrEqual(31);
    expect(pieces.flatMap(daysOf)).toEqual(daysOf(period));
  });

  it('are whole from the end', () => {
    expect(piecesOf(periodOf({ kind: 'latest', days: 32 }, now)).map(lengthOf)).toEqual([4, 7, 7, 7, 7]);
  });
});
