import { z } from 'zod';
import { InstantIn, InstantOut, route, ShortText, Slug, Uuid } from '../kernel/index.ts';
import { PhoneNumber } from '../telephony/index.ts';

/** Who is on duty, entered by hand until the roster knows. */
export const DutyEntry = z.object({
  entryId: z.string(),
  unit: z.string(),
  staffId: z.string(),
  name: z.string(),
  level: z.enum(['primary', 'backup']),
  phone: z.string(),
  from: InstantOut,
  to: InstantOut,
  /** Names of colleagues. */
  enteredBy: z.string(),
  /** Taken off before the planned end, or before it began; then the one who did it. */
  endedAt: InstantOut.optional(),
  endedBy: z.string().optional(),
});
export type DutyEntry = z.output<typeof DutyEntry>;

/** Somebody who can be put on duty at the unit. */
export const DutyPerson = z.object({ staffId: z.string(), name: z.string(), title: z.string(), phone: z.string().optional() });
export type DutyPerson = z.output<typeof DutyPerson>;

export const getDutyList = route({
  method: 'GET',
  path: '/api/duty-list',
  summary: 'Who is on duty at a unit now and in the next days',
  query: z.strictObject({ unit: Slug }),
  response: z.object({
    now: InstantOut,
    /** Of the stream `duty-list:UNIT`: what the answer shows. */
    sequence: z.number().int(),
    /** Those that are not over, and those that were over within the last day, in order of time. */
    entries: z.array(DutyEntry),
    staff: z.array(DutyPerson),
  }),
});

export const postDutyList = route({
  method: 'POST',
  path: '/api/duty-list',
  summary: 'Enters or ends a duty by hand',
  body: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('enter'),
      commandId: Uuid,
      entryId: Uuid,
      unit: Slug,
      staffId: ShortText,
      level: z.enum(['primary', 'backup']),
      phone: PhoneNumber,
      from: InstantIn,
      to: InstantIn,
    }),
    z.strictObject({
      type: z.literal('end'),
      commandId: Uuid,
      entryId: Uuid,
      unit: Slug,
      /** When the person went off duty, if it is told afterwards; else now. */
      occurredAt: z.exactOptional(InstantIn),
    }),
  ]),
  response: z.object({ entryId: z.string(), sequence: z.number().int() }),
});
