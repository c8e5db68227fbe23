export { type Assessment, notAssessed, recalled, suggestionFor, toggled, urgencyOrder } from './assessment.ts';
export { ComplaintField } from './complaint-field.tsx';
export { KeyGroup, type KeyGroupProps, type KeyOption } from './key-group.tsx';
export { SuggestionLine } from './suggestion-line.tsx';
export { texts as triageTexts, urgencyKeys, urgencyLabels } from './texts.nb.ts';
export { UrgencyChoice } from './urgency-choice.tsx';
export { usePack } from './use-pack.ts';
export { VitalQuestions } from './vital-questions.tsx';
