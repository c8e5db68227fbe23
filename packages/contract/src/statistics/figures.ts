import { z } from 'zod';
import { InstantOut, LocalDateIn, route, Slug } from '../kernel/index.ts';

const Count = z.number().int();

/** Exact counts: rounding is the screen's. `missing` is in the denominator, and unknown whether in the numerator. */
export const FigureOut = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), count: Count }),
  z.object({ kind: z.literal('share'), numerator: Count, denominator: Count, missing: Count }),
  z.object({ kind: z.literal('ratio'), numerator: Count, denominator: Count }),
  /** Null: nothing is known, which is not zero. */
  z.object({ kind: z.literal('median'), seconds: z.number().nullable(), known: Count, missing: Count }),
  z.object({ kind: z.literal('mix'), counts: z.record(z.string(), Count), denominator: Count, missing: Count }),
]);
export type FigureOut = z.output<typeof FigureOut>;

export const FigureDefinition = z.object({
  id: z.string(),
  population: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  missing: z.string(),
  source: z.string(),
});
export type FigureDefinition = z.output<typeof FigureDefinition>;

/** Days in Norway, half-open: `from` is the first day, `to` the first day after. */
const Period = { unit: Slug, from: LocalDateIn, to: LocalDateIn };

export const FiguresOut = z.object({
  unit: z.string(),
  from: z.string(),
  to: z.string(),
  /** When they were counted: everything acknowledged before is in them. */
  asOf: InstantOut,
  /** By figure id. */
  figures: z.record(z.string(), FigureOut),
});
export type FiguresOut = z.output<typeof FiguresOut>;

export const getFigures = route({
  method: 'GET',
  path: '/api/statistics/figures',
  summary: 'Every figure of a unit (a call centre, a clinic, or national) in the days [from, to)',
  query: z.strictObject(Period),
  response: FiguresOut,
});

export const getFigureDefinitions = route({
  method: 'GET',
  path: '/api/statistics/definitions',
  summary: 'What each figure counts: population, numerator, denominator, what missing means, source',
  response: z.object({ definitions: z.array(FigureDefinition) }),
});

/** Which side of the figure the row counts on; the numerator's rows are in the denominator too. */
const counts = z.enum(['numerator', 'denominator']);

/** Rows without identity: neither number nor its hash, no name. */
export const FigureRow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    counts,
    callId: z.string(),
    legId: z.string().optional(),
    offeredAt: InstantOut,
    outcome: z.enum(['answered', 'abandonedWaiting', 'abandonedInMessage', 'overflowed', 'transferred', 'open', 'openInMessage']),
    secondsToAnswer: Count.optional(),
    redialOf: z.string().optional(),
    numberHidden: z.boolean(),
    contactIds: z.array(z.string()),
    place: z.string().optional(),
    byHand: z.boolean(),
  }),
  z.object({
    kind: z.literal('contact'),
    counts,
    contactId: z.string(),
    openedAt: InstantOut,
    closedAt: InstantOut.optional(),
    channel: z.string(),
    firstUrgencyTelephone: z.string().optional(),
    lastUrgency: z.string().optional(),
    firstAction: z.string().optional(),
    lastAction: z.string().optional(),
    outcome: z.string().optional(),
    place: z.string().optional(),
    callIds: z.array(z.string()),
    secondsToDoctor: Count.optional(),
    lateEntries: Count,
    redPaged: z.boolean(),
    secondsToAcknowledge: Count.optional(),
  }),
]);
export type FigureRow = z.output<typeof FigureRow>;

export const getFigureRows = route({
  method: 'GET',
  path: '/api/statistics/figures/:figureId/rows',
  summary: 'The rows behind a figure of a unit on one day, without identity; all of them',
  params: z.strictObject({ figureId: z.string().regex(/^[A-Za-z0-9]{1,60}$/) }),
  query: z.strictObject({ unit: Slug, day: LocalDateIn }),
  response: z.object({ figureId: z.string(), unit: z.string(), day: z.string(), rows: z.array(FigureRow) }),
});
