import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { sendPage } from '../page.ts';
import { again, messagePage } from '../pages.ts';
import { demoTexts } from '../texts.nb.ts';
import { choicePage } from './pages.ts';
import type { DemoPerson } from './provider.ts';

export const demoPath = '/demo-oidc';

interface DemoParts {
  readonly provider: () => Provider;
  readonly people: () => Promise<readonly DemoPerson[]>;
}

export async function registerDemoRoutes(app: FastifyInstance, parts: DemoParts): Promise<void> {
  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 10_000 }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    pages.get(`${demoPath}/interaction/:uid`, (request, reply) => choose(parts, request, reply));
    pages.post<{ Body: Readonly<Record<string, string>> }>(`${demoPath}/interaction/:uid`, (request, reply) =>
      chosen(parts, request, reply),
    );
  });
  await app.register(async (rest) => {
    // The provider reads the body itself: nothing here may have drained it.
    rest.removeAllContentTypeParsers();
    rest.addContentTypeParser('*', (_request, _payload, done) => done(null));
    rest.all(`${demoPath}/*`, { logLevel: 'warn' }, (request, reply) => handOver(parts, request, reply));
  });
}

async function choose(parts: DemoParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!(await begun(parts, request, reply))) return sendPage(reply, 400, messagePage(demoTexts.expired, again));
  return sendPage(reply, 200, choicePage(await parts.people()));
}

async function chosen(
  parts: DemoParts,
  request: FastifyRequest<{ Body: Readonly<Record<string, string>> }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!(await begun(parts, request, reply))) return sendPage(reply, 400, messagePage(demoTexts.expired, again));
  const subject = request.body?.subject;
  const person = (await parts.people()).find((each) => each.subject === subject);
  if (!person) return sendPage(reply, 422, messagePage(demoTexts.unknownPerson, again));
  const result = { login: { accountId: person.subject, remember: false } };
  const back = await parts.provider().interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: false });
  return reply.header('cache-control', 'no-store').redirect(back, 303);
}

/** Whether this browser is in the middle of a login. The provider throws when it is not. */
async function begun(parts: DemoParts, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  return parts
    .provider()
    .interactionDetails(request.raw, reply.raw)
    .then(
      () => true,
      () => false,
    );
}

/** Lets the provider answer. It finds the path it is mounted on as what `originalUrl` has before `url`. */
async function handOver(parts: DemoParts, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { raw } = request;
  const url = raw.url ?? '/';
  Object.assign(raw, { originalUrl: url, url: url.slice(demoPath.length) || '/' });
  reply.hijack();
  await parts.provider().callback()(raw, reply.raw);
}
