import type { Pool } from './database.ts';

/** The name to show for a staff id; the id itself where there is none (system parts, staff of other places). */
export type StaffNames = (staffId: string) => string;

/** Names change seldom and are shown on every row: read at most every 10 s. */
export function staffNames(pool: Pool): () => Promise<StaffNames> {
  let known: ReadonlyMap<string, string> = new Map();
  let readAt = 0;
  return async () => {
    if (Date.now() - readAt > 10_000) {
      const result = await pool.query<{ staff_id: string; name: string }>('select staff_id, name from organisation.staff');
      known = new Map(result.rows.map((row) => [row.staff_id, row.name]));
      readAt = Date.now();
    }
    return (staffId) => known.get(staffId) ?? staffId;
  };
}
