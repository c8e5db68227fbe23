import { describe, expect, test } from 'vitest';
import { day, hour, minute } from '../kernel/index.ts';
import type { ContactOrder } from './commands.ts';
import { decideContact } from './decide.ts';
import type { ContactEvent } from './events.ts';
import { after, command, contactAfter, opened, when } from './testing/contact-story.ts';
import { refusedWith } from './testing/expectations.ts';

const emc = { kind: 'emc', name: 'AMK Førde' } as const;
const handoverOffered: ContactEvent = { type: 'handoverOffered', handoverId: 'h1', party: emc };
const noteWritten: ContactEvent = { type: 'noteWritten', noteId: 'n1', text: 'Notat' };
const taken: ContactEvent = { type: 'taken', staffId: 'doctor-1', as: 'doctor' };
const arrived: ContactEvent = { type: 'arrived', clinicId: 'lv-forde' };

describe('the way through the clinic', () => {
  const here: ContactOrder = { type: 'arrive', clinicId: 'lv-forde' };
  test('expected, or straight from the street', () => {
    expect(when(contactAfter(opened), here).accepted).toBe(true);
    expect(when(contactAfter(opened, { type: 'clinicExpected', clinicId: 'lv-forde' }), here).accepted).toBe(true);
  });
  test('not twice to the same clinic, but on to another', () => {
    const contact = contactAfter(opened, arrived);
    expect(when(contact, here)).toEqual(refusedWith({ code: 'already-arrived', clinicId: 'lv-forde', since: after(minute) }));
    expect(when(contact, { type: 'expectAtClinic', clinicId: 'lv-forde' })).toEqual(refusedWith({ code: 'already-arrived' }));
    expect(when(contact, { type: 'expectAtClinic', clinicId: 'lv-floro' }).accepted).toBe(true);
    expect(when(contact, { type: 'arrive', clinicId: 'lv-floro' }).accepted).toBe(true);
  });
  test('a patient with somebody is not taken by another', () => {
    const contact = contactAfter(opened, arrived, { event: taken, by: 'doctor-1' });
    expect(when(contact, { type: 'take', as: 'doctor' }, { actor: 'doctor-2' })).toEqual(
      refusedWith({ code: 'already-taken', by: 'doctor-1', as: 'doctor', since: after(2 * minute) }),
    );
    expect(when(contact, { type: 'take', as: 'doctor' }, { actor: 'doctor-1' })).toEqual({ accepted: true, events: [] });
    expect(when(contact, { type: 'handOver', toStaffId: 'doctor-2', as: 'doctor' }, { actor: 'doctor-2' }).accepted).toBe(true);
  });
  test('another moves the patient on only on having seen who has them; who has them always may', () => {
    const contact = contactAfter(opened, arrived, { event: taken, by: 'doctor-1' });
    const back: ContactOrder = { type: 'returnToWaiting' };
    expect(decideContact(contact, command(back, { actor: 'doctor-1' })).accepted).toBe(true);
    expect(decideContact(contact, command(back, { actor: 'nurse-1', seen: 2 }))).toEqual(
      refusedWith({ code: 'contact-changed', changedTypes: ['taken'] }),
    );
    expect(decideContact(contact, command(back, { actor: 'nurse-1', seen: 3 })).accepted).toBe(true);
    expect(when(contactAfter(opened, arrived), back)).toEqual(refusedWith({ code: 'not-taken' }));
  });
  test('the expected time is near', () => {
    const expected = (fromNow: number) =>
      when(contactAfter(opened), { type: 'expectAtClinic', clinicId: 'lv-forde', expectedAt: after(hour + fromNow) });
    expect(expected(-hour).accepted).toBe(true);
    expect(expected(-hour - 1)).toEqual(refusedWith({ code: 'time-too-early', field: 'expectedAt' }));
    expect(expected(7 * day).accepted).toBe(true);
    expect(expected(7 * day + 1)).toEqual(refusedWith({ code: 'time-too-late', field: 'expectedAt' }));
  });
});

