import { type Instant, type Interval, instant, osloOffset } from '../../kernel/index.ts';
import type { PlaceId } from '../place.ts';
import type { Register, RegisterView } from './compile.ts';
import { type ClockStretch, clockStretches } from './day-instants.ts';
import type { Arrangement } from './model.ts';
import type { PlaceCoverage } from './questions.ts';
import { isPlaceOn, periodOn } from './served-by.ts';
import { type Period, planOn, type Segment } from './week-plan.ts';

const dayLength = 86_400_000;
const minuteLength = 60_000;

export interface CoverageOptions {
  readonly asKnownAt?: Instant | undefined;
}

/**
 * Every gap and overlap of a place, or of all places, in [from, to). Days on which the place is none (a number not yet or no longer in
 * use) are left out. One's own GP is no gap.
 */
export function coverage(
  register: Register,
  places: PlaceId | readonly PlaceId[] | 'all',
  span: Interval<Instant> & CoverageOptions,
): readonly PlaceCoverage[] {
  const view = register.asKnownAt(span.asKnownAt);
  const asked = places === 'all' ? allPlaces(view, span) : typeof places === 'string' ? [places] : places;
  const stretches = stretchesOf(span);
  return asked.map((place) => coverageOf(view, place, stretches));
}

/** Municipalities in use at some time in the span, and the named parts that arrangements list, in order of number. */
export function allPlaces(view: RegisterView, span: Interval<Instant>): readonly PlaceId[] {
  const [first, last] = [dayOf(span.from), dayOf(span.to - 1)];
  const municipalities = [...view.history.municipalities.values()]
    .flat()
    .filter((row) => row.span.from <= last && first < row.span.to)
    .map(({ number }) => number);
  const parts = [...view.timelines.values()]
    .filter(({ place, periods }) => place.length > 4 && periods.some((p) => p.terms.services.length > 0 && p.from <= last && first < p.to))
    .map(({ place }) => place);
  return [...new Set([...municipalities, ...parts])].toSorted();
}

function dayOf(at: number): number {
  return Math.floor((at + osloOffset(at as Instant)) / dayLength);
}

interface DayStretch extends ClockStretch {
  readonly day: number;
}

/** The span cut into days and stretches of an even clock, clipped at its ends, in whole minutes and what is over. */
function stretchesOf({ from, to }: Interval<Instant>): readonly DayStretch[] {
  if (from >= to) return [];
  const stretches: DayStretch[] = [];
  for (let day = dayOf(from); day <= dayOf(to - 1); day += 1) {
    for (const { midnight, ...minutes } of clockStretches(day)) {
      const clipped = {
        day,
        midnight,
        from: Math.max(minutes.from, (from - midnight) / minuteLength),
        to: Math.min(minutes.to, (to - midnight) / minuteLength),
      };
      if (clipped.from < clipped.to) stretches.push(clipped);
    }
  }
  return stretches;
}

interface Found {
  readonly gaps: { from: number; to: number }[];
  readonly overlaps: { from: number; to: number; services: readonly Arrangement[] }[];
}

function coverageOf(view: RegisterView, place: PlaceId, stretches: readonly DayStretch[]): PlaceCoverage {
  const found: Found = { gaps: [], overlaps: [] };
  let period: Period | undefined;
  let looked = Number.NEGATIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  let unknown = false;
  let isPlace = false;
  const changes = changeDays(view, place);
  for (const stretch of stretches) {
    if (stretch.day < looked || stretch.day >= until) {
      looked = stretch.day;
      until = changes.find((day) => day > looked) ?? Number.POSITIVE_INFINITY;
      isPlace = isPlaceOn(view, place, looked);
      period = isPlace ? periodOn(view, place, looked) : undefined;
      if (period && period.terms.hoursUnknown !== 'none') unknown = true;
    }
    if (!isPlace) continue;
    if (period) addStretch(found, period, stretch);
    else addGap(found, stretch.midnight + stretch.from * minuteLength, stretch.midnight + stretch.to * minuteLength);
  }
  return { place, hoursUnknown: unknown, gaps: found.gaps.map(asInstants), overlaps: found.overlaps.map(asInstants) };
}

/** The days on which something about the place may change, in order. */
function changeDays(view: RegisterView, place: PlaceId): readonly number[] {
  const number = place.slice(0, 4);
  const kin = [...view.timelines.values()].filter((timeline) => timeline.place.startsWith(number)).flatMap(({ starts }) => starts);
  const rows = (view.history.municipalities.get(number) ?? []).flatMap(({ span }) => [span.from, span.to]);
  const carried = rows.length > 0 && view.timelines.has(place) ? [] : [...view.timelines.values()].flatMap(({ starts }) => starts);
  return [...new Set([...kin, ...rows, ...carried])].toSorted((a, b) => a - b);
}

function addStretch(found: Found, period: Period, { day, from, to, midnight }: DayStretch): void {
  const { starts, segments } = planOn(period.terms, day);
  for (let i = 0; i < segments.length; i += 1) {
    // One segment per start.
    const start = Math.max(starts[i] as number, from);
    const end = Math.min(starts[i + 1] ?? 1440, to);
    if (start >= end) continue;
    const { duty, ownGp } = segments[i] as Segment;
    if (duty.length === 1 || (duty.length === 0 && ownGp.length > 0)) continue;
    if (duty.length === 0) addGap(found, midnight + start * minuteLength, midnight + end * minuteLength);
    else addOverlap(found, { from: midnight + start * minuteLength, to: midnight + end * minuteLength, services: duty });
  }
}

function addGap({ gaps }: Found, from: number, to: number): void {
  const last = gaps.at(-1);
  if (last?.to === from) last.to = to;
  else gaps.push({ from, to });
}

function addOverlap({ overlaps }: Found, next: Found['overlaps'][number]): void {
  const last = overlaps.at(-1);
  const same =
    last?.to === next.from && last.services.length === next.services.length && last.services.every((s, i) => s === next.services[i]);
  if (last && same) last.to = next.to;
  else overlaps.push(next);
}

function asInstants<T extends { from: number; to: number }>(span: T): T & Interval<Instant> {
  return { ...span, from: instant(span.from), to: instant(span.to) };
}
