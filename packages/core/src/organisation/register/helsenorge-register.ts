import { epochDayOfDate, type LocalDate, localDate, overlaps } from '../../kernel/index.ts';
import type { HelsenorgeList } from '../helsenorge.ts';
import { type Finding, findingKinds } from '../helsenorge-finding.ts';
import type { HelsenorgeRecord } from '../helsenorge-record.ts';
import type { PlaceId } from '../place.ts';
import { openMinutes, type WeeklyWindow, wrap } from '../week.ts';
import { type PlaceHistory, placeHistory } from './carry.ts';
import type { Arrangement, Clinic, Geography, Note, RegisterData } from './model.ts';
import type { Knowledge, Validity } from './versions.ts';

export interface HelsenorgeTerms {
  readonly geography: Geography;
  readonly list: string;
  /** The list gives no dates: it describes 2013 and is kept until somebody says otherwise. */
  readonly valid: Validity;
  readonly known: Knowledge;
}

/** A number of the list that today is something else than itself, or nothing that can be told. */
export interface CarriedNumber {
  readonly record: number;
  readonly number: string;
  /** Where it is on the day asked for; empty: it cannot be carried. */
  readonly places: readonly PlaceId[];
  readonly why: 'same' | 'renumbered' | 'part' | 'unknown-number' | 'split-since';
  /** What it may be, where it cannot be told which. */
  readonly candidates: readonly PlaceId[];
}

/** Numbers that the list of 2013 uses had been given up as late as 2012: they are followed from the year before. */
const listBegins = localDate('2011-06-01');

/**
 * The national list as arrangements in the numbers of its first day; the change table carries them on from there. Every field is kept:
 * what the hours do not say stands as notes to resolve, and so does a number that is no municipality (Svalbard's 2111, 2121, 2131), which
 * stays as it is printed. The real list has such numbers and a record without any, so its register is kept with its problems told by
 * `checkRegister`; it would not pass `acceptRegister`.
 */
export function helsenorgeRegister({ records, findings }: HelsenorgeList, terms: HelsenorgeTerms): RegisterData {
  const history = placeHistory(terms.geography);
  const byRecord = Map.groupBy(findings, ({ record }) => record);
  const arrangements = records.map((record) => arrangementOf(record, byRecord.get(record.record) ?? [], { ...terms, history }));
  return {
    ...terms.geography,
    list: terms.list,
    parts: partsOf(arrangements, terms),
    districts: [],
    callCentres: [],
    emcs: [],
    vehicles: [],
    clinics: records.filter(({ position, address }) => position ?? address).map((record) => clinicOf(record, terms)),
    arrangements,
  };
}

/** Every number of the list as it is on the day, one row for each record that has it. */
export function carriedNumbers({ records }: HelsenorgeList, geography: Geography, date: LocalDate): readonly CarriedNumber[] {
  const history = placeHistory(geography);
  return records.flatMap((record) =>
    record.places.map((number): CarriedNumber => {
      const { places, lost, unknown } = follow(history, record.places, { number, date });
      const why = unknown
        ? 'unknown-number'
        : lost.length > 0
          ? 'split-since'
          : places.every((place) => place === number)
            ? 'same'
            : places.some((place) => place.length > 4)
              ? 'part'
              : 'renumbered';
      return { record: record.record, number, places, why, candidates: lost };
    }),
  );
}

/** The number followed together with the others of its record: when all that were joined are listed, they are the whole. */
function follow(
  history: PlaceHistory,
  together: readonly PlaceId[],
  { number, date }: { readonly number: string; readonly date: LocalDate },
) {
  const day = epochDayOfDate(date);
  if (!history.municipalities.has(number)) return { places: [], lost: [], unknown: true };
  const span = { from: epochDayOfDate(listBegins), to: day + 1 };
  const known = together.filter((place) => history.municipalities.has(place));
  const alone = history.carry([number], span);
  const all = new Set(
    history
      .carry(known, span)
      .spans.filter(({ to }) => to > day)
      .map(({ place }) => place),
  );
  const own = alone.spans.filter(({ to }) => to > day).map(({ place }) => place);
  const places = [...new Set(own.map((place) => (all.has(place) ? place : place.slice(0, 4))))];
  return { places, lost: alone.lost.flatMap(({ candidates }) => candidates), unknown: false };
}

interface Context extends HelsenorgeTerms {
  readonly history: PlaceHistory;
}

function arrangementOf(record: HelsenorgeRecord, findings: readonly Finding[], { history, valid, known }: Context): Arrangement {
  const followed = record.places.map((number) => ({ number, ...follow(history, record.places, { number, date: valid.from }) }));
  const notCarried = followed.filter(({ places }) => places.length === 0).map(({ number }) => number);
  const { id, name, phones, windows, comment, web } = record;
  return {
    id,
    name,
    kind: 'duty',
    places: [...new Set(followed.flatMap(({ number, places }) => (places.length === 0 ? [number] : places)))],
    district: undefined,
    operator: undefined,
    legalForm: undefined,
    host: undefined,
    partners: [],
    clinics: (record.position ?? record.address) ? [id] : [],
    callCentre: undefined,
    phones,
    opening: {
      pattern: windows.length === 0 ? { kind: 'unknown' } : { kind: 'weekly', windows: distinct(windows) },
      // The list says nothing of holidays but in comments.
      holidays: 'asWeekday',
      exceptions: [],
    },
    comment,
    web,
    notes: [...findings.filter(isToResolve).map(noteOf), ...notCarried.map((number) => ({ code: 'place-not-carried', text: number }))],
    valid,
    known,
    source: `helsenorge-2013, post ${record.record}`,
  };
}

/** What a person must read: exceptions in words, and what is wrong. Readings without doubt are only in the report of the import. */
function isToResolve({ code }: Finding): boolean {
  return findingKinds[code] !== 'note';
}

function noteOf({ code, field, value }: Finding): Note {
  return { code, text: value ?? field ?? code };
}

/** As written, unless windows overlap: then united, since the same hour twice is one hour. */
function distinct(windows: readonly WeeklyWindow[]): readonly WeeklyWindow[] {
  const once = [...new Map(windows.map((window) => [`${window.from}-${window.to}`, window])).values()];
  const clash = once.some((a, i) => once.some((b, j) => j < i && wrap(a).some((x) => wrap(b).some((y) => overlaps(x, y)))));
  return clash ? openMinutes(once) : once;
}

function clinicOf(record: HelsenorgeRecord, { valid, known }: HelsenorgeTerms): Clinic {
  return {
    id: record.id,
    name: record.name,
    kind: 'main',
    district: undefined,
    place: undefined,
    premises: undefined,
    coLocations: [],
    equipment: [],
    phone: record.phones[0],
    address: record.address,
    position: record.position,
    opening: undefined,
    onlyFor: [],
    valid,
    known,
    source: `helsenorge-2013, post ${record.record}`,
  };
}

function partsOf(arrangements: readonly Arrangement[], { geography, valid, known }: HelsenorgeTerms): RegisterData['parts'] {
  const names = new Map(geography.municipalities.map(({ number, name }) => [number, name]));
  const parts = new Set(arrangements.flatMap(({ places }) => places.filter((place) => place.length > 4)));
  return [...parts].toSorted().map((id) => ({
    id,
    name: `${id.slice(5)} (del av ${names.get(id.slice(0, 4)) ?? id.slice(0, 4)})`,
    valid,
    known,
    source: 'endringstabellen for kommunenumre',
  }));
}
