import type { HolidayId, Interval, LocalDate } from '../../kernel/index.ts';
import type { CentralityClass, CentralityVersion } from '../municipality.ts';
import type { PlaceId } from '../place.ts';
import type { ClinicKind, ListId, Position, Premises, UnitId } from '../register.ts';
import type { Pattern } from './pattern.ts';
import type { Validity, Versioned } from './versions.ts';

/** A municipality while it had this number: numbers change, so the key is number and `validFrom`. */
export interface Municipality {
  /** Four digits. */
  readonly number: string;
  readonly name: string;
  /** Undefined: longer than the change table reaches. */
  readonly validFrom: LocalDate | undefined;
  /** The first day without it. */
  readonly validTo: LocalDate | undefined;
  readonly county?: { readonly number: string; readonly name: string } | undefined;
  /** Counted on these dates, oldest first. */
  readonly populations: readonly { readonly date: LocalDate; readonly inhabitants: number }[];
  readonly centralities: readonly { readonly version: CentralityVersion; readonly class: CentralityClass }[];
  /** A point to draw it by: its centre, or a point in its area. */
  readonly position?: Position | undefined;
}

/** On `date`, all or a part of `from` became all or a part of `to`. A merger or a split is several rows. */
export interface MunicipalityChange {
  readonly date: LocalDate;
  readonly from: string;
  readonly to: string;
  /** The name it had until then; makes the named part of what it became. */
  readonly fromName: string;
}

/** A named part that belongs elsewhere than the rest of its municipality; id is number and name: `4640-balestrand`. */
export interface PlacePart extends Versioned {
  readonly name: string;
}

export const legalForms = ['own', 'hostCooperation', 'taskCommunity', 'iksOrAs', 'bought'] as const;
/**
 * `own`: without co-operation (municipal unit, foretak or AS); `hostCooperation`: vertskommunesamarbeid; `taskCommunity`: kommunalt
 * oppgavefellesskap; `iksOrAs`: interkommunalt selskap or AS; `bought`: run by a private company or the hospital trust.
 */
export type LegalForm = (typeof legalForms)[number];

export const operatorKinds = ['municipality', 'company', 'hospitalTrust'] as const;
export type OperatorKind = (typeof operatorKinds)[number];

export interface Operator {
  readonly kind: OperatorKind;
  readonly name: string;
  /** Nine digits of Enhetsregisteret. */
  readonly organisationNumber?: string | undefined;
}

export const professions = ['doctor', 'nurse', 'other'] as const;
export type Profession = (typeof professions)[number];

export interface District extends Versioned {
  readonly name: string;
  readonly legalForm: LegalForm | undefined;
  readonly leaderProfession?: Profession | undefined;
  readonly members: readonly Member[];
  readonly organisationNumber?: string | undefined;
}

export interface Member extends Validity {
  readonly place: PlaceId;
}

export const coLocations = [
  'gpSurgery',
  'callCentre',
  'municipalBed',
  'nursingHome',
  'ambulanceStation',
  'hospital',
  'sykestue',
  'sharedEmergencyReception',
] as const;
export type CoLocation = (typeof coLocations)[number];

/** Premises where patients are seen. */
export interface Clinic extends Versioned {
  readonly name: string;
  readonly kind: ClinicKind;
  readonly district: UnitId | undefined;
  /** The municipality or part it stands in; undefined where the source does not tell. */
  readonly place: PlaceId | undefined;
  readonly premises: Premises | undefined;
  readonly coLocations: readonly CoLocation[];
  /** In words: `CRP`, `EKG`, `video`. */
  readonly equipment: readonly string[];
  readonly phone: string | undefined;
  readonly address: string | undefined;
  readonly position: Position | undefined;
  /** Undefined: open when its arrangement is. */
  readonly opening: Opening | undefined;
  /** The places it receives from; empty: all that its arrangement serves. */
  readonly onlyFor: readonly PlaceId[];
}

