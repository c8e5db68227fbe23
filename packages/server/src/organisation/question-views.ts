import { setImmediate as turn } from 'node:timers/promises';
import {
  type ChangeRow,
  coverageTexts,
  type DistrictRow,
  type FormRow,
  type MapRow,
  type MunicipalityRow,
  type PlaceSpan,
  type PlaceWeekRow,
  type RegisterFindingRow,
  registerProblemText,
} from '@vakthavende/contract/organisation';
import { addDays, type Instant, type Interval, type LocalDate, osloDay } from '@vakthavende/core/kernel';
import {
  allPlaces,
  checkRegister,
  coverage,
  type District,
  formsOn,
  type Geography,
  membersOf,
  municipalityOf,
  type PlaceCoverage,
  type PlaceId,
  type Register,
  type RegisterProblem,
  rowsOn,
  type ServedBy,
  servedBy,
  servedSpans,
  severityOf,
  weekCoverage,
  whatChanged,
} from '@vakthavende/core/organisation';
import type { z } from 'zod';
import { mondayOf, placeName, placeNamed } from './place-names.ts';

/** When to ask of, as the register knew it when. */
export interface On {
  readonly on: LocalDate;
  readonly asKnownAt: Instant | undefined;
}

const minute = 60_000;

export function mapRows(register: Register, at: Instant, asKnownAt: Instant | undefined): z.input<typeof MapRow>[] {
  const span = { from: at, to: (at + minute) as Instant };
  return allPlaces(register.asKnownAt(asKnownAt), span).map((place) => {
    const answer = servedBy(register, place, at, asKnownAt);
    const first = answer.kind === 'gap' ? undefined : answer.services[0];
    return {
      place,
      name: placeName(register, place),
      kind: kindOf(answer),
      overlap: answer.kind === 'served' && answer.overlap,
      arrangement: first?.id,
      arrangementName: first?.name,
      district: first?.district,
      callCentre: answer.callCentre?.id,
      clinics: answer.openClinics.map(({ id }) => id),
    };
  });
}

/** A gap of which no hours are known is a lack of knowledge. */
export function kindOf(answer: ServedBy): 'served' | 'ownGp' | 'gap' | 'unknown' {
  if (answer.kind !== 'gap') return answer.kind;
  return answer.reason.code === 'none-open' ? 'gap' : 'unknown';
}

export interface CoverageView {
  readonly gaps: z.input<typeof PlaceSpan>[];
  readonly overlaps: z.input<typeof PlaceSpan>[];
  readonly more: boolean;
  readonly places: { place: string; name: string | undefined; gapMinutes: number; overlapMinutes: number; hoursUnknown: boolean }[];
}

/** Places asked at a time between two turns of the event loop: whoever asks for all of Norway's year does not keep calls waiting. */
const placesATurn = 10;

export async function coverageView(
  register: Register,
  places: PlaceId | 'all',
  asked: Interval<Instant> & { readonly asKnownAt: Instant | undefined; readonly limit: number },
): Promise<CoverageView> {
  const all = places === 'all' ? allPlaces(register.asKnownAt(asked.asKnownAt), asked) : [places];
  const found: PlaceCoverage[] = [];
  for (let i = 0; i < all.length; i += placesATurn) {
    found.push(...coverage(register, all.slice(i, i + placesATurn), asked));
    await turn();
  }
  const gaps = found.flatMap(({ place, gaps: spans }) => spans.map((span) => ({ ...placeSpan(register, place, span), services: [] })));
  const overlaps = found.flatMap(({ place, overlaps: spans }) =>
    spans.map((span) => ({ ...placeSpan(register, place, span), services: span.services.map(({ id, name }) => ({ id, name })) })),
  );
  return {
    gaps: gaps.slice(0, asked.limit),
    overlaps: overlaps.slice(0, asked.limit),
    more: gaps.length > asked.limit || overlaps.length > asked.limit,
    places: found.map(({ place, hoursUnknown, ...spans }) => ({
      place,
      name: placeName(register, place),
      gapMinutes: minutesOf(spans.gaps),
      overlapMinutes: minutesOf(spans.overlaps),
      hoursUnknown,
    })),
  };
}

export function minutesOf(spans: readonly Interval<Instant>[]): number {
  return Math.round(spans.reduce((sum, { from, to }) => sum + to - from, 0) / minute);
}

function placeSpan(register: Register, place: PlaceId, { from, to }: Interval<Instant>) {
  return { place, name: placeName(register, place), from, to };
}

export function changeRows(
  register: Register,
  asked: { from: LocalDate; to: LocalDate; asKnownAt: Instant | undefined },
): z.input<typeof ChangeRow>[] {
  return whatChanged(register, asked).rows.map(({ table, id, name, change, fields }) => ({
    kind: table,
    id,
    name,
    change,
    fields: [...fields],
  }));
}

