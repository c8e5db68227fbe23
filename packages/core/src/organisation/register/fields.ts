import { type HolidayId, holidayEves, type LocalDate, parseLocalDate, publicHolidays } from '../../kernel/index.ts';
import { clinicKinds, premisesKinds } from '../register.ts';
import type { WeeklyWindow } from '../week.ts';
import type { RegisterTable } from './check.ts';
import { instantText, parseInstantText } from './instant-text.ts';
import { arrangementKinds, coLocations, holidayRules, legalForms, operatorKinds, professions } from './model.ts';
import { openingOfText, openingText } from './opening-text.ts';

/** What a value cannot be; `undefined` as an answer of `read` means that it is not of the kind. */
export interface FieldKind {
  /** From JSON, already plain: string, number, boolean, array, object. */
  readonly read: (json: unknown) => unknown;
  readonly json: (value: never) => unknown;
  /** As one cell of a table. */
  readonly ofText: (text: string) => unknown;
  readonly text: (value: never) => string;
}

const words: FieldKind = {
  read: (json) => (typeof json === 'string' && json !== '' && json.isWellFormed() && !json.includes('\0') ? json : undefined),
  json: (value) => value,
  ofText: (text) => words.read(text),
  text: (value: string) => value,
};

function matching(pattern: RegExp): FieldKind {
  const read = (json: unknown) => (typeof json === 'string' && pattern.test(json) ? json : undefined);
  return { read, json: (value) => value, ofText: read, text: (value: string) => value };
}

function oneOf(values: readonly string[]): FieldKind {
  const read = (json: unknown) => (typeof json === 'string' && values.includes(json) ? json : undefined);
  return { read, json: (value) => value, ofText: read, text: (value: string) => value };
}

function listOf(kind: FieldKind): FieldKind {
  const all = (items: readonly unknown[]) => (items.some((item) => item === undefined) ? undefined : items);
  return {
    read: (json) => (Array.isArray(json) ? all(json.map(kind.read)) : undefined),
    json: (value: readonly never[]) => value.map(kind.json),
    ofText: (text) => all(splitCells(text).map(kind.ofText)),
    text: (value: readonly never[]) => value.map((item) => kind.text(item).replace(/[\\|]/g, '\\$&')).join('|'),
  };
}

