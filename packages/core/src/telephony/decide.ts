import { accept, type Decision, type Envelope, type Instant, instant, minute, never, refuse, second } from '../kernel/index.ts';
import { type ByHand, type CallEvent, type CallState, contactsOf, legsOf } from './call.ts';
import type { ExchangeEvent } from './exchange-event.ts';
import { answerOf, type Leg, type LegStatus, legReports, legStatus } from './leg.ts';

export type CallCommand = Envelope &
  (
    | { readonly type: 'reportExchange'; readonly exchange: ExchangeEvent }
    /** The operator (the actor) takes a call that waits at the centre where they work. */
    | { readonly type: 'answerCall'; readonly legId: string; readonly centreId: string }
    | ({ readonly type: 'registerByHand' } & Omit<ByHand, 'operatorId' | 'occurredAt'>)
    | { readonly type: 'linkContact'; readonly contactId: string }
    | { readonly type: 'unlinkContact'; readonly contactId: string }
    /** The operator (the actor) hangs up. */
    | { readonly type: 'endCall' }
  );

export type CallRefusal =
  /** The time claimed lies more than five minutes ahead of the server's clock. */
  | { readonly code: 'time-in-future'; readonly field: string; readonly occurredAt: Instant }
  | { readonly code: 'time-too-old'; readonly field: string; readonly occurredAt: Instant }
  /** The event names another call than the one it was sent to. */
  | { readonly code: 'event-of-other-call'; readonly field: 'callId'; readonly callId: string }
  | { readonly code: 'call-unknown'; readonly field: 'callId' }
  | { readonly code: 'call-already-known'; readonly field: 'callId' }
  /** The leg is unknown, or was offered to another centre. */
  | { readonly code: 'no-such-leg'; readonly field: 'legId'; readonly centreId?: string | undefined }
  /** `by` is the staff id of the one who has the call; absent when the exchange has not said who. */
  | { readonly code: 'already-answered'; readonly by?: string | undefined; readonly at: Instant }
  /** The same event id with another leg, kind or time: the exchange used it twice. */
  | { readonly code: 'event-reused'; readonly field: 'eventId'; readonly eventId: string }
  | { readonly code: 'call-over'; readonly status: LegStatus };

/** How far ahead of ours the exchange's clock may be. */
export const clockTolerance = 5 * minute;
/** 2000-01-01T00:00Z: no event of this service is older. */
export const earliestTime = instant(946_684_800_000);
/** How long an operator who clicked keeps the call while the exchange connects; then it is free for others again. */
export const connectingTime = 30 * second;

export function decideCall(state: CallState, command: CallCommand): Decision<CallEvent, CallRefusal> {
  switch (command.type) {
    case 'reportExchange':
      return reportExchange(state, command.exchange, command.now);
    case 'answerCall':
      return answerCall(state, command);
    case 'registerByHand':
      return registerByHand(state, command);
    case 'linkContact':
      if (!isKnown(state)) return refuse({ code: 'call-unknown', field: 'callId' });
      if (contactsOf(state).includes(command.contactId)) return accept();
      return accept({ type: 'contactLinked', contactId: command.contactId, occurredAt: command.now });
    case 'unlinkContact':
      if (!contactsOf(state).includes(command.contactId)) return accept();
      return accept({ type: 'contactUnlinked', contactId: command.contactId, occurredAt: command.now });
    case 'endCall':
      return endCall(state, command);
    default:
      return never(command);
  }
}

function endCall(state: CallState, command: Envelope): Decision<CallEvent, CallRefusal> {
  if (!isKnown(state)) return refuse({ code: 'call-unknown', field: 'callId' });
  if (state.hungUp) return accept();
  const impossible = impossibleTime(command.occurredAt, command.now);
  if (impossible) return refuse(impossible);
  const talking = legsOf(state).some((leg) => legStatus(leg) === 'talking');
  if (!talking) return refuse({ code: 'call-over', status: legStatus(legsOf(state).at(-1) ?? { legId: '' }) });
  return accept({ type: 'operatorHungUp', operatorId: command.actor, occurredAt: command.occurredAt });
}