export function districtRows(register: Register, { on, asKnownAt }: On, text: string): z.input<typeof DistrictRow>[] {
  const { data } = register.asKnownAt(asKnownAt);
  const wanted = text.toLocaleLowerCase('nb');
  const clinics = rowsOn(data.clinics, on);
  const arrangements = rowsOn(data.arrangements, on);
  const rows = rowsOn(data.districts, on).map((district) => {
    const members = membersOf(register, district.id, { date: on, asKnownAt }) ?? [];
    const own = clinics.filter((clinic) => clinic.district === district.id);
    const words = [district.name, ...members.map(({ place }) => placeName(register, place) ?? place), ...own.map(({ name }) => name)];
    const weeks = members.map(({ place }) => weekCoverage(register.asKnownAt(asKnownAt), place, on));
    const centres = arrangements.flatMap(({ district: of, callCentre }) =>
      of === district.id && callCentre !== undefined ? [callCentre] : [],
    );
    return {
      words,
      row: {
        ...{ id: district.id, name: district.name, legalForm: district.legalForm, members: members.length, clinics: own.length },
        callCentres: [...new Set(centres)],
        gapMinutes: weeks.reduce((sum, week) => sum + week.gapMinutes, 0),
        overlapMinutes: weeks.reduce((sum, week) => sum + week.overlapMinutes, 0),
      },
    };
  });
  return rows
    .filter(({ words }) => wanted === '' || words.some((word) => word.toLocaleLowerCase('nb').includes(wanted)))
    .map(({ row }) => row)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nb'));
}

export function districtOn(register: Register, id: string, { on, asKnownAt }: On): District | undefined {
  return rowsOn(register.asKnownAt(asKnownAt).data.districts, on).find((district) => district.id === id);
}

export function districtParts(register: Register, id: string, when: On) {
  const { data } = register.asKnownAt(when.asKnownAt);
  const members = membersOf(register, id, { date: when.on, asKnownAt: when.asKnownAt }) ?? [];
  const arrangements = rowsOn(data.arrangements, when.on).filter(({ district }) => district === id);
  const used = new Set(arrangements.flatMap(({ clinics }) => clinics));
  return {
    members: members.map(({ place, since }) => ({ place, name: placeName(register, place), since })),
    clinics: rowsOn(data.clinics, when.on).filter((clinic) => clinic.district === id || used.has(clinic.id)),
    vehicles: rowsOn(data.vehicles, when.on).filter(({ district }) => district === id),
    arrangements,
    week: [...new Set([...members.map(({ place }) => place), ...arrangements.flatMap(({ places }) => places)])].map((place) =>
      placeWeek(register, place, when),
    ),
  };
}

/** Seven days on the clock in Norway: 167, 168 or 169 hours. */
export function placeWeek(register: Register, place: PlaceId, { on, asKnownAt }: On): z.input<typeof PlaceWeekRow> {
  const monday = mondayOf(on);
  const span = { from: osloDay(monday).from, to: osloDay(addDays(monday, 7)).from, asKnownAt };
  const spans = servedSpans(register, place, span).map(({ from, to, answer }) => ({
    ...{ from, to, kind: kindOf(answer), overlap: answer.kind === 'served' && answer.overlap },
    services: answer.kind === 'gap' ? [] : answer.services.map(({ id, name }) => ({ id, name })),
    clinics: answer.openClinics.map(({ id }) => id),
  }));
  return { place, name: placeName(register, place), spans };
}

export function formRows(register: Register, { on, asKnownAt }: On): z.input<typeof FormRow>[] {
  return formsOn(register.asKnownAt(asKnownAt), on).map(({ number, forms, subForms, unknown }) => ({
    number,
    name: register.placeById.get(number)?.name ?? number,
    forms: [...forms],
    subForms: [...subForms],
    combination: forms.length > 1,
    unknown: unknown.length > 0,
  }));
}

export function municipalityRows({ municipalities }: Geography, on: LocalDate): z.input<typeof MunicipalityRow>[] {
  return municipalities
    .filter(({ validFrom, validTo }) => (validFrom === undefined || validFrom <= on) && (validTo === undefined || on < validTo))
    .map((row) => ({
      ...{ number: row.number, name: row.name, validFrom: row.validFrom, validTo: row.validTo, county: row.county, position: row.position },
      inhabitants: (row.populations.findLast(({ date }) => date <= on) ?? row.populations[0])?.inhabitants,
      centrality: row.centralities.at(-1)?.class,
    }))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
}

/** What a national editor works through: what is wrong in the rows, then what the ordinary week of each place leaves open. */
export function registerFindings(register: Register, on: LocalDate): z.input<typeof RegisterFindingRow>[] {
  const view = register.now;
  return [
    ...checkRegister(view.data).map((problem) => problemRow(register, problem)),
    ...allPlaces(view, osloDay(on)).flatMap((place) => weekFindings(register, place, on)),
  ];
}

function problemRow(register: Register, { code, table, id, field, value, ...rest }: RegisterProblem): z.input<typeof RegisterFindingRow> {
  const row = register.now.data[table][rest.row];
  return {
    code,
    kind: code === 'note-to-resolve' ? 'note' : severityOf({ code }) === 'check' ? 'check' : 'wrong',
    text: registerProblemText(code) + (value === undefined ? '' : ` (${value})`),
    about: { kind: table, id, name: row?.name },
    field,
  };
}

function weekFindings(register: Register, place: PlaceId, on: LocalDate): readonly z.input<typeof RegisterFindingRow>[] {
  const { listed, gapMinutes, overlapMinutes } = weekCoverage(register.now, place, on);
  const about = (code: keyof typeof coverageTexts, minutes?: number) => ({
    ...{ code, kind: 'check' as const, text: coverageTexts[code], place: placeNamed(register, place) },
    ...(minutes === undefined ? {} : { minutes }),
  });
  if (!listed) return place === municipalityOf(place) ? [about('place-unlisted')] : [];
  return [
    ...(gapMinutes > 0 ? [about('place-gap', gapMinutes)] : []),
    ...(overlapMinutes > 0 ? [about('place-overlap', overlapMinutes)] : []),
  ];
}
