import { type Instant, instant, never } from '../kernel/index.ts';
import { isRed } from './current-urgency.ts';
import type { ContactEvent, PageLevel } from './events.ts';
import type { OpenedContact, Page, Paging } from './state.ts';

/*
 * The alarm of a red contact (domain text, contact: a screen is not an alarm):
 *
 *   notNeeded → due(primary) → waiting(primary) → acknowledged
 *                                    ↓ escalated
 *                             due(backup) → waiting(backup) → acknowledged
 *                                                 ↓ escalated
 *                                            exhausted, and the operator is told to confer with the EMC
 *
 * Red becomes due when the urgency turns red: again only when it has been lowered in between, or when nobody answered the last time. One that ran
 * out is due again when the contact comes to another clinic.
 * Lowering stops an alarm that has reached nobody; once a page has gone out it runs on until acknowledged or exhausted, because the one
 * who is paged must not be left with an alarm that silently came to nothing.
 */

type PagingPart = Pick<OpenedContact, 'paging' | 'earlierPages'>;
type WithoutStatus = Omit<OpenedContact, 'status'>;

/** The alarm after the settings of urgency have become `settings`. */
export function pagingAfterUrgency(before: WithoutStatus, settings: OpenedContact['urgencySettings']): PagingPart {
  const { paging, earlierPages } = before;
  const current = settings.at(-1);
  if (!current || !isRed(settings)) {
    const reachedNobody = paging.state === 'due' && paging.pages.length === 0;
    return { paging: reachedNobody ? { state: 'notNeeded' } : paging, earlierPages };
  }
  const turnedRed = !isRed(before.urgencySettings);
  // A setting entered late, before the one that holds, tells nothing new.
  const setNow = current !== before.urgencySettings.at(-1);
  const again = paging.state === 'acknowledged' ? turnedRed : paging.state === 'exhausted' ? setNow : paging.state === 'notNeeded';
  if (!again) return { paging, earlierPages };
  return { paging: { state: 'due', since: current.at, level: 'primary', pages: [] }, earlierPages: [...earlierPages, ...pagesOf(paging)] };
}

/**
 * The alarm after the contact has come to another clinic, or to a place where none was known: the people on duty there have not been paged. Red
 * is often set before anybody has said where, and an alarm that ran out with nobody to page must not stay so. One that somebody may still answer runs on.
 */
export function pagingAfterMove(before: WithoutStatus, moved: Partial<WithoutStatus>): Partial<PagingPart> {
  const { paging, earlierPages } = before;
  const ranOut = paging.state === 'exhausted' || (paging.state === 'due' && paging.level === 'backup' && paging.pages.length === 0);
  if (!ranOut || !isRed(before.urgencySettings)) return {};
  const after = { ...before, ...moved };
  const elsewhere = after.clinicId !== before.clinicId || (after.clinicId === undefined && after.place !== before.place);
  if (!elsewhere) return {};
  return {
    paging: { state: 'due', since: paging.since, level: 'primary', pages: [] },
    earlierPages: [...earlierPages, ...paging.pages],
  };
}

export function pagingAfterSent(paging: Paging, sent: Extract<ContactEvent, { type: 'pageSent' }>, at: Instant): Paging {
  if (paging.state !== 'due' && paging.state !== 'waiting') return paging;
  const { pageId, level, staffId, to, unit, answerBy } = sent;
  const page: Page = { pageId, level, staffId, to, unit, sentAt: at, answerBy, delivery: 'sent' };
  const latest = paging.state === 'waiting' ? instant(Math.max(paging.answerBy, answerBy)) : answerBy;
  return { state: 'waiting', since: paging.since, level, pages: [...paging.pages, page], answerBy: latest };
}

export function pagingAfterAcknowledged(paging: Paging, staffId: string, at: Instant): Paging {
  return isOpen(paging) ? { state: 'acknowledged', since: paging.since, staffId, at, pages: paging.pages } : paging;
}

export function pagingAfterEscalated(paging: Paging, from: PageLevel, at: Instant): Paging {
  if (paging.state !== 'due' && paging.state !== 'waiting') return paging;
  if (from === 'primary') return { state: 'due', since: paging.since, level: 'backup', pages: paging.pages };
  return { state: 'exhausted', since: paging.since, at, pages: paging.pages };
}

export function withDelivery(pages: readonly Page[], pageId: string, delivery: Page['delivery']): readonly Page[] {
  return pages.map((page) => (page.pageId === pageId ? { ...page, delivery } : page));
}

export function withPages(paging: Paging, pages: readonly Page[]): Paging {
  return paging.state === 'notNeeded' ? paging : { ...paging, pages };
}

export function pagesOf(paging: Paging): readonly Page[] {
  return paging.state === 'notNeeded' ? [] : paging.pages;
}

/** An alarm that nobody has acknowledged. */
export function isOpen(paging: Paging): paging is Exclude<Paging, { state: 'notNeeded' | 'acknowledged' }> {
  switch (paging.state) {
    case 'due':
    case 'waiting':
    case 'exhausted':
      return true;
    case 'notNeeded':
    case 'acknowledged':
      return false;
    default:
      return never(paging);
  }
}

/** Every page ever sent for the contact. */
export function allPages(contact: WithoutStatus): readonly Page[] {
  return [...contact.earlierPages, ...pagesOf(contact.paging)];
}
