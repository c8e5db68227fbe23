import type { ContactDetail, ContactRow, TimelineEntry } from '@vakthavende/contract/contact';
import { type ContactEvent, isLateEntry, type OpenedContact, type Stamp } from '@vakthavende/core/contact';
import { type Instant, instant, type Recorded } from '@vakthavende/core/kernel';
import type { Pool } from '../platform/database.ts';
import { type Sealer, unsealValue } from '../platform/seal.ts';
import type { StaffNames } from '../platform/staff-names.ts';
import { erasedText, type PlainRow, rowPlace, type SealedRow } from './contact-stream.ts';

export interface StoredRow {
  readonly contact_id: string;
  readonly sequence: number;
  readonly units: readonly string[];
  readonly status: ContactRow['status'];
  readonly plain: PlainRow;
  readonly sealed: string;
  readonly wrapped: string | null;
}

const columns = 'r.contact_id, r.sequence, r.units, r.status, r.plain, r.sealed, k.wrapped';
const withKey = "left join keys.subject_key k on k.subject = r.subject and k.state = 'active'";
// Most that one list shows, and how far back it shows what is closed.
const mostActive = 500;
const mostClosed = 60;

/**
 * A unit's open contacts and those with tasks that remain, oldest first; then the latest closed within 12 hours. Where there are more than a list
 * shows, closed ones with forgotten tasks give way before open ones, and old before new: whoever came just now is always shown.
 */
export async function unitRows(pool: Pool, unit: string, now: Instant): Promise<readonly StoredRow[]> {
  const result = await pool.query<StoredRow>({
    name: 'contact-rows',
    text: `(select ${columns} from (select * from contact.row where active and units @> array[$1]
          order by (status = 'closed'), opened_at desc limit ${mostActive}) r ${withKey} order by r.opened_at)
      union all
      (select ${columns} from contact.row r ${withKey} where not r.active and r.closed_at > $2::timestamptz - interval '12 hours' and r.units @> array[$1]
        order by r.closed_at desc limit ${mostClosed})`,
    values: [unit, new Date(now).toISOString()],
  });
  return result.rows;
}

/** Earlier contacts that carry any of these hashes, newest first; `ids` are contacts that calls from the number led to. */
export async function foundRows(pool: Pool, hashes: readonly string[], ids: readonly string[]): Promise<readonly StoredRow[]> {
  const result = await pool.query<StoredRow>(
    `select ${columns} from contact.row r ${withKey} where r.search && $1::text[] or r.contact_id = any($2::text[]) order by r.opened_at desc limit 50`,
    [hashes, ids],
  );
  return result.rows;
}

export interface Opening {
  readonly sealer: Sealer;
  readonly names: StaffNames;
  /** False: rows without identity and free text. */
  readonly identity: boolean;
}

export function toContactRow(row: StoredRow, opening: Opening): ContactRow {
  const { plain } = row;
  const sealed = opening.identity ? openRow(row, opening.sealer) : undefined;
  // Undefined fields drop out as JSON; times are epoch milliseconds in the column.
  return {
    ...plain,
    contactId: row.contact_id,
    sequence: row.sequence,
    status: row.status,
    openedByName: opening.names(plain.openedBy),
    ...(plain.takenBy === undefined ? {} : { takenByName: opening.names(plain.takenBy) }),
    ...(sealed?.patient === undefined ? {} : { patient: sealed.patient }),
    ...(sealed?.birthDate === undefined ? {} : { birthDate: sealed.birthDate }),
    ...(sealed?.reason === undefined ? {} : { reason: sealed.reason }),
    openTasks: plain.openTasks.map((task) => ({
      ...task,
      ...(sealed?.tasks[task.taskId] === undefined ? {} : { text: sealed.tasks[task.taskId] }),
    })),
    paging: {
      ...plain.paging,
      ...(plain.paging.acknowledgedBy === undefined ? {} : { acknowledgedByName: opening.names(plain.paging.acknowledgedBy) }),
    },
    callIds: [...plain.callIds],
  } as ContactRow;
}

function openRow(row: StoredRow, sealer: Sealer): SealedRow {
  // Nothing is sealed of one whose key is erased or was locked when the row was written.
  if (!row.wrapped || row.sealed === '') return { patient: erasedText, tasks: {} };
  // Sealed by our own projection, so it has that shape.
  return unsealValue(sealer.unwrap(row.wrapped), row.sealed, rowPlace(row.contact_id)) as SealedRow;
}

/** A contact in full from its own stream: every stamp with the name of who. */
export function toDetail(
  row: ContactRow,
  from: { readonly contact: OpenedContact; readonly recorded: readonly Recorded<ContactEvent>[]; readonly names: StaffNames },
): ContactDetail {
  const { contact, names } = from;
  const stamped = <T extends Stamp>(each: T) => ({ ...each, byName: names(each.by) });
  const { closed } = contact;
  return {
    ...row,
    identity: contact.identity,
    caller: contact.caller,
    placeDetail: contact.placeDetail,
    urgencySettings: contact.urgencySettings.map((each) => ({ ...stamped(each), criteria: [...each.criteria] })),
    actions: contact.actions.map(stamped),
    advice: contact.advice.map((each) => ({ ...stamped(each), adviceCodes: [...each.adviceCodes] })),
    conferences: contact.conferences.map(stamped),
    handovers: contact.handovers.map((each) => ({ ...stamped(each), received: each.received && stamped(each.received) })),
    notes: contact.notes.map(stamped),
    tasks: contact.tasks.map((each) => ({ ...stamped(each), done: each.done && stamped(each.done) })),
    closed: closed && { ...stamped(closed), responsibleName: names(closed.responsible) },
    lateEntries: contact.lateEntries,
    timeline: from.recorded.map((each) => toEntry(each, names)),
  } as ContactDetail;
}

function toEntry({ event, sequence, occurredAt, recordedAt, actor }: Recorded<ContactEvent>, names: StaffNames): TimelineEntry {
  return {
    sequence,
    type: event.type,
    occurredAt: instant(occurredAt),
    recordedAt: instant(recordedAt),
    late: isLateEntry(occurredAt, recordedAt),
    by: actor,
    byName: names(actor),
    event: { ...event },
  };
}
