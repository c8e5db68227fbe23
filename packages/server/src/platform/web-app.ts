import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { type problemHandler, Refused } from './problems.ts';

const dist = join(import.meta.dirname, '../../../web/dist');

/** Ours to answer with data or a refusal; every other address without a file's ending is a page of the application. */
const notPages = /^\/(api|login|logout|demo-oidc)(\/|$|\?)|\/[^/?]*\.[a-z0-9]+(\?|$)/;

/** The built web application, where it is built. */
export async function webApp(app: FastifyInstance, toProblem: ReturnType<typeof problemHandler>): Promise<void> {
  const built = existsSync(dist);
  if (built) {
    await app.register(fastifyStatic, {
      root: dist,
      setHeaders: (reply, path) => {
        // Built files carry a hash of what is in them.
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!built || request.method !== 'GET' || notPages.test(request.url))
      return toProblem(new Refused({ code: 'not-found' }), request, reply);
    return reply.sendFile('index.html');
  });
}
