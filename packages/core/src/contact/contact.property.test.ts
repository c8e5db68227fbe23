import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant, minute, plus } from '../kernel/index.ts';
import type { ContactCommand, ContactOrder } from './commands.ts';
import { contactFacts } from './contact-facts.ts';
import { contactStatus } from './contact-status.ts';
import { servingUnits } from './contact-units.ts';
import { decideContact } from './decide.ts';
import { initialContact } from './evolve.ts';
import { isOpen } from './paging.ts';
import { nextPagingStep } from './paging-step.ts';
import type { Contact, OpenedContact } from './state.ts';
import { actionClasses, channels, outcomes, referralTargets, taskKinds } from './terms.ts';
import { after, evening, record } from './testing/contact-story.ts';

const id = (kind: string) => fc.constantFrom(`${kind}-1`, `${kind}-2`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Vondt i foten', 'Bedre nå') },
  fc.string({ unit: 'binary' }),
  fc.constant('x'.repeat(20_001)),
);
const time = fc.integer({ min: -9 * 1440, max: 9 * 1440 }).map((minutes) => plus(evening, minutes * minute));
const urgency = fc.constantFrom('red', 'red', 'yellow', 'green');
const party = fc.record({ kind: fc.constantFrom('emc', 'callCentre'), unit: maybe(id('lvs')), name: text });
const level = fc.constantFrom('primary', 'backup');
const clinic = id('lv');
const order = <T extends ContactOrder['type']>(type: T, fields: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ type: fc.constant(type), ...fields });

// One line for each kind of command: the compiler asks for the missing one.
const orders: Record<ContactOrder['type'], fc.Arbitrary<object>> = {
  openContact: order('openContact', {
    contactId: id('contact'),
    centreId: id('lvs'),
    channel: fc.constantFrom(...channels),
    personId: id('person'),
    callId: maybe(id('call')),
  }),
  correctChannel: order('correctChannel', { channel: fc.constantFrom(...channels) }),
  linkCall: order('linkCall', { callId: id('call') }),
  unlinkCall: order('unlinkCall', { callId: id('call') }),
  stateCaller: order('stateCaller', { name: maybe(text), number: maybe(text) }),
  identifyPatient: order('identifyPatient', {
    personId: id('person'),
    identity: fc.oneof(
      fc.record({ kind: fc.constant('nationalId'), number: fc.string(), name: text }),
      fc.record({ kind: fc.constant('foreign'), name: text, country: text }),
      fc.constant({ kind: 'unknown' }),
    ),
  }),
  statePlace: order('statePlace', { place: fc.constantFrom('4602', ''), clinicId: maybe(clinic) }),
  stateReason: order('stateReason', { text }),
  setUrgency: order('setUrgency', {
    axis: fc.constantFrom('telephone', 'clinic'),
    urgency,
    tool: fc.constant('none'),
    criteria: fc.array(text, { maxLength: 2 }),
    suggested: maybe(urgency),
    departureReason: maybe(text),
  }),
  decideAction: order('decideAction', {
    action: fc.constantFrom(...actionClasses),
    clinicId: maybe(clinic),
    referral: maybe(fc.constantFrom(...referralTargets)),
  }),
  giveAdvice: order('giveAdvice', { text, adviceCodes: fc.array(text, { maxLength: 2 }) }),
  expectAtClinic: order('expectAtClinic', { clinicId: clinic, expectedAt: maybe(time) }),
  promiseCallback: order('promiseCallback', { taskId: id('task'), by: time }),
  holdConference: order('holdConference', { conferenceId: id('conference'), party }),
  offerHandover: order('offerHandover', { handoverId: id('handover'), party }),
  confirmHandover: order('confirmHandover', { handoverId: id('handover'), receivedBy: text }),
  arrive: order('arrive', { clinicId: clinic }),
  take: order('take', { as: fc.constantFrom('nurse', 'doctor') }),
  handOver: order('handOver', { toStaffId: id('staff'), as: maybe(fc.constantFrom('nurse', 'doctor')) }),
  returnToWaiting: order('returnToWaiting'),
  writeNote: order('writeNote', { noteId: id('note'), text, corrects: maybe(id('note')) }),
  addTask: order('addTask', { taskId: id('task'), kind: fc.constantFrom(...taskKinds), text, due: maybe(time) }),
  completeTask: order('completeTask', { taskId: fc.oneof(id('task'), id('handover')) }),
  sendPage: order('sendPage', {
    pageId: id('page'),
    level,
    staffId: id('staff'),
    to: fc.constant({ channel: 'demo', address: 'pager' }),
    answerBy: time,
  }),
  reportPage: order('reportPage', { pageId: id('page'), delivered: fc.boolean(), reason: maybe(text) }),
  acknowledge: order('acknowledge', { pageId: maybe(id('page')) }),
  escalatePage: order('escalatePage', { from: level, reason: fc.constantFrom('noAnswer', 'nobodyOnDuty', 'failed') }),
  adviseEmcConference: order('adviseEmcConference'),
  close: order('close', { outcome: fc.constantFrom(...outcomes), diagnosis: maybe(fc.constantFrom('R05', 'feil')) }),
  reopen: order('reopen', { reason: text }),
};