function isKnown(state: CallState): boolean {
  return state.legs.length > 0 || state.byHand !== undefined;
}

/** What the exchange says happened has happened: only an impossible time or a wrong address is refused. A repeat adds nothing. */
function reportExchange(state: CallState, exchange: ExchangeEvent, now: Instant): Decision<CallEvent, CallRefusal> {
  if (exchange.callId !== state.callId) return refuse({ code: 'event-of-other-call', field: 'callId', callId: exchange.callId });
  const impossible = impossibleTime(exchange.occurredAt, now);
  if (impossible) return refuse(impossible);
  if (!state.reported.includes(exchange.eventId)) return accept({ type: 'exchangeReported', exchange });
  const known = state.legs.flatMap(legReports).find((report) => report.eventId === exchange.eventId);
  return known && !isSame(known, exchange) ? refuse({ code: 'event-reused', field: 'eventId', eventId: exchange.eventId }) : accept();
}

/** Not compared: what the server adds or decides (hash, centre), which may differ when the exchange only repeats itself. */
function isSame(a: ExchangeEvent, b: ExchangeEvent): boolean {
  return a.kind === b.kind && a.legId === b.legId && a.occurredAt === b.occurredAt;
}

function impossibleTime(occurredAt: Instant, now: Instant): CallRefusal | undefined {
  if (occurredAt - now > clockTolerance) return { code: 'time-in-future', field: 'occurredAt', occurredAt };
  if (occurredAt < earliestTime) return { code: 'time-too-old', field: 'occurredAt', occurredAt };
  return undefined;
}

/**
 * A leg in the recorded message may be taken too: its `ringing` may only be late, and it is the exchange that connects.
 * A second click by the same operator is the same wish.
 */
function answerCall(state: CallState, command: Extract<CallCommand, { type: 'answerCall' }>): Decision<CallEvent, CallRefusal> {
  const leg = state.legs.find((one) => one.legId === command.legId);
  if (!leg) return refuse({ code: 'no-such-leg', field: 'legId' });
  if (leg.offered && leg.offered.centreId !== command.centreId) {
    return refuse({ code: 'no-such-leg', field: 'legId', centreId: leg.offered.centreId });
  }
  const holder = holderOf(state, leg, command.now);
  if (holder) return holder.by === command.actor ? accept() : refuse({ code: 'already-answered', by: holder.by, at: holder.at });
  const status = legStatus(leg);
  if (status !== 'ringing' && status !== 'queued' && status !== 'recordedMessage') return refuse({ code: 'call-over', status });
  return accept({ type: 'operatorConnected', legId: leg.legId, operatorId: command.actor, occurredAt: command.now });
}

/** Who has the leg: the one the exchange says answered, else the last who clicked while the exchange is still connecting. */
export function holderOf(state: CallState, leg: Leg, now: Instant): { readonly by: string | undefined; readonly at: Instant } | undefined {
  const answer = answerOf(leg);
  const last = state.connections.findLast((connection) => connection.legId === leg.legId);
  if (answer) return { by: answer.operatorId ?? last?.operatorId, at: answer.occurredAt };
  return last && now - last.occurredAt < connectingTime ? { by: last.operatorId, at: last.occurredAt } : undefined;
}

function registerByHand(state: CallState, command: Extract<CallCommand, { type: 'registerByHand' }>): Decision<CallEvent, CallRefusal> {
  if (isKnown(state)) return refuse({ code: 'call-already-known', field: 'callId' });
  const impossible = impossibleTime(command.occurredAt, command.now);
  if (impossible) return refuse(impossible);
  const { centreId, dialled, callerNumber, callerHash, place } = command;
  return accept({
    type: 'callRegisteredByHand',
    centreId,
    operatorId: command.actor,
    occurredAt: command.occurredAt,
    ...(dialled === undefined ? {} : { dialled }),
    ...(callerNumber === undefined ? {} : { callerNumber }),
    ...(callerHash === undefined ? {} : { callerHash }),
    ...(place === undefined ? {} : { place }),
  });
}
