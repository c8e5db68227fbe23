/** A point in the units of the drawing. */
export type Point = readonly [x: number, y: number];

/**
 * The part of the box that is nearer to each point than to any other (its Voronoi cell), as corners in order. Each cell is the box, cut by
 * the line midway to every neighbour, nearest first; cutting ends when the next neighbour is too far away to reach the cell.
 */
export function cellsOf(points: readonly Point[], box: { readonly width: number; readonly height: number }): readonly (readonly Point[])[] {
  const corners: readonly Point[] = [
    [0, 0],
    [box.width, 0],
    [box.width, box.height],
    [0, box.height],
  ];
  return points.map((point) => {
    const others = points
      .filter((other) => other !== point)
      .map((other) => ({ other, distance: distanceOf(point, other) }))
      .filter(({ distance }) => distance > 0)
      .toSorted((a, b) => a.distance - b.distance);
    let cell = corners;
    for (const { other, distance } of others) {
      if (distance / 2 > Math.max(...cell.map((corner) => distanceOf(point, corner)))) break;
      cell = cut(cell, point, other);
    }
    return cell;
  });
}

function distanceOf(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** The part of a convex polygon that is nearer to `own` than to `other`. */
function cut(polygon: readonly Point[], own: Point, other: Point): readonly Point[] {
  const [dx, dy] = [other[0] - own[0], other[1] - own[1]];
  const middle: Point = [(own[0] + other[0]) / 2, (own[1] + other[1]) / 2];
  /** Negative on the side of `own`. */
  const side = (point: Point) => (point[0] - middle[0]) * dx + (point[1] - middle[1]) * dy;
  return polygon.flatMap((point, i) => {
    // The polygon is closed: after the last comes the first.
    const next = polygon[(i + 1) % polygon.length] as Point;
    const [here, there] = [side(point), side(next)];
    const kept: Point[] = here <= 0 ? [point] : [];
    if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
      const part = here / (here - there);
      kept.push([point[0] + part * (next[0] - point[0]), point[1] + part * (next[1] - point[1])]);
    }
    return kept;
  });
}

export function pathOf(ring: readonly Point[]): string {
  return ring.length === 0 ? '' : `M${ring.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The point that an arrow key moves to: the nearest one within 45° to either side of the direction; none: it stays. */
export function neighbourOf(points: readonly Point[], from: number, direction: Direction): number {
  const start = points[from];
  if (!start) return from;
  const [ux, uy] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction] as [number, number];
  let best = from;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [i, [x, y]] of points.entries()) {
    const [dx, dy] = [x - start[0], y - start[1]];
    const along = dx * ux + dy * uy;
    const across = Math.abs(dx * uy - dy * ux);
    if (i === from || along <= 0 || across > along) continue;
    const distance = along + 2 * across;
    if (distance < bestDistance) [best, bestDistance] = [i, distance];
  }
  return best;
}
