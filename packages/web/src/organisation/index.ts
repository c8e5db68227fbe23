export { minuteText, openingText, windowsText } from './opening-text.ts';
export { municipalityOn, placeNameOn } from './place-names.ts';
export { answersAt, drawnStates, type PlaceAnswer, type PlaceState, placeStates, stateOf } from './place-state.ts';
export { StateMark, StatePatterns, stateFill } from './state-patterns.tsx';
export { texts as registerWords } from './texts.nb.ts';
export { useServedClinics, useUnitName, useUnits } from './unit-name.ts';
export { type LoadedRegister, refreshRegister, registerKey, useRegister, useRegisterLists } from './use-register.ts';
export { holidayText, spanText, WeekPicture } from './week-picture.tsx';
export { type AnswerSpan, mondayOf, servicesOf, spansOf } from './week-spans.ts';
