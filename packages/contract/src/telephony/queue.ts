import { z } from 'zod';
import { InstantIn, InstantOut, PlaceId, route, Slug, Uuid } from '../kernel/index.ts';
import { ExchangeId, PhoneNumber } from './exchange.ts';

/** A call as the operators of one call centre see it. */
export const QueueRow = z.object({
  callId: z.string(),
  legId: z.string(),
  centreId: z.string(),
  status: z.enum(['recordedMessage', 'queued', 'ringing', 'talking', 'abandoned', 'transferred', 'overflowed', 'ended']),
  offeredAt: InstantOut,
  ringingAt: InstantOut.optional(),
  answeredAt: InstantOut.optional(),
  endedAt: InstantOut.optional(),
  dialled: z.string(),
  callerNumber: z.string().optional(),
  place: z.string().optional(),
  operatorId: z.string().optional(),
  operatorName: z.string().optional(),
  /** When an operator clicked, while the exchange has not said answered. */
  connectingSince: InstantOut.optional(),
  /** Calls from the same number in the last 24 hours before this one, in this centre. */
  earlierCalls: z.number().int(),
  contactIds: z.array(z.string()),
  callback: z.boolean(),
  sequence: z.number().int(),
});
export type QueueRow = z.output<typeof QueueRow>;

export const getQueue = route({
  method: 'GET',
  path: '/api/telephony/queue',
  summary: 'The queue of a call centre: waiting, in conversation, and lately ended',
  query: z.strictObject({ unit: Slug }),
  response: z.object({ now: InstantOut, rows: z.array(QueueRow) }),
});

export const CallCommandIn = z.discriminatedUnion('type', [
  z.strictObject({ commandId: Uuid, type: z.literal('answerCall'), legId: ExchangeId }),
  z.strictObject({
    commandId: Uuid,
    type: z.literal('registerByHand'),
    centreId: Slug,
    callerNumber: PhoneNumber.optional(),
    place: PlaceId.optional(),
    occurredAt: InstantIn.optional(),
  }),
  z.strictObject({ commandId: Uuid, type: z.literal('linkContact'), contactId: Uuid }),
  z.strictObject({ commandId: Uuid, type: z.literal('unlinkContact'), contactId: Uuid }),
  /** The operator hung up, or the conversation registered by hand is over. */
  z.strictObject({ commandId: Uuid, type: z.literal('endCall') }),
]);
export type CallCommandIn = z.output<typeof CallCommandIn>;

export const postCallCommand = route({
  method: 'POST',
  path: '/api/telephony/calls/:callId/commands',
  summary: 'Answer a call, register one by hand, tie it to a contact',
  params: z.strictObject({ callId: ExchangeId }),
  body: CallCommandIn,
  response: z.object({ sequence: z.number().int(), row: QueueRow.optional() }),
});
