import { describe, expect, it } from 'vitest';
import { hour, type Instant, plus } from '../kernel/index.ts';
import { type DutyListCommand, decideDutyList, latestEnd, oldestEnd } from './decide-duty-list.ts';
import type { EnteredDuty } from './duty.ts';
import { emptyDutyList, evolveDutyList } from './duty-list.ts';
import { onDuty } from './on-duty.ts';
import { duty, oslo } from './testing/duties.ts';

const now = oslo('2026-03-11', '12:00');

function listOf(...entries: readonly EnteredDuty[]) {
  return { ...emptyDutyList('lv-forde'), entries };
}

function enter(
  entries: readonly EnteredDuty[],
  given: Partial<EnteredDuty> & { readonly answersHere?: boolean; readonly at?: Instant } = {},
) {
  const { enteredBy: actor, ended: _, ...entered } = duty({ entryId: 'new', ...given });
  const at = given.at ?? now;
  return decideDutyList(listOf(...entries), {
    type: 'enterDuty',
    commandId: 'c',
    actor,
    now: at,
    occurredAt: at,
    answersHere: true,
    ...entered,
  } as DutyListCommand);
}

function end(entries: readonly EnteredDuty[], when: { readonly now: Instant; readonly occurredAt?: Instant }) {
  return decideDutyList(listOf(...entries), {
    type: 'endDuty',
    commandId: 'c',
    actor: 'kari',
    entryId: 'd1',
    now: when.now,
    occurredAt: when.occurredAt ?? when.now,
  });
}

const refusal = (decision: ReturnType<typeof enter>) => (decision.accepted ? undefined : decision.refusal);

describe('entering a duty', () => {
  it('puts the person on the list, entered by the one who did it', () => {
    const decision = enter([]);
    expect(decision).toMatchObject({
      accepted: true,
      events: [{ type: 'dutyEntered', entryId: 'new', staffId: 'dina', level: 'primary' }],
    });
    const events = decision.accepted ? decision.events : [];
    const list = events.reduce((state, event) => evolveDutyList(state, { event, actor: 'vilde' }), listOf());
    expect(list.entries).toEqual([duty({ entryId: 'new' })]);
  });

  it.each([
    ['ends when it begins', { to: oslo('2026-03-11', '15:30') }],
    ['ends before it begins', { to: oslo('2026-03-11', '15:29') }],
  ])('that %s is refused', (_, given) => {
    expect(refusal(enter([], given))).toEqual({ code: 'duty-end-not-after-start', field: 'to' });
  });

  it('may last a week by the clock and no longer', () => {
    expect(refusal(enter([], { to: oslo('2026-03-18', '15:30') }))).toBeUndefined();
    expect(refusal(enter([], { to: plus(oslo('2026-03-18', '15:30'), 1) }))).toEqual({ code: 'duty-too-long', field: 'to', mostDays: 7 });
  });

  it.each([
    ['spring', oslo('2026-03-23', '08:00'), oslo('2026-03-30', '08:00'), 167],
    ['autumn', oslo('2026-10-19', '08:00'), oslo('2026-10-26', '08:00'), 169],
  ])('over the change of the clock in %s is a week all the same', (_, from, to, hours) => {
    expect((to - from) / hour).toBe(hours);
    expect(latestEnd(from)).toBe(to);
    expect(refusal(enter([], { from, to }))).toBeUndefined();
    expect(refusal(enter([], { from, to: plus(to, 1) }))).toMatchObject({ code: 'duty-too-long' });
  });

  it('may be put right until a day after it ended', () => {
    const over = duty().to;
    expect(refusal(enter([], { at: plus(over, oldestEnd) }))).toBeUndefined();
    expect(refusal(enter([], { at: plus(over, oldestEnd + 1) }))).toEqual({ code: 'duty-long-past', field: 'to', mostHours: 24 });
  });

  it('may begin a year ahead and no later', () => {
    const from = plus(now, 366 * 24 * hour);
    expect(refusal(enter([], { from, to: plus(from, hour) }))).toBeUndefined();
    expect(refusal(enter([], { from: plus(from, 1), to: plus(from, hour) }))).toEqual({
      code: 'duty-too-far-ahead',
      field: 'from',
      mostDays: 366,
    });
  });

  it('of somebody who does not answer for red contacts at the unit is refused', () => {
    expect(refusal(enter([], { answersHere: false }))).toEqual({ code: 'duty-person-not-here', field: 'staffId' });
  });

  it('under an id that is taken is refused', () => {
    const elsewhere = duty({ entryId: 'new', staffId: 'birger' });
    expect(refusal(enter([elsewhere]))).toEqual({ code: 'duty-already-entered', field: 'entryId' });
  });

  it('twice at the same time for the same person and level is refused with the one that stands', () => {
    const { from, to } = duty();
    expect(refusal(enter([duty()], { from: plus(to, -1), to: plus(to, hour) }))).toEqual({
      code: 'duty-overlaps',
      field: 'from',
      entryId: 'd1',
      level: 'primary',
      from,
      to,
    });
  });

  it('that begins when the earlier one ends is no overlap', () => {
    expect(refusal(enter([duty()], { from: duty().to, to: plus(duty().to, hour) }))).toBeUndefined();
  });

  it('beside another person, or as backup beside being primary, is no overlap', () => {
    expect(refusal(enter([duty()], { staffId: 'birger' }))).toBeUndefined();
    expect(refusal(enter([duty()], { level: 'backup' }))).toBeUndefined();
  });

  it('in the time that an ended duty left free is no overlap', () => {
    const at = oslo('2026-03-11', '22:00');
    const ended = duty({ ended: { at, by: 'kari' } });
    expect(refusal(enter([ended], { from: at }))).toBeUndefined();
    expect(refusal(enter([ended], { from: plus(at, -1) }))).toMatchObject({ code: 'duty-overlaps', to: at });
  });
});

