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
  type CallCentre,
  type Clinic,
  type ClinicKind,
  clinicKinds,
  type Emc,
  type ListId,
  type Position,
  type Premises,
  premisesKinds,
  type RegisterSnapshot,
  type Service,
  type UnitId,
} from './register.ts';
export { clinicsOfSameService } from './same-duty.ts';
export { type Gap, type GapReason, type Served, type ServedBy, servedBy } from './served-by.ts';
export { closedMinutes, isWeeklyWindow, openMinutes, totalMinutes, type WeeklyWindow, wholeWeek } from './week.ts';
