import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { geographyOf } from '@vakthavende/core/organisation';
import { geoPath } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import { drawing, norwayProjection, surroundings } from './src/workplaces/register/map/projection.ts';

/** ISO 3166 numeric, as Natural Earth numbers them: Sweden, Finland, Russia, Denmark, the United Kingdom, and what is seen of others at the drawing's edge. */
const neighbours = ['752', '246', '643', '208', '826', '233', '428', '440', '616', '276', '528', '112'];
const norway = '578';

/** What the map needs beside the register, made at build time from data packages and `reference/`, so that no outside server is asked. */
export function registerData(): Plugin {
  const modules: Readonly<Record<string, () => unknown>> = { 'virtual:coast': coast, 'virtual:geography': geography };
  return {
    name: 'register-data',
    resolveId: (id) => (modules[id] ? `\0${id}` : undefined),
    load: (id) => {
      const make = modules[id.slice(1)];
      return make && id.startsWith('\0') ? `export const data = JSON.parse(${JSON.stringify(JSON.stringify(make()))});` : undefined;
    },
  };
}

/** Natural Earth 1:10 million (public domain) by way of the package world-atlas: paths in the units of the drawing. */
function coast(): { readonly norway: string; readonly coarse: string; readonly neighbours: string } {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  // The package's documented content.
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  const polygonsOf = (id: string) =>
    feature(atlas, atlas.objects.countries).features.flatMap((country) => {
      if (String(country.id) !== id) return [];
      const { geometry } = country;
      return geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
    });
  const own = polygonsOf(norway).filter(isMainland);
  const others = neighbours.flatMap(polygonsOf).filter(isNear);
  const shore = pathOf(own);
  return { norway: thinned(shore, 0.25), coarse: thinned(shore, 0.9), neighbours: thinned(pathOf(others), 1) };
}

/** Svalbard, Jan Mayen and Bouvet Island are not municipalities. */
function isMainland(polygon: Position[][]): boolean {
  const [longitude = 0, latitude = 0] = polygon[0]?.[0] ?? [];
  return latitude > 57 && latitude < 72 && longitude > 3;
}

function isNear(polygon: Position[][]): boolean {
  return (polygon[0] ?? []).some(([longitude = 0, latitude = 0]) => longitude > -12 && longitude < 48 && latitude > 52 && latitude < 76);
}

function pathOf(coordinates: MultiPolygon['coordinates']): string {
  const projection = norwayProjection()
    .clipExtent([
      [-surroundings, -surroundings],
      [drawing.width + surroundings, drawing.height + surroundings],
    ])
    .precision(0.3);
  return geoPath(projection).digits(1)({ type: 'MultiPolygon', coordinates }) ?? '';
}

/** Corners nearer to the last one kept than this are left out, and rings that are no larger: nobody sees them. */
function thinned(path: string, least: number): string {
  const rings = path.split('Z').flatMap((ring) => {
    const kept: (readonly [number, number])[] = [];
    for (const corner of ring.slice(1).split('L')) {
      const [x = 0, y = 0] = corner.split(',').map(Number);
      const last = kept.at(-1);
      if (!last || Math.hypot(last[0] - x, last[1] - y) >= least) kept.push([x, y]);
    }
    return kept.length > 2 ? [`M${kept.map((corner) => corner.join()).join('L')}Z`] : [];
  });
  return rings.join('');
}

/** Municipalities with their numbers over time, as core reads them from `reference/municipalities`. */
function geography() {
  const folder = join(import.meta.dirname, '../../reference/municipalities');
  // Files of the repository, checked by the server's tests.
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { municipalities, changes } = geographyOf({
    at2021: read('2021-12-31.json').municipalities,
    at2024: read('2024-01-01.json').municipalities,
    changes: read('changes-2012-2020.json').changes,
  });
  return { municipalities, changes };
}
