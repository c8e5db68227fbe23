import { day, hour, type Instant, instant, type Milliseconds, minute, plus } from '../kernel/index.ts';
import type { ContactRefusal } from './refusals.ts';
import type { Contact } from './state.ts';

/** Clocks differ: a screen may be this much ahead of the server. */
export const clockSkew: Milliseconds = minute;
/** Written later than this after it happened is a late entry: counted and shown as such. */
export const lateAfter: Milliseconds = 5 * minute;
/** Paper from a week without systems can be entered; older belongs in a note. */
export const furthestBack: Milliseconds = 7 * day;
/** A call may have been answered before anybody opened the contact. */
export const beforeOpening: Milliseconds = day;
/** 2000-01-01T00:00:00Z: nothing in this journal is older. */
export const epochOfService: Instant = instant(946_684_800_000);

/** Whether something can have happened at this time, as told now. */
export function occurredAtRefusal(contact: Contact, occurredAt: Instant, now: Instant): ContactRefusal | undefined {
  const latest = plus(now, clockSkew);
  if (occurredAt > latest) return { code: 'occurred-at-in-future', field: 'occurredAt', latest: now };
  const earliest = earliestFor(contact, now);
  return occurredAt < earliest ? { code: 'occurred-at-too-early', field: 'occurredAt', earliest } : undefined;
}

/**
 * When a thing is held to have happened: what a clock says lies ahead has happened now. Else a green told by a clock that is half a minute
 * ahead would stand after the red that is set in that half minute, and nobody would be paged.
 */
export function heldAt(occurredAt: Instant, now: Instant): Instant {
  return occurredAt > now ? now : occurredAt;
}

export function isLateEntry(occurredAt: Instant, recordedAt: Instant): boolean {
  return recordedAt - occurredAt > lateAfter;
}

function earliestFor(contact: Contact, now: Instant): Instant {
  const opening = contact.status === 'none' ? epochOfService : plus(contact.opened.at, -beforeOpening);
  return instant(Math.max(epochOfService, plus(now, -furthestBack), opening));
}

/** How far ahead a thing may be put. */
const furthestAhead = { expectedAt: 7 * day, by: 7 * day, due: 366 * day } as const;
/** A patient may be entered as expected a little after the agreed time. */
const expectedSlack: Milliseconds = hour;

/** Whether an agreed time lies after what it follows from (`occurredAt`, so that a late entry can be told as it was), and not absurdly far. */
export function agreedTimeRefusal(
  field: keyof typeof furthestAhead,
  at: Instant | undefined,
  occurredAt: Instant,
): ContactRefusal | undefined {
  if (at === undefined) return undefined;
  const earliest = field === 'expectedAt' ? plus(occurredAt, -expectedSlack) : plus(occurredAt, 1);
  if (at < earliest) return { code: 'time-too-early', field, earliest };
  const latest = plus(occurredAt, furthestAhead[field]);
  return at > latest ? { code: 'time-too-late', field, latest } : undefined;
}
