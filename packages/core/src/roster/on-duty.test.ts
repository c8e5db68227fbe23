import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour, type Instant, instant, plus } from '../kernel/index.ts';
import { byStart, onDuty, uncovered } from './on-duty.ts';
import { duty, oslo } from './testing/duties.ts';

const names = (entries: readonly { readonly staffId: string }[]) => entries.map((entry) => entry.staffId);
const primary = (entries: Parameters<typeof onDuty>[0], at: Instant) => onDuty(entries, at).primary.map((entry) => entry.entryId);

describe('who is on duty', () => {
  it.each([
    ['one millisecond before it begins', plus(oslo('2026-03-11', '15:30'), -1), []],
    ['at the instant it begins', oslo('2026-03-11', '15:30'), ['d1']],
    ['on the last minute of the day', oslo('2026-03-11', '23:59'), ['d1']],
    ['at midnight', oslo('2026-03-12', '00:00'), ['d1']],
    ['one millisecond before it ends', plus(oslo('2026-03-12', '08:00'), -1), ['d1']],
    ['at the instant it ends', oslo('2026-03-12', '08:00'), []],
  ])('is told %s', (_, at, expected) => {
    expect(primary([duty()], at)).toEqual(expected);
  });

  it('is one and not two when a duty takes over from another', () => {
    const next = duty({ entryId: 'd2', staffId: 'birger', from: oslo('2026-03-12', '08:00'), to: oslo('2026-03-12', '15:30') });
    expect(names(onDuty([duty(), next], plus(next.from, -1)).primary)).toEqual(['dina']);
    expect(names(onDuty([duty(), next], next.from).primary)).toEqual(['birger']);
  });

  it('stands in the order that they came on, and the backup apart', () => {
    const later = duty({ entryId: 'a', staffId: 'solveig', from: oslo('2026-03-11', '18:00') });
    const same = duty({ entryId: 'c', staffId: 'flora' });
    const behind = duty({ entryId: 'b', staffId: 'birger', level: 'backup' });
    const on = onDuty([later, same, behind, duty({ entryId: 'b0' })], oslo('2026-03-11', '20:00'));
    expect(on.primary.map((entry) => entry.entryId)).toEqual(['b0', 'c', 'a']);
    expect(names(on.backup)).toEqual(['birger']);
  });

  it('is listed by start, then primary before backup, then id', () => {
    const entries = [
      duty({ entryId: 'c', level: 'backup' }),
      duty({ entryId: 'b' }),
      duty({ entryId: 'a', level: 'backup' }),
      duty({ entryId: 'z', from: oslo('2026-03-11', '15:29') }),
    ];
    expect(entries.toSorted(byStart).map((entry) => entry.entryId)).toEqual(['z', 'b', 'a', 'c']);
  });

  it('no longer counts one who was taken off, from that instant', () => {
    const at = oslo('2026-03-11', '22:00');
    const ended = duty({ ended: { at, by: 'vilde' } });
    expect(primary([ended], plus(at, -1))).toEqual(['d1']);
    expect(primary([ended], at)).toEqual([]);
  });

  it('never counts one who was taken off before it began', () => {
    const ended = duty({ ended: { at: oslo('2026-03-10', '12:00'), by: 'vilde' } });
    expect(primary([ended], ended.from)).toEqual([]);
    expect(primary([ended], oslo('2026-03-10', '12:00'))).toEqual([]);
  });

  it('knows both hours from two to three on the autumn night', () => {
    const firstHalf = duty({ from: oslo('2026-10-24', '15:30'), to: oslo('2026-10-25', '02:30') });
    expect(primary([firstHalf], plus(firstHalf.to, -1))).toEqual(['d1']);
    // 02:30 the second time: an hour after the first, when the duty is over.
    expect(primary([firstHalf], plus(firstHalf.to, hour))).toEqual([]);
  });

  it('skips the hour that the spring night does not have', () => {
    const until = duty({ from: oslo('2026-03-28', '15:30'), to: oslo('2026-03-29', '03:00') });
    expect(until.to).toBe(plus(oslo('2026-03-29', '01:59'), 60_000));
    expect(primary([until], oslo('2026-03-29', '01:59'))).toEqual(['d1']);
    expect(primary([until], oslo('2026-03-29', '03:00'))).toEqual([]);
  });
});

describe('when nobody is on duty', () => {
  const within = { from: oslo('2026-03-11', '12:00'), to: oslo('2026-03-14', '12:00') };

  it('is the whole time when the list is empty', () => {
    expect(uncovered([], 'primary', within)).toEqual([within]);
  });

  it('is what lies before and after, for the level asked for', () => {
    expect(uncovered([duty()], 'primary', within)).toEqual([
      { from: within.from, to: oslo('2026-03-11', '15:30') },
      { from: oslo('2026-03-12', '08:00'), to: within.to },
    ]);
    expect(uncovered([duty()], 'backup', within)).toEqual([within]);
  });

  it('is nothing between two that meet, and something between two that miss by a millisecond', () => {
    const first = duty({ from: within.from, to: oslo('2026-03-12', '08:00') });
    const second = duty({ entryId: 'd2', from: first.to, to: within.to });
    expect(uncovered([first, second], 'primary', within)).toEqual([]);
    const late = { ...second, from: plus(second.from, 1) };
    expect(uncovered([first, late], 'primary', within)).toEqual([{ from: first.to, to: late.from }]);
  });

  it('begins where a duty was ended', () => {
    const at = oslo('2026-03-11', '22:00');
    const ended = duty({ from: within.from, to: within.to, ended: { at, by: 'vilde' } });
    expect(uncovered([ended], 'primary', within)).toEqual([{ from: at, to: within.to }]);
  });

  it('is exactly when the other question answers nobody', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }), fc.option(fc.integer({ min: 0, max: 60 })));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.integer({ min: 0, max: 59 }), (spans, when) => {
        const entries = spans.map(([from, length, ended], index) =>
          duty({
            entryId: String(index),
            from: instant(from),
            to: instant(from + length),
            ...(ended === null ? {} : { ended: { at: instant(ended), by: 'x' } }),
          }),
        );
        const open = uncovered(entries, 'primary', { from: instant(0), to: instant(60) });
        const inGap = open.some((gap) => gap.from <= when && when < gap.to);
        expect(onDuty(entries, instant(when)).primary.length === 0).toBe(inGap);
      }),
    );
  });
});
