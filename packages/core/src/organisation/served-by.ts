import { addDays, type Instant, type MinuteOfWeek, type OsloTime, osloInstant, osloTime } from '../kernel/index.ts';
import { type PlaceWeek, type Register, segmentAt, weekOfPlace } from './lookup.ts';
import type { PlaceId } from './place.ts';
import type { CallCentre, Clinic, Service } from './register.ts';

/** Why nobody has the duty. The law asks for a doctor at all times, so each of these is a finding. */
export type GapReason =
  /** The register has no such place. */
  | { readonly code: 'unknown-place' }
  /** No service lists the municipality or the part. */
  | { readonly code: 'not-listed' }
  /** Services list it, but the source gives no opening hours for any of them. */
  | { readonly code: 'hours-unknown'; readonly services: readonly Service[] }
  /** Services list it, none is open now. */
  | { readonly code: 'none-open'; readonly services: readonly Service[]; readonly opensAt: Instant };

interface Common {
  /** Who answers 116117 for the place, whether or not a service is open. Undefined where the list does not tell. */
  readonly callCentre: CallCentre | undefined;
  /** Premises that receive from this place now; nurses may be there while no doctor is on duty. */
  readonly openClinics: readonly Clinic[];
}

export interface Served extends Common {
  readonly kind: 'served';
  /** At least one, most specific first. */
  readonly services: readonly [Service, ...Service[]];
  /** True when several have the duty at the same time: the first is an answer, the register should say which. */
  readonly overlap: boolean;
}

export interface Gap extends Common {
  readonly kind: 'gap';
  readonly reason: GapReason;
}

/** Who serves a place at an instant. A third kind, one's own GP in the daytime, comes with arrangements over time. */
export type ServedBy = Served | Gap;

/** For the ordinary week: public holidays are answered as the weekday they fall on. */
export function servedBy(register: Register, place: PlaceId, at: Instant): ServedBy {
  const week = weekOfPlace(register, place);
  if (!week) return gap(register.placeById.has(place) ? { code: 'not-listed' } : { code: 'unknown-place' });
  const now = osloTime(at);
  const { services, clinics: openClinics, opensAt } = segmentAt(week, now.minuteOfWeek);
  const { callCentre } = week;
  const [first, ...others] = services;
  if (first) return { kind: 'served', services: [first, ...others], overlap: others.length > 0, callCentre, openClinics };
  return { kind: 'gap', reason: closed(week, now, opensAt), callCentre, openClinics };
}

function gap(reason: GapReason): Gap {
  return { kind: 'gap', reason, callCentre: undefined, openClinics: [] };
}

function closed(week: PlaceWeek, now: OsloTime, opensAt: MinuteOfWeek | undefined): GapReason {
  if (opensAt === undefined) return { code: 'hours-unknown', services: week.listed };
  return { code: 'none-open', services: week.listed, opensAt: nextInstant(now, opensAt) };
}

/** The first instant after `now` when the clock shows this minute of the week. */
function nextInstant(now: OsloTime, minuteOfWeek: MinuteOfWeek): Instant {
  const days = Math.floor(minuteOfWeek / 1440) - now.weekday + (minuteOfWeek <= now.minuteOfWeek ? 7 : 0);
  const date = addDays(now.date, days);
  const at = osloInstant(date, minuteOfWeek % 1440);
  // The spring night has no 02:00-03:00: what opens then is open when the clock has jumped to 03:00.
  return osloTime(at).minuteOfWeek === minuteOfWeek ? at : osloInstant(date, 3 * 60);
}
