import { epochDayOfDate, type Instant } from '../../kernel/index.ts';
import { municipalityOf, type Place, type PlaceId, parsePlaceId } from '../place.ts';
import { always, type DaySpan, type PlaceHistory, placeHistory, spanOf } from './carry.ts';
import type { Arrangement, CallCentre, Clinic, Emc, RegisterData } from './model.ts';
import { type CompiledOpening, compileOpening, dayTraits, minutesPerWeek } from './opening.ts';
import type { Versioned } from './versions.ts';
import { indexAt, type Period, type PlaceTimeline, type Terms, type Timed } from './week-plan.ts';

/** What the register said at one time, worked out place by place. */
export interface RegisterView {
  readonly data: RegisterData;
  readonly history: PlaceHistory;
  readonly timelines: ReadonlyMap<PlaceId, PlaceTimeline>;
  /** Listings that a change of municipality numbers leaves without a place. */
  readonly lost: readonly { readonly arrangement: Arrangement; readonly place: PlaceId; readonly candidates: readonly PlaceId[] }[];
}

/** A register ready to be asked. Without a time of knowledge it answers by what it says now. */
export interface Register {
  readonly list: string;
  readonly data: RegisterData;
  readonly now: RegisterView;
  readonly asKnownAt: (at: Instant | undefined) => RegisterView;
  /** Of each id the row that holds last, for names and numbers: people ask for units that have closed, too. */
  readonly arrangements: readonly Arrangement[];
  readonly clinics: readonly Clinic[];
  readonly callCentres: readonly CallCentre[];
  readonly emcs: readonly Emc[];
  /** Municipalities as numbered last, and the named parts. */
  readonly places: readonly Place[];
  readonly placeById: ReadonlyMap<PlaceId, Place>;
}

/** Views of the past kept in memory: an editor compares two or three. */
const keptViews = 8;

/** @param asKnownAt what the register said then, instead of what it says now. */
export function compileRegister(data: RegisterData, asKnownAt?: Instant): Register {
  const history = placeHistory(data);
  const bounds = knowledgeBounds(data);
  const views = new Map<number, RegisterView>();
  const viewAt = (at: Instant): RegisterView => {
    // What was known is the same between two bounds; before the first, nothing was.
    const slice = bounds.length > 0 && at >= (bounds[0] as number) ? indexAt(bounds, at) : -1;
    const have = views.get(slice);
    if (have) return have;
    const view = compileView(knownAt(data, at), history);
    const [oldest] = views.keys();
    if (views.size >= keptViews && oldest !== undefined) views.delete(oldest);
    views.set(slice, view);
    return view;
  };
  const now = asKnownAt === undefined ? compileView(knownAt(data, undefined), history) : viewAt(asKnownAt);
  const places = placesOf(now.data);
  return {
    list: data.list,
    data,
    now,
    asKnownAt: (at) => (at === undefined ? now : viewAt(at)),
    arrangements: latest(now.data.arrangements),
    clinics: latest(now.data.clinics),
    callCentres: latest(now.data.callCentres),
    emcs: latest(now.data.emcs),
    places,
    placeById: new Map(places.map((place) => [place.id, place])),
  };
}

function latest<T extends Versioned>(rows: readonly T[]): readonly T[] {
  const byId = new Map<string, T>();
  for (const row of rows) {
    const have = byId.get(row.id);
    if (!have || have.valid.from < row.valid.from) byId.set(row.id, row);
  }
  return [...byId.values()];
}

