import { z } from 'zod';

/** RFC 9457 problem details: a stable code, a Norwegian text that names the field and what to do, and what the user needs to know. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  field: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.output<typeof Problem>;
