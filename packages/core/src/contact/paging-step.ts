import { type Instant, type Milliseconds, never, plus, second } from '../kernel/index.ts';
import type { PageLevel, PageTarget } from './events.ts';
import type { Contact, Page, Paging } from './state.ts';

/**
 * How long people on duty have to acknowledge before the next are paged.
 * Local parameters: our own starting values, to be decided by the medical leader of each legevakt; no source prescribes them.
 */
export const answerTimes: Readonly<Record<PageLevel, Milliseconds>> = { primary: 60 * second, backup: 60 * second };

/** A person on duty and one way to reach them; one with several ways stands several times. */
export interface DutyContact {
  readonly staffId: string;
  readonly to: PageTarget;
  /** Where they are on duty. */
  readonly unit?: string | undefined;
}

export type OnDuty = Readonly<Record<PageLevel, readonly DutyContact[]>>;

/** What the pager should do now. It sends the matching command (`sendPage` per person, `escalatePage`, `adviseEmcConference`) and asks again. */
export type PagingStep =
  | { readonly kind: 'page'; readonly level: PageLevel; readonly people: readonly DutyContact[]; readonly answerBy: Instant }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'escalate'; readonly from: PageLevel; readonly reason: 'noAnswer' | 'nobodyOnDuty' | 'failed' }
  | { readonly kind: 'adviseEmc' }
  | { readonly kind: 'nothing' };

export function nextPagingStep(contact: Contact, now: Instant, onDuty: OnDuty): PagingStep {
  if (contact.status === 'none' || contact.status === 'closed') return { kind: 'nothing' };
  const { paging } = contact;
  switch (paging.state) {
    case 'notNeeded':
    case 'acknowledged':
      return { kind: 'nothing' };
    case 'due':
      return pageOrEscalate(paging.level, now, onDuty);
    case 'waiting':
      return waitOrEscalate(paging, now, onDuty);
    case 'exhausted':
      return { kind: paging.emcAdvisedAt === undefined ? 'adviseEmc' : 'nothing' };
    default:
      return never(paging);
  }
}

function pageOrEscalate(level: PageLevel, now: Instant, onDuty: OnDuty): PagingStep {
  const people = onDuty[level];
  if (people.length === 0) return { kind: 'escalate', from: level, reason: 'nobodyOnDuty' };
  return { kind: 'page', level, people, answerBy: plus(now, answerTimes[level]) };
}

function waitOrEscalate(paging: Extract<Paging, { state: 'waiting' }>, now: Instant, onDuty: OnDuty): PagingStep {
  const { level, answerBy } = paging;
  if (now >= answerBy) return { kind: 'escalate', from: level, reason: 'noAnswer' };
  const sent = paging.pages.filter((page) => page.level === level);
  // A pager that was stopped half-way through the list, or somebody who has come on duty: the rest are paged within the same time.
  const left = onDuty[level].filter((person) => !sent.some((page) => reaches(page, person)));
  if (left.length > 0) return { kind: 'page', level, people: left, answerBy };
  return allFailed(paging) ? { kind: 'escalate', from: level, reason: 'failed' } : { kind: 'wait', until: answerBy };
}

/** No page of the level that waits can be answered. */
export function allFailed(paging: Extract<Paging, { state: 'waiting' }>): boolean {
  return paging.pages.filter((page) => page.level === paging.level).every((page) => page.delivery === 'failed');
}

export function reaches(page: Page, person: DutyContact): boolean {
  return page.staffId === person.staffId && page.to.channel === person.to.channel && page.to.address === person.to.address;
}
