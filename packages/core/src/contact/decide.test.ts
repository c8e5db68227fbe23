import { describe, expect, test } from 'vitest';
import { day, hour, minute, plus } from '../kernel/index.ts';
import type { ContactOrder } from './commands.ts';
import { decideContact } from './decide.ts';
import type { ContactEvent } from './events.ts';
import { initialContact } from './evolve.ts';
import { after, command, contactAfter, evening, greenSet, opened, opening, ordinary, when, yellowSet } from './testing/contact-story.ts';
import { acceptedWith, refusedWith } from './testing/expectations.ts';

const urgency = (fields: object = {}): ContactOrder => ({
  type: 'setUrgency',
  axis: 'telephone',
  urgency: 'green',
  tool: 'none',
  criteria: [],
  ...fields,
});
const noteWritten: ContactEvent = { type: 'noteWritten', noteId: 'n1', text: 'Notat' };

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
