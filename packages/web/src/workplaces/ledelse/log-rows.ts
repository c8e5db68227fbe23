import type { AccessLogEntry } from '@vakthavende/contract/contact';

export type LogKind = AccessLogEntry['kind'];

/** Emergency openings first, then as they came: newest first. */
export function emergenciesFirst(rows: readonly AccessLogEntry[]): readonly AccessLogEntry[] {
  return rows.toSorted((a, b) => rank(a) - rank(b) || b.at - a.at);
}

/** Those who stand in the log, by name: to choose among. */
export function peopleOf(rows: readonly AccessLogEntry[]): readonly { readonly staffId: string; readonly name: string }[] {
  const people = new Map(rows.map((row) => [row.staffId, row.name]));
  return [...people].map(([staffId, name]) => ({ staffId, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'nb'));
}

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The reference of a contact as the server takes it; undefined while it is not whole. */
export function wholeReference(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  return uuid.test(typed) ? typed : undefined;
}

function rank(row: AccessLogEntry): number {
  return row.kind === 'emergency' ? 0 : 1;
}
