import { epochDayOfDate, holidaysOfEpochDay, isPublicHoliday, minutesOfWeek, union, weekdayOfEpochDay } from '../../kernel/index.ts';
import type { WeeklyWindow } from '../week.ts';
import type { Opening } from './model.ts';
import type { Pattern } from './pattern.ts';

/** Minutes of a day on the clock, half-open within 0-1440, in order. */
export type DayMinutes = readonly { readonly from: number; readonly to: number }[];

/** An opening with its pattern cut into days. */
export interface CompiledOpening {
  readonly opening: Opening;
  readonly hoursUnknown: boolean;
  /** Monday of week 0 in days since 1970-01-01, and the number of weeks. */
  readonly anchor: number;
  readonly length: number;
  /** By week × 7 + weekday. */
  readonly days: readonly DayMinutes[];
  readonly dated: ReadonlyMap<number, DayMinutes>;
  readonly named: ReadonlyMap<string, DayMinutes>;
}

const none: DayMinutes = [];
const allDay: DayMinutes = [{ from: 0, to: 1440 }];
const minutesOfDay = 1440;

export function compileOpening(opening: Opening): CompiledOpening {
  const weeks = weeksOf(opening.pattern);
  const dated = new Map<number, DayMinutes>();
  const named = new Map<string, DayMinutes>();
  for (const { on, windows } of opening.exceptions) {
    if (/^\d/.test(on)) dated.set(epochDayOfDate(on as Parameters<typeof epochDayOfDate>[0]), union(windows));
    else named.set(on, union(windows));
  }
  return {
    opening,
    hoursUnknown: opening.pattern.kind === 'unknown',
    // 1970-01-05 was a Monday.
    anchor: opening.pattern.kind === 'cycle' ? epochDayOfDate(opening.pattern.anchor) : 4,
    length: weeks.length,
    days: daysOf(weeks),
    dated,
    named,
  };
}

function weeksOf(pattern: Pattern): readonly (readonly WeeklyWindow[])[] {
  if (pattern.kind === 'cycle') return pattern.weeks;
  return [pattern.kind === 'weekly' ? pattern.windows : []];
}

function daysOf(weeks: readonly (readonly WeeklyWindow[])[]): readonly DayMinutes[] {
  const cycle = weeks.length * minutesOfWeek;
  const cut: { from: number; to: number }[][] = Array.from({ length: weeks.length * 7 }, () => []);
  for (const [week, windows] of weeks.entries()) {
    for (const window of windows) {
      const start = week * minutesOfWeek + window.from;
      // A window as long as the cycle is all of it.
      const length = Math.min(window.to - window.from, cycle);
      for (let at = start; at < start + length; ) {
        const day = Math.floor(at / minutesOfDay);
        const to = Math.min((day + 1) * minutesOfDay, start + length);
        // The modulo keeps the index inside the array.
        cut[day % cut.length]?.push({ from: at - day * minutesOfDay, to: to - day * minutesOfDay });
        at = to;
      }
    }
  }
  return cut.map((intervals) => union(intervals));
}

export function cycleWeek({ anchor, length }: CompiledOpening, day: number): number {
  if (length === 1) return 0;
  return ((Math.floor((day - anchor) / 7) % length) + length) % length;
}

/** The ordinary minutes of the day, as if there were no holidays and no exceptions. */
export function ordinaryMinutes(compiled: CompiledOpening, day: number): DayMinutes {
  return compiled.days[cycleWeek(compiled, day) * 7 + weekdayOfEpochDay(day)] ?? none;
}

/** A dated exception before a named one, that before the rule for public holidays, that before the ordinary week. */
export function minutesOn(compiled: CompiledOpening, day: number): DayMinutes {
  if (compiled.hoursUnknown) return none;
  const dated = compiled.dated.get(day);
  if (dated) return dated;
  if (compiled.named.size > 0) {
    for (const id of holidaysOfEpochDay(day)) {
      const named = compiled.named.get(id);
      if (named) return named;
    }
  }
  if (!isPublicHoliday(day)) return ordinaryMinutes(compiled, day);
  switch (compiled.opening.holidays) {
    case 'asWeekday':
      return ordinaryMinutes(compiled, day);
    case 'asSunday':
      return compiled.days[cycleWeek(compiled, day) * 7 + 6] ?? none;
    case 'allDay':
      return allDay;
    case 'closed':
      return none;
  }
}

/** What of some openings makes one day another than the last of its weekday. */
export interface DayTraits {
  /** One opening of each cycle: anchor and length tell its week. */
  readonly cycles: readonly CompiledOpening[];
  readonly dated: ReadonlySet<number>;
  readonly named: ReadonlySet<string>;
}

export function dayTraits(openings: readonly CompiledOpening[]): DayTraits {
  const cycles = new Map(openings.filter(({ length }) => length > 1).map((one) => [`${one.anchor} ${one.length}`, one]));
  return {
    cycles: [...cycles.values()],
    dated: new Set(openings.flatMap((one) => [...one.dated.keys()])),
    named: new Set(openings.flatMap((one) => [...one.named.keys()])),
  };
}

/** A number that is the same for two days on which everything with these traits is open alike. */
export function daySignature({ cycles, dated, named }: DayTraits, day: number): number {
  if (dated.size > 0 && dated.has(day)) return 1e9 + day;
  if (named.size > 0 && holidaysOfEpochDay(day).some((id) => named.has(id))) return 1e9 + day;
  let signature = weekdayOfEpochDay(day) * 2 + (isPublicHoliday(day) ? 1 : 0);
  for (const cycle of cycles) signature = signature * cycle.length + cycleWeek(cycle, day);
  return signature;
}

/** Minutes in the whole cycle, divided by its weeks: the ordinary week's length on average. */
export function minutesPerWeek(compiled: CompiledOpening): number {
  return compiled.days.flat().reduce((sum, { from, to }) => sum + to - from, 0) / compiled.length;
}