describe('ending a duty', () => {
  const during = oslo('2026-03-11', '22:00');

  it('takes the person off from that instant', () => {
    const decision = end([duty()], { now: during });
    expect(decision).toEqual({ accepted: true, events: [{ type: 'dutyEnded', entryId: 'd1', at: during }] });
    const events = decision.accepted ? decision.events : [];
    const list = events.reduce((state, event) => evolveDutyList(state, { event, actor: 'kari' }), listOf(duty()));
    expect(list.entries[0]?.ended).toEqual({ at: during, by: 'kari' });
    expect(onDuty(list.entries, during).primary).toEqual([]);
  });

  it('before it began takes it away', () => {
    const decision = end([duty()], { now });
    expect(decision.accepted).toBe(true);
  });

  it('may be told within a day, not ahead', () => {
    const long = duty({ to: oslo('2026-03-14', '08:00') });
    expect(end([long], { now: plus(during, oldestEnd), occurredAt: during }).accepted).toBe(true);
    expect(end([long], { now: plus(during, oldestEnd + 1), occurredAt: during })).toMatchObject({ refusal: { code: 'duty-long-past' } });
    expect(end([duty()], { now: during, occurredAt: plus(during, 1) })).toMatchObject({ refusal: { code: 'duty-end-in-future' } });
  });

  it('that is over is refused, up to its last millisecond it is not', () => {
    expect(end([duty()], { now: plus(duty().to, -1) }).accepted).toBe(true);
    expect(end([duty()], { now: duty().to })).toEqual({
      accepted: false,
      refusal: { code: 'duty-already-over', field: 'entryId', to: duty().to },
    });
  });

  it('that another has ended is refused with who and when', () => {
    const ended = duty({ ended: { at: during, by: 'vilde' } });
    expect(end([ended], { now: plus(during, hour) })).toEqual({
      accepted: false,
      refusal: { code: 'duty-already-ended', field: 'entryId', by: 'vilde', at: during },
    });
  });

  it('that is not on the list is refused', () => {
    expect(end([], { now })).toEqual({ accepted: false, refusal: { code: 'duty-unknown', field: 'entryId' } });
  });
});
