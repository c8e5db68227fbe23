/** How the contact came in (Watchtower project's forms of contact; domain text, contact). */
export const channels = ['patientPhones', 'nextOfKinPhones', 'healthPersonnelPhones', 'directAttendance', 'emc', 'other'] as const;
export type Channel = (typeof channels)[number];

/** What a contact led to, in the classes of the Watchtower project (NKLM 2-2026 §3.1.2; domain text, contact). */
export const actionClasses = [
  'nurseAdvice',
  'doctorTelephone',
  'doctorConsultation',
  'otherConsultation',
  'homeVisit',
  'callOut',
  'referred',
  'other',
] as const;
export type ActionClass = (typeof actionClasses)[number];

/** Where `referred` goes. */
export const referralTargets = [
  'gpNextWorkingDay',
  'dentist',
  'homeNursing',
  'crisisTeam',
  'midwife',
  'police',
  'hospital',
  'municipalBed',
  'other',
] as const;
export type ReferralTarget = (typeof referralTargets)[number];

/** How a contact ended. */
export const outcomes = [
  'advised',
  'home',
  'referred',
  'admitted',
  'municipalBed',
  'transported',
  'leftBeforeSeen',
  'noContact',
  'dead',
  'other',
  /** Opened by mistake, or for a call that belongs to another contact: it was no contact, and counts in no figure. */
  'registeredInError',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Someone outside the unit: an emergency medical communication centre (AMK), another call centre, a clinic. */
export interface Party {
  readonly kind: 'emc' | 'callCentre' | 'clinic' | 'police' | 'fire' | 'other';
  /** The unit's id where it is one of ours. */
  readonly unit?: string | undefined;
  readonly name: string;
}

export const taskKinds = ['callback', 'letterToGp', 'resultPending', 'gpAppointment', 'confirmHandover', 'other'] as const;
export type TaskKind = (typeof taskKinds)[number];
