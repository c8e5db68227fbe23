import type { Role, Staff } from '@vakthavende/core/organisation';
import type pg from 'pg';
import type { Directory, LoginIdentity } from '../platform/login/index.ts';

export interface StaffDirectoryOptions {
  /** The keyed hash under which national identity numbers are filed. Without it nobody is found by one. */
  readonly hashNationalId?: (nationalId: string) => string;
}

/** Answers the login's questions from the tables of staff. */
export function staffDirectory(pool: pg.Pool, options: StaffDirectoryOptions = {}): Directory<Staff> {
  return {
    staffIdOf: (identity) => findStaffId(pool, identity, options),
    person: (staffId) => readStaff(pool, staffId),
    hasAccess: (staff) => staff.assignments.length > 0,
  };
}

/** The person with the assignments in force now, by the database's clock. Undefined when unknown or shut out. */
export async function readStaff(pool: pg.Pool, staffId: string): Promise<Staff | undefined> {
  const { rows } = await pool.query<{ name: string; role: Role | null; unit: string | null }>({
    name: 'staff-read',
    // The roles are the ones of core: the table's constraint names them.
    text: `select staff.name, held.role, held.unit
           from organisation.staff
           left join organisation.assignment held
             on held.staff_id = staff.staff_id and held.valid_from <= now() and (held.valid_to is null or now() < held.valid_to)
           where staff.staff_id = $1 and staff.blocked_at is null
           order by held.unit, held.role`,
    values: [staffId],
  });
  const first = rows[0];
  if (!first) return undefined;
  return {
    staffId,
    name: first.name,
    assignments: rows.flatMap(({ role, unit }) => (role === null || unit === null ? [] : [{ role, unit }])),
  };
}

/** All that the provider vouches for must point at one and the same person; else nobody is let in on a guess. */
async function findStaffId(pool: pg.Pool, identity: LoginIdentity, options: StaffDirectoryOptions): Promise<string | undefined> {
  const nationalIdHash = identity.nationalId === undefined ? undefined : options.hashNationalId?.(identity.nationalId);
  const { rows } = await pool.query<{ staff_id: string }>(
    `select distinct staff_id from organisation.staff_identity
     where (kind = 'subject' and provider = $1 and value = $2) or (kind = 'hpr' and value = $3) or (kind = 'national-id' and value = $4)`,
    [identity.provider, identity.subject, identity.hprNumber ?? null, nationalIdHash ?? null],
  );
  return rows.length === 1 ? rows[0]?.staff_id : undefined;
}
