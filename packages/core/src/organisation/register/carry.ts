import { dateOfEpochDay, epochDayOfDate, type LocalDate } from '../../kernel/index.ts';
import { type PlaceId, parsePlaceId } from '../place.ts';
import type { Geography, Municipality } from './model.ts';

/** Days since 1970-01-01, half-open. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

export interface PlaceSpan extends DaySpan {
  readonly place: PlaceId;
}

/** What one listing of a place means day by day, and where it could not be followed. */
export interface Carried {
  readonly spans: readonly PlaceSpan[];
  /** From these days on it is not known what the place is. */
  readonly lost: readonly { readonly place: PlaceId; readonly on: LocalDate; readonly candidates: readonly PlaceId[] }[];
}

interface Change {
  readonly day: number;
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
}

/** How places go on when municipality numbers change. */
export interface PlaceHistory {
  readonly municipalities: ReadonlyMap<string, readonly (Municipality & { readonly span: DaySpan })[]>;
  /** Follows the places of one listing from the first day to the last. */
  readonly carry: (places: readonly PlaceId[], span: DaySpan) => Carried;
  /** The place that this one is on the day, where exactly one can be told. */
  readonly on: (place: PlaceId, day: number) => PlaceId | undefined;
  /** Whether a municipality has this very number on the day. */
  readonly isInUse: (number: string, day: number) => boolean;
}

export const always: DaySpan = { from: -100_000, to: 100_000 };

export function placeHistory({ municipalities, changes }: Geography): PlaceHistory {
  const byNumber = Map.groupBy(
    municipalities.map((row) => ({ ...row, span: spanOf(row.validFrom, row.validTo) })),
    ({ number }) => number,
  );
  const all = changes.map(({ date, from, fromName, to }) => ({ day: epochDayOfDate(date), from, fromName, to }));
  const bySource = Map.groupBy(all, ({ from }) => from);
  const byTarget = Map.groupBy(all, ({ to }) => to);
  const maps = { byNumber, bySource, byTarget };
  return {
    municipalities: byNumber,
    carry: (places, span) => carry(maps, places, span),
    on: (place, day) => placeOn(maps, place, day),
    isInUse: (number, day) => byNumber.get(number)?.some(({ span }) => span.from <= day && day < span.to) ?? false,
  };
}

export function spanOf(from: LocalDate | undefined, to: LocalDate | undefined): DaySpan {
  return {
    from: from === undefined ? always.from : epochDayOfDate(from),
    to: to === undefined ? always.to : epochDayOfDate(to),
  };
}

interface Maps {
  readonly byNumber: PlaceHistory['municipalities'];
  readonly bySource: ReadonlyMap<string, readonly Change[]>;
  readonly byTarget: ReadonlyMap<string, readonly Change[]>;
}

function carry(maps: Maps, places: readonly PlaceId[], span: DaySpan): Carried {
  const spans: PlaceSpan[] = [];
  const lost: Carried['lost'][number][] = [];
  let live: readonly PlaceId[] = [...new Set(places)].map((place) => firstId(maps, place, span.from));
  let from = span.from;
  while (from < span.to && live.length > 0) {
    const next = Math.min(span.to, ...live.map((place) => nextChange(maps, place, from)));
    for (const place of live) spans.push({ place, from, to: next });
    if (next >= span.to) break;
    const step = carryOver(maps, live, next);
    lost.push(...step.lost);
    live = step.places;
    from = next;
  }
  return { spans: joined(spans), lost };
}

/** A number that is not yet in use on the first day may be one that will be: it is read as that place from its own first day. */
function firstId(maps: Maps, place: PlaceId, day: number): PlaceId {
  return placeOn(maps, place, day) ?? place;
}

function nextChange(maps: Maps, place: PlaceId, after: number): number {
  const days = (maps.bySource.get(place.slice(0, 4)) ?? []).map(({ day }) => day).filter((day) => day > after);
  return Math.min(always.to, ...days);
}

function carryOver(
  maps: Maps,
  live: readonly PlaceId[],
  day: number,
): { places: readonly PlaceId[]; lost: readonly Carried['lost'][number][] } {
  const places = new Set<PlaceId>();
  const lost: Carried['lost'][number][] = [];
  for (const place of live) {
    const after = successors(maps, { place, day, together: live });
    if (after.certain) for (const id of after.places) places.add(id);
    else lost.push({ place, on: dateOfEpochDay(day), candidates: after.places });
  }
  return { places: [...places], lost };
}

