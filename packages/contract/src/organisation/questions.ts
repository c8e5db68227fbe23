import { z } from 'zod';
import { InstantIn, InstantOut, LocalDateIn, PlaceId, route, Slug } from '../kernel/index.ts';
import { PlaceSpan } from './edit.ts';
import { Arrangement, Clinic, District, RegisterRows, registerKinds, Vehicle } from './model.ts';
import { ListId } from './register.ts';

/** Which list, and as the register knew it when; left out: the live list, as it is known now. */
const asKnown = { list: ListId.optional(), asKnownAt: InstantIn.optional() };

export const RegisterList = z.object({
  id: z.string(),
  title: z.string(),
  /** The time that the list describes, as it says itself. */
  describes: z.string(),
  version: z.number().int(),
  live: z.boolean(),
  changedAt: InstantOut.optional(),
  arrangements: z.number().int(),
});
export type RegisterList = z.output<typeof RegisterList>;

export const getLists = route({
  method: 'GET',
  path: '/api/organisation/lists',
  summary: 'The lists of the register; one of them routes live calls',
  response: z.object({ rows: z.array(RegisterList) }),
});

export const getRegister = route({
  method: 'GET',
  path: '/api/organisation/register',
  summary: 'The rows of a list that are known now, or were known then: all that a screen needs to ask the rules of core itself',
  query: z.strictObject(asKnown),
  response: z.object({ list: z.string(), title: z.string(), version: z.number().int(), rows: RegisterRows }),
});

