import type { Place } from '../place.ts';
import type { Geography, HolidayRule, Opening, RegisterData } from './model.ts';
import type { Service, SnapshotClinic, SnapshotTerms } from './snapshot.ts';
import { type RegisterSnapshot, registerOfSnapshot } from './snapshot.ts';

type Sourced<T> = T & { readonly source: string };

/** `reference/demo-area/*.json` after parsing: an ordinary week with a source for each row. */
export interface DemoArea {
  readonly list: string;
  readonly parts: readonly Sourced<Place>[];
  readonly emcs: readonly Sourced<RegisterSnapshot['emcs'][number]>[];
  readonly callCentres: readonly Sourced<RegisterSnapshot['callCentres'][number]>[];
  readonly services: readonly Sourced<Service>[];
  readonly clinics: readonly Sourced<SnapshotClinic>[];
}

export interface DemoTerms extends Omit<SnapshotTerms, 'source'> {
  readonly geography: Geography;
  /** The area's services have a doctor "samt helg og helligdager" (SSB 2023/6, 3.4): Sunday's hours. */
  readonly holidays: HolidayRule;
}

export function registerOfDemoArea(area: DemoArea, { geography, holidays, ...terms }: DemoTerms): RegisterData {
  const data = registerOfSnapshot({ ...area, places: area.parts }, { ...terms, source: area.list });
  const onHolidays = (opening: Opening): Opening => ({ ...opening, holidays });
  return {
    ...data,
    ...geography,
    parts: withSources(data.parts, area.parts),
    emcs: withSources(data.emcs, area.emcs),
    callCentres: withSources(data.callCentres, area.callCentres),
    clinics: withSources(data.clinics, area.clinics),
    arrangements: withSources(data.arrangements, area.services).map((row) => ({ ...row, opening: onHolidays(row.opening) })),
  };
}

function withSources<T extends { readonly id: string; readonly source: string }>(
  rows: readonly T[],
  told: readonly { readonly id: string; readonly source: string }[],
): readonly T[] {
  const sources = new Map(told.map(({ id, source }) => [id, source]));
  return rows.map((row) => ({ ...row, source: sources.get(row.id) ?? row.source }));
}
