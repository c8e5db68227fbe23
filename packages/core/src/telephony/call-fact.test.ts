import { describe, expect, it } from 'vitest';
import { evolveCall, noCall } from './call.ts';
import { type CallFact, callFacts } from './call-fact.ts';
import { linkRedials, redialWindow } from './redial.ts';
import { at, call } from './testing/exchange.ts';

const forde = 'lvs-forde';
const nordfjord = 'lvs-nordfjord';
const offered = { kind: 'offered', at: 0 } as const;
const ringing = { kind: 'ringing', at: 20 } as const;
const second = { legId: 'l2' } as const;

/** unit → outcome, and seconds to the answer where known. */
function told(facts: readonly CallFact[]) {
  return Object.fromEntries(
    facts.map((fact) => [fact.unit, fact.secondsToAnswer === undefined ? fact.outcome : `${fact.outcome} ${fact.secondsToAnswer}`]),
  );
}

describe('the facts of a call', () => {
  it.each([
    ['in the recorded message', [offered], { national: 'openInMessage', [forde]: 'openInMessage' }],
    ['ringing', [offered, ringing], { national: 'open', [forde]: 'open' }],
    ['answered', [offered, ringing, { kind: 'answered', at: 140 }], { national: 'answered 120', [forde]: 'answered 120' }],
    [
      'answered a millisecond too late',
      [offered, ringing, { kind: 'answered', at: 140.001 }],
      { national: 'answered 121', [forde]: 'answered 121' },
    ],
    ['answered as it rang', [offered, ringing, { kind: 'answered', at: 20 }], { national: 'answered 0', [forde]: 'answered 0' }],
    ['hung up in the message', [offered, { kind: 'abandoned', at: 9 }], { national: 'abandonedInMessage', [forde]: 'abandonedInMessage' }],
    ['only ended, never rang', [offered, { kind: 'ended', at: 9 }], { national: 'abandonedInMessage', [forde]: 'abandonedInMessage' }],
    ['hung up waiting', [offered, ringing, { kind: 'abandoned', at: 90 }], { national: 'abandonedWaiting', [forde]: 'abandonedWaiting' }],
    [
      'rang, whatever the exchange calls the phase',
      [offered, ringing, { kind: 'abandoned', at: 90, phase: 'recordedMessage' }],
      { national: 'abandonedWaiting', [forde]: 'abandonedWaiting' },
    ],
    [
      'waited by the phase, ringing lost',
      [offered, { kind: 'abandoned', at: 90, phase: 'waiting' }],
      { national: 'abandonedWaiting', [forde]: 'abandonedWaiting' },
    ],
    [
      'ended unanswered after ringing',
      [offered, ringing, { kind: 'ended', at: 90 }],
      { national: 'abandonedWaiting', [forde]: 'abandonedWaiting' },
    ],
    ['answered, ringing never reported', [offered, { kind: 'answered', at: 50 }], { national: 'answered', [forde]: 'answered' }],
    [
      'answered before it rang: clocks disagree',
      [offered, ringing, { kind: 'answered', at: 19 }],
      { national: 'answered', [forde]: 'answered' },
    ],
    [
      'picked up after the hang-up',
      [offered, ringing, { kind: 'abandoned', at: 60 }, { kind: 'answered', at: 61 }],
      { national: 'abandonedWaiting', [forde]: 'abandonedWaiting' },
    ],
    [
      'hung up after the answer',
      [offered, ringing, { kind: 'answered', at: 60 }, { kind: 'abandoned', at: 90 }],
      { national: 'answered 40', [forde]: 'answered 40' },
    ],
    [
      'answered and transferred to AMK',
      [offered, ringing, { kind: 'answered', at: 30 }, { kind: 'transferred', at: 70 }],
      { national: 'answered 10', [forde]: 'answered 10' },
    ],
    ['sent to AMK unanswered', [offered, ringing, { kind: 'transferred', at: 70 }], { national: 'transferred', [forde]: 'transferred' }],
    ['waits to be called back', [offered, ringing, { kind: 'ended', at: 60, callback: true }], { national: 'open', [forde]: 'open' }],
    [
      'called back',
      [offered, ringing, { kind: 'ended', at: 60, callback: true }, { kind: 'answered', at: 620 }],
      { national: 'answered 600', [forde]: 'answered 600' },
    ],
    [
      'never reached on calling back',
      [offered, ringing, { kind: 'ended', at: 60, callback: true }, { kind: 'ended', at: 900 }],
      { national: 'abandonedWaiting', [forde]: 'abandonedWaiting' },
    ],
    ['overflowed, on its way', [offered, ringing, { kind: 'overflowed', at: 140 }], { national: 'open', [forde]: 'overflowed' }],
    [
      'overflowed and answered by the partner',
      [
        offered,
        ringing,
        { kind: 'overflowed', at: 140 },
        { kind: 'ended', at: 140 },
        { kind: 'offered', at: 140, centreId: nordfjord, ...second },
        { kind: 'ringing', at: 145, ...second },
        { kind: 'answered', at: 160, ...second },
      ],
      { national: 'answered 140', [forde]: 'overflowed', [nordfjord]: 'answered 15' },
    ],
    [
      'overflowed, and hung up in the partner’s message',
      [
        offered,
        ringing,
        { kind: 'overflowed', at: 140 },
        { kind: 'offered', at: 140, centreId: nordfjord, ...second },
        { kind: 'abandoned', at: 145, ...second },
      ],
      { national: 'abandonedWaiting', [forde]: 'overflowed', [nordfjord]: 'abandonedInMessage' },
    ],
    [
      'answered, then transferred to another centre',
      [
        offered,
        ringing,
        { kind: 'answered', at: 25 },
        { kind: 'transferred', at: 80, to: { kind: 'callCentre', id: nordfjord } },
        { kind: 'offered', at: 80, centreId: nordfjord, ...second },
        { kind: 'ringing', at: 80, ...second },
        { kind: 'abandoned', at: 200, ...second },
      ],
      { national: 'answered 5', [forde]: 'answered 5', [nordfjord]: 'abandonedWaiting' },
    ],
    [
      'overflowed and sent back: one fact at the centre, from its first ringing',
      [
        offered,
        ringing,
        { kind: 'overflowed', at: 140 },
        { kind: 'offered', at: 140, centreId: nordfjord, ...second },
        { kind: 'overflowed', at: 150, ...second },
        { kind: 'offered', at: 150, legId: 'l3' },
        { kind: 'answered', at: 170, legId: 'l3' },
      ],
      { national: 'answered 150', [forde]: 'answered 150', [nordfjord]: 'overflowed' },
    ],
    ['answered, and the offer not yet reported', [ringing, { kind: 'answered', at: 30 }], { national: 'answered 10' }],
  ] as const)('%s', (_, reports, expected) => {
    expect(told(callFacts(call(...reports)))).toEqual(expected);
  });

  it('count a call registered by hand as answered with unknown time', () => {
    const state = evolveCall(noCall('c1'), { type: 'callRegisteredByHand', centreId: forde, operatorId: 'o1', occurredAt: at(0) });
    expect(told(callFacts(state))).toEqual({ national: 'answered', [forde]: 'answered' });
    expect(callFacts(state).every((fact) => fact.byHand)).toBe(true);
  });

  it('lie on the day in Norway when the call was offered, also when the answer comes after midnight', () => {
    const untilMidnight = 6 * 3600;
    const state = call(
      { kind: 'offered', at: untilMidnight - 1 },
      { kind: 'ringing', at: untilMidnight },
      { kind: 'answered', at: untilMidnight + 5 },
    );
    expect(callFacts(state).map((fact) => fact.day)).toEqual(['2026-03-11', '2026-03-11']);
    expect(callFacts(call({ kind: 'offered', at: untilMidnight })).map((fact) => fact.day)).toEqual(['2026-03-12', '2026-03-12']);
  });

  it('are none while nothing is known', () => {
    expect(callFacts(noCall('c1'))).toEqual([]);
  });
});

describe('a redial', () => {
  const from = (callId: string, seconds: number, callerHash?: string): CallFact => ({
    ...(callFacts(call({ kind: 'offered', at: seconds }))[0] as CallFact),
    callId,
    callerHash,
  });
  const window = redialWindow / 1000;

  it('is a call from the same number within the window of the latest earlier one', () => {
    const linked = linkRedials([from('d', window + 11, 'x'), from('a', 0, 'x'), from('b', 10, 'x'), from('c', 11, 'y')]);
    expect(linked.map((fact) => [fact.callId, fact.redialOf])).toEqual([
      ['a', undefined],
      ['b', 'a'],
      ['c', undefined],
      ['d', undefined],
    ]);
    expect(linkRedials([from('a', 0, 'x'), from('b', window, 'x')])[1]?.redialOf).toBe('a');
  });

  it('is never seen from a hidden number', () => {
    expect(linkRedials([from('a', 0), from('b', 10)]).map((fact) => fact.redialOf)).toEqual([undefined, undefined]);
  });
});
