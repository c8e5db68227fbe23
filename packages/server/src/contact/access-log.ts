import type { AccessLogEntry } from '@vakthavende/contract/contact';
import type { OpenedContact } from '@vakthavende/core/contact';
import { contactUnits } from '@vakthavende/core/contact';
import { type Instant, instant, type LocalDate, osloDay } from '@vakthavende/core/kernel';
import type { Pool } from '../platform/database.ts';
import { type Sealer, sealValue, unsealValue } from '../platform/seal.ts';
import type { StaffNames } from '../platform/staff-names.ts';

export interface Access {
  readonly staffId: string;
  readonly contact: OpenedContact;
  readonly kind: AccessLogEntry['kind'];
  readonly purpose: string;
  readonly reason?: string | undefined;
}

/** Writes that somebody opened a contact, before it is shown. The reason can name people, and is sealed with the patient's key. */
export async function logAccess(pool: Pool, sealer: Sealer, access: Access): Promise<void> {
  const { contact, reason } = access;
  const subject = contact.personId;
  const sealed = reason === undefined ? null : await sealReason(pool, sealer, { subject, reason, contactId: contact.contactId });
  await pool.query(
    'insert into contact.access_log (staff_id, contact_id, units, kind, purpose, sealed, subject) values ($1, $2, $3, $4, $5, $6, $7)',
    [access.staffId, contact.contactId, contactUnits(contact), access.kind, access.purpose, sealed, sealed === null ? null : subject],
  );
}

/** A screen that shows a contact asks again when it changes: that is the same opening, while it is no older than this. */
export const sameOpeningMinutes = 30;

export async function hasOpenedLately(
  pool: Pool,
  access: Pick<Access, 'staffId' | 'purpose'> & { readonly contactId: string },
): Promise<boolean> {
  const result = await pool.query(
    `select 1 from contact.access_log where contact_id = $1 and staff_id = $2 and purpose = $3 and at > now() - make_interval(mins => ${sameOpeningMinutes}) limit 1`,
    [access.contactId, access.staffId, access.purpose],
  );
  return result.rowCount === 1;
}

/**
 * A search shows who and why of each contact it finds. A screen asks again for every call, so a contact that the same person's searches have
 * shown lately is not written again.
 */
export async function logSearch(
  pool: Pool,
  staffId: string,
  found: readonly { readonly contact_id: string; readonly units: readonly string[] }[],
): Promise<void> {
  if (found.length === 0) return;
  await pool.query(
    `insert into contact.access_log (staff_id, contact_id, units, kind, purpose)
     select $1, x.contact_id, x.units, 'searched', 'search' from jsonb_to_recordset($2::jsonb) as x(contact_id text, units text[])
     where not exists (select 1 from contact.access_log l where l.contact_id = x.contact_id and l.staff_id = $1 and l.kind = 'searched'
       and l.at > now() - make_interval(mins => ${sameOpeningMinutes}))`,
    [staffId, JSON.stringify(found.map(({ contact_id, units }) => ({ contact_id, units })))],
  );
}

/** Every contact has sealed something with its person's key from its first event on; erased keys leave nothing to seal with. */
async function sealReason(
  pool: Pool,
  sealer: Sealer,
  what: { readonly subject: string; readonly reason: string; readonly contactId: string },
): Promise<string | null> {
  const found = await pool.query<{ wrapped: string | null }>('select wrapped from keys.subject_key where subject = $1', [what.subject]);
  const wrapped = found.rows[0]?.wrapped;
  return wrapped ? sealValue(sealer.unwrap(wrapped), what.reason, logPlace(what.contactId)) : null;
}

const logPlace = (contactId: string) => `contact:${contactId} access`;
const pageSize = 500;

export interface LogQuery {
  readonly unit: string;
  /** Undefined: all openings, without searches. */
  readonly kind: AccessLogEntry['kind'] | undefined;
  readonly day: LocalDate | undefined;
  readonly contactId: string | undefined;
  readonly staffId: string | undefined;
}

export async function accessLog(
  pool: Pool,
  query: LogQuery,
  open: { readonly sealer: Sealer; readonly names: StaffNames },
): Promise<{ readonly rows: AccessLogEntry[]; readonly more: boolean }> {
  const span = query.day === undefined ? undefined : osloDay(query.day);
  const result = await pool.query<{
    at: Date;
    staff_id: string;
    contact_id: string;
    kind: AccessLogEntry['kind'];
    purpose: string;
    sealed: string | null;
    wrapped: string | null;
  }>(
    `select l.at, l.staff_id, l.contact_id, l.kind, l.purpose, l.sealed, k.wrapped from contact.access_log l
     left join keys.subject_key k on k.subject = l.subject and k.state = 'active'
     where l.units @> array[$1] and ($2::timestamptz is null or l.at >= $2 and l.at < $3) and ($4::text is null or l.contact_id = $4)
       and ($5::text is null or l.staff_id = $5) and (l.kind = $6 or $6::text is null and l.kind <> 'searched') order by l.at desc, l.id desc limit ${pageSize + 1}`,
    [
      query.unit,
      span ? date(span.from) : null,
      span ? date(span.to) : null,
      query.contactId ?? null,
      query.staffId ?? null,
      query.kind ?? null,
    ],
  );
  const rows = result.rows.slice(0, pageSize).map((row) => ({
    at: instant(row.at.getTime()),
    staffId: row.staff_id,
    name: open.names(row.staff_id),
    contactId: row.contact_id,
    kind: row.kind,
    purpose: row.purpose,
    ...(row.sealed && row.wrapped
      ? { reason: String(unsealValue(open.sealer.unwrap(row.wrapped), row.sealed, logPlace(row.contact_id))) }
      : {}),
  }));
  return { rows, more: result.rows.length > pageSize };
}

const date = (at: Instant) => new Date(at).toISOString();
