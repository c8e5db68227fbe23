import type { Change } from './feed-state.ts';

export type Status = 'connecting' | 'live' | 'reconnecting';

/** How the browser's one connection is, and since when (milliseconds since 1970). */
export interface Connection {
  readonly status: Status;
  readonly since: number;
}

/** What the leading tab tells the others. Its messages are numbered, so that a tab that slept sees that it missed some. */
export type Relayed =
  | {
      readonly kind: 'changes';
      readonly leader: string;
      readonly number: number;
      readonly cursor: string | undefined;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'everything'; readonly leader: string; readonly number: number; readonly cursor: string | undefined }
  | {
      readonly kind: 'connection';
      readonly leader: string;
      readonly number: number;
      readonly cursor: string | undefined;
      readonly connection: Connection;
    };

/** A tab that has come asks the leader how things are. */
export interface Greeting {
  readonly kind: 'greeting';
}

/** Where a following tab has come in the leader's messages. */
export interface Place {
  readonly leader: string;
  readonly number: number;
}

/**
 * What a relayed message is to a tab that had come to `place`: the next one; one it has; or one after a gap, and then everything must be fetched.
 * A new leader begins with 1 and goes on from its own cursor. The first message of all is a beginning, not a gap: the tab fetched on its own.
 */
export function judge(place: Place | undefined, message: Relayed): 'next' | 'old' | 'gap' {
  if (!place) return 'next';
  if (place.leader !== message.leader) return message.number === 1 ? 'next' : 'gap';
  if (message.number <= place.number) return 'old';
  return message.number === place.number + 1 ? 'next' : 'gap';
}
