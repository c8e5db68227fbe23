import { type DutyList, type DutyListEvent, emptyDutyList, evolveDutyList } from '@vakthavende/core/roster';
import type { Pool } from '../platform/database.ts';
import { Journal, type Projection, type StreamKind } from '../platform/journal.ts';
import type { Sealer } from '../platform/seal.ts';

const prefix = 'duty-list:';
export const dutyListStream = (unit: string) => prefix + unit;

export type DutyListJournal = Journal<DutyList, DutyListEvent>;

const entryProjection: Projection<DutyList> = {
  sql: (rows) => `insert into roster.duty_entry (unit, entry_id, staff_id, level, phone, from_at, to_at, entered_by, ended_at, ended_by)
    select unit, entry_id, staff_id, level, phone, from_at, to_at, entered_by, ended_at, ended_by
    from jsonb_to_recordset(${rows}::jsonb) as x(unit text, entry_id text, staff_id text, level text, phone text,
      from_at timestamptz, to_at timestamptz, entered_by text, ended_at timestamptz, ended_by text)
    on conflict (unit, entry_id) do update set ended_at = excluded.ended_at, ended_by = excluded.ended_by`,
  rows: ({ before, after }) => {
    // evolve keeps the object of an entry that nothing happened to.
    const unchanged = new Set(before.entries);
    return after.entries
      .filter((entry) => !unchanged.has(entry))
      .map((entry) => ({
        unit: after.unit,
        entry_id: entry.entryId,
        staff_id: entry.staffId,
        level: entry.level,
        phone: entry.phone,
        from_at: new Date(entry.from).toISOString(),
        to_at: new Date(entry.to).toISOString(),
        entered_by: entry.enteredBy,
        ended_at: entry.ended ? new Date(entry.ended.at).toISOString() : null,
        ended_by: entry.ended?.by ?? null,
      }));
  },
};

/** The journal of the duty lists. */
export function dutyListJournal(pool: Pool): DutyListJournal {
  return new Journal(dutyListKind(), pool, sealsNothing);
}

/** Nothing is sealed: a work telephone of a colleague on duty is no secret of a patient. Whoever seals a field here must bring the keys. */
const sealsNothing: Sealer = { newKey: noKeys, unwrap: noKeys, hash: noKeys };

function noKeys(): never {
  throw new Error('The duty list has no keys');
}

function dutyListKind(): StreamKind<DutyList, DutyListEvent> {
  return {
    name: 'duty-list',
    initial: (stream) => emptyDutyList(stream.slice(prefix.length)),
    evolve: evolveDutyList,
    sealed: {},
    erased: () => undefined,
    subjectOf: (after) => dutyListStream(after.unit),
    unitsOf: (list) => [list.unit],
    version: 1,
    // Version 1 is the only one so far: what the journal holds is what this code wrote.
    upcast: (type, _version, data) => ({ type, ...data }) as DutyListEvent,
    projections: [entryProjection],
  };
}
