import type { ContactRow } from '@vakthavende/contract/contact';
import { type BoardLine, isUntriaged, lineTime, type SectionId } from './sections.ts';

export const sortIds = ['usual', 'time', 'name'] as const;
export type SortId = (typeof sortIds)[number];

export function nextSort(sort: SortId): SortId {
  return sortIds[(sortIds.indexOf(sort) + 1) % sortIds.length] ?? 'usual';
}

const norwegian = new Intl.Collator('nb', { numeric: true });

/** The lines of a part in the order chosen; equals by the time they were opened. What has no time comes last. */
export function ordered(lines: readonly BoardLine[], section: SectionId, sort: SortId): readonly BoardLine[] {
  return lines.toSorted((a, b) => compared(a, b, { section, sort }) || a.row.openedAt - b.row.openedAt || a.key.localeCompare(b.key));
}

function compared(a: BoardLine, b: BoardLine, by: { readonly section: SectionId; readonly sort: SortId }): number {
  // Finished ones are looked up from the latest, whatever the order of those that wait.
  if (by.section === 'done' && by.sort !== 'name') return -byTime(a, b);
  switch (by.sort) {
    case 'usual':
      return by.section === 'waiting' ? rank(a.row) - rank(b.row) || byTime(a, b) : byTime(a, b);
    case 'time':
      return byTime(a, b);
    case 'name':
      return norwegian.compare(a.row.patient ?? '\uffff', b.row.patient ?? '\uffff');
  }
}

function byTime(a: BoardLine, b: BoardLine): number {
  const [x, y] = [lineTime(a), lineTime(b)];
  if (x === undefined || y === undefined) return (x === undefined ? 1 : 0) - (y === undefined ? 1 : 0);
  return x - y;
}

/**
 * Red, then those whom nobody has assessed at the clinic, then yellow, then green: one not assessed may be anything, and assessing is
 * the quickest thing to do about it. Among those the telephone's green come last. Our own order of the screen, not a clinical rule.
 */
function rank(row: ContactRow): number {
  if (row.urgency === 'red') return 0;
  if (isUntriaged(row)) return row.urgency === 'green' ? 2 : 1;
  return row.urgency === 'yellow' ? 3 : 4;
}
