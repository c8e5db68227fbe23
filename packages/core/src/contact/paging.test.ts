import { describe, expect, test } from 'vitest';
import { hour, type Instant, minute, second } from '../kernel/index.ts';
import type { ContactOrder } from './commands.ts';
import type { ContactEvent } from './events.ts';
import { answerTimes, type DutyContact, nextPagingStep, type OnDuty } from './paging-step.ts';
import type { Contact, OpenedContact, Paging } from './state.ts';
import { advised, after, contactAfter, greenSet, opened, proceed, redSet, when, yellowSet } from './testing/contact-story.ts';

const person = (staffId: string): DutyContact => ({ staffId, to: { channel: 'demo', address: `pager-${staffId}` } });
const onDuty: OnDuty = { primary: [person('doctor-1'), person('nurse-1')], backup: [person('doctor-2')] };
const nobody: OnDuty = { primary: [], backup: [] };
const red = contactAfter(opened, redSet);
const acknowledged: ContactEvent = { type: 'pageAcknowledged', staffId: 'doctor-1' };
const lower: ContactOrder = { type: 'setUrgency', axis: 'telephone', urgency: 'yellow', tool: 'none', criteria: [] };
const raise: ContactOrder = { ...lower, urgency: 'red' };
const paging = (contact: Contact): Paging => (contact as OpenedContact).paging;

/** Does what the pager does until there is nothing more to do now. */
function pager(contact: Contact, now: Instant, duty: OnDuty): Contact {
  const step = nextPagingStep(contact, now, duty);
  const send = (state: Contact, order: ContactOrder) => proceed(state, order, { actor: 'pager', now });
  switch (step.kind) {
    case 'page':
      return pager(
        step.people.reduce(
          (state, { staffId, to }) =>
            send(state, { type: 'sendPage', pageId: `${staffId}@${now}`, level: step.level, staffId, to, answerBy: step.answerBy }),
          contact,
        ),
        now,
        duty,
      );
    case 'escalate':
      return pager(send(contact, { type: 'escalatePage', from: step.from, reason: step.reason }), now, duty);
    case 'adviseEmc':
      return pager(send(contact, { type: 'adviseEmcConference' }), now, duty);
    case 'wait':
    case 'nothing':
      return contact;
  }
}

const started = after(10 * minute);
const waiting = pager(red, started, onDuty);
const answerBy = after(10 * minute + answerTimes.primary);
const backupWaiting = pager(waiting, answerBy, onDuty);
const exhausted = pager(backupWaiting, after(10 * minute + answerTimes.primary + answerTimes.backup), onDuty);
const failAll = (contact: Contact) =>
  contact.status === 'none' || contact.paging.state === 'notNeeded'
    ? contact
    : contact.paging.pages.reduce<Contact>(
        (state, page) =>
          proceed(state, { type: 'reportPage', pageId: page.pageId, delivered: false, reason: 'Ikke dekning' }, { now: started }),
        contact,
      );

