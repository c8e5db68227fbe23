import type { ContactRow } from '@vakthavende/contract/contact';
import { instant } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import { callbackDue, contactLists, nextOf } from './my-lists.ts';

function row(contactId: string, over: Partial<ContactRow> = {}): ContactRow {
  return {
    contactId,
    sequence: 1,
    status: 'assessing',
    centreId: 'lvs-forde',
    channel: 'patientPhones',
    openedAt: instant(1_000),
    openedBy: 'me',
    openedByName: 'Meg',
    openTasks: [],
    paging: { state: 'notNeeded' },
    callIds: [],
    ...over,
  };
}
const callback = (due: number) => ({ taskId: 't', kind: 'callback' as const, due: instant(due) });

describe("the operator's lists", () => {
  it('tell mine from the colleagues’', () => {
    const lists = contactLists([row('a'), row('b', { openedBy: 'other' })], 'me');
    expect([lists.mine, lists.others].map((list) => list.map((one) => one.contactId))).toEqual([['a'], ['b']]);
  });
  it('have the callback due first on top, also from a closed contact', () => {
    const lists = contactLists(
      [
        row('a', { status: 'callback', openTasks: [callback(9)] }),
        row('b', { status: 'closed', closedAt: instant(5), openTasks: [callback(7)] }),
      ],
      'me',
    );
    expect(lists.callbacks.map((one) => one.contactId)).toEqual(['b', 'a']);
    expect(lists.finished).toEqual([]);
  });
  it('have those without a time last among the expected', () => {
    const lists = contactLists([row('a', { status: 'expected' }), row('b', { status: 'expected', expectedAt: instant(5) })], 'me');
    expect(lists.expected.map((one) => one.contactId)).toEqual(['b', 'a']);
  });
});

it('knows when no callback is promised', () => {
  expect(callbackDue(row('a'))).toBeUndefined();
});

it('goes round the contacts both ways', () => {
  const rows = [row('a'), row('b')];
  expect([nextOf(rows, 'b', 1), nextOf(rows, 'a', -1), nextOf(rows, undefined, 1), nextOf([], 'a', 1)]).toEqual(['a', 'b', 'a', undefined]);
});
