import { expect, it } from 'vitest';
import { entriesOf, isStale, longestKept } from './record.ts';

const now = 1_800_000_000_000;

it('offers the drafts of one kind, the newest first, and none that is too old', () => {
  const records = [
    { key: 'contact:a:note', savedAt: now - 5_000 },
    { key: 'contact:b:note', savedAt: now - 1_000 },
    { key: 'call:c', savedAt: now },
    { key: 'contact:d:note', savedAt: now - longestKept - 1 },
  ];
  expect(entriesOf(records, 'contact:', now).map((entry) => entry.key)).toEqual(['contact:b:note', 'contact:a:note']);
});

it('keeps a draft for seven days to the millisecond', () => {
  expect(isStale({ savedAt: now - longestKept }, now)).toBe(false);
  expect(isStale({ savedAt: now - longestKept - 1 }, now)).toBe(true);
});
