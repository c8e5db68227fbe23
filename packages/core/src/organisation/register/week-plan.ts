import type { PlaceId } from '../place.ts';
import type { Arrangement, CallCentre, Clinic } from './model.ts';
import { type CompiledOpening, type DayMinutes, daySignature, minutesOn, ordinaryMinutes } from './opening.ts';

/** Something that opens and closes, with its hours. */
export interface Timed<T> {
  readonly subject: T;
  readonly opening: CompiledOpening;
}

/** From one boundary of the day to the next. */
export interface Segment {
  /** Who has the duty, most specific first. */
  readonly duty: readonly Arrangement[];
  readonly ownGp: readonly Arrangement[];
  readonly clinics: readonly Clinic[];
}

/** Segment i holds from starts[i] (starts[0] is 0) to starts[i + 1] or 24:00, in minutes of the day. */
export interface DayPlan {
  readonly starts: readonly number[];
  readonly segments: readonly Segment[];
}

/** Days between two changes of the register, for one place: the same arrangements, clinics and call centre all through. */
export interface Period {
  readonly from: number;
  readonly to: number;
  /** Most specific first. */
  readonly services: readonly Timed<Arrangement>[];
  readonly clinics: readonly (Timed<Clinic> & { readonly arrangement: string })[];
  readonly callCentre: CallCentre | undefined;
  readonly openings: readonly CompiledOpening[];
  /** Filled as days are asked for. */
  readonly plans: Map<number, DayPlan>;
}

export interface PlaceTimeline {
  readonly place: PlaceId;
  readonly starts: readonly number[];
  readonly periods: readonly Period[];
}

/** The place's plan of a day; days alike share one. */
export function planOn(period: Period, day: number): DayPlan {
  const signature = daySignature(period.openings, day);
  let plan = period.plans.get(signature);
  if (!plan) {
    plan = dayPlan(period, (opening) => minutesOn(opening, day));
    period.plans.set(signature, plan);
  }
  return plan;
}

/** As if there were no holidays and no exceptions. */
export function ordinaryPlan(period: Period, day: number): DayPlan {
  return dayPlan(period, (opening) => ordinaryMinutes(opening, day));
}

/** The last index whose start is not after the value; starts[0] must not be after it. */
export function indexAt(starts: readonly number[], value: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // low < middle <= high stays inside the array.
    if ((starts[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function dayPlan(period: Period, minutes: (opening: CompiledOpening) => DayMinutes): DayPlan {
  const services = period.services.map(({ subject, opening }) => ({ subject, open: minutes(opening) }));
  const clinics = period.clinics.map(({ subject, opening }) => ({ subject, open: minutes(opening) }));
  const bounds = [...services, ...clinics].flatMap(({ open }) => open.flatMap(({ from, to }) => [from, to]));
  const starts = [...new Set([0, ...bounds])].filter((bound) => bound < 1440).toSorted((a, b) => a - b);
  const segments = starts.map((at) => {
    const open = openAt(services, at);
    return {
      duty: open.filter(({ kind }) => kind === 'duty'),
      ownGp: open.filter(({ kind }) => kind === 'ownGp'),
      clinics: [...new Set(openAt(clinics, at))],
    };
  });
  return { starts, segments };
}

function openAt<T>(timed: readonly { readonly subject: T; readonly open: DayMinutes }[], minute: number): readonly T[] {
  return timed.filter(({ open }) => open.some(({ from, to }) => from <= minute && minute < to)).map(({ subject }) => subject);
}
