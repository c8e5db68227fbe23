import { epochDayOfDate, type Instant, type LocalDate } from '../../kernel/index.ts';
import type { PlaceId } from '../place.ts';
import { spanOf } from './carry.ts';
import { type RegisterTable, registerTables } from './check.ts';
import type { Register, RegisterView } from './compile.ts';
import type { Arrangement } from './model.ts';
import type { MemberOn } from './questions.ts';
import { isPlaceOn, periodOn } from './served-by.ts';
import type { Versioned } from './versions.ts';

/** The rows of a table that hold on the day. */
export function rowsOn<T extends Versioned>(rows: readonly T[], date: LocalDate): readonly T[] {
  return rows.filter(({ valid }) => valid.from <= date && (valid.to === undefined || date < valid.to));
}

export interface AskedOf {
  readonly date: LocalDate;
  readonly asKnownAt?: Instant | undefined;
}

/** The places of a district on a day, by the numbers of that day. Undefined: no such district then. */
export function membersOf(register: Register, district: string, { date, asKnownAt }: AskedOf): readonly MemberOn[] | undefined {
  const view = register.asKnownAt(asKnownAt);
  const row = rowsOn(view.data.districts, date).find(({ id }) => id === district);
  if (!row) return undefined;
  const day = epochDayOfDate(date);
  const spans = row.members.filter((member) => spanOf(member.from, member.to).from <= day && day < spanOf(member.from, member.to).to);
  return spans.flatMap((member) =>
    view.history
      .carry([member.place], spanOf(member.from, member.to))
      .spans.filter(({ from, to }) => from <= day && day < to)
      .map(({ place }) => ({ place, since: member.from })),
  );
}

export interface RowChange {
  readonly table: RegisterTable;
  readonly id: string;
  readonly name: string;
  readonly change: 'added' | 'ended' | 'changed';
  /** What of the row is otherwise; empty unless changed. */
  readonly fields: readonly string[];
}

export interface PlaceChange {
  readonly place: PlaceId;
  /** Arrangements in force, most specific first; undefined: the place was, or is, none on that day. */
  readonly before: readonly Arrangement[] | undefined;
  readonly after: readonly Arrangement[] | undefined;
}

export interface RegisterChanges {
  readonly rows: readonly RowChange[];
  readonly places: readonly PlaceChange[];
}

export interface Compared {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly asKnownAt?: Instant | undefined;
}

/** What is otherwise on the second day than on the first: rows that came, went or changed, and places that are met otherwise. */
export function whatChanged(register: Register, { from, to, asKnownAt }: Compared): RegisterChanges {
  const view = register.asKnownAt(asKnownAt);
  return {
    rows: registerTables.flatMap((table) => rowChanges(table, view.data[table], { from, to })),
    places: placeChanges(view, epochDayOfDate(from), epochDayOfDate(to)),
  };
}

type Named = Versioned & { readonly name: string };

function rowChanges(table: RegisterTable, rows: readonly Named[], { from, to }: Compared): readonly RowChange[] {
  const before = new Map(rowsOn(rows, from).map((row) => [row.id, row]));
  const after = new Map(rowsOn(rows, to).map((row) => [row.id, row]));
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return ids.flatMap((id): readonly RowChange[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (!was || !is) return [{ table, id, name: (is ?? was)?.name ?? id, change: was ? 'ended' : 'added', fields: [] }];
    const fields = changedFields(was, is);
    return fields.length === 0 ? [] : [{ table, id, name: is.name, change: 'changed', fields }];
  });
}

/** Dates and source tell of the row, not of the world. */
const ofTheRow = new Set(['valid', 'known', 'source']);

function changedFields(was: Named, is: Named): readonly string[] {
  if (was === is) return [];
  const values = (row: Named) => new Map(Object.entries(row));
  const [a, b] = [values(was), values(is)];
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (key) => !ofTheRow.has(key) && JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key)),
  );
}

function placeChanges(view: RegisterView, from: number, to: number): readonly PlaceChange[] {
  const rows = [...view.history.municipalities.values()].flat();
  const places = new Set([
    ...rows.filter(({ span }) => span.to > Math.min(from, to)).map(({ number }) => number),
    ...view.timelines.keys(),
  ]);
  return [...places].toSorted().flatMap((place) => {
    const [before, after] = [arrangementsOn(view, place, from), arrangementsOn(view, place, to)];
    const same = before?.length === after?.length && (before ?? []).every((row, i) => row === after?.[i]);
    return same ? [] : [{ place, before, after }];
  });
}

/** By the number as it is: a place whose number is not in use on the day is none. */
function arrangementsOn(view: RegisterView, place: PlaceId, day: number): readonly Arrangement[] | undefined {
  if (!view.history.isInUse(place.slice(0, 4), day) || !isPlaceOn(view, place, day)) return undefined;
  return periodOn(view, place, day)?.terms.arrangements ?? [];
}
