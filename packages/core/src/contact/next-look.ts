import { type Instant, instant, plus, second } from '../kernel/index.ts';
import { allFailed } from './paging-step.ts';
import type { Contact } from './state.ts';

/** How long a page may be on its way without a word from the gateway before it is sent again: a process may have ended between. */
export const resendAfter = 10 * second;

/** When the pager should next look at a contact: at once, when time to answer is up, when a page needs sending again; undefined: never. */
export function nextLook(contact: Contact): Instant | undefined {
  if (contact.status === 'none' || contact.status === 'closed') return undefined;
  const { paging } = contact;
  switch (paging.state) {
    case 'due':
      // At once: a screen whose clock is ahead may have told a red that lies in the server's future.
      return instant(contact.urgencySettings.reduce((first, set) => Math.min(first, set.recordedAt), Number(paging.since)));
    case 'waiting': {
      if (allFailed(paging)) return paging.pages.at(-1)?.sentAt;
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
