import { hour, type Instant, type Milliseconds } from '../kernel/index.ts';
import type { CallState } from './call.ts';
import { holderOf } from './decide.ts';
import { type Leg, legStatus, legTimes } from './leg.ts';

export interface QueueEntry {
  readonly callId: string;
  readonly legId: string;
  readonly status: 'recordedMessage' | 'queued' | 'ringing';
  readonly offeredAt: Instant;
  /** When it first rang at this centre's operators; absent while the recorded message runs. */
  readonly ringingSince?: Instant | undefined;
  /** Since it first rang at an operator of any centre: what the caller has waited. Absent while it has rung nowhere. */
  readonly waited?: Milliseconds | undefined;
  /** The operator who has clicked, while the exchange connects. */
  readonly connectingTo?: string | undefined;
  readonly place?: string | undefined;
  readonly contactIds: readonly string[];
  /** Nothing heard of the leg for two hours: its end is probably lost, and someone must look. */
  readonly silent: boolean;
}

/** Nothing heard for so long: its end is probably lost. An ordinary wait is minutes; the worst published medians are far under an hour. Own choice. */
export const silence: Milliseconds = 2 * hour;

/**
 * The legs that wait at a centre, in the order in which they were offered to it. A caller who asked to be called back keeps
 * the place, since the order is that of the first offer; so does one whose `ringing` comes late.
 */
export function queueOf(calls: readonly CallState[], centreId: string, now: Instant): readonly QueueEntry[] {
  return calls
    .flatMap((call) => call.legs.flatMap((leg) => entry(call, leg, { centreId, now }) ?? []))
    .toSorted((a, b) => a.offeredAt - b.offeredAt || (a.callId < b.callId ? -1 : 1));
}

function entry(call: CallState, leg: Leg, at: { readonly centreId: string; readonly now: Instant }): QueueEntry | undefined {
  if (leg.offered?.centreId !== at.centreId) return undefined;
  const status = legStatus(leg);
  if (status !== 'recordedMessage' && status !== 'queued' && status !== 'ringing') return undefined;
  const rang = call.legs.flatMap((one) => (one.ringing ? [one.ringing.occurredAt] : []));
  const last = legTimes(leg).at(-1) ?? leg.offered.occurredAt;
  return {
    callId: call.callId,
    legId: leg.legId,
    status,
    offeredAt: leg.offered.occurredAt,
    ringingSince: leg.ringing?.occurredAt,
    waited: rang.length === 0 ? undefined : Math.max(0, at.now - Math.min(...rang)),
    connectingTo: holderOf(call, leg, at.now)?.by,
    place: leg.offered.place,
    contactIds: call.links.filter((link) => link.linked).map((link) => link.contactId),
    silent: at.now - last > silence,
  };
}
