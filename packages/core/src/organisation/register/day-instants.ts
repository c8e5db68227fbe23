import { dateOfEpochDay, type Instant, instant, osloDay, osloOffset } from '../../kernel/index.ts';

const dayLength = 86_400_000;
const minuteLength = 60_000;

/** A stretch of a day on which the clock runs evenly: minutes of the day [from, to), and the instant when its clock would show 00:00. */
export interface ClockStretch {
  readonly from: number;
  readonly to: number;
  readonly midnight: number;
}

/** One stretch on an ordinary day; two on the nights when the clock is set, 02:00-03:00 in neither (spring) or in both (autumn). */
export function clockStretches(day: number): readonly ClockStretch[] {
  const start = day * dayLength;
  const before = osloOffset(instant(start - 2 * 3_600_000));
  const after = osloOffset(instant(start + dayLength - 3_600_000));
  if (before === after) return [{ from: 0, to: 1440, midnight: start - before }];
  const { from, to } = osloDay(dateOfEpochDay(day));
  // The clock is set at 01:00 UTC (directive 2000/84/EC).
  const turn = start + 3_600_000;
  return [
    { from: (from + before - start) / minuteLength, to: (turn + before - start) / minuteLength, midnight: start - before },
    { from: (turn + after - start) / minuteLength, to: (to + after - start) / minuteLength, midnight: start - after },
  ];
}

/** The first instant of the day at or after which the clock shows this minute; a minute that spring skips gives the jump. */
export function instantOnDay(day: number, minute: number): Instant {
  for (const { from, to, midnight } of clockStretches(day)) {
    if (minute < from) return instant(midnight + from * minuteLength);
    if (minute < to) return instant(midnight + minute * minuteLength);
  }
  return osloDay(dateOfEpochDay(day)).to;
}