/** `a|b\|c` is `a` and `b|c`. */
function splitCells(text: string): readonly string[] {
  const parts: string[] = [''];
  for (const [piece] of text.matchAll(/\\[\\|]|[^\\|]+|\||\\/g)) {
    if (piece === '|') parts.push('');
    else parts[parts.length - 1] += piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  return parts;
}

const boolean: FieldKind = {
  read: (json) => (typeof json === 'boolean' ? json : undefined),
  json: (value) => value,
  ofText: (text) => (text === 'ja' ? true : text === 'nei' ? false : undefined),
  text: (value: boolean) => (value ? 'ja' : 'nei'),
};

const date: FieldKind = {
  read: (json) => (typeof json === 'string' ? parseLocalDate(json) : undefined),
  json: (value) => value,
  ofText: (text) => parseLocalDate(text),
  text: (value: string) => value,
};

const instantField: FieldKind = {
  read: (json) => (typeof json === 'string' ? parseInstantText(json) : undefined),
  json: instantText,
  ofText: parseInstantText,
  text: instantText,
};

const id = matching(/^[a-z0-9][a-z0-9-]{0,63}$/);
const place = matching(/^\d{4}(?:-[a-z0-9]+)*$/);
const municipality = matching(/^\d{4}$/);
const phone = matching(/^(?:\d{5}|\d{6}|\d{8})$/);
const organisationNumber = matching(/^\d{9}$/);

type Shape = Readonly<Record<string, { readonly kind: FieldKind; readonly optional?: true }>>;

function recordOf(shape: Shape, cell: { readonly text: (value: never) => string; readonly ofText: (text: string) => unknown }): FieldKind {
  const read = (json: unknown) => {
    if (!isObject(json) || Object.keys(json).some((key) => !(key in shape))) return undefined;
    const made: Record<string, unknown> = {};
    for (const [key, { kind, optional }] of Object.entries(shape)) {
      if (json[key] === undefined && optional) continue;
      const value = kind.read(json[key]);
      if (value === undefined) return undefined;
      made[key] = value;
    }
    return made;
  };
  return {
    read,
    json: (value: Readonly<Record<string, never>>) =>
      Object.fromEntries(
        Object.entries(shape).flatMap(([key, { kind }]) => (value[key] === undefined ? [] : [[key, kind.json(value[key])]])),
      ),
    ofText: (text) => {
      const plain = cell.ofText(text);
      return plain === undefined ? undefined : read(plain);
    },
    text: cell.text,
  };
}

export function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

const number: FieldKind = {
  read: (json) => (typeof json === 'number' && Number.isFinite(json) ? json : undefined),
  json: (value) => value,
  ofText: (text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined),
  text: (value: number) => String(value),
};

/** `4640-balestrand 2020-01-01..2024-01-01`; without an end: `2020-01-01..`. */
const member = recordOf(
  { place: { kind: place }, from: { kind: date }, to: { kind: date, optional: true } },
  {
    text: (value: { place: string; from: string; to?: string }) => `${value.place} ${value.from}..${value.to ?? ''}`,
    ofText: (text) => {
      const match = /^(\S+) (\S+?)\.\.(\S*)$/.exec(text);
      return match ? { place: match[1], from: match[2], ...(match[3] ? { to: match[3] } : {}) } : undefined;
    },
  },
);

const position = recordOf(
  { latitude: { kind: number }, longitude: { kind: number } },
  {
    text: (value: { latitude: number; longitude: number }) => `${value.latitude} ${value.longitude}`,
    ofText: (text) => {
      const [latitude, longitude, ...rest] = text.split(' ').map((part) => number.ofText(part));
      return rest.length === 0 ? { latitude, longitude } : undefined;
    },
  },
);

/** `company Vennesla og Iveland Legevakt A/S`, with the organisation number in brackets at the end where it is known. */
const operator = recordOf(
  { kind: { kind: oneOf(operatorKinds) }, name: { kind: words }, organisationNumber: { kind: organisationNumber, optional: true } },
  {
    text: (value: { kind: string; name: string; organisationNumber?: string }) => `${value.kind} ${value.name}${numberSuffix(value)}`,
    ofText: (text) => {
      const match = /^(\S+) ([\s\S]+?)(?: \((\d{9})?\))?$/.exec(text);
      return match ? { kind: match[1], name: match[2], ...(match[3] ? { organisationNumber: match[3] } : {}) } : undefined;
    },
  },
);

/** Empty brackets keep a name that ends like a number in brackets apart from one. */
function numberSuffix({ name, organisationNumber }: { readonly name: string; readonly organisationNumber?: string }): string {
  if (organisationNumber !== undefined) return ` (${organisationNumber})`;
  return / \((?:\d{9})?\)$/.test(name) ? ' ()' : '';
}

const note = recordOf(
  { code: { kind: id }, text: { kind: words } },
  {
    text: (value: { code: string; text: string }) => `${value.code}: ${value.text}`,
    ofText: (text) => {
      const at = text.indexOf(': ');
      return at < 0 ? undefined : { code: text.slice(0, at), text: text.slice(at + 2) };
    },
  },
);

const opening: FieldKind = {
  read: readOpening,
  json: (value) => value,
  ofText: (text) => readOpening(openingOfText(text)),
  text: openingText,
};

function readOpening(json: unknown): unknown {
  if (!isObject(json) || !isObject(json.pattern) || !holidayRules.some((rule) => rule === json.holidays)) return undefined;
  const pattern = readPattern(json.pattern);
  const exceptions = Array.isArray(json.exceptions ?? [])
    ? ((json.exceptions ?? []) as readonly unknown[]).map(readException)
    : [undefined];
  if (pattern === undefined || exceptions.some((exception) => exception === undefined)) return undefined;
  return { pattern, holidays: json.holidays, exceptions };
}

function readPattern(json: Readonly<Record<string, unknown>>): unknown {
  if (json.kind === 'unknown') return { kind: 'unknown' };
  if (json.kind === 'weekly') {
    const windows = readWindows(json.windows);
    return windows && { kind: 'weekly', windows };
  }
  const anchor = date.read(json.anchor);
  if (json.kind !== 'cycle' || anchor === undefined || !Array.isArray(json.weeks)) return undefined;
  const weeks = json.weeks.map(readWindows);
  return weeks.some((week) => week === undefined) ? undefined : { kind: 'cycle', anchor, weeks };
}

/** `930-1920` or `{"from": 930, "to": 1920}`; whether it lies within the week is for the check of the register to say. */
function readWindows(json: unknown): readonly WeeklyWindow[] | undefined {
  if (!Array.isArray(json)) return undefined;
  const windows = json.map(readWindow);
  return windows.some((window) => window === undefined) ? undefined : (windows as readonly WeeklyWindow[]);
}

function readWindow(json: unknown): WeeklyWindow | undefined {
  const match = typeof json === 'string' ? /^(\d{1,5})-(\d{1,5})$/.exec(json) : undefined;
  const window = match ? { from: Number(match[1]), to: Number(match[2]) } : isObject(json) ? { from: json.from, to: json.to } : undefined;
  return window && Number.isSafeInteger(window.from) && Number.isSafeInteger(window.to) ? (window as WeeklyWindow) : undefined;
}

const named: readonly string[] = [...publicHolidays, ...holidayEves];

function readException(json: unknown): { readonly on: LocalDate | HolidayId; readonly windows: readonly WeeklyWindow[] } | undefined {
  if (!isObject(json) || typeof json.on !== 'string') return undefined;
  const windows = readWindows(json.windows);
  const on = named.includes(json.on) ? (json.on as HolidayId) : parseLocalDate(json.on);
  return windows && on !== undefined ? { on, windows } : undefined;
}

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** `list`: empty when left out. `optional`: not known when left out. */
  readonly presence: 'required' | 'optional' | 'list';
}

