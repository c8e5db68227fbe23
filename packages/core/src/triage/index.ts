export { type TriageAxis, urgencies, type Urgency, type UrgencySetting } from './urgency.ts';
