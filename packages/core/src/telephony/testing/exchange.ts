import { type Instant, osloInstant, parseLocalDate, plus, second } from '../../kernel/index.ts';
import { type CallState, evolveCall, noCall } from '../call.ts';
import type { ExchangeEvent } from '../exchange-event.ts';

const evening = parseLocalDate('2026-03-11');

/** Seconds after 18:00 on an ordinary Wednesday in Oslo. */
export function at(seconds: number): Instant {
  if (!evening) throw new RangeError('Not a date');
  return plus(osloInstant(evening, 18 * 60), seconds * second);
}

/** What differs between reports; the rest gets valid defaults: call `c1`, leg `l1`, centre `lvs-forde`. */
export type Report = Partial<{ eventId: string; callId: string; legId: string }> & ReportOf<ExchangeEvent>;
type ReportOf<E> = E extends ExchangeEvent ? { kind: E['kind']; at: number } & Partial<Omit<E, 'kind' | 'occurredAt'>> : never;

export function report(given: Report): ExchangeEvent {
  const { at: seconds, ...rest } = given;
  const legId = rest.legId ?? 'l1';
  // Each kind gets its required fields here; what the test states wins.
  return {
    eventId: `${legId}-${rest.kind}-${seconds}`,
    callId: 'c1',
    legId,
    occurredAt: at(seconds),
    ...(rest.kind === 'offered' ? { centreId: 'lvs-forde', dialled: '116117' } : {}),
    ...(rest.kind === 'overflowed' ? { toCentreId: 'lvs-nordfjord' } : {}),
    ...(rest.kind === 'transferred' ? { to: { kind: 'emc' } } : {}),
    ...rest,
  } as ExchangeEvent;
}

/** The call as these reports tell it. */
export function call(...reports: readonly Report[]): CallState {
  return reports.map(report).reduce((state, exchange) => evolveCall(state, { type: 'exchangeReported', exchange }), noCall('c1'));
}
