import { instant } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import { clockText, clockTextWithSeconds, dateText, durationText, momentText } from './time-text.ts';

const at = (text: string) => instant(Date.parse(text));

describe('times in words', () => {
  it('show the clock in Norway, summer and winter', () => {
    expect(clockText(at('2026-07-01T19:10:00Z'))).toBe('21:10');
    expect(clockText(at('2026-11-22T20:10:00Z'))).toBe('21:10');
  });

  it('show 02:30 twice on the autumn night', () => {
    expect(clockText(at('2026-10-25T00:30:00Z'))).toBe('02:30');
    expect(clockText(at('2026-10-25T01:30:00Z'))).toBe('02:30');
  });

  it('leave out the date only on the same day in Norway', () => {
    const justBeforeMidnight = at('2026-11-22T22:59:59Z');
    expect(momentText(justBeforeMidnight, at('2026-11-22T22:59:59Z'))).toBe('23:59');
    expect(momentText(justBeforeMidnight, at('2026-11-22T23:00:00Z'))).toBe('22.11. 23:59');
  });

  it('name the year when it is another', () => {
    expect(dateText(at('2025-12-31T22:59:00Z'), at('2025-12-31T23:01:00Z'))).toBe('31.12.2025');
    expect(dateText(at('2025-12-31T23:00:00Z'), at('2026-06-01T00:00:00Z'))).toBe('01.01.');
  });

  it('show seconds where asked', () => {
    expect(clockTextWithSeconds(at('2026-11-22T20:10:05Z'))).toBe('21:10:05');
  });
});

describe('how long', () => {
  it.each([
    [-5, '00:00'],
    [0, '00:00'],
    [999, '00:00'],
    [59_999, '00:59'],
    [60_000, '01:00'],
    [3_599_999, '59:59'],
    [3_600_000, '1 t 00 min'],
    [86_399_999, '23 t 59 min'],
    [86_400_000, '1 d 0 t'],
  ] as const)('%d ms is %s', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text);
  });
});
