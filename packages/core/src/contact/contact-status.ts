import { never } from '../kernel/index.ts';
import type { Contact, ContactStatus, OpenedContact } from './state.ts';

/** Where the contact is in its course: of those that hold, the latest in the course. */
export function contactStatus(contact: Contact | Omit<OpenedContact, 'status'>): ContactStatus {
  if (!('contactId' in contact)) return 'none';
  return statusOf(contact);
}

/** The status of an opened contact. */
export function statusOf(contact: Omit<OpenedContact, 'status'>): OpenedContact['status'] {
  for (const status of latestFirst) if (holds(contact, status)) return status;
  return 'assessing';
}

const latestFirst = ['closed', 'withStaff', 'waiting', 'expected', 'callback', 'handingOver', 'decided'] as const;

function holds(contact: Omit<OpenedContact, 'status'>, status: (typeof latestFirst)[number]): boolean {
  switch (status) {
    case 'closed':
      return contact.closed !== undefined;
    case 'withStaff':
      return contact.takenBy !== undefined;
    case 'waiting':
      return contact.arrivedAt !== undefined;
    case 'expected':
      return contact.expectedSince !== undefined;
    case 'callback':
      return contact.tasks.some((task) => task.kind === 'callback' && !task.done);
    case 'handingOver':
      return contact.handovers.some((handover) => !handover.received);
    case 'decided':
      return contact.actions.length > 0;
    default:
      return never(status);
  }
}
