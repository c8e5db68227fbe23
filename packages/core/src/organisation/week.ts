import { gaps, type Interval, type MinuteOfWeek, minutesOfWeek, union } from '../kernel/index.ts';

/**
 * An opening in the ordinary week, half-open [from, to) in minutes since Monday 00:00 on the clock in Norway.
 * `to` may pass 10 080 and then goes on into Monday: 6660-10560 is Friday 15:00 to Monday 08:00.
 */
export type WeeklyWindow = Interval<MinuteOfWeek>;

export const wholeWeek: WeeklyWindow = { from: 0, to: minutesOfWeek };

/** From within the week; to after from and not more than two weeks' minutes, as the national list of 2013 has 0-10560. */
export function isWeeklyWindow(window: WeeklyWindow): boolean {
  const { from, to } = window;
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < minutesOfWeek && to > from && to <= 2 * minutesOfWeek;
}

/** The windows as intervals inside one week: wrapped, united where they touch, in order. */
export function openMinutes(windows: readonly WeeklyWindow[]): readonly WeeklyWindow[] {
  return union(windows.flatMap(wrap));
}

/** The part of the ordinary week that no window covers. */
export function closedMinutes(windows: readonly WeeklyWindow[]): readonly WeeklyWindow[] {
  return gaps(wholeWeek, openMinutes(windows));
}

export function totalMinutes(windows: readonly WeeklyWindow[]): number {
  return windows.reduce((sum, window) => sum + window.to - window.from, 0);
}

/** Cut at the week's end. A window of a week or more is the whole week. */
export function wrap(window: WeeklyWindow): readonly WeeklyWindow[] {
  if (window.to <= minutesOfWeek) return [window];
  if (window.to - window.from >= minutesOfWeek) return [wholeWeek];
  return [
    { from: window.from, to: minutesOfWeek },
    { from: 0, to: window.to - minutesOfWeek },
  ];
}
