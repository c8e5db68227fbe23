import { type Instant, instant, type Recorded } from '../kernel/index.ts';
import { inOrder } from './by-occurrence.ts';
import { statusOf } from './contact-status.ts';
import type { ContactEvent, ContactEventType } from './events.ts';
import { isLateEntry } from './occurred-at.ts';
import {
  pagesOf,
  pagingAfterAcknowledged,
  pagingAfterEscalated,
  pagingAfterMove,
  pagingAfterSent,
  pagingAfterUrgency,
  withDelivery,
  withPages,
} from './paging.ts';
import type { Contact, OpenedContact, Page, Stamp, Task } from './state.ts';

export const initialContact: Contact = { status: 'none' };

/**
 * The contact after one more event, in the order of the stream. What a screen shows as one value (place, reason, channel) is the last
 * written; urgency and actions stand by when they occurred, so that a late entry of an earlier one becomes the first.
 */
export function evolveContact(state: Contact, recorded: Recorded<ContactEvent>): Contact {
  const { event, sequence } = recorded;
  const before = event.type === 'contactOpened' ? opened(event, recorded) : opening(state);
  const at: Moment = { at: recorded.occurredAt, recordedAt: recorded.recordedAt, by: recorded.actor };
  // The table's type pairs each type of event with its change; the compiler cannot follow that through the lookup.
  const change = changes[event.type] as (contact: Fields, event: ContactEvent, stamp: Moment) => Partial<Fields>;
  const changed = change(before, event, at);
  const after: Fields = {
    ...before,
    ...changed,
    ...pagingAfterMove(before, changed),
    lateEntries: before.lateEntries + (isLateEntry(recorded.occurredAt, recorded.recordedAt) ? 1 : 0),
    lastChange: { ...before.lastChange, [event.type]: { sequence, by: recorded.actor, at: recorded.recordedAt } },
    sequence,
  };
  return { ...after, status: statusOf(after) };
}

type Fields = Omit<OpenedContact, 'status'>;
type Moment = Stamp;
type EventOf<Type extends ContactEventType> = Extract<ContactEvent, { readonly type: Type }>;

/** @throws Error when a stream does not begin with its opening: a fault in the journal, not in what anybody asked. */
function opening(state: Contact): OpenedContact {
  if (state.status === 'none') throw new Error('A contact begins with contactOpened');
  return state;
}

function opened(event: EventOf<'contactOpened'>, recorded: Recorded<ContactEvent>): Fields {
  const { contactId, centreId, channel, personId, callId, place } = event;
  return {
    ...empty,
    contactId,
    opened: { at: recorded.occurredAt, recordedAt: recorded.recordedAt, by: recorded.actor },
    centreId,
    channel,
    personId,
    persons: [personId],
    callIds: callId === undefined ? [] : [callId],
    place,
  };
}

const empty = {
  identity: { kind: 'unknown' },
  urgencySettings: [],
  actions: [],
  advice: [],
  arrivedClinicIds: [],
  conferences: [],
  handovers: [],
  notes: [],
  tasks: [],
  paging: { state: 'notNeeded' },
  earlierPages: [],
  lateEntries: 0,
  lastChange: {},
  sequence: 0,
} as const satisfies Partial<Fields>;

