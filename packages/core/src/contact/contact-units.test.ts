import { expect, test } from 'vitest';
import { contactUnits, servingUnits } from './contact-units.ts';
import type { ContactEvent } from './events.ts';
import { after, contactAfter, opened, redSet } from './testing/contact-story.ts';

const paged = (staffId: string, unit: string): ContactEvent => ({
  type: 'pageSent',
  pageId: staffId,
  level: 'primary',
  staffId,
  to: { channel: 'sms', address: '99900010' },
  unit,
  answerBy: after(90_000),
});
const both = [paged('doctor-1', 'lv-forde'), paged('doctor-2', 'lv-floro')];
const answered: ContactEvent = { type: 'pageAcknowledged', staffId: 'doctor-2' };

test('a red contact without a clinic is on the screens of all the units whose people were paged', () => {
  expect(contactUnits(contactAfter(opened, redSet, ...both))).toEqual(['lvs-forde', 'lv-forde', 'lv-floro']);
});

test('then on the screens of the one who answered, until a clinic is named', () => {
  expect(contactUnits(contactAfter(opened, redSet, ...both, answered))).toEqual(['lvs-forde', 'lv-floro']);
  const named: ContactEvent = { type: 'clinicExpected', clinicId: 'lv-forde' };
  expect(contactUnits(contactAfter(opened, redSet, ...both, answered, named))).toEqual(['lvs-forde', 'lv-forde']);
});

test('to have been paged is not to have had the contact', () => {
  expect(servingUnits(contactAfter(opened, redSet, ...both, answered))).toEqual(['lvs-forde']);
});
