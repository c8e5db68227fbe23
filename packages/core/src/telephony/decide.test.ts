import { describe, expect, it } from 'vitest';
import { instant, minute, plus } from '../kernel/index.ts';
import { type CallState, evolveCall, noCall } from './call.ts';
import { type CallCommand, clockTolerance, connectingTime, decideCall, earliestTime } from './decide.ts';
import { at, call, report } from './testing/exchange.ts';

type Order = CallCommand extends infer C ? (C extends CallCommand ? Omit<C, 'commandId' | 'actor' | 'now' | 'occurredAt'> : never) : never;

function when(state: CallState, order: Order, who: { actor?: string; now?: number; occurredAt?: number } = {}) {
  const now = at(who.now ?? 600);
  // The spread gives back exactly the command that Order leaves the envelope out of.
  return decideCall(state, {
    commandId: 'x',
    actor: who.actor ?? 'o1',
    now,
    occurredAt: who.occurredAt === undefined ? now : at(who.occurredAt),
    ...order,
  } as CallCommand);
}

const waiting = () => call({ kind: 'offered', at: 0 }, { kind: 'ringing', at: 20 });

describe('what the exchange reports', () => {
  it('is stored once: the same event id again adds nothing', () => {
    const exchange = report({ kind: 'ringing', at: 20 });
    expect(when(noCall('c1'), { type: 'reportExchange', exchange })).toEqual({
      accepted: true,
      events: [{ type: 'exchangeReported', exchange }],
    });
    expect(when(waiting(), { type: 'reportExchange', exchange })).toEqual({ accepted: true, events: [] });
  });

  it('is refused by name when the same id is used for something else', () => {
    const exchange = report({ kind: 'ringing', at: 21, eventId: 'l1-ringing-20' });
    expect(when(waiting(), { type: 'reportExchange', exchange })).toMatchObject({
      refusal: { code: 'event-reused', field: 'eventId', eventId: 'l1-ringing-20' },
    });
  });

  it.each([
    ['just within the tolerance ahead', plus(at(600), clockTolerance), undefined],
    ['one millisecond beyond it', plus(at(600), clockTolerance + 1), 'time-in-future'],
    ['on the first instant of 2000', earliestTime, undefined],
    ['one millisecond before 2000', plus(earliestTime, -1), 'time-too-old'],
    ['at the epoch', instant(0), 'time-too-old'],
  ])('with a time %s is judged by that time', (_, occurredAt, code) => {
    const decision = when(noCall('c1'), { type: 'reportExchange', exchange: { ...report({ kind: 'ringing', at: 0 }), occurredAt } });
    expect(decision.accepted ? undefined : decision.refusal).toEqual(
      code === undefined ? undefined : { code, field: 'occurredAt', occurredAt },
    );
  });

  it('is refused when it names another call', () => {
    const exchange = report({ kind: 'ringing', at: 0, callId: 'c2' });
    expect(when(noCall('c1'), { type: 'reportExchange', exchange })).toMatchObject({
      refusal: { code: 'event-of-other-call', field: 'callId' },
    });
  });
});

