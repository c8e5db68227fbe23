import { describe, expect, test } from 'vitest';
import { hour, minute } from '../kernel/index.ts';
import { contactUnits } from './contact-units.ts';
import { currentUrgency, currentUrgencyOn } from './current-urgency.ts';
import type { ContactEvent } from './events.ts';
import { evolveContact, initialContact } from './evolve.ts';
import { advised, after, contactAfter, evening, greenSet, opened, ordinary, redSet, yellowSet } from './testing/contact-story.ts';

const arrivedAt = (clinicId: string): ContactEvent => ({ type: 'arrived', clinicId });
const takenAs = (as: 'nurse' | 'doctor'): ContactEvent => ({ type: 'taken', staffId: `${as}-1`, as });
const callback: ContactEvent = { type: 'callbackPromised', taskId: 't1', by: after(hour) };
const offered: ContactEvent = {
  type: 'handoverOffered',
  handoverId: 'h1',
  party: { kind: 'callCentre', unit: 'lvs-bergen', name: 'Bergen' },
};
const closed: ContactEvent = { type: 'contactClosed', outcome: 'home', responsible: 'doctor-1' };

test.each<[string, readonly ContactEvent[]]>([
  ['assessing', [opened, greenSet]],
  ['decided', ordinary],
  ['handingOver', [...ordinary, offered]],
  ['decided', [...ordinary, offered, { type: 'handoverReceived', handoverId: 'h1', receivedBy: 'Operatør 7' }]],
  ['callback', [...ordinary, callback]],
  ['decided', [...ordinary, callback, { type: 'taskDone', taskId: 't1' }]],
  ['expected', [...ordinary, callback, { type: 'clinicExpected', clinicId: 'lv-forde' }]],
  ['waiting', [opened, arrivedAt('lv-forde')]],
  ['withStaff', [opened, arrivedAt('lv-forde'), takenAs('nurse')]],
  ['waiting', [opened, arrivedAt('lv-forde'), takenAs('nurse'), { type: 'returnedToWaiting' }]],
  ['expected', [opened, arrivedAt('lv-forde'), takenAs('nurse'), { type: 'clinicExpected', clinicId: 'lv-floro' }]],
  ['closed', [...ordinary, arrivedAt('lv-forde'), takenAs('doctor'), closed]],
  ['decided', [...ordinary, arrivedAt('lv-forde'), takenAs('doctor'), closed, { type: 'contactReopened', reason: 'Feil' }]],
])('the course is %s', (status, events) => expect(contactAfter(...events).status).toBe(status));

describe('late entries', () => {
  test('an earlier urgency told later becomes the first, and does not become the current', () => {
    const contact = contactAfter(
      opened,
      { event: yellowSet, at: after(30 * minute) },
      { event: greenSet, at: after(10 * minute), recordedAt: after(hour) },
    );
    expect(contact.urgencySettings.map((setting) => setting.urgency)).toEqual(['green', 'yellow']);
    expect(currentUrgency(contact)?.urgency).toBe('yellow');
    expect(contact.lateEntries).toBe(1);
  });
  test('an earlier action told later becomes the first', () => {
    const visit: ContactEvent = { type: 'actionDecided', action: 'homeVisit', clinicId: 'lv-forde' };
    const contact = contactAfter(
      opened,
      greenSet,
      { event: visit, at: after(30 * minute) },
      { event: advised, at: after(10 * minute), recordedAt: after(hour) },
    );
    expect(contact.actions.map((action) => action.action)).toEqual(['nurseAdvice', 'homeVisit']);
  });
  test('at the same minute the one written first comes first', () => {
    const contact = contactAfter(opened, { event: greenSet, at: evening }, { event: yellowSet, at: evening });
    expect(currentUrgency(contact)?.urgency).toBe('yellow');
  });
  test('five minutes is not late, a millisecond more is', () => {
    const late = (by: number) => contactAfter({ event: opened, at: evening, recordedAt: after(by) }).lateEntries;
    expect([late(5 * minute), late(5 * minute + 1)]).toEqual([0, 1]);
  });
  test('an arrival registered after the doctor began keeps the doctor', () => {
    const contact = contactAfter(
      opened,
      { event: takenAs('doctor'), at: after(20 * minute) },
      { event: arrivedAt('lv-forde'), at: after(5 * minute), recordedAt: after(30 * minute) },
    );
    expect(contact.takenBy?.staffId).toBe('doctor-1');
    expect([contact.firstArrivedAt, contact.firstWithDoctorAt]).toEqual([after(5 * minute), after(20 * minute)]);
  });
});

test('the axes of urgency are kept apart', () => {
  const contact = contactAfter(opened, greenSet, { type: 'urgencySet', axis: 'clinic', urgency: 'yellow', tool: 'none', criteria: [] });
  expect([currentUrgencyOn(contact, 'telephone')?.urgency, currentUrgencyOn(contact, 'clinic')?.urgency]).toEqual(['green', 'yellow']);
  expect(currentUrgency(contact)?.axis).toBe('clinic');
});

test('who was unknown and then identified stays in the history', () => {
  const identified: ContactEvent = {
    type: 'patientIdentified',
    personId: 'person-2',
    identity: { kind: 'nameAndBirth', name: 'Prøve Pasient' },
  };
  const contact = contactAfter(opened, identified, identified);
  expect([contact.personId, contact.persons]).toEqual(['person-2', ['person-1', 'person-2']]);
});

test('a handover handed to the doctor is the doctor`s, and the nurse`s keeps its kind', () => {
  const nurse = contactAfter(opened, takenAs('nurse'), { type: 'handedOver', toStaffId: 'nurse-2' });
  expect([nurse.takenBy?.as, nurse.firstWithDoctorAt]).toEqual(['nurse', undefined]);
  const doctor = contactAfter(opened, takenAs('nurse'), { type: 'handedOver', toStaffId: 'doctor-2', as: 'doctor' });
  expect([doctor.takenBy?.staffId, doctor.firstWithDoctorAt]).toEqual(['doctor-2', after(2 * minute)]);
});

describe('units', () => {
  test('centre, clinics come to, and those that responsibility is offered to, each once', () => {
    const contact = contactAfter(opened, arrivedAt('sat-askvoll'), { type: 'clinicExpected', clinicId: 'lv-forde' }, offered);
    expect(contactUnits(contact)).toEqual(['lvs-forde', 'lv-forde', 'sat-askvoll', 'lvs-bergen']);
  });
  test('a clinic named by mistake is not one of them', () => {
    const contact = contactAfter(
      opened,
      { type: 'placeStated', place: '4602', clinicId: 'lv-floro' },
      { type: 'placeStated', place: '4647', clinicId: 'lv-forde' },
    );
    expect(contactUnits(contact)).toEqual(['lvs-forde', 'lv-forde']);
  });
  test('none before it is opened', () => expect(contactUnits(initialContact)).toEqual([]));
});

test('a stream that does not begin with its opening is a fault in the journal', () => {
  expect(() =>
    evolveContact(initialContact, { event: greenSet, sequence: 1, occurredAt: evening, recordedAt: evening, actor: 'x' }),
  ).toThrow();
});

test('red is due at once', () =>
  expect(contactAfter(opened, redSet).paging).toEqual({ state: 'due', since: after(minute), level: 'primary', pages: [] }));
