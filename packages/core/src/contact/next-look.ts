import { type Instant, plus, second } from '../kernel/index.ts';
import type { Contact } from './state.ts';

/** How long a page may be on its way without a word from the gateway before it is sent again: a process may have ended between. */
export const resendAfter = 10 * second;

/** When the pager should next look at a contact: at once, when time to answer is up, when a page needs sending again; undefined: never. */
export function nextLook(contact: Contact): Instant | undefined {
  if (contact.status === 'none' || contact.status === 'closed') return undefined;
  const { paging } = contact;
  switch (paging.state) {
    case 'due':
      return paging.since;
    case 'waiting': {
      const unsure = paging.pages
        .filter((page) => page.level === paging.level && page.delivery === 'sent')
        .map((page) => plus(page.sentAt, resendAfter));
      return unsure.reduce((first, next) => (next < first ? next : first), paging.answerBy);
    }
    case 'exhausted':
      return paging.emcAdvisedAt === undefined ? paging.at : undefined;
    case 'notNeeded':
    case 'acknowledged':
      return undefined;
  }
}
