import { accept, refuse } from '../kernel/index.ts';
import type { CommandOf } from './commands.ts';
import type { ContactEvent } from './events.ts';
import { agreedTimeRefusal } from './occurred-at.ts';
import { answeredByDoctor } from './page-commands.ts';
import type { ContactDecision, ContactRefusal } from './refusals.ts';
import { changedSince, whoHasThePatient } from './seen-changes.ts';
import type { OpenedContact } from './state.ts';

/** The way through the clinic: expected, arrived, with somebody, waiting again. */

export function expectAtClinic(contact: OpenedContact, command: CommandOf<'expectAtClinic'>): ContactDecision {
  const { clinicId, expectedAt, occurredAt } = command;
  const refusal = alreadyThere(contact, clinicId) ?? agreedTimeRefusal('expectedAt', expectedAt, occurredAt);
  return refusal ? refuse(refusal) : accept({ type: 'clinicExpected', clinicId, expectedAt });
}

/** Also without being expected: people come in from the street. */
export function arrive(contact: OpenedContact, command: CommandOf<'arrive'>): ContactDecision {
  const refusal = alreadyThere(contact, command.clinicId);
  return refusal ? refuse(refusal) : accept({ type: 'arrived', clinicId: command.clinicId });
}

function alreadyThere(contact: OpenedContact, clinicId: string): ContactRefusal | undefined {
  if (contact.arrivedAt === undefined || contact.clinicId !== clinicId) return undefined;
  return { code: 'already-arrived', field: 'clinicId', clinicId, since: contact.arrivedAt };
}

/** Nobody is taken from another by a click: that is a handover. A nurse who is also the doctor may change to it. */
export function take(contact: OpenedContact, command: CommandOf<'take'>): ContactDecision {
  const { takenBy } = contact;
  const { actor, as } = command;
  if (takenBy && takenBy.staffId !== actor) {
    return refuse({ code: 'already-taken', by: takenBy.staffId, as: takenBy.as, since: takenBy.since });
  }
  if (takenBy?.as === as) return accept();
  const answered = as === 'doctor' ? answeredByDoctor(contact, actor) : [];
  return accept<ContactEvent>({ type: 'taken', staffId: actor, as }, ...answered);
}

export function handOver(contact: OpenedContact, command: CommandOf<'handOver'>): ContactDecision {
  const refusal = mayNotMove(contact, command);
  if (refusal) return refuse(refusal);
  if (contact.takenBy?.staffId === command.toStaffId) return accept();
  return accept({ type: 'handedOver', toStaffId: command.toStaffId, as: command.as });
}

export function returnToWaiting(contact: OpenedContact, command: CommandOf<'returnToWaiting'>): ContactDecision {
  const refusal = mayNotMove(contact, command);
  return refusal ? refuse(refusal) : accept({ type: 'returnedToWaiting' });
}

/** The one who has the patient may always move them on; another only on having seen who has. */
function mayNotMove(contact: OpenedContact, command: CommandOf<'handOver' | 'returnToWaiting'>): ContactRefusal | undefined {
  if (!contact.takenBy) return { code: 'not-taken' };
  return contact.takenBy.staffId === command.actor ? undefined : changedSince(contact, whoHasThePatient, command.seen);
}
