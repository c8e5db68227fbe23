import { observable } from '../ui/observable.ts';
import { type DraftEntry, entriesOf, isStale } from './record.ts';
import { seal, unseal } from './seal.ts';
import { readOwner, readRecord, readRecords, removeEverything, removeRecord, sealingKey, writeOwner, writeRecord } from './store.ts';

export type { DraftEntry } from './record.ts';

/** Rises whenever a draft comes or goes, so that lists of drafts look again. */
export const draftsChanged = observable(0);

/** Drafts that the storage refused (a private window, a full disk): then the page says that a reload would lose them. */
export const draftsFailing = observable(false);

export async function saveDraft(key: string, value: unknown, version: number): Promise<void> {
  try {
    await writeRecord(await seal(await sealingKey(), { key, version, value }, Date.now()));
    draftsFailing.set(false);
    draftsChanged.set(draftsChanged.get() + 1);
  } catch {
    draftsFailing.set(true);
  }
}

export async function readDraft(key: string, version: number): Promise<{ readonly value: unknown; readonly savedAt: number } | undefined> {
  try {
    const record = await readRecord(key);
    if (!record || isStale(record, Date.now())) return undefined;
    const value = await unseal(await sealingKey(), record, version);
    return value === undefined ? undefined : { value, savedAt: record.savedAt };
  } catch {
    return undefined;
  }
}

export async function removeDraft(key: string): Promise<void> {
  await removeRecord(key).catch(() => undefined);
  draftsChanged.set(draftsChanged.get() + 1);
}

/** Drafts whose key begins so, the newest first. */
export async function listDrafts(prefix: string): Promise<readonly DraftEntry[]> {
  return entriesOf(await readRecords().catch(() => []), prefix, Date.now());
}

/** At logout: drafts and their key are gone for good. */
export async function forgetDrafts(): Promise<void> {
  await removeEverything().catch(() => undefined);
  draftsChanged.set(draftsChanged.get() + 1);
}

/** At login: another person's drafts on a shared machine are taken away; one's own stay, and old ones go. */
export async function claimDrafts(staffId: string): Promise<void> {
  if ((await readOwner()) !== staffId) {
    await removeEverything();
    await writeOwner(staffId);
  }
  const now = Date.now();
  for (const record of await readRecords()) if (isStale(record, now)) await removeRecord(record.key);
  draftsChanged.set(draftsChanged.get() + 1);
}
