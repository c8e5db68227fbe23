import type { ContactRow } from '@vakthavende/contract/contact';
import type { Instant } from '@vakthavende/core/kernel';

/** The parts of the board, from top to bottom. */
export const sectionIds = ['red', 'waiting', 'withStaff', 'expected', 'other', 'remaining', 'done'] as const;
export type SectionId = (typeof sectionIds)[number];

export type OpenTask = ContactRow['openTasks'][number];

/** One line of the board: a contact, or a task that remains of one. */
export type BoardLine =
  | { readonly kind: 'contact'; readonly key: string; readonly row: ContactRow }
  | { readonly kind: 'task'; readonly key: string; readonly row: ContactRow; readonly task: OpenTask };

export type Sections = Readonly<Record<SectionId, readonly BoardLine[]>>;

/**
 * Puts each contact where it stands now: exactly one part while it is open, red ones on top wherever the patient is. Each open task stands
 * in `remaining` besides, also after the contact is closed, until it is done.
 */
export function sectionsOf(rows: readonly ContactRow[]): Sections {
  const at = (section: SectionId) =>
    rows.filter((row) => sectionOf(row) === section).map((row): BoardLine => ({ kind: 'contact', key: row.contactId, row }));
  const tasks = rows.flatMap((row) =>
    row.openTasks.map((task): BoardLine => ({ kind: 'task', key: `${row.contactId}/${task.taskId}`, row, task })),
  );
  return {
    red: at('red'),
    waiting: at('waiting'),
    withStaff: at('withStaff'),
    expected: at('expected'),
    other: at('other'),
    remaining: tasks,
    done: at('done'),
  };
}

/** Closed while something remains: the contact stands among the finished, its tasks among what remains. */
export function sectionOf(row: ContactRow): Exclude<SectionId, 'remaining'> {
  if (row.closedAt !== undefined) return 'done';
  if (row.urgency === 'red') return 'red';
  switch (row.status) {
    case 'waiting':
    case 'withStaff':
    case 'expected':
      return row.status;
    default:
      return 'other';
  }
}

/** Arrived, not closed, and no urgency of the clinic's own: the telephone's says nothing of how the patient is now. */
export function isUntriaged(row: ContactRow): boolean {
  return row.closedAt === undefined && row.arrivedAt !== undefined && row.urgencyAxis !== 'clinic';
}

/** The instant that the line's time is counted from or to. */
export function lineTime(line: BoardLine): Instant | undefined {
  const { row } = line;
  if (line.kind === 'task') return line.task.due;
  if (row.closedAt !== undefined) return row.closedAt;
  if (row.status === 'withStaff') return row.takenSince;
  if (row.status === 'waiting') return row.arrivedAt;
  if (row.status === 'expected') return row.expectedAt;
  return row.openedAt;
}
