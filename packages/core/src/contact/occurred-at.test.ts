import { expect, test } from 'vitest';
import { second } from '../kernel/index.ts';
import { heldAt } from './occurred-at.ts';
import { after, contactAfter, greenSet, opened, redSet } from './testing/contact-story.ts';

test('what a clock says lies ahead has happened now', () => {
  expect(heldAt(after(50 * second), after(0))).toBe(after(0));
  expect(heldAt(after(0), after(50 * second))).toBe(after(0));
});
test('a red set after a green from a clock that is ahead is what holds, and pages', () => {
  const told = after(50 * second);
  const contact = contactAfter(
    opened,
    { event: greenSet, at: heldAt(told, after(0)), recordedAt: after(0) },
    { event: redSet, at: after(10 * second) },
  );
  expect(contact.paging).toMatchObject({ state: 'due', since: after(10 * second) });
});
