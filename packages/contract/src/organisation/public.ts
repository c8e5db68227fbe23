import { z } from 'zod';
import { InstantIn, InstantOut, PlaceId, route } from '../kernel/index.ts';

/** What anybody may ask without logging in: where am I, and who is my legevakt now. No person, no secret; answers may be kept for a minute. */
export const publicPath = '/her';

export const PublicPlace = z.object({
  id: z.string(),
  name: z.string(),
  /** The municipality's name, where the place is a part of one. */
  municipality: z.string().optional(),
  /** Parts that belong elsewhere than the rest: ask which. */
  parts: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type PublicPlace = z.output<typeof PublicPlace>;

export const searchPublicPlaces = route({
  method: 'GET',
  path: '/api/her/steder',
  summary: 'Open to all: municipalities and parts of them whose name or number begins with the text',
  query: z.strictObject({ q: z.string().trim().max(60) }),
  response: z.object({ rows: z.array(PublicPlace), more: z.boolean() }),
});

export const PublicClinic = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string().optional(),
  /** As it is dialled: 8 digits, or fewer. */
  phone: z.string().optional(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  /** Left out where it stays open for a week or more. */
  opensUntil: InstantOut.optional(),
});
export type PublicClinic = z.output<typeof PublicClinic>;

export const PublicAnswer = z.object({
  place: PublicPlace,
  at: InstantOut,
  /** `ownGp`: in the daytime one's own GP takes acute needs. `gap`: the register knows of nobody; 116117 answers all the same. */
  kind: z.enum(['service', 'ownGp', 'gap', 'unknown']),
  /** Always these two, in this order. */
  emergencyNumber: z.literal('113'),
  legevaktNumber: z.literal('116117'),
  /** Beside 116117: the service's own or the call centre's. */
  localNumber: z.string().optional(),
  callCentre: z.string().optional(),
  service: z.string().optional(),
  clinics: z.array(PublicClinic),
  /** In the source's own words; may hold exceptions. */
  comments: z.array(z.string()),
  /** The first instant after `at` when the answer is another; left out where none is found within a week. */
  changesAt: InstantOut.optional(),
  /** The demonstration's register, which nobody may act on. */
  demo: z.boolean(),
});
export type PublicAnswer = z.output<typeof PublicAnswer>;

export const getPublicAnswer = route({
  method: 'GET',
  path: '/api/her',
  summary: 'Open to all: who is the legevakt of a place now, or at an instant',
  query: z.strictObject({ place: PlaceId, at: InstantIn.optional() }),
  response: PublicAnswer,
});
