import type { Urgency } from './urgency.ts';

/** What a pack may recommend: the classes of action of the contact, by the same names (contact builds on triage, not the other way). */
export const recommendedActions = [
  'nurseAdvice',
  'doctorTelephone',
  'doctorConsultation',
  'otherConsultation',
  'homeVisit',
  'callOut',
  'referred',
  'other',
] as const;
export type RecommendedAction = (typeof recommendedActions)[number];

export const recommendedReferrals = [
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
export type RecommendedReferral = (typeof recommendedReferrals)[number];

/**
 * A decision-support pack: content that belongs to its owner, as data. The engine is ours (domain text, triage).
 * Questions stand in the order they are asked, the most urgent first, and the first nine of a list are answered by the keys 1-9.
 */
export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly owner: string;
  readonly licence: string;
  /** BCP 47: `nb`, `nn`, `en`. */
  readonly language: string;
  /** Not for clinical use. `notice` says so wherever the pack is shown. */
  readonly demonstration: boolean;
  readonly notice: string;
  /** Asked first, whatever the complaint. Yes to any is red. */
  readonly vitalQuestions: readonly Criterion[];
  readonly complaints: readonly Complaint[];
  /** Advice and when to call again, by code. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface Complaint {
  readonly id: string;
  readonly title: string;
  /** Words that callers and operators use. */
  readonly synonyms: readonly string[];
  readonly criteria: readonly Criterion[];
  /** When none of the criteria is present. */
  readonly otherwise: Recommendation;
}

export interface Criterion extends Recommendation {
  readonly id: string;
  readonly text: string;
}

export interface Recommendation {
  readonly urgency: Urgency;
  readonly action: RecommendedAction;
  readonly referral?: RecommendedReferral | undefined;
  /** Confer with the EMC (AMK) at once. */
  readonly conferEmc?: boolean | undefined;
  /** Codes of `texts`. */
  readonly advice: readonly string[];
  readonly callAgain: readonly string[];
}
