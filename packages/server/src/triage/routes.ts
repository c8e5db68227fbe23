import { getDiagnoses, getPack } from '@vakthavende/contract/triage';
import type { FastifyInstance } from 'fastify';
import { allow, type Authenticate, serve, staffOf } from '../platform/routes.ts';
import type { ClinicalContent } from './content.ts';

export function triageRoutes(app: FastifyInstance, deps: { readonly authenticate: Authenticate; readonly content: ClinicalContent }): void {
  const { pack, diagnoses } = deps.content;
  serve(app, getPack, async ({ request }) => {
    allow(await staffOf(deps.authenticate, request), 'handleContact');
    return { ...pack };
  });
  serve(app, getDiagnoses, async ({ request }) => {
    allow(await staffOf(deps.authenticate, request), 'handleContact');
    return { list: diagnoses.id, codes: [...diagnoses.codes] };
  });
}
