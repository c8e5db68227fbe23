import { basename } from 'node:path';
import { fileProblemText, registerProblemText } from '@vakthavende/contract/organisation';
import { instant } from '@vakthavende/core/kernel';
import {
  checkRegister,
  type FileHead,
  parseRegisterCsv,
  parseRegisterJson,
  type RegisterProblem,
  type RowLines,
  severityOf,
} from '@vakthavende/core/organisation';
import type { Pool } from '../platform/database.ts';
import { geographyIn } from './geography-store.ts';
import { readText } from './read-limited.ts';
import { contentOf, rowsOf } from './register-rows.ts';
import { ensureList, type ImportResult, importContent } from './register-store.ts';

const mostBytes = 60_000_000;

export type ImportedFile =
  | { readonly accepted: true; readonly head: FileHead; readonly result: ImportResult; readonly remarks: readonly string[] }
  /** One line each, in Norwegian, with the line of the file. */
  | { readonly accepted: false; readonly lines: readonly string[] };

export interface ImportedBy {
  readonly actor: string;
  readonly reason: string;
  /** Takes in rows with faults that a list may have stood with: what another register exported, faults and all. They stand as findings. */
  readonly asIs?: boolean;
}

/** Faults that a list read from elsewhere may have and keep. */
const bearable: ReadonlySet<RegisterProblem['code']> = new Set([
  'municipality-unknown',
  'pattern-windows-overlap',
  'places-missing',
  'part-unknown',
  'district-without-clinic',
  'overflow-unknown',
]);

/** Makes a list say what the file says, all of it or nothing. The same file again changes nothing. */
export async function importRegisterFile(pool: Pool, path: string, by: ImportedBy): Promise<ImportedFile> {
  const read = await readText(path, mostBytes);
  if (read === 'too-large') return refused(fileProblemText({ code: 'file.too-large', line: 1, limit: mostBytes }));
  if (read === 'not-utf-8') return refused(fileProblemText({ code: 'file.not-json', line: 1 }));
  const isJson = /^\uFEFF?\s*[{[]/.test(read.text);
  const parsed = isJson ? parseRegisterJson(read.text) : parseRegisterCsv(read.text);
  if (!parsed.accepted) return refused(...parsed.problems.map(fileProblemText));
  const { head, rows, lines } = parsed;
  const geography = await geographyIn(pool);
  const problems = checkRegister({ ...geography, ...rows });
  const stops = problems.filter((problem) => severityOf(problem) !== 'check' && !(by.asIs && bearable.has(problem.code)));
  if (stops.length > 0) return refused(...stops.map((problem) => problemLine(problem, lines)));
  await ensureList(pool, { id: head.list, title: head.title ?? head.list, describes: head.describes ?? '', sources: head.sources });
  const result = await importContent(pool, {
    list: head.list,
    content: contentOf(rowsOf(rows)),
    actor: by.actor,
    reason: by.reason || `Lest inn fra ${basename(path)}`,
    now: instant(Date.now()),
    withHistory: true,
  });
  return { accepted: true, head, result, remarks: problems.map((problem) => problemLine(problem, lines)) };
}

function refused(...lines: readonly string[]): ImportedFile {
  return { accepted: false, lines };
}

function problemLine({ code, table, id, row, field, value }: RegisterProblem, lines: RowLines): string {
  return `Linje ${lines[table][row] ?? '?'} · ${table} ${id} · ${field}: ${registerProblemText(code)}${value === undefined ? '' : ` («${value}»)`}`;
}
