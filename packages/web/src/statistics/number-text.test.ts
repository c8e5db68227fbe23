import { describe, expect, it } from 'vitest';
import { countText, minutesSecondsText, percentText, ratioText, wholePercent } from './number-text.ts';

describe('percentages', () => {
  it.each([
    [46, 60, 77],
    [1, 8, 13], // 12.5
    [3, 8, 38], // 37.5
    [5, 200, 3], // 2.5
    [57, 200, 29], // 28.5, which floating point makes 28.499999999999996
    [49, 1000, 5],
    [44, 1000, 4],
    [199, 200, 100], // 99.5
    [0, 7, 0],
    [7, 7, 100],
  ])('%i of %i is %i, half up', (numerator, denominator, percent) => {
    expect(wholePercent(numerator, denominator)).toBe(percent);
  });

  it('are a dash where nothing is counted, and 0 where none of something is', () => {
    expect(percentText(0, 0)).toBe('–');
    expect(percentText(0, 3)).toBe('0\u00a0%');
  });
});

describe('a time in minutes and seconds', () => {
  it.each([
    [0, '00:00'],
    [9, '00:09'],
    [44.5, '00:45'],
    [44.49, '00:44'],
    [59.5, '01:00'],
    [120, '02:00'],
    [3599, '59:59'],
    [3600, '60:00'],
    [6000, '100:00'],
  ])('%d s is %s', (seconds, text) => {
    expect(minutesSecondsText(seconds)).toBe(text);
  });

  it.each([null, undefined])('is a dash when it is %s', (seconds) => {
    expect(minutesSecondsText(seconds)).toBe('–');
  });
});

it.each([
  [176, 100, '1,76'],
  [1, 3, '0,33'],
  [2, 3, '0,67'],
  [1, 200, '0,01'], // 0.005
  [0, 5, '0,00'],
  [5, 0, '–'],
])('%i per %i is %s', (numerator, denominator, text) => {
  expect(ratioText(numerator, denominator)).toBe(text);
});

it.each([
  [0, '0'],
  [9999, '9999'],
  [10_000, '10\u00a0000'],
  [3_054_401, '3\u00a0054\u00a0401'],
])('the count %i is written %s', (count, text) => {
  expect(countText(count)).toBe(text);
});
