import { isDeepStrictEqual } from 'node:util';
import { type Contact, contactFacts } from '@vakthavende/core/contact';
import { type CallState, callFacts } from '@vakthavende/core/telephony';
import type { Change, Projection } from '../platform/journal.ts';
import { callFactColumns, callFactRow, contactFactColumns, contactFactRow, type FactRow } from './fact-rows.ts';

interface FactTable<State> {
  readonly name: 'call_fact' | 'contact_fact';
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly rowsOf: (state: State) => readonly FactRow[];
}

/**
 * Keeps the facts of a stream in the statement of its events: what changed is replaced, what is no longer so is removed
 * (a leg turned out to be another centre's), and each unit and day that had or has a changed fact is marked.
 */
function factProjections<State>({ name, columns, rowsOf }: FactTable<State>): readonly Projection<State>[] {
  const names = columns.map(([column]) => column);
  const compare = (before: State, after: State) => {
    const old = new Map(rowsOf(before).map((row) => [row.fact_id, row]));
    const now = new Map(rowsOf(after).map((row) => [row.fact_id, row]));
    return {
      written: [...now.values()].filter((row) => !isDeepStrictEqual(row, old.get(row.fact_id))),
      replaced: [...old.values()].filter((row) => !isDeepStrictEqual(row, now.get(row.fact_id))),
      removed: [...old.values()].filter((row) => !now.has(row.fact_id)),
    };
  };
  // The three projections ask the same of one change, one after the other.
  const compared = new WeakMap<Change<State>, ReturnType<typeof compare>>();
  const changes = (change: Change<State>) => {
    const known = compared.get(change) ?? compare(change.before, change.after);
    compared.set(change, known);
    return known;
  };
  return [
    {
      sql: (rows) => `insert into statistics.${name} (${names.join(', ')})
        select ${names.join(', ')} from jsonb_to_recordset(${rows}::jsonb) as x(${columns.map((column) => column.join(' ')).join(', ')})
        on conflict (fact_id) do update set ${names
          .slice(1)
          .map((column) => `${column} = excluded.${column}`)
          .join(', ')}`,
      rows: (change) => changes(change).written,
    },
    {
      sql: (rows) =>
        `delete from statistics.${name} where fact_id in (select fact_id from jsonb_to_recordset(${rows}::jsonb) as x(fact_id text))`,
      rows: (change) => changes(change).removed.map(({ fact_id }) => ({ fact_id })),
    },
    {
      sql: (rows) => `insert into statistics.day_mark (unit, day)
        select distinct unit, day from jsonb_to_recordset(${rows}::jsonb) as x(unit text, day date)`,
      rows: (change) => {
        const { written, replaced } = changes(change);
        return [...written, ...replaced].map(({ unit, day }) => ({ unit, day }));
      },
    },
  ];
}

export const callFactProjections: readonly Projection<CallState>[] = factProjections({
  name: 'call_fact',
  columns: callFactColumns,
  rowsOf: (call: CallState) => callFacts(call).map(callFactRow),
});

export const contactFactProjections: readonly Projection<Contact>[] = factProjections({
  name: 'contact_fact',
  columns: contactFactColumns,
  rowsOf: (contact: Contact) => contactFacts(contact).map(contactFactRow),
});
