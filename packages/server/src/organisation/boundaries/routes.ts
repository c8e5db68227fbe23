import { getBoundaries, locatePlace } from '@vakthavende/contract/organisation';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/routes.ts';
import { placeName } from '../place-names.ts';
import { forWire } from '../register-rows.ts';
import type { RegisterParts } from '../routes.ts';
import { nearestMunicipality } from './nearest.ts';
import { createBoundaries } from './store.ts';

/** What the map is drawn by, and where a coordinate lies. */
export function boundaryRoutes(app: FastifyInstance, { pool, registers, reader }: RegisterParts): void {
  const boundaries = createBoundaries(pool);
  serve(app, getBoundaries, async ({ request, reply }) => {
    await reader(request);
    const { source, loadedAt, boundaries: rows } = await boundaries();
    reply.header('cache-control', 'private, max-age=60');
    return { source, loadedAt: loadedAt?.getTime(), rows: forWire(rows) };
  });
  serve(app, locatePlace, async ({ query, request }) => {
    await reader(request);
    const register = await registers.live();
    const exact = (await boundaries()).locate(query.longitude, query.latitude);
    const place = exact ?? nearestMunicipality(register, query.longitude, query.latitude);
    return { place, name: place === undefined ? undefined : placeName(register, place), exact: exact !== undefined };
  });
}
