import { actionClasses, channels, outcomes, referralTargets, taskKinds } from '@vakthavende/core/contact';
import { urgencies } from '@vakthavende/core/triage';
import { z } from 'zod';
import { InstantOut, LocalDateIn, route, Slug, Text, Uuid } from '../kernel/index.ts';
import { PhoneNumber } from '../telephony/index.ts';

const Stamp = { at: InstantOut, recordedAt: InstantOut, by: z.string(), byName: z.string() };
const Urgency = z.enum(urgencies);

export const IdentityOut = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nationalId'), number: z.string(), name: z.string(), birthDate: z.string().optional() }),
  z.object({ kind: z.literal('nameAndBirth'), name: z.string(), birthDate: z.string().optional(), sex: z.string().optional() }),
  z.object({
    kind: z.literal('foreign'),
    name: z.string(),
    birthDate: z.string().optional(),
    country: z.string(),
    document: z.string().optional(),
  }),
  z.object({ kind: z.literal('unknown'), description: z.string().optional() }),
]);
export type IdentityOut = z.output<typeof IdentityOut>;

const Status = z.enum(['assessing', 'decided', 'handingOver', 'callback', 'expected', 'waiting', 'withStaff', 'closed']);
const PagingOut = z.object({
  state: z.enum(['notNeeded', 'due', 'waiting', 'acknowledged', 'exhausted']),
  level: z.enum(['primary', 'backup']).optional(),
  since: InstantOut.optional(),
  answerBy: InstantOut.optional(),
  acknowledgedBy: z.string().optional(),
  acknowledgedByName: z.string().optional(),
  at: InstantOut.optional(),
});
export type PagingOut = z.output<typeof PagingOut>;

/** One line of the console's and the board's lists. */
export const ContactRow = z.object({
  contactId: z.string(),
  sequence: z.number().int(),
  status: Status,
  centreId: z.string(),
  clinicId: z.string().optional(),
  channel: z.enum(channels),
  openedAt: InstantOut,
  openedBy: z.string(),
  openedByName: z.string(),
  /** What to call the patient on a list: name, or how an unknown is described. Absent for those who see rows without identity. */
  patient: z.string().optional(),
  /** False: nobody knows who the patient is yet, and `patient` is a description. Left out on rows from before it was kept. */
  identified: z.boolean().optional(),
  birthDate: z.string().optional(),
  reason: z.string().optional(),
  complaint: z.string().optional(),
  place: z.string().optional(),
  urgency: Urgency.optional(),
  urgencyAxis: z.enum(['telephone', 'clinic']).optional(),
  urgencySince: InstantOut.optional(),
  action: z.enum(actionClasses).optional(),
  expectedAt: InstantOut.optional(),
  arrivedAt: InstantOut.optional(),
  takenBy: z.string().optional(),
  takenByName: z.string().optional(),
  takenAs: z.enum(['nurse', 'doctor']).optional(),
  takenSince: InstantOut.optional(),
  closedAt: InstantOut.optional(),
  outcome: z.enum(outcomes).optional(),
  openTasks: z.array(z.object({ taskId: z.string(), kind: z.enum(taskKinds), text: z.string().optional(), due: InstantOut.optional() })),
  paging: PagingOut,
  callIds: z.array(z.string()),
});
export type ContactRow = z.output<typeof ContactRow>;

export const getContacts = route({
  method: 'GET',
  path: '/api/contacts',
  summary: 'Contacts of a unit that are open, have open tasks, or were closed in the last 12 hours',
  query: z.strictObject({ unit: Slug }),
  response: z.object({ now: InstantOut, rows: z.array(ContactRow) }),
});

/** One thing that happened, for the timeline. Texts are decrypted for those who may read them. */
export const TimelineEntry = z.object({
  sequence: z.number().int(),
  type: z.string(),
  occurredAt: InstantOut,
  recordedAt: InstantOut,
  late: z.boolean(),
  by: z.string(),
  byName: z.string(),
  event: z.looseObject({ type: z.string() }),
});
export type TimelineEntry = z.output<typeof TimelineEntry>;

