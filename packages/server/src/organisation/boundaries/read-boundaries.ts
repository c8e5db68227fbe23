import { z } from 'zod';
import { decodeArcs, type Polygon, type Ring, ringOf, Topology } from './topojson.ts';

export interface Boundary {
  /** Municipality number. */
  readonly number: string;
  readonly name: string | undefined;
  readonly polygons: readonly Polygon[];
}

/** Why a file is refused; nothing of it is stored then. `area` counts from 1 in the file. */
export interface BoundaryRefusal {
  readonly code: 'not-json' | 'other-format' | 'no-number' | 'not-an-area' | 'broken-ring' | 'not-degrees' | 'number-twice' | 'too-large';
  readonly area?: number;
  readonly number?: string;
}

export type ReadBoundaries =
  | { readonly accepted: true; readonly boundaries: readonly Boundary[] }
  | { readonly accepted: false; readonly refusal: BoundaryRefusal };

const LinearRing = z.array(z.array(z.number()).min(2)).min(4);
const Feature = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: z.array(LinearRing).min(1) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(LinearRing).min(1)).min(1) }),
  ]),
});
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) });

/** What Kartverket and those who pass its data on call the number. */
const numberKeys = ['kommunenummer', 'Kommunenummer', 'kommunenr', 'KOMMUNENR', 'komm', 'number', 'id'] as const;
const nameKeys = ['kommunenavn', 'Kommunenavn', 'navn', 'name'] as const;

/** Municipalities of a TopoJSON or GeoJSON file in degrees (EPSG:4258 or 4326), all or none. */
export function readBoundaries(text: string): ReadBoundaries {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return refused({ code: 'not-json' });
  }
  const topology = Topology.safeParse(value);
  if (topology.success) return collect(areasOfTopology(topology.data));
  const collection = Collection.safeParse(value);
  if (collection.success) return collect(collection.data.features.map(areaOfFeature));
  return refused({ code: 'other-format' });
}

interface Area {
  readonly properties: Readonly<Record<string, unknown>>;
  /** A code where the geometry could not be read. */
  readonly polygons: readonly Polygon[] | 'not-an-area' | 'broken-ring';
}

function refused(refusal: BoundaryRefusal): ReadBoundaries {
  return { accepted: false, refusal };
}

function areasOfTopology(topology: Topology): readonly Area[] {
  const arcs = decodeArcs(topology);
  const geometries = Object.values(topology.objects).flatMap((object) => object.geometries ?? []);
  return geometries.map(({ type, arcs: indexes, properties = {} }) => {
    if ((type !== 'Polygon' && type !== 'MultiPolygon') || !indexes) return { properties, polygons: 'not-an-area' };
    // The type tells the depth; the schema allows both.
    const parts = (type === 'Polygon' ? [indexes] : indexes) as readonly (readonly (readonly number[])[])[];
    const polygons: Ring[][] = [];
    for (const part of parts) {
      const rings = part.map((ring) => ringOf(ring, arcs));
      if (!rings.every((ring) => ring !== undefined && ring.length >= 4)) return { properties, polygons: 'broken-ring' };
      polygons.push(rings.filter((ring) => ring !== undefined));
    }
    return { properties, polygons };
  });
}

function areaOfFeature(value: unknown): Area {
  const feature = Feature.safeParse(value);
  if (!feature.success) return { properties: {}, polygons: 'not-an-area' };
  const { geometry, properties } = feature.data;
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  // Two numbers by the schema; heights are left out.
  const polygons = parts.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x as number, y as number] as const)));
  return { properties: properties ?? {}, polygons };
}

function collect(areas: readonly Area[]): ReadBoundaries {
  const boundaries = new Map<string, Boundary>();
  for (const [i, { properties, polygons }] of areas.entries()) {
    const area = i + 1;
    if (typeof polygons === 'string') return refused({ code: polygons, area });
    const number = numberOf(properties);
    if (number === undefined) return refused({ code: 'no-number', area });
    if (boundaries.has(number)) return refused({ code: 'number-twice', area, number });
    if (!polygons.every((polygon) => polygon.every(isClosedInDegrees))) return refused({ code: 'not-degrees', area, number });
    const name = nameKeys.map((key) => properties[key]).find((value) => typeof value === 'string');
    boundaries.set(number, { number, name: typeof name === 'string' ? name : undefined, polygons });
  }
  return boundaries.size === 0 ? refused({ code: 'other-format' }) : { accepted: true, boundaries: [...boundaries.values()] };
}

/** Some files have 301 for Oslo's 0301. */
function numberOf(properties: Readonly<Record<string, unknown>>): string | undefined {
  const value = numberKeys.map((key) => properties[key]).find((each) => each !== undefined && each !== null);
  const text = String(value ?? '').padStart(4, '0');
  return /^\d{4}$/.test(text) ? text : undefined;
}

/** Norway with Svalbard, Jan Mayen and its waters: a file in metres (UTM 33) lies far outside. */
function isClosedInDegrees(ring: Ring): boolean {
  return ring.every(([x, y]) => x > -15 && x < 45 && y > 55 && y < 85);
}
