import { type RegisterTable, registerTables } from './check.ts';
import { dateFields, fieldsOf, idKind, isObject, listKind, sourceKind } from './fields.ts';
import { instantText } from './instant-text.ts';
import { type LinedJson, parseLinedJson } from './json-lines.ts';
import type { RegisterData } from './model.ts';
import type { Versioned } from './versions.ts';

export const registerFormat = 'vakthavende-register-1';

/** A register without the ground it stands on: what one file holds. */
export type RegisterRows = Omit<RegisterData, 'municipalities' | 'changes'>;

/** What the file says of itself. */
export interface FileHead {
  readonly list: string;
  readonly title?: string | undefined;
  /** The time that the list describes, in words. */
  readonly describes?: string | undefined;
  /** Names of the codes that rows use in `source`. */
  readonly sources?: Readonly<Record<string, string>> | undefined;
}

export type FileProblemCode =
  | 'file.too-large'
  | 'file.not-json'
  | 'file.not-csv'
  | 'file.other-format'
  | 'file.too-many-rows'
  | 'file.field-unknown'
  | 'file.field-missing'
  | 'file.field-wrong'
  | 'file.table-unknown';

export interface FileProblem {
  readonly code: FileProblemCode;
  /** From 1. */
  readonly line: number;
  readonly table?: RegisterTable | undefined;
  readonly id?: string | undefined;
  readonly field?: string | undefined;
  readonly limit?: number | undefined;
}

/** Where each row begins, for problems that are found later: by table and position in it. */
export type RowLines = Readonly<Record<RegisterTable, readonly number[]>>;

export type ParsedRegister =
  | { readonly accepted: true; readonly head: FileHead; readonly rows: RegisterRows; readonly lines: RowLines }
  | { readonly accepted: false; readonly problems: readonly FileProblem[] };

/** Norway's whole register with ten years of versions is some megabytes; a hundred are something else. */
export const registerFileLimits = { characters: 50_000_000, rows: 200_000, problems: 1_000 } as const;

export function refusedFile(...problems: readonly FileProblem[]): ParsedRegister {
  return { accepted: false, problems: problems.slice(0, registerFileLimits.problems) };
}

/** Reads the JSON form. Nothing is guessed: an unknown key, a value of another kind, and a missing one are each told with their line. */
export function parseRegisterJson(text: string): ParsedRegister {
  if (text.length > registerFileLimits.characters)
    return refusedFile({ code: 'file.too-large', line: 1, limit: registerFileLimits.characters });
  const parsed = parseLinedJson(text);
  if (!parsed.ok) return refusedFile({ code: 'file.not-json', line: parsed.line });
  if (parsed.value.kind !== 'object' || plain(parsed.value.entries.get('format')) !== registerFormat)
    return refusedFile({ code: 'file.other-format', line: 1 });
  return readFile(parsed.value.entries, parsed.value.line);
}

type Entries = ReadonlyMap<string, LinedJson>;

const headKeys = ['format', 'list', 'title', 'describes', 'sources'];

function readFile(entries: Entries, line: number): ParsedRegister {
  const problems: FileProblem[] = [];
  for (const [key, value] of entries) {
    if (!headKeys.includes(key) && !(registerTables as readonly string[]).includes(key))
      problems.push({ code: 'file.field-unknown', line: value.line, field: key });
  }
  const head = headOf(entries, line, problems);
  const read = { ...emptyTables<Versioned>() };
  const lines = { ...emptyTables<number>() };
  let count = 0;
  for (const table of registerTables) {
    const rows = entries.get(table);
    if (rows === undefined) continue;
    if (rows.kind !== 'array') problems.push({ code: 'file.field-wrong', line: rows.line, table });
    for (const item of rows.kind === 'array' ? rows.items : []) {
      count += 1;
      if (count > registerFileLimits.rows)
        return refusedFile({ code: 'file.too-many-rows', line: item.line, limit: registerFileLimits.rows });
      const row = readRow(table, item, problems);
      lines[table].push(item.line);
      if (row) read[table].push(row);
    }
  }
  // Each row was built from the table of its own fields.
  return problems.length > 0
    ? refusedFile(...problems)
    : { accepted: true, head, rows: { list: head.list, ...read } as unknown as RegisterRows, lines };
}

export function emptyTables<T>(): Record<RegisterTable, T[]> {
  return { parts: [], districts: [], clinics: [], callCentres: [], emcs: [], vehicles: [], arrangements: [] };
}

