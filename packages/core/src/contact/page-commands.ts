import { accept, refuse } from '../kernel/index.ts';
import type { CommandOf } from './commands.ts';
import type { ContactEvent } from './events.ts';
import { allPages, isOpen, pagesOf } from './paging.ts';
import { allFailed, reaches } from './paging-step.ts';
import type { ContactDecision, ContactRefusal } from './refusals.ts';
import type { OpenedContact } from './state.ts';
import { cleanOptional, textRefusal, tooLong } from './written-text.ts';

export function sendPage(contact: OpenedContact, command: CommandOf<'sendPage'>): ContactDecision {
  const { pageId, level, staffId, to, unit, answerBy } = command;
  const { paging } = contact;
  if ((paging.state !== 'due' && paging.state !== 'waiting') || paging.level !== level) return refuse(elsewhere(contact));
  if (allPages(contact).some((page) => page.pageId === pageId)) return refuse({ code: 'already-exists', field: 'pageId' });
  // Two servers may both see that a page is due: one person gets it once.
  const earlier = paging.pages.find((page) => page.level === level && reaches(page, { staffId, to }));
  if (earlier) return refuse({ code: 'already-paged', pageId: earlier.pageId });
  const refusal = textRefusal('to.address', to.address, 'short');
  return refusal ? refuse(refusal) : accept({ type: 'pageSent', pageId, level, staffId, to, unit, answerBy });
}

export function reportPage(contact: OpenedContact, command: CommandOf<'reportPage'>): ContactDecision {
  const page = allPages(contact).find((sent) => sent.pageId === command.pageId);
  if (!page) return refuse({ code: 'unknown-reference', field: 'pageId' });
  const refusal = tooLong('reason', command.reason, 'reason');
  if (refusal) return refuse(refusal);
  if (page.delivery === (command.delivered ? 'delivered' : 'failed')) return accept();
  if (command.delivered) return accept({ type: 'pageDelivered', pageId: page.pageId });
  return accept({ type: 'pageFailed', pageId: page.pageId, reason: cleanOptional(command.reason) ?? 'unknown' });
}

/** Anybody who answers for red may acknowledge, paged or not, also when the alarm has been exhausted. */
export function acknowledge(contact: OpenedContact, command: CommandOf<'acknowledge'>): ContactDecision {
  const { paging } = contact;
  const { actor, pageId } = command;
  if (pageId !== undefined && !allPages(contact).some((page) => page.pageId === pageId)) {
    return refuse({ code: 'unknown-reference', field: 'pageId' });
  }
  if (paging.state === 'notNeeded') return refuse({ code: 'nothing-to-acknowledge' });
  if (paging.state === 'acknowledged') {
    return paging.staffId === actor ? accept() : refuse({ code: 'already-acknowledged', by: paging.staffId, at: paging.at });
  }
  // The answer to a page of an earlier red episode is not an answer to this one.
  if (pageId !== undefined && !pagesOf(paging).some((page) => page.pageId === pageId)) {
    return refuse({ code: 'paging-elsewhere', state: paging.state });
  }
  return accept({ type: 'pageAcknowledged', staffId: actor, pageId });
}

export function escalatePage(contact: OpenedContact, command: CommandOf<'escalatePage'>): ContactDecision {
  const refusal = mayNotEscalate(contact, command);
  if (refusal) return refuse(refusal);
  const escalated = { type: 'pageEscalated', from: command.from, reason: command.reason } as const;
  // The advice goes with the last step, so that nothing can stop between the two.
  return command.from === 'primary' ? accept(escalated) : accept<ContactEvent>(escalated, { type: 'emcConferenceAdvised' });
}

function mayNotEscalate(contact: OpenedContact, command: CommandOf<'escalatePage'>): ContactRefusal | undefined {
  const { paging } = contact;
  if ((paging.state !== 'due' && paging.state !== 'waiting') || paging.level !== command.from) return elsewhere(contact);
  if (paging.state === 'due') return command.reason === 'nobodyOnDuty' ? undefined : elsewhere(contact);
  if (command.reason === 'nobodyOnDuty') return elsewhere(contact);
  const over = command.reason === 'failed' ? allFailed(paging) : command.now >= paging.answerBy;
  return over ? undefined : { code: 'page-still-waiting', answerBy: paging.answerBy };
}

export function adviseEmcConference(contact: OpenedContact): ContactDecision {
  const { paging } = contact;
  if (paging.state !== 'exhausted') return refuse(elsewhere(contact));
  return paging.emcAdvisedAt === undefined ? accept({ type: 'emcConferenceAdvised' }) : accept();
}

/** A doctor who has the patient has answered the alarm. */
export function answeredByDoctor(
  contact: Pick<OpenedContact, 'paging'>,
  staffId: string,
): readonly { readonly type: 'pageAcknowledged'; readonly staffId: string }[] {
  return isOpen(contact.paging) ? [{ type: 'pageAcknowledged', staffId }] : [];
}

function elsewhere(contact: OpenedContact): ContactRefusal {
  return { code: 'paging-elsewhere', state: contact.paging.state };
}
