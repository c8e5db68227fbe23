import { localDate } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import { openingText, windowsText } from './opening-text.ts';

const evening = (day: number) => ({ from: day * 1440 + 930, to: (day + 1) * 1440 + 480 });

describe('hours in words', () => {
  it.each([
    [[], 'Ingen åpningstid'],
    [[{ from: 0, to: 10_560 }], 'Hele døgnet, alle dager'],
    [[0, 1, 2, 3].map(evening), 'man–tor 15:30–08:00'],
    [[...[0, 1, 2, 3].map(evening), { from: 6690, to: 10_560 }], 'man–tor 15:30–08:00 · fre 15:30–man 08:00'],
    [[{ from: 7200, to: 8640 }], 'lør hele døgnet'],
    [[{ from: 480, to: 1440 }], 'man 08:00–24:00'],
    [[evening(0), evening(2)], 'man 15:30–08:00 · ons 15:30–08:00'],
  ])('%j is «%s»', (windows, text) => {
    expect(windowsText(windows)).toBe(text);
  });

  it('a cycle has a line a week, and unknown is not closed', () => {
    const shared = { holidays: 'asSunday', exceptions: [] } as const;
    const anchor = localDate('2026-01-05');
    expect(openingText({ ...shared, pattern: { kind: 'cycle', anchor, weeks: [[evening(0)], []] } })).toEqual([
      'Uke 1: man 15:30–08:00',
      'Uke 2: Ingen åpningstid',
    ]);
    expect(openingText({ ...shared, pattern: { kind: 'unknown' } })).toEqual(['Åpningstiden er ikke kjent']);
  });
});
