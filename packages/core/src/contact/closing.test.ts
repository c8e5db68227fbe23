import { describe, expect, test } from 'vitest';
import { hour, minute } from '../kernel/index.ts';
import type { ContactOrder } from './commands.ts';
import type { ContactEvent } from './events.ts';
import { advised, after, contactAfter, greenSet, opened, ordinary, redSet, when } from './testing/contact-story.ts';
import { acceptedWith, refusedWith } from './testing/expectations.ts';

const urgency = (fields: object = {}): ContactOrder => ({
  type: 'setUrgency',
  axis: 'telephone',
  urgency: 'green',
  tool: 'none',
  criteria: [],
  ...fields,
});
const emc = { kind: 'emc', name: 'AMK Førde' } as const;
const handoverOffered: ContactEvent = { type: 'handoverOffered', handoverId: 'h1', party: emc };
const closed: ContactEvent = { type: 'contactClosed', outcome: 'advised', responsible: 'operator-1' };

describe('closing', () => {
  const close: ContactOrder = { type: 'close', outcome: 'advised' };
  test('who closes is responsible', () => {
    expect(when(contactAfter(...ordinary), { ...close, diagnosis: 'R05' }, { actor: 'nurse-1' })).toEqual(
      acceptedWith({ type: 'contactClosed', responsible: 'nurse-1', diagnosis: 'R05' }),
    );
  });
  test('something has been decided, unless nobody was there', () => {
    expect(when(contactAfter(opened, greenSet), close)).toEqual(refusedWith({ code: 'action-missing', field: 'action' }));
    for (const outcome of ['leftBeforeSeen', 'noContact', 'registeredInError'] as const) {
      expect(when(contactAfter(opened), { type: 'close', outcome }).accepted).toBe(true);
    }
  });
  test('a handover that nobody received stands in the way', () => {
    const contact = contactAfter(...ordinary, handoverOffered);
    expect(when(contact, close)).toEqual(refusedWith({ code: 'handover-open', handoverIds: ['h1'] }));
    const received = contactAfter(...ordinary, handoverOffered, { type: 'handoverReceived', handoverId: 'h1', receivedBy: 'Operatør 7' });
    expect(when(received, close).accepted).toBe(true);
  });
  test('an alarm that nobody answered stands in the way, unless the EMC has the patient', () => {
    expect(when(contactAfter(opened, redSet, advised), close)).toEqual(refusedWith({ code: 'red-not-acknowledged', state: 'due' }));
    expect(when(contactAfter(opened, redSet, advised, { type: 'pageAcknowledged', staffId: 'doctor-1' }), close).accepted).toBe(true);
    const received: ContactEvent = { type: 'handoverReceived', handoverId: 'h1', receivedBy: 'Operatør 7' };
    expect(when(contactAfter(opened, redSet, advised, handoverOffered, received), close).accepted).toBe(true);
    const toldToConfer: ContactEvent[] = [
      { type: 'pageEscalated', from: 'primary', reason: 'nobodyOnDuty' },
      { type: 'pageEscalated', from: 'backup', reason: 'nobodyOnDuty' },
      { type: 'emcConferenceAdvised' },
    ];
    const conferred: ContactEvent = { type: 'conferenceHeld', conferenceId: 'c1', party: { kind: 'emc', name: 'AMK' } };
    expect(when(contactAfter(opened, redSet, advised, ...toldToConfer), close).accepted).toBe(false);
    expect(when(contactAfter(opened, redSet, advised, ...toldToConfer, conferred), close).accepted).toBe(true);
    expect(when(contactAfter(opened, redSet, advised, conferred), close).accepted).toBe(false);
    const toCentre: ContactEvent = { ...handoverOffered, party: { kind: 'callCentre', name: 'Nabosentralen' } };
    expect(when(contactAfter(opened, redSet, advised, toCentre, received), close).accepted).toBe(false);
  });
  test.each(['r05', 'R5', 'R055', '055', 'R05 feber'])('%s is no diagnosis code', (diagnosis) => {
    expect(when(contactAfter(...ordinary), { ...close, diagnosis })).toEqual(
      refusedWith({ code: 'diagnosis-invalid', field: 'diagnosis' }),
    );
  });
  test('open tasks do not stand in the way', () => {
    const contact = contactAfter(...ordinary, { type: 'taskAdded', taskId: 't1', kind: 'letterToGp', text: 'Epikrise' });
    expect(when(contact, close).accepted).toBe(true);
  });

  const shut = contactAfter(
    opened,
    { type: 'callLinked', callId: 'call-1' },
    redSet,
    advised,
    { type: 'pageSent', pageId: 'p1', level: 'primary', staffId: 'doctor-1', to: { channel: 'demo', address: 'x' }, answerBy: after(hour) },
    { type: 'pageAcknowledged', staffId: 'doctor-1' },
    { type: 'taskAdded', taskId: 't1', kind: 'other', text: 'Svar på prøve' },
    handoverOffered,
    closed,
  );
  test.each<[ContactOrder]>([
    [{ type: 'writeNote', noteId: 'n1', text: 'Tillegg' }],
    [{ type: 'addTask', taskId: 't2', kind: 'other', text: 'Ring' }],
    [{ type: 'completeTask', taskId: 't1' }],
    [{ type: 'linkCall', callId: 'call-2' }],
    [{ type: 'confirmHandover', handoverId: 'h1', receivedBy: 'Operatør 7' }],
    [{ type: 'reportPage', pageId: 'p1', delivered: true }],
    [{ type: 'reopen', reason: 'Ringte igjen' }],
  ])('after closing, %o goes on', (order) => expect(when(shut, order).accepted).toBe(true));
  test.each<[ContactOrder]>([
    [urgency()],
    [{ type: 'decideAction', action: 'other' }],
    [{ type: 'identifyPatient', personId: 'p2', identity: { kind: 'unknown' } }],
    [{ type: 'statePlace', place: '4602' }],
    [{ type: 'unlinkCall', callId: 'call-1' }],
    [{ type: 'arrive', clinicId: 'lv-forde' }],
    [{ type: 'take', as: 'doctor' }],
    [{ type: 'offerHandover', handoverId: 'h2', party: emc }],
    [{ type: 'promiseCallback', taskId: 't3', by: after(2 * hour) }],
    [close],
  ])('after closing, %o is refused with who closed and when', (order) => {
    expect(when(shut, order)).toEqual(refusedWith({ code: 'contact-closed', by: 'operator-1', at: after(8 * minute) }));
  });
  test('an open contact is not opened again, and a closed one needs a reason', () => {
    expect(when(contactAfter(opened), { type: 'reopen', reason: 'Feil' })).toEqual(refusedWith({ code: 'contact-not-closed' }));
    expect(when(shut, { type: 'reopen', reason: ' ' })).toEqual(refusedWith({ code: 'text-missing', field: 'reason' }));
  });
});