export const ContactDetail = ContactRow.extend({
  identity: IdentityOut,
  caller: z.object({ name: z.string().optional(), relation: z.string().optional(), number: z.string().optional() }).optional(),
  placeDetail: z.string().optional(),
  urgencySettings: z.array(
    z.object({
      ...Stamp,
      axis: z.enum(['telephone', 'clinic']),
      urgency: Urgency,
      tool: z.union([z.literal('none'), z.object({ pack: z.string(), version: z.string() })]),
      complaint: z.string().optional(),
      criteria: z.array(z.string()),
      suggested: Urgency.optional(),
      departureReason: z.string().optional(),
    }),
  ),
  actions: z.array(
    z.object({ ...Stamp, action: z.enum(actionClasses), clinicId: z.string().optional(), referral: z.enum(referralTargets).optional() }),
  ),
  advice: z.array(z.object({ ...Stamp, text: z.string(), adviceCodes: z.array(z.string()) })),
  conferences: z.array(
    z.object({ ...Stamp, conferenceId: z.string(), party: z.object({ kind: z.string(), unit: z.string().optional(), name: z.string() }) }),
  ),
  handovers: z.array(
    z.object({
      ...Stamp,
      handoverId: z.string(),
      party: z.object({ kind: z.string(), unit: z.string().optional(), name: z.string() }),
      received: z.object({ ...Stamp, receivedBy: z.string() }).optional(),
    }),
  ),
  notes: z.array(z.object({ ...Stamp, noteId: z.string(), text: z.string(), corrects: z.string().optional() })),
  tasks: z.array(
    z.object({
      ...Stamp,
      taskId: z.string(),
      kind: z.enum(taskKinds),
      text: z.string(),
      due: InstantOut.optional(),
      done: z.object(Stamp).optional(),
    }),
  ),
  closed: z
    .object({ ...Stamp, outcome: z.enum(outcomes), responsible: z.string(), responsibleName: z.string(), diagnosis: z.string().optional() })
    .optional(),
  lateEntries: z.number().int(),
  timeline: z.array(TimelineEntry),
});
export type ContactDetail = z.output<typeof ContactDetail>;

export const getContact = route({
  method: 'GET',
  path: '/api/contacts/:contactId',
  summary: 'A contact in full, for those who treat. Each opening is logged with who, when and purpose',
  params: z.strictObject({ contactId: Uuid }),
  query: z.strictObject({
    /** A refetch of what is already open on the screen: not a new opening. */
    opened: z.literal('yes').optional(),
  }),
  response: ContactDetail,
});

/** In a body, never in an address: the reason can name people. */
export const openForPurpose = route({
  method: 'POST',
  path: '/api/contacts/:contactId/openings',
  summary: 'A contact in full, for a manager with a stated purpose and a reason, which are logged',
  params: z.strictObject({ contactId: Uuid }),
  body: z.strictObject({ purpose: z.enum(['quality', 'complaint', 'deviation']), reason: Text.trim().max(500) }),
  response: ContactDetail,
});

/** In a body, never in an address: it holds identity. */
export const searchContacts = route({
  method: 'POST',
  path: '/api/contacts/search',
  summary: 'Earlier contacts by number, by national identity number, or by name and birth date; and care plans when they come',
  body: z.strictObject({
    unit: Slug,
    callerNumber: PhoneNumber.optional(),
    nationalId: z.string().max(20).optional(),
    name: z.string().trim().max(200).optional(),
    birthDate: z.string().max(10).optional(),
  }),
  response: z.object({
    rows: z.array(ContactRow),
    /** Contacts of units that are not the asker's: counted, not shown. */
    elsewhere: z.number().int(),
  }),
});

export const AccessLogEntry = z.object({
  at: InstantOut,
  staffId: z.string(),
  name: z.string(),
  contactId: z.string(),
  kind: z.enum(['opened', 'emergency', 'purpose', 'searched']),
  purpose: z.string(),
  reason: z.string().optional(),
});
export type AccessLogEntry = z.output<typeof AccessLogEntry>;

export const getAccessLog = route({
  method: 'GET',
  path: '/api/access-log',
  summary: 'Who opened which contact, when and why, for the units one manages',
  query: z.strictObject({
    unit: Slug,
    /** Left out: all openings, without searches. */
    kind: AccessLogEntry.shape.kind.optional(),
    day: LocalDateIn.optional(),
    contactId: Uuid.optional(),
    staffId: Text.max(100).optional(),
  }),
  response: z.object({ rows: z.array(AccessLogEntry), more: z.boolean() }),
});