const required = (name: string, kind: FieldKind): Field => ({ name, kind, presence: 'required' });
const optional = (name: string, kind: FieldKind): Field => ({ name, kind, presence: 'optional' });
const list = (name: string, kind: FieldKind): Field => ({ name, kind: listOf(kind), presence: 'list' });

export const dateFields = { valid: date, known: instantField } as const;

/** The fields of each kind of row beside id, dates and source. One table for reading and writing, in JSON and as CSV. */
export const fieldsOf: Readonly<Record<RegisterTable, readonly Field[]>> = {
  parts: [required('name', words)],
  emcs: [required('name', words)],
  callCentres: [
    required('name', words),
    list('routing', member),
    optional('localNumber', matching(/^\d{8}$/)),
    list('coLocations', oneOf(coLocations)),
    optional('tool', words),
    optional('combinedDuties', boolean),
    optional('overflowPartner', id),
    optional('answersSafetyAlarms', boolean),
    optional('emc', id),
  ],
  districts: [
    required('name', words),
    optional('legalForm', oneOf(legalForms)),
    optional('leaderProfession', oneOf(professions)),
    list('members', member),
    optional('organisationNumber', organisationNumber),
  ],
  clinics: [
    required('name', words),
    required('kind', oneOf(clinicKinds)),
    optional('district', id),
    optional('place', place),
    optional('premises', oneOf(premisesKinds)),
    list('coLocations', oneOf(coLocations)),
    list('equipment', words),
    optional('phone', phone),
    optional('address', words),
    optional('position', position),
    optional('opening', opening),
    list('onlyFor', place),
  ],
  vehicles: [required('name', words), required('district', id), optional('clinic', id)],
  arrangements: [
    required('name', words),
    required('kind', oneOf(arrangementKinds)),
    list('places', place),
    optional('district', id),
    optional('operator', operator),
    optional('legalForm', oneOf(legalForms)),
    optional('host', municipality),
    list('partners', municipality),
    list('clinics', id),
    optional('callCentre', id),
    list('phones', phone),
    required('opening', opening),
    optional('comment', words),
    optional('web', words),
    list('notes', note),
  ],
};

/** Ids of parts are places; all others are slugs. */
export function idKind(table: RegisterTable): FieldKind {
  return table === 'parts' ? place : id;
}

export const sourceKind = words;
export const listKind = id;
