import type { ResponseOf } from '@vakthavende/contract/kernel';
import type { getBoundaries } from '@vakthavende/contract/organisation';
import type { LocalDate } from '@vakthavende/core/kernel';
import type { PlaceId, Register } from '@vakthavende/core/organisation';
import { municipalityOn } from '../../../organisation/index.ts';
import { cellsOf, type Point, pathOf } from './cells.ts';
import { drawing, norwayProjection } from './projection.ts';

export type Boundaries = ResponseOf<typeof getBoundaries>;

/** A municipality as it is drawn. */
export interface Shape {
  readonly place: PlaceId;
  readonly name: string;
  readonly centre: Point;
  readonly path: string;
  /** The same with no more corners than can be seen of the whole country: quicker to paint. */
  readonly coarse: string;
}

export interface Shapes {
  readonly shapes: readonly Shape[];
  /** True: the operator's boundaries. False: the land nearer to this municipality's centre than to any other's. */
  readonly exact: boolean;
  /** Municipalities of the day whose position is not known: in the table only. */
  readonly notDrawn: readonly PlaceId[];
}

/** What is drawn of a day's municipalities: the operator's boundaries where they are loaded for that day's numbers, else cells. */
export function shapesOf(
  register: Register,
  {
    date,
    municipalities,
    boundaries,
  }: { readonly date: LocalDate; readonly municipalities: readonly PlaceId[]; readonly boundaries: Boundaries | undefined },
): Shapes {
  const project = norwayProjection();
  const located = municipalities.flatMap((place) => {
    const row = municipalityOn(register, place, date);
    const at = row?.position && project([row.position.longitude, row.position.latitude]);
    return row && at ? [{ place, name: row.name, centre: at }] : [];
  });
  const drawn = new Set(located.map(({ place }) => place));
  const notDrawn = municipalities.filter((place) => !drawn.has(place));
  const outlines = new Map((boundaries?.rows ?? []).map(({ number, polygons }) => [number, outlineOf(polygons, project)]));
  // A boundary file of other years has other numbers: then it does not fit this day.
  const fits = located.filter(({ place }) => outlines.has(place)).length > located.length * 0.9;
  if (fits)
    return { shapes: located.map((row) => ({ ...row, ...(outlines.get(row.place) ?? same(dotOf(row.centre))) })), exact: true, notDrawn };
  const cells = cellsOf(
    located.map(({ centre }) => centre),
    drawing,
  );
  return { shapes: located.map((row, i) => ({ ...row, ...same(pathOf(cells[i] ?? [])) })), exact: false, notDrawn };
}

type Project = ReturnType<typeof norwayProjection>;

type Outline = Pick<Shape, 'path' | 'coarse'>;

function same(path: string): Outline {
  return { path, coarse: path };
}

function outlineOf(polygons: Boundaries['rows'][number]['polygons'], project: Project): Outline {
  const rings = polygons.flat().map((ring) => ring.map((position) => project(position)).filter((point) => point !== null));
  const drawn = (least: number) =>
    rings
      .map((ring) => thinned(ring, least))
      .filter((ring) => ring.length > 2)
      .map(pathOf)
      .join('');
  const path = drawn(0.12);
  // A municipality of small isles only would be gone.
  return { path, coarse: drawn(0.8) || path };
}

/** Points closer than this to the last one kept are left out: more than the drawing can show. */
function thinned(points: readonly Point[], least: number): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || Math.abs(last[0] - point[0]) + Math.abs(last[1] - point[1]) >= least) kept.push(point);
  }
  return kept;
}

function dotOf([x, y]: Point): string {
  return `M${x - 3},${y}a3,3 0 1,0 6,0a3,3 0 1,0 -6,0Z`;
}
