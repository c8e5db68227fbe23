import type { Instant } from './instant.ts';

/**
 * What surrounds every stored event. `occurredAt` is when it happened, as claimed (late notes and paper fallback are normal);
 * `recordedAt` is the server's. Figures use the first, audit the second.
 */
export interface Recorded<Event> {
  readonly event: Event;
  readonly sequence: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Who did it: a staff id, or a named system part (`exchange`, `pager`). */
  readonly actor: string;
}

/** What surrounds every command. The client makes `commandId`; a repeat of it gets the first answer. */
export interface Envelope {
  readonly commandId: string;
  readonly actor: string;
  /** The server's clock when the command came in. */
  readonly now: Instant;
  /** When it happened; equal to `now` unless entered late. */
  readonly occurredAt: Instant;
}
