import { describe, expect, it } from 'vitest';
import { locator } from './locate.ts';
import { readBoundaries } from './read-boundaries.ts';

const square = (x: number, y: number) => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];
const geoJson = (features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (kommunenummer: string | number, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { kommunenummer, navn: 'A' },
  geometry: { type, coordinates },
});

/** Two squares that share an edge, arc 1 walked one way by the first and the other way by the second; quantised. */
const topology = JSON.stringify({
  type: 'Topology',
  transform: { scale: [0.1, 0.1], translate: [10, 60] },
  arcs: [
    [
      [10, 0],
      [-10, 0],
      [0, 10],
      [10, 0],
    ],
    [
      [10, 10],
      [0, -10],
    ],
    [
      [10, 10],
      [10, 0],
      [0, -10],
      [-10, 0],
    ],
  ],
  objects: {
    k: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { kommunenummer: '0301' } },
        { type: 'Polygon', arcs: [[2, -2]], properties: { id: 4601 } },
      ],
    },
  },
});

describe('boundaries of municipalities', () => {
  it('are read from GeoJSON, with 301 for 0301, holes, and several polygons', () => {
    const read = readBoundaries(
      geoJson([
        feature(301, [square(10, 60), square(10.4, 60.4).map(([x = 0, y = 0]) => [(x - 10.4) * 0.2 + 10.4, (y - 60.4) * 0.2 + 60.4])]),
        feature('4601', [[square(5, 60)], [square(7, 60)]], 'MultiPolygon'),
      ]),
    );
    if (!read.accepted) throw new Error(read.refusal.code);
    const locate = locator(read.boundaries);
    expect([locate(10.1, 60.1), locate(10.5, 60.5), locate(5.5, 60.5), locate(7.5, 60.5), locate(6.5, 60.5)]).toEqual([
      '0301',
      undefined,
      '4601',
      '4601',
      undefined,
    ]);
  });

  it('are read from quantised TopoJSON, where neighbours share an arc', () => {
    const read = readBoundaries(topology);
    if (!read.accepted) throw new Error(read.refusal.code);
    const locate = locator(read.boundaries);
    expect([locate(10.5, 60.5), locate(11.5, 60.5), locate(12.5, 60.5)]).toEqual(['0301', '4601', undefined]);
  });

  it.each([
    ['[1', 'not-json'],
    ['{"a":1}', 'other-format'],
    [geoJson([feature('abc', [square(10, 60)])]), 'no-number'],
    [geoJson([feature('0301', [square(500_000, 6_600_000)])]), 'not-degrees'],
    [geoJson([feature('0301', [square(10, 60)]), feature('0301', [square(11, 60)])]), 'number-twice'],
    [geoJson([feature('0301', [10, 60], 'Point')]), 'not-an-area'],
    [topology.replace('[0,1]', '[0,9]'), 'broken-ring'],
  ])('%.60s is refused: %s', (text, code) => {
    expect(readBoundaries(text)).toMatchObject({ accepted: false, refusal: { code } });
  });
});
