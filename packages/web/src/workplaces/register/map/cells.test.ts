import { describe, expect, it } from 'vitest';
import { cellsOf, neighbourOf, type Point, pathOf } from './cells.ts';

const box = { width: 100, height: 100 };

function area(ring: readonly Point[]): number {
  return Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length] ?? [0, 0];
      return sum + x * ny - nx * y;
    }, 0) / 2,
  );
}

/** The same points every run, spread without a pattern. */
function scattered(count: number): readonly Point[] {
  let seed = 7;
  const next = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return (seed / 2_147_483_647) * 100;
  };
  return Array.from({ length: count }, () => [next(), next()] as const);
}

describe('cells around points', () => {
  it('one point has the whole box', () => {
    expect(area(cellsOf([[20, 30]], box)[0] ?? [])).toBe(10_000);
  });

  it('two points share it along the line midway', () => {
    const [left, right] = cellsOf(
      [
        [20, 50],
        [60, 50],
      ],
      box,
    );
    expect(area(left ?? [])).toBeCloseTo(4_000);
    expect(area(right ?? [])).toBeCloseTo(6_000);
  });

  it('fill the box once, and each place in it lies in the cell of its nearest point', () => {
    const points = scattered(120);
    const cells = cellsOf(points, box);
    expect(cells.reduce((sum, cell) => sum + area(cell), 0)).toBeCloseTo(10_000);
    for (const place of scattered(400)) {
      const nearest = points
        .map((point, i) => [Math.hypot(point[0] - place[0], point[1] - place[1]), i] as const)
        .toSorted((a, b) => a[0] - b[0])[0]?.[1];
      const inside = cells.findIndex((cell) => isInside(cell, place));
      expect(inside).toBe(nearest);
    }
  });

  it('two points at the same place have the same cell, and neither is cut away', () => {
    const cells = cellsOf(
      [
        [20, 50],
        [20, 50],
        [60, 50],
      ],
      box,
    );
    expect(cells.map((cell) => Math.round(area(cell)))).toEqual([4_000, 4_000, 6_000]);
  });

  it('no corners make no path', () => {
    expect(pathOf([])).toBe('');
  });
});

describe('an arrow key on the map', () => {
  const points: readonly Point[] = [
    [50, 50],
    [80, 52],
    [60, 20],
    [10, 50],
  ];

  it.each([
    ['right', 1],
    ['up', 2],
    ['left', 3],
    ['down', 0],
  ] as const)('%s goes to the nearest that way, and stays where there is none', (direction, to) => {
    expect(neighbourOf(points, 0, direction)).toBe(to);
  });
});

/** Convex, corners clockwise on the screen. */
function isInside(ring: readonly Point[], [px, py]: Point): boolean {
  return ring.every(([x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [0, 0];
    return (nx - x) * (py - y) - (ny - y) * (px - x) >= -1e-9;
  });
}
