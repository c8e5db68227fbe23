import {
  type CallEvent,
  type CallState,
  contactsOf,
  evolveCall,
  type Leg,
  legStart,
  legStatus,
  legsOf,
  noCall,
  unrouted,
} from '@vakthavende/core/telephony';
import type { Projection, StreamKind } from '../platform/journal.ts';

export const callStream = (callId: string) => `call:${callId}`;
export const callIdOf = (stream: string) => stream.slice('call:'.length);

/**
 * A leg whose `offered` is late, was lost or could not be understood belongs to no centre we know: whoever answers calls sees it meanwhile,
 * because somebody rings.
 */
export function centreOf(leg: Leg): string {
  return leg.offered?.centreId ?? unrouted;
}

function unitsOf(call: CallState): readonly string[] {
  return [...new Set(legsOf(call).map(centreOf))];
}

const legProjection: Projection<CallState> = {
  sql: (
    rows,
  ) => `insert into telephony.leg (call_id, leg_id, sequence, centre_id, status, active, offered_at, last_at, caller_hash, plain, sealed, subject)
    select call_id, leg_id, sequence, centre_id, status, active, offered_at, last_at, caller_hash, plain, sealed, subject
    from jsonb_to_recordset(${rows}::jsonb) as x(call_id text, leg_id text, sequence int, centre_id text, status text, active boolean,
      offered_at timestamptz, last_at timestamptz, caller_hash text, plain jsonb, sealed text, subject text)
    on conflict (call_id, leg_id) do update set sequence = excluded.sequence, centre_id = excluded.centre_id, status = excluded.status,
      active = excluded.active, offered_at = excluded.offered_at, last_at = excluded.last_at, caller_hash = excluded.caller_hash,
      plain = excluded.plain, sealed = excluded.sealed`,
  rows: ({ after, stream, now, seal, sequence }) =>
    legsOf(after).map((leg) => {
      const { offered } = leg;
      const status = legStatus(leg);
      return {
        call_id: after.callId,
        leg_id: leg.legId,
        sequence,
        centre_id: centreOf(leg),
        status,
        active: activeStatuses.has(status),
        offered_at: new Date(legStart(leg) ?? now).toISOString(),
        last_at: new Date(now).toISOString(),
        caller_hash: offered?.callerHash ?? null,
        plain: plainRow(after, leg),
        sealed: offered?.callerNumber === undefined ? null : seal(stream, offered.callerNumber, `${stream} leg`),
        subject: stream,
      };
    }),
};

const activeStatuses: ReadonlySet<string> = new Set(['recordedMessage', 'queued', 'ringing', 'talking']);

function plainRow(call: CallState, leg: Leg) {
  const connected = call.connections.findLast((connection) => connection.legId === leg.legId);
  return {
    dialled: leg.offered?.dialled ?? '116117',
    place: leg.offered?.place,
    ringingAt: leg.ringing?.occurredAt,
    answeredAt: leg.answered?.occurredAt,
    endedAt: (leg.ended ?? leg.abandoned ?? leg.transferred ?? leg.overflowed)?.occurredAt,
    operatorId: leg.answered?.operatorId ?? connected?.operatorId,
    connectingSince: leg.answered ? undefined : connected?.occurredAt,
    contactIds: contactsOf(call),
    callback: leg.callback !== undefined && !leg.answered,
  };
}

/** The call's own key seals its number: calls come before we know whose they are. `alsoKept` are read models of later contexts. */
export function callKind(alsoKept: readonly Projection<CallState>[]): StreamKind<CallState, CallEvent> {
  return {
    name: 'call',
    initial: (stream) => noCall(callIdOf(stream)),
    evolve: (state, recorded) => evolveCall(state, recorded.event),
    sealed: { exchangeReported: ['exchange.callerNumber'], callRegisteredByHand: ['callerNumber'] },
    erased: () => '',
    subjectOf: (after) => callStream(after.callId),
    unitsOf,
    version: 1,
    // Version 1 is the only one so far: what the journal holds is what this code wrote.
    upcast: (type, _version, data) => ({ type, ...data }) as CallEvent,
    projections: [legProjection, ...alsoKept],
  };
}