function placesOf(data: RegisterData): readonly Place[] {
  const whole = data.municipalities
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
    .map(({ number, name }): readonly [PlaceId, Place] => [number, { id: number, municipality: number, part: undefined, name }]);
  const parts = latest(data.parts).map(({ id, name }) => ({ id, municipality: municipalityOf(id), part: parsePlaceId(id)?.part, name }));
  return [...new Map(whole).values(), ...parts].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const tables = ['parts', 'districts', 'clinics', 'callCentres', 'emcs', 'vehicles', 'arrangements'] as const;

function knowledgeBounds(data: RegisterData): readonly number[] {
  const rows: readonly Versioned[] = tables.flatMap((table): readonly Versioned[] => data[table]);
  return [...new Set(rows.flatMap(({ known }) => (known.to === undefined ? [known.from] : [known.from, known.to])))].toSorted(
    (a, b) => a - b,
  );
}

/** The rows that the register held to be so at the instant; undefined: those nobody has closed. */
export function knownAt(data: RegisterData, at: Instant | undefined): RegisterData {
  const rows = <T extends Versioned>(all: readonly T[]): readonly T[] =>
    all.filter(({ known }) => (at === undefined ? known.to === undefined : known.from <= at && (known.to === undefined || at < known.to)));
  return {
    ...data,
    parts: rows(data.parts),
    districts: rows(data.districts),
    clinics: rows(data.clinics),
    callCentres: rows(data.callCentres),
    emcs: rows(data.emcs),
    vehicles: rows(data.vehicles),
    arrangements: rows(data.arrangements),
  };
}

/** An arrangement where and when it lists a place. */
interface Listing extends DaySpan {
  readonly subject: Arrangement;
  readonly opening: CompiledOpening;
  readonly minutes: number;
}

interface Routing extends DaySpan {
  readonly centre: CallCentre;
}

interface Sources {
  readonly clinics: ReadonlyMap<string, readonly Clinic[]>;
  readonly centres: ReadonlyMap<string, readonly CallCentre[]>;
  readonly routing: ReadonlyMap<PlaceId, readonly Routing[]>;
  readonly opening: (clinic: Clinic) => CompiledOpening | undefined;
  /** One `Terms` for each set of rows: the members of a district mostly share theirs. */
  readonly shared: Map<string, Terms>;
  readonly numberOf: (row: Versioned) => number;
}

function compileView(data: RegisterData, history: PlaceHistory): RegisterView {
  const listings = new Map<PlaceId, Listing[]>();
  const lost: RegisterView['lost'][number][] = [];
  for (const arrangement of data.arrangements) {
    const opening = compileOpening(arrangement.opening);
    const minutes = minutesPerWeek(opening);
    const carried = history.carry(arrangement.places, spanOf(arrangement.valid.from, arrangement.valid.to));
    for (const { place, from, to } of carried.spans) put(listings, place, { subject: arrangement, opening, minutes, from, to });
    for (const { place, candidates } of carried.lost) lost.push({ arrangement, place, candidates });
  }
  const sources = sourcesOf(data, history);
  const timelines = new Map<PlaceId, PlaceTimeline>();
  for (const place of new Set([...listings.keys(), ...sources.routing.keys()]))
    timelines.set(place, timelineOf(place, listings.get(place) ?? [], sources));
  return { data, history, timelines, lost };
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const have = map.get(key);
  if (have) have.push(value);
  else map.set(key, [value]);
}

function sourcesOf(data: RegisterData, history: PlaceHistory): Sources {
  const routing = new Map<PlaceId, Routing[]>();
  for (const centre of data.callCentres) {
    const valid = spanOf(centre.valid.from, centre.valid.to);
    for (const member of centre.routing) {
      const span = meet(valid, spanOf(member.from, member.to));
      for (const { place, from, to } of history.carry([member.place], span).spans) put(routing, place, { centre, from, to });
    }
  }
  const openings = new Map<Clinic, CompiledOpening | undefined>(
    data.clinics.map((clinic) => [clinic, clinic.opening && compileOpening(clinic.opening)]),
  );
  const numbers = new Map<Versioned, number>([...data.arrangements, ...data.clinics, ...data.callCentres].map((row, i) => [row, i]));
  return {
    clinics: Map.groupBy(data.clinics, ({ id }) => id),
    centres: Map.groupBy(data.callCentres, ({ id }) => id),
    routing,
    opening: (clinic) => openings.get(clinic),
    shared: new Map(),
    numberOf: (row) => numbers.get(row) ?? -1,
  };
}

function meet(a: DaySpan, b: DaySpan): DaySpan {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

function timelineOf(place: PlaceId, listed: readonly Listing[], sources: Sources): PlaceTimeline {
  const sorted = listed.toSorted(moreSpecificFirst);
  const units = sorted.flatMap(({ subject }) => [
    ...subject.clinics.flatMap((id) => sources.clinics.get(id) ?? []),
    ...(subject.callCentre === undefined ? [] : (sources.centres.get(subject.callCentre) ?? [])),
  ]);
  const spans: readonly DaySpan[] = [...sorted, ...units.map(({ valid }) => spanOf(valid.from, valid.to)), ...routingsOf(sources, place)];
  const starts = [...new Set([always.from, ...spans.flatMap(({ from, to }) => [from, to])])]
    .filter((day) => day < always.to)
    .toSorted((a, b) => a - b);
  const periods = starts.map((from, i) => periodOf({ place, sorted, sources, from, to: starts[i + 1] ?? always.to }));
  return { place, starts, periods };
}

function routingsOf({ routing }: Sources, place: PlaceId): readonly Routing[] {
  return routing.get(place) ?? routing.get(municipalityOf(place)) ?? [];
}

interface PeriodParts extends DaySpan {
  readonly place: PlaceId;
  readonly sorted: readonly Listing[];
  readonly sources: Sources;
}

function periodOf({ place, sorted, sources, from, to }: PeriodParts): Period {
  const services = sorted.filter((listing) => listing.from <= from && from < listing.to);
  const clinics = services.flatMap(({ subject, opening }) => clinicsOf(subject, opening, { sources, from, place }));
  const routed = routingsOf(sources, place).find((routing) => routing.from <= from && from < routing.to)?.centre;
  const named = services.flatMap(({ subject }) => validOn(sources.centres.get(subject.callCentre ?? ''), from))[0];
  return { from, to, terms: termsOf({ services, clinics, callCentre: routed ?? named }, sources) };
}

function termsOf(
  { services, clinics, callCentre }: Pick<Terms, 'services' | 'clinics' | 'callCentre'>,
  { shared, numberOf }: Sources,
): Terms {
  const rows = [...services, ...clinics].map(({ subject }) => numberOf(subject));
  const key = `${rows.join()} ${callCentre === undefined ? '' : numberOf(callCentre)}`;
  const have = shared.get(key);
  if (have) return have;
  const unknown = services.filter(({ opening }) => opening.hoursUnknown).length;
  const terms: Terms = {
    services,
    arrangements: services.map(({ subject }) => subject),
    hoursUnknown: unknown === 0 ? 'none' : unknown === services.length ? 'all' : 'some',
    clinics,
    callCentre,
    traits: dayTraits([...new Set([...services, ...clinics].map(({ opening }) => opening))]),
    plans: new Map(),
  };
  shared.set(key, terms);
  return terms;
}

interface ClinicsAt {
  readonly sources: Sources;
  readonly from: number;
  readonly place: PlaceId;
}

function clinicsOf(arrangement: Arrangement, opening: CompiledOpening, { sources, from, place }: ClinicsAt) {
  return arrangement.clinics
    .flatMap((id): readonly Clinic[] => validOn(sources.clinics.get(id), from))
    .filter((clinic) => receives(clinic, place))
    .map((clinic): Timed<Clinic> => ({ subject: clinic, opening: sources.opening(clinic) ?? opening }));
}

function validOn<T extends Versioned>(rows: readonly T[] | undefined, day: number): readonly T[] {
  return (rows ?? []).filter(
    ({ valid }) => epochDayOfDate(valid.from) <= day && (valid.to === undefined || day < epochDayOfDate(valid.to)),
  );
}

function receives(clinic: Clinic, place: PlaceId): boolean {
  return clinic.onlyFor.length === 0 || clinic.onlyFor.includes(place) || clinic.onlyFor.includes(municipalityOf(place));
}

/** Fewest places first, then fewest open minutes: what was arranged for this place and hour before what covers all of a region. */
function moreSpecificFirst(a: Listing, b: Listing): number {
  return (
    a.subject.places.length - b.subject.places.length ||
    a.minutes - b.minutes ||
    (a.subject.id < b.subject.id ? -1 : a.subject.id > b.subject.id ? 1 : 0) ||
    a.from - b.from
  );
}
