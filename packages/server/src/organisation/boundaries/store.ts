import type { Pool } from '../../platform/database.ts';
import { transaction } from '../../platform/database.ts';
import { type Locate, locator } from './locate.ts';
import type { Boundary } from './read-boundaries.ts';
import type { Polygon } from './topojson.ts';

export interface StoredBoundaries {
  readonly source: string | undefined;
  readonly loadedAt: Date | undefined;
  readonly boundaries: readonly Boundary[];
  readonly locate: Locate;
}

/** All of the file's boundaries in place of those that were there; staged rows, one short transaction. */
export async function replaceBoundaries(
  pool: Pool,
  file: { readonly name: string; readonly sha256: string },
  boundaries: readonly Boundary[],
): Promise<boolean> {
  const { rows } = await pool.query<{ file_sha256: string }>('select file_sha256 from register.boundary_file');
  if (rows[0]?.file_sha256 === file.sha256) return false;
  await transaction(pool, async (client) => {
    await client.query(`set local transaction_timeout = '30s'`);
    await client.query('delete from register.boundary');
    await client.query(
      `insert into register.boundary (number, name, polygons)
       select number, name, polygons from jsonb_to_recordset($1::jsonb) as b(number text, name text, polygons jsonb)`,
      [JSON.stringify(boundaries)],
    );
    await client.query(
      `insert into register.boundary_file (source_name, file_sha256) values ($1, $2)
       on conflict (one) do update set source_name = excluded.source_name, file_sha256 = excluded.file_sha256, loaded_at = now()`,
      [file.name, file.sha256],
    );
  });
  return true;
}

/** The boundaries in memory; looked at again at most once a minute, read again only when another file is there. */
export function createBoundaries(pool: Pool): () => Promise<StoredBoundaries> {
  let held: { readonly sha256: string | undefined; readonly stored: StoredBoundaries } | undefined;
  let lookAgainAt = 0;
  return async () => {
    if (held && Date.now() < lookAgainAt) return held.stored;
    const { rows } = await pool.query<{ source_name: string; file_sha256: string; loaded_at: Date }>(
      'select source_name, file_sha256, loaded_at from register.boundary_file',
    );
    const [file] = rows;
    lookAgainAt = Date.now() + 10_000;
    if (held && held.sha256 === file?.file_sha256) return held.stored;
    const boundaries = file ? await readBoundaries(pool) : [];
    const stored = { source: file?.source_name, loadedAt: file?.loaded_at, boundaries, locate: locator(boundaries) };
    held = { sha256: file?.file_sha256, stored };
    return stored;
  };
}

async function readBoundaries(pool: Pool): Promise<readonly Boundary[]> {
  const { rows } = await pool.query<{ number: string; name: string | null; polygons: readonly Polygon[] }>(
    'select number, name, polygons from register.boundary order by number',
  );
  return rows.map(({ number, name, polygons }) => ({ number, name: name ?? undefined, polygons }));
}
