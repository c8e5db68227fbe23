import type { Boundary } from './read-boundaries.ts';
import type { Polygon, Ring } from './topojson.ts';

/** Finds the municipality of a coordinate. */
export type Locate = (longitude: number, latitude: number) => string | undefined;

interface Boxed {
  readonly number: string;
  readonly polygon: Polygon;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Boxes first: a point lies in a handful of 357 boxes, and only their rings are walked. */
export function locator(boundaries: readonly Boundary[]): Locate {
  const boxed = boundaries.flatMap(({ number, polygons }) => polygons.map((polygon) => box(number, polygon)));
  return (longitude, latitude) =>
    boxed.find(
      ({ polygon, west, east, south, north }) =>
        west <= longitude && longitude <= east && south <= latitude && latitude <= north && isInside(polygon, longitude, latitude),
    )?.number;
}

function box(number: string, polygon: Polygon): Boxed {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of polygon[0] ?? []) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { number, polygon, west, east, south, north };
}

/** In the outer ring and in no hole. */
function isInside([outer, ...holes]: Polygon, x: number, y: number): boolean {
  return outer !== undefined && crosses(outer, x, y) && !holes.some((hole) => crosses(hole, x, y));
}

/** A ray to the east crosses the ring an odd number of times. */
function crosses(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    // i - 1 and i are inside the array.
    const [x1, y1] = ring[i - 1] as readonly [number, number];
    const [x2, y2] = ring[i] as readonly [number, number];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
