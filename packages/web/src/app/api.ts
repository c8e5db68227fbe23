import type { ResponseOf, Route } from '@vakthavende/contract/kernel';
import { noteServerTime } from '../ui/clock.ts';
import { AnswerError, OfflineError, type ProblemError, problemOf } from './problem.ts';
import { sessionLost } from './session-lost.ts';

type InputOf<Schema> = NonNullable<Schema> extends { readonly _zod: { readonly input: infer Input } } ? Input : never;
/** A part of the route without a schema takes nothing. */
type Part<Name extends string, Schema> =
  unknown extends InputOf<Schema> ? { readonly [K in Name]?: never } : { readonly [K in Name]: InputOf<Schema> };

/** What a route takes: `params`, `query` and `body`, each where the route has it. */
export type InputTo<R extends Route> = Part<'params', R['params']> & Part<'query', R['query']> & Part<'body', R['body']>;

interface Sent {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/**
 * Asks the server by a route of the contract. The answer is parsed by the route's schema.
 * @throws ProblemError when refused, OfflineError when not reached, AnswerError when the answer breaks the contract.
 */
export async function call<R extends Route>(route: R, input: InputTo<R>, signal?: AbortSignal): Promise<ResponseOf<R>> {
  // Input to any route is these three parts; the type above says which of them.
  const answer = await request(route, input as Sent, signal);
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw refused(problemOf(answer.status, body));
  const parsed = route.response.safeParse(body);
  if (!parsed.success) throw new AnswerError(`${route.method} ${route.path}`, { cause: parsed.error });
  noteTime(parsed.data);
  // Parsed by the schema that the type is made from.
  return parsed.data as ResponseOf<R>;
}

/** The address of a route with its parameters: `/api/contacts/6f…/commands?…`. */
export function addressOf(route: Pick<Route, 'path'>, input: Pick<Sent, 'params' | 'query'>): string {
  const params = entries(input.params);
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params.get(name) ?? ''));
  const query = new URLSearchParams([...entries(input.query)]).toString();
  return query ? `${path}?${query}` : path;
}

function entries(record: unknown): ReadonlyMap<string, string> {
  if (typeof record !== 'object' || record === null) return new Map();
  return new Map(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}

/** The server takes writing only with this header, which a page of another origin cannot send. */
const headers = { accept: 'application/json', 'x-vakthavende': '1' };
const patience = 20_000;

async function request(route: Route, input: Sent, signal: AbortSignal | undefined): Promise<Response> {
  const late = AbortSignal.timeout(patience);
  try {
    return await fetch(addressOf(route, input), {
      method: route.method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, late]) : late,
      ...(route.method === 'POST'
        ? { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(input.body ?? {}) }
        : { headers }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new OfflineError('Not reached', { cause: error });
  }
}

function refused(problem: ProblemError): ProblemError {
  if (problem.code === 'not-logged-in') sessionLost.set(true);
  return problem;
}

function noteTime(data: unknown): void {
  if (typeof data === 'object' && data !== null && 'now' in data && typeof data.now === 'number') noteServerTime(data.now);
}
