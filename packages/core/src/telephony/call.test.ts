import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallEvent, contactsOf, evolveCall, legsOf, noCall } from './call.ts';
import { callFacts } from './call-fact.ts';
import { exchangeEventKinds } from './exchange-event.ts';
import { at, type Report, report } from './testing/exchange.ts';

const seconds = fc.integer({ min: 0, max: 12 });

/** Few ids and few times, so that repeats and conflicts are common. */
const exchangeReported: fc.Arbitrary<CallEvent> = fc
  .record({
    kind: fc.constantFrom(...exchangeEventKinds),
    at: seconds,
    eventId: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5', 'e6'),
    legId: fc.constantFrom('l1', 'l2'),
    centreId: fc.constantFrom('lvs-forde', 'lvs-nordfjord'),
    callback: fc.constantFrom(true, undefined),
  })
  .map(({ centreId, callback, ...given }) => ({
    type: 'exchangeReported',
    exchange: report({
      ...given,
      ...(given.kind === 'offered' ? { centreId } : {}),
      ...(given.kind === 'ended' ? { callback } : {}),
    } as Report),
  }));

const ownEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.record({
    type: fc.constantFrom('contactLinked' as const, 'contactUnlinked' as const),
    contactId: fc.constantFrom('k1', 'k2'),
    occurredAt: seconds.map(at),
  }),
  fc.record({
    type: fc.constant('operatorConnected' as const),
    legId: fc.constant('l1'),
    operatorId: fc.constantFrom('o1', 'o2'),
    occurredAt: seconds.map(at),
  }),
  fc.record({ type: fc.constant('operatorHungUp' as const), operatorId: fc.constantFrom('o1', 'o2'), occurredAt: seconds.map(at) }),
  fc.record({
    type: fc.constant('callRegisteredByHand' as const),
    centreId: fc.constantFrom('lvs-forde', 'lvs-nordfjord'),
    operatorId: fc.constantFrom('o1', 'o2'),
    occurredAt: seconds.map(at),
  }),
);

const history = fc.array(fc.oneof({ weight: 3, arbitrary: exchangeReported }, { weight: 1, arbitrary: ownEvent }), { maxLength: 14 });

function told(events: readonly CallEvent[]) {
  return events.reduce(evolveCall, noCall('c1'));
}

describe('a call told by its events', () => {
  it('is the same in whatever order they come and however often', () => {
    const disordered = history.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2, maxLength: events.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(disordered, ([events, again]) => {
        expect(told(again)).toStrictEqual(told(events));
        expect(callFacts(told(again))).toEqual(callFacts(told(events)));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the earlier of two times for the same thing, then the lower event id', () => {
    const events = [
      report({ kind: 'ringing', at: 9, eventId: 'a' }),
      report({ kind: 'ringing', at: 7, eventId: 'c' }),
      report({ kind: 'ringing', at: 7, eventId: 'b' }),
    ];
    const state = told(events.map((exchange) => ({ type: 'exchangeReported', exchange })));
    expect(state.legs[0]?.ringing).toMatchObject({ occurredAt: at(7), eventId: 'b' });
    expect(state.reported).toEqual(['a', 'b', 'c']);
  });

  it('belongs to the contacts it was last linked to', () => {
    const state = told([
      { type: 'contactLinked', contactId: 'k2', occurredAt: at(1) },
      { type: 'contactLinked', contactId: 'k1', occurredAt: at(2) },
      { type: 'contactUnlinked', contactId: 'k2', occurredAt: at(3) },
    ]);
    expect(contactsOf(state)).toEqual(['k1']);
  });

  it('has one leg, answered when the operator says so, when it is registered by hand', () => {
    const state = told([
      { type: 'callRegisteredByHand', centreId: 'lvs-forde', operatorId: 'o1', occurredAt: at(5) },
      { type: 'operatorHungUp', operatorId: 'o1', occurredAt: at(65) },
    ]);
    expect(legsOf(state)).toMatchObject([
      { offered: { centreId: 'lvs-forde' }, answered: { operatorId: 'o1', occurredAt: at(5) }, ended: { occurredAt: at(65) } },
    ]);
  });
});
