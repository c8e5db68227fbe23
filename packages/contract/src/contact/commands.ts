import { actionClasses, channels, outcomes, referralTargets, taskKinds } from '@vakthavende/core/contact';
import { urgencies } from '@vakthavende/core/triage';
import { z } from 'zod';
import { CodeText, InstantIn, LocalDateIn, LongText, PlaceId, ReasonText, route, ShortText, Slug, Text, Uuid } from '../kernel/index.ts';
import { ExchangeId, PhoneNumber } from '../telephony/index.ts';

/** The number is checked by core, so that the message can say what is wrong with it. */
export const IdentityIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nationalId'), number: z.string().max(20), name: ShortText }),
  z.strictObject({
    kind: z.literal('nameAndBirth'),
    name: ShortText,
    birthDate: LocalDateIn.optional(),
    sex: z.enum(['female', 'male', 'unknown']).optional(),
  }),
  z.strictObject({
    kind: z.literal('foreign'),
    name: ShortText,
    birthDate: LocalDateIn.optional(),
    country: ShortText,
    document: ShortText.optional(),
  }),
  z.strictObject({ kind: z.literal('unknown'), description: ShortText.optional() }),
]);
export type IdentityIn = z.output<typeof IdentityIn>;

export const PartyIn = z.strictObject({
  kind: z.enum(['emc', 'callCentre', 'clinic', 'police', 'fire', 'other']),
  unit: Slug.optional(),
  name: ShortText,
});

const Urgency = z.enum(urgencies);

/** What a person may order. Every order may say when it happened (`occurredAt`) and what its sender had seen (`seen`). */
const orders = [
  z.strictObject({
    type: z.literal('openContact'),
    centreId: Slug,
    channel: z.enum(channels),
    callId: ExchangeId.optional(),
    place: PlaceId.optional(),
  }),
  z.strictObject({ type: z.literal('correctChannel'), channel: z.enum(channels) }),
  z.strictObject({ type: z.literal('linkCall'), callId: ExchangeId }),
  z.strictObject({ type: z.literal('unlinkCall'), callId: ExchangeId }),
  z.strictObject({
    type: z.literal('stateCaller'),
    name: ShortText.optional(),
    relation: ShortText.optional(),
    number: PhoneNumber.optional(),
  }),
  z.strictObject({ type: z.literal('identifyPatient'), identity: IdentityIn }),
  z.strictObject({ type: z.literal('statePlace'), place: PlaceId, detail: ShortText.optional(), clinicId: Slug.optional() }),
  z.strictObject({ type: z.literal('stateReason'), text: ReasonText, complaint: CodeText.optional() }),
  z.strictObject({
    type: z.literal('setUrgency'),
    axis: z.enum(['telephone', 'clinic']),
    urgency: Urgency,
    tool: z.union([z.literal('none'), z.strictObject({ pack: CodeText, version: CodeText.max(32) })]),
    complaint: CodeText.optional(),
    criteria: z.array(CodeText).max(50),
    suggested: Urgency.optional(),
    departureReason: ShortText.optional(),
  }),
  z.strictObject({
    type: z.literal('decideAction'),
    action: z.enum(actionClasses),
    clinicId: Slug.optional(),
    referral: z.enum(referralTargets).optional(),
  }),
  z.strictObject({ type: z.literal('giveAdvice'), text: Text.trim().max(20_000), adviceCodes: z.array(CodeText).max(50) }),
  z.strictObject({ type: z.literal('expectAtClinic'), clinicId: Slug, expectedAt: InstantIn.optional() }),
  z.strictObject({ type: z.literal('promiseCallback'), taskId: Uuid, by: InstantIn, number: PhoneNumber.optional() }),
  z.strictObject({ type: z.literal('holdConference'), conferenceId: Uuid, party: PartyIn }),
  z.strictObject({ type: z.literal('offerHandover'), handoverId: Uuid, party: PartyIn }),
  z.strictObject({ type: z.literal('confirmHandover'), handoverId: Uuid, receivedBy: ShortText }),
  z.strictObject({ type: z.literal('arrive'), clinicId: Slug }),
  z.strictObject({ type: z.literal('take'), as: z.enum(['nurse', 'doctor']) }),
  z.strictObject({ type: z.literal('handOver'), toStaffId: ShortText, as: z.enum(['nurse', 'doctor']).optional() }),
  z.strictObject({ type: z.literal('returnToWaiting') }),
  z.strictObject({ type: z.literal('writeNote'), noteId: Uuid, text: LongText, corrects: Uuid.optional() }),
  z.strictObject({ type: z.literal('addTask'), taskId: Uuid, kind: z.enum(taskKinds), text: ShortText, due: InstantIn.optional() }),
  z.strictObject({ type: z.literal('completeTask'), taskId: Uuid }),
  z.strictObject({ type: z.literal('acknowledge'), pageId: Uuid.optional() }),
  z.strictObject({ type: z.literal('close'), outcome: z.enum(outcomes), diagnosis: CodeText.max(10).optional() }),
  z.strictObject({ type: z.literal('reopen'), reason: ShortText }),
] as const;

export const ContactOrderIn = z.discriminatedUnion('type', orders);
export type ContactOrderIn = z.output<typeof ContactOrderIn>;

export const ContactCommandIn = z.strictObject({
  commandId: Uuid,
  /** When it happened, when that is not now. */
  occurredAt: InstantIn.optional(),
  /** The contact's sequence that the sender had on screen; required to change what may be changed by another at the same time. */
  seen: z.number().int().min(0).optional(),
  order: ContactOrderIn,
});
export type ContactCommandIn = z.output<typeof ContactCommandIn>;

export const ContactAnswer = z.object({
  contactId: z.string(),
  sequence: z.number().int(),
});
export type ContactAnswer = z.output<typeof ContactAnswer>;

export const postContactCommand = route({
  method: 'POST',
  path: '/api/contacts/:contactId/commands',
  summary: 'One step in the life of a contact; a repeat of the same commandId gets the first answer',
  params: z.strictObject({ contactId: Uuid }),
  body: ContactCommandIn,
  response: ContactAnswer,
});

export const postEmergencyAccess = route({
  method: 'POST',
  path: '/api/contacts/:contactId/emergency-access',
  summary: "Opens a contact of another unit in an emergency; the reason is logged and read by the unit's manager",
  params: z.strictObject({ contactId: Uuid }),
  body: z.strictObject({ reason: Text.trim().min(10).max(500) }),
  response: z.object({ until: z.number().int() }),
});
