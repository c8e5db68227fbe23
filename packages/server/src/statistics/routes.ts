import { getFigureDefinitions, getFigureRows, getFigures } from '@vakthavende/contract/statistics';
import { epochDayOfDate, type Instant } from '@vakthavende/core/kernel';
import { figureOf, figures } from '@vakthavende/core/statistics';
import type { FastifyInstance } from 'fastify';
import type { Pool } from '../platform/database.ts';
import { Refused } from '../platform/problems.ts';
import { type Authenticate, allow, serve, staffOf } from '../platform/routes.ts';
import { figureRowsOf, figuresOf, type Period } from './views.ts';

export interface StatisticsDeps {
  readonly pool: Pool;
  readonly authenticate: Authenticate;
  readonly clock: () => Instant;
}

/** Two years and a leap day: this year beside the last. */
const longestPeriod = 731;

export function statisticsRoutes(app: FastifyInstance, deps: StatisticsDeps): void {
  serve(app, getFigures, async ({ query, request }) => {
    allow(await staffOf(deps.authenticate, request), 'seeFigures', [query.unit]);
    checkPeriod(query);
    return { ...query, asOf: deps.clock(), figures: await figuresOf(deps.pool, query) };
  });

  serve(app, getFigureDefinitions, async ({ request }) => {
    allow(await staffOf(deps.authenticate, request), 'seeFigures');
    return {
      definitions: figures.map(({ id, population, numerator, denominator, missing, source }) => ({
        id,
        population,
        numerator,
        denominator,
        missing,
        source,
      })),
    };
  });

  serve(app, getFigureRows, async ({ params, query, request }) => {
    allow(await staffOf(deps.authenticate, request), 'seeFigureRows', [query.unit]);
    const figure = figureOf(params.figureId);
    if (!figure) throw new Refused({ code: 'figure-unknown', field: 'figureId', figureId: params.figureId });
    return { figureId: figure.id, ...query, rows: [...(await figureRowsOf(deps.pool, figure, query))] };
  });
}

function checkPeriod({ from, to }: Period): void {
  const days = epochDayOfDate(to) - epochDayOfDate(from);
  if (days <= 0) throw new Refused({ code: 'period-empty', field: 'to' });
  if (days > longestPeriod) throw new Refused({ code: 'period-too-long', field: 'to', days: longestPeriod });
}
