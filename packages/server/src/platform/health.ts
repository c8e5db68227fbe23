import type { FastifyInstance } from 'fastify';
import type { Pool } from './database.ts';
import type { Feed } from './feed.ts';

/** What an operator watches: is the database there, how far behind is the feed, has anything been put aside. No person data, no login. */
export function healthRoutes(app: FastifyInstance, deps: { readonly pool: Pool; readonly feed: Feed }): void {
  app.get('/api/health', async (_, reply) => {
    const counts = await deps.pool
      .query<{ parked: number; marks: number; overdue: number }>(
        `select (select count(*)::int from telephony.parked_event) as parked, (select count(*)::int from statistics.day_mark) as marks,
          (select count(*)::int from contact.row where page_at < now() - interval '10 seconds') as overdue`,
      )
      .then(
        (result) => result.rows[0],
        () => undefined,
      );
    if (!counts) return reply.code(503).send({ database: false });
    return {
      database: true,
      feedLagMilliseconds: deps.feed.lag,
      parkedEvents: counts.parked,
      daysToSettle: counts.marks,
      pagesOverdue: counts.overdue,
    };
  });
}
