import type { PlaceId } from '../place.ts';
import type { Arrangement, CallCentre, Clinic } from './model.ts';
import { type CompiledOpening, type DayMinutes, type DayTraits, daySignature, minutesOn, ordinaryMinutes } from './opening.ts';
import type { OwnGp, Served } from './questions.ts';

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
  /** Made once, so that asking makes nothing; undefined in a gap. */
  readonly answer: Served | OwnGp | undefined;
}

/** Segment i holds from starts[i] (starts[0] is 0) to starts[i + 1] or 24:00, in minutes of the day. */
export interface DayPlan {
  readonly starts: readonly number[];
  readonly segments: readonly Segment[];
}

/** Arrangements, clinics and call centre that hold together. Places and days with the same share one. */
export interface Terms {
  /** Most specific first. */
  readonly services: readonly Timed<Arrangement>[];
  readonly arrangements: readonly Arrangement[];
  readonly hoursUnknown: 'none' | 'some' | 'all';
  readonly clinics: readonly Timed<Clinic>[];
  readonly callCentre: CallCentre | undefined;
  readonly traits: DayTraits;
  /** Filled as days are asked for. */
  readonly plans: Map<number, DayPlan>;
}

/** Days between two changes of the register, for one place. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly terms: Terms;
}

export interface PlaceTimeline {
  readonly place: PlaceId;
  readonly starts: readonly number[];
  readonly periods: readonly Period[];
}

/** The place's plan of a day; days alike share one. */
export function planOn(terms: Terms, day: number): DayPlan {
  const signature = daySignature(terms.traits, day);
  let plan = terms.plans.get(signature);
  if (!plan) {
    plan = dayPlan(terms, (opening) => minutesOn(opening, day));
    terms.plans.set(signature, plan);
  }
  return plan;
}

/** As if there were no holidays and no exceptions. */
export function ordinaryPlan(terms: Terms, day: number): DayPlan {
  return dayPlan(terms, (opening) => ordinaryMinutes(opening, day));
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

function dayPlan(terms: Terms, minutes: (opening: CompiledOpening) => DayMinutes): DayPlan {
  const services = terms.services.map(({ subject, opening }) => ({ subject, open: minutes(opening) }));
  const clinics = terms.clinics.map(({ subject, opening }) => ({ subject, open: minutes(opening) }));
  const bounds = [...services, ...clinics].flatMap(({ open }) => open.flatMap(({ from, to }) => [from, to]));
  const starts = [...new Set([0, ...bounds])].filter((bound) => bound < 1440).toSorted((a, b) => a - b);
  const segments = starts.map((at) => {
    const open = openAt(services, at);
    const duty = open.filter(({ kind }) => kind === 'duty');
    const ownGp = open.filter(({ kind }) => kind === 'ownGp');
    const here = [...new Set(openAt(clinics, at))];
    return { duty, ownGp, clinics: here, answer: answerOf({ duty, ownGp, clinics: here }, terms.callCentre) };
  });
  return { starts, segments };
}

function openAt<T>(timed: readonly { readonly subject: T; readonly open: DayMinutes }[], minute: number): readonly T[] {
  return timed.filter(({ open }) => open.some(({ from, to }) => from <= minute && minute < to)).map(({ subject }) => subject);
}

function answerOf({ duty, ownGp, clinics: openClinics }: Omit<Segment, 'answer'>, callCentre: Terms['callCentre']): Segment['answer'] {
  const [first, ...others] = duty;
  if (first) return { kind: 'served', services: [first, ...others], overlap: others.length > 0, callCentre, openClinics };
  const [gp, ...more] = ownGp;
  if (gp) return { kind: 'ownGp', services: [gp, ...more], callCentre, openClinics };
  return undefined;
}
