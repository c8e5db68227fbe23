import { getFindings, getServedBy, getUnits, searchPlaces } from '@vakthavende/contract/organisation';
import { type Instant, instant } from '@vakthavende/core/kernel';
import type { Staff } from '@vakthavende/core/organisation';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from '../platform/database.ts';
import { type Authenticate, allow, serve, staffOf } from '../platform/routes.ts';
import { boundaryRoutes } from './boundaries/routes.ts';
import { editRoutes } from './edit-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { herRoutes } from './her/routes.ts';
import { questionRoutes } from './question-routes.ts';
import type { Registers } from './registers.ts';
import { findingsOf, placesLike, servedByAnswer, unitRows } from './views.ts';

export interface OrganisationDeps {
  readonly pool: Pool;
  readonly registers: Registers;
  readonly authenticate: Authenticate;
  /** The clock; tests and the demonstration evening bring their own. */
  readonly now?: () => Instant;
  /** The demonstration's register, which nobody may act on. */
  readonly demo?: boolean;
}

/** What the routes of the register share. */
export interface RegisterParts {
  readonly pool: Pool;
  readonly registers: Registers;
  readonly now: () => Instant;
  readonly demo: boolean;
  /** Who asks, with leave to read the register, or a refusal. */
  readonly reader: (request: FastifyRequest) => Promise<Staff>;
}

/** Questions to the register. It shows no person, so whoever may read it may read all of it. */
export function organisationRoutes(app: FastifyInstance, deps: OrganisationDeps): void {
  const { pool, registers, authenticate, now = () => instant(Date.now()) } = deps;
  const reader = async (request: FastifyRequest) => {
    const staff = await staffOf(authenticate, request);
    allow(staff, 'readRegister');
    return staff;
  };
  const parts: RegisterParts = { pool, registers, now, reader, demo: deps.demo ?? false };
  questionRoutes(app, parts);
  editRoutes(app, parts);
  exportRoutes(app, parts);
  boundaryRoutes(app, parts);
  herRoutes(app, parts);

  serve(app, searchPlaces, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    return { list: register.list, ...placesLike(register, query.q) };
  });
  serve(app, getServedBy, async ({ query, request }) => {
    await reader(request);
    return servedByAnswer(await registers.of(query.list), query.place, query.at ?? now(), query.asKnownAt);
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
