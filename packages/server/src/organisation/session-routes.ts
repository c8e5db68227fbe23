import { getSession } from '@vakthavende/contract/organisation';
import { type Capability, capabilities, type Staff, unitsWith } from '@vakthavende/core/organisation';
import type { FastifyInstance } from 'fastify';
import { type Authenticate, serve, staffOf } from '../platform/routes.ts';

export interface SessionDeps {
  readonly authenticate: Authenticate;
  readonly demo: boolean;
  /** Units in the order that people think of them: centres before clinics. */
  readonly unitOrder: () => Promise<readonly string[]>;
}

/** `GET /api/session`: who is logged in, and what the screens may offer. */
export function sessionRoutes(app: FastifyInstance, parts: SessionDeps): void {
  serve(app, getSession, async ({ request, reply }) => {
    const staff = await staffOf(parts.authenticate, request);
    reply.header('cache-control', 'no-store');
    return {
      staffId: staff.staffId,
      name: staff.name,
      assignments: staff.assignments.map(({ role, unit }) => ({ role, unit })),
      capabilities: capabilitiesOf(staff, await parts.unitOrder()),
      demo: parts.demo,
    };
  });
}

/** Capability → units, those held nowhere left out. The first is what a screen shows when nothing is chosen. */
function capabilitiesOf(staff: Staff, order: readonly string[]): Record<string, string[]> {
  const place = (unit: string) => (order.includes(unit) ? order.indexOf(unit) : order.length);
  // The keys of the table are its capabilities.
  const names = Object.keys(capabilities) as Capability[];
  const held = names.map((name): [string, string[]] => [name, unitsWith(staff, name).toSorted((a, b) => place(a) - place(b))]);
  return Object.fromEntries(held.filter(([, units]) => units.length > 0));
}
