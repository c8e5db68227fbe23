import type { DemoPage } from '@vakthavende/contract/contact';
import { type Instant, instant, minute, plus } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import type { ShownDuty } from '../../roster/index.ts';
import { isRinging, telephones } from './telephones.ts';

const now = instant(1_773_200_000_000);

function duty(staffId: string, given: Partial<ShownDuty> = {}): ShownDuty {
  const time = { from: plus(now, -minute), to: plus(now, minute) };
  return {
    entryId: staffId,
    unit: 'lv-forde',
    staffId,
    name: staffId,
    level: 'primary',
    phone: '99900010',
    enteredBy: 'x',
    ...time,
    ...given,
  };
}

function page(staffId: string, sentAt: Instant, given: Partial<DemoPage> = {}): DemoPage {
  const what = { contactId: 'c', level: 'primary', text: 'Rød kontakt', token: 't' } as const;
  return {
    pageId: `${staffId}${sentAt}`,
    staffId,
    name: staffId,
    phone: '99900010',
    sentAt,
    answerBy: plus(sentAt, minute),
    ...what,
    ...given,
  };
}

describe('the telephones of the demonstration', () => {
  it('are those of people on duty now', () => {
    const later = duty('b', { from: plus(now, 1), to: plus(now, 2) });
    expect(telephones([duty('a'), later], [], now).map((one) => one.name)).toEqual(['a']);
  });

  it('and of those paged lately, on duty no more', () => {
    const shown = telephones([], [page('a', plus(now, -10 * minute))], now);
    expect(shown).toMatchObject([{ name: 'a', duties: [] }]);
  });

  it('are one for a person on duty at two units with one number', () => {
    const shown = telephones([duty('a'), duty('a', { entryId: 'b', unit: 'lv-floro' })], [], now);
    expect(shown.map((one) => one.duties.map(({ unit }) => unit))).toEqual([['lv-forde', 'lv-floro']]);
  });

  it('show the newest page first, and those that ring before the others', () => {
    const pages = [page('b', plus(now, -2 * minute)), page('b', plus(now, -1))];
    const shown = telephones([duty('a')], pages, now);
    expect(shown.map((one) => one.name)).toEqual(['b', 'a']);
    expect(shown[0]?.pages.map(({ sentAt }) => now - sentAt)).toEqual([1, 2 * minute]);
  });

  it('ring until answered or passed on, not at the last instant', () => {
    const sent = page('a', now);
    expect(isRinging({ pages: [sent] }, plus(sent.answerBy, -1))).toBe(true);
    expect(isRinging({ pages: [sent] }, sent.answerBy)).toBe(false);
    expect(isRinging({ pages: [{ ...sent, acknowledgedAt: now }] }, now)).toBe(false);
  });
});
