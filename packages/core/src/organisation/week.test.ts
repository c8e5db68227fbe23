import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedMinutes, isWeeklyWindow, openMinutes, totalMinutes } from './week.ts';

describe('a weekly window', () => {
  it.each([
    ['the whole week', [{ from: 0, to: 10_080 }], [{ from: 0, to: 10_080 }]],
    [
      'wraps from Friday 15:00 to Monday 08:00',
      [{ from: 6660, to: 10_560 }],
      [
        { from: 0, to: 480 },
        { from: 6660, to: 10_080 },
      ],
    ],
    ['0-10560 is longer than a week and is the whole week', [{ from: 0, to: 10_560 }], [{ from: 0, to: 10_080 }]],
    ["that ends at the week's end does not wrap", [{ from: 6690, to: 10_080 }], [{ from: 6690, to: 10_080 }]],
    [
      'unites with one that it touches',
      [
        { from: 480, to: 900 },
        { from: 900, to: 960 },
      ],
      [{ from: 480, to: 960 }],
    ],
    [
      "unites with Monday's when it wraps onto it",
      [
        { from: 9000, to: 10_600 },
        { from: 500, to: 900 },
      ],
      [
        { from: 0, to: 900 },
        { from: 9000, to: 10_080 },
      ],
    ],
  ])('%s', (_, windows, open) => {
    expect(openMinutes(windows)).toEqual(open);
  });

  it('must begin in the week and end after it begins', () => {
    expect(isWeeklyWindow({ from: 0, to: 1 })).toBe(true);
    expect(isWeeklyWindow({ from: 10_079, to: 20_160 })).toBe(true);
    expect(isWeeklyWindow({ from: 10_080, to: 10_081 })).toBe(false);
    expect(isWeeklyWindow({ from: -1, to: 10 })).toBe(false);
    expect(isWeeklyWindow({ from: 5, to: 5 })).toBe(false);
    expect(isWeeklyWindow({ from: 5, to: 20_161 })).toBe(false);
    expect(isWeeklyWindow({ from: 0.5, to: 5 })).toBe(false);
  });

  it('open and closed minutes always make one week', () => {
    const window = fc.tuple(fc.nat(10_079), fc.integer({ min: 1, max: 10_080 })).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(window, { maxLength: 12 }), (windows) => {
        expect(totalMinutes(openMinutes(windows)) + totalMinutes(closedMinutes(windows))).toBe(10_080);
      }),
    );
  });
});
