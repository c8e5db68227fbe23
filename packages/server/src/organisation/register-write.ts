import type { Instant } from '@vakthavende/core/kernel';
import type { Arrangement, CallCentre, Clinic, District, Opening, Versioned } from '@vakthavende/core/organisation';
import type pg from 'pg';
import type { AnyRegisterRow } from './register-rows.ts';

export interface WritingTo {
  readonly list: string;
  /** Of the list, after the edit. */
  readonly version: number;
}

type Numbered = AnyRegisterRow & { readonly entry: number };

/** Writes rows with their parts; each with the knowledge it says itself. The things they belong to are made or counted up by the caller. */
export async function insertRows(client: pg.PoolClient, { list, version }: WritingTo, rows: readonly AnyRegisterRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { rows: ids } = await client.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('register.entry', 'entry')) as id from generate_series(1, $1)`,
    [rows.length],
  );
  const numbered: readonly Numbered[] = rows.map((each, i) => ({ ...each, entry: ids[i]?.id ?? 0 }));
  const entries = numbered.map(({ entry, kind, row }) => ({
    ...{ entry, list, kind, id: row.id, valid_from: row.valid.from, valid_to: row.valid.to, source: row.source, added_by: version },
    ...{ known_from: iso(row.known.from), known_to: row.known.to && iso(row.known.to), closed_by: row.known.to && version },
  }));
  await insert(
    client,
    'entry',
    'entry bigint, list text, kind text, id text, valid_from date, valid_to date, known_from timestamptz, known_to timestamptz, source text, added_by integer, closed_by integer',
    entries,
  );
  for (const [table, columns, values] of tablesOf(list, numbered)) await insert(client, table, columns, values);
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}

type Table = readonly [table: string, columns: string, values: readonly object[]];

/** Columns with their types as PostgreSQL reads them from JSON; in the order that the foreign keys ask for. */
function tablesOf(list: string, rows: readonly Numbered[]): readonly Table[] {
  const of = <Kind extends AnyRegisterRow['kind']>(kind: Kind) =>
    rows.flatMap((each) => (each.kind === kind ? [{ ...each.row, entry: each.entry, list }] : [])) as unknown as readonly (Extract<
      AnyRegisterRow,
      { kind: Kind }
    >['row'] & { readonly entry: number; readonly list: string })[];
  const [districts, centres, clinics, arrangements] = [of('districts'), of('callCentres'), of('clinics'), of('arrangements')];
  return [
    ['part', 'entry bigint, list text, name text', of('parts')],
    ['emc', 'entry bigint, list text, name text', of('emcs')],
    [
      'district',
      'entry bigint, list text, name text, legal_form text, leader_profession text, organisation_number text',
      districts.map(districtColumns),
    ],
    [
      'call_centre',
      'entry bigint, list text, name text, local_number text, co_locations text[], tool text, combined_duties boolean, overflow_partner text, answers_safety_alarms boolean, emc text',
      centres.map(centreColumns),
    ],
    [
      'member',
      'entry bigint, position integer, place text, valid_from date, valid_to date',
      [
        ...districts.flatMap(({ entry, members }) => memberRows(entry, members)),
        ...centres.flatMap(({ entry, routing }) => memberRows(entry, routing)),
      ],
    ],
    [
      'clinic',
      'entry bigint, list text, name text, clinic_kind text, district text, place text, premises text, co_locations text[], equipment text[], phone text, address text, latitude double precision, longitude double precision, only_for text[]',
      clinics.map(clinicColumns),
    ],
    ['vehicle', 'entry bigint, list text, name text, district text, clinic text', of('vehicles')],
    [
      'arrangement',
      'entry bigint, list text, name text, arrangement_kind text, district text, operator_kind text, operator_name text, operator_number text, legal_form text, host text, partners text[], call_centre text, phones text[], comment text, web text',
      arrangements.map(arrangementColumns),
    ],
    ['arrangement_place', 'entry bigint, position integer, place text', arrangements.flatMap((a) => listed(a.entry, a.places, 'place'))],
    [
      'arrangement_clinic',
      'entry bigint, position integer, list text, clinic text',
      arrangements.flatMap((a) => listed(a.entry, a.clinics, 'clinic').map((each) => ({ ...each, list }))),
    ],
    [
      'arrangement_note',
      'entry bigint, position integer, code text, text text',
      arrangements.flatMap(({ entry, notes }) => notes.map((note, i) => ({ entry, position: i + 1, ...note }))),
    ],
    ...openingTables([...clinics, ...arrangements].flatMap(({ entry, opening }) => (opening ? [{ entry, opening }] : []))),
  ];
}

type Entered<T extends Versioned> = T & { readonly entry: number; readonly list: string };

function districtColumns(row: Entered<District>) {
  return {
    ...row,
    legal_form: row.legalForm,
    leader_profession: row.leaderProfession,
    organisation_number: row.organisationNumber,
  };
}

function centreColumns(row: Entered<CallCentre>) {
  return {
    ...row,
    local_number: row.localNumber,
    co_locations: row.coLocations,
    combined_duties: row.combinedDuties,
    overflow_partner: row.overflowPartner,
    answers_safety_alarms: row.answersSafetyAlarms,
  };
}

function clinicColumns(row: Entered<Clinic>) {
  return { ...row, ...row.position, clinic_kind: row.kind, co_locations: row.coLocations, only_for: row.onlyFor };
}

function arrangementColumns(row: Entered<Arrangement>) {
  return {
    ...row,
    arrangement_kind: row.kind,
    operator_kind: row.operator?.kind,
    operator_name: row.operator?.name,
    operator_number: row.operator?.organisationNumber,
    legal_form: row.legalForm,
    call_centre: row.callCentre,
  };
}

function memberRows(entry: number, members: District['members']) {
  return members.map(({ place, from, to }, i) => ({ entry, position: i + 1, place, valid_from: from, valid_to: to }));
}

function listed(entry: number, ids: readonly string[], name: string) {
  return ids.map((id, i) => ({ entry, position: i + 1, [name]: id }));
}

function openingTables(openings: readonly { readonly entry: number; readonly opening: Opening }[]): readonly Table[] {
  const patterns = openings.map(({ entry, opening: { pattern, holidays } }) => ({
    entry,
    pattern: pattern.kind,
    anchor: pattern.kind === 'cycle' ? pattern.anchor : undefined,
    weeks: weeksOf(pattern).length,
    holidays,
  }));
  const windows = openings.flatMap(({ entry, opening }) =>
    weeksOf(opening.pattern).flatMap((week, w) =>
      week.map(({ from, to }, i) => ({ entry, week: w, position: i + 1, from_minute: from, to_minute: to })),
    ),
  );
  const exceptions = openings.flatMap(({ entry, opening }) =>
    opening.exceptions.map(({ on, windows: open }, i) => ({
      ...{ entry, position: i + 1, on_date: isDate(on) ? on : undefined, on_day: isDate(on) ? undefined : on },
      windows: open.map(({ from, to }) => `[${from},${to})`),
    })),
  );
  return [
    ['opening', 'entry bigint, pattern text, anchor date, weeks integer, holidays text', patterns],
    ['opening_window', 'entry bigint, week integer, position integer, from_minute integer, to_minute integer', windows],
    ['opening_exception', 'entry bigint, position integer, on_date date, on_day text, windows int4range[]', exceptions],
  ];
}

function weeksOf(pattern: Opening['pattern']): readonly (readonly { readonly from: number; readonly to: number }[])[] {
  if (pattern.kind === 'unknown') return [];
  return pattern.kind === 'weekly' ? [pattern.windows] : pattern.weeks;
}

/** A date, or the name of a day. */
function isDate(on: string): boolean {
  return /^\d/.test(on);
}

/** Table and columns come from the constants above, never from input. */
async function insert(client: pg.PoolClient, table: string, columns: string, values: readonly object[]): Promise<void> {
  if (values.length === 0) return;
  const names = columns.split(', ').map((column) => column.split(' ')[0]);
  await client.query(
    `insert into register.${table} (${names.join(', ')})
     select ${names.map((name) => `r.${name}`).join(', ')} from jsonb_to_recordset($1::jsonb) as r(${columns})`,
    [JSON.stringify(values)],
  );
}
