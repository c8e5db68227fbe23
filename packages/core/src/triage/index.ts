export { checkPack, mostQuestions, type PackFault } from './check-pack.ts';
export {
  type Complaint,
  type Criterion,
  type Pack,
  type Recommendation,
  type RecommendedAction,
  type RecommendedReferral,
  recommendedActions,
  recommendedReferrals,
} from './pack.ts';
export { searchComplaints } from './search-complaints.ts';
export { type CodedText, type DecidedBy, type Findings, type Suggested, type Suggestion, suggest } from './suggest.ts';
export { checkSuggestion, type SuggestionCheck } from './suggestion-holds.ts';
export { type TriageAxis, type Urgency, type UrgencySetting, urgencies } from './urgency.ts';
