import type { Refusal } from '../kernel/index.ts';
import type { Finding } from './helsenorge-finding.ts';
import { listFindings } from './helsenorge-list.ts';
import { type HelsenorgeRecord, type RawRecord, readRecord } from './helsenorge-record.ts';

export interface HelsenorgeList {
  readonly records: readonly HelsenorgeRecord[];
  readonly findings: readonly Finding[];
}

/** Why a file is not taken in at all. Nothing of it is stored then. */
export interface ImportRefusal extends Refusal {
  readonly code:
    | 'import.too-large'
    | 'import.not-json'
    | 'import.not-a-list'
    | 'import.empty'
    | 'import.too-many-records'
    | 'import.not-a-record'
    | 'import.other-format'
    | 'import.unstorable-text';
  /** From 1, where one record is to blame. */
  readonly record?: number;
  readonly limit?: number;
}

export type ParsedList =
  | { readonly accepted: true; readonly list: HelsenorgeList }
  | { readonly accepted: false; readonly refusal: ImportRefusal };

/** The list of 2013 is 137 kB with 270 records; ten times the country is not this list. */
export const importLimits = { bytes: 10_000_000, records: 5_000 } as const;

export function parseHelsenorge(text: string): ParsedList {
  if (text.length > importLimits.bytes) return refused({ code: 'import.too-large', limit: importLimits.bytes });
  const value = parseJson(text);
  if (value === undefined) return refused({ code: 'import.not-json' });
  if (!Array.isArray(value)) return refused({ code: 'import.not-a-list' });
  if (value.length === 0) return refused({ code: 'import.empty' });
  if (value.length > importLimits.records) return refused({ code: 'import.too-many-records', limit: importLimits.records });
  const raws: RawRecord[] = [];
  for (const [i, raw] of value.entries()) {
    if (!isRecord(raw)) return refused({ code: 'import.not-a-record', record: i + 1 });
    if (!storable(raw)) return refused({ code: 'import.unstorable-text', record: i + 1 });
    raws.push(raw);
  }
  if (!raws.some(looksRight)) return refused({ code: 'import.other-format' });
  return { accepted: true, list: readList(raws) };
}

function refused(refusal: ImportRefusal): ParsedList {
  return { accepted: false, refusal };
}

function parseJson(text: string): unknown {
  try {
    // A byte order mark is common in files that have been through a spreadsheet.
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The three that make a record one of this list: a name, whom it is for, when. */
function looksRight(raw: RawRecord): boolean {
  return 'HealthServiceDisplayName' in raw && 'AppliesToMunicipalityCodes' in raw && 'OpeningHours' in raw;
}

/** PostgreSQL holds neither U+0000 nor half a surrogate pair. */
function storable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(storable);
  if (isRecord(value)) return Object.entries(value).every(([key, inner]) => storable(key) && storable(inner));
  return true;
}

function readList(raws: readonly RawRecord[]): HelsenorgeList {
  const taken = new Map<string, number>();
  const read = raws.map((raw, i) => readRecord(raw, i + 1, taken));
  const records = read.map(({ record }) => record);
  return { records, findings: [...read.flatMap(({ findings }) => findings), ...listFindings(records)] };
}
