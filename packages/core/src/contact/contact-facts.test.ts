import { describe, expect, test } from 'vitest';
import { type Instant, instant, minute, plus } from '../kernel/index.ts';
import { type RecommendedAction, type RecommendedReferral, recommendedActions, recommendedReferrals } from '../triage/index.ts';
import { contactFacts } from './contact-facts.ts';
import type { ContactEvent } from './events.ts';
import type { ActionClass, ReferralTarget } from './terms.ts';
import { actionClasses, referralTargets } from './terms.ts';
import { advised, after, contactAfter, greenSet, opened, redSet, type Told, yellowSet } from './testing/contact-story.ts';

const national = (...events: readonly Told[]) => contactFacts(contactAfter(...events))[0];
const doctor: ContactEvent = { type: 'taken', staffId: 'doctor-1', as: 'doctor' };
const arrived: ContactEvent = { type: 'arrived', clinicId: 'lv-forde' };

test('one row for the nation and one for each unit', () => {
  expect(contactFacts(contactAfter(opened, arrived)).map((fact) => [fact.factId, fact.unit])).toEqual([
    ['contact-1:national', 'national'],
    ['contact-1:lvs-forde', 'lvs-forde'],
    ['contact-1:lv-forde', 'lv-forde'],
  ]);
  expect(contactFacts({ status: 'none' })).toEqual([]);
});

test('a contact registered in error counts nowhere, until it is reopened', () => {
  const mistaken: ContactEvent = { type: 'contactClosed', outcome: 'registeredInError', responsible: 'nurse-1' };
  expect(contactFacts(contactAfter(opened, mistaken))).toEqual([]);
  expect(contactFacts(contactAfter(opened, mistaken, { type: 'contactReopened', reason: 'den var riktig' }))).toHaveLength(2);
});

test('the first and the last of urgency and action', () => {
  const visit: ContactEvent = { type: 'actionDecided', action: 'homeVisit', clinicId: 'lv-forde' };
  expect(national(opened, greenSet, yellowSet, advised, visit)).toMatchObject({
    firstUrgencyTelephone: 'green',
    lastUrgency: 'yellow',
    firstAction: 'nurseAdvice',
    lastAction: 'homeVisit',
    redPaged: false,
  });
});

test('what is not known is not zero', () => {
  const fact = national(opened);
  expect([fact?.secondsToDoctor, fact?.secondsToAcknowledge, fact?.lastUrgency, fact?.outcome, fact?.closedAt]).toEqual(
    Array(5).fill(undefined),
  );
});

describe('time to doctor', () => {
  test('from the arrival', () => expect(national(opened, arrived, doctor)?.secondsToDoctor).toBe(60));
  test('from the opening where nobody arrived', () => expect(national(opened, greenSet, doctor)?.secondsToDoctor).toBe(120));
  test('from the first arrival, though the patient moved on', () => {
    expect(national(opened, arrived, { type: 'arrived', clinicId: 'lv-floro' }, doctor)?.secondsToDoctor).toBe(120);
  });
  test('a nurse is no doctor', () =>
    expect(national(opened, arrived, { ...doctor, as: 'nurse' } as ContactEvent)?.secondsToDoctor).toBe(undefined));
  test('told in an impossible order it is unknown', () => {
    expect(national(opened, { event: doctor, at: plus(after(0), -minute) })?.secondsToDoctor).toBe(undefined);
  });
});

test('time to acknowledge runs from when it turned red', () => {
  const paged: ContactEvent = {
    type: 'pageSent',
    pageId: 'p',
    level: 'primary',
    staffId: 'd',
    to: { channel: 'demo', address: 'x' },
    answerBy: after(9 * minute),
  };
  expect(national(opened, greenSet, redSet, paged, { type: 'pageAcknowledged', staffId: 'd' })).toMatchObject({
    redPaged: true,
    secondsToAcknowledge: 120,
  });
});

test('a contact opened again is not closed', () => {
  const closed: ContactEvent = { type: 'contactClosed', outcome: 'advised', responsible: 'x' };
  expect(national(opened, greenSet, advised, closed)).toMatchObject({ outcome: 'advised', closedAt: after(3 * minute) });
  expect(national(opened, greenSet, advised, closed, { type: 'contactReopened', reason: 'Feil' })?.closedAt).toBe(undefined);
});

test.each([
  ['a minute before midnight in winter', Date.UTC(2025, 0, 31, 22, 59, 59), '2025-01-31'],
  ['midnight in winter', Date.UTC(2025, 0, 31, 23), '2025-02-01'],
  ['midnight in summer', Date.UTC(2025, 5, 30, 22), '2025-07-01'],
  ['the first midnight of summer time', Date.UTC(2025, 2, 30, 22), '2025-03-31'],
  ['before midnight as summer time begins', Date.UTC(2025, 2, 29, 22, 59), '2025-03-29'],
  ['midnight before summer time ends', Date.UTC(2025, 9, 25, 22), '2025-10-26'],
  ['midnight after summer time has ended', Date.UTC(2025, 9, 26, 22, 59), '2025-10-26'],
  ['New Year`s Eve', Date.UTC(2024, 11, 31, 23), '2025-01-01'],
])('%s is on the day in Oslo', (_, epoch, day) => {
  const at: Instant = instant(epoch);
  expect(contactFacts(contactAfter({ event: opened, at })).every((fact) => fact.day === day)).toBe(true);
});

test('triage recommends in the words of the contact', () => {
  const actions: readonly ActionClass[] = recommendedActions satisfies readonly RecommendedAction[];
  const referrals: readonly ReferralTarget[] = recommendedReferrals satisfies readonly RecommendedReferral[];
  expect([actions, referrals]).toEqual([actionClasses, referralTargets]);
});
