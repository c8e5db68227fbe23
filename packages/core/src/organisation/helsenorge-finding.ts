/** The keys of the published format, with their types; each may be null. */
export const recordKeys = {
  HealthServiceDisplayName: 'string',
  HealthServiceLatitude: 'number',
  HealthServiceLongitude: 'number',
  VisitAddressPostName: 'string',
  VisitAddressPostNr: 'string',
  VisitAddressStreet: 'string',
  HealthServiceWeb: 'string',
  OpeningHours: 'string',
  OpeningHoursComment: 'string',
  HealthServicePhone: 'string',
  AppliesToCountyCodes: 'string',
  AppliesToMunicipalityCodes: 'string',
} as const;

export type RecordFields = {
  readonly [Key in keyof typeof recordKeys]: ((typeof recordKeys)[Key] extends 'number' ? number : string) | null;
};

/**
 * What can be said of a record or of the list. `wrong`: the record cannot be right as it stands. `check`: a person must read it,
 * since a rule cannot. `note`: read without doubt, but not as written.
 */
export const findingKinds = {
  'key-missing': 'wrong',
  'key-unknown': 'check',
  'wrong-type': 'wrong',
  'text-markup': 'note',
  'name-missing': 'wrong',
  'name-duplicate': 'check',
  'position-missing': 'wrong',
  'position-wrong': 'wrong',
  'hours-missing': 'wrong',
  'hours-unreadable': 'wrong',
  'hours-wrap': 'note',
  'hours-over-a-week': 'check',
  'hours-overlap': 'check',
  'hours-short': 'check',
  'hours-odd-minute': 'check',
  'phone-missing': 'wrong',
  'phone-wrong': 'wrong',
  'phone-spaced': 'note',
  'phone-leading-zero': 'note',
  'phone-several': 'note',
  'phone-five-digits': 'note',
  'phone-116117': 'note',
  'municipalities-missing': 'wrong',
  'municipality-wrong': 'wrong',
  'municipality-twice': 'note',
  'counties-missing': 'wrong',
  'county-mismatch': 'check',
  'comment-phone-always': 'check',
  'comment-other-phone': 'check',
  'comment-phone-wrong': 'wrong',
  'comment-gp-daytime': 'check',
  'comment-outside-hours': 'check',
  'comment-hours': 'check',
  'comment-season-or-holiday': 'check',
  'comment-other-service': 'check',
  'comment-part-or-some-patients': 'check',
  'comment-no-fixed-premises': 'check',
  'comment-unreadable-character': 'note',
  'comment-other': 'check',
  'week-gap': 'check',
  'week-overlap': 'check',
} as const;
export type FindingCode = keyof typeof findingKinds;
export type FindingKind = (typeof findingKinds)[FindingCode];

export interface Finding {
  readonly code: FindingCode;
  /** From 1; undefined where the finding is about a municipality and not about one record. */
  readonly record: number | undefined;
  /** The municipality number, where the finding is about one. */
  readonly place: string | undefined;
  /** The key of the published format. */
  readonly field: string | undefined;
  /** As it stands in the record. */
  readonly value: string | undefined;
  /** Minutes of the week concerned, for gaps and overlaps. */
  readonly minutes: number | undefined;
  /** The other records concerned, from 1. */
  readonly records: readonly number[];
}

export function found(code: FindingCode, record: number, field: string, value?: string): Finding {
  return { code, record, place: undefined, field, value, minutes: undefined, records: [] };
}
