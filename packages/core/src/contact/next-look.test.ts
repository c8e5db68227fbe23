import { expect, test } from 'vitest';
import { hour, minute, second } from '../kernel/index.ts';
import type { ContactEvent } from './events.ts';
import { nextLook, resendAfter } from './next-look.ts';
import { advised, after, contactAfter, greenSet, opened, redSet } from './testing/contact-story.ts';

const page = (pageId: string): ContactEvent => ({
  type: 'pageSent',
  pageId,
  level: 'primary',
  staffId: pageId,
  to: { channel: 'demo', address: pageId },
  answerBy: after(hour),
});
const delivered = (pageId: string): ContactEvent => ({ type: 'pageDelivered', pageId });
const escalated = (from: 'primary' | 'backup'): ContactEvent => ({ type: 'pageEscalated', from, reason: 'noAnswer' });

test('a contact that is not red, or answered, or closed, is not looked at', () => {
  expect(nextLook({ status: 'none' })).toBe(undefined);
  expect(nextLook(contactAfter(opened, greenSet))).toBe(undefined);
  expect(nextLook(contactAfter(opened, redSet, { type: 'pageAcknowledged', staffId: 'x' }))).toBe(undefined);
  expect(nextLook(contactAfter(opened, redSet, advised, { type: 'contactClosed', outcome: 'other', responsible: 'x' }))).toBe(undefined);
});

test('red is looked at at once, also when told by a clock that is ahead', () => {
  expect(nextLook(contactAfter(opened, redSet))).toBe(after(minute));
  expect(nextLook(contactAfter(opened, { event: redSet, at: after(2 * minute), recordedAt: after(minute) }))).toBe(after(minute));
});

test('a page without a word from the gateway is looked at again soon, a delivered one when the answer is due', () => {
  expect(nextLook(contactAfter(opened, redSet, page('a')))).toBe(after(2 * minute + resendAfter));
  expect(resendAfter).toBe(10 * second);
  expect(nextLook(contactAfter(opened, redSet, page('a'), delivered('a')))).toBe(after(hour));
  expect(nextLook(contactAfter(opened, redSet, page('a'), page('b'), delivered('a')))).toBe(after(3 * minute + resendAfter));
});

test('exhausted is looked at until the advice is given', () => {
  const exhausted = [opened, redSet, escalated('primary'), escalated('backup')];
  expect(nextLook(contactAfter(...exhausted))).toBe(after(3 * minute));
  expect(nextLook(contactAfter(...exhausted, { type: 'emcConferenceAdvised' }))).toBe(undefined);
});

test('when all pages have failed there is nothing to wait for', () => {
  const failed: ContactEvent = { type: 'pageFailed', pageId: 'a', reason: 'gateway' };
  expect(nextLook(contactAfter(opened, redSet, page('a'), failed))).toBe(after(2 * minute));
});
