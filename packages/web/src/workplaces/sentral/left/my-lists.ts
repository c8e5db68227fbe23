import type { ContactRow } from '@vakthavende/contract/contact';

/** The contacts of a centre as an operator needs them: what waits for me, what is promised, what waits for others. */
export interface ContactLists {
  readonly mine: readonly ContactRow[];
  readonly callbacks: readonly ContactRow[];
  readonly handovers: readonly ContactRow[];
  readonly expected: readonly ContactRow[];
  readonly others: readonly ContactRow[];
  readonly finished: readonly ContactRow[];
}

const unfinished: readonly ContactRow['status'][] = ['assessing', 'decided'];
const finishedShown = 5;

export function contactLists(rows: readonly ContactRow[], me: string): ContactLists {
  const by = (status: readonly ContactRow['status'][]) => rows.filter((row) => status.includes(row.status));
  const open = by(unfinished).toSorted((a, b) => a.openedAt - b.openedAt);
  return {
    mine: open.filter((row) => row.openedBy === me),
    callbacks: rows.filter((row) => callbackDue(row) !== undefined).toSorted((a, b) => (callbackDue(a) ?? 0) - (callbackDue(b) ?? 0)),
    handovers: by(['handingOver']).toSorted((a, b) => a.openedAt - b.openedAt),
    expected: by(['expected']).toSorted((a, b) => (a.expectedAt ?? Number.MAX_SAFE_INTEGER) - (b.expectedAt ?? Number.MAX_SAFE_INTEGER)),
    others: open.filter((row) => row.openedBy !== me),
    finished: rows
      .filter((row) => row.closedAt !== undefined && row.openedBy === me && row.openTasks.length === 0)
      .toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
      .slice(0, finishedShown),
  };
}

/** When a promised callback is due; also of a closed contact, whose promise still stands. */
export function callbackDue(row: ContactRow): number | undefined {
  const due = row.openTasks.filter((task) => task.kind === 'callback').map((task) => task.due ?? row.openedAt);
  return due.length === 0 ? undefined : Math.min(...due);
}

/** The next of the operator's contacts, round and round. */
export function nextOf(rows: readonly ContactRow[], current: string | undefined, direction: 1 | -1): string | undefined {
  if (rows.length === 0) return undefined;
  const at = rows.findIndex((row) => row.contactId === current);
  const next = at === -1 ? (direction === 1 ? 0 : rows.length - 1) : (at + direction + rows.length) % rows.length;
  return rows[next]?.contactId;
}
