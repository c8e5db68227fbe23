import type { Refusal } from '../../kernel/index.ts';
import { municipalityOf } from '../place.ts';
import { type PlaceHistory, placeHistory, spanOf } from './carry.ts';
import { checkOpening } from './check-opening.ts';
import { checkPlaces } from './check-places.ts';
import type { Arrangement, CallCentre, Clinic, District, RegisterData, Vehicle } from './model.ts';
import type { Versioned } from './versions.ts';

export const registerTables = ['parts', 'districts', 'clinics', 'callCentres', 'emcs', 'vehicles', 'arrangements'] as const;
export type RegisterTable = (typeof registerTables)[number];

/**
 * What can be wrong with the rows of a register. `refused`: no such row is taken in. `incomplete`: refuses a whole file, but a person
 * who enters row by row may mend it with the next row. `check`: may be so, a person must look.
 */
export const registerProblems = {
  'validity-backwards': 'refused',
  'knowledge-backwards': 'refused',
  'version-overlap': 'refused',
  'pattern-window-outside-week': 'refused',
  'pattern-windows-overlap': 'refused',
  'cycle-anchor-not-monday': 'refused',
  'cycle-empty': 'refused',
  'exception-outside-day': 'refused',
  'exception-windows-overlap': 'refused',
  'exception-twice': 'refused',
  'place-malformed': 'refused',
  'place-twice': 'refused',
  'places-missing': 'refused',
  'municipality-unknown': 'refused',
  'part-unknown': 'incomplete',
  'place-lost': 'check',
  'member-validity-backwards': 'refused',
  'district-unknown': 'refused',
  'clinic-unknown': 'refused',
  'call-centre-unknown': 'refused',
  'emc-unknown': 'refused',
  'overflow-self': 'refused',
  'overflow-unknown': 'incomplete',
  'district-without-clinic': 'incomplete',
  'own-with-others': 'refused',
  'host-missing': 'check',
  'host-not-served': 'check',
  'bought-from-municipality': 'refused',
  'hours-unknown': 'check',
  'note-to-resolve': 'check',
} as const;
export type RegisterProblemCode = keyof typeof registerProblems;
export type ProblemSeverity = (typeof registerProblems)[RegisterProblemCode];

export interface RegisterProblem extends Refusal {
  readonly code: RegisterProblemCode;
  readonly table: RegisterTable;
  readonly id: string;
  /** Position in its table, from 0. */
  readonly row: number;
  /** Path inside the row. */
  readonly field: string;
  readonly value?: string | undefined;
}

/** A problem before it is known where its row stands. */
export type FieldProblem = Pick<RegisterProblem, 'code' | 'field' | 'value'>;

export function severityOf({ code }: { readonly code: RegisterProblemCode }): ProblemSeverity {
  return registerProblems[code];
}

/** Everything that is wrong in the rows, in the order of the tables. */
export function checkRegister(data: RegisterData): readonly RegisterProblem[] {
  const context = { data, history: placeHistory(data), ids: idsOf(data) };
  const of = <T extends Versioned>(table: RegisterTable, rows: readonly T[], check: (row: T) => readonly FieldProblem[]) => [
    ...rows.flatMap((row, i) => [...checkDates(row), ...check(row)].map((problem) => ({ ...problem, table, id: row.id, row: i }))),
    ...versionOverlaps(rows).map((i) => ({ code: 'version-overlap' as const, field: 'valid', table, id: rows[i]?.id ?? '', row: i })),
  ];
  return [
    ...of('parts', data.parts, ({ id, valid }) =>
      checkPlaces([id], { history: context.history, valid, field: 'id', knownParts: undefined }),
    ),
    ...of('districts', data.districts, (row) => checkDistrict(row, context)),
    ...of('clinics', data.clinics, (row) => checkClinic(row, context)),
    ...of('callCentres', data.callCentres, (row) => checkCentre(row, context)),
    ...of('emcs', data.emcs, () => []),
    ...of('vehicles', data.vehicles, (row) => checkVehicle(row, context)),
    ...of('arrangements', data.arrangements, (row) => checkArrangement(row, context)),
  ];
}

export type CheckedRegister =
  | { readonly accepted: true; readonly data: RegisterData; readonly remarks: readonly RegisterProblem[] }
  | { readonly accepted: false; readonly refusals: readonly RegisterProblem[] };

/** The way into `compileRegister` for what came from outside: all of it, or none with every reason. */
export function acceptRegister(data: RegisterData): CheckedRegister {
  const problems = checkRegister(data);
  const refusals = problems.filter((problem) => severityOf(problem) !== 'check');
  return refusals.length > 0 ? { accepted: false, refusals } : { accepted: true, data, remarks: problems };
}

interface Context {
  readonly data: RegisterData;
  readonly history: PlaceHistory;
  readonly ids: Readonly<Record<RegisterTable, ReadonlySet<string>>>;
}

function idsOf(data: RegisterData): Context['ids'] {
  // One entry per table.
  return Object.fromEntries(registerTables.map((table) => [table, new Set(data[table].map(({ id }) => id))])) as unknown as Context['ids'];
}

function checkDates({ valid, known }: Versioned): readonly FieldProblem[] {
  return [
    ...(valid.to !== undefined && valid.to <= valid.from
      ? [{ code: 'validity-backwards' as const, field: 'valid.to', value: valid.to }]
      : []),
    ...(known.to !== undefined && known.to <= known.from ? [{ code: 'knowledge-backwards' as const, field: 'known.to' }] : []),
  ];
}