const changes: { readonly [Type in ContactEventType]: (contact: Fields, event: EventOf<Type>, stamp: Moment) => Partial<Fields> } = {
  contactOpened: () => ({}),
  channelCorrected: (_, { channel }) => ({ channel }),
  callLinked: (contact, { callId }) => ({ callIds: withOne(contact.callIds, callId) }),
  callUnlinked: (contact, { callId }) => ({ callIds: contact.callIds.filter((linked) => linked !== callId) }),
  callerStated: (_, { name, relation, number }) => ({ caller: { name, relation, number } }),
  patientIdentified: (contact, { personId, identity }) => ({ personId, persons: withOne(contact.persons, personId), identity }),
  placeStated: (contact, { place, detail, clinicId }) => ({ place, placeDetail: detail, clinicId: clinicNamed(contact, clinicId) }),
  reasonStated: (_, { text, complaint }) => ({ reason: text, complaint }),
  urgencySet: (contact, { type: _, ...setting }, stamp) => {
    const urgencySettings = inOrder(contact.urgencySettings, { ...setting, ...stamp });
    return { urgencySettings, ...pagingAfterUrgency(contact, urgencySettings) };
  },
  actionDecided: (contact, { action, clinicId, referral }, stamp) => ({
    actions: inOrder(contact.actions, { action, clinicId, referral, ...stamp }),
    clinicId: clinicNamed(contact, clinicId),
  }),
  adviceGiven: (contact, { text, adviceCodes }, stamp) => ({ advice: [...contact.advice, { text, adviceCodes, ...stamp }] }),
  clinicExpected: (_, { clinicId, expectedAt }, stamp) => ({
    clinicId,
    expectedAt,
    expectedSince: stamp.at,
    arrivedAt: undefined,
    takenBy: undefined,
  }),
  callbackPromised: (contact, { taskId, by }, stamp) => ({
    tasks: [...contact.tasks, { taskId, kind: 'callback', text: '', due: by, ...stamp }],
  }),
  conferenceHeld: (contact, { conferenceId, party }, stamp) => ({
    conferences: [...contact.conferences, { conferenceId, party, ...stamp }],
  }),
  handoverOffered: (contact, { handoverId, party }, stamp) => ({
    handovers: [...contact.handovers, { handoverId, party, ...stamp }],
    tasks: [...contact.tasks, { taskId: handoverId, kind: 'confirmHandover', text: party.name, ...stamp }],
  }),
  handoverReceived: (contact, { handoverId, receivedBy }, stamp) => ({
    handovers: contact.handovers.map((one) => (one.handoverId === handoverId ? { ...one, received: { ...stamp, receivedBy } } : one)),
    tasks: withDone(contact.tasks, handoverId, stamp),
  }),
  arrived: (contact, { clinicId }, stamp) => ({
    clinicId,
    expectedSince: undefined,
    expectedAt: undefined,
    arrivedAt: stamp.at,
    firstArrivedAt: earliest(contact.firstArrivedAt, stamp.at),
    arrivedClinicIds: withOne(contact.arrivedClinicIds, clinicId),
    // Somebody may have begun before the arrival was registered; those of another clinic have let go.
    takenBy: contact.arrivedAt === undefined ? contact.takenBy : undefined,
  }),
  taken: (contact, { staffId, as }, stamp) => withStaff(contact, { staffId, as, since: stamp.at }),
  handedOver: (contact, { toStaffId, as }, stamp) =>
    withStaff(contact, { staffId: toStaffId, as: as ?? contact.takenBy?.as ?? 'nurse', since: stamp.at }),
  returnedToWaiting: () => ({ takenBy: undefined }),
  noteWritten: (contact, { noteId, text, corrects }, stamp) => ({ notes: [...contact.notes, { noteId, text, corrects, ...stamp }] }),
  taskAdded: (contact, { taskId, kind, text, due }, stamp) => ({ tasks: [...contact.tasks, { taskId, kind, text, due, ...stamp }] }),
  taskDone: (contact, { taskId }, stamp) => ({ tasks: withDone(contact.tasks, taskId, stamp) }),
  pageSent: (contact, event, stamp) => ({ paging: pagingAfterSent(contact.paging, event, stamp.at) }),
  pageDelivered: (contact, { pageId }) => delivery(contact, pageId, 'delivered'),
  pageFailed: (contact, { pageId }) => delivery(contact, pageId, 'failed'),
  pageAcknowledged: (contact, { staffId }, stamp) => ({
    paging: pagingAfterAcknowledged(contact.paging, staffId, stamp.at),
    firstAcknowledged:
      contact.firstAcknowledged ?? (contact.paging.state === 'notNeeded' ? undefined : { redAt: contact.paging.since, at: stamp.at }),
  }),
  pageEscalated: (contact, { from }, stamp) => ({ paging: pagingAfterEscalated(contact.paging, from, stamp.at) }),
  emcConferenceAdvised: (contact, _, stamp) => ({
    paging: contact.paging.state === 'exhausted' ? { ...contact.paging, emcAdvisedAt: stamp.at } : contact.paging,
  }),
  // Nobody has the patient any longer: a contact opened again begins as decided, not in somebody's hands.
  contactClosed: (_, { outcome, responsible, diagnosis }, stamp) => ({
    closed: { outcome, responsible, diagnosis, ...stamp },
    expectedSince: undefined,
    arrivedAt: undefined,
    takenBy: undefined,
  }),
  contactReopened: () => ({ closed: undefined }),
};

/** Once the patient is at a clinic or expected there, naming a clinic in passing does not move them. */
function clinicNamed(contact: Fields, clinicId: string | undefined): string | undefined {
  const settled = contact.arrivedAt !== undefined || contact.expectedSince !== undefined;
  return settled ? contact.clinicId : (clinicId ?? contact.clinicId);
}

function withStaff(contact: Fields, takenBy: NonNullable<OpenedContact['takenBy']>): Partial<Fields> {
  if (takenBy.as === 'nurse') return { takenBy };
  return { takenBy, firstWithDoctorAt: earliest(contact.firstWithDoctorAt, takenBy.since) };
}

function delivery(contact: Fields, pageId: string, told: Page['delivery']): Partial<Fields> {
  return {
    paging: withPages(contact.paging, withDelivery(pagesOf(contact.paging), pageId, told)),
    earlierPages: withDelivery(contact.earlierPages, pageId, told),
  };
}

function withDone(tasks: readonly Task[], taskId: string, done: Stamp): readonly Task[] {
  return tasks.map((task) => (task.taskId === taskId ? { ...task, done } : task));
}

function withOne(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}

function earliest(known: Instant | undefined, at: Instant): Instant {
  return known === undefined ? at : instant(Math.min(known, at));
}
