export type { ContactCommand, ContactOrder } from './commands.ts';
export { type ContactEvent, type ContactEventType, type PageLevel, type PageTarget, sealedContactFields } from './events.ts';
export type { ContactFact } from './fact.ts';
export type { Identity, Sex } from './identity.ts';
export type { Contact, ContactStatus, OpenedContact, Page, Paging, Stamp, Task } from './state.ts';
export { type ActionClass, actionClasses, type Channel, channels, outcomes, type Outcome, type Party, referralTargets, type ReferralTarget, type TaskKind, taskKinds } from './terms.ts';
