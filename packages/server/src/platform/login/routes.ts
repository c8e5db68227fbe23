import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AuthorizationResponseError } from 'openid-client';
import { saveAttempt, takeAttempt } from './attempts.ts';
import type { BaseUrl } from './base-url.ts';
import { clearCookie, newSecret, readSecret, writeCookie } from './cookies.ts';
import type { LoginIdentity } from './directory.ts';
import type { LoginParts } from './login.ts';
import { ClaimMissing } from './oidc-client.ts';
import { sendPage } from './page.ts';
import { again, asSomeoneElse, logIn, messagePage } from './pages.ts';
import { localPath } from './return-path.ts';
import { closeSession, logRefusedLogin, openSession } from './sessions.ts';
import { loginTexts } from './texts.nb.ts';

interface LoginQuery {
  readonly return?: unknown;
  readonly fresh?: unknown;
  readonly host?: unknown;
}

export function registerLoginRoutes<Person>(app: FastifyInstance, parts: LoginParts<Person>): void {
  // The form of POST /logout carries nothing; whatever is in it is not read.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1_000 }, (_request, _body, done) =>
    done(null),
  );
  // Fastify writes the address of each request at level info; here it carries codes and states.
  const quiet = { logLevel: 'warn' } as const;
  app.get<{ Querystring: LoginQuery }>('/login', quiet, (request, reply) => begin(parts, request, reply));
  app.get<{ Querystring: { readonly state?: unknown } }>('/login/callback', quiet, (request, reply) => finish(parts, request, reply));
  app.get('/login/logged-out', (_request, reply) => sendPage(reply, 200, messagePage(loginTexts.loggedOut, logIn)));
  app.post('/logout', (request, reply) => leave(parts, request, reply));
}

async function begin<Person>(
  parts: LoginParts<Person>,
  request: FastifyRequest<{ Querystring: LoginQuery }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const base = parts.base();
  // Cookies set for 127.0.0.1 are not sent to localhost, where the provider sends the browser back to. `host` keeps a proxy from going round.
  if (request.headers.host !== base.host && request.query.host === undefined) {
    return reply.redirect(`${base.origin}/login?host=1&return=${encodeURIComponent(localPath(request.query.return))}`, 303);
  }
  const begun = await parts
    .oidc()
    .begin({ returnPath: localPath(request.query.return), fresh: request.query.fresh !== undefined })
    .catch((error: unknown) => complain(request, error));
  if (typeof begun === 'string') return sendPage(reply, 503, messagePage(loginTexts.unavailable, again, begun));
  // Kept when there is one: logins begun in two tabs can both be finished.
  const browser = readSecret(request.headers.cookie, 'browser', base.secure) ?? newSecret();
  await saveAttempt(parts.pool, browser, begun.attempt);
  return reply
    .header('set-cookie', writeCookie('browser', browser, base.secure))
    .header('cache-control', 'no-store')
    .redirect(begun.address.href, 303);
}

async function finish<Person>(
  parts: LoginParts<Person>,
  request: FastifyRequest<{ Querystring: { readonly state?: unknown } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const base = parts.base();
  const browser = readSecret(request.headers.cookie, 'browser', base.secure);
  const { state } = request.query;
  const attempt = browser !== undefined && typeof state === 'string' ? await takeAttempt(parts.pool, browser, state) : undefined;
  if (!attempt) return sendPage(reply, 400, messagePage(loginTexts.lostAttempt, again));
  try {
    const { identity, idToken } = await parts.oidc().finish(new URL(request.url, base.origin), attempt);
    const staffId = await admitted(parts, identity);
    if (staffId === undefined) return sendPage(reply, 403, messagePage(loginTexts.noAccess, asSomeoneElse));
    await closeFormer(parts, request);
    const secret = await openSession(parts.pool, parts.limits, { staffId, idToken });
    return reply
      .header('set-cookie', writeCookie('session', secret, base.secure))
      .header('cache-control', 'no-store')
      .redirect(attempt.returnPath, 303);
  } catch (error) {
    const errorNumber = complain(request, error);
    await logRefusedLogin(parts.pool, { event: 'failed', reason: codeOf(error) });
    if (error instanceof AuthorizationResponseError) return sendPage(reply, 401, messagePage(loginTexts.cancelled, again, errorNumber));
    return sendPage(reply, 401, messagePage(loginTexts.failed, asSomeoneElse, errorNumber));
  }
}

/** The staff id of one who has something to do here; who has not is written down. */
async function admitted<Person>(parts: LoginParts<Person>, identity: LoginIdentity): Promise<string | undefined> {
  const staffId = await parts.directory.staffIdOf(identity);
  const person = staffId === undefined ? undefined : await parts.directory.person(staffId);
  if (staffId !== undefined && person !== undefined && parts.directory.hasAccess(person)) return staffId;
  const reason = staffId === undefined ? 'unknown-person' : person === undefined ? 'shut-out' : 'no-assignment';
  await logRefusedLogin(parts.pool, { event: 'no-access', reason, ...(staffId !== undefined && { staffId }) });
  return undefined;
}

/** A new login in the same browser replaces the old session: two people must not share a cookie jar unawares. */
async function closeFormer<Person>(parts: LoginParts<Person>, request: FastifyRequest): Promise<string | undefined> {
  const former = readSecret(request.headers.cookie, 'session', parts.base().secure);
  if (former === undefined) return undefined;
  parts.authenticator.forgetSession(former);
  return closeSession(parts.pool, former);
}

async function leave<Person>(parts: LoginParts<Person>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const base = parts.base();
  if (comesFromElsewhere(request, base))
    return sendPage(reply, 403, messagePage(loginTexts.foreignLogout, { text: loginTexts.product, href: '/' }));
  const idToken = await closeFormer(parts, request);
  // Whoever has no session has none to end at the provider either.
  const end =
    idToken === undefined
      ? undefined
      : await parts
          .oidc()
          .endAddress(idToken)
          .catch((error: unknown) => void complain(request, error));
  return reply
    .header('set-cookie', clearCookie('session', base.secure))
    .header('cache-control', 'no-store')
    .redirect(end?.href ?? '/login/logged-out', 303);
}

function comesFromElsewhere(request: FastifyRequest, base: BaseUrl): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return origin !== undefined && origin !== base.origin;
}

/** Logs the code only: messages and causes of this protocol carry tokens and claims. Returns the number that the page shows. */
function complain(request: FastifyRequest, error: unknown): string {
  const errorNumber = randomUUID();
  request.log.error({ errorNumber, code: codeOf(error) }, 'login failed');
  return errorNumber;
}

function codeOf(error: unknown): string {
  if (error instanceof ClaimMissing) return `claim-missing:${error.message}`;
  if (error instanceof AuthorizationResponseError) return `provider:${error.error}`.slice(0, 100);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code.slice(0, 100);
  return error instanceof Error ? error.name : 'unknown';
}
