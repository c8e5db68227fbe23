import { z } from 'zod';

/** Longitude and latitude, degrees. */
export type Point = readonly [longitude: number, latitude: number];
/** Closed: the last point is the first again. */
export type Ring = readonly Point[];
/** The outer ring, then the holes. */
export type Polygon = readonly Ring[];

const Position = z.array(z.number()).min(2);
const ArcIndex = z.number().int();

/** The part of TopoJSON that areas use (topojson-specification 1.0); other geometries are left to be refused by name. */
export const Topology = z.object({
  type: z.literal('Topology'),
  transform: z.object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }).optional(),
  arcs: z.array(z.array(Position).min(2)),
  objects: z.record(
    z.string(),
    z.object({
      type: z.string(),
      geometries: z
        .array(
          z.object({
            type: z.string().nullable(),
            arcs: z.union([z.array(z.array(ArcIndex)), z.array(z.array(z.array(ArcIndex)))]).optional(),
            properties: z.record(z.string(), z.unknown()).optional(),
          }),
        )
        .optional(),
    }),
  ),
});
export type Topology = z.output<typeof Topology>;

/** The shared arcs as points in degrees: quantised ones are differences from point to point. */
export function decodeArcs({ arcs, transform }: Topology): readonly (readonly Point[])[] {
  if (!transform) return arcs.map((arc) => arc.map(pointOf));
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map((step): Point => {
      const [dx, dy] = pointOf(step);
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

function pointOf(position: readonly number[]): Point {
  // The schema asks for two.
  return [position[0] as number, position[1] as number];
}

/** One ring of arcs end to end; `~i` is arc i the other way. Undefined when an arc is not there or the ends do not meet. */
export function ringOf(indexes: readonly number[], arcs: readonly (readonly Point[])[]): Ring | undefined {
  const ring: Point[] = [];
  for (const index of indexes) {
    const arc = index < 0 ? arcs[~index]?.toReversed() : arcs[index];
    const [first] = arc ?? [];
    if (!arc || !first) return undefined;
    const last = ring.at(-1);
    if (last && (last[0] !== first[0] || last[1] !== first[1])) return undefined;
    ring.push(...(last ? arc.slice(1) : arc));
  }
  return ring;
}
