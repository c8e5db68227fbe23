import { instant, localDate } from '@vakthavende/core/kernel';
import type { Arrangement, CallCentre, Clinic, District, Emc, Opening, PlacePart, Vehicle } from '@vakthavende/core/organisation';
import type { Pool } from '../platform/database.ts';
import type { AnyRegisterRow, RegisterContent } from './register-rows.ts';

/** Every version of every row of a list, oldest first; one statement, so one snapshot. */
export async function readContent(pool: Pick<Pool, 'query'>, list: string): Promise<RegisterContent> {
  const { rows } = await pool.query<{ content: StoredContent }>({ name: 'register-content', text: contentSql, values: [list] });
  const stored = rows[0]?.content;
  return {
    parts: (stored?.parts ?? []).map((row): PlacePart => ({ ...common(row), name: row.name })),
    emcs: (stored?.emcs ?? []).map((row): Emc => ({ ...common(row), name: row.name })),
    callCentres: (stored?.callCentres ?? []).map(centreOf),
    districts: (stored?.districts ?? []).map(districtOf),
    clinics: (stored?.clinics ?? []).map(clinicOf),
    vehicles: (stored?.vehicles ?? []).map(vehicleOf),
    arrangements: (stored?.arrangements ?? []).map(arrangementOf),
  };
}

/** Rows as PostgreSQL writes them in JSON. They are parsed by their tables' constraints: kinds, dates and windows cannot be otherwise there. */
interface Stored {
  readonly id: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly known_from_ms: number;
  readonly known_to_ms: number | null;
  readonly source: string;
  readonly name: string;
}

interface StoredOpening {
  readonly pattern: Opening['pattern']['kind'];
  readonly anchor: string | null;
  readonly weeks: number;
  readonly holidays: Opening['holidays'];
  readonly windows: readonly (readonly [week: number, from: number, to: number])[];
  readonly exceptions: readonly { readonly on: string; readonly windows: readonly string[] }[];
}

