import type { RegisterKind } from '@vakthavende/contract/organisation';
import type { LocalDate } from '@vakthavende/core/kernel';
import { type Arrangement, type Clinic, municipalitiesOn, type Register, type Versioned } from '@vakthavende/core/organisation';
import { openingText, placeNameOn, registerWords } from '../../../organisation/index.ts';

export type ThingKind = RegisterKind | 'municipalities';
export const searchKinds = [
  'districts',
  'arrangements',
  'clinics',
  'callCentres',
  'municipalities',
  'vehicles',
  'emcs',
] as const satisfies readonly ThingKind[];

/** Something that can be found by its name, or by the names of the places that it is for. */
export interface Thing {
  readonly kind: ThingKind;
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly places: number | undefined;
  /** Whether it holds on the day, did before, or will. */
  readonly when: 'now' | 'ended' | 'future';
  /** Lower case, all that it is found by. */
  readonly words: string;
}

/** Everything of the register as it stands around a day: of each thing, the row that holds, else the nearest. */
export function thingsOf(register: Register, date: LocalDate): readonly Thing[] {
  const { data } = register.now;
  const nameOf = (place: string) => placeNameOn(register, place, date);
  const rowsOfKind = <T extends Versioned & { readonly name: string }>(kind: RegisterKind, rows: readonly T[], tell: (row: T) => Told) =>
    currentRows(rows, date).map((row) => thing(kind, row, { date, nameOf, ...tell(row) }));
  return [
    ...rowsOfKind('districts', data.districts, (row) => ({
      detail: row.legalForm ? registerWords.legalForms[row.legalForm] : '',
      places: row.members.filter(({ from, to }) => from <= date && (to === undefined || date < to)).map(({ place }) => place),
    })),
    ...rowsOfKind('arrangements', data.arrangements, (row) => ({ detail: hoursOf(row), places: row.places })),
    ...rowsOfKind('clinics', data.clinics, (row) => ({ detail: clinicDetail(row), places: row.place === undefined ? [] : [row.place] })),
    ...rowsOfKind('callCentres', data.callCentres, (row) => ({
      detail: row.localNumber ?? '',
      places: row.routing.map(({ place }) => place),
    })),
    ...rowsOfKind('vehicles', data.vehicles, () => ({ detail: '', places: [] })),
    ...rowsOfKind('emcs', data.emcs, () => ({ detail: '', places: [] })),
    ...municipalitiesOn(register.now, date).map((number): Thing => {
      const name = nameOf(number);
      return {
        kind: 'municipalities',
        id: number,
        name,
        detail: number,
        places: undefined,
        when: 'now',
        words: `${name} ${number}`.toLocaleLowerCase('nb'),
      };
    }),
  ];
}

interface Told {
  readonly detail: string;
  readonly places: readonly string[];
}

function thing(
  kind: RegisterKind,
  row: Versioned & { readonly name: string },
  { date, nameOf, detail, places }: Told & { readonly date: LocalDate; readonly nameOf: (place: string) => string },
): Thing {
  const when = row.valid.from > date ? 'future' : row.valid.to !== undefined && row.valid.to <= date ? 'ended' : 'now';
  const words = [row.name, row.id, ...places, ...places.map(nameOf)].join(' ').toLocaleLowerCase('nb');
  return { kind, id: row.id, name: row.name, detail, places: places.length, when, words };
}

/** One row an id: the one that holds on the day, else the last one before it, else the next. */
export function currentRows<T extends Versioned>(rows: readonly T[], date: LocalDate): readonly T[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) => currentRow(same, date) ?? []);
}

export function currentRow<T extends Versioned>(rows: readonly T[], date: LocalDate): T | undefined {
  const sorted = rows.toSorted((a, b) => (a.valid.from < b.valid.from ? -1 : 1));
  return sorted.findLast(({ valid }) => valid.from <= date) ?? sorted[0];
}

function hoursOf({ opening }: Arrangement): string {
  return openingText(opening).join(' / ');
}

function clinicDetail({ kind, address }: Clinic): string {
  return [registerWords.clinicKinds[kind], address].filter(Boolean).join(' · ');
}

/** Those that hold every word written, anywhere; those whose name begins with the text first. */
export function thingsLike(things: readonly Thing[], text: string): readonly Thing[] {
  const wanted = text.toLocaleLowerCase('nb').trim();
  const words = wanted.split(/\s+/).filter(Boolean);
  const hits = things.filter((each) => words.every((word) => each.words.includes(word)));
  if (wanted === '') return hits;
  const rank = (each: Thing) => (each.words.startsWith(wanted) ? 0 : each.name.toLocaleLowerCase('nb').includes(wanted) ? 1 : 2);
  return hits.toSorted((a, b) => rank(a) - rank(b));
}
