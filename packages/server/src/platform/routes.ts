import type { Route } from '@vakthavende/contract/kernel';
import { type Capability, can, type Staff } from '@vakthavende/core/organisation';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { parsed } from './parse.ts';
import { Refused } from './problems.ts';

/** A route declares its schemas as optional keys; the one that it has is never undefined. */
type Output<S> = NonNullable<S> extends z.ZodType ? z.output<NonNullable<S>> : undefined;

export interface Asked<R extends Route> {
  readonly params: Output<R['params']>;
  readonly query: Output<R['query']>;
  readonly body: Output<R['body']>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Serves a route of the contract: parses everything that enters; the handler authorises, calls core, stores and maps. */
export function serve<R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: (asked: Asked<R>) => Promise<z.input<R['response']>>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    config: { contract: route },
    handler: async (request, reply) => {
      // Parsed by the schemas that the type names.
      const asked = {
        params: route.params && parsed(route.params, request.params),
        query: route.query && parsed(route.query, request.query),
        body: route.body && parsed(route.body, request.body ?? {}),
        request,
        reply,
      } as Asked<R>;
      return handler(asked);
    },
  });
}

export type Authenticate = (request: FastifyRequest) => Promise<Staff | undefined>;

/** The member of staff who asks, or a refusal. */
export async function staffOf(authenticate: Authenticate, request: FastifyRequest): Promise<Staff> {
  const staff = await authenticate(request);
  if (!staff) throw new Refused({ code: 'not-logged-in' });
  // A page of another site can send a form here, but not this header.
  if (request.method !== 'GET' && request.headers['x-vakthavende'] === undefined) throw new Refused({ code: 'not-allowed' });
  return staff;
}

export function allow(staff: Staff, capability: Capability, units?: readonly string[]): void {
  if (!can(staff, capability, units)) throw new Refused({ code: 'not-allowed', field: 'unit' });
}
