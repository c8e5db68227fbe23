import { z } from 'zod';
import { InstantOut, route } from '../kernel/index.ts';

/** What the demonstration pager shows: as a telephone would have received it. No patient is named in a page. */
export const DemoPage = z.object({
  pageId: z.string(),
  contactId: z.string(),
  staffId: z.string(),
  name: z.string(),
  phone: z.string(),
  level: z.enum(['primary', 'backup']),
  text: z.string(),
  sentAt: InstantOut,
  answerBy: InstantOut,
  acknowledgedAt: InstantOut.optional(),
  acknowledgedByName: z.string().optional(),
  /** The secret link that stands in the message; the token is its last part. */
  token: z.string(),
});
export type DemoPage = z.output<typeof DemoPage>;

export const getDemoPages = route({
  method: 'GET',
  path: '/api/demo/pages',
  summary: 'The demonstration pager: the last pages sent (only where the demonstration runs)',
  query: z.strictObject({}),
  response: z.object({ now: InstantOut, pages: z.array(DemoPage) }),
});

/** The link in the message; the token is the secret. */
export const postPageAnswer = route({
  method: 'POST',
  path: '/api/pages/:token/acknowledge',
  summary: 'The one on duty answers a page from the link in it',
  params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/) }),
  body: z.strictObject({}),
  response: z.object({ acknowledged: z.boolean(), text: z.string() }),
});
