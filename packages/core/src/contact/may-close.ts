import { isRed } from './current-urgency.ts';
import type { ContactRefusal } from './refusals.ts';
import type { OpenedContact } from './state.ts';
import type { Outcome } from './terms.ts';

/** Outcomes where nobody got so far as to decide anything. */
const withoutAction: readonly Outcome[] = ['leftBeforeSeen', 'noContact', 'registeredInError'];

/**
 * What stands in the way of closing: a handover that nobody has received, an alarm that nobody has answered, or no action decided.
 * Open tasks do not: they stay visible until done.
 */
export function mayNotClose(contact: OpenedContact, outcome: Outcome): ContactRefusal | undefined {
  const open = contact.handovers.filter((handover) => !handover.received);
  if (open.length > 0) return { code: 'handover-open', handoverIds: open.map((handover) => handover.handoverId) };
  if (alarmUnanswered(contact)) return { code: 'red-not-acknowledged', state: contact.paging.state };
  if (contact.actions.length === 0 && !withoutAction.includes(outcome)) return { code: 'action-missing', field: 'action' };
  return undefined;
}

/**
 * The EMC (AMK) having received the patient answers the alarm too, and so does conferring with it when nobody on duty answered: then the operator
 * was told to. A page that is out is waited for even if the urgency was lowered.
 */
function alarmUnanswered(contact: OpenedContact): boolean {
  const { paging } = contact;
  const { state } = paging;
  const unanswered = state === 'due' || state === 'waiting' || (state === 'exhausted' && isRed(contact.urgencySettings));
  const conferred = state === 'exhausted' && contact.conferences.some(({ party, at }) => party.kind === 'emc' && at >= paging.at);
  return unanswered && !conferred && !contact.handovers.some((handover) => handover.party.kind === 'emc' && handover.received);
}
