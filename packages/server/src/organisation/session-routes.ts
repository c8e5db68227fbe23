import { getSession } from '@vakthavende/contract/organisation';
import { type Capability, capabilities, type Staff, unitsWith } from '@vakthavende/core/organisation';
import type { FastifyInstance } from 'fastify';
import { type Authenticate, serve, staffOf } from '../platform/routes.ts';

/** `GET /api/session`: who is logged in, and what the screens may offer. */
export function sessionRoutes(app: FastifyInstance, parts: { readonly authenticate: Authenticate; readonly demo: boolean }): void {
  serve(app, getSession, async ({ request, reply }) => {
    const staff = await staffOf(parts.authenticate, request);
    reply.header('cache-control', 'no-store');
    return {
      staffId: staff.staffId,
      name: staff.name,
      assignments: staff.assignments.map(({ role, unit }) => ({ role, unit })),
      capabilities: capabilitiesOf(staff),
      demo: parts.demo,
    };
  });
}

/** Capability → units; those held nowhere are left out. */
function capabilitiesOf(staff: Staff): Record<string, string[]> {
  // The keys of the table are its capabilities.
  const names = Object.keys(capabilities) as Capability[];
  const held = names.map((name): [string, string[]] => [name, [...unitsWith(staff, name)]]);
  return Object.fromEntries(held.filter(([, units]) => units.length > 0));
}
