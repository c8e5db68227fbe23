import { type Capability, capabilities } from '@vakthavende/core/organisation';
import type pg from 'pg';

export interface StaffMember {
  readonly staffId: string;
  readonly name: string;
  readonly title: string;
  readonly phone?: string | undefined;
}

/** Those who have the capability at the unit now, by name: another context's question of who works here. */
export async function staffWith(pool: pg.Pool, capability: Capability, unit: string): Promise<readonly StaffMember[]> {
  const { rows } = await pool.query<{ staff_id: string; name: string; title: string; phone: string | null }>({
    name: 'staff-with',
    text: `select staff_id, name, title, phone from organisation.staff
      where blocked_at is null and exists (
        select 1 from organisation.assignment held
        where held.staff_id = staff.staff_id and held.role = any($1) and held.unit in ($2, 'national')
          and held.valid_from <= now() and (held.valid_to is null or now() < held.valid_to))
      order by name, staff_id`,
    values: [capabilities[capability], unit],
  });
  return rows.map(({ staff_id, name, title, phone }) => ({ staffId: staff_id, name, title, ...(phone === null ? {} : { phone }) }));
}
