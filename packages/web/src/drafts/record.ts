/** A draft as it is kept: the text is encrypted, the rest is needed to find and to clear it. */
export interface DraftRecord {
  readonly key: string;
  /** The shape of the value; a page that has changed its form does not read old ones. */
  readonly version: number;
  readonly savedAt: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** A draft that can be gone on with. `key` tells what it is a draft of (`contact:6f…`); it holds no person data. */
export interface DraftEntry {
  readonly key: string;
  readonly savedAt: number;
}

/** Drafts older than this are not offered and are taken away: a working day is long over. */
export const longestKept = 7 * 86_400_000;

export function isStale(record: Pick<DraftRecord, 'savedAt'>, now: number): boolean {
  return now - record.savedAt > longestKept;
}

export function entriesOf(records: readonly Pick<DraftRecord, 'key' | 'savedAt'>[], prefix: string, now: number): readonly DraftEntry[] {
  return records
    .filter((record) => record.key.startsWith(prefix) && !isStale(record, now))
    .map(({ key, savedAt }) => ({ key, savedAt }))
    .toSorted((a, b) => b.savedAt - a.savedAt);
}
