import { clinicKinds, premisesKinds } from '@vakthavende/core/organisation';
import { z } from 'zod';
import { InstantIn, InstantOut, PlaceId, route } from '../kernel/index.ts';

/** Which list to ask; left out: the one that live calls are routed by. */
export const ListId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

export const PlaceRow = z.object({
  id: z.string(),
  municipality: z.string(),
  part: z.string().optional(),
  /** Left out where the list gives the number only. */
  name: z.string().optional(),
  /** Whether any service of the list names the place. */
  listed: z.boolean(),
});
export type PlaceRow = z.output<typeof PlaceRow>;

export const searchPlaces = route({
  method: 'GET',
  path: '/api/organisation/places',
  summary: 'Municipalities and parts of them whose name or number begins with the text',
  query: z.strictObject({ q: z.string().trim().max(60), list: ListId.optional() }),
  response: z.object({ list: z.string(), rows: z.array(PlaceRow), more: z.boolean() }),
});

export const ServiceRow = z.object({
  id: z.string(),
  name: z.string(),
  phones: z.array(z.string()),
  /** May hide exceptions: shown beside every answer that rests on the service. */
  comment: z.string().optional(),
});
export type ServiceRow = z.output<typeof ServiceRow>;

export const Position = z.object({ latitude: z.number(), longitude: z.number() });

export const ClinicRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(clinicKinds),
  premises: z.enum(premisesKinds).optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  position: Position.optional(),
});
export type ClinicRow = z.output<typeof ClinicRow>;

export const CallCentreRow = z.object({
  id: z.string(),
  name: z.string(),
  localNumber: z.string().optional(),
  overflowPartner: z.string().optional(),
  emc: z.string().optional(),
});
export type CallCentreRow = z.output<typeof CallCentreRow>;

const common = {
  list: z.string(),
  place: PlaceRow.optional(),
  at: InstantOut,
  /** Who answers 116117 for the place, also while no service is open. */
  callCentre: CallCentreRow.optional(),
  openClinics: z.array(ClinicRow),
};

export const ServedByAnswer = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('served'), services: z.array(ServiceRow).min(1), overlap: z.boolean() }),
  /** Daytime without a day service: people are told to go to their own GP. */
  z.object({ ...common, kind: z.literal('ownGp'), services: z.array(ServiceRow).min(1), text: z.string() }),
  z.object({
    ...common,
    kind: z.literal('gap'),
    reason: z.discriminatedUnion('code', [
      z.object({ code: z.literal('unknown-place') }),
      z.object({ code: z.literal('not-listed') }),
      z.object({ code: z.literal('hours-unknown'), services: z.array(ServiceRow) }),
      z.object({ code: z.literal('none-open'), services: z.array(ServiceRow), opensAt: InstantOut.optional() }),
    ]),
    /** The reason in Norwegian. */
    text: z.string(),
  }),
]);
export type ServedByAnswer = z.output<typeof ServedByAnswer>;

export const getServedBy = route({
  method: 'GET',
  path: '/api/organisation/served-by',
  summary: 'Who has the duty for a place at an instant (left out: now), or why nobody has',
  query: z.strictObject({ place: PlaceId, at: InstantIn.optional(), list: ListId.optional(), asKnownAt: InstantIn.optional() }),
  response: ServedByAnswer,
});

export const UnitRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['callCentre', 'emc', ...clinicKinds]),
  phones: z.array(z.string()),
  /** For a clinic: the call centre of its service. For a centre: itself. */
  callCentre: z.string().optional(),
});
export type UnitRow = z.output<typeof UnitRow>;

export const getUnits = route({
  method: 'GET',
  path: '/api/organisation/units',
  summary: 'Call centres, clinics and AMK centres of a list',
  query: z.strictObject({ list: ListId.optional() }),
  response: z.object({ list: z.string(), rows: z.array(UnitRow) }),
});

export const FindingRow = z.object({
  code: z.string(),
  kind: z.enum(['wrong', 'check', 'note']),
  text: z.string(),
  /** The record in the file, from 1; left out where the finding is about a municipality. */
  record: z.number().int().optional(),
  service: z.object({ id: z.string(), name: z.string() }).optional(),
  place: z.string().optional(),
  field: z.string().optional(),
  value: z.string().optional(),
  minutes: z.number().int().optional(),
  records: z.array(z.number().int()),
});
export type FindingRow = z.output<typeof FindingRow>;

export const getFindings = route({
  method: 'GET',
  path: '/api/organisation/findings',
  summary: 'What the latest import of a list found wrong in it, record by record',
  query: z.strictObject({ list: ListId }),
  response: z.object({
    list: z.string(),
    records: z.number().int(),
    importedAt: InstantOut.optional(),
    counts: z.array(z.object({ code: z.string(), count: z.number().int() })),
    rows: z.array(FindingRow),
  }),
});
