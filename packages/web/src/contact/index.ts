export { ageOn } from './age.ts';
export { AlarmStrip, alarming } from './alarm-strip.tsx';
export { type ClockEntry, parseFutureClock, parsePastClock, readingOf } from './clock-entry.ts';
export { ClockField } from './clock-field.tsx';
export { Conflict } from './conflict.tsx';
export { ContactLine } from './contact-line.tsx';
export { ContactTimeline } from './contact-timeline.tsx';
export { EarlierContacts } from './earlier-contacts.tsx';
export { EmergencyDialog } from './emergency-dialog.tsx';
export { ageText, birthDateText, readingText, spanText } from './moment.ts';
export { contactOutbox, onAccepted, startOutbox } from './orders/contact-outbox.ts';
export type { Entry, WireOrder } from './orders/outbox.ts';
export { type Orders, useOrders, useUnacknowledged } from './orders/use-orders.ts';
export { identityText, patientText, personFacts } from './patient-text.ts';
export { PlaceLine, placeNameOf, ServedBy, useServedBy } from './served-by.tsx';
export { StepMark, StepRefusal } from './step-mark.tsx';
export { TaskList } from './task-list.tsx';
export {
  actionNames,
  channelNames,
  outcomeNames,
  referralNames,
  statusNames,
  taskNames,
  texts as contactTexts,
  urgencyNames,
} from './texts.nb.ts';
export { timelineLine } from './timeline-text.ts';
export { type EarlierSearch, useContactDetail, useContacts, useEarlier } from './views.ts';
export { readWho, type WhoReading } from './who-field.ts';
