import { z } from 'zod';
import { InstantOut, LocalDateIn, PlaceId, ReasonText, route, Slug, Uuid } from '../kernel/index.ts';
import { registerKinds, rowContents } from './model.ts';
import { ListId } from './register.ts';

const kinds = {
  parts: z.strictObject({ kind: z.literal('parts'), row: rowContents.parts }),
  emcs: z.strictObject({ kind: z.literal('emcs'), row: rowContents.emcs }),
  callCentres: z.strictObject({ kind: z.literal('callCentres'), row: rowContents.callCentres }),
  districts: z.strictObject({ kind: z.literal('districts'), row: rowContents.districts }),
  clinics: z.strictObject({ kind: z.literal('clinics'), row: rowContents.clinics }),
  vehicles: z.strictObject({ kind: z.literal('vehicles'), row: rowContents.vehicles }),
  arrangements: z.strictObject({ kind: z.literal('arrangements'), row: rowContents.arrangements }),
};
/** A row of any kind, as a person writes it. */
export const AnyRow = z.discriminatedUnion('kind', [
  kinds.parts,
  kinds.emcs,
  kinds.callCentres,
  kinds.districts,
  kinds.clinics,
  kinds.vehicles,
  kinds.arrangements,
]);
export type AnyRow = z.output<typeof AnyRow>;

/** Of one thing (kind and id). Nothing is deleted: each closes what the register said and adds what it says from now on. */
export const RegisterChange = z.discriminatedUnion('type', [
  /** An id that the list does not have. */
  z.strictObject({ type: z.literal('add'), what: AnyRow }),
  /** In the world something is otherwise from `row.valid.from` on: what held before that day stays. */
  z.strictObject({ type: z.literal('change'), what: AnyRow }),
  /** It never was as the register said: the row that holds on `on` is replaced, its dates too. */
  z.strictObject({ type: z.literal('correct'), on: LocalDateIn, what: AnyRow }),
  /** No longer so from this day. */
  z.strictObject({ type: z.literal('end'), kind: z.enum(registerKinds), id: PlaceId.or(Slug), from: LocalDateIn }),
]);
export type RegisterChange = z.output<typeof RegisterChange>;

/** Something that the editor must know; `refused` stops the change, `check` does not. */
export const EditRemark = z.object({
  code: z.string(),
  severity: z.enum(['refused', 'check']),
  field: z.string().optional(),
  text: z.string(),
});
export type EditRemark = z.output<typeof EditRemark>;

export const PlaceSpan = z.object({
  place: z.string(),
  name: z.string().optional(),
  from: InstantOut,
  to: InstantOut,
  /** For overlaps: ids and names of the arrangements that both have the duty. */
  services: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PlaceSpan = z.output<typeof PlaceSpan>;

export const previewChange = route({
  method: 'POST',
  path: '/api/organisation/preview',
  summary:
    'What a change would mean, before it is made: what stops it, and the gaps and overlaps of the places in the weeks from its first day',
  body: z.strictObject({ list: ListId.optional(), change: RegisterChange }),
  response: z.object({
    list: z.string(),
    version: z.number().int(),
    remarks: z.array(EditRemark),
    /** Of the four weeks from the change's first day, places of the thing changed only; `was` as the register says now. */
    gaps: z.array(PlaceSpan),
    overlaps: z.array(PlaceSpan),
    minutes: z.object({
      gap: z.number().int(),
      overlap: z.number().int(),
      wasGap: z.number().int(),
      wasOverlap: z.number().int(),
    }),
  }),
});

export const editRegister = route({
  method: 'POST',
  path: '/api/organisation/edits',
  summary: 'Change one thing in a list of the register, with the reason; refused where somebody changed the list’s same thing first',
  body: z.strictObject({
    commandId: Uuid,
    list: ListId.optional(),
    /** The version of the thing that the person looked at (`0`: it is new), from the history. */
    expectedVersion: z.number().int().min(0),
    reason: ReasonText,
    change: RegisterChange,
  }),
  response: z.object({ list: z.string(), listVersion: z.number().int(), version: z.number().int(), remarks: z.array(EditRemark) }),
});

/** One change in the register's history. */
export const EditRow = z.object({
  listVersion: z.number().int(),
  at: InstantOut,
  /** Who: a person's name, or the command that imported. */
  actor: z.string(),
  reason: z.string(),
  type: z.enum(['add', 'change', 'correct', 'end', 'import']),
  kind: z.enum(registerKinds).optional(),
  id: z.string().optional(),
  name: z.string().optional(),
  /** For an import: rows added and closed. */
  added: z.number().int(),
  closed: z.number().int(),
});
export type EditRow = z.output<typeof EditRow>;

export const getHistory = route({
  method: 'GET',
  path: '/api/organisation/history',
  summary: 'Who changed a thing (or the list) when and why, newest first, with every row that the register has ever said of the thing',
  query: z.strictObject({
    list: ListId.optional(),
    kind: z.enum(registerKinds).optional(),
    id: PlaceId.or(Slug).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  response: z.object({
    list: z.string(),
    /** Of the thing; of the list where no thing was asked for. */
    version: z.number().int(),
    edits: z.array(EditRow),
    /** Oldest knowledge first. Empty where no thing was asked for. */
    rows: z.array(z.object({ known: z.object({ from: InstantOut, to: InstantOut.optional() }), what: AnyRow })),
    more: z.boolean(),
  }),
});