/** The later of two rows of one id that hold on a common day and are known at a common instant. */
function versionOverlaps(rows: readonly Versioned[]): readonly number[] {
  const byId = Map.groupBy(rows.entries(), ([, { id }]) => id);
  return [...byId.values()].flatMap((same) =>
    same.filter(([i, row]) => same.some(([j, other]) => j < i && clash(row, other))).map(([i]) => i),
  );
}

function clash(a: Versioned, b: Versioned): boolean {
  const days = (a.valid.to === undefined || b.valid.from < a.valid.to) && (b.valid.to === undefined || a.valid.from < b.valid.to);
  return days && (a.known.to === undefined || b.known.from < a.known.to) && (b.known.to === undefined || a.known.from < b.known.to);
}

function refersTo(ids: ReadonlySet<string>, id: string | undefined, problem: FieldProblem): readonly FieldProblem[] {
  return id === undefined || ids.has(id) ? [] : [{ ...problem, value: id }];
}

function checkDistrict(row: District, { data, history, ids }: Context): readonly FieldProblem[] {
  const span = spanOf(row.valid.from, row.valid.to);
  const has = data.clinics.some(({ district, valid }) => {
    const clinic = spanOf(valid.from, valid.to);
    return district === row.id && clinic.from < span.to && span.from < clinic.to;
  });
  return [
    ...(has ? [] : [{ code: 'district-without-clinic' as const, field: 'id', value: row.id }]),
    ...row.members.flatMap((member, i) => checkMember(member, `members.${i}`, { history, ids })),
  ];
}

function checkMember(
  member: District['members'][number],
  field: string,
  { history, ids }: Pick<Context, 'history' | 'ids'>,
): readonly FieldProblem[] {
  return [
    ...checkPlaces([member.place], { history, valid: member, field: `${field}.place`, knownParts: ids.parts }),
    ...(member.to !== undefined && member.to <= member.from
      ? [{ code: 'member-validity-backwards' as const, field: `${field}.to`, value: member.to }]
      : []),
  ];
}

function checkClinic(row: Clinic, { history, ids }: Context): readonly FieldProblem[] {
  const places = { history, valid: row.valid, knownParts: ids.parts };
  return [
    ...refersTo(ids.districts, row.district, { code: 'district-unknown', field: 'district' }),
    ...(row.place === undefined ? [] : checkPlaces([row.place], { ...places, field: 'place' })),
    ...checkPlaces(row.onlyFor, { ...places, field: 'onlyFor' }),
    ...(row.opening ? checkOpening(row.opening) : []),
  ];
}

function checkCentre(row: CallCentre, { history, ids }: Context): readonly FieldProblem[] {
  return [
    ...row.routing.flatMap((member, i) => checkMember(member, `routing.${i}`, { history, ids })),
    ...refersTo(ids.callCentres, row.overflowPartner, { code: 'overflow-unknown', field: 'overflowPartner' }),
    ...(row.overflowPartner === row.id ? [{ code: 'overflow-self' as const, field: 'overflowPartner', value: row.id }] : []),
    ...refersTo(ids.emcs, row.emc, { code: 'emc-unknown', field: 'emc' }),
  ];
}

function checkVehicle(row: Vehicle, { ids }: Context): readonly FieldProblem[] {
  return [
    ...refersTo(ids.districts, row.district, { code: 'district-unknown', field: 'district' }),
    ...refersTo(ids.clinics, row.clinic, { code: 'clinic-unknown', field: 'clinic' }),
  ];
}

function checkArrangement(row: Arrangement, { history, ids }: Context): readonly FieldProblem[] {
  const places = { history, valid: row.valid, knownParts: ids.parts };
  return [
    ...(row.places.length === 0 ? [{ code: 'places-missing' as const, field: 'places' }] : []),
    ...checkPlaces(row.places, { ...places, field: 'places' }),
    ...checkPlaces(row.host === undefined ? [] : [row.host], { ...places, field: 'host' }),
    ...checkPlaces(row.partners, { ...places, field: 'partners' }),
    ...refersTo(ids.districts, row.district, { code: 'district-unknown', field: 'district' }),
    ...row.clinics.flatMap((id, i) => refersTo(ids.clinics, id, { code: 'clinic-unknown', field: `clinics.${i}` })),
    ...refersTo(ids.callCentres, row.callCentre, { code: 'call-centre-unknown', field: 'callCentre' }),
    ...checkOpening(row.opening),
    ...checkForm(row),
    ...row.notes.map(({ text }, i) => ({ code: 'note-to-resolve' as const, field: `notes.${i}`, value: text })),
  ];
}

function checkForm({ legalForm, operator, host, partners, places }: Arrangement): readonly FieldProblem[] {
  const municipalities = new Set([...places.map(municipalityOf), ...partners]);
  const found: FieldProblem[] = [];
  if (legalForm === 'own' && (host !== undefined || municipalities.size > 1)) found.push({ code: 'own-with-others', field: 'legalForm' });
  if (legalForm === 'hostCooperation' && host === undefined) found.push({ code: 'host-missing', field: 'host' });
  if (host !== undefined && legalForm !== 'bought' && !municipalities.has(host))
    found.push({ code: 'host-not-served', field: 'host', value: host });
  if (legalForm === 'bought' && operator?.kind === 'municipality') found.push({ code: 'bought-from-municipality', field: 'operator.kind' });
  return found;
}
