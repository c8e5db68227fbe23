import type { Instant } from '../kernel/index.ts';

/** `116117` or `local`: the eight-digit number of one centre. The Directorate of Health counts both. */
export type DialledNumber = '116117' | 'local';

interface Reported<Kind extends string> {
  readonly kind: Kind;
  /** The exchange's own id of the event: the same id again is the same event again. */
  readonly eventId: string;
  readonly callId: string;
  readonly legId: string;
  /** The exchange's clock. */
  readonly occurredAt: Instant;
}

/** The call reaches a call centre: by the caller's choice, by overflow or by transfer. The recorded message, if any, starts here. */
export interface Offered extends Reported<'offered'> {
  readonly centreId: string;
  readonly dialled?: DialledNumber | undefined;
  /** Plain here, sealed in the store. Absent when the caller hides it. */
  readonly callerNumber?: string | undefined;
  /** Keyed hash of the number, made by the server: links redials without telling who called. */
  readonly callerHash?: string | undefined;
  /** PlaceId that the network reports: where the caller is, not where they live. */
  readonly place?: string | undefined;
}

/** It rings at the operators of the centre: message and menu are over, and the answer time runs. */
export interface Ringing extends Reported<'ringing'> {
  /** Staff id, where the exchange rings at one operator at a time. */
  readonly operatorId?: string | undefined;
}

export interface Answered extends Reported<'answered'> {
  /** Staff id. Absent where the exchange does not say: then it is whoever asked to be connected. */
  readonly operatorId?: string | undefined;
}

/** Where the caller was when they hung up. `recordedMessage`: before it rang at an operator. */
export type AbandonPhase = 'recordedMessage' | 'waiting';

export interface Abandoned extends Reported<'abandoned'> {
  /** What the exchange says; whether the leg rang is known better from the ringing itself (`abandonPhase`). */
  readonly phase?: AbandonPhase | undefined;
}

export interface TransferTarget {
  readonly kind: 'emc' | 'callCentre' | 'doctor';
  readonly id?: string | undefined;
}

export interface Transferred extends Reported<'transferred'> {
  readonly to: TransferTarget;
}

/** The centre did not answer in time and the call went to its partner, where a new leg is offered. */
export interface Overflowed extends Reported<'overflowed'> {
  readonly toCentreId: string;
}

export interface Ended extends Reported<'ended'> {
  /** The line is closed because the caller asked to be called back; the place in the queue is kept. */
  readonly callback?: true | undefined;
}

export type ExchangeEvent = Offered | Ringing | Answered | Abandoned | Transferred | Overflowed | Ended;
export type ExchangeEventKind = ExchangeEvent['kind'];

export const exchangeEventKinds: readonly ExchangeEventKind[] = [
  'offered',
  'ringing',
  'answered',
  'abandoned',
  'transferred',
  'overflowed',
  'ended',
];
