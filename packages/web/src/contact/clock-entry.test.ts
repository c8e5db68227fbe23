import { instant } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import { type ClockEntry, parseFutureClock, parsePastClock } from './clock-entry.ts';

const at = (iso: string) => instant(Date.parse(iso));
const iso = (entry: ClockEntry) => (entry.kind === 'time' ? new Date(entry.reading.at).toISOString() : entry);

describe('the time that something happened', () => {
  const now = at('2026-11-22T21:00:30Z'); // 22:00:30 in Oslo

  it.each([
    ['2110', '2026-11-22T20:10:00.000Z'],
    ['21:10', '2026-11-22T20:10:00.000Z'],
    ['21.10', '2026-11-22T20:10:00.000Z'],
    ['910', '2026-11-22T08:10:00.000Z'],
    ['9', '2026-11-22T08:00:00.000Z'],
    ['2200', '2026-11-22T21:00:00.000Z'],
    ['2201', '2026-11-21T21:01:00.000Z'],
    ['-20', '2026-11-22T20:40:30.000Z'],
    ['i går 2110', '2026-11-21T20:10:00.000Z'],
  ])('%s is the last time the clock showed it', (text, expected) => {
    expect(iso(parsePastClock(text, now))).toBe(expected);
  });

  it('is yesterday when the clock has passed midnight', () => {
    const past = parsePastClock('2350', at('2026-11-22T23:30:00Z')); // 00:30 on the 23rd
    expect(past).toMatchObject({ kind: 'time', reading: { dayOffset: -1 } });
    expect(iso(past)).toBe('2026-11-22T22:50:00.000Z');
  });

  it('is today just after midnight', () => {
    expect(parsePastClock('0010', at('2026-11-22T23:30:00Z'))).toMatchObject({ kind: 'time', reading: { dayOffset: 0 } });
  });

  it.each(['2460', '25', '21:1', 'abc', '+30', '21100'])('%s is not such a time', (text) => {
    expect(parsePastClock(text, now)).toEqual({ kind: 'wrong', code: 'unreadable' });
  });

  it('is nothing while nothing is typed', () => {
    expect(parsePastClock('  ', now)).toEqual({ kind: 'empty' });
  });
});

describe('on the autumn night, when 02:00-03:00 comes twice', () => {
  const second = at('2026-10-25T01:40:00Z'); // 02:40 winter time

  it('takes the latest of the two that has been', () => {
    expect(iso(parsePastClock('0230', second))).toBe('2026-10-25T01:30:00.000Z');
    expect(parsePastClock('0230', second)).toMatchObject({ reading: { occurrence: 'second' } });
    expect(iso(parsePastClock('0250', second))).toBe('2026-10-25T00:50:00.000Z');
  });

  it('takes the one that is asked for', () => {
    expect(iso(parsePastClock('0230s', second))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(parsePastClock('0230 v', at('2026-10-25T04:00:00Z')))).toBe('2026-10-25T01:30:00.000Z');
  });

  it('says nothing of occurrence on other times', () => {
    expect(parsePastClock('0130', second)).toMatchObject({ kind: 'time', reading: { occurrence: undefined } });
  });
});

describe('on the spring night, when 02:00-03:00 does not come', () => {
  it('says that the time does not exist', () => {
    expect(parsePastClock('0230', at('2026-03-29T02:00:00Z'))).toEqual({ kind: 'wrong', code: 'skipped' });
  });

  it('says so the day after too, and takes the day before while the night has not come', () => {
    expect(parsePastClock('0230', at('2026-03-29T23:00:00Z'))).toEqual({ kind: 'wrong', code: 'skipped' });
    expect(iso(parsePastClock('0230', at('2026-03-29T00:30:00Z')))).toBe('2026-03-28T01:30:00.000Z');
    expect(parseFutureClock('0230', at('2026-03-29T00:30:00Z'))).toEqual({ kind: 'wrong', code: 'skipped' });
  });

  it('counts the other hours right', () => {
    expect(iso(parsePastClock('0150', at('2026-03-29T01:10:00Z')))).toBe('2026-03-29T00:50:00.000Z');
    expect(iso(parseFutureClock('0310', at('2026-03-29T00:50:00Z')))).toBe('2026-03-29T01:10:00.000Z');
  });
});

describe('the time that something is to happen', () => {
  const now = at('2026-11-22T21:00:30Z');

  it.each([
    ['2130', '2026-11-23T20:30:00.000Z', 1],
    ['2200', '2026-11-22T21:00:00.000Z', 0],
    ['2230', '2026-11-22T21:30:00.000Z', 0],
    ['+30', '2026-11-22T21:30:30.000Z', 0],
    ['+150', '2026-11-22T23:30:30.000Z', 1],
    ['0015', '2026-11-22T23:15:00.000Z', 1],
  ])('%s is the next time the clock shows it', (text, expected, dayOffset) => {
    expect(iso(parseFutureClock(text, now))).toBe(expected);
    expect(parseFutureClock(text, now)).toMatchObject({ reading: { dayOffset } });
  });

  it('does not take minutes ago', () => {
    expect(parseFutureClock('-30', now)).toEqual({ kind: 'wrong', code: 'unreadable' });
  });
});
