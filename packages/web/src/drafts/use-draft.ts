import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useObservable } from '../ui/observable.ts';
import { type DraftEntry, draftsChanged, listDrafts, readDraft, removeDraft, saveDraft } from './drafts.ts';
import { saver } from './saver.ts';

const pause = 150;
/** In the row of what is to be saved: nothing, so that a removal never overtakes or is overtaken by a save. */
const gone = Symbol('gone');

export interface Draft<T> {
  readonly value: T;
  readonly set: (next: T | ((before: T) => T)) => void;
  /** After sending, or when it is thrown away: back to the initial value, and nothing is kept. */
  readonly clear: () => void;
  /** Whether the storage has been looked in. Until then a form may be shown; what is written meanwhile wins over what was kept. */
  readonly ready: boolean;
  /** When the value was kept that this page began with; undefined when it began empty. */
  readonly restoredFrom: number | undefined;
}

/**
 * State that survives a reload and a lost connection: kept encrypted in this browser until it is cleared. `key` says what it is a draft of
 * (`contact:<id>:note`) and holds no person data. A change of shape takes a new `version`; drafts of another version are not read.
 */
export function useDraft<T>(key: string, initial: T, version = 1): Draft<T> {
  const [kept, setKept] = useState<{
    readonly key: string;
    readonly value: T;
    readonly ready: boolean;
    readonly restoredFrom: number | undefined;
  }>();
  const start = useRef(initial);
  start.current = initial;
  const current = kept?.key === key ? kept : { key, value: initial, ready: false, restoredFrom: undefined };
  const latest = useRef(current);
  latest.current = current;
  const touched = useRef<string>(undefined);
  const saving = useMemo(
    () => saver<T | typeof gone>((value) => (value === gone ? removeDraft(key) : saveDraft(key, value, version)), pause),
    [key, version],
  );

  useEffect(() => {
    let left = false;
    void readDraft(key, version).then((found) => {
      if (left) return;
      const mine = touched.current === key ? latest.current.value : undefined;
      // Sealed by this hook under the same key and version.
      const value = mine ?? (found?.value as T | undefined) ?? start.current;
      setKept({ key, value, ready: true, restoredFrom: mine === undefined ? found?.savedAt : undefined });
    });
    return () => {
      left = true;
    };
  }, [key, version]);

  useEffect(() => {
    const flush = () => saving.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      flush();
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [saving]);

  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      const before = latest.current;
      // A function is never a draft: it cannot be kept.
      const value = typeof next === 'function' ? (next as (before: T) => T)(before.value) : next;
      touched.current = key;
      latest.current = { ...before, key, value };
      setKept(latest.current);
      saving.put(value);
    },
    [key, saving],
  );

  const clear = useCallback(() => {
    touched.current = key;
    latest.current = { key, value: start.current, ready: true, restoredFrom: undefined };
    setKept(latest.current);
    saving.put(gone);
    saving.flush();
  }, [key, saving]);

  return { value: current.value, set, clear, ready: current.ready, restoredFrom: current.restoredFrom };
}

/** Drafts that can be gone on with, the newest first. */
export function useDrafts(prefix: string): readonly DraftEntry[] {
  const [entries, setEntries] = useState<readonly DraftEntry[]>([]);
  const version = useObservable(draftsChanged);
  useEffect(() => {
    let left = false;
    // `version` is what says that it is time to look again.
    void version;
    void listDrafts(prefix).then((found) => !left && setEntries(found));
    return () => {
      left = true;
    };
  }, [prefix, version]);
  return entries;
}
