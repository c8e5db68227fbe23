import { z } from 'zod';

/**
 * The live feed, `GET /api/feed?after=CURSOR` (server-sent events, one stream a browser). Each message says which streams moved on to which
 * sequence; a screen keeps the highest and asks again for what it shows. No person data.
 */
export const FeedMessage = z.object({
  cursor: z.string(),
  /** stream (`contact:…`, `call:…`, `duty-list:…`), sequence, units that it relates to */
  changes: z.array(z.tuple([z.string(), z.number().int(), z.array(z.string())])),
});
export type FeedMessage = z.output<typeof FeedMessage>;
export const feedPath = '/api/feed';
