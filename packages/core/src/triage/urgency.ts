/** Norwegian telephone axis: rød akutt, gul haster, grønn vanlig. The clinic's tools use the same colour words for other things. */
export const urgencies = ['red', 'yellow', 'green'] as const;
export type Urgency = (typeof urgencies)[number];

/** Telephone decision support, or triage on arrival: kept apart (domain text, triage). */
export type TriageAxis = 'telephone' | 'clinic';

/** One setting of urgency: who and when surround it; every setting is kept. */
export interface UrgencySetting {
  readonly axis: TriageAxis;
  readonly urgency: Urgency;
  /** Decision-support pack and version, or `none` where it was set by judgement alone. */
  readonly tool: { readonly pack: string; readonly version: string } | 'none';
  readonly complaint?: string | undefined;
  /** Criteria of the pack that were found present. */
  readonly criteria: readonly string[];
  /** What the tool suggested; a departure needs a reason. */
  readonly suggested?: Urgency | undefined;
  readonly departureReason?: string | undefined;
}
