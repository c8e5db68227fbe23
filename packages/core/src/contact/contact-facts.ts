import { elapsed, type Instant, osloDate, second } from '../kernel/index.ts';
import { servingUnits } from './contact-units.ts';
import { currentUrgency } from './current-urgency.ts';
import type { ContactFact } from './fact.ts';
import { allPages } from './paging.ts';
import type { Contact, OpenedContact } from './state.ts';

/** The unit under which every contact counts once. */
export const nationalUnit = 'national';

/**
 * The rows that figures are made from: one for the nation and one for each unit of the contact. This is the whole list: rows of the contact
 * that are not in it no longer hold. A contact registered in error gives none.
 */
export function contactFacts(contact: Contact): readonly ContactFact[] {
  if (contact.status === 'none' || contact.closed?.outcome === 'registeredInError') return [];
  const row = commonPart(contact);
  return [nationalUnit, ...servingUnits(contact)].map((unit) => ({ factId: `${contact.contactId}:${unit}`, unit, ...row }));
}

function commonPart(contact: OpenedContact): Omit<ContactFact, 'factId' | 'unit'> {
  const { urgencySettings, actions, closed, firstAcknowledged } = contact;
  return {
    contactId: contact.contactId,
    day: osloDate(contact.opened.at),
    openedAt: contact.opened.at,
    closedAt: closed?.at,
    channel: contact.channel,
    firstUrgencyTelephone: urgencySettings.find((setting) => setting.axis === 'telephone')?.urgency,
    lastUrgency: currentUrgency(contact)?.urgency,
    firstAction: actions[0]?.action,
    lastAction: actions.at(-1)?.action,
    outcome: closed?.outcome,
    place: contact.place,
    callIds: contact.callIds,
    secondsToDoctor: secondsToDoctor(contact),
    lateEntries: contact.lateEntries,
    redPaged: allPages(contact).length > 0,
    secondsToAcknowledge: firstAcknowledged && wholeSeconds(firstAcknowledged.redAt, firstAcknowledged.at),
  };
}

/** From the first arrival, or from the opening where the doctor began before any arrival. */
function secondsToDoctor(contact: OpenedContact): number | undefined {
  const { firstArrivedAt, firstWithDoctorAt, opened } = contact;
  if (firstWithDoctorAt === undefined) return undefined;
  const from = firstArrivedAt !== undefined && firstArrivedAt <= firstWithDoctorAt ? firstArrivedAt : opened.at;
  return wholeSeconds(from, firstWithDoctorAt);
}

/** Times told in the wrong order are unknown, not zero. */
function wholeSeconds(from: Instant, to: Instant): number | undefined {
  const duration = elapsed(from, to);
  return duration < 0 ? undefined : Math.floor(duration / second);
}