export const MunicipalityRow = z.object({
  number: z.string(),
  name: z.string(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  county: z.object({ number: z.string(), name: z.string() }).optional(),
  inhabitants: z.number().int().optional(),
  centrality: z.number().int().optional(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
});
export type MunicipalityRow = z.output<typeof MunicipalityRow>;

export const getMunicipalities = route({
  method: 'GET',
  path: '/api/organisation/municipalities',
  summary: 'Norway’s municipalities on a day (left out: today)',
  query: z.strictObject({ on: LocalDateIn.optional() }),
  response: z.object({ rows: z.array(MunicipalityRow) }),
});

/** The map: one row a place that is drawn, with who has it at the instant. */
export const MapRow = z.object({
  place: z.string(),
  name: z.string().optional(),
  kind: z.enum(['served', 'ownGp', 'gap', 'unknown']),
  overlap: z.boolean(),
  /** The first arrangement that serves. */
  arrangement: z.string().optional(),
  arrangementName: z.string().optional(),
  district: z.string().optional(),
  callCentre: z.string().optional(),
  clinics: z.array(z.string()),
});
export type MapRow = z.output<typeof MapRow>;

export const getMap = route({
  method: 'GET',
  path: '/api/organisation/map',
  summary: 'Who serves each municipality (and each part that belongs elsewhere) at an instant',
  query: z.strictObject({ ...asKnown, at: InstantIn.optional() }),
  response: z.object({ list: z.string(), at: InstantOut, rows: z.array(MapRow), clinics: z.array(Clinic) }),
});

export const getCoverage = route({
  method: 'GET',
  path: '/api/organisation/coverage',
  summary: 'Gaps and overlaps of a place, or of all places, in a span of at most two years',
  query: z.strictObject({
    ...asKnown,
    place: PlaceId.optional(),
    from: InstantIn,
    to: InstantIn,
    /** Intervals in the answer; the minutes are of all of them. */
    limit: z.coerce.number().int().min(1).max(5_000).default(500),
  }),
  response: z.object({
    list: z.string(),
    gaps: z.array(PlaceSpan),
    overlaps: z.array(PlaceSpan),
    more: z.boolean(),
    places: z.array(
      z.object({
        place: z.string(),
        name: z.string().optional(),
        gapMinutes: z.number().int(),
        overlapMinutes: z.number().int(),
        hoursUnknown: z.boolean(),
      }),
    ),
    /** How long the computation took, ms. */
    took: z.number(),
  }),
});

/** What is otherwise between two days. `field` names what of the row changed. */
export const ChangeRow = z.object({
  kind: z.enum(registerKinds),
  id: z.string(),
  name: z.string(),
  change: z.enum(['added', 'ended', 'changed']),
  fields: z.array(z.string()),
});
export type ChangeRow = z.output<typeof ChangeRow>;

export const getChanges = route({
  method: 'GET',
  path: '/api/organisation/changes',
  summary: 'What is otherwise on the second day than on the first: districts, members, clinics, call centres, arrangements',
  query: z.strictObject({ ...asKnown, from: LocalDateIn, to: LocalDateIn }),
  response: z.object({ list: z.string(), rows: z.array(ChangeRow) }),
});

export const DistrictRow = z.object({
  id: z.string(),
  name: z.string(),
  legalForm: z.string().optional(),
  members: z.number().int(),
  clinics: z.number().int(),
  callCentres: z.array(z.string()),
  /** Of its places in the ordinary week of that day, all together. */
  gapMinutes: z.number().int(),
  overlapMinutes: z.number().int(),
});
export type DistrictRow = z.output<typeof DistrictRow>;

export const getDistricts = route({
  method: 'GET',
  path: '/api/organisation/districts',
  summary: 'The districts of a list on a day, by name; with text: those whose name, members or clinics hold it',
  query: z.strictObject({ ...asKnown, on: LocalDateIn.optional(), q: z.string().trim().max(60).optional() }),
  response: z.object({ list: z.string(), on: z.string(), rows: z.array(DistrictRow) }),
});

/** One place's week as a picture: intervals of instants, in order, touching. */
export const WeekSpan = z.object({
  from: InstantOut,
  to: InstantOut,
  kind: z.enum(['served', 'ownGp', 'gap', 'unknown']),
  overlap: z.boolean(),
  services: z.array(z.object({ id: z.string(), name: z.string() })),
  clinics: z.array(z.string()),
});
export type WeekSpan = z.output<typeof WeekSpan>;

export const PlaceWeekRow = z.object({ place: z.string(), name: z.string().optional(), spans: z.array(WeekSpan) });
export type PlaceWeekRow = z.output<typeof PlaceWeekRow>;

export const getDistrict = route({
  method: 'GET',
  path: '/api/organisation/districts/:id',
  summary: 'A district on a day: its members, clinics, vehicles and arrangements, and its week from that day’s Monday, place by place',
  params: z.strictObject({ id: Slug }),
  query: z.strictObject({ ...asKnown, on: LocalDateIn.optional() }),
  response: z.object({
    list: z.string(),
    on: z.string(),
    district: District,
    members: z.array(z.object({ place: z.string(), name: z.string().optional(), since: z.string() })),
    clinics: z.array(Clinic),
    vehicles: z.array(Vehicle),
    arrangements: z.array(Arrangement),
    week: z.array(PlaceWeekRow),
  }),
});

export const getPlaceWeek = route({
  method: 'GET',
  path: '/api/organisation/week',
  summary: 'A place’s week from the Monday of a day (left out: this week)',
  query: z.strictObject({ ...asKnown, place: PlaceId, on: LocalDateIn.optional() }),
  response: z.object({ list: z.string(), on: z.string(), week: PlaceWeekRow }),
});

export const RegisterFindingRow = z.object({
  code: z.string(),
  kind: z.enum(['wrong', 'check', 'note']),
  text: z.string(),
  /** What it is about: a row of the register, or a place. */
  about: z.object({ kind: z.enum(registerKinds), id: z.string(), name: z.string().optional() }).optional(),
  place: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  /** Minutes of the ordinary week, for gaps and overlaps. */
  minutes: z.number().int().optional(),
  field: z.string().optional(),
});
export type RegisterFindingRow = z.output<typeof RegisterFindingRow>;

export const getRegisterFindings = route({
  method: 'GET',
  path: '/api/organisation/register-findings',
  summary: 'What is wrong or missing in a list on a day: rows that do not fit together, gaps, overlaps, notes to resolve',
  query: z.strictObject({
    list: ListId.optional(),
    on: LocalDateIn.optional(),
    code: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(5_000).default(500),
  }),
  response: z.object({
    list: z.string(),
    on: z.string(),
    counts: z.array(z.object({ code: z.string(), kind: z.enum(['wrong', 'check', 'note']), text: z.string(), count: z.number().int() })),
    rows: z.array(RegisterFindingRow),
    more: z.boolean(),
  }),
});

/** KOSTRA form 1 part 2-4: the forms A-D of a municipality, derived from the ordinary week in force on the day. */
export const FormRow = z.object({
  number: z.string(),
  name: z.string(),
  forms: z.array(z.enum(['A', 'B', 'C', 'D'])),
  subForms: z.array(z.string()),
  /** More than one of A-D. */
  combination: z.boolean(),
  /** Arrangements whose legal form the source does not tell: then a form may be missing. */
  unknown: z.boolean(),
});
export type FormRow = z.output<typeof FormRow>;

export const getForms = route({
  method: 'GET',
  path: '/api/organisation/forms',
  summary: 'How each municipality met the duty on a day, in KOSTRA’s forms',
  query: z.strictObject({ ...asKnown, on: LocalDateIn.optional() }),
  response: z.object({ list: z.string(), on: z.string(), rows: z.array(FormRow) }),
});

/** Unknown is `null`, shown as «..». */
export const RegisterTable = z.object({
  id: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.object({ label: z.string(), values: z.array(z.number().nullable()) })),
  note: z.string().optional(),
});
export type RegisterTable = z.output<typeof RegisterTable>;

export const getTables = route({
  method: 'GET',
  path: '/api/organisation/tables',
  summary: 'SSB report 2023/6, tables 3.1-3.6, computed from a list on a day',
  query: z.strictObject({ ...asKnown, on: LocalDateIn.optional() }),
  response: z.object({ list: z.string(), on: z.string(), tables: z.array(RegisterTable) }),
});

/** Served as a file: `json` and `csv` of our own (docs/reference/register-format.md), `fhir` an R4 Bundle. */
export const exportPath = '/api/organisation/export';
export const ExportQuery = z.strictObject({ list: ListId.optional(), format: z.enum(['json', 'csv', 'fhir']), on: LocalDateIn.optional() });

export const getBoundaries = route({
  method: 'GET',
  path: '/api/organisation/boundaries',
  summary: 'Boundaries of municipalities that the operator has loaded; none: draw points instead',
  query: z.strictObject({}),
  response: z.object({
    /** What the operator’s file was called, and its credit line. */
    source: z.string().optional(),
    loadedAt: InstantOut.optional(),
    rows: z.array(
      z.object({
        number: z.string(),
        name: z.string().optional(),
        /** GeoJSON MultiPolygon coordinates: polygons, rings, [longitude, latitude]. */
        polygons: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
      }),
    ),
  }),
});

export const locatePlace = route({
  method: 'GET',
  path: '/api/organisation/locate',
  summary: 'The municipality of a coordinate: exactly where boundaries are loaded, else the nearest centre',
  query: z.strictObject({ latitude: z.coerce.number().min(55).max(85), longitude: z.coerce.number().min(-15).max(45) }),
  response: z.object({ place: z.string().optional(), name: z.string().optional(), exact: z.boolean() }),
});
