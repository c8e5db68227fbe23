import { type Instant, never } from '../kernel/index.ts';
import type { DialledNumber, ExchangeEvent } from './exchange-event.ts';
import { canonical, evolveLeg, type Leg } from './leg.ts';

/** The centre of a call that the register has no receiver for. It stands in the queue of every centre, with the gap stated. */
export const unrouted = 'uten-mottaker';

/** An operator asked to be connected to a leg. What counts as answered is the exchange's own `answered`. */
export interface Connection {
  readonly legId: string;
  readonly operatorId: string;
  readonly occurredAt: Instant;
}

/** A call written down by an operator because no exchange reported it: it is down, or the note is from paper. */
export interface ByHand {
  readonly centreId: string;
  readonly operatorId: string;
  readonly occurredAt: Instant;
  readonly dialled?: DialledNumber | undefined;
  readonly callerNumber?: string | undefined;
  readonly callerHash?: string | undefined;
  readonly place?: string | undefined;
}

export interface HangUp {
  readonly operatorId: string;
  readonly occurredAt: Instant;
}

export type CallEvent =
  | { readonly type: 'exchangeReported'; readonly exchange: ExchangeEvent }
  | ({ readonly type: 'operatorConnected' } & Connection)
  | ({ readonly type: 'callRegisteredByHand' } & ByHand)
  /** The operator hung up. For a call by hand this is its end; for others the exchange's `ended` is. */
  | ({ readonly type: 'operatorHungUp' } & HangUp)
  | { readonly type: 'contactLinked'; readonly contactId: string; readonly occurredAt: Instant }
  | { readonly type: 'contactUnlinked'; readonly contactId: string; readonly occurredAt: Instant };

/** The last word on whether the call belongs to a contact. */
export interface ContactLink {
  readonly contactId: string;
  readonly linked: boolean;
  readonly occurredAt: Instant;
}

/** Every list is kept sorted and without repeats, so that equal knowledge is equal state. */
export interface CallState {
  readonly callId: string;
  /** By leg id. */
  readonly legs: readonly Leg[];
  /** Ids of the exchange's events seen. */
  readonly reported: readonly string[];
  /** By time. */
  readonly connections: readonly Connection[];
  readonly byHand?: ByHand;
  readonly hungUp?: HangUp;
  /** By contact id. */
  readonly links: readonly ContactLink[];
}

/** A call nothing is known of. */
export function noCall(callId: string): CallState {
  return { callId, legs: [], reported: [], connections: [], links: [] };
}

/**
 * Commutative and idempotent: the exchange's events come late, twice and out of order, and any order with any repeats
 * gives the same state. Each part is a join: a union, or the first (for links: the last) by a total order.
 */
export function evolveCall(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'exchangeReported':
      return withReport(state, event.exchange);
    case 'operatorConnected': {
      const { type: _, ...connection } = event;
      return { ...state, connections: united(state.connections, connection, compareConnections) };
    }
    case 'callRegisteredByHand': {
      const { type: _, ...byHand } = event;
      return { ...state, byHand: earlier(state.byHand, byHand) };
    }
    case 'operatorHungUp': {
      const { type: _, ...hungUp } = event;
      return { ...state, hungUp: earlier(state.hungUp, hungUp) };
    }
    case 'contactLinked':
      return withLink(state, { contactId: event.contactId, linked: true, occurredAt: event.occurredAt });
    case 'contactUnlinked':
      return withLink(state, { contactId: event.contactId, linked: false, occurredAt: event.occurredAt });
    default:
      return never(event);
  }
}

/** Leg id of a call registered by hand. */
export const handLeg = 'by-hand';

/**
 * The call's legs. One that the exchange knows nothing of has a single leg, offered and answered when the operator says so;
 * it never rang that we know of, so its answer time is unknown.
 */
export function legsOf(state: CallState): readonly Leg[] {
  if (state.legs.length > 0 || !state.byHand) return state.legs;
  const { operatorId, occurredAt, ...offer } = state.byHand;
  const report = (kind: string) => ({ eventId: `${handLeg}:${kind}`, callId: state.callId, legId: handLeg, occurredAt });
  return [
    {
      legId: handLeg,
      offered: { ...report('offered'), kind: 'offered', ...offer },
      answered: { ...report('answered'), kind: 'answered', operatorId },
      ...(state.hungUp ? { ended: { ...report('ended'), kind: 'ended', occurredAt: state.hungUp.occurredAt } } : {}),
    },
  ];
}

/** Contacts that the call belongs to, in id order. */
export function contactsOf(state: CallState): readonly string[] {
  return state.links.filter((link) => link.linked).map((link) => link.contactId);
}

function withReport(state: CallState, event: ExchangeEvent): CallState {
  const known = state.legs.find((leg) => leg.legId === event.legId);
  const leg = evolveLeg(known ?? { legId: event.legId }, event);
  const others = state.legs.filter((other) => other.legId !== event.legId);
  return {
    ...state,
    legs: [...others, leg].toSorted((a, b) => compare(a.legId, b.legId)),
    reported: united(state.reported, event.eventId, compare),
  };
}

/** At the same instant unlinking wins: a wrong link shows a stranger's call, a missing one is put right by one key. */
function withLink(state: CallState, next: ContactLink): CallState {
  const known = state.links.find((link) => link.contactId === next.contactId);
  const stays = known && (known.occurredAt > next.occurredAt || (known.occurredAt === next.occurredAt && !known.linked));
  const others = state.links.filter((link) => link.contactId !== next.contactId);
  return { ...state, links: [...others, stays ? known : next].toSorted((a, b) => compare(a.contactId, b.contactId)) };
}

function earlier<T extends HangUp>(known: T | undefined, next: T): T {
  if (!known) return next;
  const order =
    known.occurredAt - next.occurredAt || compare(known.operatorId, next.operatorId) || compare(canonical(known), canonical(next));
  return order <= 0 ? known : next;
}

function united<T>(list: readonly T[], next: T, order: (a: T, b: T) => number): readonly T[] {
  return list.some((one) => order(one, next) === 0) ? list : [...list, next].toSorted(order);
}

function compareConnections(a: Connection, b: Connection): number {
  return a.occurredAt - b.occurredAt || compare(a.legId, b.legId) || compare(a.operatorId, b.operatorId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
