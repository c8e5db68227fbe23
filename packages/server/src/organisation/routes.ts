import { getFindings, getServedBy, getUnits, searchPlaces } from '@vakthavende/contract/organisation';
import { type Instant, instant } from '@vakthavende/core/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from '../platform/database.ts';
import { type Authenticate, allow, serve, staffOf } from '../platform/routes.ts';
import type { Registers } from './registers.ts';
import { findingsOf, placesLike, servedByAnswer, unitRows } from './views.ts';

export interface OrganisationDeps {
  readonly pool: Pool;
  readonly registers: Registers;
  readonly authenticate: Authenticate;
  /** The clock; tests and the demonstration evening bring their own. */
  readonly now?: () => Instant;
}

/** Questions to the register. It shows no person, so whoever may read it may read all of it. */
export function organisationRoutes(app: FastifyInstance, deps: OrganisationDeps): void {
  const { pool, registers, authenticate, now = () => instant(Date.now()) } = deps;
  const reader = async (request: FastifyRequest) => allow(await staffOf(authenticate, request), 'readRegister');

  serve(app, searchPlaces, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    return { list: register.list, ...placesLike(register, query.q) };
  });
  serve(app, getServedBy, async ({ query, request }) => {
    await reader(request);
    return servedByAnswer(await registers.of(query.list), query.place, query.at ?? now());
  });
  serve(app, getUnits, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    return { list: register.list, rows: unitRows(register) };
  });
  serve(app, getFindings, async ({ query, request }) => {
    await reader(request);
    const { list } = await registers.of(query.list);
    return { list, ...(await findingsOf(pool, list)) };
  });
}
