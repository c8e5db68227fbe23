import { epochDayOfDate, type LocalDate, type MinuteOfWeek, minutesOfWeek, weekdayOfEpochDay } from '../../kernel/index.ts';
import type { PlaceId } from '../place.ts';
import { totalMinutes, type WeeklyWindow, wholeWeek } from '../week.ts';
import type { RegisterView } from './compile.ts';
import type { Arrangement } from './model.ts';
import { periodOn } from './served-by.ts';
import { ordinaryPlan } from './week-plan.ts';

export interface Overlap extends WeeklyWindow {
  /** Two or more, most specific first. */
  readonly services: readonly Arrangement[];
}

/** The ordinary week of a place, intervals in minutes of the week, cut at Monday 00:00. */
export interface WeekCoverage {
  /** False when no arrangement lists the place: then the whole week is a gap. */
  readonly listed: boolean;
  readonly gaps: readonly WeeklyWindow[];
  readonly overlaps: readonly Overlap[];
  readonly gapMinutes: number;
  readonly overlapMinutes: number;
}

/**
 * The week of what is in force on the date, as if it had no holidays and no exceptions; a cycle as it stands in that week. What KOSTRA
 * means by "per 31.12": not New Year's Eve.
 */
export function weekCoverage(view: RegisterView, place: PlaceId, date: LocalDate): WeekCoverage {
  const day = epochDayOfDate(date);
  const monday = day - weekdayOfEpochDay(day);
  const period = periodOn(view, place, day);
  if (!period) return { listed: false, gaps: [wholeWeek], overlaps: [], gapMinutes: minutesOfWeek, overlapMinutes: 0 };
  const gaps: WeeklyWindow[] = [];
  const overlaps: Overlap[] = [];
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const { starts, segments } = ordinaryPlan(period.terms, monday + weekday);
    for (const [i, { duty, ownGp }] of segments.entries()) {
      // One start per segment.
      const span = { from: weekday * 1440 + (starts[i] as MinuteOfWeek), to: weekday * 1440 + (starts[i + 1] ?? 1440) };
      if (duty.length === 0 && ownGp.length === 0) extend(gaps, span);
      if (duty.length > 1) extend(overlaps, { ...span, services: duty });
    }
  }
  return { listed: true, gaps, overlaps, gapMinutes: totalMinutes(gaps), overlapMinutes: totalMinutes(overlaps) };
}

/** Segments are cut where anything changes; what touches and has the same services is one interval. */
function extend<T extends WeeklyWindow & { readonly services?: readonly Arrangement[] }>(into: T[], next: T): void {
  const last = into.at(-1);
  const same = last?.to === next.from && last.services?.map((s) => s.id).join() === next.services?.map((s) => s.id).join();
  if (last && same) into[into.length - 1] = { ...last, to: next.to };
  else into.push(next);
}
