import { describe, expect, test } from 'vitest';
import { day, hour, minute, plus } from '../kernel/index.ts';
import type { ContactOrder } from './commands.ts';
import { decideContact } from './decide.ts';
import type { ContactEvent } from './events.ts';
import { initialContact } from './evolve.ts';
import {
  advised,
  after,
  command,
  contactAfter,
  evening,
  greenSet,
  opened,
  opening,
  ordinary,
  redSet,
  when,
  yellowSet,
} from './testing/contact-story.ts';

const acceptedWith = (...events: readonly object[]) => ({ accepted: true, events: events.map((event) => expect.objectContaining(event)) });
const refusedWith = (refusal: object) => ({ accepted: false, refusal: expect.objectContaining(refusal) });
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
const noteWritten: ContactEvent = { type: 'noteWritten', noteId: 'n1', text: 'Notat' };
const taken: ContactEvent = { type: 'taken', staffId: 'doctor-1', as: 'doctor' };
const arrived: ContactEvent = { type: 'arrived', clinicId: 'lv-forde' };

describe('a contact begins once', () => {
  test('nothing can be done before it is opened', () => {
    expect(when(initialContact, urgency())).toEqual(refusedWith({ code: 'contact-unknown' }));
  });
  test('it is opened, and not twice', () => {
    expect(when(initialContact, opening)).toEqual(acceptedWith({ ...opened }));
    expect(when(contactAfter(opened), opening)).toEqual(refusedWith({ code: 'contact-exists', field: 'contactId' }));
  });
});

describe('when a thing can have happened', () => {
  const at = (occurredAt: number, contact = contactAfter(opened)) =>
    decideContact(contact, command(urgency(), { occurredAt: plus(evening, occurredAt - evening), now: after(hour) })).accepted;
  test.each([
    ['a minute ahead of the server', after(hour + minute), true],
    ['more than a minute ahead', after(hour + minute + 1), false],
    ['an evening late', after(0), true],
    ['a day before the opening', after(-day), true],
    ['more than a day before the opening', after(-day - 1), false],
  ])('%s', (_, occurredAt, accepted) => expect(at(occurredAt)).toBe(accepted));

  test('seven days back at most', () => {
    const opens = (occurredAt: number) =>
      decideContact(initialContact, command(opening, { occurredAt: plus(evening, occurredAt), now: evening }));
    expect(opens(-7 * day).accepted).toBe(true);
    expect(opens(-7 * day - 1)).toEqual(refusedWith({ code: 'occurred-at-too-early', field: 'occurredAt', earliest: after(-7 * day) }));
  });
  test('the future is refused by name of the field', () => {
    expect(when(contactAfter(opened), urgency(), { occurredAt: after(2 * hour) })).toEqual(
      refusedWith({ code: 'occurred-at-in-future', field: 'occurredAt', latest: after(hour) }),
    );
  });
});

describe('two people on the same contact', () => {
  const contact = contactAfter(opened, greenSet, { event: yellowSet, by: 'nurse-2' });
  test('the second learns what changed, by whom and when', () => {
    expect(when(contact, urgency({ urgency: 'red' }), { seen: 2 })).toEqual(
      refusedWith({
        code: 'contact-changed',
        changedTypes: ['urgencySet'],
        changes: [{ type: 'urgencySet', sequence: 3, by: 'nurse-2', at: after(2 * minute) }],
        sequence: 3,
        since: 2,
      }),
    );
  });
  test.each([
    ['having seen all', 3, true],
    ['having seen the one before', 2, false],
    ['having seen what does not exist', 9, false],
  ])('%s', (_, seen, accepted) => expect(when(contact, urgency(), { seen }).accepted).toBe(accepted));
  test('unsaid what was seen: only what nobody has stated can be stated', () => {
    expect(decideContact(contact, command(urgency()))).toEqual(refusedWith({ code: 'contact-changed', since: 0 }));
    expect(decideContact(contact, command({ type: 'stateReason', text: 'Vondt i foten' })).accepted).toBe(true);
  });
  test('a change of another matter does not disturb', () => {
    expect(when(contact, { type: 'stateReason', text: 'Vondt i foten' }, { seen: 1 }).accepted).toBe(true);
  });
  test('what only adds never collides', () => {
    expect(decideContact(contactAfter(...ordinary, noteWritten), command({ type: 'writeNote', noteId: 'n2', text: 'Mer' })).accepted).toBe(
      true,
    );
  });
  test('closing over an urgency one has not seen is refused', () => {
    const raised = contactAfter(...ordinary, yellowSet);
    expect(when(raised, { type: 'close', outcome: 'advised' }, { seen: 3 })).toEqual(
      refusedWith({ code: 'contact-changed', changedTypes: ['urgencySet'] }),
    );
    expect(decideContact(raised, command({ type: 'close', outcome: 'advised' })).accepted).toBe(true);
  });
});

