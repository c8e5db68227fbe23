import type { Contact } from './state.ts';

/**
 * Every unit that the contact relates to, each once: the centre that opened it, the clinic it is meant for, the clinics the patient has
 * come to, and those of our own units that responsibility is or was offered to. Access follows this list, and so do facts.
 * A clinic that was named and then corrected before the patient came is not among them.
 */
export function contactUnits(contact: Contact): readonly string[] {
  if (contact.status === 'none') return [];
  const handedTo = contact.handovers.flatMap((handover) => (handover.party.unit === undefined ? [] : [handover.party.unit]));
  const clinic = contact.clinicId === undefined ? [] : [contact.clinicId];
  return [...new Set([contact.centreId, ...clinic, ...contact.arrivedClinicIds, ...handedTo])];
}
