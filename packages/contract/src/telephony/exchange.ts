import { z } from 'zod';
import { InstantIn, PlaceId, route, ShortText, Slug } from '../kernel/index.ts';

export const ExchangeId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
/** Digits with an optional leading +; spaces are taken away. */
export const PhoneNumber = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\+?\d{3,15}$/));

/** What exchanges send for a hidden number (`anonymous`, nothing) is no number; the call is as real as any. */
const CallerNumber = z.preprocess(
  (number) => (typeof number === 'string' && !/\d/.test(number) ? undefined : number),
  PhoneNumber.optional(),
);

const base = { eventId: ExchangeId, callId: ExchangeId, legId: ExchangeId, occurredAt: InstantIn };

/** What the telephone exchange reports. Each event has its own id and time; late, repeated and out of order are all right. */
export const ExchangeEventIn = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('offered'),
    /** Missing: the register decides from the place and the time. */
    centreId: Slug.optional(),
    dialled: z.enum(['116117', 'local']).default('116117'),
    callerNumber: CallerNumber,
    place: PlaceId.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('ringing'), operatorId: ShortText.optional() }),
  z.strictObject({ ...base, kind: z.literal('answered'), operatorId: ShortText.optional() }),
  z.strictObject({ ...base, kind: z.literal('abandoned'), phase: z.enum(['recordedMessage', 'waiting']).optional() }),
  z.strictObject({
    ...base,
    kind: z.literal('transferred'),
    to: z.strictObject({ kind: z.enum(['emc', 'callCentre', 'doctor']), id: ShortText.optional() }),
  }),
  z.strictObject({ ...base, kind: z.literal('overflowed'), toCentreId: Slug }),
  /** `callback`: the caller left the line to be called back, and keeps the place in the queue. */
  z.strictObject({ ...base, kind: z.literal('ended'), callback: z.literal(true).optional() }),
]);
export type ExchangeEventIn = z.output<typeof ExchangeEventIn>;

export const ExchangeAnswer = z.object({
  eventId: z.string(),
  status: z.enum(['accepted', 'repeated', 'refused']),
  /** The call centre that the leg is offered to, or the gap that the register states. */
  centreId: z.string().optional(),
  gap: z.string().optional(),
  code: z.string().optional(),
  detail: z.string().optional(),
  field: z.string().optional(),
});
export type ExchangeAnswer = z.output<typeof ExchangeAnswer>;

export const postExchangeEvents = route({
  method: 'POST',
  path: '/api/exchange/events',
  summary: 'Events from the telephone exchange (Authorization: Bearer KEY); idempotent by event id',
  body: z.strictObject({ events: z.array(z.unknown()).min(1).max(500) }),
  response: z.object({ answers: z.array(ExchangeAnswer) }),
});
