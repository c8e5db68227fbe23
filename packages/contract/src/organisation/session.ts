import { z } from 'zod';
import { route, Slug } from '../kernel/index.ts';

export const Session = z.object({
  staffId: z.string(),
  name: z.string(),
  assignments: z.array(z.object({ role: z.string(), unit: Slug })),
  /** Capability → the units where it holds (`national` for all). */
  capabilities: z.record(z.string(), z.array(z.string())),
  /** A demonstration: invented people, no real patients. */
  demo: z.boolean(),
});
export type Session = z.output<typeof Session>;

export const getSession = route({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is logged in, and what they may do where',
  response: Session,
});
