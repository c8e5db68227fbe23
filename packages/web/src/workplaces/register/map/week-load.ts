import { addDays, type Instant, type LocalDate, minute, osloInstant } from '@vakthavende/core/kernel';
import { coverage, municipalityOf, type PlaceId, type Register } from '@vakthavende/core/organisation';

export const stepMinutes = 15;
const steps = (7 * 1440) / stepMinutes;

/** What the week of a list looks like from above. */
export interface WeekLoad {
  /** Municipalities of the week and the parts of them that the list names, in order of number. */
  readonly places: readonly PlaceId[];
  /** Places that some arrangement of the list is for; the others say nothing about gaps. */
  readonly listed: ReadonlySet<PlaceId>;
  /** Places with a gap, and with an overlap, in each quarter of an hour from Monday 00:00 on the clock. */
  readonly gaps: readonly number[];
  readonly overlaps: readonly number[];
}

/** A week of gaps and overlaps, counted for the strip over the slider. */
export function weekLoad(register: Register, monday: LocalDate): WeekLoad {
  const span = { from: osloInstant(monday, 0), to: osloInstant(addDays(monday, 7), 0) };
  const rows = coverage(register, 'all', span);
  const whole = (row: (typeof rows)[number]) => row.gaps.length === 1 && row.gaps[0]?.from === span.from && row.gaps[0].to === span.to;
  const isListed = (place: PlaceId) => register.now.timelines.has(place) || register.now.timelines.has(municipalityOf(place));
  const listed = new Set(rows.filter((row) => !whole(row) || row.hoursUnknown || isListed(row.place)).map(({ place }) => place));
  const counted = rows.filter(({ place }) => listed.has(place));
  return {
    places: rows.map(({ place }) => place),
    listed,
    gaps: countSteps(
      counted.flatMap((row) => (row.hoursUnknown && whole(row) ? [] : row.gaps)),
      span.from,
    ),
    overlaps: countSteps(
      counted.flatMap((row) => row.overlaps),
      span.from,
    ),
  };
}

function countSteps(spans: readonly { readonly from: Instant; readonly to: Instant }[], from: Instant): readonly number[] {
  const change = new Array<number>(steps + 1).fill(0);
  const stepOf = (at: number) => Math.min(steps, Math.max(0, (at - from) / (stepMinutes * minute)));
  for (const span of spans) {
    const [first, end] = [Math.floor(stepOf(span.from)), Math.ceil(stepOf(span.to))];
    change[first] = (change[first] ?? 0) + 1;
    change[end] = (change[end] ?? 0) - 1;
  }
  let sum = 0;
  return change.slice(0, steps).map((step) => {
    sum += step;
    return sum;
  });
}
