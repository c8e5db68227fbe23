import { actionNames, statusNames, taskNames } from '../../../contact/index.ts';
import { type BoardLine, isUntriaged } from './sections.ts';

export interface BoardFilter {
  readonly text: string;
  /** Only what this person has. */
  readonly mine: boolean;
  readonly untriaged: boolean;
}

export const noFilter: BoardFilter = { text: '', mine: false, untriaged: false };

/** Those where every word written begins a word of what the line shows. */
export function filteredLines(lines: readonly BoardLine[], filter: BoardFilter, me: string): readonly BoardLine[] {
  const words = wordsOf(filter.text);
  return lines.filter(
    (line) =>
      (!filter.mine || line.row.takenBy === me) &&
      (!filter.untriaged || isUntriaged(line.row)) &&
      (words.length === 0 || words.every((word) => wordsOf(shown(line)).some((part) => part.startsWith(word)))),
  );
}

export function isFiltering(filter: BoardFilter): boolean {
  return filter.mine || filter.untriaged || filter.text.trim() !== '';
}

function shown({ row, ...line }: BoardLine): string {
  const task = line.kind === 'task' ? [taskNames[line.task.kind], line.task.text] : [];
  const action = row.action === undefined ? undefined : actionNames[row.action];
  return [row.patient ?? 'ukjent', row.reason, row.takenByName, statusNames[row.status], action, ...task].filter(Boolean).join(' ');
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLocaleLowerCase('nb')
    .split(/[\s,.()/-]+/)
    .filter(Boolean);
}