describe('notes and what remains', () => {
  test('a correction names a note that exists', () => {
    const correct = (corrects: string): ContactOrder => ({ type: 'writeNote', noteId: 'n2', text: 'Rettelse', corrects });
    expect(when(contactAfter(opened, noteWritten), correct('n1')).accepted).toBe(true);
    expect(when(contactAfter(opened, noteWritten), correct('n9'))).toEqual(refusedWith({ code: 'unknown-reference', field: 'corrects' }));
  });
  test('a callback is promised for later than it is promised, also when entered late', () => {
    const promise = (by: number): ContactOrder => ({ type: 'promiseCallback', taskId: 't1', by: after(by) });
    expect(when(contactAfter(opened), promise(hour))).toEqual(refusedWith({ code: 'time-too-early', field: 'by' }));
    expect(when(contactAfter(opened), promise(hour + 1)).accepted).toBe(true);
    expect(when(contactAfter(opened), promise(40 * minute), { occurredAt: after(10 * minute) }).accepted).toBe(true);
  });
  test('the second to do a task learns who did it', () => {
    const contact = contactAfter(
      opened,
      { type: 'callbackPromised', taskId: 't1', by: after(hour) },
      { event: { type: 'taskDone', taskId: 't1' }, by: 'nurse-1' },
    );
    expect(when(contact, { type: 'completeTask', taskId: 't1' })).toEqual(
      refusedWith({ code: 'task-already-done', by: 'nurse-1', at: after(2 * minute) }),
    );
    expect(when(contact, { type: 'completeTask', taskId: 't2' })).toEqual(refusedWith({ code: 'unknown-reference', field: 'taskId' }));
  });
  test('a handover is a task that the receipt alone completes', () => {
    const contact = contactAfter(opened, handoverOffered);
    expect(when(contact, { type: 'completeTask', taskId: 'h1' })).toEqual(
      refusedWith({ code: 'handover-needs-receipt', handoverId: 'h1' }),
    );
    expect(when(contact, { type: 'confirmHandover', handoverId: 'h1', receivedBy: 'Operatør 7' }).accepted).toBe(true);
    expect(when(contact, { type: 'confirmHandover', handoverId: 'h2', receivedBy: 'Operatør 7' })).toEqual(
      refusedWith({ code: 'unknown-reference' }),
    );
  });
  test.each<[string, ContactEvent, ContactOrder]>([
    ['note', noteWritten, { type: 'writeNote', noteId: 'n1', text: 'Igjen' }],
    ['task', { type: 'taskAdded', taskId: 't1', kind: 'other', text: 'x' }, { type: 'addTask', taskId: 't1', kind: 'other', text: 'y' }],
    [
      'callback',
      { type: 'taskAdded', taskId: 't1', kind: 'other', text: 'x' },
      { type: 'promiseCallback', taskId: 't1', by: after(2 * hour) },
    ],
    ['handover', handoverOffered, { type: 'offerHandover', handoverId: 'h1', party: emc }],
    ['conference', { type: 'conferenceHeld', conferenceId: 'k1', party: emc }, { type: 'holdConference', conferenceId: 'k1', party: emc }],
  ])('the id of a %s is used once', (_, event, order) => {
    expect(when(contactAfter(opened, event), order)).toEqual(refusedWith({ code: 'already-exists' }));
  });
  test('linking a call again changes nothing; unlinking one that is not there is refused', () => {
    const contact = contactAfter(opened, { type: 'callLinked', callId: 'call-1' });
    expect(when(contact, { type: 'linkCall', callId: 'call-1' })).toEqual({ accepted: true, events: [] });
    expect(when(contact, { type: 'unlinkCall', callId: 'call-2' })).toEqual(refusedWith({ code: 'unknown-reference', field: 'callId' }));
  });
});
