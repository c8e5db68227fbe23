import type { Contact, OpenedContact } from './state.ts';

/**
 * Every unit that the contact relates to, each once: those it has been with (`servingUnits`), and while a red alarm has no other place to be, the
 * units whose people were paged. Access and screens follow this list.
 */
export function contactUnits(contact: Contact): readonly string[] {
  return contact.status === 'none' ? [] : [...new Set([...servingUnits(contact), ...alarmedUnits(contact)])];
}

/**
 * The units that the contact has been with: the centre that opened it, the clinic it is meant for, the clinics the patient has come to, and those of
 * our own units that responsibility is or was offered to. Facts follow this list. A clinic that was named and then corrected before the patient came
 * is not among them.
 */
export function servingUnits(contact: Contact): readonly string[] {
  if (contact.status === 'none') return [];
  const handedTo = contact.handovers.flatMap((handover) => (handover.party.unit === undefined ? [] : [handover.party.unit]));
  const clinic = contact.clinicId === undefined ? [] : [contact.clinicId];
  return [...new Set([contact.centreId, ...clinic, ...contact.arrivedClinicIds, ...handedTo])];
}

/**
 * Red is often set before a clinic is named. Then the doctors on duty are paged, and the nurse beside them must hear it too: the screens of all the units
 * paged, until somebody has answered; from then on those of the one who did, until a clinic is named.
 */
function alarmedUnits(contact: OpenedContact): readonly string[] {
  const { paging } = contact;
  if (paging.state === 'notNeeded' || contact.status === 'closed') return [];
  if (paging.state !== 'acknowledged') return paging.pages.flatMap((page) => page.unit ?? []);
  if (contact.clinicId !== undefined) return [];
  return paging.pages.flatMap((page) => (page.staffId === paging.staffId && page.unit !== undefined ? [page.unit] : []));
}
