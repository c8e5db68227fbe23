import type { Pack } from './pack.ts';
import { suggest } from './suggest.ts';
import type { Urgency, UrgencySetting } from './urgency.ts';

/** Whether a setting says of its tool what the tool says: the pack in use, and what that suggests on these findings. */
export type SuggestionCheck =
  | { readonly holds: true }
  | { readonly holds: false; readonly code: 'tool-unknown' }
  | { readonly holds: false; readonly code: 'suggestion-differs'; readonly suggested: Urgency | undefined };

/** For the telephone's axis: the clinic's tools are others', and not loaded here. Criteria hold vital questions and the complaint's alike. */
export function checkSuggestion(pack: Pack, setting: UrgencySetting): SuggestionCheck {
  if (setting.tool === 'none' || setting.axis === 'clinic') return { holds: true };
  if (setting.tool.pack !== pack.id || setting.tool.version !== pack.version) return { holds: false, code: 'tool-unknown' };
  const isVital = (id: string) => pack.vitalQuestions.some((question) => question.id === id);
  const suggested = suggest(pack, {
    vital: setting.criteria.filter(isVital),
    complaint: setting.complaint,
    criteria: setting.criteria.filter((id) => !isVital(id)),
  });
  const urgency = suggested.suggested ? suggested.suggestion.urgency : undefined;
  return urgency === setting.suggested ? { holds: true } : { holds: false, code: 'suggestion-differs', suggested: urgency };
}