function headOf(entries: Entries, line: number, problems: FileProblem[]): FileHead {
  const list = listKind.read(plain(entries.get('list')));
  if (typeof list !== 'string')
    problems.push({
      code: entries.has('list') ? 'file.field-wrong' : 'file.field-missing',
      line: entries.get('list')?.line ?? line,
      field: 'list',
    });
  const text = (key: string) => {
    const value = plain(entries.get(key));
    if (value === undefined || typeof value === 'string') return value;
    problems.push({ code: 'file.field-wrong', line: entries.get(key)?.line ?? line, field: key });
    return undefined;
  };
  const sources = plain(entries.get('sources'));
  const right = sources === undefined || (isObject(sources) && Object.values(sources).every((value) => typeof value === 'string'));
  if (!right) problems.push({ code: 'file.field-wrong', line: entries.get('sources')?.line ?? line, field: 'sources' });
  return {
    list: typeof list === 'string' ? list : '',
    title: text('title'),
    describes: text('describes'),
    // Checked just above.
    sources: right ? (sources as FileHead['sources']) : undefined,
  };
}

const commonKeys = ['id', 'valid', 'known', 'source'];

function readRow(table: RegisterTable, item: LinedJson, problems: FileProblem[]): Versioned | undefined {
  if (item.kind !== 'object') {
    problems.push({ code: 'file.field-wrong', line: item.line, table });
    return undefined;
  }
  const entries = item.entries;
  const rawId = plain(entries.get('id'));
  const about = { table, id: typeof rawId === 'string' ? rawId : undefined };
  const wrong = (field: string) => {
    const at = entries.get(field);
    problems.push({ code: at ? 'file.field-wrong' : 'file.field-missing', line: at?.line ?? item.line, ...about, field });
  };
  for (const [key, value] of entries) {
    if (!commonKeys.includes(key) && !fieldsOf[table].some(({ name }) => name === key))
      problems.push({ code: 'file.field-unknown', line: value.line, ...about, field: key });
  }
  const common = {
    id: idKind(table).read(rawId),
    valid: readSpan(plain(entries.get('valid')), dateFields.valid.read),
    known: readSpan(plain(entries.get('known')), dateFields.known.read),
    source: sourceKind.read(plain(entries.get('source'))),
  };
  for (const [key, value] of Object.entries(common)) if (value === undefined) wrong(key);
  const fields = fieldsOf[table].map(({ name, kind, presence }): readonly [string, unknown] => {
    const given = entries.get(name);
    if (given === undefined) {
      if (presence === 'required') wrong(name);
      return [name, presence === 'list' ? [] : undefined];
    }
    const value = kind.read(plain(given));
    if (value === undefined) wrong(name);
    return [name, value];
  });
  // Any part that is undefined has been told as a problem, and then no row is used.
  return { ...Object.fromEntries(fields), ...common } as unknown as Versioned;
}

function readSpan(json: unknown, read: (json: unknown) => unknown): unknown {
  if (!isObject(json) || Object.keys(json).some((key) => key !== 'from' && key !== 'to')) return undefined;
  const from = read(json.from);
  const to = json.to === undefined ? undefined : read(json.to);
  if (from === undefined || (json.to !== undefined && to === undefined)) return undefined;
  return to === undefined ? { from } : { from, to };
}

function plain(json: LinedJson | undefined): unknown {
  if (json === undefined) return undefined;
  if (json.kind === 'scalar') return json.value;
  if (json.kind === 'array') return json.items.map(plain);
  return Object.fromEntries([...json.entries].map(([key, value]) => [key, plain(value)]));
}

/** The JSON form, one row a line, so that two versions of a file can be compared line by line. */
export function writeRegisterJson(head: FileHead, rows: RegisterRows): string {
  const first = Object.entries({
    format: registerFormat,
    list: head.list,
    title: head.title,
    describes: head.describes,
    sources: head.sources,
  })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const tables = registerTables.map((table) => {
    const all = rows[table].map((row) => `    ${JSON.stringify(rowJson(table, row))}`);
    return `  ${JSON.stringify(table)}: [${all.length === 0 ? '' : `\n${all.join(',\n')}\n  `}]`;
  });
  return `{\n${[...first, ...tables].join(',\n')}\n}\n`;
}

function rowJson(table: RegisterTable, row: Versioned): unknown {
  // The table of fields names the keys of its kind of row.
  const values = row as unknown as Readonly<Record<string, never>>;
  const { id, valid, known, source } = row;
  const fields = fieldsOf[table].flatMap(({ name, kind }) => (values[name] === undefined ? [] : [[name, kind.json(values[name])]]));
  const knownText = { from: instantText(known.from), ...(known.to === undefined ? {} : { to: instantText(known.to) }) };
  return { id, ...Object.fromEntries(fields), valid, known: knownText, source };
}
