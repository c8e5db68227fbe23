export {
  CallCentreRow,
  ClinicRow,
  FindingRow,
  getFindings,
  getServedBy,
  getUnits,
  ListId,
  PlaceRow,
  Position,
  ServedByAnswer,
  ServiceRow,
  searchPlaces,
  UnitRow,
} from './register.ts';
export { getSession, Session } from './session.ts';
export { findingText, gapText, importRefusalText, organisationRefusals } from './texts.nb.ts';