interface Step {
  readonly place: PlaceId;
  readonly day: number;
  /** The other places of the listing: when all that became one municipality are in it, it is the whole. */
  readonly together: readonly PlaceId[];
}

/**
 * What a place is from the day on. A municipality that keeps its number keeps its place when others join it; one that is joined to
 * others becomes a named part of the new one, unless all of them are in the listing. A named part follows its municipality; when that
 * is split, to the successor of the same name, and else it cannot be told.
 */
function successors(maps: Maps, { place, day, together }: Step): { readonly certain: boolean; readonly places: readonly PlaceId[] } {
  const number = place.slice(0, 4);
  const part = parsePlaceId(place)?.part;
  const changes = (maps.bySource.get(number) ?? []).filter((change) => change.day === day);
  if (changes.length === 0) return { certain: true, places: [place] };
  if (part !== undefined) return partSuccessors(maps, part, changes);
  return {
    certain: true,
    places: changes.map(({ to, fromName }) => {
      const sources = (maps.byTarget.get(to) ?? []).filter((change) => change.day === day).map(({ from }) => from);
      return to === number || sources.every((source) => together.includes(source)) ? to : `${to}-${slugOf(fromName)}`;
    }),
  };
}

function partSuccessors(maps: Maps, part: string, changes: readonly Change[]) {
  const named = changes.filter(({ to, day }) => nameOn(maps, to, day) === part);
  if (named.length === 1) return { certain: true, places: named.map(({ to }) => to) };
  const places = changes.map(({ to }) => `${to}-${part}`);
  return { certain: places.length === 1, places };
}

function nameOn(maps: Maps, number: string, day: number): string | undefined {
  const row = maps.byNumber.get(number)?.find(({ span }) => span.from <= day && day < span.to);
  return row && slugOf(row.name);
}

function placeOn(maps: Maps, place: PlaceId, day: number): PlaceId | undefined {
  const number = place.slice(0, 4);
  const rows = maps.byNumber.get(number);
  if (!rows) return undefined;
  if (rows.some(({ span }) => span.from <= day && day < span.to)) return place;
  const ended = rows.filter(({ span }) => span.to <= day).toSorted((a, b) => b.span.to - a.span.to)[0];
  if (ended) return forward(maps, place, ended.span.to, day);
  return backward(maps, place, day);
}

function forward(maps: Maps, place: PlaceId, from: number, day: number): PlaceId | undefined {
  const after = successors(maps, { place, day: from, together: [place] });
  const only = after.certain && after.places.length === 1 ? after.places[0] : undefined;
  return only === undefined || only === place ? undefined : placeOn(maps, only, day);
}

/** Only where one number became one number: what was before a merger is not one place. */
function backward(maps: Maps, place: PlaceId, day: number): PlaceId | undefined {
  const number = place.slice(0, 4);
  const part = place.slice(5);
  const sources = (maps.byTarget.get(number) ?? []).filter((change) => change.day > day);
  const named = sources.filter(({ fromName }) => part !== '' && slugOf(fromName) === part);
  if (named.length === 1 && sources.length > 1) return placeOn(maps, named[0]?.from ?? place, day);
  const [only, ...others] = sources;
  if (!only || others.length > 0 || (maps.bySource.get(only.from) ?? []).filter((change) => change.day === only.day).length !== 1)
    return undefined;
  return placeOn(maps, only.from + place.slice(4), day);
}

const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' };

/** `Aurskog-Høland` → `aurskog-holand`, as the named parts are written. */
export function slugOf(name: string): string {
  const plain = name.toLowerCase().replace(/[æøå]/g, (letter) => letters[letter] ?? letter);
  return plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function joined(spans: readonly PlaceSpan[]): readonly PlaceSpan[] {
  const byPlace = new Map<PlaceId, PlaceSpan[]>();
  for (const span of spans) {
    const of = byPlace.get(span.place) ?? [];
    const last = of.at(-1);
    if (last?.to === span.from) of[of.length - 1] = { ...last, to: span.to };
    else of.push(span);
    byPlace.set(span.place, of);
  }
  return [...byPlace.values()].flat();
}
