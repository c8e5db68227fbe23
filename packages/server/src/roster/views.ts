import type { DutyEntry } from '@vakthavende/contract/roster';
import { type Instant, instant } from '@vakthavende/core/kernel';
import { byStart, type DutyLevel, type EnteredDuty, oldestEnd, onDuty } from '@vakthavende/core/roster';
import { type StaffMember, staffWith } from '../organisation/index.ts';
import type { Pool } from '../platform/database.ts';
import type { StaffNames } from '../platform/staff-names.ts';
import { dutyListStream } from './duty-list-stream.ts';

interface EntryRow {
  readonly unit: string;
  readonly entry_id: string;
  readonly staff_id: string;
  readonly level: DutyLevel;
  readonly phone: string;
  readonly from_at: Date;
  readonly to_at: Date;
  readonly entered_by: string;
  readonly ended_at: Date | null;
  readonly ended_by: string | null;
}

type UnitDuty = EnteredDuty & { readonly unit: string };

export interface PersonOnDuty {
  readonly staffId: string;
  readonly phone: string;
  readonly unit: string;
}

/**
 * Who is on duty at any of the units, the first unit's people first. A person on at two of them with one telephone is named once:
 * a page reaches a telephone, not a list.
 */
export async function onDutyAt(
  pool: Pool,
  units: readonly string[],
  at: Instant,
): Promise<Readonly<Record<DutyLevel, readonly PersonOnDuty[]>>> {
  const entries = await entriesOf(pool, units, { after: at, before: at });
  // Core says who of them is on: an entry may have been ended.
  const on = onDuty(entries, at);
  return { primary: people(on.primary, units), backup: people(on.backup, units) };
}

function people(entries: readonly UnitDuty[], units: readonly string[]): readonly PersonOnDuty[] {
  const ordered = entries.toSorted((a, b) => units.indexOf(a.unit) - units.indexOf(b.unit) || byStart(a, b));
  const seen = new Map<string, PersonOnDuty>();
  for (const { staffId, phone, unit } of ordered) {
    const key = `${staffId} ${phone}`;
    if (!seen.has(key)) seen.set(key, { staffId, phone, unit });
  }
  return [...seen.values()];
}

/** What the duty list shows of a unit: all that is to come, and what was over within a day. */
export async function shownDutyList(pool: Pool, asked: { readonly unit: string; readonly now: Instant; readonly names: StaffNames }) {
  const { unit, now, names } = asked;
  // Read before the rows: a screen may show more than the sequence says, never less.
  const sequence = await newestSequence(pool, unit);
  const entries = await entriesOf(pool, [unit], { after: instant(now - oldestEnd) });
  return { sequence, entries: entries.toSorted(byStart).map((entry) => toShown(entry, names)) };
}

function toShown({ ended, enteredBy, ...duty }: UnitDuty, names: StaffNames): DutyEntry {
  const end = ended ? { endedAt: ended.at, endedBy: names(ended.by) } : {};
  return { ...duty, name: names(duty.staffId), enteredBy: names(enteredBy), ...end };
}

async function newestSequence(pool: Pool, unit: string): Promise<number> {
  const result = await pool.query<{ newest: number }>({
    name: 'duty-list-sequence',
    text: 'select coalesce(max(sequence), 0) as newest from journal.event where stream = $1',
    values: [dutyListStream(unit)],
  });
  return result.rows[0]?.newest ?? 0;
}

/** Entries whose planned time reaches past `after` and, where it is given, begins at `before` at the latest. */
async function entriesOf(
  pool: Pool,
  units: readonly string[],
  time: { readonly after: Instant; readonly before?: Instant },
): Promise<readonly UnitDuty[]> {
  const result = await pool.query<EntryRow>({
    name: 'duty-entries',
    text: `select unit, entry_id, staff_id, level, phone, from_at, to_at, entered_by, ended_at, ended_by from roster.duty_entry
      where unit = any($1) and to_at > $2 and from_at <= coalesce($3, 'infinity'::timestamptz)`,
    values: [units, new Date(time.after), time.before === undefined ? null : new Date(time.before)],
  });
  return result.rows.map(toDuty);
}

function toDuty(row: EntryRow): UnitDuty {
  return {
    unit: row.unit,
    entryId: row.entry_id,
    staffId: row.staff_id,
    level: row.level,
    phone: row.phone,
    from: instant(row.from_at.getTime()),
    to: instant(row.to_at.getTime()),
    enteredBy: row.entered_by,
    ...(row.ended_at && row.ended_by !== null ? { ended: { at: instant(row.ended_at.getTime()), by: row.ended_by } } : {}),
  };
}

/** Those who may be put on duty at a unit: their roles there answer for red contacts. */
export function answering(pool: Pool, unit: string): Promise<readonly StaffMember[]> {
  return staffWith(pool, 'answerForRed', unit);
}
