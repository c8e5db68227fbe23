import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type BoundaryRefusal, readBoundaries } from './boundaries/read-boundaries.ts';
import { replaceBoundaries } from './boundaries/store.ts';
import { fail, runCommand, standingPath, withDatabase } from './command.ts';
import { sha256 } from './list-content.ts';
import { readText } from './read-limited.ts';

/** `npm run import:boundaries -- FILE`: the operator's own boundaries of municipalities, which then draw the map and locate exactly. */
const usage = 'Bruk: npm run import:boundaries -- FIL.topojson (eller .geojson; kommuner i grader, EPSG:4258 eller 4326)';
const mostBytes = 60_000_000;

await runCommand(usage, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) return fail(usage);
  const read = await readText(standingPath(path), mostBytes);
  if (read === 'too-large') return fail(refusalText({ code: 'too-large' }));
  if (read === 'not-utf-8') return fail(refusalText({ code: 'not-json' }));
  const parsed = readBoundaries(read.text);
  if (!parsed.accepted) return fail(refusalText(parsed.refusal));
  const { boundaries } = parsed;
  return withDatabase(async (pool) => {
    const changed = await replaceBoundaries(pool, { name: basename(path), sha256: sha256(read.bytes) }, boundaries);
    console.log(
      changed
        ? `${boundaries.length} kommuner er lest inn. Kartet tegnes etter dem, og posisjoner finnes nøyaktig.`
        : `Filen var lest inn fra før (${boundaries.length} kommuner); ingenting er endret.`,
    );
    return 0;
  });
});

function refusalText({ code, area, number }: BoundaryRefusal): string {
  const which = `Område ${area ?? '?'}${number === undefined ? '' : ` (${number})`}`;
  const texts: Readonly<Record<BoundaryRefusal['code'], string>> = {
    'too-large': `Filen er for stor: høyst ${mostBytes / 1_000_000} MB. Bruk en forenklet utgave.`,
    'not-json': 'Filen kunne ikke leses som JSON i UTF-8. Kontroller at den er hel.',
    'other-format': 'Filen er verken TopoJSON (Topology) eller GeoJSON (FeatureCollection) med områder.',
    'no-number': `${which} har ikke kommunenummer med fire siffer (kommunenummer, kommunenr, number eller id).`,
    'not-an-area': `${which} er ikke en flate (Polygon eller MultiPolygon).`,
    'broken-ring': `${which} har en grense som ikke henger sammen.`,
    'not-degrees': `${which} har koordinater utenfor Norge. Filen må være i grader (EPSG:4258 eller 4326), ikke i meter.`,
    'number-twice': `${which} står to ganger.`,
  };
  return `${texts[code]} Ingenting er lest inn.`;
}
