import { type Findings, type Pack, type Suggestion, suggest, type Urgency } from '@vakthavende/core/triage';

/** What the operator has answered so far. `vitalAsked` tells asked and no from not asked. */
export interface Assessment {
  readonly vitalAsked: boolean;
  readonly vital: readonly string[];
  readonly complaint?: string | undefined;
  readonly criteria: readonly string[];
}

export const notAssessed: Assessment = { vitalAsked: false, vital: [], criteria: [] };

/** What was answered when the urgency was last set on the telephone, by the same pack; the vital questions were asked then. */
export function recalled(pack: Pack | undefined, settings: readonly Setting[]): Assessment {
  const last = settings
    .filter((setting) => setting.axis === 'telephone')
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
  if (!pack || !last || last.tool === 'none' || last.tool.pack !== pack.id || last.tool.version !== pack.version) return notAssessed;
  const isVital = (id: string) => pack.vitalQuestions.some((question) => question.id === id);
  return {
    vitalAsked: true,
    vital: last.criteria.filter(isVital),
    complaint: last.complaint,
    criteria: last.criteria.filter((id) => !isVital(id)),
  };
}

interface Setting {
  readonly at: number;
  readonly axis: 'telephone' | 'clinic';
  readonly tool: 'none' | { readonly pack: string; readonly version: string };
  readonly complaint?: string | undefined;
  readonly criteria: readonly string[];
}

export function toggled(list: readonly string[], value: string): readonly string[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}

/** The pack's suggestion; none before the vital questions are asked, for a green one would be a guess. */
export function suggestionFor(pack: Pack | undefined, assessment: Assessment): Suggestion | undefined {
  if (!pack || (!assessment.vitalAsked && assessment.vital.length === 0)) return undefined;
  const result = suggest(pack, findingsOf(assessment));
  return result.suggested ? result.suggestion : undefined;
}

/** As the order to set the urgency takes it. */
export function urgencyOrder(setting: {
  readonly pack: Pack | undefined;
  readonly assessment: Assessment;
  readonly urgency: Urgency;
  readonly departureReason?: string | undefined;
}) {
  const { pack, assessment, urgency, departureReason } = setting;
  const suggestion = suggestionFor(pack, assessment);
  return {
    type: 'setUrgency' as const,
    axis: 'telephone' as const,
    urgency,
    tool: pack ? { pack: pack.id, version: pack.version } : ('none' as const),
    ...(assessment.complaint === undefined ? {} : { complaint: assessment.complaint }),
    criteria: [...assessment.vital, ...assessment.criteria],
    ...(suggestion ? { suggested: suggestion.urgency } : {}),
    ...(departureReason ? { departureReason } : {}),
  };
}

function findingsOf(assessment: Assessment): Findings {
  return { vital: assessment.vital, complaint: assessment.complaint, criteria: assessment.criteria };
}
