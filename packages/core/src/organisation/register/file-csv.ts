import { type RegisterTable, registerTables } from './check.ts';
import { dateFields, fieldsOf, idKind, listKind, sourceKind } from './fields.ts';
import {
  emptyTables,
  type FileHead,
  type FileProblem,
  type ParsedRegister,
  type RegisterRows,
  refusedFile,
  registerFileLimits,
  registerFormat,
} from './file-format.ts';
import { instantText } from './instant-text.ts';
import type { Versioned } from './versions.ts';

/** Columns that every row has, then those of the kinds of rows, each once. A cell of a column that the row's kind lacks is empty. */
const common = ['table', 'id', 'validFrom', 'validTo', 'knownFrom', 'knownTo', 'source'] as const;
const own = [...new Set(registerTables.flatMap((table) => fieldsOf[table].map(({ name }) => name)))];
export const csvColumns: readonly string[] = [...common, ...own];

/** Semicolons and a byte order mark, as Norwegian spreadsheets expect; the first line names the format and the list, the second the columns. */
export function writeRegisterCsv(head: FileHead, rows: RegisterRows): string {
  const lines = [[registerFormat, head.list, head.title ?? '', head.describes ?? '', JSON.stringify(head.sources ?? {})], csvColumns];
  const body = registerTables.flatMap((table) => rows[table].map((row) => cellsOf(table, row)));
  return `\uFEFF${[...lines, ...body].map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function cellsOf(table: RegisterTable, row: Versioned): readonly string[] {
  // The table of fields names the keys of its kind of row.
  const values = row as unknown as Readonly<Record<string, never>>;
  const { valid, known } = row;
  const dates = [valid.from, valid.to ?? '', instantText(known.from), known.to === undefined ? '' : instantText(known.to)];
  const fields = own.map((name) => {
    const field = fieldsOf[table].find((one) => one.name === name);
    return field === undefined || values[name] === undefined ? '' : field.kind.text(values[name]);
  });
  return [table, row.id, ...dates, row.source, ...fields];
}

/** A text that a spreadsheet would take for a formula, or that begins with the mark itself, gets an apostrophe before it. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
  return /[";\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function parseRegisterCsv(text: string): ParsedRegister {
  if (text.length > registerFileLimits.characters)
    return refusedFile({ code: 'file.too-large', line: 1, limit: registerFileLimits.characters });
  const lines = readCsv(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if ('line' in lines) return refusedFile({ code: 'file.not-csv', line: lines.line });
  const [head, columns, ...body] = lines;
  if (head?.cells[0] !== registerFormat) return refusedFile({ code: 'file.other-format', line: 1 });
  if (body.length > registerFileLimits.rows)
    return refusedFile({ code: 'file.too-many-rows', line: registerFileLimits.rows, limit: registerFileLimits.rows });
  const problems: FileProblem[] = [];
  const unknown = (columns?.cells ?? []).filter((name) => !csvColumns.includes(name));
  const missing = common.filter((name) => !columns?.cells.includes(name));
  for (const field of unknown) problems.push({ code: 'file.field-unknown', line: columns?.line ?? 2, field });
  for (const field of missing) problems.push({ code: 'file.field-missing', line: columns?.line ?? 2, field });
  const read = emptyTables<Versioned>();
  const at = emptyTables<number>();
  for (const line of body) {
    const cells = new Map((columns?.cells ?? []).map((name, i): readonly [string, string] => [name, line.cells[i] ?? '']));
    const table = registerTables.find((one) => one === cells.get('table'));
    if (!table) problems.push({ code: 'file.table-unknown', line: line.line });
    else {
      read[table].push(readCells(table, cells, { line: line.line, problems }));
      at[table].push(line.line);
    }
  }
  const told = headOf(head.cells, problems);
  // Each row was built from the table of its own fields.
  return problems.length > 0
    ? refusedFile(...problems)
    : { accepted: true, head: told, rows: { list: told.list, ...read } as unknown as RegisterRows, lines: at };
}

function headOf([, list = '', title, describes, sources]: readonly string[], problems: FileProblem[]): FileHead {
  if (listKind.ofText(list) === undefined) problems.push({ code: 'file.field-wrong', line: 1, field: 'list' });
  const named = readSources(sources ?? '');
  if (named === undefined) problems.push({ code: 'file.field-wrong', line: 1, field: 'sources' });
  return {
    list,
    title: title || undefined,
    describes: describes || undefined,
    sources: named && Object.keys(named).length > 0 ? named : undefined,
  };
}

function readSources(text: string): Readonly<Record<string, string>> | undefined {
  if (text === '') return {};
  try {
    const json: unknown = JSON.parse(text);
    const right = typeof json === 'object' && json !== null && Object.values(json).every((value) => typeof value === 'string');
    return right ? (json as Readonly<Record<string, string>>) : undefined;
  } catch {
    return undefined;
  }
}

interface Place {
  readonly line: number;
  readonly problems: FileProblem[];
}

function readCells(table: RegisterTable, cells: ReadonlyMap<string, string>, { line, problems }: Place): Versioned {
  const id = cells.get('id') ?? '';
  const wrong = (field: string) =>
    problems.push({ code: cells.get(field) ? 'file.field-wrong' : 'file.field-missing', line, table, id, field });
  const must = (field: string, read: (text: string) => unknown) => {
    const value = read(cells.get(field) ?? '');
    if (value === undefined) wrong(field);
    return value;
  };
  const may = (field: string, read: (text: string) => unknown) => ((cells.get(field) ?? '') === '' ? undefined : must(field, read));
  const span = (name: 'valid' | 'known') => {
    const from = must(`${name}From`, dateFields[name].ofText);
    const to = may(`${name}To`, dateFields[name].ofText);
    return to === undefined ? { from } : { from, to };
  };
  const values = fieldsOf[table].map(({ name, kind, presence }): readonly [string, unknown] => {
    if (presence === 'required') return [name, must(name, kind.ofText)];
    return [name, may(name, kind.ofText) ?? (presence === 'list' ? [] : undefined)];
  });
  for (const [name, text] of cells) {
    if (text !== '' && own.includes(name) && !fieldsOf[table].some((field) => field.name === name))
      problems.push({ code: 'file.field-unknown', line, table, id, field: name });
  }
  const row = {
    ...Object.fromEntries(values),
    id: must('id', idKind(table).ofText),
    valid: span('valid'),
    known: span('known'),
    source: must('source', sourceKind.ofText),
  };
  // Any part that is undefined has been told as a problem, and then no row is used.
  return row as unknown as Versioned;
}

interface CsvLine {
  /** Where it begins: a cell may hold line breaks. */
  readonly line: number;
  readonly cells: readonly string[];
}

const cellPattern = /"([^"]*(?:""[^"]*)*)"(?=[;\r\n]|$)|([^";\r\n]*)/y;

function readCsv(text: string): readonly CsvLine[] | { readonly line: number } {
  const lines: CsvLine[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const begins = line;
    const cells: string[] = [];
    for (;;) {
      cellPattern.lastIndex = at;
      const match = cellPattern.exec(text);
      if (!match) return { line };
      const cell = match[1]?.replaceAll('""', '"') ?? match[2] ?? '';
      line += cell.split('\n').length - 1;
      cells.push(cell.startsWith("'") ? cell.slice(1) : cell);
      at = cellPattern.lastIndex;
      if (text[at] !== ';') break;
      at += 1;
    }
    const end = /\r?\n|$/y;
    end.lastIndex = at;
    const ended = end.exec(text);
    if (!ended) return { line };
    at = end.lastIndex;
    line += 1;
    if (cells.length > 1 || cells[0] !== '') lines.push({ line: begins, cells });
    if (ended[0] === '') break;
  }
  return lines;
}
