export { needsClinic, shortestDepartureReason } from './assessment.ts';
export type { CommandOf, ContactCommand, ContactOrder } from './commands.ts';
export { contactFacts, nationalUnit } from './contact-facts.ts';
export { contactStatus } from './contact-status.ts';
export { contactUnits, servingUnits } from './contact-units.ts';
export { currentUrgency, currentUrgencyOn } from './current-urgency.ts';
export { decideContact } from './decide.ts';
export {
  type Diagnosis,
  type DiagnosisList,
  type DiagnosisListReading,
  isDiagnosisCode,
  knownDiagnosis,
  readDiagnosisList,
} from './diagnosis.ts';
export { type ContactEvent, type ContactEventType, type PageLevel, type PageTarget, sealedContactFields } from './events.ts';
export { evolveContact, initialContact } from './evolve.ts';
export type { ContactFact } from './fact.ts';
export type { Identity, Sex } from './identity.ts';
export { checkNationalId, type NationalId, type NationalIdCheck, type NationalIdType } from './national-id.ts';
export { nextLook, resendAfter } from './next-look.ts';
export { clockSkew, furthestBack, heldAt, isLateEntry, lateAfter } from './occurred-at.ts';
export { capabilityFor, orderCapability } from './order-capability.ts';
export { answerTimes, type DutyContact, nextPagingStep, type OnDuty, type PagingStep } from './paging-step.ts';
export type { ContactDecision, ContactRefusal, ContactRefusalCode, NationalIdFault } from './refusals.ts';
export type { Change, Contact, ContactStatus, OpenedContact, Page, Paging, Stamp, Task } from './state.ts';
export {
  type ActionClass,
  actionClasses,
  type Channel,
  channels,
  type Outcome,
  outcomes,
  type Party,
  type ReferralTarget,
  referralTargets,
  type TaskKind,
  taskKinds,
} from './terms.ts';
export { listLimit, textLimits } from './written-text.ts';
