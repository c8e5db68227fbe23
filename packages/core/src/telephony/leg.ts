import { type Instant, never } from '../kernel/index.ts';
import type {
  Abandoned,
  AbandonPhase,
  Answered,
  Ended,
  ExchangeEvent,
  Offered,
  Overflowed,
  Ringing,
  Transferred,
} from './exchange-event.ts';

/** One call centre's part of a call. Each slot holds the report that counts; absent means not reported (yet). */
export interface Leg {
  readonly legId: string;
  readonly offered?: Offered;
  readonly ringing?: Ringing;
  readonly answered?: Answered;
  readonly abandoned?: Abandoned;
  readonly transferred?: Transferred;
  readonly overflowed?: Overflowed;
  /** The caller asked to be called back and left the line. */
  readonly callback?: Ended;
  readonly ended?: Ended;
}

/**
 * `recordedMessage` offered, not yet ringing · `ringing` waits on the line · `queued` waits without the line, to be called back ·
 * `transferred` and `overflowed` sent on · `ended` after an answer.
 */
export type LegStatus = 'recordedMessage' | 'queued' | 'ringing' | 'talking' | 'abandoned' | 'transferred' | 'overflowed' | 'ended';

/**
 * Of two reports of the same thing the earlier counts, then the lower event id, then the lower content: a total order,
 * so that any order of arrival gives the same leg.
 */
function first<Event extends ExchangeEvent>(known: Event | undefined, next: Event): Event {
  if (known === undefined) return next;
  if (next.occurredAt !== known.occurredAt) return next.occurredAt < known.occurredAt ? next : known;
  if (next.eventId !== known.eventId) return next.eventId < known.eventId ? next : known;
  return canonical(next) < canonical(known) ? next : known;
}

/** One text for equal content, whatever order its fields came in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

export function evolveLeg(leg: Leg, event: ExchangeEvent): Leg {
  switch (event.kind) {
    case 'offered':
      return { ...leg, offered: first(leg.offered, event) };
    case 'ringing':
      return { ...leg, ringing: first(leg.ringing, event) };
    case 'answered':
      return { ...leg, answered: first(leg.answered, event) };
    case 'abandoned':
      return { ...leg, abandoned: first(leg.abandoned, event) };
    case 'transferred':
      return { ...leg, transferred: first(leg.transferred, event) };
    case 'overflowed':
      return { ...leg, overflowed: first(leg.overflowed, event) };
    case 'ended':
      return event.callback ? { ...leg, callback: first(leg.callback, event) } : { ...leg, ended: first(leg.ended, event) };
    default:
      return never(event);
  }
}

/**
 * The answer that counts. An operator who picked up after the caller had hung up has answered nobody:
 * where both are reported, the one that happened first is what was so.
 */
export function answerOf(leg: Leg): Answered | undefined {
  if (!leg.answered) return undefined;
  return leg.abandoned && leg.abandoned.occurredAt < leg.answered.occurredAt ? undefined : leg.answered;
}

/**
 * When the caller gave this leg up unanswered, and in which phase. A leg that rang was waiting, whatever the exchange calls it;
 * one that no ringing is reported for was in the recorded message, unless the exchange says that it waited (a lost `ringing`).
 * `ended` alone, unanswered and not sent on, is a hang-up too: the line is gone and nobody answered.
 */
export function abandonmentOf(leg: Leg): { readonly at: Instant; readonly phase: AbandonPhase } | undefined {
  if (answerOf(leg) || leg.overflowed || leg.transferred) return undefined;
  const gone = leg.abandoned ?? leg.ended;
  if (!gone) return undefined;
  const waited = leg.ringing !== undefined || leg.callback !== undefined || leg.abandoned?.phase === 'waiting';
  return { at: gone.occurredAt, phase: waited ? 'waiting' : 'recordedMessage' };
}

export function legStatus(leg: Leg): LegStatus {
  if (answerOf(leg)) {
    if (leg.transferred) return 'transferred';
    return leg.ended || leg.abandoned ? 'ended' : 'talking';
  }
  if (leg.overflowed) return 'overflowed';
  if (leg.transferred) return 'transferred';
  if (leg.abandoned || leg.ended) return 'abandoned';
  if (leg.callback) return 'queued';
  return leg.ringing ? 'ringing' : 'recordedMessage';
}

/** The earliest that is known of the leg: when it was offered, or the first other report while that one is on its way. */
export function legStart(leg: Leg): Instant | undefined {
  if (leg.offered) return leg.offered.occurredAt;
  return legTimes(leg)[0];
}

/** All reported times of the leg, in order. */
export function legTimes(leg: Leg): readonly Instant[] {
  return legReports(leg)
    .map((report) => report.occurredAt)
    .toSorted((a, b) => a - b);
}

/** The reports that count. */
export function legReports(leg: Leg): readonly ExchangeEvent[] {
  const reports = [leg.offered, leg.ringing, leg.answered, leg.abandoned, leg.transferred, leg.overflowed, leg.callback, leg.ended];
  return reports.flatMap((report) => report ?? []);
}
