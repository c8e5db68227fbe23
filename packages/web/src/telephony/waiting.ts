import type { QueueRow } from '@vakthavende/contract/telephony';
import { elapsed, type Instant, type Milliseconds, minute } from '@vakthavende/core/kernel';
import { connectingTime, lostFor } from '@vakthavende/core/telephony';
import { serverNow } from '../ui/index.ts';

/** Share to be answered within two minutes is asked for by akuttmedisinforskriften § 13; ten minutes is the directorate's second measure. */
export const answerTarget: Milliseconds = 2 * minute;
export const longWait: Milliseconds = 10 * minute;

export type WaitTone = 'within' | 'past' | 'long';

export function waitTone(waited: Milliseconds): WaitTone {
  if (waited >= longWait) return 'long';
  return waited >= answerTarget ? 'past' : 'within';
}

/**
 * An operator has taken it and the exchange connects. It stays in its place until the exchange says answered; when that takes too long the
 * connection has failed, and the call is anybody's again.
 */
export function isConnecting(row: QueueRow, now: Instant = serverNow()): boolean {
  return row.connectingSince !== undefined && row.answeredAt === undefined && now - row.connectingSince < connectingTime;
}

/** The one to answer next: waited longest, and nobody is connecting to it; only when all are being connected, the first of those. */
export function nextToAnswer(lists: QueueLists, now: Instant = serverNow()): QueueRow | undefined {
  return lists.waiting.find((row) => !isConnecting(row, now)) ?? lists.waiting[0];
}

/** Waiting counts from ringing at the operator (the directorate's definition); while the recorded message runs it has not begun. */
export function waitedSoFar(row: QueueRow, now: Instant): Milliseconds | undefined {
  if (row.ringingAt === undefined) return undefined;
  return Math.max(0, elapsed(row.ringingAt, row.answeredAt ?? row.endedAt ?? now));
}

export interface QueueLists {
  /** Can be answered: longest in the queue first, callers asking to be called back keep their place. */
  readonly waiting: readonly QueueRow[];
  /** Hears the recorded message: not yet to be answered. */
  readonly inMessage: readonly QueueRow[];
  readonly talking: readonly QueueRow[];
  /** Hung up unanswered in the last hour and not rung again: worth a call back. */
  readonly lost: readonly QueueRow[];
  /** Answered and ended without a contact. */
  readonly unregistered: readonly QueueRow[];
}

export function queueLists(rows: readonly QueueRow[], now: Instant): QueueLists {
  const byOffer = rows.toSorted((a, b) => a.offeredAt - b.offeredAt || (a.callId < b.callId ? -1 : 1));
  const is = (...statuses: readonly QueueRow['status'][]) => byOffer.filter((row) => statuses.includes(row.status));
  return {
    waiting: is('queued', 'ringing'),
    inMessage: is('recordedMessage'),
    talking: is('talking'),
    lost: is('abandoned')
      .filter((row) => isLost(row, rows, now))
      .toReversed(),
    unregistered: is('ended')
      .filter((row) => row.answeredAt !== undefined && row.contactIds.length === 0)
      .toReversed(),
  };
}

function isLost(row: QueueRow, rows: readonly QueueRow[], now: Instant): boolean {
  if (row.callerNumber === undefined || row.ringingAt === undefined || row.contactIds.length > 0) return false;
  if (now - (row.endedAt ?? row.offeredAt) > lostFor) return false;
  return !rows.some((other) => other.callerNumber === row.callerNumber && other.offeredAt > row.offeredAt);
}

/** `0:42`, `12:07`, `1:02:09`. */
export function clockDuration(duration: Milliseconds): string {
  const seconds = Math.floor(duration / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `913 00 117` for an eight-digit mobile, `57 00 11 17` for the rest; foreign ones as they came. */
export function phoneText(number: string): string {
  const domestic = number.startsWith('+47') ? number.slice(3) : number;
  if (!/^\d{8}$/.test(domestic)) return number;
  const groups = /^[489]/.test(domestic) ? /^(\d{3})(\d{2})(\d{3})$/ : /^(\d{2})(\d{2})(\d{2})(\d{2})$/;
  return (groups.exec(domestic) ?? []).slice(1).join(' ');
}
