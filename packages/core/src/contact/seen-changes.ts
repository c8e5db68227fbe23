import type { ContactOrder } from './commands.ts';
import type { ContactEventType } from './events.ts';
import type { ContactRefusal } from './refusals.ts';
import type { OpenedContact } from './state.ts';

/**
 * Which events a command can put out of force. Two people on the same contact: the second must have seen these to send the command,
 * else gets what changed and keeps what they wrote. Commands that only add are not here. `contactOpened` is not here either:
 * whoever has the contact on the screen has seen it opened.
 */
const overwrites: Partial<Readonly<Record<ContactOrder['type'], readonly ContactEventType[]>>> = {
  correctChannel: ['channelCorrected'],
  stateCaller: ['callerStated'],
  identifyPatient: ['patientIdentified'],
  statePlace: ['placeStated'],
  stateReason: ['reasonStated'],
  setUrgency: ['urgencySet'],
  decideAction: ['actionDecided'],
  expectAtClinic: ['clinicExpected', 'arrived'],
};

/** What closing puts an end to: checked where the sender says what they had seen. */
const endedByClosing: readonly ContactEventType[] = ['urgencySet', 'actionDecided', 'arrived', 'taken', 'handedOver', 'contactReopened'];

/** Who has the patient: somebody else may move it only on having seen who it was. */
export const whoHasThePatient: readonly ContactEventType[] = ['taken', 'handedOver', 'returnedToWaiting'];

export function unseenChange(contact: OpenedContact, type: ContactOrder['type'], seen: number | undefined): ContactRefusal | undefined {
  if (type === 'close') return seen === undefined ? undefined : changedSince(contact, endedByClosing, seen);
  return changedSince(contact, overwrites[type] ?? [], seen);
}

/** `seen` missing, or later than anything that exists, is to have seen nothing. */
export function changedSince(
  contact: OpenedContact,
  types: readonly ContactEventType[],
  seen: number | undefined,
): ContactRefusal | undefined {
  const since = seen !== undefined && seen <= contact.sequence ? seen : 0;
  const changes = types.flatMap((type) => {
    const change = contact.lastChange[type];
    return change && change.sequence > since ? [{ type, ...change }] : [];
  });
  if (changes.length === 0) return undefined;
  return { code: 'contact-changed', changedTypes: changes.map((change) => change.type), changes, sequence: contact.sequence, since };
}
