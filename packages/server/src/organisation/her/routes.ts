import { getPublicAnswer, type PublicPlace, searchPublicPlaces } from '@vakthavende/contract/organisation';
import { type Instant, osloInstant, parseLocalDate } from '@vakthavende/core/kernel';
import { parsePlaceId, type Register } from '@vakthavende/core/organisation';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refused } from '../../platform/problems.ts';
import { serve } from '../../platform/routes.ts';
import { nearestMunicipality } from '../boundaries/nearest.ts';
import { createBoundaries } from '../boundaries/store.ts';
import type { RegisterParts } from '../routes.ts';
import { placesLike } from '../views.ts';
import { publicAnswer, publicPlace } from './answer.ts';
import { addressOf, type HerPage, renderHer } from './page.ts';
import { answerPage, choosePage, confirmPage } from './pages.ts';
import { rateLimit } from './rate-limit.ts';
import { languages } from './texts.ts';

/** What stands in the page's address; what is not understood is left out, since people follow links that others shortened. */
const Asked = z.object({
  sprak: z.enum(languages).catch('nb'),
  q: z.string().trim().max(60).catch(''),
  sted: z.string().max(60).catch(''),
  ja: z.string().catch(''),
  omtrent: z.string().catch(''),
  tid: z.string().max(25).catch(''),
});

const Position = z.object({
  sprak: z.enum(languages).catch('nb'),
  posisjon: z.string().regex(/^-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?$/),
});

/** Open to all, without login: who is my legevakt now. Nothing of who asks or from where is kept. */
export function herRoutes(app: FastifyInstance, { pool, registers, now, demo }: RegisterParts): void {
  const boundaries = createBoundaries(pool);
  const within = rateLimit();
  const limit = (request: FastifyRequest) => {
    if (!within(request.ip)) throw new Refused({ code: 'too-many' });
  };
  const cached = (reply: FastifyReply) => reply.header('cache-control', 'public, max-age=60');

  serve(app, searchPublicPlaces, async ({ query, request, reply }) => {
    limit(request);
    cached(reply);
    return found(await registers.live(), query.q, now());
  });
  serve(app, getPublicAnswer, async ({ query, request, reply }) => {
    limit(request);
    const register = await registers.live();
    const at = query.at ?? now();
    const place = publicPlace(register, query.place, at);
    if (!place) throw new Refused({ code: 'not-found', field: 'place' });
    cached(reply);
    return publicAnswer(register, place, { at, demo });
  });
  app.get('/her', async (request, reply) => {
    limit(request);
    const { sprak: language, q, sted, ja, omtrent, tid } = Asked.parse(request.query);
    const common = { language, demo };
    const register = await registers.live();
    const place = parsePlaceId(sted) ? publicPlace(register, sted, now()) : undefined;
    if (place && ja !== '') {
      const asked = timeOf(tid);
      return send(reply, answerPage(common, parsed(register, place, { at: asked ?? now(), demo }), asked === undefined ? undefined : tid));
    }
    if (place) return send(reply, confirmPage(common, place, omtrent !== ''));
    const asked = q === '' && sted !== '' ? sted : q;
    return send(reply, choosePage(common, asked === '' ? undefined : { asked, ...found(register, asked, now()) }));
  });
  void app.register(async (form) => {
    form.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1_000 }, (_, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    // The position comes in the body: an address is kept in logs and histories.
    form.post('/her/posisjon', async (request, reply) => {
      limit(request);
      const body = Position.safeParse(request.body);
      if (!body.success) return reply.redirect('/her', 303);
      const [latitude = 0, longitude = 0] = body.data.posisjon.split(',').map(Number);
      const exact = (await boundaries()).locate(longitude, latitude);
      const place = exact ?? nearestMunicipality(await registers.live(), longitude, latitude);
      const about = exact === undefined ? '1' : undefined;
      return reply.redirect(addressOf({ sted: place, omtrent: about, sprak: body.data.sprak }), 303);
    });
  });
}

function parsed(register: Register, place: PublicPlace, when: { readonly at: Instant; readonly demo: boolean }) {
  return getPublicAnswer.response.parse(publicAnswer(register, place, when));
}

function found(register: Register, text: string, at: Instant): { rows: PublicPlace[]; more: boolean } {
  const { rows, more } = placesLike(register, text);
  return { rows: rows.flatMap(({ id }) => publicPlace(register, id, at) ?? []), more };
}

function send(reply: FastifyReply, page: HerPage): FastifyReply {
  const { text, headers } = renderHer(page);
  return reply.headers({ ...headers, 'cache-control': 'public, max-age=60' }).send(text);
}

/** `2026-11-22T15:04`, the clock in Norway; undefined: now. */
function timeOf(text: string): Instant | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text);
  const date = parseLocalDate(match?.[1] ?? '');
  const minutes = Number(match?.[2]) * 60 + Number(match?.[3]);
  if (!date || !(minutes < 1440) || date < '2012-01-01' || date > '2100-01-01') return undefined;
  return osloInstant(date, minutes);
}