const circumstances = fc.record({
  // Mostly in time and having seen all; else late, impossible or unseen.
  late: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: -10, max: 12_000 })),
  seen: fc.oneof({ weight: 6, arbitrary: fc.constant('all' as const) }, fc.constant(undefined), fc.nat({ max: 40 })),
  actor: id('staff'),
});

const prompt = { late: 0, seen: 'all' as const, actor: 'staff-1' };
const setTo = (colour: string) => [{ type: 'setUrgency', axis: 'telephone', urgency: colour, tool: 'none', criteria: [] }, prompt] as const;
const advised = [{ type: 'decideAction', action: 'nurseAdvice' }, prompt] as const;
const closed = [{ type: 'close', outcome: 'advised' }, prompt] as const;
/** Random commands alone seldom come to a closed or a paged contact: evenings begin at different places. */
const beginnings: fc.Arbitrary<Evening> = fc.constantFrom<Evening>(
  [],
  [setTo('green'), advised],
  [setTo('green'), advised, closed],
  [setTo('red'), advised],
);
const anything: fc.Arbitrary<Evening> = fc.array(fc.tuple(fc.oneof(...Object.values(orders)), circumstances), { maxLength: 60 });
const evenings = fc.tuple(beginnings, anything).map(([first, then]) => [...first, ...then]);

type Evening = readonly (readonly [object, { late: number; seen: 'all' | number | undefined; actor: string }])[];

/** Plays the commands one minute apart and looks at the contact after each. */
function play(commands: Evening, look: (before: Contact, sent: ContactCommand, after: Contact, accepted: boolean) => void): Contact {
  const opening = { type: 'openContact', contactId: 'contact-1', centreId: 'lvs-1', channel: 'patientPhones', personId: 'person-1' };
  const all: Evening = [[opening, { late: 0, seen: undefined, actor: 'staff-1' }], ...commands];
  return all.reduce<Contact>((state, [body, { late, seen, actor }], index) => {
    const now = after(index * minute);
    const seenSequence = seen === 'all' ? (state.status === 'none' ? undefined : state.sequence) : seen;
    // The arbitraries above have the shapes of the commands.
    const sent = {
      ...body,
      commandId: String(index),
      actor,
      now,
      occurredAt: plus(now, -late * minute),
      seen: seenSequence,
    } as ContactCommand;
    const decision = decideContact(state, sent);
    const next = decision.accepted ? record(state, decision.events, sent) : state;
    look(state, sent, next, decision.accepted);
    return next;
  }, initialContact);
}

const sequenceOf = (contact: Contact) => (contact.status === 'none' ? 0 : contact.sequence);

