import type { Point } from './cells.ts';
import { drawing } from './projection.ts';

/** The part of the drawing that is shown. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const whole: ViewBox = { x: 0, y: 0, ...drawing };
const closest = 24;

export function scaleOf(box: ViewBox): number {
  return drawing.width / box.width;
}

/** @param factor over 1 shows less, larger; around the point, or the middle. */
export function zoomed(box: ViewBox, factor: number, around: Point = [box.x + box.width / 2, box.y + box.height / 2]): ViewBox {
  const scale = Math.min(closest, Math.max(1, scaleOf(box) * factor));
  const [width, height] = [drawing.width / scale, drawing.height / scale];
  const [px, py] = [(around[0] - box.x) / box.width, (around[1] - box.y) / box.height];
  return inside({ x: around[0] - px * width, y: around[1] - py * height, width, height });
}

export function moved(box: ViewBox, dx: number, dy: number): ViewBox {
  return inside({ ...box, x: box.x + dx, y: box.y + dy });
}

/** The least part that holds the points with some room around; all of it where there are none. */
export function around(points: readonly Point[]): ViewBox {
  if (points.length === 0) return whole;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(10, drawing.width / (right - left + 60), drawing.height / (bottom - top + 60));
  const [width, height] = [drawing.width / Math.max(1, scale), drawing.height / Math.max(1, scale)];
  return inside({ x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height });
}

/** Moved so that the point is inside, where it is not. */
export function showing(box: ViewBox, [x, y]: Point): ViewBox {
  const inX = x > box.x && x < box.x + box.width;
  const inY = y > box.y && y < box.y + box.height;
  return inX && inY ? box : inside({ ...box, x: x - box.width / 2, y: y - box.height / 2 });
}

function inside(box: ViewBox): ViewBox {
  return {
    ...box,
    x: Math.min(Math.max(box.x, 0), drawing.width - box.width),
    y: Math.min(Math.max(box.y, 0), drawing.height - box.height),
  };
}
