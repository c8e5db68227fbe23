import { randomUUID } from 'node:crypto';
import { commonRefusals, fieldMessages, type Problem } from '@vakthavende/contract/kernel';
import type { Refusal } from '@vakthavende/core/kernel';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { databaseCode } from './database.ts';

/** Leaves a handler with an expected no. Made into a problem document at the edge, nowhere else. */
export class Refused extends Error {
  readonly refusal: Refusal & Readonly<Record<string, unknown>>;
  constructor(refusal: Refusal & Readonly<Record<string, unknown>>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** HTTP status of each code that is not simply 422 (understood, and refused by a rule). */
const statuses: Readonly<Record<string, number>> = {
  'invalid-request': 400,
  'not-json': 400,
  'not-logged-in': 401,
  'exchange-key-wrong': 401,
  'not-allowed': 403,
  'not-found': 404,
  'call-unknown': 404,
  'contact-unknown': 404,
  'figure-unknown': 404,
  'contact-changed': 409,
  'already-taken': 409,
  'already-answered': 409,
  'command-reused': 409,
  'event-reused': 409,
  'register-changed': 409,
  'thing-exists': 409,
  'thing-unknown': 404,
  'too-many': 429,
  'try-again': 503,
  'too-large': 413,
  unavailable: 503,
  unexpected: 500,
};

/** Code → Norwegian text; `{names}` in it are filled from the refusal's data. Each context's stand in its contract. */
export type RefusalTexts = Readonly<Record<string, string>>;

export function refusalText(texts: RefusalTexts, refusal: Refusal): string {
  const data = refusal as unknown as Readonly<Record<string, unknown>>;
  const text = texts[refusal.code] ?? 'Dette går ikke nå.';
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? ''));
}

function problemOf(texts: RefusalTexts, refusal: Refusal): Problem {
  const status = statuses[refusal.code] ?? 422;
  return {
    ...refusal,
    type: `urn:vakthavende:${refusal.code}`,
    title: refusalTitle(status),
    status,
    detail: refusalText(texts, refusal),
    code: refusal.code,
  };
}

function refusalTitle(status: number): string {
  if (status === 409) return 'Noen andre var først';
  if (status >= 500) return 'Noe gikk galt hos oss';
  return status === 401 || status === 403 ? 'Ingen tilgang' : 'Kan ikke utføres';
}

/** The one place where what was thrown becomes an answer, in the words of all contexts. Never a stack, never what a person wrote. */
export function problemHandler(contextTexts: RefusalTexts) {
  const texts = { ...contextTexts, ...commonRefusals };
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = problemFor(texts, error, request);
    return reply.code(problem.status).type('application/problem+json').send(problem);
  };
}

function problemFor(texts: RefusalTexts, error: FastifyError | Error, request: FastifyRequest): Problem {
  if (error instanceof Refused) return problemOf(texts, error.refusal);
  if (error instanceof z.ZodError) return invalidRequest(texts, error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problemOf(texts, { code: 'too-large' });
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status >= 400 && status < 500) return problemOf(texts, { code: status === 404 ? 'not-found' : 'not-json' });
  if (isPassing(error)) return problemOf(texts, { code: 'unavailable' });
  const id = randomUUID();
  // The database's message can quote what was written; its code and the stack's first own line cannot.
  request.log.error({
    id,
    route: request.routeOptions.url,
    name: error.name,
    database: databaseCode(error),
    at: error.stack?.split('\n').find((line) => line.includes('packages/')),
  });
  return { ...problemOf(texts, { code: 'unexpected' }), id };
}

/** A body can be wrong in a thousand places; these are enough to go on with. */
const mostErrors = 20;

function invalidRequest(texts: RefusalTexts, error: z.ZodError): Problem {
  const errors = fieldMessages(error).slice(0, mostErrors);
  const first = errors[0];
  return {
    ...problemOf(texts, { code: 'invalid-request', field: first?.field }),
    detail: errors.map((each) => each.message).join(' '),
    errors,
  };
}

/** Faults that go away by themselves: the database restarts, is full, or a statement took too long. */
function isPassing(error: Error): boolean {
  const code = databaseCode(error) ?? ('code' in error ? String(error.code) : '');
  return (
    /^(08|53|57|40|25P0[34])/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code) ||
    error.message.includes('timeout exceeded when trying to connect') ||
    error.message.startsWith('Connection terminated')
  );
}
