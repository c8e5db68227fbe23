import { type Instant, osloOffset } from '../../kernel/index.ts';
import { municipalityOf, type PlaceId } from '../place.ts';
import type { Register, RegisterView } from './compile.ts';
import { instantOnDay } from './day-instants.ts';
import type { Gap, GapReason, ServedBy } from './questions.ts';
import { indexAt, type Period, planOn, type Segment } from './week-plan.ts';

const dayLength = 86_400_000;
const minuteLength = 60_000;

/** How far ahead a gap looks for the next opening: cycles of four weeks and a day. */
const daysAhead = 35;

/**
 * Who serves a place at an instant: a service, one's own GP, or a gap - exactly one answer. A named part that an arrangement in force
 * lists belongs there and not with the rest of its municipality; a part that none lists belongs with the municipality. A number that
 * is not in use on that day is carried to the one that is, where exactly one can be told.
 */
export function servedBy(register: Register, place: PlaceId, at: Instant, asKnownAt?: Instant): ServedBy {
  const view = register.asKnownAt(asKnownAt);
  const clock = at + osloOffset(at);
  const day = Math.floor(clock / dayLength);
  const period = periodOn(view, place, day);
  if (period === undefined) return unlisted(view, place, day);
  const minute = Math.floor((clock - day * dayLength) / minuteLength);
  const plan = planOn(period.terms, day);
  const index = indexAt(plan.starts, minute);
  // One segment per start, and at least one.
  const segment = plan.segments[index] as Segment;
  return segment.answer ?? closed(view, { place, period, segment, day, index });
}

/** The days around this one in which the place's arrangements are the same; undefined when none is in force. */
export function periodOn(view: RegisterView, place: PlaceId, day: number): Period | undefined {
  const found = listedOn(view, place, day);
  if (found) return found;
  const today = view.history.on(place, day);
  if (today === undefined || today === place) return undefined;
  return listedOn(view, today, day);
}

function listedOn(view: RegisterView, place: PlaceId, day: number): Period | undefined {
  const own = inForce(view, place, day);
  if (own || place.length === 4) return own;
  return inForce(view, municipalityOf(place), day);
}

function inForce(view: RegisterView, place: PlaceId, day: number): Period | undefined {
  const timeline = view.timelines.get(place);
  if (!timeline) return undefined;
  const period = timeline.periods[indexAt(timeline.starts, day)];
  return period && period.terms.services.length > 0 ? period : undefined;
}

function unlisted(view: RegisterView, place: PlaceId, day: number): Gap {
  const code = isPlaceOn(view, place, day) ? 'not-listed' : 'unknown-place';
  return { kind: 'gap', reason: { code }, callCentre: routedOn(view, view.history.on(place, day) ?? place, day), openClinics: [] };
}

/** A call centre may answer for a place that no arrangement lists. */
function routedOn(view: RegisterView, place: PlaceId, day: number): Gap['callCentre'] {
  const timeline = view.timelines.get(place) ?? view.timelines.get(municipalityOf(place));
  return timeline?.periods[indexAt(timeline.starts, day)]?.terms.callCentre;
}

/** Whether the place is one on that day: a municipality in use, or a part of one that the register names. */
export function isPlaceOn(view: RegisterView, place: PlaceId, day: number): boolean {
  const today = view.history.on(place, day);
  return (
    today !== undefined &&
    (today.length === 4 || today !== place || view.timelines.has(today) || view.data.parts.some(({ id }) => id === today))
  );
}

interface Closed {
  readonly place: PlaceId;
  readonly period: Period;
  readonly segment: Segment;
  readonly day: number;
  readonly index: number;
}

function closed(view: RegisterView, { place, period, segment, day, index }: Closed): Gap {
  const { arrangements: services, callCentre, hoursUnknown } = period.terms;
  const reason: GapReason =
    hoursUnknown === 'all'
      ? { code: 'hours-unknown', services }
      : { code: 'none-open', services, opensAt: nextOpening(view, place, { day, index }) };
  return { kind: 'gap', reason, callCentre, openClinics: segment.clinics };
}

function nextOpening(
  view: RegisterView,
  place: PlaceId,
  { day, index }: { readonly day: number; readonly index: number },
): Instant | undefined {
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const period = periodOn(view, place, day + ahead);
    if (!period) continue;
    const { starts, segments } = planOn(period.terms, day + ahead);
    for (let i = ahead === 0 ? index + 1 : 0; i < segments.length; i += 1) {
      // One segment per start.
      if ((segments[i] as Segment).duty.length > 0) return instantOnDay(day + ahead, starts[i] as number);
    }
  }
  return undefined;
}
