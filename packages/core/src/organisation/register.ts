import type { Place, PlaceId } from './place.ts';
import type { WeeklyWindow } from './week.ts';

/** Which list a row comes from. Lists never mix: a register is one list. */
export type ListId = string;
/** `lvs-forde`, `lv-floro`, `sat-askvoll`. */
export type UnitId = string;

/**
 * The ordinary week of one service: who has the duty for these places in these windows. Public holidays, cycles and validity
 * dates are not told here; a lookup answers for the ordinary week.
 */
export interface Service {
  readonly id: string;
  readonly name: string;
  /** 8 digits, or 5 digits, or 116117; the first is the one to ring. */
  readonly phones: readonly string[];
  readonly places: readonly PlaceId[];
  /** Empty when the source gives no opening hours: unknown, not closed. */
  readonly windows: readonly WeeklyWindow[];
  readonly callCentre: UnitId | undefined;
  /** What the source adds in words. May hide exceptions. */
  readonly comment: string | undefined;
}

/** Legevaktsentral. Answers 116117 at all hours for the places of its services. */
export interface CallCentre {
  readonly id: UnitId;
  readonly name: string;
  /** 8 digits, beside 116117. */
  readonly localNumber: string | undefined;
  /** The centre that takes calls when this one cannot. */
  readonly overflowPartner: UnitId | undefined;
  /** The AMK centre to confer with. */
  readonly emc: UnitId | undefined;
}

/** AMK-sentral, 113. */
export interface Emc {
  readonly id: UnitId;
  readonly name: string;
}

export const clinicKinds = ['main', 'branch', 'satellite'] as const;
export type ClinicKind = (typeof clinicKinds)[number];

export const premisesKinds = ['clinic', 'nursingHome', 'gpSurgery', 'hospital'] as const;
export type Premises = (typeof premisesKinds)[number];

export interface Position {
  /** WGS 84 degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

export interface Clinic {
  readonly id: UnitId;
  readonly name: string;
  readonly kind: ClinicKind;
  readonly service: string;
  readonly premises: Premises | undefined;
  readonly phone: string | undefined;
  readonly address: string | undefined;
  readonly position: Position | undefined;
  /** Undefined: open when its service is. */
  readonly windows: readonly WeeklyWindow[] | undefined;
  /** The places it receives from; empty: all that its service serves. */
  readonly onlyFor: readonly PlaceId[];
}

/** One list as it stands: plain data, indexed by `indexRegister` before it is asked. */
export interface RegisterSnapshot {
  readonly list: ListId;
  readonly services: readonly Service[];
  readonly callCentres: readonly CallCentre[];
  readonly emcs: readonly Emc[];
  readonly clinics: readonly Clinic[];
  readonly places: readonly Place[];
}
