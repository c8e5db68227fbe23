import { instant, localDate } from '../../kernel/index.ts';
import { municipalityOf, type Place, type PlaceId } from '../place.ts';
import type { ClinicKind, ListId, Position, Premises, UnitId } from '../register.ts';
import type { WeeklyWindow } from '../week.ts';
import { compileRegister, type Register } from './compile.ts';
import type { Arrangement, CallCentre, Clinic, Emc, Opening, RegisterData } from './model.ts';
import type { Knowledge, Validity } from './versions.ts';

/** A list that tells the ordinary week only: no dates, no holidays, no operators. What such a list leaves open stays unknown. */
export interface RegisterSnapshot {
  readonly list: ListId;
  readonly services: readonly Service[];
  readonly callCentres: readonly {
    readonly id: UnitId;
    readonly name: string;
    readonly localNumber: string | undefined;
    readonly overflowPartner: UnitId | undefined;
    readonly emc: UnitId | undefined;
  }[];
  readonly emcs: readonly { readonly id: UnitId; readonly name: string }[];
  readonly clinics: readonly SnapshotClinic[];
  readonly places: readonly Place[];
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly phones: readonly string[];
  readonly places: readonly PlaceId[];
  /** Empty when the source gives no opening hours: unknown, not closed. */
  readonly windows: readonly WeeklyWindow[];
  readonly callCentre: UnitId | undefined;
  readonly comment: string | undefined;
}

export interface SnapshotClinic {
  readonly id: UnitId;
  readonly name: string;
  readonly kind: ClinicKind;
  readonly service: string;
  readonly premises: Premises | undefined;
  readonly phone: string | undefined;
  readonly address: string | undefined;
  readonly position: Position | undefined;
  readonly windows: readonly WeeklyWindow[] | undefined;
  readonly onlyFor: readonly PlaceId[];
}

/** When the rows of such a list hold, and what is said of holidays: nothing, so the weekday's hours. */
export interface SnapshotTerms {
  readonly valid: Validity;
  readonly known: Knowledge;
  readonly source: string;
}

const forEver: SnapshotTerms = { valid: { from: localDate('1900-01-01') }, known: { from: instant(0) }, source: 'list' };

export function indexRegister(snapshot: RegisterSnapshot): Register {
  return compileRegister(registerOfSnapshot(snapshot, forEver));
}

export function registerOfSnapshot(snapshot: RegisterSnapshot, terms: SnapshotTerms): RegisterData {
  const numbers = new Map(snapshot.places.map((place) => [place.municipality, place.part === undefined ? place.name : undefined]));
  for (const { places } of snapshot.services)
    for (const place of places) if (!numbers.has(municipalityOf(place))) numbers.set(municipalityOf(place), undefined);
  return {
    list: snapshot.list,
    municipalities: [...numbers].map(([number, name]) => ({
      number,
      name: name ?? number,
      validFrom: undefined,
      validTo: undefined,
      populations: [],
      centralities: [],
    })),
    changes: [],
    parts: snapshot.places.filter(({ part }) => part !== undefined).map(({ id, name }) => ({ ...terms, id, name: name ?? id })),
    districts: [],
    clinics: snapshot.clinics.map((clinic) => clinicOf(clinic, terms)),
    callCentres: snapshot.callCentres.map((centre): CallCentre => ({ ...unknownOfCentre, ...terms, ...centre })),
    emcs: snapshot.emcs.map((emc): Emc => ({ ...terms, ...emc })),
    vehicles: [],
    arrangements: snapshot.services.map((service) =>
      arrangementOf(
        service,
        snapshot.clinics.filter((clinic) => clinic.service === service.id).map(({ id }) => id),
        terms,
      ),
    ),
  };
}

const unknownOfCentre = {
  routing: [],
  coLocations: [],
  tool: undefined,
  combinedDuties: undefined,
  answersSafetyAlarms: undefined,
} as const;

function openingOf(windows: readonly WeeklyWindow[]): Opening {
  return {
    pattern: windows.length === 0 ? { kind: 'unknown' } : { kind: 'weekly', windows },
    holidays: 'asWeekday',
    exceptions: [],
  };
}

function clinicOf({ service, windows, ...clinic }: SnapshotClinic, terms: SnapshotTerms): Clinic {
  return {
    ...terms,
    ...clinic,
    district: undefined,
    place: undefined,
    coLocations: [],
    equipment: [],
    opening: windows && openingOf(windows),
  };
}

function arrangementOf(service: Service, clinics: readonly UnitId[], terms: SnapshotTerms): Arrangement {
  const { id, name, phones, places, windows, callCentre, comment } = service;
  return {
    ...terms,
    id,
    name,
    phones,
    places,
    callCentre,
    comment,
    clinics,
    opening: openingOf(windows),
    kind: 'duty',
    district: undefined,
    operator: undefined,
    legalForm: undefined,
    host: undefined,
    partners: [],
    web: undefined,
    notes: [],
  };
}
