import { instant, localDate } from '@vakthavende/core/kernel';
import { type HelsenorgeList, type HelsenorgeRecord, registerOfSnapshot } from '@vakthavende/core/organisation';
import type { ListContent } from './list-content.ts';

export const helsenorgeList = 'helsenorge-2013';

/** The parsed list as rows of the register. It tells of services and their premises, not of call centres; all else stays unknown. */
export function helsenorgeContent(list: HelsenorgeList, file: { readonly name: string; readonly sha256: string }): ListContent {
  const {
    list: _,
    municipalities: __,
    changes: ___,
    ...rows
  } = registerOfSnapshot(
    {
      list: helsenorgeList,
      callCentres: [],
      emcs: [],
      places: [],
      services: list.records.map((record) => ({ ...record, windows: distinctWindows(record), callCentre: undefined })),
      clinics: list.records.filter((record) => record.position ?? record.address).map(clinicOf),
    },
    { valid: { from: localDate('2013-01-01') }, known: { from: instant(0) }, source: helsenorgeList },
  );
  const records = new Map(list.records.map((record) => [record.id, record]));
  const source = (id: string) => `${helsenorgeList}, post ${records.get(id)?.record}`;
  return {
    sourceName: file.name,
    fileSha256: file.sha256,
    records: list.records.map(({ record, raw }) => ({ record, raw })),
    rows: {
      ...rows,
      clinics: rows.clinics.map((row) => ({ ...row, source: source(row.id) })),
      arrangements: rows.arrangements.map((row) => ({
        ...row,
        source: source(row.id),
        web: records.get(row.id)?.web,
        notes: notesOf(list, records.get(row.id)),
      })),
    },
    findings: list.findings,
  };
}

/** What the comment may hide, for a person to resolve: a rule cannot. */
function notesOf(list: HelsenorgeList, record: HelsenorgeRecord | undefined) {
  const { comment } = record ?? {};
  if (record === undefined || comment === undefined) return [];
  return list.findings
    .filter((finding) => finding.record === record.record && finding.code.startsWith('comment-'))
    .map(({ code, value }) => ({ code, text: value ?? comment }));
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
  };
}
