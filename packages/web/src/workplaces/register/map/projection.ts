import { type GeoProjection, geoTransverseMercator } from 'd3-geo';

/** The drawing: Norway's mainland with a margin. One unit is about 1.8 km. */
export const drawing = { width: 860, height: 1010 } as const;

/**
 * The map's projection, from [longitude, latitude] to the drawing's units: transverse Mercator on 15° E, as UTM 33 that the authorities draw
 * the whole country in. The same at build time (the coast) and in the browser (municipalities), so that they fit each other.
 */
export function norwayProjection(): GeoProjection {
  return geoTransverseMercator()
    .rotate([-15, 0])
    .fitExtent(
      [
        [16, 16],
        [drawing.width - 16, drawing.height - 16],
      ],
      { type: 'MultiPoint', coordinates: corners },
    );
}

/** What is drawn around it, so that there is no edge to see however the frame is shaped. */
export const surroundings = 500;

/** Outermost points of the mainland: Lindesnes, Vardø, Knivskjellodden, Stadlandet, and the outermost isles in the west. */
const corners: [number, number][] = [
  [7.05, 57.96],
  [31.17, 70.37],
  [25.68, 71.19],
  [4.5, 61.05],
  [4.83, 60.0],
  [28.2, 71.1],
  [30.95, 69.55],
];
