import { partialsOf, results } from '@vakthavende/core/statistics';
import { type CallFact, type CallState, callFacts, type ExchangeEvent, evolveCall, linkRedials, noCall } from '@vakthavende/core/telephony';
import { describe, expect, it } from 'vitest';
import { asExpected } from './as-expected.ts';
import { evening } from './evening.ts';
import { expected } from './expected.ts';

/** The server's keyed hash: all that counts here is that equal numbers are equal. */
function received(event: ExchangeEvent): ExchangeEvent {
  return event.kind === 'offered' && event.callerNumber ? { ...event, callerHash: `hash of ${event.callerNumber}` } : event;
}

function factsOf(events: readonly ExchangeEvent[]): readonly CallFact[] {
  const calls = new Map<string, CallState>();
  for (const event of events) {
    const call = calls.get(event.callId) ?? noCall(event.callId);
    calls.set(event.callId, evolveCall(call, { type: 'exchangeReported', exchange: received(event) }));
  }
  return linkRedials([...calls.values()].flatMap(callFacts));
}

function figuresOf(facts: readonly CallFact[]) {
  const days = Map.groupBy(facts, (fact) => fact.day);
  return Object.fromEntries(
    [...days].map(([day, ofDay]) => {
      const units = Map.groupBy(ofDay, (fact) => fact.unit);
      return [day, Object.fromEntries([...units].map(([unit, ofUnit]) => [unit, asExpected(results(partialsOf(ofUnit)))]))];
    }),
  );
}

describe('the evening worked by hand', () => {
  it('has 33 calls, told with a repeat, a call backwards and a very late event', () => {
    expect(new Set(evening.map((event) => event.callId)).size).toBe(33);
    expect(evening.length - new Set(evening.map((event) => event.eventId)).size).toBe(1);
    expect(evening.at(-1)).toMatchObject({ callId: 'evening-26', kind: 'ringing' });
    expect(evening.filter((event) => event.callId === 'evening-25').map((event) => event.kind)).toEqual([
      'ended',
      'answered',
      'ringing',
      'offered',
    ]);
  });

  it('gives the figures worked by hand, nationally and in each centre', () => {
    expect(figuresOf(factsOf(evening))).toEqual(expected);
  });

  it('gives the same backwards', () => {
    expect(figuresOf(factsOf(evening.toReversed()))).toEqual(expected);
  });
});
