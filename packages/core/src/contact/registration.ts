import { accept, refuse } from '../kernel/index.ts';
import type { CommandOf } from './commands.ts';
import { checkIdentity } from './identity-rules.ts';
import type { ContactDecision } from './refusals.ts';
import type { OpenedContact } from './state.ts';
import { cleanOptional, cleanText, firstRefusal, textRefusal, tooLong } from './written-text.ts';

/** Who called, who the patient is, where they are and why: what an operator asks first. */

export function openContact(command: CommandOf<'openContact'>): ContactDecision {
  const { contactId, centreId, channel, personId, callId, place } = command;
  return accept({ type: 'contactOpened', contactId, centreId, channel, personId, callId, place });
}

export function correctChannel(contact: OpenedContact, command: CommandOf<'correctChannel'>): ContactDecision {
  return contact.channel === command.channel ? accept() : accept({ type: 'channelCorrected', channel: command.channel });
}

/** A redial belongs to the same contact; linking it again changes nothing. */
export function linkCall(contact: OpenedContact, command: CommandOf<'linkCall'>): ContactDecision {
  return contact.callIds.includes(command.callId) ? accept() : accept({ type: 'callLinked', callId: command.callId });
}

export function unlinkCall(contact: OpenedContact, command: CommandOf<'unlinkCall'>): ContactDecision {
  if (!contact.callIds.includes(command.callId)) return refuse({ code: 'unknown-reference', field: 'callId' });
  return accept({ type: 'callUnlinked', callId: command.callId });
}

export function stateCaller(_contact: OpenedContact, command: CommandOf<'stateCaller'>): ContactDecision {
  const [name, relation, number] = [cleanOptional(command.name), cleanOptional(command.relation), cleanOptional(command.number)];
  const refusal = firstRefusal(tooLong('name', name, 'short'), tooLong('relation', relation, 'short'), tooLong('number', number, 'short'));
  if (refusal) return refuse(refusal);
  const nothing = name === undefined && relation === undefined && number === undefined;
  return nothing ? refuse({ code: 'text-missing', field: 'name' }) : accept({ type: 'callerStated', name, relation, number });
}

/** The second time is a correction or a merge: the earlier person stays in the contact's history. */
export function identifyPatient(_contact: OpenedContact, command: CommandOf<'identifyPatient'>): ContactDecision {
  const checked = checkIdentity(command.identity, command.now);
  if (!checked.valid) return refuse(checked.refusal);
  return accept({ type: 'patientIdentified', personId: command.personId, identity: checked.identity });
}

export function statePlace(_contact: OpenedContact, command: CommandOf<'statePlace'>): ContactDecision {
  const refusal = firstRefusal(textRefusal('place', command.place, 'short'), tooLong('detail', command.detail, 'reason'));
  if (refusal) return refuse(refusal);
  return accept({
    type: 'placeStated',
    place: cleanText(command.place),
    detail: cleanOptional(command.detail),
    clinicId: command.clinicId,
  });
}

export function stateReason(_contact: OpenedContact, command: CommandOf<'stateReason'>): ContactDecision {
  const refusal = firstRefusal(textRefusal('text', command.text, 'reason'), tooLong('complaint', command.complaint, 'short'));
  if (refusal) return refuse(refusal);
  return accept({ type: 'reasonStated', text: cleanText(command.text), complaint: cleanOptional(command.complaint) });
}
