import type { QueueRow } from '@vakthavende/contract/telephony';
import { type Instant, instant, minute, plus } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import { clockDuration, nextToAnswer, phoneText, queueLists, waitedSoFar, waitTone } from './waiting.ts';

const now = instant(Date.parse('2026-11-22T02:00:00Z'));
const ago = (minutes: number): Instant => plus(now, -minutes * minute);

function row(over: Partial<QueueRow>): QueueRow {
  return {
    callId: 'c1',
    legId: 'l1',
    centreId: 'lvs-forde',
    status: 'ringing',
    offeredAt: ago(3),
    dialled: '116117',
    earlierCalls: 0,
    contactIds: [],
    callback: false,
    sequence: 1,
    ...over,
  };
}

describe('the wait', () => {
  it('turns at two minutes, from both sides', () => {
    expect(waitTone(119_999)).toBe('within');
    expect(waitTone(120_000)).toBe('past');
    expect(waitTone(599_999)).toBe('past');
    expect(waitTone(600_000)).toBe('long');
  });
  it('counts from ringing, not from the recorded message', () => {
    expect(waitedSoFar(row({ offeredAt: ago(5), ringingAt: ago(2) }), now)).toBe(2 * minute);
    expect(waitedSoFar(row({ status: 'recordedMessage' }), now)).toBeUndefined();
  });
  it('stops when answered', () => {
    expect(waitedSoFar(row({ ringingAt: ago(9), answeredAt: ago(8) }), now)).toBe(minute);
  });
});

describe('the queue', () => {
  it('has the longest waiting first', () => {
    const lists = queueLists(
      [row({ callId: 'late', offeredAt: ago(1) }), row({ callId: 'early', offeredAt: ago(4), status: 'queued' })],
      now,
    );
    expect(lists.waiting.map((one) => one.callId)).toEqual(['early', 'late']);
  });
  it('keeps a call that is being connected in its place, and gives the next operator another', () => {
    const lists = queueLists(
      [row({ callId: 'taken', offeredAt: ago(4), operatorId: 'other', connectingSince: now }), row({ callId: 'free', offeredAt: ago(1) })],
      now,
    );
    expect(lists.waiting.map((one) => one.callId)).toEqual(['taken', 'free']);
    expect(nextToAnswer(lists, now)?.callId).toBe('free');
  });
  it('gives a call that was never connected to the next operator', () => {
    const lists = queueLists(
      [
        row({ callId: 'failed', offeredAt: ago(4), operatorId: 'other', connectingSince: ago(1) }),
        row({ callId: 'free', offeredAt: ago(1) }),
      ],
      now,
    );
    expect(nextToAnswer(lists, now)?.callId).toBe('failed');
  });
  it('keeps who hears the recorded message apart', () => {
    const lists = queueLists([row({ status: 'recordedMessage' })], now);
    expect([lists.waiting.length, lists.inMessage.length]).toEqual([0, 1]);
  });
  it('shows who hung up, until they ring again', () => {
    const lost = row({
      callId: 'lost',
      status: 'abandoned',
      callerNumber: '91300117',
      offeredAt: ago(20),
      ringingAt: ago(19),
      endedAt: ago(15),
    });
    expect(queueLists([lost], now).lost).toHaveLength(1);
    expect(queueLists([lost, row({ callId: 'again', callerNumber: '91300117', offeredAt: ago(5) })], now).lost).toHaveLength(0);
    expect(queueLists([{ ...lost, endedAt: ago(61) }], now).lost).toHaveLength(0);
  });
});

it.each([
  [42_900, '0:42'],
  [727_000, '12:07'],
  [3_729_000, '1:02:09'],
])('%i ms is %s', (ms, text) => {
  expect(clockDuration(ms)).toBe(text);
});

it.each([
  ['91300117', '913 00 117'],
  ['+4791300117', '913 00 117'],
  ['57001117', '57 00 11 17'],
  ['+46701234567', '+46701234567'],
  ['116117', '116117'],
])('%s is read as %s', (number, text) => {
  expect(phoneText(number)).toBe(text);
});
