import { describe, expect, it } from 'vitest';
import { evolveCall } from './call.ts';
import { queueOf } from './queue.ts';
import { at, call, type Report } from './testing/exchange.ts';

const named = (callId: string, ...reports: readonly Report[]) => ({ ...call(...reports), callId });

describe('the queue of a call centre', () => {
  it('is in the order of the offers; a caller who is to be called back keeps the place', () => {
    const calls = [
      named('later', { kind: 'offered', at: 50 }, { kind: 'ringing', at: 55 }),
      named('callback', { kind: 'offered', at: 0 }, { kind: 'ringing', at: 20 }, { kind: 'ended', at: 60, callback: true }),
      named('message', { kind: 'offered', at: 70 }),
      named('between', { kind: 'offered', at: 30 }, { kind: 'ringing', at: 60 }),
      named('gone', { kind: 'offered', at: 1 }, { kind: 'ringing', at: 2 }, { kind: 'abandoned', at: 3 }),
      named('answered', { kind: 'offered', at: 1 }, { kind: 'ringing', at: 2 }, { kind: 'answered', at: 3 }),
      named('elsewhere', { kind: 'offered', at: 1, centreId: 'lvs-nordfjord' }),
    ];
    expect(queueOf(calls, 'lvs-forde', at(80)).map((entry) => [entry.callId, entry.status, entry.waited])).toEqual([
      ['callback', 'queued', 60_000],
      ['between', 'ringing', 20_000],
      ['later', 'ringing', 25_000],
      ['message', 'recordedMessage', undefined],
    ]);
  });

  it('shows an overflowed caller at the partner with the whole wait', () => {
    const overflowed = call(
      { kind: 'offered', at: 0 },
      { kind: 'ringing', at: 20 },
      { kind: 'overflowed', at: 140 },
      { kind: 'offered', at: 140, legId: 'l2', centreId: 'lvs-nordfjord' },
    );
    expect(queueOf([overflowed], 'lvs-nordfjord', at(150))).toMatchObject([{ legId: 'l2', status: 'recordedMessage', waited: 130_000 }]);
    expect(queueOf([overflowed], 'lvs-forde', at(150))).toEqual([]);
  });

  it('shows who is being connected, and calls whose end was probably lost', () => {
    const waiting = call({ kind: 'offered', at: 0 }, { kind: 'ringing', at: 20 });
    const clicked = evolveCall(waiting, { type: 'operatorConnected', legId: 'l1', operatorId: 'o1', occurredAt: at(30) });
    expect(queueOf([clicked], 'lvs-forde', at(31))).toMatchObject([{ connectingTo: 'o1', silent: false }]);
    expect(queueOf([waiting], 'lvs-forde', at(20 + 7200))).toMatchObject([{ silent: false }]);
    expect(queueOf([waiting], 'lvs-forde', at(21 + 7200))).toMatchObject([{ silent: true }]);
  });
});
