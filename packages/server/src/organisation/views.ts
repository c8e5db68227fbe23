import {
  type FindingRow,
  findingText,
  gapText,
  ownGpText,
  type PlaceRow,
  type ServedByAnswer,
  type UnitRow,
} from '@vakthavende/contract/organisation';
import type { Instant } from '@vakthavende/core/kernel';
import {
  type Arrangement,
  type CallCentre,
  type Clinic,
  clinicKinds,
  type FindingCode,
  findingKinds,
  type Place,
  type PlaceId,
  type Register,
  servedBy,
} from '@vakthavende/core/organisation';
import type { z } from 'zod';
import type { Pool } from '../platform/database.ts';

const mostPlaces = 20;

/**
 * Where a text begins the number, the name, or a word of the name; numbers first, then names in Norwegian order. A municipality that is no
 * more is found by its number, or where no other has its name.
 */
export function placesLike(register: Register, text: string): { readonly rows: PlaceRow[]; readonly more: boolean } {
  const wanted = text.toLocaleLowerCase('nb');
  const matching = register.places.filter(
    ({ id, name }) => id.startsWith(wanted) || words(name).some((_, i, all) => all.slice(i).join(' ').startsWith(wanted)),
  );
  const current = matching.filter(({ municipality }) => isCurrent(register, municipality));
  const found = current.length > 0 && !/^\d/.test(wanted) ? current : matching;
  const ranked = found.toSorted((a, b) => rank(a, wanted) - rank(b, wanted) || (a.name ?? a.id).localeCompare(b.name ?? b.id, 'nb'));
  return { rows: ranked.slice(0, mostPlaces).map((place) => placeRow(register, place)), more: ranked.length > mostPlaces };
}

export function isCurrent(register: Register, number: string): boolean {
  return register.now.history.municipalities.get(number)?.some(({ validTo }) => validTo === undefined) ?? false;
}

function words(name: string | undefined): readonly string[] {
  return name === undefined ? [] : name.toLocaleLowerCase('nb').split(/[\s()]+/);
}

function rank({ id, name }: Place, wanted: string): number {
  if (id.startsWith(wanted)) return 0;
  return name?.toLocaleLowerCase('nb').startsWith(wanted) ? 1 : 2;
}

function placeRow(register: Register, place: Place): PlaceRow {
  const { id, municipality, part, name } = place;
  const listed = register.now.timelines.has(id) || register.now.timelines.has(municipality);
  return { id, municipality, listed, ...(part === undefined ? {} : { part }), ...(name === undefined ? {} : { name }) };
}

export function servedByAnswer(register: Register, place: PlaceId, at: Instant, asKnownAt?: Instant): z.input<typeof ServedByAnswer> {
  const answer = servedBy(register, place, at, asKnownAt);
  const known = register.placeById.get(place);
  const common = {
    list: register.list,
    place: known && placeRow(register, known),
    at,
    callCentre: answer.callCentre && centreRow(answer.callCentre),
    openClinics: answer.openClinics.map(clinicRow),
  };
  if (answer.kind === 'served') return { ...common, kind: 'served', services: answer.services.map(serviceRow), overlap: answer.overlap };
  if (answer.kind === 'ownGp') return { ...common, kind: 'ownGp', services: answer.services.map(serviceRow), text: ownGpText };
  const { reason } = answer;
  const told = 'services' in reason ? { ...reason, services: reason.services.map(serviceRow) } : reason;
  return { ...common, kind: 'gap', reason: told, text: gapText(reason) };
}

function serviceRow({ id, name, phones, comment }: Arrangement) {
  return { id, name, phones: [...phones], comment };
}

function centreRow({ id, name, localNumber, overflowPartner, emc }: CallCentre) {
  return { id, name, localNumber, overflowPartner, emc };
}

function clinicRow({ id, name, kind, premises, phone, address, position }: Clinic) {
  return { id, name, kind, premises, phone, address, position };
}

export function unitRows(register: Register): UnitRow[] {
  const centreOf = new Map(register.arrangements.flatMap(({ clinics, callCentre }) => clinics.map((clinic) => [clinic, callCentre])));
  return [
    ...register.callCentres.map(({ id, name, localNumber }) => ({
      id,
      name,
      kind: 'callCentre' as const,
      phones: ['116117', ...(localNumber === undefined ? [] : [localNumber])],
      callCentre: id,
    })),
    ...register.emcs.map(({ id, name }) => ({ id, name, kind: 'emc' as const, phones: ['113'] })),
    ...register.clinics.toSorted(mainFirst).map(({ id, name, kind, phone }) => ({
      id,
      name,
      kind,
      phones: phone === undefined ? [] : [phone],
      callCentre: centreOf.get(id),
    })),
  ];
}

const mainFirst = (a: Clinic, b: Clinic) => clinicKinds.indexOf(a.kind) - clinicKinds.indexOf(b.kind);

export interface FindingsView {
  readonly records: number;
  readonly importedAt: number | undefined;
  readonly counts: { code: string; count: number }[];
  readonly rows: FindingRow[];
}

/** What the batch in force found. Its texts are made now, so that they follow the language of the page. */
export async function findingsOf(pool: Pool, list: string): Promise<FindingsView> {
  const { rows: batches } = await pool.query<{ id: number; records: number; activated_at: Date }>(
    'select b.id, b.records, b.activated_at from organisation.list l join organisation.batch b on b.id = l.current_batch where l.id = $1',
    [list],
  );
  const batch = batches[0];
  if (!batch) return { records: 0, importedAt: undefined, counts: [], rows: [] };
  const { rows } = await pool.query<FindingColumns>(
    `select f.code, f.record, f.place, f.field, f.value, f.minutes, f.records, s.id as service, s.name as service_name
     from organisation.finding f left join (
       select e.id, a.name, substring(e.source from 'post ([0-9]+)$')::integer as record
       from register.entry e join register.arrangement a on a.entry = e.entry where e.list = $2 and e.known_to is null) s on s.record = f.record
     where f.batch = $1 order by f.position`,
    [batch.id, list],
  );
  const counts = [...Map.groupBy(rows, ({ code }) => code)].map(([code, same]) => ({ code, count: same.length }));
  return {
    records: batch.records,
    importedAt: batch.activated_at.getTime(),
    counts: counts.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    rows: rows.map(findingRow),
  };
}

interface FindingColumns {
  /** Written by the import from the same table of codes. */
  readonly code: FindingCode;
  readonly record: number | null;
  readonly place: string | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly minutes: number | null;
  readonly records: number[];
  readonly service: string | null;
  readonly service_name: string | null;
}

function findingRow(row: FindingColumns): FindingRow {
  return {
    code: row.code,
    kind: findingKinds[row.code],
    text: findingText(row.code),
    record: row.record ?? undefined,
    service: row.service === null ? undefined : { id: row.service, name: row.service_name ?? row.service },
    place: row.place ?? undefined,
    field: row.field ?? undefined,
    value: row.value ?? undefined,
    minutes: row.minutes ?? undefined,
    records: row.records,
  };
}