test('whatever is asked, the answer is events that fit or a refusal, and the stream grows', () => {
  fc.assert(
    fc.property(evenings, (commands) => {
      play(commands, (before, _sent, next) => {
        expect(sequenceOf(next)).toBeGreaterThanOrEqual(sequenceOf(before));
        expect(contactStatus(next)).toBe(next.status);
        const counts = next.status !== 'none' && next.closed?.outcome !== 'registeredInError';
        expect(contactFacts(next)).toHaveLength(counts ? servingUnits(next).length + 1 : 0);
      });
    }),
    { numRuns: 300 },
  );
});

test('what was closed stays as it was closed, until it is opened again', () => {
  const kept = ({ closed, urgencySettings, actions, identity, place, reason, takenBy, handovers, callIds: _ }: OpenedContact) => ({
    closed,
    urgencySettings,
    actions,
    identity,
    place,
    reason,
    takenBy,
    handovers: handovers.length,
  });
  fc.assert(
    fc.property(evenings, (commands) => {
      play(commands, (before, sent, next, accepted) => {
        if (before.status !== 'closed' || next.status === 'none') return;
        if (sent.type === 'reopen' && accepted) return expect(next.status).not.toBe('closed');
        expect(kept(next)).toEqual(kept(before));
      });
    }),
    { numRuns: 300 },
  );
});

test('nothing is closed over an open handover or, without the EMC, an open alarm', () => {
  fc.assert(
    fc.property(evenings, (commands) => {
      play(commands, (before, sent, next) => {
        if (sent.type !== 'close' || next === before || before.status === 'none') return;
        expect(before.handovers.every((handover) => handover.received)).toBe(true);
        const emcHasIt = before.handovers.some((handover) => handover.party.kind === 'emc');
        const red = before.urgencySettings.at(-1)?.urgency === 'red';
        if (red && !emcHasIt) expect(isOpen(before.paging)).toBe(false);
      });
    }),
    { numRuns: 300 },
  );
});

test('urgency and actions stand in the order they occurred', () => {
  fc.assert(
    fc.property(evenings, (commands) => {
      const contact = play(commands, () => {});
      if (contact.status === 'none') return;
      for (const list of [contact.urgencySettings, contact.actions]) {
        expect(list.map((one) => one.at)).toEqual(list.map((one) => one.at).toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 200 },
  );
});

test('a red contact that is open is answered, being answered, or the operator has been told', () => {
  fc.assert(
    fc.property(evenings, (commands) => {
      play(commands, (_before, _sent, next) => {
        if (next.status === 'none' || next.status === 'closed' || next.urgencySettings.at(-1)?.urgency !== 'red') return;
        expect(next.paging.state).not.toBe('notNeeded');
      });
    }),
    { numRuns: 300 },
  );
});

test('left alone, the pager comes to an end within the two answer times', () => {
  fc.assert(
    fc.property(evenings, fc.boolean(), fc.boolean(), (commands, hasPrimary, hasBackup) => {
      const person = [{ staffId: 'staff-9', to: { channel: 'demo' as const, address: 'other' } }];
      const onDuty = { primary: hasPrimary ? person : [], backup: hasBackup ? person : [] };
      let contact = play(commands, () => {});
      let now = instant(after(2 * 61 * minute) + 10 * 1440 * minute);
      for (let turn = 0; turn < 9; turn += 1) {
        const step = nextPagingStep(contact, now, onDuty);
        if (step.kind === 'nothing') return;
        if (step.kind === 'wait') {
          now = step.until;
          continue;
        }
        const base = { commandId: 'x', actor: 'pager', now, occurredAt: now };
        const sent: ContactCommand =
          step.kind === 'page'
            ? {
                type: 'sendPage',
                pageId: `end-${turn}`,
                level: step.level,
                staffId: 'staff-9',
                to: person[0]!.to,
                answerBy: step.answerBy,
                ...base,
              }
            : step.kind === 'escalate'
              ? { type: 'escalatePage', from: step.from, reason: step.reason, ...base }
              : { type: 'adviseEmcConference', ...base };
        const decision = decideContact(contact, sent);
        expect(decision).toMatchObject({ accepted: true });
        if (decision.accepted) contact = record(contact, decision.events, sent);
      }
      expect.unreachable('the pager did not come to an end');
    }),
    { numRuns: 200 },
  );
});
