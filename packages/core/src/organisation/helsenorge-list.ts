import { localDate } from '../kernel/index.ts';
import { type Finding, found } from './helsenorge-finding.ts';
import type { HelsenorgeRecord } from './helsenorge-record.ts';
import type { PlaceId } from './place.ts';
import type { Register } from './register/compile.ts';
import type { Arrangement } from './register/model.ts';
import { indexRegister } from './register/snapshot.ts';
import { weekCoverage } from './register/week-coverage.ts';

/** What no single record shows: names that differ by case only, and the weeks of the municipalities. */
export function listFindings(records: readonly HelsenorgeRecord[]): readonly Finding[] {
  const register = registerOf(records);
  const recordOf = new Map(records.map((record) => [record.id, record.record]));
  const places = [...register.now.timelines.keys()].toSorted();
  return [...duplicateNames(records), ...places.flatMap((place) => weekFindings(register, place, recordOf))];
}

function duplicateNames(records: readonly HelsenorgeRecord[]): readonly Finding[] {
  const byName = Map.groupBy(records, ({ name }) => name.toLocaleLowerCase('nb'));
  return [...byName.values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map((one) => ({
        ...found('name-duplicate', one.record, 'HealthServiceDisplayName', one.name),
        records: same.filter((other) => other !== one).map((other) => other.record),
      })),
    );
}

function weekFindings(register: Register, place: PlaceId, recordOf: ReadonlyMap<string, number>): readonly Finding[] {
  const { gapMinutes, overlapMinutes, overlaps } = weekCoverage(register.now, place, localDate('2013-01-01'));
  const listed = register.data.arrangements.filter(({ places }) => places.includes(place));
  const recordsOf = (services: readonly Arrangement[]) =>
    [...new Set(services.map(({ id }) => recordOf.get(id) ?? 0))].toSorted((a, b) => a - b);
  const about = { record: undefined, place, field: undefined, value: undefined };
  return [
    ...(gapMinutes > 0 ? [{ ...about, code: 'week-gap' as const, minutes: gapMinutes, records: recordsOf(listed) }] : []),
    ...(overlapMinutes > 0
      ? [{ ...about, code: 'week-overlap' as const, minutes: overlapMinutes, records: recordsOf(overlaps.flatMap((o) => o.services)) }]
      : []),
  ];
}

function registerOf(records: readonly HelsenorgeRecord[]): Register {
  const services = records.map(({ id, name, phones, places, windows, comment }) => ({
    id,
    name,
    phones,
    places,
    windows,
    callCentre: undefined,
    comment,
  }));
  return indexRegister({ list: 'helsenorge-2013', services, callCentres: [], emcs: [], clinics: [], places: [] });
}