describe('urgency', () => {
  test.each([
    ['as suggested, no reason', { suggested: 'green' }, true],
    ['no suggestion, no reason', {}, true],
    ['departing without a reason', { suggested: 'yellow' }, false],
    ['departing with two characters', { suggested: 'yellow', departureReason: ' ok ' }, false],
    ['departing with three', { suggested: 'yellow', departureReason: 'vet' }, true],
  ])('%s', (_, fields, accepted) => expect(when(contactAfter(opened), urgency(fields)).accepted).toBe(accepted));
  test('the refusal says what was suggested', () => {
    expect(when(contactAfter(opened), urgency({ suggested: 'red' }))).toEqual(
      refusedWith({ code: 'departure-reason-missing', field: 'departureReason', suggested: 'red' }),
    );
  });
  test('too many criteria, and an empty one, are named', () => {
    expect(when(contactAfter(opened), urgency({ criteria: Array.from({ length: 51 }, () => 'b1') }))).toEqual(
      refusedWith({ code: 'list-too-long', field: 'criteria', limit: 50, length: 51 }),
    );
    expect(when(contactAfter(opened), urgency({ criteria: ['b1', ' '] }))).toEqual(
      refusedWith({ code: 'text-missing', field: 'criteria.1' }),
    );
  });
});

describe('action', () => {
  const decide = (fields: object): ContactOrder => ({ type: 'decideAction', action: 'nurseAdvice', ...fields });
  test.each([
    ['advice by nurse alone', { action: 'nurseAdvice' }, undefined],
    ['a consultation nowhere', { action: 'doctorConsultation' }, 'clinic-missing'],
    ['another consultation nowhere', { action: 'otherConsultation' }, 'clinic-missing'],
    ['a home visit from nowhere', { action: 'homeVisit' }, 'clinic-missing'],
    ['a call-out from nowhere', { action: 'callOut' }, 'clinic-missing'],
    ['a call-out from a clinic', { action: 'callOut', clinicId: 'lv-forde' }, undefined],
    ['doctor on the telephone', { action: 'doctorTelephone' }, undefined],
    ['referred to nobody', { action: 'referred' }, 'referral-missing'],
    ['referred to the dentist', { action: 'referred', referral: 'dentist' }, undefined],
    ['other', { action: 'other' }, undefined],
  ])('%s', (_, fields, code) => {
    const decision = when(contactAfter(opened, greenSet), decide(fields));
    expect(decision.accepted ? undefined : decision.refusal.code).toBe(code);
  });
  test('urgency comes first, except where the EMC asks', () => {
    expect(when(contactAfter(opened), decide({}))).toEqual(refusedWith({ code: 'urgency-missing', field: 'urgency' }));
    const fromEmc = contactAfter({ type: 'contactOpened', contactId: 'c', centreId: 'lvs-forde', channel: 'emc', personId: 'p' });
    expect(when(fromEmc, decide({})).accepted).toBe(true);
  });
});

describe('texts', () => {
  const long = (length: number) => 'a'.repeat(length);
  test.each<[string, ContactOrder, string, number | undefined]>([
    ['an empty note', { type: 'writeNote', noteId: 'n', text: ' \n ' }, 'text', undefined],
    ['a note of 20 001', { type: 'writeNote', noteId: 'n', text: long(20_001) }, 'text', 20_000],
    ['a reason of 2 001', { type: 'stateReason', text: long(2_001) }, 'text', 2_000],
    ['a million characters', { type: 'giveAdvice', text: long(1_000_000), adviceCodes: [] }, 'text', 20_000],
    ['advice of nothing', { type: 'giveAdvice', text: '', adviceCodes: [] }, 'text', undefined],
    ['a long name of a caller', { type: 'stateCaller', name: long(201) }, 'name', 200],
    ['a caller of nothing', { type: 'stateCaller', name: ' ' }, 'name', undefined],
    ['no place', { type: 'statePlace', place: '' }, 'place', undefined],
    ['a task of nothing', { type: 'addTask', taskId: 't', kind: 'other', text: '' }, 'text', undefined],
    ['a handover to nobody', { type: 'offerHandover', handoverId: 'h', party: { kind: 'other', name: ' ' } }, 'party.name', undefined],
  ])('%s is refused by name of the field', (_, order, field, limit) => {
    expect(when(contactAfter(opened), order)).toEqual(
      refusedWith(limit === undefined ? { code: 'text-missing', field } : { code: 'text-too-long', field, limit }),
    );
  });
  test('the limits themselves are allowed, and blanks around a text are not part of it', () => {
    expect(when(contactAfter(opened), { type: 'writeNote', noteId: 'n', text: ` ${long(20_000)}\n` })).toEqual(
      acceptedWith({ text: long(20_000) }),
    );
  });
  test('what the database cannot hold is taken out', () => {
    expect(when(contactAfter(opened), { type: 'writeNote', noteId: 'n', text: 'a\u0000b\ud800' })).toEqual(
      acceptedWith({ text: 'ab\ufffd' }),
    );
  });
  test('coded advice needs no words', () => {
    expect(when(contactAfter(opened), { type: 'giveAdvice', text: '', adviceCodes: ['ro'] }).accepted).toBe(true);
  });
});

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

describe('closing', () => {
  const close: ContactOrder = { type: 'close', outcome: 'advised' };
  test('who closes is responsible', () => {
    expect(when(contactAfter(...ordinary), { ...close, diagnosis: 'R05' }, { actor: 'nurse-1' })).toEqual(
      acceptedWith({ type: 'contactClosed', responsible: 'nurse-1', diagnosis: 'R05' }),
    );
  });
  test('something has been decided, unless nobody was there', () => {
    expect(when(contactAfter(opened, greenSet), close)).toEqual(refusedWith({ code: 'action-missing', field: 'action' }));
    for (const outcome of ['leftBeforeSeen', 'noContact'] as const) {
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
