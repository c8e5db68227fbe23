import { useEffect, useRef } from 'react';
import { type Observable, observable, useObservable } from '../ui/observable.ts';
import type { Change } from './feed-state.ts';
import type { Connection } from './relay.ts';
import { joinTabs } from './tabs.ts';

export type { Change } from './feed-state.ts';
export type { Connection } from './relay.ts';

type Listener = (changes: readonly Change[] | 'everything') => void;

const listeners = new Set<Listener>();
const connection: Observable<Connection> = observable<Connection>({ status: 'connecting', since: Date.now() });

/** Joins the browser's one stream of changes. Called once by the shell, when someone is logged in; returns what leaves it. */
export function startLive(): () => void {
  return joinTabs({
    changes: (changes) => tell(changes),
    everything: () => tell('everything'),
    connection: (next) => {
      if (next.status !== connection.get().status) connection.set(next);
    },
  });
}

/** How the connection is, and since when. */
export function useConnection(): Connection {
  return useObservable(connection);
}

/**
 * Calls `onChange` when something that the selector chooses has changed on the server, with the changes chosen; with `'everything'` when the
 * connection cannot say what changed, and all must be fetched anew.
 */
export function useLive(selector: (change: Change) => boolean, onChange: (changes: readonly Change[] | 'everything') => void): void {
  const latest = useRef({ selector, onChange });
  useEffect(() => {
    latest.current = { selector, onChange };
  });
  useEffect(
    () =>
      listen((changes) => {
        const chosen = changes === 'everything' ? changes : changes.filter((change) => latest.current.selector(change));
        if (chosen.length > 0) latest.current.onChange(chosen);
      }),
    [],
  );
}

export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(changes: readonly Change[] | 'everything'): void {
  for (const listener of [...listeners]) listener(changes);
}
