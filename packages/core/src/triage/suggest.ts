import type { Complaint, Criterion, Pack, Recommendation, RecommendedAction, RecommendedReferral } from './pack.ts';
import { type Urgency, urgencies } from './urgency.ts';

/** What was found present. */
export interface Findings {
  readonly vital: readonly string[];
  readonly complaint?: string | undefined;
  readonly criteria: readonly string[];
}

export interface Suggestion {
  readonly urgency: Urgency;
  readonly decidedBy: DecidedBy;
  readonly action: RecommendedAction;
  readonly referral?: RecommendedReferral | undefined;
  readonly conferEmc: boolean;
  readonly advice: readonly CodedText[];
  readonly callAgain: readonly CodedText[];
}

export type DecidedBy =
  | { readonly kind: 'vital' | 'criterion'; readonly id: string; readonly text: string }
  /** None of the complaint's criteria is present. */
  | { readonly kind: 'otherwise'; readonly id: string; readonly text: string };

export interface CodedText {
  readonly code: string;
  readonly text: string;
}

export type Suggested =
  | { readonly suggested: true; readonly suggestion: Suggestion }
  /** Nothing vital is present and no complaint chosen: the pack has nothing to say. */
  | { readonly suggested: false; readonly reason: 'noComplaint' }
  /** The findings are of another pack or version. */
  | { readonly suggested: false; readonly reason: 'unknownFinding'; readonly id: string };

/**
 * The most urgent of what is present decides, vital questions before criteria, the pack's own order among equals. Advice comes from all
 * that is present and as urgent: a calming advice for a lesser thing has no place beside a red one.
 */
export function suggest(pack: Pack, findings: Findings): Suggested {
  const complaint = pack.complaints.find((candidate) => candidate.id === findings.complaint);
  const unknown = unknownFinding(pack, complaint, findings);
  if (unknown !== undefined) return { suggested: false, reason: 'unknownFinding', id: unknown };
  const present = [
    ...presentOf('vital', pack.vitalQuestions, findings.vital),
    ...presentOf('criterion', complaint?.criteria ?? [], findings.criteria),
  ];
  const deciding = mostUrgent(present) ?? otherwise(complaint);
  if (!deciding) return { suggested: false, reason: 'noComplaint' };
  const asUrgent = [deciding, ...present].map((one) => one.recommendation).filter((one) => one.urgency === deciding.recommendation.urgency);
  return { suggested: true, suggestion: toSuggestion(pack, deciding, asUrgent) };
}

interface Present {
  readonly decidedBy: DecidedBy;
  readonly recommendation: Recommendation;
}

function unknownFinding(pack: Pack, complaint: Complaint | undefined, findings: Findings): string | undefined {
  if (findings.complaint !== undefined && !complaint) return findings.complaint;
  const has = (criteria: readonly Criterion[], id: string) => criteria.some((criterion) => criterion.id === id);
  return findings.vital.find((id) => !has(pack.vitalQuestions, id)) ?? findings.criteria.find((id) => !has(complaint?.criteria ?? [], id));
}

function presentOf(kind: 'vital' | 'criterion', criteria: readonly Criterion[], ids: readonly string[]): readonly Present[] {
  return criteria
    .filter((criterion) => ids.includes(criterion.id))
    .map((criterion) => ({ decidedBy: { kind, id: criterion.id, text: criterion.text }, recommendation: criterion }));
}

function otherwise(complaint: Complaint | undefined): Present | undefined {
  return complaint && { decidedBy: { kind: 'otherwise', id: complaint.id, text: complaint.title }, recommendation: complaint.otherwise };
}

function mostUrgent(present: readonly Present[]): Present | undefined {
  return urgencies.map((urgency) => present.find((one) => one.recommendation.urgency === urgency)).find((one) => one !== undefined);
}

function toSuggestion(pack: Pack, deciding: Present, asUrgent: readonly Recommendation[]): Suggestion {
  const { urgency, action, referral } = deciding.recommendation;
  const texts = (codes: readonly string[]) => [...new Set(codes)].map((code) => ({ code, text: pack.texts[code] ?? code }));
  return {
    urgency,
    decidedBy: deciding.decidedBy,
    action,
    referral,
    conferEmc: asUrgent.some((one) => one.conferEmc === true),
    advice: texts(asUrgent.flatMap((one) => one.advice)),
    callAgain: texts(asUrgent.flatMap((one) => one.callAgain)),
  };
}