interface StoredMember {
  readonly place: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

interface StoredContent {
  readonly parts: readonly Stored[] | null;
  readonly emcs: readonly Stored[] | null;
  readonly callCentres: readonly StoredCentre[] | null;
  readonly districts: readonly StoredDistrict[] | null;
  readonly clinics: readonly StoredClinic[] | null;
  readonly vehicles: readonly StoredVehicle[] | null;
  readonly arrangements: readonly StoredArrangement[] | null;
}

interface StoredCentre extends Stored {
  readonly members: readonly StoredMember[];
  readonly local_number: string | null;
  readonly co_locations: CallCentre['coLocations'];
  readonly tool: string | null;
  readonly combined_duties: boolean | null;
  readonly overflow_partner: string | null;
  readonly answers_safety_alarms: boolean | null;
  readonly emc: string | null;
}

interface StoredDistrict extends Stored {
  readonly members: readonly StoredMember[];
  readonly legal_form: District['legalForm'] | null;
  readonly leader_profession: District['leaderProfession'] | null;
  readonly organisation_number: string | null;
}

interface StoredClinic extends Stored {
  readonly clinic_kind: Clinic['kind'];
  readonly district: string | null;
  readonly place: string | null;
  readonly premises: Clinic['premises'] | null;
  readonly co_locations: Clinic['coLocations'];
  readonly equipment: readonly string[];
  readonly phone: string | null;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly only_for: readonly string[];
  readonly opening: StoredOpening | null;
}

interface StoredVehicle extends Stored {
  readonly district: string;
  readonly clinic: string | null;
}

interface StoredArrangement extends Stored {
  readonly arrangement_kind: Arrangement['kind'];
  readonly places: readonly string[];
  readonly clinics: readonly string[];
  readonly notes: Arrangement['notes'];
  readonly district: string | null;
  readonly operator_kind: NonNullable<Arrangement['operator']>['kind'] | null;
  readonly operator_name: string | null;
  readonly operator_number: string | null;
  readonly legal_form: Arrangement['legalForm'] | null;
  readonly host: string | null;
  readonly partners: readonly string[];
  readonly call_centre: string | null;
  readonly phones: readonly string[];
  readonly comment: string | null;
  readonly web: string | null;
  readonly opening: StoredOpening;
}

const membersSql = `'members', (select coalesce(jsonb_agg(jsonb_build_object('place', m.place, 'valid_from', m.valid_from, 'valid_to', m.valid_to)
  order by m.position), '[]') from register.member m where m.entry = e.entry)`;
const openingSql = `'opening', (select jsonb_build_object('pattern', o.pattern, 'anchor', o.anchor, 'weeks', o.weeks, 'holidays', o.holidays,
  'windows', (select coalesce(jsonb_agg(jsonb_build_array(w.week, w.from_minute, w.to_minute) order by w.week, w.position), '[]')
    from register.opening_window w where w.entry = o.entry),
  'exceptions', (select coalesce(jsonb_agg(jsonb_build_object('on', coalesce(x.on_date::text, x.on_day), 'windows', x.windows) order by x.position), '[]')
    from register.opening_exception x where x.entry = o.entry)) from register.opening o where o.entry = e.entry)`;
const listSql = (name: string, table: string, column: string) =>
  `'${name}', (select coalesce(jsonb_agg(t.${column} order by t.position), '[]') from register.${table} t where t.entry = e.entry)`;
const notesSql = `'notes', (select coalesce(jsonb_agg(jsonb_build_object('code', n.code, 'text', n.text) order by n.position), '[]')
  from register.arrangement_note n where n.entry = e.entry)`;

const kindSql = (name: string, table: string, extra: readonly string[] = []) =>
  `'${name}', (select jsonb_agg(to_jsonb(k) || to_jsonb(e) || jsonb_build_object(
     'known_from_ms', (extract(epoch from e.known_from) * 1000)::bigint, 'known_to_ms', (extract(epoch from e.known_to) * 1000)::bigint
     ${extra.map((part) => `, ${part}`).join('')}) order by e.entry)
   from register.entry e join register.${table} k on k.entry = e.entry where e.list = $1)`;

/** `jsonb_agg` in pieces by kind, so that no object has more arguments than PostgreSQL takes. */
const contentSql = `select jsonb_build_object(
  ${kindSql('parts', 'part')},
  ${kindSql('emcs', 'emc')},
  ${kindSql('callCentres', 'call_centre', [membersSql])},
  ${kindSql('districts', 'district', [membersSql])},
  ${kindSql('clinics', 'clinic', [openingSql])},
  ${kindSql('vehicles', 'vehicle')},
  ${kindSql('arrangements', 'arrangement', [openingSql, listSql('places', 'arrangement_place', 'place'), listSql('clinics', 'arrangement_clinic', 'clinic'), notesSql])}
) as content`;

function common(row: Stored) {
  return {
    id: row.id,
    valid: span(row),
    known: {
      from: instant(row.known_from_ms),
      ...(row.known_to_ms === null ? {} : { to: instant(row.known_to_ms) }),
    },
    source: row.source,
  };
}

function span({ valid_from, valid_to }: { readonly valid_from: string; readonly valid_to: string | null }) {
  return { from: localDate(valid_from), ...(valid_to === null ? {} : { to: localDate(valid_to) }) };
}

function memberOf(member: StoredMember): District['members'][number] {
  return { place: member.place, ...span(member) };
}

function centreOf(row: StoredCentre): CallCentre {
  return {
    ...common(row),
    name: row.name,
    routing: row.members.map(memberOf),
    localNumber: row.local_number ?? undefined,
    coLocations: row.co_locations,
    tool: row.tool ?? undefined,
    combinedDuties: row.combined_duties ?? undefined,
    overflowPartner: row.overflow_partner ?? undefined,
    answersSafetyAlarms: row.answers_safety_alarms ?? undefined,
    emc: row.emc ?? undefined,
  };
}

function districtOf(row: StoredDistrict): District {
  return {
    ...common(row),
    name: row.name,
    legalForm: row.legal_form ?? undefined,
    leaderProfession: row.leader_profession ?? undefined,
    members: row.members.map(memberOf),
    organisationNumber: row.organisation_number ?? undefined,
  };
}

function clinicOf(row: StoredClinic): Clinic {
  const { latitude, longitude } = row;
  return {
    ...common(row),
    name: row.name,
    kind: row.clinic_kind,
    district: row.district ?? undefined,
    place: row.place ?? undefined,
    premises: row.premises ?? undefined,
    coLocations: row.co_locations,
    equipment: row.equipment,
    phone: row.phone ?? undefined,
    address: row.address ?? undefined,
    position: latitude === null || longitude === null ? undefined : { latitude, longitude },
    opening: row.opening ? openingOf(row.opening) : undefined,
    onlyFor: row.only_for,
  };
}

function vehicleOf(row: StoredVehicle): Vehicle {
  return { ...common(row), name: row.name, district: row.district, clinic: row.clinic ?? undefined };
}

function arrangementOf(row: StoredArrangement): Arrangement {
  const { operator_kind: kind, operator_name: name } = row;
  return {
    ...common(row),
    name: row.name,
    kind: row.arrangement_kind,
    places: row.places,
    district: row.district ?? undefined,
    operator: kind === null || name === null ? undefined : { kind, name, organisationNumber: row.operator_number ?? undefined },
    legalForm: row.legal_form ?? undefined,
    host: row.host ?? undefined,
    partners: row.partners,
    clinics: row.clinics,
    callCentre: row.call_centre ?? undefined,
    phones: row.phones,
    opening: openingOf(row.opening),
    comment: row.comment ?? undefined,
    web: row.web ?? undefined,
    notes: row.notes,
  };
}

function openingOf(stored: StoredOpening): Opening {
  return {
    pattern: patternOf(stored),
    holidays: stored.holidays,
    exceptions: stored.exceptions.map(({ on, windows }) => ({
      // A date or the name of a day, by the table's check.
      on: on as Opening['exceptions'][number]['on'],
      windows: windows.map((range) => {
        const [from = 0, to = 0] = range.slice(1, -1).split(',').map(Number);
        return { from, to };
      }),
    })),
  };
}

function patternOf({ pattern, anchor, weeks, windows }: StoredOpening): Opening['pattern'] {
  if (pattern === 'unknown') return { kind: 'unknown' };
  const week = (number: number) => windows.flatMap(([of, from, to]) => (of === number ? [{ from, to }] : []));
  if (pattern === 'weekly' || anchor === null) return { kind: 'weekly', windows: week(0) };
  return { kind: 'cycle', anchor: localDate(anchor), weeks: Array.from({ length: weeks }, (_, i) => week(i)) };
}

/** The entries that are known now, with the id that closes them. */
export async function knownEntries(
  client: Pick<Pool, 'query'>,
  list: string,
): Promise<readonly { readonly entry: number; readonly kind: AnyRegisterRow['kind']; readonly id: string; readonly valid_from: string }[]> {
  const { rows } = await client.query<{ entry: number; kind: AnyRegisterRow['kind']; id: string; valid_from: string }>(
    'select entry, kind, id, valid_from::text from register.entry where list = $1 and known_to is null',
    [list],
  );
  return rows;
}
