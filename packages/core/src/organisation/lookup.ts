import { type MinuteOfWeek, minutesOfWeek } from '../kernel/index.ts';
import { municipalityOf, type Place, type PlaceId } from './place.ts';
import type { CallCentre, Clinic, RegisterSnapshot, Service } from './register.ts';
import { openMinutes, totalMinutes, type WeeklyWindow } from './week.ts';

/** What holds from one boundary of the week to the next. */
export interface Segment {
  /** Open services, most specific first. */
  readonly services: readonly Service[];
  readonly clinics: readonly Clinic[];
  /** The first minute of the week, from this segment on, when a service is open; undefined when none ever is. */
  readonly opensAt: MinuteOfWeek | undefined;
}

/** The ordinary week of one place, cut where anything opens or closes. */
export interface PlaceWeek {
  /** Every service that lists the place, most specific first. */
  readonly listed: readonly Service[];
  readonly callCentre: CallCentre | undefined;
  /** Segment i holds from starts[i] (starts[0] is 0) to starts[i + 1]. */
  readonly starts: readonly MinuteOfWeek[];
  readonly segments: readonly Segment[];
}

/** A snapshot with each place's week worked out beforehand, so that telephony can ask for every call. */
export interface Register extends RegisterSnapshot {
  readonly placeById: ReadonlyMap<PlaceId, Place>;
  readonly weekByPlace: ReadonlyMap<PlaceId, PlaceWeek>;
}

interface Opening<T> {
  readonly subject: T;
  readonly windows: readonly WeeklyWindow[];
}

export function indexRegister(snapshot: RegisterSnapshot): Register {
  const placeById = new Map(snapshot.places.map((place) => [place.id, place]));
  const centres = new Map(snapshot.callCentres.map((centre) => [centre.id, centre]));
  const clinicsByService = Map.groupBy(snapshot.clinics, (clinic) => clinic.service);
  const servicesByPlace = new Map<PlaceId, Service[]>();
  for (const service of snapshot.services) {
    for (const place of new Set(service.places)) {
      const listed = servicesByPlace.get(place);
      if (listed) listed.push(service);
      else servicesByPlace.set(place, [service]);
    }
  }
  const weekByPlace = new Map<PlaceId, PlaceWeek>();
  for (const [place, services] of servicesByPlace) {
    const listed = services.toSorted(moreSpecificFirst);
    const clinics = listed.flatMap((service) => clinicsByService.get(service.id) ?? []).filter((clinic) => receives(clinic, place));
    weekByPlace.set(place, weekOf({ listed, clinics, callCentre: centreOf(listed, centres) }));
  }
  return { ...snapshot, placeById, weekByPlace };
}

/**
 * A named part that some service lists belongs there and not with the rest of its municipality;
 * a part that no service names belongs with the municipality.
 */
export function weekOfPlace(register: Register, place: PlaceId): PlaceWeek | undefined {
  return register.weekByPlace.get(place) ?? register.weekByPlace.get(municipalityOf(place));
}

export function segmentAt(week: PlaceWeek, minute: MinuteOfWeek): Segment {
  let low = 0;
  let high = week.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // low <= middle <= high stays inside the array.
    if ((week.starts[middle] as number) <= minute) low = middle;
    else high = middle - 1;
  }
  // One segment per start, and at least one.
  return week.segments[low] as Segment;
}

/** Fewest places first, then fewest open minutes: what was arranged for this place and hour before what covers all of a region. */
function moreSpecificFirst(a: Service, b: Service): number {
  return (
    a.places.length - b.places.length ||
    totalMinutes(openMinutes(a.windows)) - totalMinutes(openMinutes(b.windows)) ||
    (a.id < b.id ? -1 : 1)
  );
}

function receives(clinic: Clinic, place: PlaceId): boolean {
  return clinic.onlyFor.length === 0 || clinic.onlyFor.includes(place) || clinic.onlyFor.includes(municipalityOf(place));
}

function centreOf(listed: readonly Service[], centres: ReadonlyMap<string, CallCentre>): CallCentre | undefined {
  for (const service of listed) {
    const centre = service.callCentre === undefined ? undefined : centres.get(service.callCentre);
    if (centre) return centre;
  }
  return undefined;
}

interface PlaceParts {
  readonly listed: readonly Service[];
  readonly clinics: readonly Clinic[];
  readonly callCentre: CallCentre | undefined;
}

function weekOf({ listed, clinics, callCentre }: PlaceParts): PlaceWeek {
  const serviceWindows = new Map(listed.map((service) => [service.id, openMinutes(service.windows)]));
  const services = listed.map((subject) => ({ subject, windows: serviceWindows.get(subject.id) ?? [] }));
  const premises = clinics.map((subject) => ({
    subject,
    windows: subject.windows ? openMinutes(subject.windows) : (serviceWindows.get(subject.service) ?? []),
  }));
  const bounds = [...services, ...premises].flatMap(({ windows }) => windows.flatMap((window) => [window.from, window.to]));
  const starts = [...new Set([0, ...bounds])].filter((bound) => bound < minutesOfWeek).toSorted((a, b) => a - b);
  const open = starts.map((start) => ({ services: openAt(services, start), clinics: openAt(premises, start) }));
  const segments = open.map((now, i) => ({ ...now, opensAt: nextOpening(open, starts, i) }));
  return { listed, callCentre, starts, segments };
}

function openAt<T>(openings: readonly Opening<T>[], minute: MinuteOfWeek): readonly T[] {
  return openings.filter(({ windows }) => windows.some((w) => w.from <= minute && minute < w.to)).map(({ subject }) => subject);
}

function nextOpening(
  open: readonly { readonly services: readonly Service[] }[],
  starts: readonly MinuteOfWeek[],
  index: number,
): MinuteOfWeek | undefined {
  for (let ahead = 0; ahead < open.length; ahead += 1) {
    const i = (index + ahead) % open.length;
    if ((open[i]?.services.length ?? 0) > 0) return starts[i];
  }
  return undefined;
}
