import { accept, refuse } from '../kernel/index.ts';
import type { CommandOf } from './commands.ts';
import type { ContactDecision } from './refusals.ts';
import type { OpenedContact } from './state.ts';
import type { Party } from './terms.ts';
import { cleanText, textRefusal } from './written-text.ts';

/** What is done together with others: the EMC (AMK), another call centre, the police. */

export function holdConference(contact: OpenedContact, command: CommandOf<'holdConference'>): ContactDecision {
  const { conferenceId, party } = command;
  const refusal = textRefusal('party.name', party.name, 'short');
  if (refusal) return refuse(refusal);
  if (contact.conferences.some((held) => held.conferenceId === conferenceId))
    return refuse({ code: 'already-exists', field: 'conferenceId' });
  return accept({ type: 'conferenceHeld', conferenceId, party: cleanParty(party) });
}

/** Responsibility stays here, and the open receipt stays visible as a task, until the other has received it. */
export function offerHandover(contact: OpenedContact, command: CommandOf<'offerHandover'>): ContactDecision {
  const { handoverId, party } = command;
  const refusal = textRefusal('party.name', party.name, 'short');
  if (refusal) return refuse(refusal);
  const used =
    contact.handovers.some((offered) => offered.handoverId === handoverId) || contact.tasks.some((task) => task.taskId === handoverId);
  if (used) return refuse({ code: 'already-exists', field: 'handoverId' });
  return accept({ type: 'handoverOffered', handoverId, party: cleanParty(party) });
}

/** The time of receipt is when it occurred, as told by the one who confirms. */
export function confirmHandover(contact: OpenedContact, command: CommandOf<'confirmHandover'>): ContactDecision {
  const { handoverId, receivedBy } = command;
  const refusal = textRefusal('receivedBy', receivedBy, 'short');
  if (refusal) return refuse(refusal);
  const offered = contact.handovers.find((handover) => handover.handoverId === handoverId);
  if (!offered) return refuse({ code: 'unknown-reference', field: 'handoverId' });
  if (offered.received)
    return refuse({ code: 'handover-already-received', field: 'handoverId', by: offered.received.by, at: offered.received.at });
  return accept({ type: 'handoverReceived', handoverId, receivedBy: cleanText(receivedBy) });
}

function cleanParty(party: Party): Party {
  return { ...party, name: cleanText(party.name) };
}
