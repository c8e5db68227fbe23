import type { MinuteOfWeek } from '../kernel/index.ts';
import { minutesOfWeek } from '../kernel/index.ts';
import { type Register, weekOfPlace } from './lookup.ts';
import type { PlaceId } from './place.ts';
import type { Service } from './register.ts';
import { totalMinutes, type WeeklyWindow, wholeWeek } from './week.ts';

export interface Overlap extends WeeklyWindow {
  /** Two or more, most specific first. */
  readonly services: readonly Service[];
}

/** The ordinary week of a place, intervals in minutes of the week, cut at Monday 00:00. */
export interface WeekCoverage {
  /** False when no service lists the place: then the whole week is a gap. */
  readonly listed: boolean;
  readonly gaps: readonly WeeklyWindow[];
  readonly overlaps: readonly Overlap[];
  readonly gapMinutes: number;
  readonly overlapMinutes: number;
}

export function weekCoverage(register: Register, place: PlaceId): WeekCoverage {
  const week = weekOfPlace(register, place);
  if (!week) return { listed: false, gaps: [wholeWeek], overlaps: [], gapMinutes: minutesOfWeek, overlapMinutes: 0 };
  const gaps: WeeklyWindow[] = [];
  const overlaps: Overlap[] = [];
  week.segments.forEach(({ services }, i) => {
    // One start per segment.
    const span = { from: week.starts[i] as MinuteOfWeek, to: week.starts[i + 1] ?? minutesOfWeek };
    if (services.length === 0) extend(gaps, span);
    if (services.length > 1) extend(overlaps, { ...span, services });
  });
  return { listed: true, gaps, overlaps, gapMinutes: totalMinutes(gaps), overlapMinutes: totalMinutes(overlaps) };
}

/** Segments are cut where anything changes; what touches and has the same services is one interval. */
function extend<T extends WeeklyWindow & { readonly services?: readonly Service[] }>(into: T[], next: T): void {
  const last = into.at(-1);
  const same = last?.to === next.from && last.services?.map((s) => s.id).join() === next.services?.map((s) => s.id).join();
  if (last && same) into[into.length - 1] = { ...last, to: next.to };
  else into.push(next);
}
