export { type Assignment, type Capability, can, capabilities, type Role, type Staff, unitsWith } from './access.ts';
export { type Overlap, type WeekCoverage, weekCoverage } from './coverage.ts';
export { type HelsenorgeList, type ImportRefusal, importLimits, type ParsedList, parseHelsenorge } from './helsenorge.ts';
export { type Finding, type FindingCode, type FindingKind, findingKinds } from './helsenorge-finding.ts';
export type { HelsenorgeRecord } from './helsenorge-record.ts';
export { indexRegister, type Register } from './lookup.ts';
export {
  type CentralityClass,
  type CentralityVersion,
  centralityClass2020,
  centralityClasses2020,
  type SizeGroup,
  sizeGroupOf,
  sizeGroups,
} from './municipality.ts';
export { municipalityOf, type Place, type PlaceId, parsePlaceId } from './place.ts';
export {
  type Arrangement,
  type ArrangementKind,
  arrangementKinds,
  type CallCentre,
  type Clinic,
  type CoLocation,
  coLocations,
  type District,
  type Emc,
  type Exception,
  type Geography,
  type HolidayRule,
  holidayRules,
  type LegalForm,
  legalForms,
  type Member,
  type Municipality,
  type MunicipalityChange,
  type Note,
  type Opening,
  type Operator,
  type OperatorKind,
  operatorKinds,
  type PlacePart,
  type Profession,
  professions,
  type RegisterData,
  type Vehicle,
} from './register/model.ts';
export type { Pattern } from './register/pattern.ts';
export type {
  Gap,
  GapReason,
  MemberOn,
  OverlapSpan,
  OwnGp,
  PlaceCoverage,
  Served,
  ServedBy,
} from './register/questions.ts';
export type { Knowledge, Validity, Versioned } from './register/versions.ts';
export type { RegisterSnapshot, Service } from './register.ts';
export { type ClinicKind, clinicKinds, type ListId, type Position, type Premises, premisesKinds, type UnitId } from './register.ts';
export { servedBy } from './served-by.ts';
export { closedMinutes, isWeeklyWindow, openMinutes, totalMinutes, type WeeklyWindow, wholeWeek } from './week.ts';