describe('taking a call', () => {
  const answer = { type: 'answerCall', legId: 'l1', centreId: 'lvs-forde' } as const;

  it('asks the exchange to connect the operator', () => {
    expect(when(waiting(), answer)).toEqual({
      accepted: true,
      events: [{ type: 'operatorConnected', legId: 'l1', operatorId: 'o1', occurredAt: at(600) }],
    });
  });

  it('is refused with the name of whoever has it: answered, or clicked and still connecting', () => {
    const answered = call({ kind: 'offered', at: 0 }, { kind: 'ringing', at: 20 }, { kind: 'answered', at: 40, operatorId: 'o2' });
    expect(when(answered, answer)).toMatchObject({ refusal: { code: 'already-answered', by: 'o2', at: at(40) } });
    const clicked = evolveCall(waiting(), { type: 'operatorConnected', legId: 'l1', operatorId: 'o2', occurredAt: at(590) });
    expect(when(clicked, answer)).toMatchObject({ refusal: { code: 'already-answered', by: 'o2' } });
    expect(when(clicked, answer, { actor: 'o2' })).toEqual({ accepted: true, events: [] });
  });

  it('is free again when the exchange has not connected in time', () => {
    const clicked = evolveCall(waiting(), {
      type: 'operatorConnected',
      legId: 'l1',
      operatorId: 'o2',
      occurredAt: plus(at(600), -connectingTime),
    });
    expect(when(clicked, answer)).toMatchObject({ accepted: true, events: [{ operatorId: 'o1' }] });
  });

  it('names the one who clicked when the exchange does not say who answered', () => {
    const clicked = evolveCall(waiting(), { type: 'operatorConnected', legId: 'l1', operatorId: 'o2', occurredAt: at(30) });
    const answered = evolveCall(clicked, { type: 'exchangeReported', exchange: report({ kind: 'answered', at: 32 }) });
    expect(when(answered, answer)).toMatchObject({ refusal: { code: 'already-answered', by: 'o2' } });
  });

  it.each([
    ['abandoned', call({ kind: 'offered', at: 0 }, { kind: 'ringing', at: 20 }, { kind: 'abandoned', at: 50 })],
    ['overflowed', call({ kind: 'offered', at: 0 }, { kind: 'ringing', at: 20 }, { kind: 'overflowed', at: 50 })],
  ])('is refused when the leg is %s', (status, state) => {
    expect(when(state, answer)).toMatchObject({ refusal: { code: 'call-over', status } });
  });

  it('is refused at a centre that the leg was not offered to, and for a leg that is unknown', () => {
    expect(when(waiting(), { ...answer, centreId: 'lvs-nordfjord' })).toMatchObject({
      refusal: { code: 'no-such-leg', centreId: 'lvs-forde' },
    });
    expect(when(waiting(), { ...answer, legId: 'l9' })).toMatchObject({ refusal: { code: 'no-such-leg' } });
  });

  it('is possible for a caller who waits to be called back', () => {
    const callback = call({ kind: 'offered', at: 0 }, { kind: 'ringing', at: 20 }, { kind: 'ended', at: 60, callback: true });
    expect(when(callback, answer)).toMatchObject({ accepted: true, events: [{ type: 'operatorConnected' }] });
  });
});

describe('a call by hand, and what calls belong to', () => {
  it('is registered with the time it is said to have happened, once', () => {
    const decision = when(noCall('c1'), { type: 'registerByHand', centreId: 'lvs-forde', place: '4602' }, { occurredAt: 0 });
    expect(decision).toEqual({
      accepted: true,
      events: [{ type: 'callRegisteredByHand', centreId: 'lvs-forde', place: '4602', operatorId: 'o1', occurredAt: at(0) }],
    });
    expect(when(waiting(), { type: 'registerByHand', centreId: 'lvs-forde' })).toMatchObject({ refusal: { code: 'call-already-known' } });
    expect(
      when(noCall('c1'), { type: 'registerByHand', centreId: 'lvs-forde' }, { now: 0, occurredAt: (6 * minute) / 1000 }),
    ).toMatchObject({
      refusal: { code: 'time-in-future', field: 'occurredAt' },
    });
  });

  it('ends when the operator hangs up, and only while it lasts', () => {
    const byHand = evolveCall(noCall('c1'), { type: 'callRegisteredByHand', centreId: 'lvs-forde', operatorId: 'o1', occurredAt: at(0) });
    expect(when(byHand, { type: 'endCall' })).toMatchObject({ accepted: true, events: [{ type: 'operatorHungUp', operatorId: 'o1' }] });
    expect(when(waiting(), { type: 'endCall' })).toMatchObject({ refusal: { code: 'call-over' } });
    expect(when(noCall('c1'), { type: 'endCall' })).toMatchObject({ refusal: { code: 'call-unknown' } });
  });

  it('is linked to a contact once and unlinked once', () => {
    const linked = evolveCall(waiting(), { type: 'contactLinked', contactId: 'k1', occurredAt: at(30) });
    expect(when(waiting(), { type: 'linkContact', contactId: 'k1' })).toMatchObject({
      events: [{ type: 'contactLinked', contactId: 'k1' }],
    });
    expect(when(linked, { type: 'linkContact', contactId: 'k1' })).toEqual({ accepted: true, events: [] });
    expect(when(linked, { type: 'unlinkContact', contactId: 'k1' })).toMatchObject({ events: [{ type: 'contactUnlinked' }] });
    expect(when(waiting(), { type: 'unlinkContact', contactId: 'k1' })).toEqual({ accepted: true, events: [] });
    expect(when(noCall('c1'), { type: 'linkContact', contactId: 'k1' })).toMatchObject({ refusal: { code: 'call-unknown' } });
  });
});
