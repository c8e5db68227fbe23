export { type Assignment, type Capability, can, capabilities, type Role, type Staff, unitsWith } from './access.ts';
export { type HelsenorgeList, type ImportRefusal, importLimits, type ParsedList, parseHelsenorge } from './helsenorge.ts';
export { type Finding, type FindingCode, type FindingKind, findingKinds } from './helsenorge-finding.ts';
export type { HelsenorgeRecord } from './helsenorge-record.ts';
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
export { type PlaceHistory, slugOf } from './register/carry.ts';
export {
  acceptRegister,
  type CheckedRegister,
  checkRegister,
  type ProblemSeverity,
  type RegisterProblem,
  type RegisterProblemCode,
  type RegisterTable,
  registerProblems,
  registerTables,
  severityOf,
} from './register/check.ts';
export { checkOpening } from './register/check-opening.ts';
export {
  type AskedOf,
  type Compared,
  membersOf,
  type PlaceChange,
  type RegisterChanges,
  type RowChange,
  rowsOn,
  whatChanged,
} from './register/compare.ts';
export { compileRegister, type Register, type RegisterView } from './register/compile.ts';
export { allPlaces, coverage } from './register/coverage.ts';
export { type FhirTerms, fhirBundle } from './register/fhir.ts';
export type { FhirBundle, FhirResource } from './register/fhir-types.ts';
export { parseRegisterCsv, writeRegisterCsv } from './register/file-csv.ts';
export {
  type FileHead,
  type FileProblem,
  type FileProblemCode,
  type ParsedRegister,
  parseRegisterJson,
  type RegisterRows,
  type RowLines,
  registerFileLimits,
  registerFormat,
  writeRegisterJson,
} from './register/file-format.ts';
export {
  formsOn,
  type KostraForm,
  kostraForms,
  type MunicipalityForms,
  municipalitiesOn,
  type SubForm,
  subForms,
} from './register/forms.ts';
export { type GeographySources, geographyOf, type MunicipalityRow } from './register/geography.ts';
export { type CarriedNumber, carriedNumbers, type HelsenorgeTerms, helsenorgeRegister } from './register/helsenorge-register.ts';
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
export type { Gap, GapReason, MemberOn, OverlapSpan, OwnGp, PlaceCoverage, Served, ServedBy } from './register/questions.ts';
export { servedBy } from './register/served-by.ts';
export { indexRegister, type RegisterSnapshot, registerOfSnapshot, type Service, type SnapshotTerms } from './register/snapshot.ts';
export { type ServedSpan, servedSpans } from './register/spans.ts';
export { type Counted, type SsbTable, ssbTableDefinitions, ssbTables, type TableDefinition, traitsOn } from './register/ssb-tables.ts';
export type { Knowledge, Validity, Versioned } from './register/versions.ts';
export { type Overlap, type WeekCoverage, weekCoverage } from './register/week-coverage.ts';
export { type WeekRow, type WeekTotals, weekTotals, weekTotalsCsv } from './register/week-totals.ts';
export { type ClinicKind, clinicKinds, type ListId, type Position, type Premises, premisesKinds, type UnitId } from './register.ts';
export { clinicsOfSameDuty } from './same-duty.ts';
export { closedMinutes, isWeeklyWindow, openMinutes, totalMinutes, type WeeklyWindow, wholeWeek } from './week.ts';
