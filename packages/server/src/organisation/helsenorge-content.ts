import type { HelsenorgeList, HelsenorgeRecord, PlaceId } from '@vakthavende/core/organisation';
import type { ListContent } from './list-content.ts';

export const helsenorgeList = 'helsenorge-2013';
const source = 'helsenorge-2013';

/** The parsed list as rows of the register. It tells of services and their premises, not of call centres. */
export function helsenorgeContent(list: HelsenorgeList, file: { readonly name: string; readonly sha256: string }): ListContent {
  const places = [...new Set(list.records.flatMap((record) => record.places))].toSorted();
  return {
    sourceName: file.name,
    fileSha256: file.sha256,
    records: list.records.map(({ record, raw }) => ({ record, raw })),
    places: places.map(placeOf),
    emcs: [],
    callCentres: [],
    services: list.records.map((record) => ({
      id: record.id,
      name: record.name,
      phones: record.phones,
      places: record.places,
      windows: distinctWindows(record),
      callCentre: undefined,
      comment: record.comment,
      record: record.record,
      web: record.web,
      source: `${source}, post ${record.record}`,
    })),
    clinics: list.records.filter((record) => record.position ?? record.address).map(clinicOf),
    findings: list.findings,
  };
}

/** The list gives numbers only, of 2013. */
function placeOf(id: PlaceId) {
  return { id, municipality: id, part: undefined, name: undefined, source };
}

function distinctWindows(record: HelsenorgeRecord) {
  return [...new Map(record.windows.map((window) => [`${window.from}-${window.to}`, window])).values()];
}

function clinicOf(record: HelsenorgeRecord) {
  return {
    id: record.id,
    name: record.name,
    kind: 'main' as const,
    service: record.id,
    premises: undefined,
    phone: record.phones[0],
    address: record.address,
    position: record.position,
    windows: undefined,
    onlyFor: [],
    source: `${source}, post ${record.record}`,
  };
}
