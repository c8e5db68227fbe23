import { commentFindings } from './helsenorge-comment.ts';
import { type Finding, found, type RecordFields, recordKeys } from './helsenorge-finding.ts';
import { parseOpeningHours } from './helsenorge-hours.ts';
import { parsePhones } from './helsenorge-phone.ts';
import { parsePlaces } from './helsenorge-places.ts';
import type { PlaceId } from './place.ts';
import type { Position } from './register.ts';
import type { WeeklyWindow } from './week.ts';

export type RawRecord = Readonly<Record<string, unknown>>;

/**
 * One record of the national list that Helsenorge published as open data (270 services in 2013): what could be read out of it, and
 * the record itself, so that nothing is lost.
 */
export interface HelsenorgeRecord {
  /** Position in the file, from 1. */
  readonly record: number;
  /** The same for the same name in every import of the list. */
  readonly id: string;
  readonly name: string;
  readonly phones: readonly string[];
  readonly places: readonly PlaceId[];
  readonly windows: readonly WeeklyWindow[];
  readonly position: Position | undefined;
  readonly address: string | undefined;
  readonly web: string | undefined;
  readonly comment: string | undefined;
  readonly raw: RawRecord;
}

/** `taken` counts the ids given so far in this file. */
export function readRecord(
  raw: RawRecord,
  record: number,
  taken: Map<string, number>,
): { readonly record: HelsenorgeRecord; readonly findings: readonly Finding[] } {
  const { fields, findings: shape } = readFields(raw, record);
  const phones = parsePhones(fields.HealthServicePhone, record);
  const hours = parseOpeningHours(fields.OpeningHours, record);
  const places = parsePlaces(fields, record);
  const position = readPosition(fields, record);
  const name = fields.HealthServiceDisplayName?.trim();
  const findings: readonly Finding[] = [
    ...shape,
    ...(name ? [] : [found('name-missing', record, 'HealthServiceDisplayName')]),
    ...position.findings,
    ...hours.findings,
    ...phones.findings,
    ...places.findings,
    ...commentFindings(fields.OpeningHoursComment, phones.numbers, record),
  ];
  const service: HelsenorgeRecord = {
    record,
    id: serviceId(name ?? '', taken),
    name: name || `Uten navn (post ${record})`,
    phones: phones.numbers,
    places: places.places,
    windows: hours.windows,
    position: position.position,
    address: addressOf(fields),
    web: fields.HealthServiceWeb ?? undefined,
    comment: fields.OpeningHoursComment ?? undefined,
    raw,
  };
  return { record: service, findings };
}

/** The known keys with the types that the list has; what is of another type is kept raw, told, and read as missing. */
function readFields(raw: RawRecord, record: number): { readonly fields: RecordFields; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const text: Record<string, string | null> = {};
  const number: Record<string, number | null> = {};
  for (const [key, type] of Object.entries(recordKeys)) {
    const value = raw[key];
    const right = typeof value === type ? value : null;
    if (value === undefined) findings.push(found('key-missing', record, key));
    else if (value !== null && right === null) findings.push(found('wrong-type', record, key, JSON.stringify(value)));
    if (typeof right === 'string' && /&[a-z]+;|\n/.test(right) && key !== 'OpeningHoursComment')
      findings.push(found('text-markup', record, key, right));
    if (type === 'number') number[key] = right as number | null;
    else text[key] = right as string | null;
  }
  for (const key of Object.keys(raw)) {
    if (!(key in recordKeys)) findings.push(found('key-unknown', record, key, JSON.stringify(raw[key])));
  }
  // Filled above from every key of recordKeys, each with its type.
  return { fields: { ...text, ...number } as unknown as RecordFields, findings };
}

/** Norway with Svalbard and Jan Mayen. */
const norway = { south: 57, north: 82, west: -10, east: 35 };

function readPosition(fields: RecordFields, record: number): { position: Position | undefined; findings: readonly Finding[] } {
  const { HealthServiceLatitude: latitude, HealthServiceLongitude: longitude } = fields;
  if (latitude === null && longitude === null) {
    return { position: undefined, findings: [found('position-missing', record, 'HealthServiceLatitude')] };
  }
  const inside =
    latitude !== null &&
    longitude !== null &&
    latitude > norway.south &&
    latitude < norway.north &&
    longitude > norway.west &&
    longitude < norway.east;
  if (inside) return { position: { latitude, longitude }, findings: [] };
  return { position: undefined, findings: [found('position-wrong', record, 'HealthServiceLatitude', `${latitude}, ${longitude}`)] };
}

function addressOf(fields: RecordFields): string | undefined {
  const clean = (text: string | null) => (text ?? '').replaceAll('&nbsp;', ' ').replace(/\s+/g, ' ').trim();
  const town = [clean(fields.VisitAddressPostNr), clean(fields.VisitAddressPostName)].filter((part) => part !== '').join(' ');
  const address = [clean(fields.VisitAddressStreet), town].filter((part) => part !== '').join(', ');
  return address === '' ? undefined : address;
}

const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' };

/** `hn-hammerfest-legevakt`; names that differ by case only get `-2` in the order of the file. */
function serviceId(name: string, taken: Map<string, number>): string {
  const plain = name.toLowerCase().replace(/[æøå]/g, (letter) => letters[letter] ?? letter);
  const words = plain.normalize('NFD').replace(/\p{M}/gu, '');
  const slug = `hn-${words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'uten-navn'}`;
  const count = (taken.get(slug) ?? 0) + 1;
  taken.set(slug, count);
  return count === 1 ? slug : `${slug}-${count}`;
}
