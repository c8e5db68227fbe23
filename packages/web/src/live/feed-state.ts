import type { FeedMessage } from '@vakthavende/contract/kernel';

/** A stream moved on: its name, the sequence it came to, and the units that it relates to. */
export type Change = FeedMessage['changes'][number];

/** What a reader of the feed knows. */
export interface FeedState {
  /** Where to go on from after a break. */
  readonly cursor: string | undefined;
  /**
   * Whether what was missed before the stream was opened has come. Until then a newer change may have come ahead of an older one, and the
   * cursor must stay, or a break just then would lose the older.
   */
  readonly settled: boolean;
  /** The highest sequence seen of each stream, the latest last. */
  readonly seen: ReadonlyMap<string, Change>;
}

export const nothingSeen: FeedState = { cursor: undefined, settled: true, seen: new Map() };

/** Streams remembered: far more than move in the time that a replay covers. */
const most = 4_000;

/** The stream is opened anew from the cursor, if there is one. */
export function opened(state: FeedState): FeedState {
  return { ...state, settled: state.cursor === undefined };
}

/** The server's greeting, with where it is. */
export function greeted(state: FeedState, cursor: string): FeedState {
  return state.cursor === undefined ? { ...state, cursor } : state;
}

/** A sign of life, with where the server is: all before it has been sent. */
export function alive(state: FeedState, cursor: string): FeedState {
  return { ...state, cursor, settled: true };
}

/**
 * Takes in a message. Gives the changes that are new: not seen before at that sequence. The feed tells the newest sequence of a stream only, so
 * a stream may jump; the step jumped over may have concerned units that the newest does not, so the units last known come with it.
 */
export function received(state: FeedState, message: FeedMessage): { readonly state: FeedState; readonly changes: readonly Change[] } {
  const seen = new Map(state.seen);
  const changes: Change[] = [];
  for (const [stream, sequence, units] of message.changes) {
    const before = seen.get(stream);
    if (before && before[1] >= sequence) continue;
    changes.push([stream, sequence, before ? [...new Set([...units, ...before[2]])] : units]);
    seen.delete(stream);
    seen.set(stream, [stream, sequence, units]);
  }
  for (const stream of seen.keys()) {
    if (seen.size <= most) break;
    seen.delete(stream);
  }
  return { state: { ...state, cursor: state.settled ? message.cursor : state.cursor, seen }, changes };
}
