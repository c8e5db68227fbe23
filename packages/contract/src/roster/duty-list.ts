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
  enteredBy: z.string(),
  endedAt: InstantOut.optional(),
});
export type DutyEntry = z.output<typeof DutyEntry>;

export const getDutyList = route({
  method: 'GET',
  path: '/api/duty-list',
  summary: 'Who is on duty at a unit now and in the next days',
  query: z.strictObject({ unit: Slug }),
  response: z.object({ now: InstantOut, entries: z.array(DutyEntry), staff: z.array(z.object({ staffId: z.string(), name: z.string(), phone: z.string().optional() })) }),
});

export const postDutyList = route({
  method: 'POST',
  path: '/api/duty-list',
  summary: 'Enters or ends a duty by hand',
  body: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('enter'), commandId: Uuid, entryId: Uuid, unit: Slug, staffId: ShortText, level: z.enum(['primary', 'backup']), phone: PhoneNumber, from: InstantIn, to: InstantIn }),
    z.strictObject({ type: z.literal('end'), commandId: Uuid, entryId: Uuid, unit: Slug }),
  ]),
  response: z.object({ entryId: z.string() }),
});
