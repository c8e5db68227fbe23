import { getPack } from '@vakthavende/contract/triage';
import type { Pack } from '@vakthavende/core/triage';
import type { FastifyInstance } from 'fastify';
import { type Authenticate, allow, serve, staffOf } from '../platform/routes.ts';

export function triageRoutes(app: FastifyInstance, deps: { readonly authenticate: Authenticate; readonly pack: Pack }): void {
  serve(app, getPack, async ({ request }) => {
    allow(await staffOf(deps.authenticate, request), 'handleContact');
    return { ...deps.pack };
  });
}