describe('the steps of the pager', () => {
  test('nothing while nobody is red, before the opening, and after closing', () => {
    expect(nextPagingStep({ status: 'none' }, started, onDuty)).toEqual({ kind: 'nothing' });
    expect(nextPagingStep(contactAfter(opened, greenSet), started, onDuty)).toEqual({ kind: 'nothing' });
    const closed = contactAfter(opened, redSet, advised, { type: 'contactClosed', outcome: 'advised', responsible: 'x' });
    expect(nextPagingStep(closed, started, onDuty)).toEqual({ kind: 'nothing' });
  });
  test('red pages all who are primary', () => {
    expect(nextPagingStep(red, started, onDuty)).toEqual({ kind: 'page', level: 'primary', people: onDuty.primary, answerBy });
    expect(paging(waiting)).toMatchObject({
      state: 'waiting',
      level: 'primary',
      answerBy,
      pages: [{ staffId: 'doctor-1' }, { staffId: 'nurse-1' }],
    });
  });
  test('then waits until the answer is due, and not a millisecond longer', () => {
    expect(nextPagingStep(waiting, after(10 * minute + answerTimes.primary - 1), onDuty)).toEqual({ kind: 'wait', until: answerBy });
    expect(nextPagingStep(waiting, answerBy, onDuty)).toEqual({ kind: 'escalate', from: 'primary', reason: 'noAnswer' });
  });
  test('then pages the backup', () => {
    expect(paging(backupWaiting)).toMatchObject({
      state: 'waiting',
      level: 'backup',
      pages: [{}, {}, { staffId: 'doctor-2', level: 'backup' }],
    });
  });
  test('then tells the operator to confer with the EMC', () => {
    expect(paging(exhausted)).toMatchObject({
      state: 'exhausted',
      emcAdvisedAt: after(10 * minute + answerTimes.primary + answerTimes.backup),
    });
    expect(nextPagingStep(exhausted, after(hour), onDuty)).toEqual({ kind: 'nothing' });
  });
  test('nobody on duty at all goes straight to the advice, in order', () => {
    expect(nextPagingStep(red, started, nobody)).toEqual({ kind: 'escalate', from: 'primary', reason: 'nobodyOnDuty' });
    expect(paging(pager(red, started, nobody))).toMatchObject({ state: 'exhausted', at: started, emcAdvisedAt: started, pages: [] });
  });
  test('nobody primary pages the backup at once', () => {
    expect(paging(pager(red, started, { ...onDuty, primary: [] }))).toMatchObject({ state: 'waiting', level: 'backup' });
  });
  test('nobody backup ends after the primary have not answered', () => {
    expect(paging(pager(waiting, answerBy, { ...onDuty, backup: [] }))).toMatchObject({ state: 'exhausted' });
  });
  test('when no page could be delivered it does not wait', () => {
    expect(nextPagingStep(failAll(waiting), started, onDuty)).toEqual({ kind: 'escalate', from: 'primary', reason: 'failed' });
    expect(paging(pager(failAll(waiting), started, onDuty))).toMatchObject({ state: 'waiting', level: 'backup' });
  });
  test('one failed of two is waited for', () => {
    const one = proceed(waiting, { type: 'reportPage', pageId: `doctor-1@${started}`, delivered: false }, { now: started });
    expect(nextPagingStep(one, started, onDuty)).toEqual({ kind: 'wait', until: answerBy });
  });
  test('a pager stopped half-way pages the rest within the same time', () => {
    const half = pager(red, started, { ...onDuty, primary: [person('doctor-1')] });
    expect(nextPagingStep(half, after(10 * minute + 5 * second), onDuty)).toEqual({
      kind: 'page',
      level: 'primary',
      people: [person('nurse-1')],
      answerBy,
    });
  });
  test('the failures of the primary do not fail the backup', () => {
    const backup = pager(failAll(waiting), started, onDuty);
    expect(nextPagingStep(backup, started, onDuty)).toMatchObject({ kind: 'wait' });
  });
  test('acknowledged, there is no more', () => {
    const done = proceed(waiting, { type: 'acknowledge' }, { actor: 'nurse-1' });
    expect(paging(done)).toMatchObject({ state: 'acknowledged', staffId: 'nurse-1' });
    expect(nextPagingStep(done, after(2 * hour), onDuty)).toEqual({ kind: 'nothing' });
  });
});

describe('acknowledging', () => {
  test.each<[string, Contact]>([
    ['before anybody is paged', red],
    ['while primary is paged', waiting],
    ['while backup is paged', backupWaiting],
    ['late, when all is exhausted', exhausted],
  ])('%s', (_, contact) => expect(paging(proceed(contact, { type: 'acknowledge' }, { actor: 'doctor-1' })).state).toBe('acknowledged'));
  test('the second learns who was first; the same again changes nothing', () => {
    const done = contactAfter(opened, redSet, acknowledged);
    expect(when(done, { type: 'acknowledge' }, { actor: 'doctor-2' })).toMatchObject({
      refusal: { code: 'already-acknowledged', by: 'doctor-1', at: after(2 * minute) },
    });
    expect(when(done, { type: 'acknowledge' }, { actor: 'doctor-1' })).toEqual({ accepted: true, events: [] });
  });
  test('nothing, or an unknown page, is not acknowledged', () => {
    expect(when(contactAfter(opened), { type: 'acknowledge' })).toMatchObject({ refusal: { code: 'nothing-to-acknowledge' } });
    expect(when(waiting, { type: 'acknowledge', pageId: 'p9' })).toMatchObject({ refusal: { code: 'unknown-reference', field: 'pageId' } });
  });
  test('the answer to an earlier alarm is not the answer to a new one', () => {
    const again = [lower, raise].reduce((state, order) => proceed(state, order, seenAll(state)), proceed(waiting, { type: 'acknowledge' }));
    expect(paging(again).state).toBe('due');
    expect(when(again, { type: 'acknowledge', pageId: `doctor-1@${started}` })).toMatchObject({
      refusal: { code: 'paging-elsewhere', state: 'due' },
    });
  });
  test('a doctor who takes the patient has answered; a nurse has not', () => {
    expect(paging(proceed(waiting, { type: 'take', as: 'doctor' }, { actor: 'doctor-3' }))).toMatchObject({
      state: 'acknowledged',
      staffId: 'doctor-3',
    });
    expect(paging(proceed(waiting, { type: 'take', as: 'nurse' }, { actor: 'nurse-1' })).state).toBe('waiting');
  });
  test('a doctor who has the patient and finds them red is not paged; found by a nurse, they are', () => {
    const with1 = contactAfter(opened, greenSet, { type: 'taken', staffId: 'doctor-1', as: 'doctor' });
    expect(paging(proceed(with1, raise, { actor: 'doctor-1', ...seenAll(with1) })).state).toBe('acknowledged');
    expect(paging(proceed(with1, raise, { actor: 'nurse-1', ...seenAll(with1) })).state).toBe('due');
  });
});

