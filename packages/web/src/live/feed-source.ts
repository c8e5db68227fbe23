import { FeedMessage, feedPath } from '@vakthavende/contract/kernel';
import { alive, type Change, type FeedState, greeted, opened, received } from './feed-state.ts';
import type { Status } from './relay.ts';

interface Ears {
  readonly changes: (changes: readonly Change[], state: FeedState) => void;
  /** The server could not say what came in between: all must be fetched anew. */
  readonly everything: (state: FeedState) => void;
  readonly status: (status: Status) => void;
}

const waits = [300, 600, 1_200, 2_500, 5_000] as const;
/** The server gives a sign of life every 15 s; after this without any, the line is taken to be dead. */
const longestSilence = 40_000;

/** Holds the one connection to the feed, and opens it anew from where it was whenever it breaks. Returns what ends it. */
export function followFeed(from: FeedState, ears: Ears): () => void {
  let state = from;
  let source: EventSource | undefined;
  let tries = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(broken, longestSilence);
  };
  const broken = () => {
    source?.close();
    clearTimeout(silence);
    clearTimeout(again);
    ears.status('reconnecting');
    again = setTimeout(open, (waits[Math.min(tries, waits.length - 1)] ?? 5_000) * (1 + Math.random() / 5));
    tries += 1;
  };
  const open = () => {
    clearTimeout(again);
    source?.close();
    const fresh = state.cursor === undefined;
    state = opened(state);
    source = new EventSource(fresh ? feedPath : `${feedPath}?after=${encodeURIComponent(state.cursor ?? '')}`);
    heard();
    source.addEventListener('error', broken);
    source.addEventListener('hello', (event) => {
      tries = 0;
      heard();
      state = greeted(state, String(event.data));
      ears.status('live');
      // What happened before the first greeting was not heard.
      if (fresh) ears.everything(state);
    });
    source.addEventListener('alive', (event) => {
      heard();
      state = alive(state, String(event.data));
    });
    source.addEventListener('reset', (event) => {
      heard();
      state = alive(state, String(event.data));
      ears.everything(state);
    });
    source.addEventListener('change', (event) => {
      heard();
      const message = parse(event.data);
      if (!message) return broken();
      const next = received(state, message);
      state = next.state;
      if (next.changes.length > 0) ears.changes(next.changes, state);
    });
  };
  const now = () => {
    if (source?.readyState !== EventSource.OPEN) open();
  };
  window.addEventListener('online', now);
  open();
  return () => {
    window.removeEventListener('online', now);
    clearTimeout(again);
    clearTimeout(silence);
    source?.close();
  };
}

function parse(data: unknown): FeedMessage | undefined {
  try {
    const parsed = FeedMessage.safeParse(JSON.parse(String(data)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
