import { holidayEves, publicHolidays } from '@vakthavende/core/kernel';
import {
  arrangementKinds,
  clinicKinds,
  coLocations,
  holidayRules,
  isWeeklyWindow,
  legalForms,
  operatorKinds,
  premisesKinds,
  professions,
} from '@vakthavende/core/organisation';
import { z } from 'zod';
import { InstantOut, LocalDateIn, PlaceId, ShortText, Slug, Text } from '../kernel/index.ts';

/*
 * The rows of the register as they cross the wire and lie in our own file format: core's types, with dates as text. What the source does
 * not tell is left out, never guessed.
 */

/** Left out where it is not known; in core the key is there with `undefined`. */
function known<T extends z.ZodType>(schema: T) {
  return schema.optional().transform((value) => value);
}

const MunicipalityNumber = z.string().regex(/^\d{4}$/);
/** 116117, five or eight digits. */
const Telephone = z.string().regex(/^(\d{5}|\d{6}|\d{8})$/);
const LongWords = Text.trim().min(1).max(4_000);
const many = 500;

export const WeeklyWindow = z
  .strictObject({ from: z.number().int(), to: z.number().int() })
  .refine(isWeeklyWindow, { params: { code: 'window' } });
const Windows = z.array(WeeklyWindow).max(200);
const DayWindow = z
  .strictObject({ from: z.number().int().min(0).max(1439), to: z.number().int().min(1).max(1440) })
  .refine(({ from, to }) => from < to, { params: { code: 'window' } });

export const Pattern = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('weekly'), windows: Windows }),
  z.strictObject({ kind: z.literal('cycle'), anchor: LocalDateIn, weeks: z.array(Windows).min(1).max(53) }),
]);

const HolidayId = z.enum([...publicHolidays, ...holidayEves]);

export const Opening = z.strictObject({
  pattern: Pattern,
  holidays: z.enum(holidayRules),
  exceptions: z.array(z.strictObject({ on: z.union([HolidayId, LocalDateIn]), windows: z.array(DayWindow).max(20) })).max(400),
});

/** Days, half-open; without `to`: until further notice. */
export const Validity = z.strictObject({ from: LocalDateIn, to: LocalDateIn.optional() });
export const Knowledge = z.strictObject({ from: InstantOut, to: InstantOut.optional() });

const Source = LongWords;
const Places = z.array(PlaceId).max(many);
const Position = z.strictObject({ latitude: z.number().min(57).max(82), longitude: z.number().min(-10).max(35) });
const OrganisationNumber = z.string().regex(/^\d{9}$/);
const Member = z.strictObject({ place: PlaceId, from: LocalDateIn, to: LocalDateIn.optional() });

/** What a person writes: all of a row but when the register came to know it. */
const common = { id: Slug, valid: Validity, source: Source };

export const PlacePartContent = z.strictObject({ ...common, id: PlaceId, name: ShortText });
export const DistrictContent = z.strictObject({
  ...common,
  name: ShortText,
  legalForm: known(z.enum(legalForms)),
  leaderProfession: known(z.enum(professions)),
  members: z.array(Member).max(many),
  organisationNumber: known(OrganisationNumber),
});
export const ClinicContent = z.strictObject({
  ...common,
  name: ShortText,
  kind: z.enum(clinicKinds),
  district: known(Slug),
  place: known(PlaceId),
  premises: known(z.enum(premisesKinds)),
  coLocations: z.array(z.enum(coLocations)).max(coLocations.length),
  equipment: z.array(ShortText).max(100),
  phone: known(Telephone),
  address: known(ShortText),
  position: known(Position),
  opening: known(Opening),
  onlyFor: Places,
});
export const CallCentreContent = z.strictObject({
  ...common,
  name: ShortText,
  routing: z.array(Member).max(many),
  localNumber: known(z.string().regex(/^\d{8}$/)),
  coLocations: z.array(z.enum(coLocations)).max(coLocations.length),
  tool: known(ShortText),
  combinedDuties: known(z.boolean()),
  overflowPartner: known(Slug),
  answersSafetyAlarms: known(z.boolean()),
  emc: known(Slug),
});
export const EmcContent = z.strictObject({ ...common, name: ShortText });
export const VehicleContent = z.strictObject({ ...common, name: ShortText, district: Slug, clinic: known(Slug) });
export const ArrangementContent = z.strictObject({
  ...common,
  name: ShortText,
  kind: z.enum(arrangementKinds),
  places: Places,
  district: known(Slug),
  operator: known(z.strictObject({ kind: z.enum(operatorKinds), name: ShortText, organisationNumber: known(OrganisationNumber) })),
  legalForm: known(z.enum(legalForms)),
  host: known(MunicipalityNumber),
  partners: z.array(MunicipalityNumber).max(many),
  clinics: z.array(Slug).max(100),
  callCentre: known(Slug),
  phones: z.array(Telephone).max(10),
  opening: Opening,
  comment: known(LongWords),
  web: known(Text.max(500)),
  notes: z.array(z.strictObject({ code: Slug, text: LongWords })).max(100),
});

/** The kinds of rows, in the order that they refer to each other. */
export const registerKinds = ['parts', 'emcs', 'callCentres', 'districts', 'clinics', 'vehicles', 'arrangements'] as const;
export type RegisterKind = (typeof registerKinds)[number];

export const rowContents = {
  parts: PlacePartContent,
  emcs: EmcContent,
  callCentres: CallCentreContent,
  districts: DistrictContent,
  clinics: ClinicContent,
  vehicles: VehicleContent,
  arrangements: ArrangementContent,
} as const satisfies Record<RegisterKind, z.ZodType>;

const knowledge = { known: Knowledge };
export const PlacePart = PlacePartContent.extend(knowledge);
export const District = DistrictContent.extend(knowledge);
export const Clinic = ClinicContent.extend(knowledge);
export const CallCentre = CallCentreContent.extend(knowledge);
export const Emc = EmcContent.extend(knowledge);
export const Vehicle = VehicleContent.extend(knowledge);
export const Arrangement = ArrangementContent.extend(knowledge);

/** One register with the rows that were asked for. */
export const RegisterRows = z.strictObject({
  parts: z.array(PlacePart),
  emcs: z.array(Emc),
  callCentres: z.array(CallCentre),
  districts: z.array(District),
  clinics: z.array(Clinic),
  vehicles: z.array(Vehicle),
  arrangements: z.array(Arrangement),
});
export type RegisterRows = z.output<typeof RegisterRows>;