function seenAll(contact: Contact): { readonly seen: number } {
  return { seen: (contact as OpenedContact).sequence };
}

describe('urgency that changes', () => {
  const set = (contact: Contact, order: ContactOrder) => paging(proceed(contact, order, seenAll(contact)));
  test('red again changes nothing while an alarm goes or is answered', () => {
    expect(set(red, raise)).toEqual(paging(red));
    expect(set(waiting, raise)).toEqual(paging(waiting));
    const done = contactAfter(opened, redSet, acknowledged);
    expect(set(done, raise)).toEqual(done.paging);
  });
  test('red again when nobody answered alarms again', () =>
    expect(set(exhausted, raise)).toMatchObject({ state: 'due', level: 'primary', pages: [] }));
  test('lowered before anybody is paged, nobody is', () => expect(set(red, lower)).toEqual({ state: 'notNeeded' }));
  test.each<[string, Contact]>([
    ['primary is paged', waiting],
    ['the backup is to be paged next', proceed(waiting, { type: 'escalatePage', from: 'primary', reason: 'noAnswer' }, { now: answerBy })],
    ['backup is paged', backupWaiting],
    ['all is exhausted', exhausted],
  ])('lowered when %s, the alarm runs on', (_, contact) => expect(set(contact, lower)).toEqual(paging(contact)));
  test('lowered and then red after an answer is a new alarm, and the pages of the first are kept', () => {
    const done = proceed(waiting, { type: 'acknowledge' });
    const lowered = proceed(done, lower, seenAll(done));
    const again = proceed(lowered, raise, seenAll(lowered)) as OpenedContact;
    expect(again.paging).toMatchObject({ state: 'due', pages: [] });
    expect(again.earlierPages).toHaveLength(2);
    expect(when(again, { type: 'reportPage', pageId: `doctor-1@${started}`, delivered: true })).toMatchObject({ accepted: true });
  });
  test('a red told late, after the urgency was lowered, alarms nobody', () => {
    const contact = contactAfter(
      opened,
      { event: yellowSet, at: after(30 * minute) },
      { event: redSet, at: after(10 * minute), recordedAt: after(hour) },
    );
    expect(contact.paging).toEqual({ state: 'notNeeded' });
  });
  test('a contact that is red on the clinic axis alarms too', () => {
    expect(contactAfter(opened, greenSet, { ...redSet, axis: 'clinic' } as ContactEvent).paging.state).toBe('due');
  });
});

