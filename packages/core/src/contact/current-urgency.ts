import type { TriageAxis, UrgencySetting } from '../triage/index.ts';
import type { Contact, OpenedContact, Stamp } from './state.ts';

/** The setting that holds: the latest by when it was set, on either axis. */
export function currentUrgency(contact: Contact): (UrgencySetting & Stamp) | undefined {
  return contact.status === 'none' ? undefined : contact.urgencySettings.at(-1);
}

/** The latest setting of one axis: the telephone's and the clinic's colours mean different things. */
export function currentUrgencyOn(contact: Contact, axis: TriageAxis): (UrgencySetting & Stamp) | undefined {
  return contact.status === 'none' ? undefined : contact.urgencySettings.findLast((setting) => setting.axis === axis);
}

export function isRed(settings: OpenedContact['urgencySettings']): boolean {
  return settings.at(-1)?.urgency === 'red';
}
