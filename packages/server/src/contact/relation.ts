import { type Contact, contactUnits } from '@vakthavende/core/contact';
import { type Instant, instant } from '@vakthavende/core/kernel';
import { type Capability, can, type Staff } from '@vakthavende/core/organisation';
import type { Pool } from '../platform/database.ts';
import { Refused } from '../platform/problems.ts';

/** How long the emergency door stays open for the one who opened it. */
const emergencyHours = 4;

/**
 * Allowed by role and by relation: a unit of the contact is one of theirs, they were paged for it, or they have opened the emergency door.
 * The last is asked of the database only when the others say no.
 */
export async function allowOnContact(
  pool: Pool,
  staff: Staff,
  to: { readonly capability: Capability; readonly contact: Contact },
): Promise<void> {
  const { capability, contact } = to;
  if (contact.status === 'none') throw new Refused({ code: 'contact-unknown' });
  if (can(staff, capability, contactUnits(contact))) return;
  if (!can(staff, capability)) throw new Refused({ code: 'not-allowed', field: 'unit' });
  if (wasPaged(contact, staff.staffId)) return;
  if (await hasEmergencyAccess(pool, { contactId: contact.contactId, staffId: staff.staffId })) return;
  throw new Refused({ code: 'contact-of-other-unit', field: 'unit' });
}

function wasPaged(contact: Contact, staffId: string): boolean {
  if (contact.status === 'none') return false;
  const now = 'pages' in contact.paging ? contact.paging.pages : [];
  return [...contact.earlierPages, ...now].some((page) => page.staffId === staffId);
}

/** Answers until when, by the database's clock, which is the one that it is held against. */
export async function openDoor(pool: Pool, who: { readonly contactId: string; readonly staffId: string }): Promise<Instant> {
  const result = await pool.query<{ until: Date }>(
    `insert into contact.emergency_access (contact_id, staff_id, until) values ($1, $2, now() + make_interval(hours => ${emergencyHours}))
     on conflict (contact_id, staff_id) do update set until = excluded.until returning until`,
    [who.contactId, who.staffId],
  );
  // An insert that updates on conflict always returns its row.
  return instant((result.rows[0] as { readonly until: Date }).until.getTime());
}

export async function hasEmergencyAccess(pool: Pool, who: { readonly contactId: string; readonly staffId: string }): Promise<boolean> {
  const result = await pool.query('select 1 from contact.emergency_access where contact_id = $1 and staff_id = $2 and until > now()', [
    who.contactId,
    who.staffId,
  ]);
  return result.rowCount === 1;
}