describe('an alarm that ran out, when the contact comes to a clinic', () => {
  const nowhere = pager(red, started, nobody);
  const placed: ContactOrder = { type: 'statePlace', place: '4602', clinicId: 'lv-floro' };
  test('a red set before anybody said where pages the people on duty there', () => {
    const there = proceed(nowhere, placed, { now: started });
    expect(paging(there)).toMatchObject({ state: 'due', level: 'primary', pages: [] });
    expect(paging(pager(there, started, onDuty))).toMatchObject({ state: 'waiting', level: 'primary', pages: [{}, {}] });
  });
  test('a place alone is enough, and so are a clinic that expects and an arrival', () => {
    const orders: readonly ContactOrder[] = [
      { type: 'statePlace', place: '4602' },
      { type: 'decideAction', action: 'doctorConsultation', clinicId: 'lv-floro' },
      { type: 'expectAtClinic', clinicId: 'lv-floro' },
      { type: 'arrive', clinicId: 'lv-floro' },
    ];
    for (const order of orders) expect(paging(proceed(nowhere, order, { now: started })).state).toBe('due');
  });
  test('the people of another clinic are paged, though those of the first did not answer; the first pages are kept', () => {
    const moved = proceed(exhausted, placed, { now: after(hour) });
    expect(paging(moved)).toMatchObject({ state: 'due', level: 'primary', pages: [] });
    expect((moved as OpenedContact).earlierPages).toHaveLength(3);
    expect(paging(pager(moved, after(hour), onDuty))).toMatchObject({ state: 'waiting', level: 'primary' });
  });
  test('the same clinic and place said once more page nobody again', () => {
    const there = pager(proceed(nowhere, placed, { now: started }), started, nobody);
    const again = proceed(there, { ...placed, detail: 'blå dør' } as ContactOrder, {
      now: started,
      seen: (there as OpenedContact).sequence,
    });
    expect(paging(again).state).toBe('exhausted');
  });
  test('one that is not red any longer, that waits for an answer, or that is answered, goes on as it was', () => {
    const lowered = proceed(nowhere, lower, { now: started, seen: (nowhere as OpenedContact).sequence });
    expect(paging(proceed(lowered, placed, { now: started })).state).toBe('exhausted');
    expect(paging(proceed(waiting, placed, { now: started }))).toEqual(paging(waiting));
    const answered = proceed(waiting, { type: 'acknowledge' }, { actor: 'doctor-1' });
    expect(paging(proceed(answered, placed, { now: started })).state).toBe('acknowledged');
  });
});

describe('the pager`s commands', () => {
  const page = (staffId: string, level: 'primary' | 'backup' = 'primary'): ContactOrder => ({
    type: 'sendPage',
    pageId: `p-${staffId}`,
    level,
    ...person(staffId),
    answerBy,
  });
  test('one person gets a page once, though two servers send it', () => {
    expect(when(waiting, page('doctor-1'))).toMatchObject({ refusal: { code: 'already-paged', pageId: `doctor-1@${started}` } });
  });
  test.each<[string, Contact, ContactOrder]>([
    ['nobody is red', contactAfter(opened), page('doctor-1')],
    ['it is the turn of the primary', red, page('doctor-2', 'backup')],
    ['somebody has answered', contactAfter(opened, redSet, acknowledged), page('doctor-1')],
    ['nobody is left to page', exhausted, page('doctor-1')],
  ])('no page when %s', (_, contact, order) => expect(when(contact, order)).toMatchObject({ refusal: { code: 'paging-elsewhere' } }));
  test('no escalation while the answer may still come', () => {
    const escalate: ContactOrder = { type: 'escalatePage', from: 'primary', reason: 'noAnswer' };
    expect(when(waiting, escalate, { now: after(10 * minute + answerTimes.primary - 1) })).toMatchObject({
      refusal: { code: 'page-still-waiting', answerBy },
    });
    expect(when(waiting, escalate, { now: answerBy }).accepted).toBe(true);
    expect(when(waiting, { ...escalate, reason: 'failed' }, { now: answerBy }).accepted).toBe(false);
    expect(when(waiting, { ...escalate, reason: 'nobodyOnDuty' }, { now: answerBy }).accepted).toBe(false);
    expect(when(backupWaiting, escalate, { now: after(hour) }).accepted).toBe(false);
  });
  test('a delivery is reported once, and may fail after all', () => {
    const report = (delivered: boolean): ContactOrder => ({ type: 'reportPage', pageId: `doctor-1@${started}`, delivered });
    const delivered = proceed(waiting, report(true));
    expect(when(delivered, report(true))).toEqual({ accepted: true, events: [] });
    expect(when(delivered, report(false))).toMatchObject({ events: [{ type: 'pageFailed', reason: 'unknown' }] });
    expect(when(waiting, { type: 'reportPage', pageId: 'p9', delivered: true })).toMatchObject({ refusal: { code: 'unknown-reference' } });
  });
  test('the advice to confer is given when all is exhausted, once', () => {
    expect(when(waiting, { type: 'adviseEmcConference' })).toMatchObject({ refusal: { code: 'paging-elsewhere' } });
    expect(when(exhausted, { type: 'adviseEmcConference' })).toEqual({ accepted: true, events: [] });
  });
});
test('two contacts alarm each for itself', () => {
  const other = contactAfter(
    { type: 'contactOpened', contactId: 'contact-2', centreId: 'lvs-forde', channel: 'patientPhones', personId: 'person-2' },
    redSet,
  );
  const first = proceed(waiting, { type: 'acknowledge' }, { actor: 'doctor-1' });
  expect(nextPagingStep(first, started, onDuty).kind).toBe('nothing');
  expect(nextPagingStep(other, started, onDuty)).toMatchObject({ kind: 'page', people: onDuty.primary });
});
