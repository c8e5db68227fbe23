import { setTimeout as pause } from 'node:timers/promises';
import { Problem, type ResponseOf, type Route } from '@vakthavende/contract/kernel';

type InputOf<Schema> = NonNullable<Schema> extends { readonly _zod: { readonly input: infer Input } } ? Input : never;
/** A part of the route without a schema takes nothing. */
type Part<Name extends string, Schema> =
  unknown extends InputOf<Schema> ? { readonly [K in Name]?: never } : { readonly [K in Name]: InputOf<Schema> };

/** What a route takes: `params`, `query` and `body`, each where the route has it. */
export type InputTo<R extends Route> = Part<'params', R['params']> & Part<'query', R['query']> & Part<'body', R['body']>;

/** The server's no, with its stable code. */
export class RefusedError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(route: Route, problem: Problem) {
    super(`${route.method} ${route.path}: ${problem.status} ${problem.code}${problem.field === undefined ? '' : ` (${problem.field})`}`);
    this.code = problem.code;
    this.status = problem.status;
  }
}

export interface ApiOptions {
  readonly baseUrl: string;
  readonly signal: AbortSignal;
}

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const longestPause = 4_000;
const patience = 15_000;

/**
 * Asks by a route of the contract; the answer is parsed by the route's schema, so that the driver fails where the server breaks its word.
 * A server that is away or says that it is unavailable is asked again, the same body and so the same command, until it answers.
 * @throws RefusedError; ZodError when the answer breaks the contract; whatever the signal was aborted with.
 */
export async function ask<R extends Route>(
  { baseUrl, signal }: ApiOptions,
  route: R,
  asked: { readonly input: InputTo<R>; readonly headers: Readonly<Record<string, string>> },
): Promise<ResponseOf<R>> {
  // Input to any route is these three parts; the type above says which of them.
  const { params = {}, query = {}, body } = asked.input as Sent;
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const url = new URL(`${path}?${new URLSearchParams(query)}`, baseUrl);
  const headers = { ...asked.headers, accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const init = { method: route.method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  for (let wait = 250; ; wait = Math.min(longestPause, wait * 2)) {
    const answer = await reach(url, init, signal);
    if (answer?.ok) return route.response.parse(answer.json) as ResponseOf<R>;
    if (answer && answer.status !== 503) throw new RefusedError(route, problemOf(answer));
    await pause(wait, undefined, { signal });
  }
}

interface Reached {
  readonly ok: boolean;
  readonly status: number;
  readonly json: unknown;
}

/** Undefined: not reached, or cut off. */
async function reach(url: URL, init: RequestInit, signal: AbortSignal): Promise<Reached | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) });
    return { ok: response.ok, status: response.status, json: await response.json() };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

function problemOf({ status, json }: Reached): Problem {
  const parsed = Problem.safeParse(json);
  return parsed.success ? parsed.data : { type: '', title: '', status, detail: '', code: 'no-problem-document' };
}