/** Legevaktsentral. Answers 116117 at all hours for the places routed to it. */
export interface CallCentre extends Versioned {
  readonly name: string;
  /** 116117 from these places comes here. Empty: as the arrangements say. */
  readonly routing: readonly Member[];
  /** 8 digits, beside 116117. */
  readonly localNumber: string | undefined;
  readonly coLocations: readonly CoLocation[];
  /** The decision-support tool, in words. */
  readonly tool: string | undefined;
  /** Whether its operators also work in a clinic; undefined: not known. */
  readonly combinedDuties: boolean | undefined;
  /** The centre that takes calls when this one cannot. */
  readonly overflowPartner: UnitId | undefined;
  readonly answersSafetyAlarms: boolean | undefined;
  /** The AMK centre to confer with. */
  readonly emc: UnitId | undefined;
}

/** AMK-sentral, 113. */
export interface Emc extends Versioned {
  readonly name: string;
}

/** Legevaktbil. */
export interface Vehicle extends Versioned {
  readonly name: string;
  readonly district: UnitId;
  /** Where it stands. */
  readonly clinic: UnitId | undefined;
}

export const holidayRules = ['asWeekday', 'asSunday', 'closed', 'allDay'] as const;
/** What holds on a public holiday from 00:00 to 24:00: the weekday's minutes, Sunday's minutes, none, or all. */
export type HolidayRule = (typeof holidayRules)[number];

/** When something is open: the pattern, what holds on public holidays instead, and single days before both. */
export interface Opening {
  readonly pattern: Pattern;
  readonly holidays: HolidayRule;
  readonly exceptions: readonly Exception[];
}

/** A single day, or a named day each year, with its own hours in minutes of the day [from, to) within 0-1440; none: closed. */
export interface Exception {
  readonly on: LocalDate | HolidayId;
  readonly windows: readonly Interval[];
}

export const arrangementKinds = ['duty', 'ownGp'] as const;
/** `duty`: somebody has the legevakt duty; `ownGp`: people are told to go to their own GP, no day service. */
export type ArrangementKind = (typeof arrangementKinds)[number];

/**
 * Ordning: the way some places' duty is met in a part of the week, between two dates. Says what is so; KOSTRA's forms A-D are derived.
 */
export interface Arrangement extends Versioned {
  readonly name: string;
  readonly kind: ArrangementKind;
  readonly places: readonly PlaceId[];
  readonly district: UnitId | undefined;
  /** Undefined where the source does not tell. */
  readonly operator: Operator | undefined;
  /** Undefined where the source does not tell: then no KOSTRA form can be derived. */
  readonly legalForm: LegalForm | undefined;
  /** Permanent host municipality, by number. */
  readonly host: string | undefined;
  /** Municipalities in the agreement beside the host, by number. */
  readonly partners: readonly string[];
  readonly clinics: readonly UnitId[];
  readonly callCentre: UnitId | undefined;
  /** 8 digits, or 5 digits, or 116117; the first is the one to ring. */
  readonly phones: readonly string[];
  readonly opening: Opening;
  /** What the source adds in words. May hide exceptions. */
  readonly comment: string | undefined;
  readonly web: string | undefined;
  /** What a person must resolve, in words of the source. */
  readonly notes: readonly Note[];
}

export interface Note {
  readonly code: string;
  readonly text: string;
}

/** The municipalities over time and how their numbers change: the ground that every register stands on. */
export interface Geography {
  readonly municipalities: readonly Municipality[];
  readonly changes: readonly MunicipalityChange[];
}

/** One register as it stands, with all its versions: plain data, validated by `checkRegister` and asked through `compileRegister`. */
export interface RegisterData extends Geography {
  readonly list: ListId;
  readonly parts: readonly PlacePart[];
  readonly districts: readonly District[];
  readonly clinics: readonly Clinic[];
  readonly callCentres: readonly CallCentre[];
  readonly emcs: readonly Emc[];
  readonly vehicles: readonly Vehicle[];
  readonly arrangements: readonly Arrangement[];
}
