import type { FigureRow } from '@vakthavende/contract/statistics';
import type { Instant } from '@vakthavende/core/kernel';
import type { FigureId } from './texts.nb.ts';

type Counts = FigureRow['counts'] | 'outside';
type Shown<Row> = Row extends FigureRow ? Omit<Row, 'counts'> & { readonly counts: Counts } : never;

/** A row with where it stands in the figure. */
export type ShownRow = Shown<FigureRow>;
export type CallRow = Extract<ShownRow, { kind: 'call' }>;
export type ContactFactRow = Extract<ShownRow, { kind: 'contact' }>;

const calls = ['callsOffered', 'callsAbandonedInMessage'] as const;
const contacts = ['contactsOpened'] as const;

/** The figures whose rows together are every row of the same kind: what a figure leaves out is found among them. */
export const allOfTheKind: Readonly<Record<FigureId, readonly FigureId[]>> = {
  callsOffered: calls,
  callsAnswered: calls,
  callsAbandoned: calls,
  callsSentOn: calls,
  callsOpen: calls,
  callsAbandonedInMessage: calls,
  answeredWithin2Minutes: calls,
  answeredWithin10Minutes: calls,
  medianAnswerTime: calls,
  redials: calls,
  callsPerContact: [...calls, ...contacts],
  contactsOpened: contacts,
  contactsClosed: contacts,
  channelMix: contacts,
  firstUrgencyMix: contacts,
  lastUrgencyMix: contacts,
  firstActionMix: contacts,
  lastActionMix: contacts,
  lateEntries: contacts,
};

/** The figure's own rows, and those of the others that are not among them, in order of time. */
export function joinedRows(own: readonly FigureRow[], others: readonly FigureRow[]): readonly ShownRow[] {
  const known = new Set(own.map(rowKey));
  const outside = new Map(
    others.filter((row) => !known.has(rowKey(row))).map((row) => [rowKey(row), { ...row, counts: 'outside' as const }]),
  );
  return [...own, ...outside.values()].toSorted((a, b) => rowTime(a) - rowTime(b));
}

export function rowKey(row: FigureRow | ShownRow): string {
  return row.kind === 'call' ? `call ${row.callId}` : `contact ${row.contactId}`;
}

export function rowTime(row: FigureRow | ShownRow): Instant {
  return row.kind === 'call' ? row.offeredAt : row.openedAt;
}

/** The end of an id: enough to tell rows apart and to find them again, and no identity. */
export function reference(id: string): string {
  return id.slice(-6);
}

/** The class of a row in a figure that divides contacts into classes; undefined where it is not set. */
export function classOf(figureId: FigureId, row: ShownRow): string | undefined {
  if (row.kind === 'call') return undefined;
  switch (figureId) {
    case 'channelMix':
      return row.channel;
    case 'firstUrgencyMix':
      return row.firstUrgencyTelephone;
    case 'lastUrgencyMix':
      return row.lastUrgency;
    case 'firstActionMix':
      return row.firstAction;
    case 'lastActionMix':
      return row.lastAction;
    default:
      return undefined;
  }
}

/** In an address: the class of those that none is set for. */
export const noClass = 'ikke-satt';

export function ofClass(figureId: FigureId, cls: string, rows: readonly ShownRow[]): readonly ShownRow[] {
  return rows.filter((row) => row.counts !== 'outside' && (classOf(figureId, row) ?? noClass) === cls);
}
